#include <CLI/App.hpp>

#include <fmt/core.h>

#include "cli/command.h"
#include "cli/named.h"

namespace nammo::cli {
namespace {

// "--format FORMAT" or "A", with its explanation in a column of its own.
struct Line {
  std::string left;
  std::string right;
};

std::string left_of(const CLI::Option& option) {
  if (option.get_positional()) return option.get_name(true) + (option.get_items_expected_max() > 1 ? " …" : "");
  std::string names;
  for (const auto& name : option.get_snames()) names += (names.empty() ? "-" : ", -") + name;
  for (const auto& name : option.get_lnames()) names += (names.empty() ? "--" : ", --") + name;
  if (option.get_type_size() > 0) names += " " + option.get_type_name();
  return names;
}

std::vector<Line> lines_of(const CLI::App& app, bool positional) {
  std::vector<Line> lines;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() == positional) lines.push_back({left_of(*option), option->get_description()});
  }
  return lines;
}

std::string section(std::string_view heading, const std::vector<Line>& lines) {
  if (lines.empty()) return {};
  std::string text = fmt::format("\n{}\n", heading);
  for (const Line& line : lines) text += fmt::format("  {:<18} {}\n", line.left, line.right);
  return text;
}

std::vector<Line> lines_below(const CLI::App& app) {
  std::vector<Line> lines;
  for (const CLI::App* sub : subcommands_of(app)) lines.push_back({sub->get_name(), sub->get_description()});
  return lines;
}

// "nammo area list"
std::string full_name_of(const CLI::App& app) { return is_top(app) ? "nammo" : "nammo " + path_of(app); }

std::string usage_of(const CLI::App& app) {
  std::string names = full_name_of(app);
  std::string choices;
  for (const CLI::App* sub : subcommands_of(app)) choices += (choices.empty() ? "" : "|") + sub->get_name();
  if (!choices.empty()) names += " " + (is_top(app) ? "COMMAND" : choices);
  for (const Line& line : lines_of(app, true)) names += " [" + line.left + "]";
  return names + " [OPTION…]";
}

// "nammo help report" never comes here: app.cpp takes it for "nammo report --help".
class Help final : public Command {
 public:
  void declare(Options& options) override {
    app_ = &options.declared();
    options.add("TOPIC", topics_, msg::cli_arg_topic);
  }

  int run(Call& call) override {
    call.print(help_of(*app_->get_parent(), call.language()));
    return kDone;
  }

 private:
  const CLI::App* app_ = nullptr;
  std::vector<std::string> topics_;
};

}  // namespace

std::string help_of(const CLI::App& app, Language language) {
  const auto in = [&](const Message& message) { return say_in(language, message); };
  const bool top = is_top(app);
  std::string text = (top ? in(msg::cli_about) : full_name_of(app) + ": " + app.get_description()) + "\n\n";
  text += say_in(language, msg::cli_usage, usage_of(app)) + "\n";
  text += section(in(msg::cli_commands), lines_below(app));
  text += section(in(msg::cli_arguments), lines_of(app, true));
  text += section(in(top ? msg::cli_global_options : msg::cli_options), lines_of(app, false));
  if (top) text += "\n" + in(msg::cli_more_help) + "\n";
  return text;
}

std::unique_ptr<Command> make_help() { return std::make_unique<Help>(); }

}  // namespace nammo::cli
