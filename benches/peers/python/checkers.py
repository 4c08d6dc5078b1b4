"""From the bytes of a token request to the members at fault, by everybody.

Each gives two calls: one that is measured and checks, one that names the members at fault.
"""

import datetime
import json
import re
from typing import Annotated, Literal

import jsonschema_rs
import pydantic

import idenfy_rules

NAME = r"^[^0-9]*$"
HTTPS = r"^https://[^/]"
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day(text):
    if not DATE.fullmatch(text):
        raise ValueError("must be a day as YYYY-MM-DD")
    datetime.date.fromisoformat(text)
    return text


def is_day(text):
    try:
        return bool(day(text))
    except ValueError:
        return False


def by_pydantic(words):
    text, number = pydantic.StringConstraints, pydantic.Field
    name = Annotated[str, text(min_length=1, max_length=100, pattern=NAME)]
    date = Annotated[str, pydantic.AfterValidator(day)]
    url = Annotated[str, text(max_length=2048, pattern=HTTPS)]
    country = Literal[tuple(words["countries"])]
    members = {
        "clientId": Annotated[str, text(min_length=1, max_length=100)],
        "firstName": name, "lastName": name, "dateOfBirth": date, "dateOfExpiry": date,
        "sex": Literal["M", "F"], "nationality": country, "country": country,
        "documents": list[Literal[tuple(words["documents"])]],
        "expiryTime": Annotated[int, number(ge=1, le=2_592_000)],
        "sessionLength": Annotated[int, number(ge=60, le=3_600)],
        "successUrl": url, "errorUrl": url, "locale": Annotated[str, text(max_length=7)],
        "externalRef": Annotated[str, text(max_length=40)],
    }
    model = pydantic.create_model("Request", **{key: (kind, ...) for key, kind in members.items()})
    read = model.__pydantic_validator__.validate_json

    def errors(body):
        try:
            read(body)
        except pydantic.ValidationError as error:
            return error.errors(include_url=False, include_context=False, include_input=False)
        return []

    return errors, lambda body: {error["loc"][0] for error in errors(body)}


def by_json_schema(words):
    name = {"type": "string", "minLength": 1, "maxLength": 100, "pattern": NAME}
    date = {"type": "string", "format": "day"}
    url = {"type": "string", "maxLength": 2048, "pattern": HTTPS}
    country = {"enum": words["countries"]}
    members = {
        "clientId": {"type": "string", "minLength": 1, "maxLength": 100},
        "firstName": name, "lastName": name, "dateOfBirth": date, "dateOfExpiry": date,
        "sex": {"enum": ["M", "F"]}, "nationality": country, "country": country,
        "documents": {"type": "array", "items": {"enum": words["documents"]}},
        "expiryTime": {"type": "integer", "minimum": 1, "maximum": 2_592_000},
        "sessionLength": {"type": "integer", "minimum": 60, "maximum": 3_600},
        "successUrl": url, "errorUrl": url, "locale": {"type": "string", "maxLength": 7},
        "externalRef": {"type": "string", "maxLength": 40},
    }
    schema = {"type": "object", "properties": members, "required": list(members)}
    validator = jsonschema_rs.validator_for(schema, validate_formats=True, formats={"day": is_day})

    def errors(body):
        return list(validator.iter_errors(json.loads(body)))

    return errors, lambda body: {error.instance_path[0] for error in errors(body)}


def ours(_words):
    def at_fault(body):
        errors = idenfy_rules.validate_token(body).errors
        return {error.pointer.split("/")[1] for error in errors}

    return lambda body: idenfy_rules.validate_token(body).is_valid, at_fault


CHECKERS = {"idenfy-rules": ours, "pydantic": by_pydantic, "jsonschema-rs": by_json_schema}
