#include <algorithm>

#include "model/open_document.h"
#include "nammo/reminders.h"

namespace nammo {
namespace {

constexpr int kFieldsOfKey = 8;  // report, org, area, period, deadline, rung, audience, officer
constexpr const char* kNobody = "-";

// "-24h"; for a return, the moment of it: one report may be sent back twice.
std::string rung_name(const Rung& rung, const Zone& zone) {
  return rung.offset ? offset_name(*rung.offset) : "returned@" + format_instant(rung.at, zone);
}

// The key in a line of the log: all but its first and last word. Empty when it is none.
std::string_view key_in(std::string_view line) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || !parse_instant(line.substr(0, first)) || last <= first) return {};
  const std::string_view key = line.substr(first + 1, last - first - 1);
  return std::count(key.begin(), key.end(), ' ') == kFieldsOfKey - 1 ? key : std::string_view{};
}

std::string line(Instant now, const Zone& zone, const std::string& key, std::string_view way) {
  return format_instant(now, zone) + " " + key + " " + std::string(way) + "\n";
}

}  // namespace

std::string reminder_key(const Delivery& delivery, const Rung& rung, const OfficerId& officer, const Zone& zone) {
  const Obligation& o = delivery.obligation;
  const std::string audience = rung.audience == Audience::supervisor ? "supervisor" : "officer";
  return o.report.str() + " " + o.org.str() + " " + o.area.str() + " " + to_string(o.period) + " " +
         format_instant(deadline_of(delivery), zone) + " " + rung_name(rung, zone) + " " + audience + " " +
         (officer.empty() ? kNobody : officer.str());
}

SentLog::SentLog(std::string_view text) : text_(text.begin(), text.end()) {
  std::string_view rest(text_.data(), text_.size());
  for (int number = 1; !rest.empty(); ++number) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const std::string_view one = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (const auto key = key_in(one); !key.empty()) {
      keys_.insert(key);
    } else if (!one.empty()) {
      odd_lines_.push_back(number);
    }
  }
}

std::optional<SentLog> load_sent_log(const FileReader& files, Diagnostics& diagnostics) {
  if (files.kind(kSentLogFile) == FileKind::missing) return SentLog{};
  const auto bytes = model::read_bytes(files, kSentLogFile, model::Need::required, diagnostics, kMaxPublishedSize);
  return bytes ? std::optional<SentLog>(std::in_place, *bytes) : std::nullopt;
}

std::string sent_lines(const Digest& digest, Instant now, const Zone& zone, std::string_view way) {
  std::string lines;
  for (const OwedReport& report : digest.reports) {
    if (!report.rung || report.told) continue;
    lines += line(now, zone, reminder_key(report.delivery, *report.rung, digest.officer, zone), way);
  }
  return lines;
}

std::string sent_lines(const Unaddressed& unaddressed, Instant now, const Zone& zone) {
  return line(now, zone, reminder_key(unaddressed.report.delivery, *unaddressed.report.rung, {}, zone), "nobody");
}

}  // namespace nammo
