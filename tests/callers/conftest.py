import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/standin"))

LANGUAGES = os.environ.get("LANGUAGES", "rust python").split()


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def caller(language, tmp_path):
    from caller import Caller

    return Caller(language, tmp_path)
