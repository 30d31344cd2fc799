#pragma once

#include "nammo/store.h"

namespace nammo::fuzz {

// The store of tests/support/sample_store.h with everything but reports, read once.
[[nodiscard]] const Store& sample();

}  // namespace nammo::fuzz
