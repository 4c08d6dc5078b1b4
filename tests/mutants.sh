#!/bin/sh
# sh tests/mutants.sh core/src/...: changes the files in every small way that cargo-mutants knows, one
# after the other, and lists the changes that no test notices; .cargo/mutants.toml says which tests.
# Those that matter most: webhook/signature.rs, webhook/key.rs, policy/lifecycle.rs,
# policy/evaluate, policy/engine, response/.
set -eu
cd "$(dirname "$0")/.."
cargo=${CARGO:-cargo}
tools=${CARGO_TARGET_DIR:-target}/tools
[ $# -gt 0 ] || {
    echo "usage: make mutants FILE=core/src/policy/lifecycle.rs" >&2
    exit 2
}
"$cargo" install --locked --quiet --root "$tools" cargo-mutants@27.1.0
for file in "$@"; do
    PATH="$tools/bin:$PATH" "$cargo" mutants --package idenfy-rules --file "$file" \
        --output "${CARGO_TARGET_DIR:-target}"
done
