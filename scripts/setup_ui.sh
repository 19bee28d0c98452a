#!/bin/sh
# See that there is a Chromium for the browser's tests, and take Debian's where we may: scripts/setup_ui.sh
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "setup: installing chromium" >&2
    apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends chromium >&2 >/dev/null
    exit 0
fi
echo "setup: the browser's tests need Chromium; on Debian run: apt-get install chromium" >&2
exit 2
