#pragma once

#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/schedule.h"

namespace nammo {

// A post with how it stands at `now`: `submitted` is when `publish --posted` recorded it.
[[nodiscard]] Delivery load_post(const FileReader& files, Obligation obligation, Instant now, Diagnostics& diagnostics);

}  // namespace nammo
