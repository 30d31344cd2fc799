#!/bin/sh
# What the package does on a machine without the source tree: run by in_a_root.sh, beside the package and consumer/.
set -u
given=$(dirname "$0")
failed=0
out=/tmp/out
[ -d "$given/consumer" ] || exit 1

fail() {
  echo "FAILED: $*"
  tail -n 30 "$out"
  failed=1
}

# does WHAT COMMAND…: ends with 0
does() {
  what=$1
  shift
  if "$@" >"$out" 2>&1 </dev/null; then echo "ok: $what"; else fail "$what: exit $?"; fi
}

# says WHAT WANTED COMMAND…: ends with 0 and prints exactly that
says() {
  what=$1
  wanted=$2
  shift 2
  if "$@" >"$out" 2>&1 </dev/null && [ "$(cat "$out")" = "$wanted" ]; then echo "ok: $what"; else fail "$what"; fi
}

# has WHAT WORDS FILE: the words stand in it
has() {
  cp "$3" "$out" 2>/dev/null
  if grep -qF -- "$2" "$3"; then echo "ok: $1"; else fail "$1: no \"$2\""; fi
}

! command -v nammo >/dev/null || fail "a nammo is there before it is installed"
# Docker's images leave documents and man pages out of what they install.
does "dpkg installs it, with every package that it depends on" dpkg --path-include='*' -i "$given"/nammo_*.deb
says "and all its files are as they were packed" "" dpkg -V nammo
says "the program is the package's" /usr/bin/nammo sh -c "command -v nammo"

# ---- what an office does with it, as an ordinary user ----

as_user() { setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/tmp/user "$@"; }
mkdir /tmp/user && chown 65534:65534 /tmp/user && cd /tmp/user || exit 1
version=$(dpkg-query -W -f '${Version}' nammo | sed 's/-.*//')
says "version" "nammo $version" as_user nammo version
does "init" as_user nammo --now 2026-11-30T08:00+07:00 init kho --name "Hội CCB phường Hồ" --area "thị xã Thuận Thành/phường Hồ/Khu phố 1" \
  --officer "Nguyễn Văn Thịnh"
says "check has nothing against a new store" "" as_user nammo -C kho check --strict
does "the new store has the schemas of the package" diff -r kho/schemas /usr/share/nammo/schemas
does "new report" as_user nammo -C kho --now 2026-12-02T08:00+07:00 new report khu-pho-1 2026-W49 --officer nguyen-van-thinh
has "the form names its week" "period: 2026-W49" kho/areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2026-W49.yaml

examples=/usr/share/doc/nammo/examples
as_user cp -r $examples/thuan-thanh store
says "check has nothing against the example" "" as_user nammo -C store check --strict
for kind in md html docx xlsx csv json; do
  does "report as $kind" as_user nammo -C store --now 2024-05-09T10:00+07:00 report thuan-thanh 2024-W19 -o bao-cao.$kind
done
has "the words of the report" "BÁO CÁO NHANH" bao-cao.md
has "the page" "<!DOCTYPE html>" bao-cao.html
does "Word and workbook are whole" python3 -c '
import sys, zipfile
for name, part in (("bao-cao.docx", "word/document.xml"), ("bao-cao.xlsx", "xl/workbook.xml")):
    with zipfile.ZipFile(name) as file:
        assert file.testzip() is None and part in file.namelist(), name
    print(name)'

# ---- pages, completions, units ----

for page in /usr/share/man/man*/nammo*.gz; do
  name=$(basename "$page" .gz)
  says "$name: nothing against it" "" mandoc -T lint -W warning "$page"
  mandoc -T utf8 "$page" >/tmp/page
  has "$name: opens" "$(echo "${name%.*}(${name##*.})" | tr '[:lower:]' '[:upper:]')" /tmp/page
done
cd /tmp/user/store || exit 1
wanted="remind
report
return"
# shellcheck disable=SC2016  # for the other shell to expand
says "bash completes" "$wanted" bash -c 'source /usr/share/bash-completion/completions/nammo
  COMP_WORDS=(nammo re) COMP_CWORD=1; _nammo; printf "%s\n" "${COMPREPLY[@]}"; complete -p nammo | grep -q _nammo'
says "fish finds its completions by itself" "$wanted" fish --command 'complete --do-complete "nammo re" | cut -f 1'
# shellcheck disable=SC2016
says "zsh finds its completions by itself" _nammo zsh -f -c 'autoload -Uz compinit && compinit -D -u && print $_comps[nammo]'
does "systemd finds what the units run" systemd-analyze verify --man=no $examples/systemd/nammo-*
has "which is the package's" "/usr/bin/nammo -C" $examples/systemd/nammo-remind.service
has "with the script that mails" "/usr/lib/nammo/mail-output" $examples/systemd/nammo-remind.service
[ -x /usr/lib/nammo/mail-output ] || fail "mail-output is not to be run"
has "the crontab" "nammo -C" $examples/cron/crontab

# ---- a program of one's own ----

cp -r "$given/consumer" /tmp/consumer && cd /tmp/consumer || exit 1
does "find_package(nammo)" cmake -S . -B cmake -DCMAKE_BUILD_TYPE=Debug
does "it builds with nammo::nammo" cmake --build cmake
says "it runs" 0 cmake/findings /tmp/user/store
says "with the whole library too" 0 cmake/whole /tmp/user/store
find /usr/include/nammo -name '*.h' -printf '#include "nammo/%f"\n' >>main.cpp
# shellcheck disable=SC2046
does "pkg-config and every header" g++ -std=c++20 -Wall -Werror main.cpp -o own $(pkg-config --cflags --libs nammo)
says "it runs as well" 0 ./own /tmp/user/store
# shellcheck disable=SC2046
does "pkg-config names all that the library links" g++ -std=c++20 main.cpp -o whole -Wl,--whole-archive \
  "$(pkg-config --variable=libdir nammo)/libnammo.a" -Wl,--no-whole-archive $(pkg-config --cflags --libs nammo)
sed 's/0\.1 REQUIRED/0.2/' CMakeLists.txt >/tmp/other && cp /tmp/other CMakeLists.txt
does "one of the libraries is taken away" dpkg --remove libxlsxwriter-dev
cmake -S . -B other >"$out" 2>&1 && fail "another minor version is taken for this one"
sed 's/0\.2/0.1 REQUIRED/' CMakeLists.txt >/tmp/other && cp /tmp/other CMakeLists.txt
cmake -S . -B without >"$out" 2>&1 && fail "a library that is missing is not missed"
has "a missing library is named with its package" libxlsxwriter-dev "$out"

does "dpkg takes it away again" dpkg --purge nammo
says "and nothing of it stays" "" find /usr /etc /var/lib/dpkg/info -name '*nammo*'
exit $failed
