"""Receives webhooks of iDenfy in Python, with FastAPI under uvicorn and SQLite.

    RECEIVER_KEYS_FILE=keys.txt make receiver-python

Verify, decide, reconcile, commit, and only then answer 200: without a 200 the vendor sends it
again, and what came twice is a duplicate. docs/receivers.md says more.
"""

import asyncio
import logging
import sqlite3
import sys
from datetime import datetime, timezone

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from idenfy_rules import Decision, IdenfyRulesError, SignatureError, WebhookError
from settings import Settings, read_settings
from store import Store

BODY_LIMIT = 1 << 20
log = logging.getLogger("uvicorn.error")


class Refused(Exception):
    """A delivery that is not taken: what to answer, and why in the log."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


def application(settings: Settings, store: Store) -> FastAPI:
    app = FastAPI(openapi_url=None)

    @app.get("/health")
    def health() -> Response:
        return Response("ok\n", media_type="text/plain")

    @app.post("/webhook")
    async def webhook(request: Request) -> Response:
        try:
            body = await asyncio.wait_for(read_body(request), settings.read_s)
            kind = await run_in_threadpool(store.keep, decide(settings, request, body))
        except Refused as refused:
            return answer(refused.status, str(refused))
        except asyncio.TimeoutError:
            return answer(408, "too slow")
        except (sqlite3.Error, IdenfyRulesError) as error:  # one is a record that nobody can read
            return answer(503, f"not stored: {getattr(error, 'code', type(error).__name__)}")
        return answer(200, kind)

    return app


async def read_body(request: Request) -> bytes:
    """The raw bytes: JSON that was parsed and written again does not verify."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > BODY_LIMIT:
                raise Refused(413, "too large")
    except ClientDisconnect:
        raise Refused(400, "broken off") from None
    return bytes(body)


def decide(settings: Settings, request: Request, body: bytes) -> Decision:
    try:
        return settings.policy.receive(
            body,
            request.headers.get("Idenfy-Signature"),
            settings.keys,
            event_type=request.headers.get("Idenfy-Event-Type"),
            today=datetime.now(timezone.utc).date(),
        )
    except (SignatureError, WebhookError) as error:
        raise Refused(error.http_status, error.code) from error


def answer(status: int, why: str) -> Response:
    log.info("%d %s", status, why)
    return Response(status_code=status, headers={"Retry-After": "1"} if status == 503 else None)


def main() -> None:
    try:
        settings = read_settings()
        store = Store(settings.database, settings.busy_s)
    except (IdenfyRulesError, OSError, ValueError, sqlite3.Error) as error:
        sys.exit(f"receiver: {error}")
    app = application(settings, store)
    uvicorn.run(app, host=settings.host, port=settings.port, access_log=False)


if __name__ == "__main__":
    main()
