"""The command as a program: pipes that close, signals, terminals, and life without the extra."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import PROGRAM, SIGNATURE, WEBHOOK, environment, program, ran, written
from idenfy_rules.command.exits import Exit
from support import lacking

ANSWERS: dict[str, tuple[str, ...]] = {
    "help": ("--help",),
    "version": ("--version",),
    "validate": ("validate", "request.json"),
    "classify": ("classify", "--status", "402"),
    "retry-plan": ("retry-plan",),
    "verify": ("verify", "webhook.json", "--signature", SIGNATURE, "--key-file", "key.txt"),
    "sign": ("sign", "webhook.json", "--key-file", "key.txt"),
    "diagnose": ("diagnose", "webhook.json", "--key-file", "key.txt"),
    "decide": ("decide", "webhook.json", "--policy", "strict"),
    "replay": ("replay", "webhooks.ndjson", "--policy", "strict"),
    "policy check": ("policy", "check", "group.json"),
    "policy show": ("policy", "show", "strict"),
    "policy schema": ("policy", "schema"),
    "policy test": ("policy", "test", "strict", "strict.test.json"),
    "policy page": ("policy", "show", "strict", "--format", "html"),
    "lint": ("lint", "receiver", "--status", "204"),
}
CLOSED = "standard output was closed before everything was written"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(written(tmp_path))
    return tmp_path


@pytest.mark.parametrize("name", ANSWERS)
def test_a_closed_pipe_is_told(name: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = program(*ANSWERS[name], stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (Exit.OUTPUT, f"idenfy-rules: {CLOSED}\n".encode())


@pytest.mark.parametrize("name", ANSWERS)
def test_a_full_disk_is_told(name: str) -> None:
    if not Path("/dev/full").exists():
        lacking("this system has no device that is always full")
    with open("/dev/full", "wb") as full:
        done = program(*ANSWERS[name], stdout=full)
    text = b"idenfy-rules: cannot write to standard output: no space left on device\n"
    assert (done.returncode, done.stderr) == (Exit.OUTPUT, text)


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    typed = line.replace("idenfy-rules", " ".join(PROGRAM))
    return subprocess.run(["sh", "-c", typed], env=environment(), capture_output=True, check=False)


def test_streams_may_be_closed_from_the_start() -> None:
    told = shell("idenfy-rules policy schema >&-")
    assert told.returncode == Exit.OUTPUT
    assert told.stderr == b"idenfy-rules: standard output is closed\n"
    told = shell("idenfy-rules validate - <&-")
    assert (told.returncode, told.stdout) == (Exit.INPUT, b"")
    assert told.stderr == b"idenfy-rules: standard input is closed\n"
    assert shell("idenfy-rules validate missing 2>&-").returncode == Exit.INPUT
    assert shell("idenfy-rules sign webhook.json --key-file key.txt 2>&-").returncode == Exit.YES


def test_the_first_line_of_a_long_answer_can_be_had() -> None:
    told = shell("idenfy-rules policy schema | head -1")
    assert told.stdout == b"{\n"
    assert told.stderr in (b"", f"idenfy-rules: {CLOSED}\n".encode())


def test_the_results_outlive_a_table_that_nobody_reads() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = program(*ANSWERS["replay"], "--out", "out", stdout=writer)
    os.close(writer)
    assert done.returncode == Exit.OUTPUT
    assert len(Path("out").read_bytes().splitlines()) == 2


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A job in the background ignores an interrupt, and so would every program that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupted_replay_leaves_no_file() -> None:
    command = (*PROGRAM, "replay", "-", "--policy", "strict", "--out", "out")
    with subprocess.Popen(
        command,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdin is not None
        # So many that some results are in the file, and not just on their way to it.
        running.stdin.write((WEBHOOK + b"\n") * 500)
        running.stdin.flush()
        while not any(part.stat().st_size for part in Path().glob(".*.part")):
            assert running.poll() is None
            time.sleep(0.01)
        # A signal that comes just before the reading begins is noticed with the next one.
        for _ in range(12):
            running.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.wait(5)
                break
        # Its standard input stays open: only a signal can have ended it.
        assert running.poll() == Exit.INTERRUPTED
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read() == b""
        assert running.stderr.read().strip() == b"idenfy-rules: interrupted"
    assert not [name for name in os.listdir() if "out" in name]


def test_arguments_that_are_no_text_are_told() -> None:
    for arguments in ((b"validate", b"\xff\xfe"), (b"policy", b"show", b"\xff"), (b"\xff",)):
        done = program(*arguments)
        assert done.returncode in (Exit.INPUT, Exit.USAGE)
        assert done.stdout == b""
        assert done.stderr.startswith(b"idenfy-rules: ")
        assert done.stderr.count(b"\n") == 1
    odd = program("classify", b"--transport", b"\xff", b"--operation", b"\xff")
    assert (odd.returncode, odd.stdout) == (Exit.USAGE, b"")
    signed = program(*ANSWERS["verify"][:3], b"\xff" * 64, *ANSWERS["verify"][4:])
    assert signed.returncode == Exit.NO


def test_json_is_utf_8_wherever_it_goes() -> None:
    Path("odd.json").write_text('{"clientId": "c", "ō": 1}', encoding="utf-8")
    for given in ("ascii", "utf-8"):
        command = (*PROGRAM, "validate", "odd.json")
        variables = {**environment(), "PYTHONIOENCODING": given}
        told = subprocess.run([*command, "--json"], env=variables, capture_output=True, check=True)
        assert "/ō" in told.stdout.decode()
        shown = subprocess.run(command, env=variables, capture_output=True, check=True)
        assert ("/ō" if given == "utf-8" else "/\\u014d") in shown.stdout.decode()


def on_terminal(*arguments: str, **variables: str) -> str:
    """What a person sees on a terminal of 60 columns."""
    try:
        import pty
    except ImportError:
        lacking("this system has no pseudo-terminals")
    leader, follower = pty.openpty()
    seen = {**environment(), "COLUMNS": "60", "TERM": "xterm", **variables}
    done = subprocess.Popen([*PROGRAM, *arguments], env=seen, stdout=follower, stderr=follower)
    os.close(follower)
    parts = []
    try:
        while part := os.read(leader, 4096):
            parts.append(part)
    except OSError:  # the other end was closed
        pass
    os.close(leader)
    done.wait(60)
    return b"".join(parts).decode().replace("\r\n", "\n")


def test_a_terminal_gets_colours_and_lines_that_fit() -> None:
    seen = on_terminal(*ANSWERS["decide"])
    assert "\x1b[32maccept " in seen
    plain = on_terminal(*ANSWERS["decide"], NO_COLOR="1")
    assert "accept" in plain
    assert "\x1b" not in plain
    assert max(map(len, plain.splitlines())) <= 60
    long = on_terminal(*ANSWERS["decide"], "--json")
    assert long == ran(*ANSWERS["decide"], "--json").out
    assert on_terminal("policy", "schema") == ran("policy", "schema").out


def test_the_progress_bar_is_for_terminals_alone() -> None:
    assert "replaying" in on_terminal(*ANSWERS["replay"])
    assert program(*ANSWERS["replay"]).stderr == b""


def test_broken_lines_are_named_beside_the_progress_bar() -> None:
    Path("lines").write_bytes(b"x\n" + WEBHOOK)
    seen = on_terminal("replay", "lines", "--policy", "strict", NO_COLOR="1")
    assert "idenfy-rules: line 1, column 1: webhook.not_json" in seen


WITHOUT = """import sys
sys.modules["{name}"] = None
from idenfy_rules.command import main
sys.exit(main())
"""
LOADED = """import sys
import idenfy_rules
print({"click", "rich"} & {name.partition(".")[0] for name in sys.modules})
"""


@pytest.mark.parametrize("name", ["click", "rich"])
def test_without_the_extra_one_line_says_what_is_missing(name: str) -> None:
    code = WITHOUT.format(name=name)
    done = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (Exit.USAGE, b"")
    assert done.stderr.decode() == (
        "idenfy-rules: the command needs click and rich: pip install 'idenfy-rules[cli]'\n"
    )


def test_the_library_imports_neither_click_nor_rich() -> None:
    told = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, check=True)
    assert told.stdout == b"set()\n"


def test_the_command_is_typed() -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--package", "idenfy_rules.command"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
