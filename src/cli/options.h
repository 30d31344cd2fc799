#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/call.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the name of the library
class App;
}

namespace nammo::cli {

// What a command takes. What was typed is written into the variables given here, which have
// to live as long as the command line does. A name stands as help shows it: "A" is an
// argument, "--since DATE" an option, "-o,--output FILE" one with a short name too, "--all" a flag.
class Options {
 public:
  Options(CLI::App& app, Language language) : app_(&app), language_(language) {}

  void add(std::string_view name, std::string& value, const Message& help);
  // An argument takes all words that follow; an option one each time that it is given.
  void add(std::string_view name, std::vector<std::string>& values, const Message& help);
  void add(std::string_view name, bool& given, const Message& help);
  // A command below this one; `given` tells whether it was typed.
  [[nodiscard]] Options command(const std::string& name, const Message& summary);
  [[nodiscard]] Options command(const std::string& name, bool& given, const Message& summary);

  // What was declared, for help.
  [[nodiscard]] const CLI::App& declared() const { return *app_; }

 private:
  CLI::App* app_;
  Language language_;
};

}  // namespace nammo::cli
