"""The commands of docs/receivers.md, with every receiver."""

import sqlite3
import sys
from contextlib import closing

import pytest
from program import ROOT, free_port, wait_until
from sender import Sender

sys.path.insert(0, str(ROOT / "tests/standin"))

from page import Shell, blocks, need  # noqa: E402
from standin import StandIn  # noqa: E402


@pytest.fixture
def shell(language, tmp_path, monkeypatch):
    need("curl", "openssl", "sqlite3")
    port = free_port()
    monkeypatch.setenv("RECEIVER_LISTEN", f"127.0.0.1:{port}")
    shell = Shell(
        {
            "/tmp/idenfy": str(tmp_path),
            "make receiver-python": f"make receiver-{language}",
            "127.0.0.1:8080": f"127.0.0.1:{port}",
        }
    )
    shell.sender = Sender("127.0.0.1", port, b"the signing key")
    yield shell
    shell.stop()


def test_the_page_shows_how_to_start_and_try_one(shell, tmp_path):
    start, send = blocks("receivers.md", "sh")
    process = shell.start(start)

    def is_up() -> bool:
        assert process.poll() is None, process.stdout.read()
        return shell.sender.request("GET", "/health").status == 200

    wait_until(is_up, "it is built and up", patience_s=300)
    assert shell.run(send).endswith("s-1|accept\n")
    with closing(sqlite3.connect(tmp_path / "verifications.db")) as db:
        assert db.execute("SELECT scan_ref, outcome FROM action").fetchall() == [("s-1", "accept")]


def test_the_page_shows_how_to_ask_for_a_lost_result():
    [block] = blocks("receivers.md", "python")
    names: dict = {}
    exec(block, names)
    ask = names["ask_status"]
    with StandIn(["status", "unauthorized"]) as standin:
        base = standin.url.removesuffix("/api/v2/token")
        assert ask(base, "key", "secret", "s-1") == "APPROVED"
        [sent] = standin.sent
        assert (sent.path, sent.body) == ("/api/v2/status", b'{"scanRef":"s-1"}')
        with pytest.raises(RuntimeError, match="CREDENTIALS_REJECTED"):
            ask(base, "key", "secret", "s-1")
