#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "nammo/word.h"
#include "unit/render_case.h"

using namespace nammo;

namespace {

// What pandoc was asked, and what stood in the files that it was shown.
struct Asked {
  std::vector<std::string> words;
  std::string input;
  std::string filter;
  std::string reference;
};

std::string value_of(const std::vector<std::string>& words, const std::string& option) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const auto& word) { return word.starts_with(option); });
  return found == words.end() ? std::string{} : found->substr(option.size());
}

std::string text_at(const std::string& path) {
  return open_folder("/")->read(path.substr(1), kMaxPublishedSize).text;
}

struct Word {
  MadeFile made;
  Asked asked;
  DocumentOptions options;
  std::string markdown;
};

Word word_file(const ProgramResult& answer, const std::string& reference = {}) {
  const auto files = open_folder(std::string(NAMMO_SOURCE_DIR) + "/examples/thuan-thanh");
  const auto week = test::render_case(*files, "ccb", "thuan-thanh", "2024-W19", "2024-05-09T10:00+07:00");
  Word word;
  word.options.date = *parse_date("2024-05-09");
  const RunProgram run = [&](const std::vector<std::string>& words, const std::string& input) {
    word.asked = {words, input, text_at(value_of(words, "--lua-filter=")), text_at(value_of(words, "--reference-doc="))};
    return answer;
  };
  word.made = document_docx(week->store, week->report, word.options, reference, run);
  word.markdown = document_markdown(week->store, week->report, word.options);
  return word;
}

ProgramResult answer(bool started, int status, const std::string& out, const std::string& err) {
  ProgramResult result;
  result.started = started;
  result.status = status;
  result.out = out;
  result.err = err;
  return result;
}

}  // namespace

TEST_CASE("word: pandoc gets the Markdown, nammo's filter and page, and the time of the report") {
  const auto word = word_file(answer(true, 0, "PK…", "warning"));
  CHECK(word.made.bytes == "PK…");
  CHECK(word.asked.input == word.markdown);
  CHECK(word.asked.filter.starts_with("-- What makes an office document"));
  CHECK(word.asked.reference.starts_with("PK\x03\x04"));
  // 2024-05-09T03:00:00Z: 19,852 days of 86,400 seconds and three hours.
  CHECK(value_of(word.asked.words, "SOURCE_DATE_EPOCH=") == "1715223600");
  CHECK(value_of(word.asked.words, "--metadata=subject:") == "Báo cáo nhanh – Hội CCB thị xã Thuận Thành – Tuần 19/2024");
  CHECK(value_of(word.asked.words, "--metadata=lang:") == "vi");
  for (const char* option : {"--lua-filter=", "--reference-doc="}) {
    CHECK_FALSE(std::filesystem::exists(value_of(word.asked.words, option)));
  }
}

TEST_CASE("word: an office's own reference goes before nammo's") {
  CHECK(word_file(answer(true, 0, "PK", ""), "own page").asked.reference == "own page");
}

TEST_CASE("word: a program that is not there is told from one that failed") {
  for (const auto& missing : {answer(false, 0, "", ""), answer(true, 127, "", "env: 'pandoc': No such file or directory")}) {
    const auto word = word_file(missing);
    CHECK_FALSE(word.made.bytes);
    CHECK(word.made.no_program == "pandoc");
  }
  const auto failed = word_file(answer(true, 83, "half", "Error running filter"));
  CHECK_FALSE(failed.made.bytes);
  CHECK(failed.made.no_program.empty());
  CHECK(failed.made.reason == "Error running filter");
}
