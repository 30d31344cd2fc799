#!/bin/sh
# What comes in on a Wednesday is taken in by the real program, in git: files and pastes, placed, there already, refused.
#   intake_week.sh NAMMO SOURCE_DIR
set -u
nammo=$1
source_dir=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$source_dir/examples/thuan-thanh" "$work/store"
cd "$work/store" || exit 1
export NAMMO_NOW=2024-05-09T10:00+07:00 HOME="$work" GIT_CONFIG_NOSYSTEM=1
reports=areas/thuan-thanh/ho
cp $reports/khu-pho-1/reports/ccb/2024-W19.yaml "$work/báo cáo (1).yaml"
rm $reports/khu-pho-[1245]/reports/ccb/2024-W19.yaml
git init -q . && git add -A && git -c user.name=t -c user.email=t@example.org commit -q -m store || exit 1
failed=0

# expect WHAT EXIT LAST CHANGED: the exit status and last line of the run before, and how many files git sees changed.
expect() {
  git add -A
  changed=$(git diff --cached --name-only | wc -l)
  if [ "$status" -ne "$2" ] || [ "$(tail -n 1 "$work/out")" != "$3" ] || [ "$changed" -ne "$4" ]; then
    echo "FAILED: $1: exit $status, $changed files changed"
    cat "$work/out" "$work/err"
    failed=1
  elif ! $nammo check --strict >"$work/check" 2>&1; then
    echo "FAILED: $1: check is not silent"
    cat "$work/check"
    failed=1
  else
    echo "ok: $1"
  fi
}
intake() {
  $nammo intake "$@" >"$work/out" 2>"$work/err"
  status=$?
}

intake "$work/báo cáo (1).yaml" --received "2024-05-08 16:45" --via email --by le-thi-nham
expect "a file of any name goes to its place" 0 "nhận vào 1: đã ghi 1, đã có 0, từ chối 0" 1
sed 's/$/\r/' "$work/báo cáo (1).yaml" | { printf '\357\273\277'; cat; } >"$work/x.txt"
intake "$work/x.txt" --received "2024-05-08 16:50"
expect "the same with a byte order mark and CRLF is there already" 0 "nhận vào 1: đã ghi 0, đã có 1, từ chối 0" 1

printf '%s\n' '[16:31, 08/05/2024] Đỗ Xuân Trường: KP4 08/5' \
  'Tình hình: An ninh trật tự: mất một xe đạp ở nhà văn hóa, đã báo công an' \
  'Kiến nghị: phường lắp thêm đèn ngõ' 'KP 6 8-5 k phat sinh' >"$work/zalo.txt"
$nammo intake - --dry-run --received "2024-05-08 16:40" <"$work/zalo.txt" >"$work/out" 2>"$work/err"
status=$?
expect "a dry run writes nothing" 1 "nhận vào 2: sẽ ghi 1, đã có 0, từ chối 1; chưa ghi gì" 1
$nammo intake - --via zalo --by le-thi-nham --received "2024-05-08 16:40" <"$work/zalo.txt" >"$work/out" 2>"$work/err"
status=$?
expect "a paste on stdin: what is right is placed, what is wrong is refused" 1 "nhận vào 2: đã ghi 1, đã có 0, từ chối 1" 2
if ! sed -n '/^từ chối -/,/^nhận vào/p' "$source_dir/README.md" | cmp -s - "$work/out"; then
  echo "FAILED: the README shows something else"
  cat "$work/out"
  failed=1
fi

printf 'KP5 08/5\nT\206nh h\206nh: kh\253ng\n' >"$work/tcvn3.txt"
printf 'KP5 08/5\nT\303\215nh h\302\267nh: \302\256i\303\226n y\302\266u\n' >"$work/tcvn3-seen.txt"
intake "$work/tcvn3.txt" "$work/tcvn3-seen.txt" "$work/none.txt"
expect "TCVN3 text and a file that is not there are refused" 1 "nhận vào 3: đã ghi 0, đã có 0, từ chối 3" 2
printf 'KP5 08/5\nTình hình: gọi 0912 345 678\n' >"$work/phone.txt"
intake "$work/phone.txt" --received "2024-05-08 16:40"
expect "a phone number never comes near the store" 1 "nhận vào 1: đã ghi 0, đã có 0, từ chối 1" 2
if grep -q "0912" "$work/out"; then
  echo "FAILED: the line for the sender repeats the number"
  failed=1
fi
printf 'KP5 08/5\nkhông phát sinh\n' | $nammo intake - --received "2024-05-08 16:59" >"$work/out" 2>"$work/err"
status=$?
expect "nothing new arose" 0 "nhận vào 1: đã ghi 1, đã có 0, từ chối 0" 3
intake - </dev/null
[ "$status" -eq 2 ] || { echo "FAILED: nothing pasted: exit $status"; failed=1; }
intake
[ "$status" -eq 2 ] || { echo "FAILED: no file: exit $status"; failed=1; }
exit $failed
