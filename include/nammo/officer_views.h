#pragma once

#include <string>

#include "nammo/ids.h"
#include "nammo/made_file.h"
#include "nammo/store.h"
#include "nammo/text.h"
#include "nammo/time.h"

namespace nammo {

// Which assignments a view shows: those of areas that are valid on a day, as they hold
// on that day.
struct OfficerView {
  AreaId root;  // with all that lies below it; empty: every area
  Date day{};
  OrgId org;  // empty: every organisation
};

// Every officer of the store, assigned or not, one a line: id, name, organisation,
// areas on that day. `root` does not count.
[[nodiscard]] std::string officer_list_text(const Store& store, const OfficerView& view, Language language);
// Everything about one officer: contact, account, and all assignments of all days.
[[nodiscard]] std::string officer_text(const Store& store, const OfficerId& id, Language language);

// The list of those who are assigned, as it goes upward for their accounts in the
// system for petitions (plan, II.5.1): who is there on that day, from the top area down,
// each once. A person's unit is that of the topmost area, also where that lies above `root`.
[[nodiscard]] std::string roster_markdown(const Store& store, const OfficerView& view, Language language);
// number, officer, name, title, org, unit, lead, deputy, since, phone, email, account;
// areas as ids with a space between them; since: the first day of the oldest of these
// assignments.
[[nodiscard]] std::string roster_csv(const Store& store, const OfficerView& view, Language language);
[[nodiscard]] MadeFile roster_xlsx(const Store& store, const OfficerView& view, Instant created, Language language);

// The same as a file CODEOWNERS: who must look at a change below an area, by e-mail. The
// last line that fits wins there, so areas come before what lies below them.
[[nodiscard]] std::string code_owners(const Store& store, const OfficerView& view, Language language);

}  // namespace nammo
