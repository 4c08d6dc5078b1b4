"""What is not taken leaves no trace."""

import socket
import time

import pytest
from program import KEY
from sender import signature, verification

LIMIT = 1 << 20


@pytest.fixture
def untouched(shared):
    """Nothing is stored, whatever the test sends."""
    before = shared.rows()
    yield shared
    assert shared.rows() == before


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "0" * 64,
        lambda body: signature(body, b"another key"),
        lambda body: signature(body, KEY + b"\n"),
        lambda body: signature(body + b"\n", KEY),
        lambda body: "sha256=" + signature(body, KEY),
        lambda body: signature(body, KEY)[:-2],
    ],
    ids=[
        "unsigned",
        "empty",
        "forged",
        "other-key",
        "key-and-line-feed",
        "other-body",
        "prefix",
        "short",
    ],
)
def test_what_is_not_genuine(untouched, scan_ref, header):
    body = verification(scan_ref, "APPROVED", final=True)
    header = header(body) if callable(header) else header
    assert untouched.sender.post(body, Idenfy_Signature=header).status == 401


def test_a_body_that_was_cut(untouched, scan_ref):
    body = verification(scan_ref, "APPROVED", final=True)
    header = signature(body, KEY)
    assert untouched.sender.post(body[:-10], Idenfy_Signature=header).status == 401


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{oops",
        b"[]",
        b"null",
        b'{"final": true}',
        b'{"scanRef": "s", "status": {}}',
        b"\xff\xfe",
    ],
)
def test_a_genuine_body_that_cannot_be_used(untouched, body):
    assert untouched.sender.post(body).status == 400


def test_the_limit_of_a_body(shared, scan_ref):
    body = verification(scan_ref, "APPROVED", final=True)
    whole = body + b" " * (LIMIT - len(body))
    assert shared.sender.post(whole + b" ").status == 413
    assert shared.record(scan_ref) is None
    assert shared.sender.post(whole).status == 200
    assert shared.record(scan_ref)["outcome"] == "accept"


def test_the_limit_holds_without_a_length(untouched):
    """Chunked: it is not told how much will come, and stops all the same."""
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    request = (
        b"POST /webhook HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
        b"Idenfy-Signature: %s\r\n\r\n" % (b"0" * 64)
    )
    answer = exchange(untouched, request, *[chunk] * 17, b"0\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 413 "), answer[:40]


def test_what_is_left_of_a_body_is_not_the_next_request(untouched):
    """Else its answer could pass, behind a proxy, for the answer to somebody else's delivery."""
    hidden = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
    body = hidden * (2 * LIMIT // len(hidden))
    request = b"POST /webhook HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
    with connected(untouched) as connection:
        try:
            connection.sendall(request % len(body) + body)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # it has answered before it read everything
        assert received(connection).count(b"HTTP/1.1 ") <= 1


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/webhook", 405),
        ("PUT", "/webhook", 405),
        ("DELETE", "/webhook", 405),
        ("POST", "/", 404),
        ("POST", "/webhook/more", 404),
        ("GET", "/docs", 404),
        ("GET", "/health", 200),
    ],
)
def test_methods_and_paths(untouched, method, path, status):
    assert untouched.sender.request(method, path).status == status


def test_a_body_that_stalls_does_not_hold_up_the_others(untouched, scan_ref):
    body = verification(scan_ref, "APPROVED", final=True)
    started = time.monotonic()
    with connected(untouched) as stalled:
        stalled.sendall(head(body) + body[:100])
        assert untouched.is_healthy()
        assert not received(stalled).startswith(b"HTTP/1.1 200")
    assert time.monotonic() - started < 8


def test_a_body_that_drips_does_not_hold_a_connection(untouched, scan_ref):
    body = verification(scan_ref, "APPROVED", final=True)
    started = time.monotonic()
    with connected(untouched) as dripping:
        dripping.sendall(head(body))
        try:
            for at in range(len(body)):
                dripping.sendall(body[at : at + 1])
                time.sleep(0.05)
        except OSError:
            pass  # it was given up
        assert not received(dripping).startswith(b"HTTP/1.1 200")
    assert time.monotonic() - started < 8


def test_a_body_that_comes_slowly_is_taken(shared, scan_ref):
    body = verification(scan_ref, "APPROVED", final=True)
    with connected(shared) as slow:
        slow.sendall(head(body))
        for at in range(0, len(body), 100):
            slow.sendall(body[at : at + 100])
            time.sleep(0.03)
        assert received(slow).startswith(b"HTTP/1.1 200 ")
    assert shared.record(scan_ref)["outcome"] == "accept"


def test_a_sender_that_hangs_up(untouched, scan_ref):
    body = verification(scan_ref, "APPROVED", final=True)
    with connected(untouched) as sender:
        sender.sendall(head(body) + body[:-1])
    assert untouched.is_healthy()


def head(body: bytes) -> bytes:
    return (
        b"POST /webhook HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        b"Idenfy-Signature: %s\r\nContent-Length: %d\r\n\r\n"
        % (signature(body, KEY).encode(), len(body))
    )


def connected(receiver) -> socket.socket:
    return socket.create_connection(("127.0.0.1", receiver.port), timeout=10)


def received(connection: socket.socket) -> bytes:
    came = b""
    try:
        while chunk := connection.recv(65536):
            came += chunk
    except ConnectionResetError:
        pass
    return came


def exchange(receiver, *pieces: bytes) -> bytes:
    with connected(receiver) as connection:
        connection.settimeout(5)
        try:
            for piece in pieces:
                connection.sendall(piece)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it has answered before it read everything
        try:
            return connection.recv(65536)
        except (ConnectionResetError, TimeoutError):
            return b""
