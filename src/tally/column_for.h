#pragma once

#include "nammo/store.h"
#include "tally/figure_index.h"

namespace nammo {

// Which values of a series count, and for whom.

// Whether an area's figures may show and contain what is confidential. Not those of
// an area that is not known.
enum class Sight : std::uint8_t { all, open };
[[nodiscard]] Sight sight_of(const Store& store, const AreaId& area);

// The values that count where `sight` is had, of all codes or of one: nothing where
// the code is unknown or confidential there.
[[nodiscard]] const FigureIndex::Column& column_for(const FigureIndex::Series& series, const CodeId& code, Sight sight);

// What is entered only at the lowest level, or counted only there.
[[nodiscard]] bool only_lowest(const Indicator& indicator);

}  // namespace nammo
