#include "cli/questions.h"

#include <istream>
#include <ostream>

#include "base/catalogue/cli.h"
#include "cli/change.h"

namespace nammo::cli {

std::optional<std::string> ask_line(Call& call, const Text& question, const std::string& usual) {
  auto& err = *call.world().err;
  err << question.in(call.language()) << (usual.empty() ? "" : " [" + usual + "]") << ": " << std::flush;
  std::string line;
  if (!std::getline(*call.world().in, line)) {
    err << '\n';
    return std::nullopt;
  }
  if (line.ends_with('\r')) line.pop_back();
  line = std::string(trimmed(line));
  return line.empty() ? usual : line;
}

bool ask(Call& call, const Text& question, const std::string& usual, const Take& take) {
  for (;;) {
    const auto answer = ask_line(call, question, usual);
    if (!answer) return false;
    // A key that the terminal did not understand: an arrow, half a letter.
    const Text problem = printable(*answer) == *answer ? take(*answer) : say(msg::cli_unreadable_answer);
    if (problem.empty()) return true;
    call.remark(say(msg::cli_ask_again, problem));
  }
}

}  // namespace nammo::cli
