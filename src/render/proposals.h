#pragma once

#include "render/document.h"

namespace nammo {

// The proposals of all sources, those to one addressee together, addressees in the
// order of first mention.
[[nodiscard]] std::vector<Told<Proposal>> proposals_by_addressee(const Document& document);
// How many periods a proposal is old, both ends counted; empty when it cannot be
// told: no `first-raised`, one of another kind of period, or one yet to come.
[[nodiscard]] std::optional<int> age_of(const Document& document, const Proposal& proposal);
// "mới", "kỳ thứ 3; chưa trả lời", with the areas that it concerns.
[[nodiscard]] std::string proposal_note(const Document& document, const Told<Proposal>& told);

}  // namespace nammo
