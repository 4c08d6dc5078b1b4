#!/bin/sh
# Loads a receiver and checks what became of it: sh tests/load/run.sh load|test
#   load    RECEIVER (rust, python, cpp or c) for MINUTES, as it serves; RATE and SEED are optional
#   test    a few seconds of the one in Python, and the checks themselves
# What is missing is SKIPPED; with STRICT=1 that fails.
set -eu
cd "$(dirname "$0")/../.."

case "${1:-}" in
load) language=${RECEIVER:-rust} profile=${PROFILE:-release} ;;
test) language=python profile=${PROFILE:-dev} ;;
*) echo "usage: tests/load/run.sh load|test" >&2 && exit 2 ;;
esac

status=0
PROFILE=$profile sh receivers/run.sh build "$language" || status=$?
if [ "$status" = 3 ] || ! command -v "${PYTHON:-python3}" >/dev/null; then
    echo "SKIPPED: a tool is missing; the receiver in $language was not loaded"
    [ "${STRICT:-}" != 1 ] && exit 0
    exit 1
fi
[ "$status" = 0 ] || exit "$status"

WORK=$(cd "${CARGO_TARGET_DIR:-target}/receivers" && pwd)
python=${PYTHON:-python3}
[ "$language" != python ] || python=$WORK/venv/bin/python
export WORK PYTHONPATH=tests/receivers
case "$1" in
load)
    "$python" tests/load/load.py --receiver "$language" --minutes "${MINUTES:-10}" \
        --rate "${RATE:-200}" --seed "${SEED:-1}"
    ;;
test)
    "$python" -m pip --quiet --disable-pip-version-check install \
        --constraint py/requirements-dev.txt pytest
    "$python" -m pytest --quiet -rs -c tests/receivers/pytest.ini tests/load
    ;;
esac
