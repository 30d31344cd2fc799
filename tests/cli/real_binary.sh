#!/bin/sh
# What only the real program on a real disk can show: where output cannot go, rights, places, the environment.
#   real_binary.sh NAMMO SOURCE_DIR
# shellcheck disable=SC2086  # $nammo, $report and $as_nobody are commands or lists of words
set -u
nammo=$1
source_dir=$2
work=$(mktemp -d)
chmod 755 "$work"
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
cp -R "$source_dir/examples/thuan-thanh" "$work/store"
chmod -R a+rX "$work/store"
failed=0

# expect STATUS WHAT COMMAND…: the status, and on stderr or stdout the text in $says (if set).
expect() {
  wanted=$1
  what=$2
  shift 2
  "$@" >"$work/out" 2>"$work/err" </dev/null
  status=$?
  if [ "$status" -ne "$wanted" ]; then
    echo "FAILED: $what: exit $status, not $wanted"
    cat "$work/err"
    failed=1
  elif [ -n "${says:-}" ] && ! grep -qF -- "$says" "$work/err" "$work/out"; then
    echo "FAILED: $what: nobody said \"$says\""
    cat "$work/out" "$work/err"
    failed=1
  else
    echo "ok: $what"
  fi
  says=
}

report="report thuan-thanh 2024-W19 --now 2024-05-09T10:00+07:00"
as_nobody="setpriv --reuid=65534 --regid=65534 --clear-groups"

says="BÁO CÁO NHANH" expect 0 "the report from the real disk" $nammo -C "$work/store" $report
cp "$work/out" "$work/first"
for setting in TZ=America/New_York LC_ALL=C LC_ALL=C.UTF-8 TZ=nowhere; do
  expect 0 "the report with $setting" env "$setting" "$nammo" -C "$work/store" $report
  cmp -s "$work/first" "$work/out" || { echo "FAILED: $setting changes the report"; failed=1; }
done
says="không ghi được" expect 4 "standard output is full" sh -c "\"$nammo\" -C \"$work/store\" $report >/dev/full"
says="không ghi được" expect 4 "standard output is closed" sh -c "\"$nammo\" -C \"$work/store\" $report >&-"
says="không ghi được" expect 4 "the folder of -o is not there" "$nammo" -C "$work/store" $report -o "$work/nowhere/x.md"
expect 0 "-o replaces a file" "$nammo" -C "$work/store" $report -o "$work/first.md"
cmp -s "$work/first" "$work/first.md" || { echo "FAILED: -o and standard output differ"; failed=1; }
[ "$(find "$work" -maxdepth 1 -name 'first.md*' | wc -l)" -eq 1 ] || { echo "FAILED: a temporary file is left"; failed=1; }
says="không lập được tệp xlsx" expect 4 "no folder for temporary files" env TMPDIR="$work/nowhere" "$nammo" -C "$work/store" $report --format xlsx
mkdir "$work/temporary"
expect 0 "a workbook to standard output" env TMPDIR="$work/temporary" "$nammo" -C "$work/store" $report --format xlsx
head -c 2 "$work/out" | grep -q PK || { echo "FAILED: that is no workbook"; failed=1; }
[ -z "$(ls -A "$work/temporary")" ] || { echo "FAILED: a temporary file is left"; failed=1; }
says="thêm -o bao-cao.xlsx" expect 2 "no workbook to a terminal" script -qec "$nammo -C $work/store $report --format xlsx" /dev/null
says="cần chương trình pandoc" expect 4 "no pandoc" env PATH="$work/temporary" "$nammo" -C "$work/store" $report -o "$work/x.docx"
[ ! -e "$work/x.docx" ] || { echo "FAILED: a file was written without pandoc"; failed=1; }
says="thư mục tạm" expect 4 "no folder for temporary files, for Word" env TMPDIR="$work/nowhere" "$nammo" -C "$work/store" $report -o "$work/x.docx"
mkdir "$work/store/templates"
echo "no zip" >"$work/store/templates/reference.docx"
says="templates/reference.docx" expect 4 "a reference.docx that is none" "$nammo" -C "$work/store" $report -o "$work/x.docx"
chmod 000 "$work/store/templates/reference.docx"
says="không đọc được templates/reference.docx" expect 4 "a reference.docx that may not be read" $as_nobody "$nammo" -C "$work/store" $report --format docx
rm -r "$work/store/templates"
expect 0 "a Word file from the real disk" env TMPDIR="$work/temporary" "$nammo" -C "$work/store" $report -o "$work/x.docx"
[ -z "$(ls -A "$work/temporary")" ] || { echo "FAILED: a temporary file is left"; failed=1; }

cd "$work/store/areas/thuan-thanh/ho" || exit 1
expect 0 "the store is found from a folder inside it" "$nammo" check
cd "$work" || exit 1
says="không tìm thấy kho" expect 3 "there is no store" "$nammo" -C "$work" check
says="không tìm thấy kho" expect 3 "the folder of -C is not there" "$nammo" -C "$work/nowhere" check

chmod 000 "$work/store/areas/thuan-thanh/ho/khu-pho-1"
says="khu-pho-1" expect 1 "a folder that may not be read is named by check" $as_nobody "$nammo" -C "$work/store" check
chmod 755 "$work/store/areas/thuan-thanh/ho/khu-pho-1"
chmod 000 "$work/store/areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml"
says="2024-W19.yaml" expect 1 "a report that may not be read is named by report" $as_nobody "$nammo" -C "$work/store" $report
chmod 644 "$work/store/areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml"
chmod 000 "$work/store/nammo.yaml"
says="nammo.yaml" expect 3 "settings that may not be read" $as_nobody "$nammo" -C "$work/store" check
chmod 644 "$work/store/nammo.yaml"

loop=$work/store/areas/thuan-thanh/vong
ln -s .. "$loop"
mkfifo "$work/store/areas/thuan-thanh/ho/reports/ccb/2024-W31.yaml"
says="file-kind" expect 1 "a loop of links and a FIFO are named, not followed" timeout 20 "$nammo" -C "$work/store" check
rm "$loop" "$work/store/areas/thuan-thanh/ho/reports/ccb/2024-W31.yaml"
head -c 2000000 /dev/zero | tr '\0' 'a' >"$work/store/areas/thuan-thanh/ho/reports/ccb/2024-W31.yaml"
says="file-size" expect 1 "a file over 1 MiB" "$nammo" -C "$work/store" check
rm "$work/store/areas/thuan-thanh/ho/reports/ccb/2024-W31.yaml"
expect 0 "and all is well again" "$nammo" -C "$work/store" check --strict
exit $failed
