#!/bin/sh
# Builds nammo with clang's ThreadSanitizer and runs the tests that keep several threads busy. Where threads race, they fail.
set -eu
cd "$(dirname "$0")/.."
. tests/setup.sh
# shellcheck disable=SC2086
install_missing $build_packages $test_packages
cmake --preset tsan -DNAMMO_TESTS=ON >/dev/null
cmake --build --preset tsan --target nammo_exe
ctest --test-dir build/tsan --output-on-failure -R '^(threads|index)$'
