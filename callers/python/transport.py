"""One request, and what came of it; how an httpx failure is named in the words of the library."""

import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx

# An answer is a small piece of JSON; more than this is none.
ANSWER_LIMIT = 1 << 20

# The first kind whose type is in the chain of causes. What is not here counts as unknown, and so as
# if the request may have arrived.
KINDS: list[tuple[type[BaseException], str]] = [
    (ssl.SSLCertVerificationError, "tls_certificate"),
    (ssl.SSLError, "tls_handshake"),
    (socket.gaierror, "dns"),
    (ConnectionRefusedError, "connect_refused"),
    (httpx.ConnectTimeout, "connect_timeout"),
    (httpx.PoolTimeout, "send_failed"),
    (httpx.ConnectError, "network_unreachable"),
    (httpx.TimeoutException, "response_timeout"),
    (httpx.RemoteProtocolError, "protocol_error"),
    (httpx.NetworkError, "connection_reset"),
    (httpx.ProxyError, "proxy_connect"),
    (httpx.InvalidURL, "invalid_request"),
    (httpx.UnsupportedProtocol, "invalid_request"),
    (httpx.LocalProtocolError, "invalid_request"),
]


@dataclass
class Answer:
    """`status` is None when there was none; `transport` says how it broke off."""

    status: int | None = None
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""
    transport: str | None = None


def send(client: httpx.Client, url: str, body: bytes) -> Answer:
    answer = Answer()
    try:
        with client.stream("POST", url, content=body) as response:
            answer.status, answer.headers = response.status_code, response.headers.raw
            for chunk in response.iter_bytes():
                answer.body += chunk
                if len(answer.body) > ANSWER_LIMIT:
                    break
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        answer.transport = kind(error)
    return answer


def kind(error: BaseException) -> str:
    chain = list(causes(error))
    for wanted, name in KINDS:
        if any(isinstance(cause, wanted) for cause in chain):
            return name
    return "unknown"


def causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
