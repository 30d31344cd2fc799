#pragma once

#include <span>
#include <string>

#include "nammo/consolidated.h"
#include "nammo/text.h"

namespace nammo {

// The sentence that names the confidential codes left out of the rows or columns
// of `areas`; empty when none were.
[[nodiscard]] std::string withheld_sentence(const Store& store, const Consolidated& report,
                                            std::span<const Area* const> areas, Language language);

}  // namespace nammo
