#include "intake/message_file.h"

#include <algorithm>
#include <utility>

#include "base/catalogue/intake.h"
#include "intake/labels.h"
#include "model/enum_names.h"
#include "yaml/new_file.h"

namespace nammo::intake {
namespace {

constexpr const char* kFallback = "society";

// What stands for a field that is not given.
CodeId fallback_field(const Store& store) {
  const auto list = store.codes.find(CodeListId{"fields"});
  if (list == store.codes.end()) return {};
  const auto& codes = list->second.codes;
  if (list->second.find(CodeId{kFallback}) != nullptr) return CodeId{kFallback};
  return codes.size() == 1 ? codes.front().id : CodeId{};
}

class Writer {
 public:
  Writer(const MessageParts& message, const Identity& identity, const Store& store)
      : message_(message), identity_(identity), store_(store), labels_(store), fallback_(fallback_field(store)),
        path_(report_path(identity.area->id, identity.org, identity.period)), file_(path_, "report") {}

  // The first entry without a field that there is none for; null when all can be written.
  [[nodiscard]] const Entry* without_field() const {
    const auto lacks = [&](const Entry& entry) {
      return needs_field(entry.section) && fallback_.empty() && labels_.read(entry.about, entry.text).field.empty();
    };
    const auto found = std::find_if(message_.entries.begin(), message_.entries.end(), lacks);
    return found == message_.entries.end() ? nullptr : &*found;
  }

  MessageReport write() {
    MessageReport report;
    report.key = {identity_.area->id, identity_.org, identity_.period, false};
    write_identity();
    write_line("overview", Section::overview);
    write_entries("situation", Section::situation);
    write_entries("opinions", Section::opinions);
    write_entries("activities", Section::activities);
    write_entries("results", Section::results);
    write_entries("difficulties", Section::difficulties);
    write_entries("proposals", Section::proposals);
    write_line("forecast", Section::forecast);
    write_texts("next", Section::next);
    report.text = file_.take();
    report.lines = lines_in(report.text);
    report.remarks = std::move(remarks_);
    return report;
  }

 private:
  static bool needs_field(Section section) { return section == Section::situation || section == Section::opinions; }

  [[nodiscard]] std::vector<const Entry*> of(Section section) const {
    std::vector<const Entry*> entries;
    for (const Entry& entry : message_.entries) {
      if (entry.section == section) entries.push_back(&entry);
    }
    return entries;
  }

  void write_identity() {
    file_.text("report", identity_.type->id.str());
    file_.text("org", identity_.org.str());
    file_.plain("area", identity_.area->id.str());
    file_.plain("period", to_string(identity_.period));
    file_.text("officer", identity_.officer.str());
    if (identity_.submitted) file_.plain("submitted", format_instant(*identity_.submitted, store_.zone));
    const bool matters = !of(Section::situation).empty() || !of(Section::opinions).empty();
    file_.plain("nil", message_.nil && !matters ? "true" : "false");
  }

  void write_line(const char* key, Section section) {
    std::string text;
    for (const Entry* entry : of(section)) {
      if (text.empty()) key_lines_.push_back({std::string(key) + ":", entry->line});
      text += (text.empty() ? "" : " ") + entry->text;
    }
    file_.text(key, text);
  }

  void write_texts(const char* key, Section section) {
    std::vector<EditValue> items;
    for (const Entry* entry : of(section)) {
      items.push_back(text_value(entry->text));
      entry_lines_.push_back(entry->line);
    }
    file_.list(key, items);
  }

  void write_entries(const char* key, Section section) {
    const auto entries = of(section);
    if (entries.empty()) return;
    std::vector<Labelled> labelled;
    for (const Entry* entry : entries) labelled.push_back(labels_.read(entry->about, entry->text));
    comment_on(section, labelled);
    file_.begin_list(key);
    for (std::size_t i = 0; i < entries.size(); ++i) write_entry(*entries[i], labelled[i]);
    file_.end_list();
  }

  void comment_on(Section section, const std::vector<Labelled>& labelled) {
    const Language language = store_.settings.language;
    const auto any = [&](auto lacks) { return std::any_of(labelled.begin(), labelled.end(), lacks); };
    if (needs_field(section) && any([](const Labelled& one) { return one.field.empty(); })) {
      file_.comment(say_in(language, msg::intake_comment_field, fallback_.str()));
    }
    if (section == Section::opinions && any([](const Labelled& one) { return !one.stance; })) {
      file_.comment(say_in(language, msg::intake_comment_stance));
    }
    if (section == Section::proposals && !level_above().empty()) file_.comment(say_in(language, msg::intake_comment_to));
  }

  void write_entry(const Entry& entry, const Labelled& labelled) {
    entry_lines_.push_back(entry.line);
    file_.begin_entry();
    const bool fielded = entry.section != Section::activities && entry.section != Section::proposals;
    if (!labelled.field.empty() && fielded) file_.text("field", labelled.field.str());
    if (needs_field(entry.section) && labelled.field.empty()) fill_field(entry);
    if (needs_field(entry.section)) file_.text("topic", labelled.topic.str());
    if (entry.section == Section::opinions) write_stance(entry, labelled);
    if (entry.section == Section::proposals) file_.text("to", level_above());
    file_.text("text", text_of(entry, labelled));
    file_.end_entry();
  }

  // What a part has no key for stays in its text.
  [[nodiscard]] static std::string text_of(const Entry& entry, const Labelled& labelled) {
    const bool keeps = entry.section == Section::activities || entry.section == Section::proposals ||
                       (!needs_field(entry.section) && !labelled.topic.empty()) ||
                       (entry.section != Section::opinions && (labelled.stance || labelled.breadth != Breadth::unknown));
    return keeps ? (entry.about.empty() ? "" : entry.about + ": ") + entry.text : labelled.text;
  }

  void fill_field(const Entry& entry) {
    file_.text("field", fallback_.str());
    const Code* code = store_.codes.at(CodeListId{"fields"}).find(fallback_);
    remarks_.push_back(say(msg::intake_remark_field, entry.line, Text{printable(code->label.vi), printable(code->label.en)}, fallback_.str()));
  }

  void write_stance(const Entry& entry, const Labelled& labelled) {
    file_.text("stance", std::string(code_of(labelled.stance.value_or(Stance::unclear))));
    if (labelled.breadth != Breadth::unknown) file_.text("breadth", std::string(code_of(labelled.breadth)));
    if (!labelled.stance) remarks_.push_back(say(msg::intake_remark_stance, entry.line));
  }

  [[nodiscard]] std::string level_above() const {
    const Area* above = store_.areas.find(parent_of(identity_.area->id));
    return above == nullptr ? std::string{} : above->level.str();
  }

  // Entries stand in the order in which they were written; the rest comes from the head.
  [[nodiscard]] std::vector<int> lines_in(std::string_view text) const {
    std::vector<int> lines;
    std::size_t entry = 0;
    int at = message_.head_line;
    while (!text.empty()) {
      const auto line = text.substr(0, text.find('\n'));
      if (!line.starts_with(' ')) at = message_.head_line;
      for (const auto& [key, number] : key_lines_) {
        if (line.starts_with(key)) at = number;
      }
      if (line.starts_with("  - ") && entry < entry_lines_.size()) at = entry_lines_[entry++];
      lines.push_back(at);
      text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return lines;
  }

  const MessageParts& message_;
  const Identity& identity_;
  const Store& store_;
  Labels labels_;
  CodeId fallback_;
  std::string path_;
  yaml::NewFile file_;
  std::vector<Text> remarks_;
  std::vector<int> entry_lines_;
  std::vector<std::pair<std::string, int>> key_lines_;
};

}  // namespace

std::optional<MessageReport> write_message(const MessageParts& message, const Identity& identity, const std::string& file, const Store& store,
                                           Diagnostics& diagnostics) {
  Writer writer(message, identity, store);
  if (const Entry* entry = writer.without_field()) {
    const auto list = store.codes.find(CodeListId{"fields"});
    const std::string example = list == store.codes.end() || list->second.codes.empty() ? "…" : printable(list->second.codes.front().label.vi);
    diagnostics.error("intake-field", {file, {entry->line, 1, entry->line, 2}}, say(msg::intake_no_field), say(msg::intake_no_field_help, example));
    return std::nullopt;
  }
  return writer.write();
}

}  // namespace nammo::intake
