"""Asks iDenfy for a token in Python, with httpx: validate, may_start, send, classify, retry.

    CALLER_KEYS_FILE=api-keys.txt make caller-python REQUEST=request.json

Prints the link that opens the session, which is a secret, to standard output, and one line of JSON
for each answer to standard error. docs/callers.md says what it is told and how it ends.
"""

import json
import sqlite3
import sys
import time
from datetime import datetime, timezone
from pathlib import Path

from idenfy_rules import IdenfyRulesError, Profile, may_start, redirect_url, validate_token
from call import call
from sessions import Sessions
from settings import Settings, read_settings

# How it ends, in the numbers of sysexits.h.
ENDS = {"proceed": 0, "fix": 65, "retry": 69, "escalate": 69}
INVALID, NOT_NOW, UNCONFIGURED = 65, 75, 78


def create_token(settings: Settings, body: bytes) -> int:
    today = datetime.now(timezone.utc).date()
    report = validate_token(body, Profile(today=today))
    for finding in report.violations:
        tell(f"{finding.severity} at {finding.pointer!r}: {finding.message}")
    if not report.is_valid:
        return INVALID

    client_id = json.loads(body)["clientId"]
    sessions = Sessions(settings.database)
    last = sessions.last(client_id)
    records = sessions.records(client_id)
    start = may_start(records, int(time.time()), max_attempts=settings.max_sessions, **last)
    if not start.go:
        tell(f"no new session: {start.reason}{until(start.active_until_unix)}")
        return NOT_NOW

    known = {key: value for key, value in last.items() if key != "scan_ref"}
    found = call(settings, body, known | {"client_id": client_id})
    if found.token is not None:
        sessions.add(client_id, found.token, int(time.time()))
        print(found.token.redirect_url or redirect_url(found.token.auth_token))
    else:
        tell(f"{found.hint}{until(found.not_before_unix)}")
    return ENDS[found.action]


def until(unix: int | None) -> str:
    return (
        f", until {datetime.fromtimestamp(unix, timezone.utc):%Y-%m-%dT%H:%M:%SZ}" if unix else ""
    )


def tell(line: str) -> None:
    print(line, file=sys.stderr)


def main() -> int:
    if len(sys.argv) != 2:
        tell("usage: caller REQUEST.json")
        return UNCONFIGURED
    try:
        return create_token(read_settings(), Path(sys.argv[1]).read_bytes())
    except (IdenfyRulesError, OSError, ValueError, sqlite3.Error) as error:
        tell(f"caller: {error}")
        return UNCONFIGURED


if __name__ == "__main__":
    sys.exit(main())
