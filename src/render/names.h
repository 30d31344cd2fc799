#pragma once

#include <string>
#include <vector>

#include "nammo/store.h"
#include "nammo/text.h"

namespace nammo {

// How things of the store are called in documents.

// "phường Hồ"; the id of an area that is not there.
[[nodiscard]] std::string area_name(const Store& store, const AreaId& area);
// "Khu phố 1, 2; phường Hồ": in natural order, what is alike before the number once.
[[nodiscard]] std::string area_names(const Store& store, std::vector<AreaId> areas);
// "Chi hội CCB Khu phố 1", from the organisation's pattern for the level.
[[nodiscard]] std::string unit_name(const Store& store, const OrgId& org, const AreaId& area, Language language);
// The kind of places that `areas` of one level are, as their names begin: "khu
// phố" of the level "khu phố, thôn". The level's label where that does not tell.
[[nodiscard]] std::string kind_of_area(const Store& store, const LevelId& level, const std::vector<AreaId>& areas,
                                       Language language);
// "chi hội khu phố", "Hội phường": the units of an organisation at a level
// together, in its own documents, so without its initials.
[[nodiscard]] std::string kind_of_unit(const Store& store, const OrgId& org, const LevelId& level,
                                       const std::vector<AreaId>& areas, Language language);
// "Hội": what the organisation calls itself in its own documents.
[[nodiscard]] std::string self_name(const Store& store, const OrgId& org, Language language);
// Whom a proposal is for: a recipient's name or a level's label.
[[nodiscard]] std::string addressee_name(const Store& store, const std::string& to, Language language);
// The label of a code; the code itself where the list has none, empty for none.
[[nodiscard]] std::string code_label(const Store& store, const char* list, const CodeId& code, Language language);
// The label of the topic, else of the field.
[[nodiscard]] std::string subject_of(const Store& store, const CodeId& topic, const CodeId& field, Language language);

}  // namespace nammo
