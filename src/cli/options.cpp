#include "cli/options.h"

#include <CLI/App.hpp>

namespace nammo::cli {
namespace {

// "--since DATE": the name and what stands for its value; that is empty where none is told.
struct Name {
  std::string name;
  std::string value;

  explicit Name(std::string_view shown) : name(shown.substr(0, shown.find(' '))) {
    if (name.size() < shown.size()) value = shown.substr(name.size() + 1);
  }
};

template <typename Value>
CLI::Option& add_to(CLI::App& app, std::string_view shown, Value& value, std::string help) {
  const Name name(shown);
  CLI::Option* option = app.add_option(name.name, value, std::move(help));
  return name.value.empty() ? *option : *option->type_name(name.value);
}

}  // namespace

void Options::add(std::string_view name, std::string& value, const Message& help) {
  add_to(*app_, name, value, say_in(language_, help));
}

void Options::add(std::string_view name, std::vector<std::string>& values, const Message& help) {
  add_to(*app_, name, values, say_in(language_, help)).allow_extra_args(!name.starts_with('-'));
}

void Options::add(std::string_view name, bool& given, const Message& help) {
  app_->add_flag(std::string(name), given, say_in(language_, help));
}

Options Options::command(const std::string& name, const Message& summary) {
  return {*app_->add_subcommand(name, say_in(language_, summary)), language_};
}

Options Options::command(const std::string& name, bool& given, const Message& summary) {
  Options below = command(name, summary);
  below.app_->preparse_callback([&given](std::size_t) { given = true; });
  return below;
}

}  // namespace nammo::cli
