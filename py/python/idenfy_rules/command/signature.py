"""``verify``, ``sign`` and ``diagnose``: is a webhook genuine, and if not, why?"""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from idenfy_rules import SignatureError, diagnose_signature, verify_signature
from idenfy_rules import sign as signed

from . import reading
from .exits import Exit
from .options import (
    file_argument,
    key_env_option,
    key_file_option,
    signature_option,
    signing_keys,
)
from .subcommand import Answer, Subcommand
from .view import members, word

__all__ = ["diagnose", "sign", "verify"]


@click.command(
    cls=Subcommand,
    examples="""
    idenfy-rules verify webhook.json --signature "$SIGNATURE" --key-file key.txt
    idenfy-rules verify webhook.json --signature "$SIGNATURE" --key-env KEY --json
    """,
)
@file_argument
@signature_option
@key_file_option
@key_env_option
def verify(
    file: str, signature: str | None, key_files: Sequence[str], key_env: str | None
) -> Answer:
    """Tell whether FILE, the raw body of a webhook, comes from the holder of a signing key."""
    keys = signing_keys(key_files, key_env)
    try:
        verify_signature(reading.whole(file), signature, keys)
    except SignatureError as error:
        form = {"genuine": False, "code": error.code, "message": str(error)}
        text = f": {error.code}: {error}"
        return Answer(
            json.dumps(form), lambda: word("not genuine").append(text, style="default"), Exit.NO
        )
    form = {"genuine": True, "code": None, "message": None}
    return Answer(json.dumps(form), lambda: word("genuine"))


@click.command(
    cls=Subcommand,
    examples="""
    idenfy-rules sign webhook.json --key-file key.txt
    idenfy-rules sign - --key-env KEY < webhook.json
    """,
)
@file_argument
@key_file_option
@key_env_option
def sign(file: str, key_files: Sequence[str], key_env: str | None) -> Answer:
    """Sign FILE as the vendor signs the body of a webhook. For tests and stand-ins."""
    keys = signing_keys(key_files, key_env)
    if len(keys) != 1:
        raise click.UsageError("one key signs, several were given", click.get_current_context())
    signature = signed(reading.whole(file), keys[0])
    return Answer(json.dumps({"signature": signature}), lambda: word(signature))


@click.command(
    cls=Subcommand,
    examples="""
    idenfy-rules diagnose webhook.json --signature "$SIGNATURE" --key-file key.txt
    """,
)
@file_argument
@signature_option
@key_file_option
@key_env_option
def diagnose(
    file: str, signature: str | None, key_files: Sequence[str], key_env: str | None
) -> Answer:
    """Look for the usual mistake that makes `verify` refuse FILE.

    The answer is yes if one is found. No key and no right signature is shown.
    """
    keys = signing_keys(key_files, key_env)
    found = diagnose_signature(reading.whole(file), signature, keys)
    code = Exit.NO if found.cause == "unknown" else Exit.YES
    rows = (("Cause", found.cause), ("What to do", found.hint))
    return Answer(found.to_json(), lambda: members(rows), code)
