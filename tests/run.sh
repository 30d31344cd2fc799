#!/bin/sh
# Installs what is missing, sweeps the sources, builds nammo and runs every test, in release and with address and undefined-behaviour sanitizers.
set -eu
cd "$(dirname "$0")/.."
. tests/setup.sh
# shellcheck disable=SC2086
install_missing $build_packages $test_packages
sh tests/sweep.sh
for preset in asan release; do
  bench=OFF  # figures of a program with sanitizers mean nothing
  [ "$preset" = asan ] || bench=ON
  cmake --preset "$preset" -DNAMMO_TESTS=ON -DNAMMO_BENCH=$bench -DNAMMO_PRECOMPILED=ON >/dev/null
  cmake --build --preset "$preset"
  ctest --preset "$preset" -j 2
done
