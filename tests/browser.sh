#!/bin/sh
# Opens the pages of policies in a headless Chromium: nothing fails, overflows or is fetched, and
# the filter filters. Says SKIPPED without a browser; with STRICT=1 that fails.
#
# SHOTS=folder keeps pictures of the pages on a phone, a desk and paper, to be looked at.
set -eu
cd "$(dirname "$0")/.."

for name in ${CHROMIUM:-} chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then browser=$name; break; fi
done
if [ -z "${browser:-}" ]; then
    echo "SKIPPED: chromium is missing"
    [ "${STRICT:-}" != 1 ]
    exit
fi

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
STRAINING_PAGES=$pages "${CARGO:-cargo}" test --quiet --locked --test policy_show pages_that_strain
"${PYTHON:-python3}" tests/browser.py "$browser" docs/policies/*.html "$pages"/*.html
