#!/bin/sh
# New stores by flags: `check --strict` finds nothing in any of them, the week's commands work in one, and what is there is never touched.
#   init.sh NAMMO
# shellcheck disable=SC2015
set -u
nammo=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export NAMMO_NOW=2026-11-30T08:00+07:00 HOME="$work" GIT_CONFIG_NOSYSTEM=1
failed=0

fail() {
  echo "FAILED: $*"
  cat out err 2>/dev/null
  failed=1
}

# makes WHAT DIR FLAG…: a store of which check has nothing to say
makes() {
  what=$1
  dir=$2
  shift 2
  $nammo init "$dir" "$@" >out 2>err </dev/null || fail "$what: not made"
  if $nammo -C "$dir" check --strict >out 2>err && [ ! -s out ]; then echo "ok: $what"; else fail "$what: check is not silent"; fi
  grep -rlP '\S  ?# .*\.$' "$dir/nammo.yaml" >/dev/null && fail "$what: a comment stands behind a value"
}

# refuses WHAT EXIT WORDS FLAG…: says WORDS, ends with EXIT, and leaves nothing in the folder "no"
refuses() {
  what=$1
  wanted=$2
  words=$3
  shift 3
  $nammo init no "$@" >out 2>err </dev/null
  got=$?
  if [ $got -ne "$wanted" ] || ! grep -qF -- "$words" err; then fail "$what: exit $got"; elif [ -e no ]; then fail "$what: something was written"; else echo "ok: $what"; fi
}

makes "the plan's levels and organisation" a --name "Hội Cựu chiến binh thị xã Thuận Thành" --area "thị xã Thuận Thành"
makes "areas at every level, an officer, who stands above" b --name "Hội CCB" --parent "Hội Cựu chiến binh tỉnh Bắc Ninh" \
  --area "thị xã Thuận Thành/phường Hồ/Khu phố 1" --area "thị xã Thuận Thành/phường Hồ/Khu phố 2" --officer "Nguyễn Văn A"
makes "two levels" c --name "Hội CCB xã A" --level "commune=phường, xã" --level "thôn" --area "xã An Bình/thôn Đông"
makes "one level" d --name "Chi hội" --level "hamlet=thôn" --area "thôn Đông"
makes "four levels, several organisations, one that gathers" e --name "Ban Dân vận" --level "tỉnh" --level "thị xã" --level "phường, xã" --level "thôn" \
  --org ccb --org mttq --org "Hội Làm vườn" --org bdv --gathers bdv --area "tỉnh Bắc Ninh/thị xã Thuận Thành/xã An Bình/thôn Đông"
makes "six levels" f --name N --level l1 --level l2 --level l3 --level l4 --level l5 --level l6 --area "a/b/c/d/e/f"
makes "long labels" g --name N --level "Một cấp có tên dài quá mức cần thiết" --level "Một cấp khác có tên dài quá mức cần thiết" \
  --org "Tổ chức thứ nhất có tên dài quá mức cần thiết" --org "Tổ chức thứ hai có tên dài quá mức cần thiết" --area "A/B"
makes "English" h --name "Veterans" --language en --area "Ward 1" --level ward --level hamlet
makes "years without an example, from January and December" i --name N --area A --since 2029-12-20
makes "a year without a known Tết" j --name N --area A --since 2040-01-02
makes "names that YAML would take for something else" k --name "no: 1 # 2" --org "no=yes" --area "07210=12:30" --officer "on=Nguyễn \"Tư\""

# The hours of the plan, III.2, II.5.1, III.1.
for line in 'level: district, org: ccb, due: thursday 13:30' 'level: district, org: ccb, due: thursday 14:00' 'level: district, org: ccb, due: day 15 16:30'; do
  grep -qF "$line" a/reporting.yaml || fail "the hours of the plan: $line"
done

refuses "no name" 2 "--name" --area A
refuses "no area" 2 "--area" --name N
refuses "two tops" 2 "--area" --name N --area A --area B
refuses "an area below the lowest level" 2 "--area" --name N --level l --area A/B
refuses "one id twice" 2 "--org" --name N --area A --org ccb --org "ccb=Khác"
refuses "an id that is none" 2 "--org" --name N --area A --org "C C=Hội"
refuses "a name without letters" 2 "--area" --name N --area "…"
refuses "a gathering organisation that is not there" 2 "--gathers" --name N --area A --gathers bdv
refuses "no such zone" 2 "--timezone" --name N --area A --timezone Asia/Hanoi_
refuses "no day" 2 "--since" --name N --area A --since 30/11
refuses "a hook without git" 1 "--hook" --name N --area A --hook
mkdir store-there && touch store-there/nammo.yaml
$nammo init store-there --name N --area A >out 2>err
[ $? -eq 1 ] && [ "$(ls -A store-there)" = nammo.yaml ] || fail "a store that is there was not refused"
$nammo init a/in --name N --area A >out 2>err
[ $? -eq 1 ] && [ ! -e a/in ] || fail "a store in a store was not refused"

# What is there stays as it is.
mkdir -p here && echo mine >here/README.md && echo '*.bak' >here/.gitignore
$nammo init here --name N --area A >out 2>err || fail "beside other files"
[ "$(cat here/README.md here/.gitignore)" = "mine
*.bak" ] && grep -q "README.md" err || fail "other files were touched, or it was not said"
mkdir -p bad && echo 'weekly: 1' >bad/reporting.yaml
$nammo init bad --name N --area A >out 2>err
[ $? -eq 1 ] && [ "$(ls -A bad)" = reporting.yaml ] || fail "a file that does not fit was not refused"
mkdir -p blocked && touch blocked/areas
$nammo init blocked --name N --area A >out 2>err
[ $? -eq 1 ] && [ "$(ls -A blocked)" = areas ] || fail "a file in the place of a folder was not refused"

# The hook: at the root of a repository, below it, and where another one is.
git init -q repo && $nammo init repo --name N --area A --hook >out 2>err || fail "the hook"
[ -x repo/.git/hooks/pre-commit ] && sh -n repo/.git/hooks/pre-commit && grep -qx "exec nammo check --staged" repo/.git/hooks/pre-commit || fail "the hook's file"
git init -q below && $nammo init "below/ở 'đây'" --name N --area A --hook >out 2>err || fail "the hook below the root"
sh -n below/.git/hooks/pre-commit && grep -qF "exec nammo -C 'ở '\\''đây'\\''' check --staged" below/.git/hooks/pre-commit || fail "the hook's folder"
git init -q taken && echo x >taken/.git/hooks/pre-commit && $nammo init taken --name N --area A --hook >out 2>err
[ $? -eq 1 ] && [ "$(cat taken/.git/hooks/pre-commit)" = x ] && [ ! -e taken/nammo.yaml ] || fail "another hook was not left alone"

# A week's commands in it.
in_b() {
  $nammo -C b "$@" >out 2>err || fail "in a new store: $*"
}
in_b area add ho/khu-pho-3 --name "Khu phố 3"
in_b officer add tran-thi-b --name "Trần Thị B" --org ccb
in_b officer assign tran-thi-b khu-pho-1
in_b today
in_b status thuan-thanh 2026-W49
in_b due --explain
in_b report thuan-thanh 2026-W49
in_b check --strict
exit $failed
