#pragma once

#include <span>

#include "nammo/ids.h"
#include "nammo/schedule.h"

namespace nammo {

// Takes from the reports of one period, those of the subtree of `root`, the texts that
// a document of a longer period never prints: where another report speaks for theirs
// (nammo/texts.h), all but the entries that rise. What figures, activities, tables of
// opinions and absences are reckoned from stays, of the matters the gravest, and all that
// select_texts() gives of them for TextDepth::speaking.
void shed_texts(std::span<Delivery> deliveries, const AreaId& root);

}  // namespace nammo
