"""The type of a token request, written from the table of its members."""

from __future__ import annotations

from typing import Any

from generated import NOTE, docstring
from idenfy_rules._native import token_members

TYPES = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "array": "list[str]",
    "object": "dict[str, Any]",
}
FORMATS = {
    "date": "A date as `YYYY-MM-DD`.",
    "uri": "An absolute URL that begins with `https://`.",
    "uuid": "A UUID.",
    "alpha-2": "A country code of two letters.",
}
STATUSES = {
    "current": "",
    "page_only": "In current pages, but not in the schema.",
    "deprecated": "Deprecated: use another member.",
    "legacy_alias": "The old name of another member.",
    "legacy": "Only in older pages.",
    "dev_only": "In the DEV environment only.",
}


def limits(row: Any) -> str:
    """The bounds of a member in words; of a text in characters."""
    least, most = row["min"], row["max"]
    unit = " characters" if row["kind"] == "string" else ""
    if least is None and most is None:
        return ""
    if most is None:
        return f"At least {least}{unit}."
    return f"At most {most}{unit}." if least is None else f"{least} to {most}{unit}."


def described(row: Any) -> str:
    vocabulary, default = row["vocabulary"], row["default"]
    sentences = [
        "Required." if row["required"] else "",
        limits(row),
        FORMATS.get(row["format"], ""),
        f"Words of `{vocabulary}`." if vocabulary else "",
        f"Default: `{default}`." if default else "",
        STATUSES[row["status"]],
        "The account decides, too." if row["by_account"] else "",
    ]
    return " ".join(filter(None, sentences)) or f"Of group {row['group']}."


def parameter(row: Any) -> str:
    kind = TYPES[row["kind"]] + (" | None" if row["nullable"] else "")
    return f'    {row["name"]}: {kind}\n' + docstring(described(row))


def params() -> str:
    """The module with the type of a token request."""
    head = (
        '"""The body of a token request, for type checkers and editors."""\n\n'
        f"{NOTE}\nfrom __future__ import annotations\n\nfrom typing import Any, TypedDict\n\n"
        '__all__ = ["TokenParams"]\n\n\n'
    )
    return (
        f"{head}class TokenParams(TypedDict, total=False):\n"
        '    """The members of ``POST /api/v2/token``, for a dict that ``validate_token`` takes.\n\n'
        "    Types are those of the schema; limits of texts count Unicode code points, times are\n"
        "    seconds. It is no check by itself: ``validate_token`` is.\n"
        '    """\n\n' + "".join(map(parameter, token_members()))
    )


FILES = {"_params.py": params}
