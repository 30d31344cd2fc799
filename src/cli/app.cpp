#include "cli/app.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <new>
#include <ostream>

#include "base/catalogue/cli.h"
#include "cli/candidates.h"
#include "cli/command.h"
#include "cli/edit.h"
#include "cli/listed.h"
#include "cli/named.h"
#include "cli/subcommands.h"

namespace nammo::cli {
namespace {

// From this table help, completions and what a mistyped name is compared with come.
struct CommandEntry {
  std::string_view name;
  const Message* summary;
  std::unique_ptr<Command> (*make)();
};
constexpr std::array kCommands{
    CommandEntry{"accept", &msg::cli_sum_accept, make_accept},
    CommandEntry{"area", &msg::cli_sum_area, make_area},
    CommandEntry{"check", &msg::cli_sum_check, make_check},
    CommandEntry{"completion", &msg::cli_sum_completion, make_completion},
    CommandEntry{"due", &msg::cli_sum_due, make_due},
    CommandEntry{"edit", &msg::edit_summary, make_edit},
    CommandEntry{"export", &msg::cli_sum_export, make_export},
    CommandEntry{"init", &msg::cli_sum_init, make_init},
    CommandEntry{"intake", &msg::cli_sum_intake, make_intake},
    CommandEntry{"new", &msg::cli_sum_new, make_new},
    CommandEntry{"officer", &msg::cli_sum_officer, make_officer},
    CommandEntry{"publish", &msg::cli_sum_publish, make_publish},
    CommandEntry{"remind", &msg::cli_sum_remind, make_remind},
    CommandEntry{"report", &msg::cli_sum_report, make_report},
    CommandEntry{"return", &msg::cli_sum_return, make_return},
    CommandEntry{"status", &msg::cli_sum_status, make_status},
    CommandEntry{"submit", &msg::cli_sum_submit, make_submit},
    CommandEntry{"today", &msg::cli_sum_today, make_today},
    CommandEntry{"help", &msg::cli_sum_help, make_help},
    CommandEntry{"version", &msg::cli_sum_version, make_version},
};

std::string names_of_commands() {
  return listed(kCommands, [](const CommandEntry& entry) { return entry.name; });
}

// The commands there are, and the one that was probably meant.
Text unknown_command_help(const std::string& typed) {
  std::vector<std::string_view> names;
  for (const CommandEntry& entry : kCommands) names.push_back(entry.name);
  const auto near = closest(typed, names);
  return near.empty() ? say(msg::cli_commands_are, names_of_commands()) : say(msg::cli_did_you_mean, near, names_of_commands());
}

int wrong(Call& call, const Text& message, const Text& help) {
  call.complain(message, help);
  return kWrongCall;
}

// The deepest command that was named; nammo itself when none was.
const CLI::App& named_command(const CLI::App& app) {
  const auto named = app.get_subcommands();
  return named.empty() ? app : named_command(*named.front());
}

// The first option that was given with an empty value, as an unset variable does.
std::string empty_option(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    const auto& values = option->results();
    if (option->get_type_size() > 0 && std::find(values.begin(), values.end(), "") != values.end()) return option->get_name();
  }
  for (const CLI::App* sub : app.get_subcommands()) {
    if (auto found = empty_option(*sub); !found.empty()) return found;
  }
  return {};
}

// What the words on the command line were not: an exit code, or empty when all
// of them found their place.
std::optional<int> refuse_extras(const CLI::App& app, Call& call) {
  const auto extras = app.remaining(true);
  if (!extras.empty()) {
    const CLI::App& command = named_command(app);
    const std::string typed = printable(extras.front());
    if (!is_top(command) || typed.starts_with('-')) {
      return wrong(call, say(msg::cli_unexpected, typed), say(msg::cli_see_help, path_of(command)));
    }
    return wrong(call, say(msg::cli_unknown_command, typed), unknown_command_help(typed));
  }
  return std::nullopt;
}

bool looks_at_files(const CLI::App& app) {
  constexpr std::array kWithout{"help", "version", "completion"};
  const auto chosen = app.get_subcommands();
  return !chosen.empty() && std::find(kWithout.begin(), kWithout.end(), chosen.front()->get_name()) == kWithout.end();
}

// "help report" means "report --help": the names of commands cannot be arguments
// of another command.
void rewrite_help(std::vector<std::string>& arguments) {
  for (auto word = arguments.begin(); word != arguments.end(); ++word) {
    const bool takes_value = *word == "-C" || *word == "--now" || *word == "--lang" || *word == "--color";
    if (takes_value && word + 1 != arguments.end()) {
      ++word;
    } else if (!word->starts_with('-')) {
      if (*word != "help" || word + 1 == arguments.end()) return;
      arguments.erase(word);
      arguments.emplace_back("--help");
      return;
    }
  }
}

// The options before a command, and all commands with theirs.
struct CommandLine {
  CLI::App app{"", "nammo"};
  Globals globals;
  bool help = false;
  bool version = false;
  Subcommands commands;

  explicit CommandLine(Language language) {
    app.set_help_flag();
    app.fallthrough();
    app.allow_extras();
    Options options(app, language);
    options.add("-C STORE", globals.folder, msg::cli_opt_folder);
    options.add("--now T", globals.now, msg::cli_opt_now);
    options.add("--lang vi|en", globals.language, msg::cli_opt_lang);
    options.add("--color WHEN", globals.color, msg::cli_opt_color);
    options.add("-h,--help", help, msg::cli_opt_help);
    options.add("--version", version, msg::cli_opt_version);
    for (const CommandEntry& entry : kCommands) commands.add(options, std::string(entry.name), *entry.summary, entry.make());
  }
};

// The help that was asked for, or that is all there is to say where no command was named, or
// only one that has others below it. Then the exit status.
std::optional<int> print_help(const CommandLine& line, Call& call) {
  const CLI::App& named = named_command(line.app);
  const bool needs_another = !is_top(named) && !subcommands_of(named).empty();
  if (!line.help && !is_top(named) && !needs_another) return std::nullopt;
  call.print(help_of(named, call.language()));
  return needs_another && !line.help ? kWrongCall : kDone;
}

int parse_and_run(std::vector<std::string>& arguments, World& world, Language language) {
  CommandLine line(language);
  const Globals& globals = line.globals;
  std::optional<std::string> problem;
  rewrite_help(arguments);
  std::reverse(arguments.begin(), arguments.end());
  try {
    line.app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {  // a value that is missing: "--format: 1 required F missing"
    const std::string words = error.what();
    problem = words.substr(0, words.find(':'));
  }
  Call call(world, globals);
  if (problem) return wrong(call, say(msg::cli_option_value, printable(*problem)), {});
  if (const auto refused = refuse_extras(line.app, call)) return *refused;
  if (const auto empty = empty_option(line.app); !empty.empty()) return wrong(call, say(msg::cli_empty_value, empty), {});
  if (!globals.language.empty()) {
    if (const auto refused = refuse_choice(call, "--lang", globals.language, {"vi", "en"})) return *refused;
  }
  if (const auto refused = refuse_choice(call, "--color", globals.color, {"auto", "always", "never"})) return *refused;
  if (line.version && !line.help) return make_version()->run(call);
  if (const auto printed = print_help(line, call)) return *printed;
  if (world.working_folder.empty() && looks_at_files(line.app)) {
    call.complain(say(msg::cli_no_working_folder), say(msg::cli_no_working_folder_help));
    return kFailed;
  }
  return line.commands.chosen()->run(call);
}

// The language of the messages about the command line itself, before it is parsed.
Language language_of(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool next = arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "en";
    if (next || arguments[i] == "--lang=en") return Language::en;
  }
  return Language::vi;
}

}  // namespace

std::string bug_message(const std::string& reason) {
  return say_in(Language::vi, msg::cli_bug, printable(reason)) + "\n  " + say_in(Language::vi, msg::cli_bug_help);
}

std::optional<int> refuse_choice(Call& call, std::string_view option, const std::string& value,
                                 std::initializer_list<std::string_view> known) {
  if (std::find(known.begin(), known.end(), value) != known.end()) return std::nullopt;
  const std::string all = listed(known, [](std::string_view name) { return name; });
  return wrong(call, say(msg::cli_choice, option, all, printable(value)), {});
}

int complain_of_memory(std::ostream& err, Language language) {
  const Message& message = msg::cli_no_memory;
  err << "nammo: " << (language == Language::vi ? message.vi : message.en) << '\n';
  return kFailed;
}

int run(std::vector<std::string> arguments, World& world) {
  const Language language = language_of(arguments);
  int status = kFailed;
  try {
    if (arguments.size() > 2 && arguments[0] == "completion" && arguments[1] == "--candidates") {
      const CommandLine line(language);
      for (const auto& word : candidates(line.app, std::span(arguments).subspan(2), world)) *world.out << word << '\n';
      return kDone;
    }
    status = parse_and_run(arguments, world, language);
  } catch (const std::bad_alloc&) {
    status = complain_of_memory(*world.err, language);
  }
  world.out->flush();
  if (*world.out) return status;
  *world.err << "nammo: " << say_in(language, msg::cli_output_failed) << '\n';
  return kFailed;
}

}  // namespace nammo::cli
