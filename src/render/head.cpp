#include <algorithm>
#include <map>
#include <set>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/document.h"
#include "render/figure_rows.h"
#include "render/names.h"
#include "render/owed_words.h"
#include "render/wording.h"

namespace nammo {
namespace {

std::string window_text(const Document& document) {
  const Window& window = document.report.window;
  const Zone& zone = document.store.zone;
  const Period& period = document.question().period;
  const auto said = [&](const Message& message) {
    const Language language = document.language();
    return say_in(language, message, day_text(day_of(zone.to_local(window.start)), language),
                  day_text(last_day(window, zone), language), period_text(period, language));
  };
  if (period.kind == PeriodKind::adhoc || window.end <= window.start) return period_text(period, document.language());
  if (period.kind == PeriodKind::week) return said(msg::window_week);
  return said(period.kind == PeriodKind::once ? msg::window_once : msg::window_period);
}

// The topmost areas below the asked one that report: where the pilot runs.
std::string pilot_text(const Document& document) {
  if (document.question().type->areas.kind != AreaScope::Kind::pilot) return {};
  std::vector<AreaId> topmost;
  for (const auto& source : document.sources) {
    for (const auto& delivery : source.report->figure_deliveries()) {
      const AreaId& area = delivery.obligation.area;
      const auto covers = [&](const AreaId& root) { return is_within(area, root); };
      if (area == document.question().area || std::any_of(topmost.begin(), topmost.end(), covers)) continue;
      topmost.push_back(area);
    }
  }
  if (topmost.empty()) return {};
  return say_in(document.language(), msg::window_pilot, area_names(document.store, topmost));
}

struct Count {
  int reported = 0;
  int expected = 0;
  std::set<AreaId> areas;
};

class Basis {
 public:
  explicit Basis(const Document& document) : document_(document) {
    for (const auto& source : document.sources) {
      for (const auto& delivery : source.report->figure_deliveries()) {
        if (!is_by_author(document, delivery)) add(delivery);
      }
    }
  }

  [[nodiscard]] std::string text() const {
    const Language language = document_.language();
    const auto& [type, org, area, period] = document_.question();
    if (expected_ == 0) return say_in(language, msg::basis_alone, unit_name(document_.store, org, area, language));
    std::string more;
    if (upcoming_ > 0) more += say_in(language, msg::basis_upcoming, upcoming_);
    if (returned_ > 0) more += say_in(language, msg::basis_returned, returned_);
    if (const ReportType* base = document_.store.regime.find(type->figures_from)) {
      return say_in(language, msg::basis_derived, reported_, expected_, levels(), on_time_, late_, missing_, more,
                    base->label);
    }
    return say_in(language, msg::basis, reported_, expected_, levels(), on_time_, late_, missing_, more);
  }

 private:
  void add(const Delivery& delivery) {
    const auto& [obligation, filing, standing] = delivery;
    ++expected_;
    reported_ += standing.counts ? 1 : 0;
    returned_ += standing.state == State::returned ? 1 : 0;
    on_time_ += standing.timeliness == Timeliness::on_time ? 1 : 0;
    late_ += standing.timeliness == Timeliness::late ? 1 : 0;
    missing_ += standing.timeliness == Timeliness::missing ? 1 : 0;
    upcoming_ += standing.timeliness == Timeliness::not_yet_due ? 1 : 0;
    const Area* area = document_.store.areas.find(obligation.area);
    if (area == nullptr) return;
    const int rank = document_.store.settings.rank(area->level).value_or(0);
    auto& count = levels_[{-rank, obligation.org, area->level}];
    count.reported += standing.counts ? 1 : 0;
    count.expected += 1;
    count.areas.insert(area->id);
  }
  [[nodiscard]] std::string levels() const {
    std::vector<std::string> parts;
    for (const auto& [key, count] : levels_) {
      const auto& [rank, org, level] = key;
      const std::vector<AreaId> areas(count.areas.begin(), count.areas.end());
      const auto unit = kind_of_unit(document_.store, org, level, areas, document_.language());
      const bool derived = !document_.question().type->figures_from.empty();
      parts.push_back(say_in(document_.language(), derived ? msg::basis_level_derived : msg::basis_level, count.reported,
                             count.expected, unit, areas.size()));
    }
    return join(parts, ", ");
  }

  const Document& document_;
  std::map<std::tuple<int, OrgId, LevelId>, Count> levels_;  // the lowest level first
  int expected_ = 0, reported_ = 0, on_time_ = 0, late_ = 0, missing_ = 0, upcoming_ = 0, returned_ = 0;
};

// An ad hoc report: when it happened, and how long until somebody reported it.
std::string occurred_text(const Document& document) {
  std::optional<Instant> occurred;
  std::optional<Instant> reported;
  for (const auto& delivery : document.report.deliveries) {
    const auto& report = delivery.filing.report;
    if (!delivery.standing.counts || !report || !report->occurred || !delivery.standing.submitted) continue;
    occurred = std::min(occurred.value_or(*report->occurred), *report->occurred);
    reported = std::min(reported.value_or(*delivery.standing.submitted), *delivery.standing.submitted);
  }
  if (!occurred || *reported < *occurred) return {};
  const Language language = document.language();
  const auto moment = [&](Instant at) {
    return moment_text(at, document.store.zone, last_day_of(document).year(), language);
  };
  return say_in(language, msg::basis_occurred, moment(*occurred), moment(*reported),
                span_text(*reported - *occurred, language));
}

}  // namespace

void put_head(const Document& document, Tree& tree) {
  const auto& [type, org, area, period] = document.question();
  put(tree, "title", to_upper(type->label.in(document.language())));
  const auto self = self_name(document.store, org, document.language());
  put(tree, "self", self);
  put(tree, "self_upper", to_upper(self));
  put(tree, "unit", unit_name(document.store, org, area, document.language()));
  put(tree, "window", join({window_text(document), pilot_text(document)}, "; "));
  put(tree, "basis", Basis(document).text() + occurred_text(document));
}

}  // namespace nammo
