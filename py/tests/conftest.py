"""Settings of all tests."""

from __future__ import annotations

import hypothesis

# No test is timed: a machine may be busy with something else.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")
# Other inputs in every run, on a CI machine, too.
hypothesis.settings.register_profile(
    "fuzz", parent=hypothesis.settings.get_profile("untimed"), derandomize=False
)
