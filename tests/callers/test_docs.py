"""The commands of docs/callers.md, with both callers."""

import socket

import pytest
from page import ROOT, Shell, blocks, need
from standin import ANSWERS, AUTH_TOKEN, TOKEN


@pytest.fixture
def shell(language, tmp_path):
    need("sqlite3")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    words = {
        "/tmp/idenfy": str(tmp_path),
        "8090": port,
        "make caller-python": f"make caller-{language}",
    }
    shell = Shell(words)
    yield shell
    shell.stop()


def test_the_page_shows_how_to_try_one(shell):
    first, again = blocks("callers.md", "sh")
    # The stand-in of the first block would hold its output open.
    out = shell.run(first.replace("created &", "created >/dev/null 2>&1 &"))
    assert out.count('"reason":"SERVICE_UNAVAILABLE"') == out.count('"reason":"TOKEN_CREATED"') == 1
    assert out.splitlines()[-1].endswith(f"authToken={AUTH_TOKEN}")
    exports = "\n".join(line for line in first.splitlines() if line.startswith("export "))
    out = shell.run(exports + "\n" + again)
    assert "session_active" in out and out.splitlines()[-1] == TOKEN["scanRef"]


def test_the_page_names_answers_that_there_are():
    text = (ROOT / "docs/callers.md").read_text().split("## The stand-in")[1].replace("\n", " ")
    named = [word for word in text.split("`")[3::2] if "-" not in word and " " not in word]
    assert len(named) > 5 and set(named) <= set(ANSWERS)
