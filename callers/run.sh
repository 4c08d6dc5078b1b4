#!/bin/sh
# Builds a caller, or builds and starts it:
#     sh callers/run.sh build|start rust|python [REQUEST.json]
set -eu
job=${1:-} language=${2:-} request=${3:-}
cd "$(dirname "$0")/.."
. receivers/tools.sh

case "$language" in
rust)
    rust_program idenfy-caller
    set -- "$target/$built/idenfy-caller"
    ;;
python)
    python_program callers/python
    set -- python callers/python/caller.py
    ;;
*) job=usage ;;
esac

case "$job" in
build) ;;
start) exec "$@" "${request:?the file with the request is missing}" ;;
*) echo "usage: callers/run.sh build|start rust|python [REQUEST.json]" >&2 && exit 2 ;;
esac
