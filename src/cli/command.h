#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/catalogue/cli.h"
#include "cli/options.h"

namespace nammo::cli {

// One command. It declares its options, then runs once with their values.
class Command {
 public:
  virtual ~Command() = default;
  virtual void declare(Options& options) = 0;
  [[nodiscard]] virtual int run(Call& call) = 0;
};

[[nodiscard]] std::unique_ptr<Command> make_accept();
[[nodiscard]] std::unique_ptr<Command> make_area();
[[nodiscard]] std::unique_ptr<Command> make_check();
[[nodiscard]] std::unique_ptr<Command> make_completion();
[[nodiscard]] std::unique_ptr<Command> make_due();
[[nodiscard]] std::unique_ptr<Command> make_export();
[[nodiscard]] std::unique_ptr<Command> make_help();
[[nodiscard]] std::unique_ptr<Command> make_init();
[[nodiscard]] std::unique_ptr<Command> make_intake();
[[nodiscard]] std::unique_ptr<Command> make_new();
[[nodiscard]] std::unique_ptr<Command> make_officer();
[[nodiscard]] std::unique_ptr<Command> make_publish();
[[nodiscard]] std::unique_ptr<Command> make_remind();
[[nodiscard]] std::unique_ptr<Command> make_report();
[[nodiscard]] std::unique_ptr<Command> make_return();
[[nodiscard]] std::unique_ptr<Command> make_status();
[[nodiscard]] std::unique_ptr<Command> make_submit();
[[nodiscard]] std::unique_ptr<Command> make_today();
[[nodiscard]] std::unique_ptr<Command> make_version();

// Says so when `value` is none of `known`, and returns the exit status for it.
[[nodiscard]] std::optional<int> refuse_choice(Call& call, std::string_view option, const std::string& value,
                                               std::initializer_list<std::string_view> known);
// The help of `app`: usage, what it does, its options and commands.
[[nodiscard]] std::string help_of(const CLI::App& app, Language language);

}  // namespace nammo::cli
