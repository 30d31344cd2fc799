#!/bin/sh
# Changes to areas and officers, as git shows them to a reviewer: only the lines that had to change, and check stays silent.
#   edits_in_git.sh NAMMO SOURCE_DIR
set -u
nammo=$1
source_dir=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$source_dir/examples/thuan-thanh" "$work/store"
cd "$work/store" || exit 1
export NAMMO_NOW=2024-06-03T10:00+07:00 HOME="$work" GIT_CONFIG_NOSYSTEM=1
git init -q . && git add -A && git -c user.name=t -c user.email=t@example.org commit -q -m store || exit 1
failed=0

# expect WHAT CHANGED COMMAND…: what `git diff --numstat` and new files show after it, as "added removed file" lines.
expect() {
  what=$1
  wanted=$2
  shift 2
  if ! $nammo "$@" >"$work/out" 2>"$work/err"; then
    echo "FAILED: $what: it did not work"
    cat "$work/err"
    failed=1
  fi
  git add -A
  changed=$(git diff --cached --numstat | tr '\t' ' ')
  if [ "$changed" != "$wanted" ]; then
    echo "FAILED: $what: git shows"
    git diff --cached
    failed=1
  elif [ "$(wc -l <"$work/out")" -ne 1 ]; then
    echo "FAILED: $what: not one line was said"
    cat "$work/out"
    failed=1
  elif ! $nammo check --strict >"$work/check" 2>&1; then
    echo "FAILED: $what: check is not silent"
    cat "$work/check"
    failed=1
  else
    echo "ok: $what"
  fi
  git -c user.name=t -c user.email=t@example.org commit -q --allow-empty -m "$what"
}

ho=areas/thuan-thanh/ho
expect "a new officer is one file" "5 0 officers/nguyen-van-moi.yaml" \
  officer add nguyen-van-moi --name "Nguyễn Văn Mới" --org ccb --title "Chi hội phó" --account requested
expect "an assignment is one line" "1 0 $ho/khu-pho-2/area.yaml" \
  officer assign nguyen-van-moi khu-pho-2 --role deputy
expect "who replaces a lead changes that line and adds one" "2 1 $ho/khu-pho-3/area.yaml" \
  officer assign nguyen-van-moi khu-pho-3 --replace
expect "an assignment ends in its line" "1 1 $ho/khu-pho-2/area.yaml" \
  officer unassign nguyen-van-moi khu-pho-2 --until 2024-06-10
expect "a corrected name is one line" "1 1 $ho/khu-pho-1/area.yaml" \
  area rename khu-pho-1 --name "Khu phố Một" --correct
expect "a new area is one file" "6 0 $ho/khu-pho-6/area.yaml" \
  area add ho/khu-pho-6 --name "Khu phố 6" --short "KP 6"
expect "an area without assignments closes in one line" "1 1 $ho/khu-pho-6/area.yaml" \
  area close khu-pho-6 --until 2024-12-31
expect "an area that gets its first assignment gets a list in lines" "2 0 $ho/khu-pho-6/area.yaml" \
  officer assign nguyen-van-moi khu-pho-6
grep -qx "  - {officer: nguyen-van-moi, org: ccb, role: lead, since: 2024-06-03}" "$ho/khu-pho-6/area.yaml" || {
  echo "FAILED: the new list is not in lines"
  failed=1
}

# What is refused leaves nothing behind.
if $nammo officer assign nguyen-van-moi khu-pho-2 >"$work/out" 2>&1 || [ -n "$(git status --porcelain)" ]; then
  echo "FAILED: a second lead was not refused, or something was written"
  failed=1
fi
# The line of the manual that makes git name the key above a change.
config=$(grep '^git config diff.nammo' "$source_dir/man/nammo-store.5")
sh -c "$config"
echo '*.yaml text eol=lf diff=nammo' >.gitattributes
sed -i 's/severity: watch/severity: complex/' "$ho/khu-pho-1/reports/ccb/2024-W19.yaml"
if git diff -U0 | grep -q '^@@ .* @@   - id: dien-toi$'; then
  echo "ok: git diff names the matter that changed"
else
  echo "FAILED: git diff names another line than the matter that changed"
  git diff -U0
  failed=1
fi
exit $failed
