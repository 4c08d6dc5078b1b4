"""Profiles: validated at once, and values like any other."""

from __future__ import annotations

import datetime
import pickle
from types import MappingProxyType
from typing import Any

import pytest
from idenfy_rules import Profile, validate_token
from support import refusal


def test_a_profile_is_validated() -> None:
    assert refusal(Profile, environment="dev").code == "input.unknown_word"
    assert refusal(Profile, enabled_features=["telepathy"]).code == "input.unknown_word"
    assert refusal(Profile, today="2026-02-30").code == "input.date"
    assert refusal(Profile, supported_countries=["ZZ"]).code == "input.country"
    assert refusal(Profile, supported_documents={"ZZ": []}).code == "input.country"
    wrong: list[tuple[str, Any]] = [
        ("environment", 1),
        ("mobile_code_max_expiry", -1),
        ("mobile_code_max_expiry", "60"),
        ("mobile_code_max_expiry", True),
        ("mobile_code_max_expiry", 2**40),
        ("themes", "one"),
        ("themes", [1]),
        ("questionnaires", 7),
        ("supported_documents", ["LT"]),
        ("supported_documents", {"LT": "PASSPORT"}),
        ("lints", "yes"),
    ]
    for name, value in wrong:
        assert refusal(Profile, **{name: value}).code == f"input.{name}", name
    assert refusal(Profile, today=20261120).code == "input.date"
    with pytest.raises(TypeError):
        Profile(enviroment="DEV")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Profile("DEV")  # type: ignore[call-arg]


def test_a_profile_is_a_value() -> None:
    profile = Profile(
        environment="DEV",
        today=datetime.date(2026, 11, 20),
        mobile_code_max_expiry=600,
        extra_document_types={"CNH"},
        enabled_features=("digit_string", "additional_steps"),
        allowed_token_types=[],
        supported_countries=iter(["LV", "LT", "LT"]),
        supported_documents={"LT": ["PASSPORT"]},
        lints=True,
    )
    assert (profile.environment, profile.today, profile.lints) == ("DEV", "2026-11-20", True)
    assert (profile.supported_countries, profile.allowed_token_types) == (["LT", "LV"], [])
    assert (profile.themes, profile.extra_document_types) == (None, ["CNH"])
    same = Profile(**pickle.loads(pickle.dumps(profile)).__getnewargs_ex__()[1])
    assert same == profile
    assert hash(same) == hash(profile)
    assert profile != Profile()
    assert repr(Profile(today="2026-11-20")) == (
        "Profile(today='2026-11-20', extra_document_types=[], lints=False)"
    )
    with pytest.raises(AttributeError):
        profile.lints = False  # type: ignore[misc]


def test_a_profile_may_be_a_mapping_of_its_keywords() -> None:
    body = {"clientId": "a", "dummyStatus": "APPROVED"}
    refused = validate_token(body, Profile(environment="PRODUCTION"))
    assert not refused.is_valid
    assert validate_token(body, {"environment": "PRODUCTION"}) == refused
    assert validate_token(body, profile=MappingProxyType({"environment": "PRODUCTION"})) == refused
    assert validate_token(body, Profile(environment="DEV")).is_valid
    assert refusal(validate_token, body, 5).code == "input.profile"
    with pytest.raises(TypeError, match="enviroment"):
        validate_token(body, {"enviroment": "DEV"})
