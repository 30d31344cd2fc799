#include "yaml/new_file.h"

#include <yaml-cpp/emitter.h>
#include <yaml-cpp/emittermanip.h>

#include <algorithm>
#include <stdexcept>

#include "base/unicode.h"
#include "yaml/quote.h"

namespace nammo::yaml {
namespace {

// YAML 1.1 takes U+2028 and U+2029 for line breaks, and the emitter writes them as they are.
std::string with_plain_breaks(std::string text) {
  for (const std::string_view rare : {"\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    for (auto at = text.find(rare); at != std::string::npos; at = text.find(rare, at)) text.replace(at, rare.size(), "\n");
  }
  return text;
}

// What a literal block gives back as it was: no blanks that would look like indentation,
// nothing but printable characters, and text at both ends.
bool fits_block(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\n'; };
  const auto odd = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F; };
  return !text.empty() && !blank(text.front()) && !blank(text.back()) && text.find("\xEF\xBB\xBF") == std::string_view::npos &&
         std::none_of(text.begin(), text.end(), odd);
}

}  // namespace

struct NewFile::Writer {
  YAML::Emitter out;
  bool at_start = true;  // of the file, or of what stands below a key: no line break is needed

  void scalar(const std::string& text, Around around) {
    const std::string kept = with_plain_breaks(to_nfc(text));
    if (quoted(kept, around) != kept) out << YAML::DoubleQuoted;
    out << kept;
  }
  void value(const EditValue& value, Around around) {
    switch (value.kind) {
      case EditValue::Kind::text: return scalar(value.text, around);
      case EditValue::Kind::plain: out << value.text; return;
      case EditValue::Kind::list:
        out << YAML::Flow << YAML::BeginSeq;
        for (const EditValue& item : value.items) this->value(item, Around::flow);
        out << YAML::EndSeq;
        return;
      case EditValue::Kind::mapping:
        out << YAML::Flow << YAML::BeginMap;
        for (std::size_t i = 0; i < value.items.size(); ++i) {
          out << YAML::Key;
          scalar(value.keys[i], Around::flow);
          out << YAML::Value;
          this->value(value.items[i], Around::flow);
        }
        out << YAML::EndMap;
    }
  }
  void key(std::string_view key) {
    at_start = false;
    out << YAML::Key;
    scalar(std::string(key), Around::block);
    out << YAML::Value;
  }
};

NewFile::NewFile() : writer_(std::make_unique<Writer>()) { writer_->out << YAML::BeginMap; }

NewFile::NewFile(std::string_view path, std::string_view schema) : NewFile() {
  std::string line = "yaml-language-server: $schema=";
  for (auto folders = std::count(path.begin(), path.end(), '/'); folders > 0; --folders) line += "../";
  comment(line.append("schemas/").append(schema).append(".schema.json"));
}

NewFile::~NewFile() = default;
NewFile::NewFile(NewFile&&) noexcept = default;
NewFile& NewFile::operator=(NewFile&&) noexcept = default;

void NewFile::text(std::string_view key, const std::string& value) {
  if (!value.empty()) this->value(key, text_value(value));
}

void NewFile::plain(std::string_view key, std::string_view value) { this->value(key, plain_value(std::string(value))); }

void NewFile::value(std::string_view key, const EditValue& value) {
  writer_->key(key);
  writer_->value(value, Around::block);
}

void NewFile::block(std::string_view key, const std::string& value) {
  const std::string kept = with_plain_breaks(to_nfc(value));
  if (kept.find('\n') == std::string::npos || !fits_block(kept)) return text(key, value);
  writer_->key(key);
  writer_->out << YAML::Literal << kept;
}

void NewFile::list(std::string_view key, std::span<const EditValue> items) {
  if (items.empty()) return;
  begin_list(key);
  for (const EditValue& item : items) writer_->value(item, Around::block);
  end_list();
}

void NewFile::begin_mapping(std::string_view key) {
  writer_->key(key);
  writer_->out << YAML::BeginMap;
  writer_->at_start = true;
}

void NewFile::end_mapping() { writer_->out << YAML::EndMap; }

void NewFile::begin_list(std::string_view key) {
  writer_->key(key);
  writer_->out << YAML::BeginSeq;
  writer_->at_start = true;
}

void NewFile::begin_entry() { writer_->out << YAML::BeginMap; }

void NewFile::end_entry() { writer_->out << YAML::EndMap; }

void NewFile::end_list() {
  writer_->out << YAML::EndSeq;
  writer_->at_start = false;
}

void NewFile::comment(std::string_view lines) {
  if (!writer_->at_start) writer_->out << YAML::Newline;
  writer_->out << YAML::Comment(to_nfc(lines));
  writer_->at_start = false;
}

void NewFile::remark(std::string_view line) { writer_->out << YAML::Comment(to_nfc(line)); }

void NewFile::empty_line() { writer_->out << YAML::Newline; }

std::string NewFile::take() {
  writer_->out << YAML::EndMap;
  if (!writer_->out.good()) throw std::logic_error("a new file: " + writer_->out.GetLastError());
  std::string text = std::string(writer_->out.c_str(), writer_->out.size()) + "\n";
  // The emitter ends an empty line of a comment with a blank.
  for (auto at = text.find("# \n"); at != std::string::npos; at = text.find("# \n", at)) {
    if (at == 0 || text[at - 1] == '\n') text.erase(at + 1, 1);
    ++at;
  }
  return text;
}

}  // namespace nammo::yaml
