#!/bin/sh
# Builds the Python package into .venv and tests or lints it: sh py/check.sh test|lint.
# Without a Python that can do that it says SKIPPED; with STRICT=1 a skip fails.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

skip() {
    echo "SKIPPED: $1; the Python package was not checked"
    [ "${STRICT:-}" = 1 ] && exit 1
    exit 0
}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || skip "no Python 3.10 or newer"
[ -x .venv/bin/python ] || "$python" -m venv .venv || skip "$python cannot make a virtual environment"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement py/requirements-dev.txt ||
    skip "the tools of py/requirements-dev.txt cannot be installed"
PATH="$PWD/.venv/bin:$PATH"
python -m pip install --quiet --disable-pip-version-check \
    --no-build-isolation --force-reinstall --no-deps ./py

case "$1" in
test) cd py && python -m pytest --quiet ;;
lint)
    python -m mypy.stubtest idenfy_rules
    python -m mypy --strict py/tests/test_typing.py
    ;;
*) echo "usage: py/check.sh test|lint" && exit 2 ;;
esac
