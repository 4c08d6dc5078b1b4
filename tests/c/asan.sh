#!/bin/sh
# The library itself under AddressSanitizer: the hostile calls, the hot path, the threads, and every
# vector through C. A stable compiler cannot do that, so it takes a nightly one; call it from the
# root of the project. Without nightly or gcc it says SKIPPED; with STRICT=1 that fails.
set -eu

target=${CARGO_TARGET_DIR:-target}/asan
host=$(rustc -vV | sed -n 's/^host: //p')

skipped() {
    echo "SKIPPED: $1 is missing, the library did not run under AddressSanitizer" >&2
    [ "${STRICT:-}" != 1 ]
    exit
}

cargo +nightly --version >/dev/null 2>&1 || skipped "a nightly cargo"
command -v gcc >/dev/null || skipped gcc

RUSTFLAGS=-Zsanitizer=address cargo +nightly build --locked --quiet --package idenfy-rules-c \
    --features panic-entry --target "$host" --target-dir "$target"
library=$target/$host/debug/libidenfy_rules.a

# build NAME FLAGS SOURCES...: a program with both sides sanitized.
build() {
    name=$1 flags=$2
    shift 2
    # shellcheck disable=SC2086 # the flags are words
    gcc -std=c11 -g -fsanitize=address,undefined -fno-sanitize-recover=all $flags -I include \
        -o "$target/$name" "$@" "$library" -lpthread -ldl -lm
}

build freed "" tests/c/freed.c
build hostile -DPANIC tests/c/hostile*.c
build hot "-D_GNU_SOURCE -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=posix_memalign" tests/c/hot.c
build threads "-pthread -D_POSIX_C_SOURCE=200809L" tests/c/threads.c
build driver "" tests/c/driver*.c tests/c/forms.c

# The one that must fail: only a sanitizer inside of the library sees what it does.
if "$target/freed" >"$target/freed.txt" 2>&1 || ! grep -q heap-use-after-free "$target/freed.txt"; then
    echo "AddressSanitizer does not look into the library" >&2
    exit 1
fi

for program in hostile hot threads; do
    "$target/$program" 2>"$target/$program.txt" || { cat "$target/$program.txt" >&2; exit 1; }
done
C_DRIVER=$(realpath "$target/driver") cargo test --locked --test conformance_c
