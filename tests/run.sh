#!/bin/sh
# Installs what is missing, sweeps the sources, builds nammo and runs every test, in release and with address and undefined-behaviour sanitizers.
set -eu
cd "$(dirname "$0")/.."
. tests/setup.sh
# shellcheck disable=SC2086
install_missing $build_packages $test_packages
sh tests/sweep.sh
for preset in asan release; do
  cmake --preset "$preset" -DNAMMO_TESTS=ON -DNAMMO_FROM_NOTHING=ON >/dev/null
  cmake --build --preset "$preset"
  ctest --preset "$preset" -j 2
done
