#include "tally/column_for.h"

#include <cstddef>

namespace nammo {
namespace {

const FigureIndex::Column kNothing;

}  // namespace

Sight sight_of(const Store& store, const AreaId& area) {
  const Settings& settings = store.settings;
  if (settings.confidential_from.empty()) return Sight::all;
  const Area* known = store.areas.find(area);
  if (known == nullptr) return Sight::open;
  const auto own = settings.rank(known->level);
  const auto limit = settings.rank(settings.confidential_from);
  return own && limit && *own <= *limit ? Sight::all : Sight::open;
}

const FigureIndex::Column& column_for(const FigureIndex::Series& series, const CodeId& code, Sight sight) {
  const bool open_only = series.confidential && sight == Sight::open;
  if (code.empty()) return open_only ? series.open : series.all;
  const Code* known = series.list == nullptr ? nullptr : series.list->find(code);
  if (known == nullptr || (known->confidential && open_only)) return kNothing;
  return series.codes[static_cast<std::size_t>(known - series.list->codes.data())];
}

bool only_lowest(const Indicator& indicator) {
  return indicator.areas == AreaRule::lowest || indicator.areas == AreaRule::reconcile;
}

}  // namespace nammo
