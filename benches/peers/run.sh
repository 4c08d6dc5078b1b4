#!/bin/sh
# Measures: `sh benches/peers/run.sh all` with every peer, in Rust and in Python, and writes
# benches/RESULTS.md and docs/growth.svg; `... own` without them, and only prints.
# DATE is what RESULTS.md says; everything that is built stays below target/peers.
set -eu
cd "$(dirname "$0")/../.."
cargo=${CARGO:-cargo}
python=${PYTHON:-python3}
release=${CARGO_TARGET_DIR:-target}/release
work=${CARGO_TARGET_DIR:-target}/peers
mkdir -p "$work"
work=$(cd "$work" && pwd)
manifest=benches/peers/Cargo.toml

case "${1:-}" in
all) features= ;;
own) features=--no-default-features ;;
*) echo "usage: benches/peers/run.sh all|own" && exit 2 ;;
esac

"$python" benches/peers/inputs/generate.py "$work/inputs"

"$cargo" build --release --locked --package idenfy-rules-c
"${CC:-cc}" -std=c11 -O2 -Wall -Wextra -Wpedantic -Werror -shared -fPIC -I include \
    benches/peers/c/decider.c "$release/libidenfy_rules.a" -lpthread -ldl -lm -o "$work/decider.so"

# shellcheck disable=SC2086 # no features is no argument
"$cargo" build --release --manifest-path "$manifest" --target-dir "$work/build" $features
"$work/build/release/idenfy-rules-peers" "$work/inputs" "$work/rust.json" "$work/decider.so"

if [ "$1" = own ]; then
    "$python" benches/peers/report.py "$work/rust.json"
    exit
fi

[ -x "$work/venv/bin/python" ] || "$python" -m venv "$work/venv"
pip="$work/venv/bin/python -m pip install --quiet --disable-pip-version-check"
$pip --requirement benches/peers/python/requirements.txt
PATH="$work/venv/bin:$PATH" CARGO_TARGET_DIR="$work/build-python" \
    $pip --no-build-isolation --force-reinstall --no-deps ./py
"$work/venv/bin/python" benches/peers/python/measure.py "$work/inputs" "$work/python.json"

"$python" benches/peers/report.py "$work/rust.json" "$work/python.json" "${DATE:?the day, as YYYY-MM-DD}"
"$python" benches/peers/plot.py
