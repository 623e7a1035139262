#!/bin/sh
# Make the virtual environment that the Makefile works in: environment.sh FOLDER
#
# Needs a Python of at least 3.11. PYTHON names one; otherwise the first that is new enough is taken.
set -eu

venv=$1

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if new_enough "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    echo "persona-docs needs Python 3.11 or newer. Install it, or name one: make PYTHON=/path/to/python3" >&2
    return 1
}

has_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

python=$(find_python)

# Debian keeps venv in a package of its own.
if ! has_venv "$python" && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing python3-venv with apt-get"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv; } >/dev/null || true
fi
if ! has_venv "$python"; then
    echo "This Python cannot make environments. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
    exit 1
fi

"$python" -m venv --clear "$venv"
# Dependency groups (`pip install --group`) came with pip 25.1.
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
