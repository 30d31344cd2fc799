#pragma once

#include "nammo/store.h"
#include "nammo/text.h"
#include "render/json.h"
#include "render/sources.h"

namespace nammo {

// The texts of a source: an object for each report that speaks and for each from
// which entries were carried up, with the keys of the report files.
void add_texts(const Store& store, const Source& source, Json& list);

}  // namespace nammo
