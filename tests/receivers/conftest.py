import os
from itertools import count

import pytest

from program import COMMANDS, Receiver

LANGUAGES = os.environ.get("LANGUAGES", " ".join(COMMANDS)).split()
serial = count(1)


@pytest.fixture(scope="session", params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="session")
def shared(language, tmp_path_factory):
    """One process for all tests that leave it alone."""
    receiver = Receiver(
        language, tmp_path_factory.mktemp(language), RECEIVER_READ_MS="1000"
    ).start()
    yield receiver
    receiver.stop()


@pytest.fixture
def own(language, tmp_path):
    """A process for this test alone, made with its settings and started by it."""
    made = []

    def make(**settings: str) -> Receiver:
        made.append(Receiver(language, tmp_path, **settings))
        return made[-1]

    yield make
    for receiver in made:
        if receiver.process:
            receiver.kill()


@pytest.fixture
def scan_ref():
    return f"00000000-test-0000-0000-{next(serial):012}"
