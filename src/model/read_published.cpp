#include <fmt/format.h>

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
constexpr std::string_view kText = ".md";
constexpr std::string_view kSources = ".yaml";

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
  diagnostics.error("path-mismatch", {file, node.place()}, say(msg::path_mismatch, name, quoted(node.text()), expected),
                    say(msg::path_mismatch_help, expected));
}

}  // namespace

std::string published_path(const PublishedKey& key, PublishedPart part) {
  return fmt::format("{}{}/{}/{}.v{}{}", kPublished, key.org.str(), key.area.str(), to_string(key.period), key.version,
                     part == PublishedPart::text ? kText : kSources);
}

std::optional<PublishedPath> parse_published_path(std::string_view path) {
  const bool text = path.ends_with(kText);
  if (!path.starts_with(kPublished) || (!text && !path.ends_with(kSources))) return std::nullopt;
  path.remove_prefix(kPublished.size());
  path.remove_suffix(text ? kText.size() : kSources.size());
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
                       text ? PublishedPart::text : PublishedPart::sources};
}

std::optional<Published> read_published(std::string bytes, const PublishedKey& key, Diagnostics& diagnostics) {
  Published published;
  published.key = key;
  published.file = published_path(key, PublishedPart::sources);
  const std::string file = published.file;
  const auto tree = read_tree(std::move(bytes), file, schema::FileType::published, diagnostics);
  if (!tree || !tree->root().is_mapping()) return std::nullopt;
  const Node root = tree->root();
  check_key(root, "org", key.org.str(), file, diagnostics);
  check_key(root, "area", key.area.str(), file, diagnostics);
  check_key(root, "period", to_string(key.period), file, diagnostics);
  check_key(root, "version", std::to_string(key.version), file, diagnostics);
  each_mapping(root.find("inputs"), [&](const Node& node) {
    PublishedInput input;
    const auto path = node.find("path");
    const auto content = node.find("content");
    if (!path || !content || !take(path, input.path) || !take(content, input.content)) return;
    input.place = path.place();
    published.inputs.push_back(std::move(input));
  });
  return published;
}

}  // namespace nammo
