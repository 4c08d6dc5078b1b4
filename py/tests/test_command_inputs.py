"""Whatever a subcommand is given to read: one clear line, a documented exit code, no traceback."""

from __future__ import annotations

import io
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import signature
from pathlib import Path
from typing import IO

import pytest
from command_line import FILES, SIGNATURE, WEBHOOK, Ran, ran, written
from hypothesis import given, strategies
from idenfy_rules import Profile
from idenfy_rules.command import lines, reading
from idenfy_rules.command.exits import Exit

YES, NO, INPUT = Exit.YES, Exit.NO, Exit.INPUT
KEYS = ("--key-file", "key.txt")
SIGNED = ("--signature", SIGNATURE)

# Every place where a file is read, by a command line with {} there, and how it ends with a file
# that is empty, rubbish, or larger than the limit. A body is judged by the library where it
# judges bodies: a broken token request is a finding, a broken answer is an answer.
PLACES: dict[str, tuple[tuple[str, ...], tuple[Exit, Exit, Exit]]] = {
    "validate": (("validate", "{}"), (NO, NO, NO)),
    "validate --profile": (("validate", "request.json", "--profile", "{}"), (INPUT, INPUT, INPUT)),
    "classify --body": (("classify", "--status", "502", "--body", "{}"), (NO, NO, NO)),
    "classify --context": (
        ("classify", "--status", "502", "--context", "{}"),
        (INPUT, INPUT, INPUT),
    ),
    "verify": (("verify", "{}", *SIGNED, *KEYS), (NO, NO, INPUT)),
    "verify --key-file": (
        ("verify", "webhook.json", *SIGNED, "--key-file", "{}"),
        (INPUT, NO, INPUT),
    ),
    "sign": (("sign", "{}", *KEYS), (YES, YES, INPUT)),
    "sign --key-file": (("sign", "webhook.json", "--key-file", "{}"), (INPUT, YES, INPUT)),
    "diagnose": (("diagnose", "{}", *SIGNED, *KEYS), (NO, NO, INPUT)),
    "diagnose --key-file": (
        ("diagnose", "webhook.json", *SIGNED, "--key-file", "{}"),
        (INPUT, NO, INPUT),
    ),
    "decide": (("decide", "{}", "--policy", "strict"), (INPUT, INPUT, INPUT)),
    "decide --signature": (
        ("decide", "{}", "--policy", "strict", *SIGNED, *KEYS),
        (NO, NO, INPUT),
    ),
    "decide --policy": (("decide", "webhook.json", "--policy", "{}"), (INPUT, INPUT, INPUT)),
    "decide --base": (
        ("decide", "webhook.json", "--policy", "ours.json", "--base", "{}"),
        (INPUT, INPUT, INPUT),
    ),
    "policy check": (("policy", "check", "{}"), (NO, NO, NO)),
    "policy check --base": (
        ("policy", "check", "ours.json", "--base", "{}"),
        (INPUT, INPUT, INPUT),
    ),
    "policy show": (("policy", "show", "{}"), (INPUT, INPUT, INPUT)),
    "policy show --tests": (
        ("policy", "show", "strict", "--format", "html", "--tests", "{}"),
        (INPUT, INPUT, INPUT),
    ),
    "policy test": (("policy", "test", "strict", "{}"), (INPUT, INPUT, INPUT)),
    "lint iframe": (("lint", "iframe", "{}"), (NO, NO, INPUT)),
    "lint credentials": (
        ("lint", "credentials", "--key-file", "{}", "--secret-file", "api-secret.txt"),
        (NO, NO, INPUT),
    ),
    "replay": (("replay", "{}", "--policy", "strict"), (INPUT, INPUT, INPUT)),
    "replay --policy": (("replay", "webhooks.ndjson", "--policy", "{}"), (INPUT, INPUT, INPUT)),
}
RUBBISH = bytes(range(256)) * 40
HUNDRED_MEGABYTES = 100 << 20


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(written(tmp_path))
    return tmp_path


def used(place: str, name: str, *more: str, stdin: bytes | IO[bytes] = b"") -> Ran:
    arguments, _ = PLACES[place]
    return ran(*(part.format(name) for part in arguments), *more, stdin=stdin)


def check(told: Ran, code: Exit, place: str) -> None:
    """An answer, or one line that says why there is none."""
    assert told.code == code, told
    assert "Traceback" not in told.err and "Traceback" not in told.out
    refused = place == "decide --signature" and code is NO
    if code in (YES, NO) and not refused:
        assert told.out and not told.err
        return
    assert all(line.startswith("idenfy-rules: ") for line in told.err.splitlines()), told.err
    if not place.startswith("replay"):
        assert len(told.err.splitlines()) == 1 and not told.out


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("as_json", [False, True], ids=["people", "json"])
def test_a_broken_file_ends_as_documented(place: str, as_json: bool) -> None:
    Path("empty").touch()
    Path("rubbish").write_bytes(RUBBISH)
    with open("large", "wb") as large:
        large.truncate(HUNDRED_MEGABYTES)
    for name, code in zip(("empty", "rubbish", "large"), PLACES[place][1], strict=True):
        check(used(place, name, *["--json"] * as_json), code, place)


@pytest.mark.parametrize("place", PLACES)
def test_what_cannot_be_read_is_named_with_the_reason(place: str) -> None:
    for name, reason in (("missing", "no such file or directory"), (".", "is a directory")):
        told = used(place, name)
        check(told, INPUT, place)
        assert told.err == f'idenfy-rules: cannot read "{name}": {reason}\n'


@pytest.mark.parametrize("place", PLACES)
def test_a_file_without_permission_is_named(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str, *_: object, **__: object) -> object:
        if name == "secret":
            raise PermissionError(13, os.strerror(13))
        return open(name, "rb")

    monkeypatch.setattr(reading, "open", refuse, raising=False)
    told = used(place, "secret")
    check(told, INPUT, place)
    assert "permission denied" in told.err


@pytest.mark.parametrize("place", PLACES)
def test_a_device_without_end_is_read_up_to_the_limit(place: str) -> None:
    check(used(place, "/dev/zero"), PLACES[place][1][2], place)


@pytest.mark.parametrize("place", PLACES)
def test_standard_input_may_be_broken_too(place: str) -> None:
    empty, rubbish, _ = PLACES[place][1]
    check(used(place, "-"), empty, place)
    check(used(place, "-", stdin=RUBBISH), rubbish, place)


class Interrupted(io.BytesIO):
    """Somebody presses Ctrl-C while this is read."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size == 0:  # asked before the run, to see whether it gives bytes
            return b""
        raise KeyboardInterrupt

    def readline(self, _: int | None = -1, /) -> bytes:
        raise KeyboardInterrupt


@pytest.mark.parametrize("place", PLACES)
def test_waiting_for_input_can_be_interrupted(place: str) -> None:
    told = used(place, "-", stdin=Interrupted())
    assert (told.code, told.out) == (Exit.INTERRUPTED, "")
    assert told.err.strip() == "idenfy-rules: interrupted"


@contextmanager
def fifo(name: str, content: bytes) -> Iterator[None]:
    """A pipe with a name, into which somebody writes."""
    os.mkfifo(name)
    writer = threading.Thread(target=Path(name).write_bytes, args=(content,))
    writer.start()
    yield
    writer.join()


def test_a_named_pipe_is_read_to_its_end() -> None:
    with fifo("pipe", WEBHOOK):
        told = used("decide", "pipe", "--json")
    assert told == ran("decide", "webhook.json", "--policy", "strict", "--json")
    with fifo("lines", FILES["webhooks.ndjson"]):
        assert used("replay", "lines") == used("replay", "webhooks.ndjson")


def test_the_limits_are_those_of_the_library() -> None:
    """One byte more is refused as too large; at the limit something else is wrong."""
    for size, code in ((reading.BODY, "webhook.not_json"), (reading.BODY + 1, "webhook.too_large")):
        Path("body").write_bytes(b"x" * size)
        assert code in used("decide", "body").err
        assert (size > reading.BODY) == ("more than 1048576 bytes" in used("sign", "body").err)
        assert (size > reading.BODY) == ("body.too_large" in used("validate", "body").out)
    document = FILES["group.json"]
    Path("policy").write_bytes(document + b" " * (reading.POLICY - len(document)))
    assert used("policy check", "policy").code == YES
    Path("policy").write_bytes(document + b" " * (reading.POLICY + 1 - len(document)))
    assert "more bytes than the limit" in used("policy check", "policy").out


class Measured:
    """A device without end that says how much was read from it."""

    def __init__(self) -> None:
        self.taken = 0

    def read(self, size: int) -> bytes:
        self.taken += size
        return bytes(size)

    def __enter__(self) -> Measured:
        return self

    def __exit__(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("limit", [0, 10, reading.BODY])
def test_no_more_is_read_than_the_limit_and_one_byte(
    limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = Measured()
    monkeypatch.setattr(reading, "open", lambda *_, **__: device, raising=False)
    assert len(reading.read("device", limit)) == limit + 1
    assert device.taken == limit + 1


@pytest.mark.parametrize(
    ("place", "content", "text"),
    [
        ("validate --profile", b'{"environmet": "DEV"}', "did you mean `environment`?"),
        ("validate --profile", b'{"Jane Roe": 1}', "an unknown member; it may have environment,"),
        ("validate --profile", b'{"environment": "Jane"}', "input.unknown_word: "),
        ("validate --profile", b'{\n  "lints": Jane}', "the profile is not JSON in line 2, column"),
        ("validate --profile", b'["Jane"]', "the profile must be a JSON object"),
        ("validate --profile", b"[" * 100_000, "the profile is not JSON"),
        ("classify --context", b'{"jiter": "Jane"}', "did you mean `jitter`?"),
        ("classify --context", b'{"jitter": NaN}', "input.jitter: "),
        ("classify --context", b'"Jane"', "the context must be a JSON object"),
        ("decide", b'{"scanRef": Jane}', "webhook.not_json: "),
        ("decide", b'{"final": 1, "final": 2}', 'webhook.repeated_key at "/final"'),
        ("decide --policy", b'{"format": 2, "name": "Jane"}', "policy.format_unsupported at"),
        ("decide --base", b'{"format": 2, "name": "Jane"}', "policy.format_unsupported at"),
    ],
)
def test_the_line_says_what_is_wrong_and_repeats_nothing(
    place: str, content: bytes, text: str
) -> None:
    Path("broken").write_bytes(content)
    told = used(place, "broken")
    check(told, INPUT, place)
    assert told.err.startswith('idenfy-rules: "broken": ') and text in told.err
    assert "Jane" not in told.err


def test_what_a_terminal_would_obey_is_escaped() -> None:
    Path("odd").write_bytes(b'{"clientId": "c", "a\\u001b[2J\\u202e[bold]": 1}')
    shown = ran("validate", "odd").out
    assert "\\x1b[2J\\u202e[bold]" in shown and "\x1b" not in shown
    told = ran("validate", "\x1b[2J\udcff")
    assert told.err == 'idenfy-rules: cannot read "\\x1b[2J\\udcff": no such file or directory\n'


def test_a_line_that_never_ends_stops_the_reading() -> None:
    told = ran("replay", "/dev/zero", "--policy", "strict")
    assert told.err.startswith('idenfy-rules: "/dev/zero": line 1 does not end within ')
    with open("long", "wb") as file:
        file.truncate(lines._LONGEST - 1)
    Path("long").write_bytes(Path("long").read_bytes() + b"\n" + WEBHOOK)
    told = ran("replay", "long", "--policy", "strict", "--json")
    assert told.code == NO
    assert '"outcomes": {"accept": 1}, "errors": {"webhook.too_large": 1}' in told.out


ANYTHING = strategies.recursive(
    strategies.none()
    | strategies.booleans()
    | strategies.integers()
    | strategies.floats()
    | strategies.text()
    | strategies.just("\ud800"),
    lambda inner: strategies.lists(inner) | strategies.dictionaries(strategies.text(), inner),
    max_leaves=5,
)


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        ("validate --profile", tuple(signature(Profile).parameters)),
        ("classify --context", ("jitter", "max_attempts", "client_id", "retry_budget_empty")),
    ],
)
@given(data=strategies.data())
def test_settings_of_any_kind_are_taken_or_refused(
    place: str, keys: tuple[str, ...], data: strategies.DataObject
) -> None:
    members = data.draw(strategies.dictionaries(strategies.sampled_from(keys), ANYTHING))
    told = used(place, "-", stdin=json.dumps(members).encode())
    check(told, Exit(told.code), place)
    assert told.code in (YES, NO, INPUT)
