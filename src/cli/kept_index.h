#pragma once

#include "nammo/filing_index.h"

namespace nammo::cli {

class Call;

// The index of the store whose folder `call` has opened, which must outlive it. It makes
// .nammo where there is none; where nobody may write, nothing is kept.
[[nodiscard]] FilingIndex open_index(Call& call);

}  // namespace nammo::cli
