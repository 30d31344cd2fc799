#include "nammo/catalog.h"

#include <algorithm>

#include "nammo/regime.h"
#include "nammo/store.h"

namespace nammo {
namespace {

template <typename Items, typename Key>
auto* find_by_id(Items& items, const Key& id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const Code* CodeList::find(const CodeId& id) const { return find_by_id(codes, id); }

const Indicator* Indicators::find(const IndicatorId& id) const { return find_by_id(items, id); }

const ReportType* Regime::find(const ReportTypeId& id) const { return find_by_id(types, id); }

const Level* Settings::level(const LevelId& id) const { return find_by_id(levels, id); }

const Organisation* Settings::organisation(const OrgId& id) const { return find_by_id(organisations, id); }

const Recipient* Settings::recipient(const RecipientId& id) const { return find_by_id(recipients, id); }

std::optional<int> Settings::rank(const LevelId& id) const {
  const Level* found = level(id);
  if (found == nullptr) return std::nullopt;
  return static_cast<int>(found - levels.data());
}

bool Indicator::belongs_to(const ReportTypeId& type) const {
  return !reports || std::find(reports->begin(), reports->end(), type) != reports->end();
}

}  // namespace nammo
