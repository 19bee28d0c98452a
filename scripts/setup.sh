#!/bin/sh
# Make .venv with the locked packages: scripts/setup.sh run|dev. Takes uv where it is there, else python3's venv.
set -eu
cd "$(dirname "$0")/.."
lock="requirements/$1.lock"
python=${PYTHON:-python3}

say() { echo "setup: $*" >&2; }

"$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null || {
    say "$python is not Python 3.11 to 3.13; name one that is, as in: make demo PYTHON=python3.12"
    exit 2
}
if command -v uv >/dev/null 2>&1; then
    [ -d .venv ] || uv venv --quiet --python "$python" .venv
    say "installing $(grep -c '^[a-z]' "$lock") packages with uv"
    uv pip install --quiet --python .venv/bin/python --require-hashes -r "$lock"
    uv pip install --quiet --python .venv/bin/python --no-deps -e .
    exit 0
fi
if [ ! -x .venv/bin/pip ] && ! "$python" -m venv .venv >/dev/null 2>&1; then
    # Debian parts venv from Python; where we may, we take it from the system's packages.
    version=$("$python" -c 'import sys; print(f"python3.{sys.version_info[1]}")')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "installing $version-venv"
        apt-get update -qq >&2 && apt-get install -y -qq "$version-venv" >&2
        "$python" -m venv --clear .venv
    else
        say "$python can't make a virtual environment; run: apt-get install $version-venv"
        exit 2
    fi
fi
say "installing $(grep -c '^[a-z]' "$lock") packages with pip; the first time takes a minute or two"
.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
.venv/bin/pip install --quiet --disable-pip-version-check --no-deps -e .
