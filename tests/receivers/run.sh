#!/bin/sh
# Tests programs over real HTTP: sh tests/receivers/run.sh receivers|callers, as `make receivers`
# and `make callers` do. One whose tools are missing is SKIPPED; with STRICT=1 that fails.
# LANGUAGES names those to be tested.
set -eu
cd "$(dirname "$0")/../.."

skip() {
    echo "SKIPPED: $1"
    [ "${STRICT:-}" != 1 ]
}

case "${1:-}" in
receivers) languages="python rust cpp c" ;;
callers) languages="python rust" ;;
*) echo "usage: tests/receivers/run.sh receivers|callers" >&2 && exit 2 ;;
esac

tested=
for language in ${LANGUAGES:-$languages}; do
    status=0
    sh "$1/run.sh" build "$language" || status=$?
    case $status in
    0) tested="$tested $language" ;;
    3) skip "a tool is missing; $1 in $language were not tested" ;;
    *) exit "$status" ;;
    esac
done

# The program in Python has made an environment; the tests need it, too.
work=$(cd "${CARGO_TARGET_DIR:-target}/receivers" && pwd)
if [ ! -x "$work/venv/bin/python" ]; then
    skip "there is no Python environment; no $1 were tested" && exit 0
    exit 1
fi
PATH="$work/venv/bin:$PATH"
python -m pip --quiet --disable-pip-version-check install --constraint py/requirements-dev.txt \
    pytest --requirement callers/python/requirements.txt
WORK=$work LANGUAGES=$tested python -m pytest --quiet -rs "tests/$1"
