#include <string>
#include <string_view>

#include "nammo/report.h"

namespace nammo {
namespace {

constexpr std::string_view kAreas = "areas/";
constexpr std::string_view kReports = "/reports/";
constexpr std::string_view kReport = ".yaml";
constexpr std::string_view kReview = ".review.yaml";

std::string path_of(const AreaId& area, const OrgId& org, const Period& period, std::string_view ending) {
  std::string path(kAreas);
  path.append(area.str()).append(kReports).append(org.str()) += '/';
  return path.append(to_string(period)).append(ending);
}

}  // namespace

std::string report_path(const AreaId& area, const OrgId& org, const Period& period) {
  return path_of(area, org, period, kReport);
}

std::string review_path(const AreaId& area, const OrgId& org, const Period& period) {
  return path_of(area, org, period, kReview);
}

std::optional<ReportKey> parse_report_path(std::string_view path) {
  const bool review = path.ends_with(kReview);
  if (!path.starts_with(kAreas) || !path.ends_with(kReport)) return std::nullopt;
  path.remove_prefix(kAreas.size());
  path.remove_suffix(review ? kReview.size() : kReport.size());
  const auto reports = path.find(kReports);
  if (reports == std::string_view::npos) return std::nullopt;
  const auto area = path.substr(0, reports);
  const auto rest = path.substr(reports + kReports.size());
  const auto slash = rest.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto org = rest.substr(0, slash);
  auto period = parse_period(rest.substr(slash + 1));
  if (!is_area_id(area) || !is_id(org) || !period) return std::nullopt;
  return ReportKey{AreaId{std::string(area)}, OrgId{std::string(org)}, std::move(*period), review};
}

}  // namespace nammo
