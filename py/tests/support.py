"""What several tests use."""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
from collections.abc import Callable
from typing import Any, NoReturn

import pytest
from idenfy_rules import InputError, Policy

APPROVED = b'{"scanRef": "s", "status": {"overall": "APPROVED"}, "final": true}'
ASKS_AGE = """{"format": 1, "name": "age", "otherwise": "review",
    "rules": [{"id": "child", "when": {"age": {"below": 18}}, "then": "reject"}]}"""

TESTS = """{"format": 1, "policy": "documented", "cases": [
    {"name": "approved", "facts": {"overall": "APPROVED"},
     "expect": {"outcome": "accept", "rules": ["approved"], "lifecycle": "decided"}},
    {"name": "glare", "facts": {"overall": "DENIED", "document": "DOC_FACE_GLARED"},
     "expect": {"outcome": "review", "undecided": []}},
    {"name": "of nobody", "webhook": {"data": {"docFirstName": "JANE"}},
     "expect": {"outcome": "reject"}}]}"""

KEY = b"signing key of the vectors"


def lacking(what: str) -> NoReturn:
    """Skips a test for want of something; where everything has to be there, that fails."""
    if os.environ.get("STRICT") == "1":
        pytest.fail(what)
    pytest.skip(f"SKIPPED: {what}")


def need(program: str) -> None:
    """A program that the test runs."""
    if shutil.which(program) is None:
        lacking(f"{program} is missing")


def lets_others_run(work: Callable[[], object]) -> bool:
    """Whether another thread has its turn while something runs. On a busy machine it may miss one,
    so it may run often."""
    turns: list[None] = []
    interval, gate = sys.getswitchinterval(), threading.Lock()

    def turn() -> None:
        with gate:
            turns.append(None)

    gate.acquire()
    thread = threading.Thread(target=turn)
    thread.start()
    # Nobody is made to give way: a turn comes only from who lets go of the interpreter.
    sys.setswitchinterval(3600)
    gate.release()
    try:
        for _ in range(100):
            work()
            if turns:
                return True
        return False
    finally:
        sys.setswitchinterval(interval)
        thread.join()


def policy_of(named: Any) -> Policy:
    """A policy as vectors name it: a built-in one, or a document."""
    if isinstance(named, str):
        return {"documented": Policy.documented, "strict": Policy.strict}[named]()
    return Policy.from_json(json.dumps(named))


def refusal(call: Callable[..., Any], *arguments: Any, **keywords: Any) -> InputError:
    """The exception of a call whose arguments cannot be used."""
    with pytest.raises(InputError) as caught:
        call(*arguments, **keywords)
    assert isinstance(caught.value, ValueError)
    return caught.value
