"""Stands in for iDenfy's `POST /api/v2/token` and plays the answers that its pages describe.

    python3 tests/standin/standin.py --port 8090 rate_limited created

plays these answers, one for each request, and the last of them from then on. Nothing in here is a
copy of the service: statuses, identifiers, sentences and token are those of the published pages,
and the rest are the ways in which a network fails. It is a tool for tests.
"""

import argparse
import email.utils
import json
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

AUTH_TOKEN = "3FA5TFPA2ZE3LMPGGS1EGOJNJE-SECRET"
TOKEN = {
    "message": "Token created successfully",
    "authToken": AUTH_TOKEN,
    "scanRef": "00000000-standin-0000-000000000001",
    "clientId": "client-1",
    "expiryTime": 3600,
    "sessionLength": 600,
    "tokenType": "IDENTIFICATION",
    "digitString": None,
}
PAGE = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
ANSWERS: dict[str, Callable] = {}


def answers(name: str, status: int, body, **headers: str) -> None:
    """A whole answer; a header that is a function is asked for its value when it is sent."""
    text = body if isinstance(body, str) else json.dumps(body)
    kind = "text/html" if text.startswith("<") else "application/json"
    named = {"Content-Type": kind} | {
        key.replace("_", "-"): value for key, value in headers.items()
    }
    ANSWERS[name] = lambda request: request.reply(status, text.encode(), named)


def error(name: str, status: int, message: str, identifier: str | None = None, **headers) -> None:
    fields = {"message": message} | ({"identifier": identifier} if identifier else {})
    answers(name, status, fields, **headers)


def in_seconds(seconds: int) -> Callable[[], str]:
    return lambda: email.utils.formatdate(time.time() + seconds, usegmt=True)


answers("created", 201, TOKEN)
answers("created_200", 200, TOKEN)
answers(
    "created_with_link",
    201,
    TOKEN | {"redirectUrl": "https://ui.idenfy.com/?authToken=" + AUTH_TOKEN},
)
answers("created_for_another", 201, TOKEN | {"clientId": "client-2"})
answers("created_empty", 200, "")
answers("page_instead_of_token", 200, PAGE)
answers("status", 200, {"status": "APPROVED", "scanRef": TOKEN["scanRef"]})
error("bad_value", 400, "Field 'country' has to be a valid country code.", "BAD_VALUE")
error("missing_value", 400, "Some of required values are missing", "MISSING_VALUE")
error("json_error", 400, "An error occurred while parsing JSON", "JSON_ERROR")
error("token_limit", 400, "Partner reached token limit.", "PERMISSIONS_ERROR")
error("unexplained", 400, "Something is wrong.")
error("unauthorized", 401, "Invalid authorization credentials")
error("no_funds", 402, "Action not allowed due to lack of funds or exceeded limit.")
error("inactive", 403, "Partner inactive")
error("wrong_environment", 403, "This endpoint is not available for DEMO partners.")
answers("blocked", 403, PAGE)
error("not_found", 404, "Not found.")
error("method_not_allowed", 405, 'Method "POST" not allowed.', "METHOD_NOT_ALLOWED")
error("conflict", 409, "Client ID already exists")
error("rate_limited", 429, "Too many requests", "TOO_MANY_REQUESTS", Retry_After="7")
error(
    "rate_limited_until", 429, "Too many requests", "TOO_MANY_REQUESTS", Retry_After=in_seconds(30)
)
error(
    "rate_limited_until_by_our_clock",
    429,
    "Too many requests",
    Retry_After=in_seconds(30),
    Date=None,
)
error("rate_limited_for_hours", 429, "Too many requests", "TOO_MANY_REQUESTS", Retry_After="7200")
error("rate_limited_silently", 429, "Too many requests", "TOO_MANY_REQUESTS")
error("internal_error", 500, "Internal server error", "INTERNAL_ERROR")
error("old_internal_error", 400, "Internal server error", "INTERNAL_ERROR")
answers("bad_gateway", 502, PAGE)
answers("unavailable", 503, PAGE, Retry_After="2")
answers("gateway_timeout", 504, PAGE)
answers("moved", 301, "", Location="https://other.example/api/v2/token")


def broken(function: Callable) -> Callable:
    ANSWERS[function.__name__] = function
    return function


@broken
def cut_off(request) -> None:
    """A success whose body ends early."""
    whole = json.dumps(TOKEN).encode()
    request.reply(201, whole[:40], {"Content-Length": str(len(whole))})


@broken
def slow(request) -> None:
    """An answer that comes when nobody waits any more."""
    time.sleep(request.server.slow_s)
    ANSWERS["created"](request)


@broken
def reset(request) -> None:
    """The connection is torn down before an answer."""
    linger = struct.pack("ii", 1, 0)
    request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)


@broken
def closed(request) -> None:
    """The connection is closed before an answer."""


@broken
def not_http(request) -> None:
    """Something else listens on that port."""
    request.wfile.write(b"220 mail.example ESMTP\r\n")


@dataclass(frozen=True)
class Sent:
    """A request as it came."""

    path: str
    body: bytes
    headers: dict[str, str] = field(repr=False)


class Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        headers = {key.lower(): value for key, value in self.headers.items()}
        self.close_connection = True
        self.server.next_answer(Sent(self.path, body, headers))(self)

    def reply(self, status: int, body: bytes, headers: dict) -> None:
        self.send_response_only(status)
        for name, value in (
            {"Date": in_seconds(0), "Content-Length": str(len(body))} | headers
        ).items():
            text = value() if callable(value) else value
            if text is not None:
                self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *message) -> None:
        """Requests hold keys; what came is in `sent`."""


class StandIn(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, names: list[str], port: int = 0, slow_s: float = 60) -> None:
        super().__init__(("127.0.0.1", port), Request)
        self.names, self.slow_s = list(names), slow_s
        self.sent: list[Sent] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/api/v2/token"

    def next_answer(self, sent: Sent) -> Callable:
        self.sent.append(sent)
        return ANSWERS[self.names[min(len(self.sent), len(self.names)) - 1]]

    def handle_error(self, request, client_address) -> None:
        """Callers hang up; that is what some answers are for."""

    def __enter__(self) -> "StandIn":
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self.shutdown()
        self.server_close()


def main() -> None:
    parser = argparse.ArgumentParser(
        description="plays answers of the token endpoint",
        epilog="answers: " + " ".join(sorted(ANSWERS)),
    )
    parser.add_argument("answers", nargs="+", choices=sorted(ANSWERS), metavar="ANSWER")
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--slow-s", type=float, default=60)
    given = parser.parse_args()
    StandIn(given.answers, given.port, given.slow_s).serve_forever()


if __name__ == "__main__":
    main()
