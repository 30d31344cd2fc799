#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/catalogue/model.h"
#include "model/fields.h"
#include "model/open_document.h"
#include "nammo/published.h"
#include "nammo/report.h"

namespace nammo {
namespace {

using namespace model;
using yaml::Node;

constexpr std::string_view kPublished = "published/";

std::string_view ending_of(PublishedPart part) {
  switch (part) {
    case PublishedPart::text: return ".md";
    case PublishedPart::sources: return ".yaml";
    case PublishedPart::posted: return ".posted.yaml";
  }
  return {};
}

std::optional<PublishedPart> part_of(std::string_view path) {
  for (const auto part : {PublishedPart::text, PublishedPart::posted, PublishedPart::sources}) {
    if (path.ends_with(ending_of(part))) return part;
  }
  return std::nullopt;
}

// "3": from 1 on, without zeros in front.
std::optional<int> parse_version(std::string_view text) {
  int version = 0;
  if (text.empty() || text.front() < '1' || text.front() > '9') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional{version} : std::nullopt;
}

void check_key(const Node& root, std::string_view name, const std::string& expected, const std::string& file,
               Diagnostics& diagnostics) {
  const auto node = root.find(name);
  if (!node || !node.is_scalar() || node.text() == expected) return;
  diagnostics.error("path-mismatch", {file, node.place()}, say(msg::path_mismatch, name, in_quotes(node.text()), expected),
                    say(msg::path_mismatch_help, expected));
}

void check_keys(const Node& root, const PublishedKey& key, const std::string& file, Diagnostics& diagnostics) {
  check_key(root, "org", key.org.str(), file, diagnostics);
  check_key(root, "area", key.area.str(), file, diagnostics);
  check_key(root, "period", to_string(key.period), file, diagnostics);
  check_key(root, "version", std::to_string(key.version), file, diagnostics);
}

// By its last line, that of those before it.
bool is_sealed(std::string_view bytes) {
  const auto line = bytes.rfind("\ncontent: ");
  if (line == std::string_view::npos) return false;
  const auto before = bytes.substr(0, line + 1);
  return bytes.substr(line + 1) == seal_of(before);
}

void check_seal(const Node& root, bool sealed, const std::string& file, Diagnostics& diagnostics) {
  const auto node = root.find("content");
  if (node && !sealed) diagnostics.error("published-changed", {file, node.place()}, say(msg::published_seal), say(msg::published_seal_help));
}

template <typename T>
void take_key(const Node& mapping, std::string_view name, T& out) {
  if (const auto node = mapping.find(name)) static_cast<void>(take(node, out));
}

template <typename T>
void take_key(const Node& mapping, std::string_view name, std::optional<T>& out) {
  T value{};
  const auto node = mapping.find(name);
  if (node && take(node, value)) out = value;
}

template <typename Id>
void take_id(const Node& mapping, std::string_view name, Id& out) {
  std::string text;
  take_key(mapping, name, text);
  out = Id{std::move(text)};
}

std::vector<PublishedInput> inputs_of(const Node& list) {
  std::vector<PublishedInput> inputs;
  each_mapping(list, [&](const Node& node) {
    PublishedInput input;
    const auto path = node.find("path");
    const auto content = node.find("content");
    if (!path || !content || !take(path, input.path) || !take(content, input.content)) return;
    input.place = path.place();
    inputs.push_back(std::move(input));
  });
  return inputs;
}

std::vector<PublishedFigure> figures_of(const Node& list) {
  std::vector<PublishedFigure> figures;
  each_mapping(list, [&](const Node& node) {
    PublishedFigure figure;
    take_id(node, "org", figure.org);
    take_id(node, "area", figure.area);
    take_id(node, "indicator", figure.indicator);
    take_id(node, "breakdown", figure.breakdown);
    take_key(node, "value", figure.value);
    take_key(node, "reported", figure.reported);
    take_key(node, "expected", figure.expected);
    take_key(node, "as_of", figure.as_of);
    figures.push_back(std::move(figure));
  });
  return figures;
}

std::vector<PublishedDelivery> deliveries_of(const Node& list) {
  std::vector<PublishedDelivery> deliveries;
  each_mapping(list, [&](const Node& node) {
    PublishedDelivery one;
    const auto period = node.find("period");
    if (!period || !take(period, one.period)) return;
    take_id(node, "report", one.report);
    take_id(node, "org", one.org);
    take_id(node, "area", one.area);
    take_key(node, "due", one.due);
    take_key(node, "submitted", one.submitted);
    deliveries.push_back(std::move(one));
  });
  return deliveries;
}

std::optional<SignedFile> signed_file_of(const Node& node) {
  if (!node || !node.is_mapping()) return std::nullopt;
  SignedFile file;
  take_key(node, "name", file.name);
  take_key(node, "content", file.content);
  return file;
}

}  // namespace

std::string published_path(const PublishedKey& key, PublishedPart part) {
  return fmt::format("{}{}/{}/{}.v{}{}", kPublished, key.org.str(), key.area.str(), to_string(key.period), key.version,
                     ending_of(part));
}

bool is_published_path(std::string_view path) { return path.starts_with(kPublished); }

std::optional<PublishedPath> parse_published_path(std::string_view path) {
  const auto part = part_of(path);
  if (!is_published_path(path) || !part) return std::nullopt;
  path.remove_prefix(kPublished.size());
  path.remove_suffix(std::min(path.size(), ending_of(*part).size()));
  const auto org = path.substr(0, path.find('/'));
  const auto slash = path.rfind('/');
  if (org.size() == path.size() || slash == org.size()) return std::nullopt;
  const auto area = path.substr(org.size() + 1, slash - org.size() - 1);
  const auto name = path.substr(slash + 1);
  const auto mark = name.rfind(".v");
  if (mark == std::string_view::npos) return std::nullopt;
  auto period = parse_period(name.substr(0, mark));
  const auto version = parse_version(name.substr(mark + 2));
  if (!is_id(org) || !is_area_id(area) || !period || !version) return std::nullopt;
  return PublishedPath{{OrgId{std::string(org)}, AreaId{std::string(area)}, std::move(*period), *version},
                       *part};
}

std::optional<Published> read_published(std::string bytes, const PublishedKey& key, Diagnostics& diagnostics) {
  Published published;
  published.key = key;
  published.file = published_path(key, PublishedPart::sources);
  const std::string file = published.file;
  const bool sealed = is_sealed(bytes);
  const auto tree = read_tree(std::move(bytes), file, schema::FileType::published, diagnostics);
  if (!tree || !tree->root().is_mapping()) return std::nullopt;
  const Node root = tree->root();
  check_keys(root, key, file, diagnostics);
  check_seal(root, sealed, file, diagnostics);
  take_key(root, "nammo", published.nammo);
  take_id(root, "report", published.report);
  take_key(root, "at", published.at);
  take_key(root, "number", published.number);
  take_key(root, "date", published.date);
  take_key(root, "signatory", published.signatory);
  take_key(root, "text", published.text);
  if (const auto text = root.find("text")) published.text_place = text.place();
  take_key(root, "edited", published.edited);
  published.signed_file = signed_file_of(root.find("signed"));
  published.inputs = inputs_of(root.find("inputs"));
  published.figures = figures_of(root.find("figures"));
  published.missing = deliveries_of(root.find("missing"));
  published.late = deliveries_of(root.find("late"));
  return published;
}

std::optional<Instant> read_posted(std::string bytes, const PublishedKey& key, Diagnostics& diagnostics) {
  const std::string file = published_path(key, PublishedPart::posted);
  const bool sealed = is_sealed(bytes);
  const auto tree = read_tree(std::move(bytes), file, schema::FileType::posted, diagnostics);
  if (!tree || !tree->root().is_mapping()) return std::nullopt;
  check_keys(tree->root(), key, file, diagnostics);
  check_seal(tree->root(), sealed, file, diagnostics);
  std::optional<Instant> at;
  take_key(tree->root(), "at", at);
  return at;
}

}  // namespace nammo
