#!/bin/bash
# On a real terminal, as a person would: `init` with questions, `edit` in vi, and Ctrl-C in each.
#   terminal.sh NAMMO SOURCE_DIR
# shellcheck disable=SC2016
set -u
nammo=$1
source_dir=$2
work=$(mktemp -d)
socket=$work/tmux
trap 'tmux -S "$socket" kill-server 2>/dev/null; rm -rf "$work" 2>/dev/null || { sleep 1; rm -rf "$work"; }' EXIT
export LC_ALL=C.UTF-8 TERM=screen HOME="$work" NAMMO_NOW=2024-05-09T10:00+07:00
failed=0
ln -s "$(readlink -f "$nammo")" "$work/nammo"
export PATH="$work:$PATH"
cp -RL "$source_dir/examples/thuan-thanh" "$work/store"

screen() { tmux -S "$socket" capture-pane -p -S -200; }
type_keys() { tmux -S "$socket" send-keys "$@"; }
type_text() { tmux -S "$socket" send-keys -l "$1"; }

# wait_for WORDS: until they stand on the screen, for at most two minutes.
wait_for() {
  for _ in $(seq 1200); do
    screen | grep -qF -- "$1" && return 0
    sleep 0.1
  done
  echo "FAILED: \"$1\" never came; on the screen:"
  screen
  exit 1
}

# run COMMAND: in a screen without anything else; the prompt after it says how it ended, which `ended N` waits for.
runs=0
run() {
  runs=$((runs + 1))
  type_text "n=$runs; clear; tmux -S $socket clear-history; $1"
  type_keys Enter
}
ended() { wait_for "end $runs with $1."; }
check() {
  if eval "$2"; then echo "ok: $1"; else
    echo "FAILED: $1"
    screen
    failed=1
  fi
}
answer() {
  wait_for "$1"
  type_text "$2"
  type_keys Enter
}

tmux -S "$socket" -f /dev/null new-session -d -x 150 -y 50 "bash --norc --noprofile"
type_text "unset HISTFILE; cd $work; PS1='end \$n with \$?. '"
type_keys Enter

run "nammo init kho"
answer "Tên cơ quan" "Hội Cựu chiến binh thị xã Thuận Thành"
answer "Các cấp" ""
answer "Địa bàn cao nhất" "thị xã Thuận Thành"
answer "của thị xã Thuận Thành" "phường Hồ; xã An Bình"
answer "của phường Hồ" "Khu phố 1; Khu phố 2"
answer "của xã An Bình" ""
answer "Tổ chức báo cáo" "ccb; ccb=Hai lần"
answer "ccb có hai lần" ""
answer "Cơ quan cấp trên" ""
answer "Họ tên cán bộ" "Nguyễn Văn A"
answer "Có hiệu lực" ""
answer "Ngôn ngữ" ""
answer "Múi giờ" ""
answer "Lập kho?" ""
ended 0
check "questions make a store" '[ -f $work/kho/areas/thuan-thanh/ho/khu-pho-2/area.yaml ]'
check "of which check has nothing to say" '[ -z "$(nammo -C $work/kho check --strict 2>&1)" ]'

run "nammo init khac"
answer "Tên cơ quan" "Hội"
wait_for "Các cấp"
type_keys C-c
ended 130
check "Ctrl-C in a question leaves no folder" '[ ! -e $work/khac ]'
run "nammo init khac"
wait_for "Tên cơ quan"
type_keys C-d
ended 1
check "nor does the end of the input" '[ ! -e $work/khac ]'
run "nammo init khac"
answer "Tên cơ quan" "Hội"
answer "Các cấp" ""
answer "Địa bàn cao nhất" "xã A"
answer "của xã A" ""
answer "Tổ chức báo cáo" ""
answer "Cơ quan cấp trên" ""
answer "Họ tên cán bộ" ""
answer "Có hiệu lực" ""
answer "Ngôn ngữ" ""
answer "Múi giờ" ""
answer "Lập kho?" "k"
ended 1
check "nor does a no at the end" '[ ! -e $work/khac ]'

report=areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml
kept=$work/store/.nammo/edit/$report
cp "$work/store/$report" "$work/before"
run "cd store; EDITOR=vi nammo edit khu-pho-1 2024-W19"
wait_for "officer: "
type_text ":%s/^officer: .*/officer: ai-do/"
type_keys Enter
type_text ":wq"
type_keys Enter
wait_for "Enter: "
check "what is wrong is shown, and nothing written" 'screen | grep -q "ref-officer" && cmp -s "$work/before" "$work/store/$report"'
type_keys Enter
wait_for "officer: ai-do"
line=$(grep -n "^officer:" "$work/before" | cut -d: -f1)
type_text ":s/ai-do/at-line/"
type_keys Enter
type_text ":wq"
type_keys Enter
for _ in $(seq 600); do grep -q "^officer: at-line" "$kept" && break; sleep 0.1; done
check "the editor comes back at line $line, where the finding is" 'sed -n ${line}p "$kept" | grep -q "officer: at-line"'
wait_for "at-line"
wait_for "Enter: "
type_keys C-c
ended 130
check "Ctrl-C in the question loses nothing" 'cmp -s "$work/before" "$work/store/$report" && grep -q at-line "$kept"'
officer=$(sed -n 's/^officer: *//p' "$work/before" | cut -d' ' -f1)
run "EDITOR=vi nammo edit khu-pho-1 2024-W19"
wait_for "sửa tiếp bản dở"
type_keys Enter
wait_for "officer: at-line"
type_text ":%s/at-line/$officer/"
type_keys Enter
type_text "Go# thêm"
type_keys Escape
type_text ":wq"
type_keys Enter
ended 0
check "what was kept is gone on with, and written" 'grep -q "# thêm" "$work/store/$report" && [ ! -s "$kept" ]'

cp "$work/store/$report" "$work/before"
cat >"$work/slow" <<'END'
#!/bin/sh
echo "# nửa chừng" >>"$1"
echo "editor is open"
sleep 1000
END
chmod +x "$work/slow"
run "EDITOR=$work/slow nammo edit khu-pho-1 2024-W19"
wait_for "editor is open"
type_keys C-c
ended 4
check "Ctrl-C in the editor loses nothing and says where it is" 'screen | grep -q "nammo/edit" && cmp -s "$work/before" "$work/store/$report" && grep -q "nửa chừng" "$kept"'
exit $failed
