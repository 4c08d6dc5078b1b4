#!/bin/sh
# Measures, and fails when the time of a check tells anything about the signature; or when the control,
# whose time does tell, is not seen.
set -eu
cd "$(dirname "$0")/../.."
cargo=${CARGO:-cargo}
target=${CARGO_TARGET_DIR:-target}/constant-time
mkdir -p "$target"

"$cargo" run --quiet --release --manifest-path benches/constant-time/Cargo.toml --target-dir "$target" |
    tee "$target/measured.txt"

# judge NAME: how far the times differ, without its sign.
judge() {
    sed -n "s/^bench $1 .*max t = [+-]\([0-9.]*\).*/\1/p" "$target/measured.txt"
}

for name in first_or_last_digit first_or_last_key control; do
    judge "$name" | awk -v name="$name" '
        { seen = 1; differs = $1 > 10 }
        END { exit !(seen && differs == (name == "control")) }' ||
        { echo "$name: the times say otherwise" >&2; exit 1; }
done
