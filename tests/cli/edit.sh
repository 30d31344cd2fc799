#!/bin/sh
# `edit` with editors that are scripts: nothing is lost, nothing half-made is written, and nobody is asked without a terminal.
#   edit.sh NAMMO SOURCE_DIR
# shellcheck disable=SC2016
set -u
nammo=$1
source_dir=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -RL "$source_dir/examples/thuan-thanh" "$work/store"
cd "$work/store" || exit 1
export NAMMO_NOW=2024-05-20T10:00+07:00
unset VISUAL EDITOR
failed=0
report=areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml
kept=.nammo/edit/$report

# edits WHAT EXIT EDITOR [WORDS]: exit status, and words on either stream
edits() {
  EDITOR=$3 $nammo edit khu-pho-1 2024-W19 >"$work/out" 2>&1 </dev/null
  got=$?
  if [ $got -eq "$2" ] && grep -qF -- "${4:-}" "$work/out"; then echo "ok: $1"; else
    echo "FAILED: $1: exit $got"
    cat "$work/out"
    failed=1
  fi
}
same() { cmp -s "$work/before" "$report" || { echo "FAILED: $1: the report was changed"; failed=1; }; }
holds() { grep -q "$1" "$2" || { echo "FAILED: \"$1\" is not in $2"; failed=1; }; }
script() { printf '#!/bin/sh\n%s\n' "$2" >"$work/$1" && chmod +x "$work/$1"; }

cp "$report" "$work/before"
edits "no editor is known" 2 "" "EDITOR=nano"
edits "an editor that is not there" 4 "no-such-editor" "no-such-editor"
edits "nothing changed" 0 true
same "nothing changed"

script fails 'echo "# mất công" >>"$1"; exit 3'
edits "an editor that fails after it wrote" 4 "$work/fails" "$kept"
same "an editor that fails"
holds "mất công" "$kept"
edits "what it left is not written over" 1 true "$kept"
holds "mất công" "$kept"
rm "$kept"

script wrong 'sed -i "s/^officer: .*/officer: ai-do/" "$1"'
edits "an error is shown, and the editor is not opened again without a terminal" 1 "$work/wrong" "ref-officer"
same "an error"
holds "officer: ai-do" "$kept"
rm "$kept"

script empties ': >"$1"'
edits "an emptied file is no report" 1 "$work/empties"
same "an emptied file"

script races 'echo "# của tôi" >>"$1"; echo "# của người khác" >>'"$work/store/$report"
edits "a report that changed meanwhile is not overwritten" 4 "$work/races" "$kept"
holds "người khác" "$report"
holds "của tôi" "$kept"
edits "nor when the edit is taken up later" 1 true "$kept"
rm "$kept"
cp "$work/before" "$report"

script adds 'echo "# thêm" >>"$1"'
edits "words of an editor, as git splits them" 0 "sh '$work/adds'" "$report"
printf '# thêm\n' | cat "$work/before" - | cmp -s - "$report" || { echo "FAILED: not those bytes"; failed=1; }
[ ! -s "$kept" ] || { echo "FAILED: the draft is still there"; failed=1; }

script locked "flock $work/store/.nammo/lock true && echo '# khóa trống' >>\"\$1\""
edits "nobody else is locked out while a person types" 0 "$work/locked"
holds "khóa trống" "$report"
exit $failed
