"""What the receiver is told through the environment; docs/receivers.md lists it."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from idenfy_rules import Policy

BUILT_IN = {"strict": Policy.strict, "documented": Policy.documented}


@dataclass(frozen=True)
class Settings:
    keys: list[bytes] = field(repr=False)
    policy: Policy
    database: str
    host: str
    port: int
    busy_s: float
    read_s: float


def read_settings() -> Settings:
    """Raises OSError, ValueError or PolicyError; none of them shows a key."""
    host, _, port = os.environ.get("RECEIVER_LISTEN", "127.0.0.1:8080").rpartition(":")
    return Settings(
        keys=read_keys(),
        policy=read_policy(os.environ.get("RECEIVER_POLICY", "strict")),
        database=os.environ.get("RECEIVER_DATABASE", "verifications.db"),
        host=host.strip("[]"),
        port=int(port),
        busy_s=int(os.environ.get("RECEIVER_BUSY_MS", "3000")) / 1000,
        read_s=int(os.environ.get("RECEIVER_READ_MS", "5000")) / 1000,
    )


def read_keys() -> list[bytes]:
    """One key a line, from a file or the variable itself: several while one replaces another."""
    path = os.environ.get("RECEIVER_KEYS_FILE")
    text = Path(path).read_bytes() if path else os.environb.get(b"RECEIVER_KEYS", b"")
    keys = [line for line in text.replace(b"\r\n", b"\n").split(b"\n") if line]
    if not keys:
        raise ValueError("no signing key: set RECEIVER_KEYS_FILE or RECEIVER_KEYS")
    return keys


def read_policy(name: str) -> Policy:
    """A built-in policy by its name, or the document in a file."""
    built_in = BUILT_IN.get(name)
    return built_in() if built_in else Policy.from_json(Path(name).read_bytes())
