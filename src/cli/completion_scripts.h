#pragma once

#include <string_view>

namespace nammo::cli {

// What a shell reads to complete the words of a nammo command line: it asks the
// program itself for candidates, and takes files where there are none.
struct CompletionScript {
  std::string_view shell;
  std::string_view text;
};
inline constexpr CompletionScript kCompletionScripts[] = {
    {"bash", R"script(# Gợi ý lệnh nammo cho bash: source <(nammo completion bash)
_nammo() {
  local IFS=$'\n' line
  # Every line is a candidate; none means a file.
  COMPREPLY=()
  while read -r line; do COMPREPLY+=("$line"); done \
    < <(command "${COMP_WORDS[0]}" completion --candidates "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _nammo nammo
)script"},
    {"zsh", R"script(#compdef nammo
# Gợi ý lệnh nammo cho zsh: đặt tệp này, tên _nammo, vào một thư mục của $fpath
_nammo() {
  local -a candidates
  candidates=("${(@f)$(command ${words[1]} completion --candidates "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n ${candidates[1]} ]]; then
    compadd -- "${candidates[@]}"
  else
    _files
  fi
}
if [[ ${funcstack[1]} == _nammo ]]; then
  _nammo "$@"
else
  compdef _nammo nammo
fi
)script"},
    {"fish", R"script(# Gợi ý lệnh nammo cho fish: nammo completion fish | source
function __nammo_candidates
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l found (command $words[1] completion --candidates $words[2..-1] "$typed" 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path "$typed"
    end
end
complete -c nammo -f -a '(__nammo_candidates)'
)script"},
};

}  // namespace nammo::cli
