"""Sends webhooks as the vendor's pages say that iDenfy does.

POST with `Idenfy-Event-Type` and `Idenfy-Signature` over the raw body; any 2xx within 10 seconds is
an answer, anything else is sent again, at most 10 times and at most 10 seconds apart. The waits
are scaled down; nothing else is. It signs with Python's own hmac, not with the library.
"""

import hashlib
import hmac
import http.client
import json
import time
from dataclasses import dataclass

ANSWER_WITHIN_S = 10
REPEATS, APART_S = 10, 10

AUTO, MANUAL = "IDENTIFICATION_AUTO_FINISHED", "IDENTIFICATION_MANUAL_FINISHED"
RESUBMITTED, EXPIRED = "IDENTIFICATION_RESUBMITTED", "IDENTIFICATION_EXPIRED"

# What must never be found in a database or a log. Invented.
PERSON = {
    "docFirstName": "ŽYDRĖ-PRIVATE",
    "docLastName": "PAVYZDĖ-PRIVATE",
    "docNumber": "X0000001-PRIVATE",
    "docDob": "1990-05-15",
    "docExpiry": "2093-05-17",
}


@dataclass(frozen=True)
class Answer:
    """`status` is None when the connection ended without one."""

    status: int | None
    headers: dict[str, str]


def signature(body: bytes, key: bytes) -> str:
    return hmac.new(key, body, hashlib.sha256).hexdigest()


def verification(
    scan_ref: str, overall: str, *, final: bool, by_hand: bool = False, **status
) -> bytes:
    """A verification webhook: all checks good unless `status` says otherwise."""
    checks = {"autoDocument": "DOC_VALIDATED", "autoFace": "FACE_MATCH"}
    if by_hand:
        checks |= {"manualDocument": "DOC_VALIDATED", "manualFace": "FACE_MATCH"}
    body = {
        "final": final,
        "platform": "MOBILE",
        "status": {"overall": overall, "fraudTags": [], "mismatchTags": []} | checks | status,
        "data": PERSON,
        "fileUrls": {"FRONT": "https://files.example/front-PRIVATE"},
        "scanRef": scan_ref,
        "clientId": "client-PRIVATE",
        "clientIp": "192.0.2.1",
    }
    return json.dumps(body, ensure_ascii=False, indent=1).encode()


@dataclass(frozen=True)
class Sender:
    host: str
    port: int
    key: bytes
    time_scale: float = 0.002

    def post(self, body: bytes, event: str | None = MANUAL, **headers: str) -> Answer:
        """One delivery, genuine unless `headers` bring another signature."""
        sent = {"Content-Type": "application/json", "Idenfy-Signature": signature(body, self.key)}
        if event is not None:
            sent["Idenfy-Event-Type"] = event
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        return self.request(
            "POST", "/webhook", body, {k: v for k, v in sent.items() if v is not None}
        )

    def request(self, method: str, path: str, body: bytes | None = None, headers=None) -> Answer:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=ANSWER_WITHIN_S)
        try:
            connection.connect()
            try:
                connection.request(method, path, body, headers or {})
            except (BrokenPipeError, ConnectionResetError):
                pass  # it has answered before it read everything
            answer = connection.getresponse()
            answer.read()
            return Answer(answer.status, {k.lower(): v for k, v in answer.headers.items()})
        except (OSError, http.client.HTTPException):
            return Answer(None, {})
        finally:
            connection.close()

    def deliver(self, body: bytes, event: str | None = MANUAL) -> list[int | None]:
        """Sends until it is taken or given up; what came back each time."""
        came = [self.post(body, event).status]
        while len(came) <= REPEATS and (came[-1] is None or not 200 <= came[-1] < 300):
            time.sleep(APART_S * self.time_scale)
            came.append(self.post(body, event).status)
        return came
