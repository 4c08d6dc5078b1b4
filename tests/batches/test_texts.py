"""What ``help()`` says of the module is true and whole, and only this module needs pyarrow."""

from __future__ import annotations

import doctest
import inspect
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pyarrow
import pytest
from idenfy_rules import Policy, arrow


def test_the_examples_are_true() -> None:
    names = {**vars(arrow), "pyarrow": pyarrow, "Policy": Policy}
    found = doctest.testmod(arrow, globs=names)
    assert (found.failed, found.attempted) == (0, 9)


@pytest.mark.parametrize("call", [arrow.decide_batches, arrow.compare_batches])
def test_a_call_says_what_it_takes_and_what_it_raises(call: Callable[..., Any]) -> None:
    text = inspect.getdoc(call) or ""
    assert "\nRaises " in text and "\nSource: " in text
    silent = [name for name in inspect.signature(call).parameters if f"`{name}`" not in text]
    assert silent == []


def test_the_rest_of_the_package_does_not_import_pyarrow() -> None:
    program = "import sys, idenfy_rules; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
