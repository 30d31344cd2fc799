#include "cli/candidates.h"

#include <CLI/App.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <string_view>

#include "cli/call.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/named.h"
#include "nammo/schedule.h"

namespace nammo::cli {
namespace {

constexpr int kPeriodsBack = 4;  // of each regular type

// Words that an option knows, whatever the store.
struct Choices {
  std::string_view option;
  std::string_view words;
};
constexpr std::array kChoices = {
    Choices{"--lang", "vi en"},
    Choices{"--language", "vi en"},
    Choices{"--color", "auto always never"},
    Choices{"--compare", "previous last-year"},
    Choices{"--fail-on", "late missing"},
    Choices{"--state", "upcoming draft missing late submitted returned accepted"},
    Choices{"SHELL", "bash zsh fish"},
    Choices{"--evidence", "git"},
    Choices{"--how", "merged split moved renamed"},
    Choices{"--role", "lead deputy"},
    Choices{"--account", "none requested issued"},
};

// What stands where a word is typed.
struct Cursor {
  const CLI::App* command;              // the deepest that was named
  const CLI::Option* waiting = nullptr; // whose value is typed
  std::size_t place = 0;                // arguments before it
  std::string folder;                   // of -C
};

const CLI::Option* option_of(const CLI::App& command, const std::string& typed) {
  for (const CLI::App* app = &command; app != nullptr; app = app->get_parent()) {
    if (const auto* option = app->get_option_no_throw(typed)) return option;
  }
  return nullptr;
}

const CLI::App* subcommand_of(const CLI::App& command, const std::string& name) {
  const auto named = command.get_subcommands([&](const CLI::App* sub) { return sub->get_name() == name; });
  return named.empty() ? nullptr : named.front();
}

Cursor cursor_at(const CLI::App& app, std::span<const std::string> words) {
  Cursor cursor{&app, nullptr, 0, {}};
  for (const std::string& word : words.first(words.size() - 1)) {
    if (cursor.waiting != nullptr) {
      if (cursor.waiting->get_name() == "-C") cursor.folder = word;
      cursor.waiting = nullptr;
    } else if (word.starts_with('-')) {
      const auto* option = option_of(*cursor.command, word);
      if (option != nullptr && option->get_items_expected_max() > 0) cursor.waiting = option;
    } else if (const auto* sub = cursor.place == 0 ? subcommand_of(*cursor.command, word) : nullptr) {
      cursor.command = sub;
    } else {
      ++cursor.place;
    }
  }
  return cursor;
}

using Names = std::set<std::string>;

void add_options(const CLI::App& command, Names& names) {
  for (const CLI::App* app = &command; app != nullptr; app = app->get_parent()) {
    for (const CLI::Option* option : app->get_options()) {
      for (const auto& name : option->get_lnames()) names.insert("--" + name);
      for (const auto& name : option->get_snames()) names.insert("-" + name);
    }
  }
}

// The periods that a person would ask for now.
void add_periods(const Store& store, Instant now, Names& names) {
  names.insert({"last", "this"});
  for (const ReportType& type : store.regime.types) {
    if (type.period == PeriodKind::once) names.insert(type.id.str());
    const auto current = period_at(type, now, store);
    for (int back = 0; current && back <= kPeriodsBack; ++back) names.insert(to_string(advance(*current, -back)));
  }
}

template <typename Range>
void add_ids(const Range& range, Names& names) {
  for (const auto& one : range) names.insert(one.id.str());
}

// What the store has for a value or an argument of that name.
void add_of_store(Call& call, std::string_view what, Names& names) {
  Diagnostics ignored;
  auto store = call.open_store(ignored);
  if (!store) return;
  const FileReader& files = call.files();
  load_regime(files, *store, ignored);
  if (what == "A" || what == "--continues") {
    load_areas(files, {}, *store, ignored);
    add_ids(store->areas.all(), names);
  }
  if (what == "--org") add_ids(store->settings.organisations, names);
  if (what == "--level") add_ids(store->settings.levels, names);
  if (what == "--report") add_ids(store->regime.types, names);
  if (what == "--indicator") {
    load_catalog(files, *store, ignored);
    add_ids(store->indicators.items, names);
  }
  if (what == "--officer" || what == "--by" || what == "ID") {
    list_officers(files, *store);
    for (const auto& id : store->known_officers) names.insert(id.str());
  }
  const auto now = call.now();
  if (what != "P" || !now) return;
  load_calendars(call, *store, years_around({}, *now, store->zone), ignored);
  add_periods(*store, *now, names);
}

void add_words(std::string_view what, Names& names) {
  const auto found = std::find_if(kChoices.begin(), kChoices.end(), [&](const Choices& one) { return one.option == what; });
  if (found == kChoices.end()) return;
  std::istringstream words{std::string(found->words)};
  for (std::string word; words >> word;) names.insert(word);
}

void add_values(const CLI::Option& option, Call& call, Names& names) {
  const std::string what = option.get_name();
  add_words(what, names);
  if (names.empty()) add_of_store(call, what, names);
}

void add_arguments(const Cursor& cursor, Call& call, Names& names) {
  if (cursor.place == 0) {
    for (const CLI::App* sub : subcommands_of(*cursor.command)) {
      names.insert(sub->get_name());
    }
  }
  std::size_t place = 0;
  for (const CLI::Option* option : cursor.command->get_options()) {
    if (!option->get_positional()) continue;
    if (place++ == cursor.place) add_values(*option, call, names);
  }
}

}  // namespace

std::vector<std::string> candidates(const CLI::App& app, std::span<const std::string> words, World& world) {
  if (words.empty()) return {};
  const Cursor cursor = cursor_at(app, words);
  std::ostringstream ignored;  // whoever presses Tab wants no message
  World quiet = world;
  quiet.err = &ignored;
  Call call(quiet, {cursor.folder, {}, {}, "never"});
  Names names;
  if (cursor.waiting != nullptr) {
    add_values(*cursor.waiting, call, names);
  } else if (words.back().starts_with('-')) {
    add_options(*cursor.command, names);
  } else {
    add_arguments(cursor, call, names);
  }
  std::vector<std::string> fitting;
  std::copy_if(names.begin(), names.end(), std::back_inserter(fitting),
               [&](const std::string& name) { return name.starts_with(words.back()); });
  return fitting;
}

}  // namespace nammo::cli
