#include <utility>

#include "nammo/published.h"
#include "nammo/report.h"
#include "yaml/new_file.h"

namespace nammo {
namespace {

void add(std::vector<EditPair>& pairs, std::string key, const std::string& text) {
  if (!text.empty()) pairs.push_back({std::move(key), text_value(text)});
}
void add_plain(std::vector<EditPair>& pairs, std::string key, std::string text) {
  pairs.push_back({std::move(key), plain_value(std::move(text))});
}

EditValue value_of(const PublishedInput& input) {
  std::vector<EditPair> pairs;
  add(pairs, "path", input.path);
  add_plain(pairs, "content", input.content);
  return mapping_value(std::move(pairs));
}

EditValue value_of(const PublishedFigure& figure) {
  std::vector<EditPair> pairs;
  add(pairs, "org", figure.org.str());
  add(pairs, "area", figure.area.str());
  add(pairs, "indicator", figure.indicator.str());
  add(pairs, "breakdown", figure.breakdown.str());
  if (figure.value) add_plain(pairs, "value", to_string(*figure.value));
  add_plain(pairs, "reported", std::to_string(figure.reported));
  add_plain(pairs, "expected", std::to_string(figure.expected));
  if (figure.as_of) add(pairs, "as_of", to_string(*figure.as_of));
  return mapping_value(std::move(pairs));
}

EditValue value_of(const PublishedDelivery& delivery, const Zone& zone) {
  std::vector<EditPair> pairs;
  add(pairs, "report", delivery.report.str());
  add(pairs, "org", delivery.org.str());
  add(pairs, "area", delivery.area.str());
  add(pairs, "period", to_string(delivery.period));
  if (delivery.due) add_plain(pairs, "due", format_instant(*delivery.due, zone));
  if (delivery.submitted) add_plain(pairs, "submitted", format_instant(*delivery.submitted, zone));
  return mapping_value(std::move(pairs));
}

template <typename T, typename F>
void add_list(yaml::NewFile& lines, std::string_view key, const std::vector<T>& list, F&& value) {
  std::vector<EditValue> items;
  for (const T& one : list) items.push_back(value(one));
  lines.list(key, items);
}

// What both files say of the document.
void add_key(yaml::NewFile& lines, const PublishedKey& key) {
  lines.text("org", key.org.str());
  lines.text("area", key.area.str());
  lines.text("period", to_string(key.period));
  lines.plain("version", std::to_string(key.version));
}

std::string sealed(const std::string& text) { return text + seal_of(text); }

}  // namespace

std::string seal_of(std::string_view lines) { return "content: " + content_hash(lines) + "\n"; }

std::string published_text(const Published& published, const Zone& zone) {
  yaml::NewFile lines(published_path(published.key, PublishedPart::sources), "published");
  lines.text("nammo", published.nammo);
  lines.text("report", published.report.str());
  add_key(lines, published.key);
  lines.plain("at", format_instant(published.at, zone));
  lines.text("number", published.number);
  if (published.date) lines.plain("date", format_date(*published.date));
  lines.text("signatory", published.signatory);
  lines.plain("text", published.text);
  if (!published.edited.empty()) lines.plain("edited", published.edited);
  if (const auto& file = published.signed_file) {
    lines.value("signed", mapping_value({{"name", text_value(file->name)}, {"content", plain_value(file->content)}}));
  }
  add_list(lines, "inputs", published.inputs, [](const PublishedInput& one) { return value_of(one); });
  add_list(lines, "figures", published.figures, [](const PublishedFigure& one) { return value_of(one); });
  const auto delivery = [&](const PublishedDelivery& one) { return value_of(one, zone); };
  add_list(lines, "missing", published.missing, delivery);
  add_list(lines, "late", published.late, delivery);
  return sealed(lines.take());
}

std::string posted_text(const PublishedKey& key, Instant at, const Zone& zone) {
  yaml::NewFile lines(published_path(key, PublishedPart::posted), "posted");
  add_key(lines, key);
  lines.plain("at", format_instant(at, zone));
  return sealed(lines.take());
}

}  // namespace nammo
