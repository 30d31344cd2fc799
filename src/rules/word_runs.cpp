#include "rules/word_runs.h"

#include <array>
#include <cstddef>

namespace nammo::rules {
namespace {

using std::size_t;

constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15U;

// What parts words: everything of ASCII but letters and digits. Punctuation
// beyond ASCII ("–", "…") counts as a word, in the newer text as in the older.
constexpr std::array<bool, 256> make_word_bytes() {
  std::array<bool, 256> word{};
  for (size_t c = 0; c < 256; ++c) {
    word[c] = c >= 0x80U || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  return word;
}
constexpr auto kWordBytes = make_word_bytes();

bool in_word(char c) { return kWordBytes[static_cast<unsigned char>(c)]; }

std::uint32_t mixed(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  const std::uint64_t sum = (a * kPrime + b) * kPrime + c;
  const auto hash = static_cast<std::uint32_t>((sum * kPrime) >> 32U);
  return hash == 0 ? 1U : hash;
}

}  // namespace

WordRuns::WordRuns(const Report& report) {
  add_text(report.overview);
  for (const auto& s : report.situation) {
    for (const auto* text : {&s.title, &s.text, &s.assessment, &s.handled_by}) add_text(*text);
  }
  for (const auto& o : report.opinions) add_text(o.text);
  for (const auto& a : report.activities) {
    add_text(a.title);
    add_text(a.text);
  }
  for (const auto& r : report.results) add_text(r.text);
  for (const auto& d : report.directives) add_text(d.text);
  for (const auto& d : report.difficulties) add_text(d.text);
  for (const auto& p : report.proposals) {
    add_text(p.text);
    add_text(p.answer);
  }
  for (const auto& d : report.dialogues) {
    add_text(d.topic);
    add_text(d.text);
  }
  for (const auto& m : report.models) {
    add_text(m.title);
    add_text(m.text);
  }
  const Evaluation& e = report.evaluation;
  for (const auto* text : {&e.strengths, &e.shortcomings, &e.causes, &e.lessons, &report.forecast}) add_text(*text);
  for (const auto& n : report.next) add_text(n);
  build_table();
}

bool WordRuns::repeats(const WordRuns& earlier) const {
  if (runs_.empty()) return false;
  const size_t allowed = runs_.size() / 10;  // at least nine of ten must be there
  size_t absent = 0;
  for (const std::uint32_t run : runs_) {
    if (!earlier.holds(run) && ++absent > allowed) return false;
  }
  return true;
}

void WordRuns::add_text(std::string_view text) {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  int words = 0;
  for (size_t i = 0; i < text.size();) {
    if (!in_word(text[i])) {
      ++i;
      continue;
    }
    std::uint64_t word = 0;
    for (; i < text.size() && in_word(text[i]); ++i) word = (word + static_cast<unsigned char>(text[i])) * kPrime;
    if (++words >= 3) runs_.push_back(mixed(first, second, word));
    first = second;
    second = word;
  }
}

void WordRuns::build_table() {
  size_t size = 8;
  while (size < runs_.size() * 2) size *= 2;
  table_.resize(size);
  for (const std::uint32_t run : runs_) {
    size_t slot = run & (size - 1);
    while (table_[slot] != 0 && table_[slot] != run) slot = (slot + 1) & (size - 1);
    table_[slot] = run;
  }
}

bool WordRuns::holds(std::uint32_t run) const {
  if (table_.empty()) return false;
  const size_t mask = table_.size() - 1;
  for (size_t slot = run & mask; table_[slot] != 0; slot = (slot + 1) & mask) {
    if (table_[slot] == run) return true;
  }
  return false;
}

}  // namespace nammo::rules
