#!/bin/bash
# Tab in real shells: what bash and fish offer, and that zsh takes the script.
#   completion.sh NAMMO SOURCE_DIR
set -u
nammo=$1
cd "$2/examples/thuan-thanh" || exit 1
export NAMMO_NOW=2024-06-18T10:00+07:00
PATH=$(dirname "$nammo"):$PATH
failed=0

# is WHAT GOT EXPECTED
is() {
  [ "$2" = "$3" ] && return
  printf 'FAILED: %s\ngot:\n%s\nexpected:\n%s\n' "$1" "$2" "$3"
  failed=1
}

# shellcheck source=/dev/null
source <("$nammo" completion bash)
# What bash offers for the words of a command line, the last of them being typed.
in_bash() {
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  _nammo
  printf '%s\n' "${COMPREPLY[@]-}"
}
in_fish() { fish --no-config --command "nammo completion fish | source; complete --do-complete '$1'"; }

is "bash: commands" "$(in_bash nammo re)" $'remind\nreport\nreturn'
is "bash: a command of a command" "$(in_bash nammo area t)" "tree"
is "bash: areas" "$(in_bash nammo report thuan-thanh/ho/khu-pho-)" \
  "$(find areas -name area.yaml | sed -n 's#^areas/\(.*khu-pho-.*\)/area.yaml#\1#p' | sort)"
is "bash: weeks up to now" "$(in_bash nammo report ho 2024-W2)" $'2024-W21\n2024-W22\n2024-W23\n2024-W24\n2024-W25'
is "bash: officers" "$(in_bash nammo due --officer n)" "$(basename -s .yaml officers/n*.yaml)"
is "bash: organisations" "$(in_bash nammo report --org '')" $'bdv\nccb\nmttq'
is "bash: the words of an option" "$(in_bash nammo report --compare '')" $'last-year\nprevious'
is "bash: options" "$(in_bash nammo report --com)" "--compare"
is "bash: a file where one is meant" "$(in_bash nammo report -o '')" ""
is "bash: the store of -C" "$(cd / && in_bash nammo -C "$2/examples/thuan-thanh" area show thuan-thanh/ho/khu-pho-3)" "thuan-thanh/ho/khu-pho-3"
is "bash: no store, no areas, no message" "$(cd / && in_bash nammo report '' 2>&1)" ""
is "fish: commands" "$(in_fish 'nammo re')" $'remind\nreport\nreturn'
is "fish: areas" "$(in_fish 'nammo area show thuan-thanh/ho/khu-pho-1')" "thuan-thanh/ho/khu-pho-1"
is "zsh: the script is one" "$("$nammo" completion zsh | zsh -n 2>&1)" ""
exit $failed
