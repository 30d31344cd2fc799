#include "nammo/render.h"

#include <fmt/core.h>

#include <string_view>

#include "base/catalogue/render.h"
#include "render/excerpt.h"

namespace nammo {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kRed = "\x1b[1;31m";
constexpr std::string_view kYellow = "\x1b[1;33m";
constexpr std::string_view kGreen = "\x1b[1;32m";
constexpr std::string_view kCyan = "\x1b[36m";
constexpr std::string_view kPlain = "\x1b[0m";

class FindingsPrinter {
 public:
  FindingsPrinter(const FileReader& files, Language language, Colour colour)
      : excerpts_(files), language_(language), colour_(colour) {}

  void print(const Diagnostic& finding);
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  [[nodiscard]] std::string paint(std::string_view colour, std::string_view text) const {
    if (colour_ == Colour::off) return std::string{text};
    return fmt::format("{}{}{}", colour, text, kPlain);
  }
  [[nodiscard]] std::string place_text(const Location& where) const;
  void print_excerpt(const Location& where, std::string_view colour);

  Excerpts excerpts_;
  Language language_;
  Colour colour_;
  std::string text_;
};

std::string FindingsPrinter::place_text(const Location& where) const {
  std::string text = printable(where.file);
  if (where.place.line > 0) text += fmt::format(":{}:{}", where.place.line, where.place.column);
  return text.empty() ? text : paint(kBold, text + ":") + " ";
}

void FindingsPrinter::print_excerpt(const Location& where, std::string_view colour) {
  const auto excerpt = excerpts_.at(where);
  if (!excerpt) return;
  text_ += fmt::format("{:>5} | {}\n", excerpt->line, excerpt->text);
  text_ += fmt::format("{:>5} | {}\n", "", paint(colour, excerpt->mark));
}

void FindingsPrinter::print(const Diagnostic& finding) {
  const bool error = finding.severity == Severity::error;
  const auto word = say_in(language_, error ? msg::finding_error : msg::finding_warning);
  text_ += place_text(finding.where);
  text_ += paint(error ? kRed : kYellow, fmt::format("{}[{}]:", word, printable(finding.code)));
  text_ += fmt::format(" {}\n", printable(finding.message.in(language_)));
  print_excerpt(finding.where, kGreen);
  for (const auto& related : finding.related) {
    text_ += fmt::format("   {}{}\n", place_text(related.where), printable(related.message.in(language_)));
    print_excerpt(related.where, kCyan);
  }
  if (const auto& help = finding.help.in(language_); !help.empty()) {
    text_ += fmt::format("   {} {}\n", paint(kCyan, say_in(language_, msg::finding_help) + ":"), printable(help));
  }
}

}  // namespace

std::string findings_text(std::span<const Diagnostic> findings, const FileReader& files, Language language,
                          Colour colour) {
  FindingsPrinter printer(files, language, colour);
  for (const auto& finding : findings) printer.print(finding);
  return printer.take();
}

}  // namespace nammo
