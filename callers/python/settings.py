"""What the caller is told through the environment; docs/callers.md lists it."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from idenfy_rules import basic_auth


@dataclass(frozen=True)
class Settings:
    authorization: str = field(repr=False)
    url: str
    database: str
    timeout_s: float
    max_sessions: int
    budget: int
    time_scale: float


def read_settings() -> Settings:
    """Raises OSError, ValueError or InputError; none of them shows a key."""
    read = os.environ.get
    key, secret = read_keys()
    return Settings(
        authorization=basic_auth(key, secret),
        url=read("CALLER_URL", "https://ivs.idenfy.com/api/v2/token"),
        database=read("CALLER_DATABASE", "verifications.db"),
        timeout_s=int(read("CALLER_TIMEOUT_MS", "15000")) / 1000,
        max_sessions=int(read("CALLER_MAX_SESSIONS", "5")),
        budget=int(read("CALLER_BUDGET", "500")),
        time_scale=float(read("CALLER_TIME_SCALE", "1")),
    )


def read_keys() -> list[str]:
    """The API key and its secret: the two lines of a file, or two variables."""
    path = os.environ.get("CALLER_KEYS_FILE")
    if path:
        keys = Path(path).read_text().splitlines()[:2]
    else:
        keys = [os.environ.get(name, "") for name in ("CALLER_KEY", "CALLER_SECRET")]
    if len(keys) < 2:
        raise ValueError(
            "no API key and secret: set CALLER_KEYS_FILE or CALLER_KEY and CALLER_SECRET"
        )
    return keys
