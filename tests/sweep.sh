#!/bin/sh
# What can be found without running anything: shell scripts, man pages, C++.
#   tests/sweep.sh [--all]      (--all: clang-tidy on the tests too)
# Each finding is mended. Where one is wrong, its line says why: // NOLINT(check): reason, // cppcheck-suppress id ; reason.
set -u
cd "$(dirname "$0")/.." || exit 1
build=build/dev
failed=0

# Every file that begins as a shell script does.
scripts() {
  find . \( -path ./build -o -path ./.git \) -prune -o -type f -print | while read -r file; do
    case $(head -c 64 "$file" | head -n 1 | tr -d '\0') in '#!'*/sh | '#!'*bash) echo "$file" ;; esac
  done
}

# done_with WHAT STATUS: says how long it took, and remembers when something was found
done_with() {
  now=$(date +%s)
  if [ "$2" -eq 0 ]; then found=; else found=", FAILED" failed=1; fi
  echo "sweep: $1: $((now - begin)) s$found"
  begin=$now
}

begin=$(date +%s)
cmake --preset dev -DNAMMO_TESTS=ON -DNAMMO_BENCH=ON >/dev/null || exit 1
# Sources that the build makes of other files.
ninja -C $build -t targets all | sed -n 's/\.cpp: CUSTOM_COMMAND$/.cpp/p' | xargs ninja -C $build >/dev/null || exit 1
scripts | xargs shellcheck -x
done_with shellcheck $?
mandoc -T lint -W warning man/*.[1-9]
done_with mandoc $?
# The standard library's and others' headers are not read.
cppcheck --quiet --project=$build/compile_commands.json '--file-filter=*src/*' -j "$(nproc)" --inline-suppr \
  --enable=warning,style,performance,portability --suppressions-list=tests/sweep/cppcheck --error-exitcode=1 \
  --template='{file}:{line}:{column}: {severity}: {message} [{id}]'
done_with cppcheck $?
python3 tests/sweep/tidy.py . $build "$@"
done_with clang-tidy $?
exit $failed
