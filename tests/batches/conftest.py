"""Settings, and the month that the recipes read."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import month
import pytest

# No test is timed: a machine may be busy with something else.
hypothesis.settings.register_profile("untimed", deadline=None, database=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture
def bodies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The bodies of a month, whose files are in the current folder."""
    monkeypatch.chdir(tmp_path)
    return month.write(tmp_path)
