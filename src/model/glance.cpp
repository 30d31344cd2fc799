#include "model/glance.h"

#include <optional>
#include <string>

namespace nammo::model {
namespace {

// What the lines at the start of which a key stands give for it, as it is written.
struct Given {
  std::string_view key;
  int times = 0;
  std::string_view value;
};

std::string_view trimmed(std::string_view text) {
  if (const auto comment = text.find(" #"); comment != std::string_view::npos) text = text.substr(0, comment);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

void take(std::string_view line, Given& given) {
  if (!line.starts_with(given.key)) return;
  ++given.times;
  given.value = trimmed(line.substr(given.key.size()));
}

// "{at: 2024-05-08T16:45+07:00, via: zalo, by: le-van-c}"
std::optional<Instant> received_at(std::string_view value) {
  constexpr std::string_view kAt = "at: ";
  const auto at = value.find(kAt);
  if (!value.starts_with('{') || at == std::string_view::npos) return std::nullopt;
  const auto rest = value.substr(at + kAt.size());
  return parse_instant(rest.substr(0, rest.find_first_of(",}")));
}

bool is_conflict(std::string_view line) {
  return line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>");
}

}  // namespace

bool is_plainly_submitted(std::string_view bytes, const ReportKey& key, Instant now) {
  Given area{"area:", 0, {}};
  Given org{"org:", 0, {}};
  Given period{"period:", 0, {}};
  Given submitted{"submitted:", 0, {}};
  Given received{"received:", 0, {}};
  while (!bytes.empty()) {
    const auto line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(line.size() < bytes.size() ? line.size() + 1 : bytes.size());
    if (is_conflict(line)) return false;
    for (Given* given : {&area, &org, &period, &submitted, &received}) take(line, *given);
  }
  const auto says = [](const Given& given, const std::string& value) { return given.times == 1 && given.value == value; };
  if (!says(area, key.area.str()) || !says(org, key.org.str()) || !says(period, to_string(key.period))) return false;
  const auto sent = submitted.times == 1 ? parse_instant(submitted.value) : std::nullopt;
  if (!sent || *sent > now || received.times > 1) return false;
  const auto taken_in = received.times == 1 ? received_at(received.value) : sent;
  return taken_in && *taken_in <= now;
}

}  // namespace nammo::model
