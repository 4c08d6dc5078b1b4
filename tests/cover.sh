#!/bin/sh
# Which lines of core no test runs: prints the share and the lines, and fails below LINES percent.
# It takes cargo-llvm-cov, which it installs below target/tools, and the LLVM tools of the version that
# the compiler writes profiles for: those of the toolchain, or the programs LLVM_COV and LLVM_PROFDATA.
# Without them it says SKIPPED; with STRICT=1 that fails.
set -eu
cd "$(dirname "$0")/.."
cargo=${CARGO:-cargo}
least=${LINES:-97}
tools=${CARGO_TARGET_DIR:-target}/tools

if [ -z "${LLVM_COV:-}" ]; then
    for version in 22 21 20 19; do
        if command -v "llvm-cov-$version" >/dev/null; then
            LLVM_COV=$(command -v "llvm-cov-$version")
            LLVM_PROFDATA=$(command -v "llvm-profdata-$version")
            export LLVM_COV LLVM_PROFDATA
            break
        fi
    done
fi
[ -n "${LLVM_COV:-}" ] || [ -x "$(rustc --print sysroot)/lib/rustlib/$(rustc -vV | sed -n 's/^host: //p')/bin/llvm-cov" ] || {
    echo "SKIPPED: llvm-cov is missing, the lines were not counted" >&2
    [ "${STRICT:-}" != 1 ]
    exit
}

"$cargo" install --locked --quiet --root "$tools" cargo-llvm-cov@0.9.1
# Programs in C write profiles that are not read here.
set --
for test in tests/*.rs; do
    case $test in
    *_c.rs | tests/c_* | tests/agreement.rs | tests/masking.rs) ;;
    *) set -- "$@" --test "$(basename "$test" .rs)" ;;
    esac
done
PATH="$tools/bin:$PATH" "$cargo" llvm-cov --locked --package idenfy-rules --package idenfy-rules-tests \
    --lib "$@" --ignore-filename-regex '/(tests|benches|fuzz)/|/tests\.rs$' \
    --show-missing-lines --fail-under-lines "$least"
