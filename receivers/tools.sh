# Where the scripts of receivers and callers build, and how; to be sourced in the project's folder.
# PROFILE=release is for a service; dev, the default, builds faster. Status 3: a tool is missing.
# shellcheck shell=sh
cargo=${CARGO:-cargo} profile=${PROFILE:-dev}
built=$([ "$profile" = dev ] && echo debug || echo "$profile")
target=${CARGO_TARGET_DIR:-target}
mkdir -p "$target/receivers"
target=$(cd "$target" && pwd)
work=$target/receivers

missing() {
    echo "$1 is missing" >&2
    exit 3
}

need() {
    for tool in "$@"; do
        command -v "$tool" >/dev/null || missing "$tool"
    done
}

# A Rust package of the workspace.
rust_program() {
    need "$cargo"
    "$cargo" build --locked --quiet --profile "$profile" --package "$1"
}

# An environment with the library of this folder and what a program needs besides.
python_program() {
    need "$cargo" "${PYTHON:-python3}"
    [ -x "$work/venv/bin/python" ] || "${PYTHON:-python3}" -m venv "$work/venv" ||
        missing "a Python that makes virtual environments"
    PATH="$work/venv/bin:$PATH"
    pip="python -m pip --quiet --disable-pip-version-check install"
    $pip --constraint py/requirements-dev.txt maturin --requirement "$1/requirements.txt"
    CARGO_TARGET_DIR="$work/python" $pip --no-build-isolation --force-reinstall --no-deps \
        --config-settings=build-args="--profile $profile" ./py
}

# A program in C or C++, with the library of this folder; without the variables make takes the
# installed one. The rest are packages of pkg-config.
native_program() {
    folder=$1 compiler=$2
    shift 2
    need "$compiler" make pkg-config "$cargo"
    pkg-config --exists "$@" || missing "one of $*"
    "$cargo" build --locked --quiet --profile "$profile" --package idenfy-rules-c
    make --silent -C "receivers/$folder" BUILD="$work/$folder" RULES_CFLAGS="-I$PWD/include" \
        RULES_LIBS="$target/$built/libidenfy_rules.a -ldl -lm"
}
