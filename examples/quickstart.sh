#!/bin/sh
# From a bare Debian 12 to the example's weekly report: installs what is missing, builds the release, prints the report.
set -eu
cd "$(dirname "$0")/.."
. tests/setup.sh
# shellcheck disable=SC2086
install_missing $build_packages
cmake --preset release -DNAMMO_TESTS=OFF -DNAMMO_BENCH=OFF >/dev/null
cmake --build --preset release --target nammo_exe >&2
exec build/release/nammo -C examples/thuan-thanh --now 2024-05-09T10:00+07:00 report thuan-thanh 2024-W19
