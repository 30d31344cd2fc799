#pragma once

#include <vector>

#include "render/document.h"

namespace nammo {

// The matters of all sources, worst first; those of one severity in their order.
[[nodiscard]] std::vector<Told<Situation>> matters_by_severity(const Document& document);
// "cần quan tâm, theo dõi; kéo dài": severity and flags.
[[nodiscard]] std::string weight_of(const Document& document, const Situation& matter);
// "từ ngày 14/5/2024 đến ngày 04/6/2024, nêu trong 2 báo cáo, giảm mức độ": over a longer
// period, when the matter happened and how it went; empty for what the document's own
// report alone tells.
[[nodiscard]] std::string course_text(const Document& document, const Told<Situation>& told);
// Lead-in, weight, text, and a note with areas and status.
[[nodiscard]] Tree matter_node(const Document& document, const Told<Situation>& told);
// "Khu phố 1, 2": whom an entry concerns.
[[nodiscard]] std::string concerned_areas(const Document& document, const std::vector<AreaId>& from,
                                          const Delivery& by);

}  // namespace nammo
