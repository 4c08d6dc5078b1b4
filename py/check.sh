#!/bin/sh
# Checks the Python package: sh py/check.sh test|fuzz|lint|bless|wheels|twice|arrow|spark.
#   test    builds it into .venv, with the entry that panics, and runs the tests
#   fuzz    builds it into .venv and tries the calls with inputs by chance for so many SECONDS
#   lint    builds it in the same way and reads the stubs and the types
#   bless   does the same and writes anew what is generated: enums, stubs, printed examples
#   wheels  builds the source archive and from that the wheel, as they are released, checks both and
#           runs the tests on every CPython that is there
#   twice   builds it twice, from nothing, and compares the bytes
#   arrow   builds it into .venv and runs the tests of batches: Arrow, DuckDB, Polars
#   spark   builds it into .venv-spark and runs those in Spark, which needs Java
# What is missing is SKIPPED; with STRICT=1 a skip fails, except of one interpreter among others.
set -eu
cd "$(dirname "$0")/.."
wheels=$PWD/py/target/wheels
venv=.venv

skip() {
    echo "SKIPPED: $1"
    [ "${STRICT:-}" != 1 ]
}

skip_all() {
    skip "$1; the Python package was not checked" && exit 0
    exit 1
}

# pip of an interpreter. The paths of whoever builds stay out of the library.
pip_of() {
    interpreter=$1
    shift
    RUSTFLAGS=${RUSTFLAGS:---remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo} \
        "$interpreter" -m pip --quiet --disable-pip-version-check "$@"
}

# An environment of its own with the tools of the tests.
environment() {
    [ -x "$2/bin/python" ] || "$1" -m venv "$2" || return 1
    pip_of "$2/bin/python" install --requirement py/requirements-dev.txt
}

prepare() {
    environment "${PYTHON:-python3}" "$venv" ||
        skip_all "there is no Python that can make a virtual environment with the tools"
    PATH="$PWD/$venv/bin:$PATH"
}

install() {
    prepare
    pip_of python install --no-build-isolation --force-reinstall --no-deps \
        --config-settings=build-args="--features panic-entry" ./py
}

# Bodies by chance and what Rust says of them, for test_agreement.py.
agreement() {
    AGREEMENT=$PWD/py/target/agreement ${CARGO:-cargo} test --locked --quiet --test agreement python
}

# What the tests of batches need besides is large: no other check installs it.
batches() {
    pip_of python install --requirement "py/requirements-$1.txt"
    python -m pytest --quiet tests/batches -m "$2"
}

# Whole rounds, until the time is over; hypothesis starts each from other inputs.
fuzz() {
    rounds=0
    end=$(($(date +%s) + $1))
    while [ "$rounds" -eq 0 ] || [ "$(date +%s)" -lt "$end" ]; do
        (cd py && python -m pytest --quiet --hypothesis-profile fuzz -m hypothesis)
        rounds=$((rounds + 1))
    done
    echo "python: $rounds round(s)"
}

has_java() {
    command -v java >/dev/null && return
    skip "java is missing (Debian: default-jre-headless); batches were not tested in Spark" || exit 1
    return 1
}

lint() {
    python -m mypy.stubtest idenfy_rules --mypy-config-file py/pyproject.toml \
        --allowlist py/stubtest-allowlist.txt --ignore-unused-allowlist
    python -m mypy --strict py/tests/test_typing.py
    python -m mypy --config-file py/pyproject.toml --follow-imports silent \
        py/python/idenfy_rules/arrow.py
    # The package of pip fetches the program by npm when it is first called.
    if python -m pyright --version >/dev/null 2>&1; then
        python -m pyright --pythonpath "$(command -v python)" py/tests/test_typing.py
    else
        skip "pyright cannot be installed; the types were read by mypy alone"
    fi
}

# The interpreter of a version: on the path, or where pyenv keeps it.
interpreter() {
    for python in "python$1" "$HOME/.pyenv/versions/$1".*/bin/python; do
        if "$python" -c "import sys; sys.exit(sys.version_info[:2] != tuple(map(int, '$1'.split('.'))))" \
            2>/dev/null; then
            echo "$python"
            return
        fi
    done
}

# The wheel is made from the source archive in an empty folder elsewhere, where nothing of this tree
# is at hand; its files get new times, or cargo takes them for those of the last archive. Then the
# example runs with that wheel and no tool.
package() {
    packages=$wheels/package
    rm -rf "$packages"
    pip_of python install --requirement py/requirements-package.txt
    maturin sdist --manifest-path py/Cargo.toml --out "$packages"
    elsewhere=$(mktemp -d)
    trap 'rm -rf "$elsewhere"' EXIT
    tar -xmzf "$packages"/*.tar.gz -C "$elsewhere" --strip-components 1
    CARGO_TARGET_DIR=$PWD/py/target \
        pip_of python wheel --no-build-isolation --no-deps --wheel-dir "$packages" "$elsewhere"
    python -m twine check --strict "$packages"/*
    python tests/package.py "$packages"/*
    python -m venv "$packages/venv"
    pip_of "$packages/venv/bin/python" install --no-deps --no-index "$packages"/*.whl
    (cd / && "$packages/venv/bin/python" -I "$1/py/examples/three_jobs.py") |
        cmp - ffi-c/examples/expected.txt
}

test_wheel() {
    tested=0
    for version in 3.10 3.11 3.12 3.13; do
        found=$(interpreter "$version")
        if [ -z "$found" ]; then
            echo "SKIPPED: there is no CPython $version; the wheel was not tested on it"
            continue
        fi
        environment "$found" "$wheels/$version"
        pip_of "$wheels/$version/bin/python" install --force-reinstall --no-deps "$1"
        echo "CPython $version"
        # A release has no entry that panics, so the test of it is left out.
        (cd py && "$wheels/$version/bin/python" -m pytest --quiet -p no:cacheprovider \
            -m "not panic_entry")
        tested=$((tested + 1))
    done
    [ "$tested" -gt 0 ] || skip "there is no CPython from 3.10 to 3.13; the wheel was not tested"
}

"${PYTHON:-python3}" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null ||
    skip_all "there is no Python 3.10 or newer"

case "${1:-}" in
test)
    install
    agreement
    cd py && python -m pytest --quiet
    ;;
fuzz) install && fuzz "${2:?how many seconds}" ;;
lint) install && lint ;;
bless)
    install
    cd py && BLESS=1 python -m pytest --quiet tests/test_vocab.py tests/test_command_page.py
    ;;
arrow) install && batches arrow "not spark" ;;
spark)
    if has_java; then
        venv=.venv-spark
        install && batches spark spark
    fi
    ;;
wheels)
    prepare
    agreement
    package "$PWD"
    set -- "$wheels"/package/*.whl
    case "$#:$1" in
    1:*-cp310-abi3-*) test_wheel "$1" ;;
    *) echo "there should be one wheel for CPython 3.10 and newer, not: $*" && exit 1 ;;
    esac
    ;;
twice)
    prepare
    for place in once again; do
        rm -rf "$wheels/$place" "py/target/$place"
        # A wheel holds times, so it is told one.
        SOURCE_DATE_EPOCH=1767225600 CARGO_TARGET_DIR=$PWD/py/target/$place \
            pip_of python wheel --no-build-isolation --no-deps --wheel-dir "$wheels/$place" ./py
    done
    cmp "$wheels"/once/*.whl "$wheels"/again/*.whl
    sha256sum "$wheels"/once/*.whl
    ;;
*) echo "usage: py/check.sh test|lint|bless|wheels|twice|arrow|spark" && exit 2 ;;
esac
