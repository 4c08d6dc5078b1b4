#!/bin/sh
# sh fuzz/run.sh SECONDS [TARGET...]: every target for so many seconds, one after the other. It takes
# a nightly compiler, and clang for the C library; without them it says SKIPPED, which fails with
# STRICT=1. What is found is kept below target/fuzz: corpus/TARGET goes on from run to run,
# artifacts/TARGET holds inputs that fail. An input that fails becomes a vector first.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:?how many seconds}
shift
cargo=${CARGO:-cargo}
work=${CARGO_TARGET_DIR:-target}/fuzz
mkdir -p "$work"
work=$(cd "$work" && pwd)
host=$(rustc -vV | sed -n 's/^host: //p')
programs=$work/$host/release

skipped() {
    echo "SKIPPED: $1 is missing; $2" >&2
    [ "${STRICT:-}" != 1 ]
}

"$cargo" +nightly --version >/dev/null 2>&1 || {
    skipped "a nightly cargo" "nothing was fuzzed"
    exit
}
"$cargo" install --locked --quiet --root "$work/tools" cargo-fuzz@0.13.2

# Where a fuzzer starts from: the vectors.
FUZZ_CORPUS=$work/seeds "$cargo" test --locked --quiet --test fuzzing the_seeds >/dev/null
PATH="$work/tools/bin:$PATH" "$cargo" +nightly fuzz build --target-dir "$work"

# The C library with the same instruments, under the calls of tests/c/driver.c.
library() {
    RUSTFLAGS="-Zsanitizer=address -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions" \
        CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        "$cargo" +nightly build --locked --quiet --release --package idenfy-rules-c \
        --target "$host" --target-dir "$work/c"
    clang -std=c11 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
        -I include -I tests/c -o "$programs/library" \
        fuzz/library.c tests/c/driver.c tests/c/driver_policy.c tests/c/driver_analysis.c tests/c/driver_lint.c \
        tests/c/forms.c "$work/c/$host/release/libidenfy_rules.a" -lpthread -ldl -lm
}

targets=$*
if [ -z "$targets" ]; then
    targets=$(basename -s .rs fuzz/fuzz_targets/*.rs)
    if command -v clang >/dev/null; then
        targets="$targets library"
    else
        skipped clang "the C library was not fuzzed"
    fi
fi
case " $(echo "$targets" | tr '\n' ' ') " in *" library "*) library ;; esac

failed=
for target in $targets; do
    mkdir -p "$work/corpus/$target" "$work/artifacts/$target" "$work/seeds/$target"
    "$programs/$target" -max_total_time="$seconds" -max_len=6000 -timeout=30 -rss_limit_mb=2048 \
        -dict=fuzz/words.dict -artifact_prefix="$work/artifacts/$target/" \
        "$work/corpus/$target" "$work/seeds/$target" >"$work/$target.log" 2>&1 ||
        failed="$failed $target"
    echo "$target: $(sed -n 's/^Done //p' "$work/$target.log" | tail -1)"
done
[ -z "$failed" ] || {
    echo "failed:$failed; see $work/artifacts" >&2
    exit 1
}
