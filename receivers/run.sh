#!/bin/sh
# Builds a receiver, or builds and starts it: sh receivers/run.sh build|start rust|python|cpp|c.
set -eu
job=${1:-} language=${2:-}
cd "$(dirname "$0")/.."
. receivers/tools.sh

case "$language" in
rust)
    rust_program idenfy-receiver
    set -- "$target/$built/idenfy-receiver"
    ;;
python)
    python_program receivers/python
    set -- python receivers/python/receiver.py
    ;;
cpp)
    native_program cpp "${CXX:-c++}" cpp-httplib sqlite3
    set -- "$work/cpp/receiver"
    ;;
c)
    native_program c "${CC:-cc}" libmicrohttpd sqlite3
    set -- "$work/c/receiver"
    ;;
*) job=usage ;;
esac

case "$job" in
build) ;;
start) exec "$@" ;;
*) echo "usage: receivers/run.sh build|start rust|python|cpp|c" >&2 && exit 2 ;;
esac
