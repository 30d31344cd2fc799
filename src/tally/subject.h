#pragma once

#include "nammo/trend.h"

namespace nammo {

// What a matter or an opinion is about.
template <typename Entry>
[[nodiscard]] Subject subject_of(const Entry& entry) {
  return {entry.topic, entry.topic.empty() ? entry.field : CodeId{}};
}

[[nodiscard]] inline bool is_answered(const Proposal& proposal) {
  return proposal.status != ProposalStatus::open || !proposal.answer.empty();
}

}  // namespace nammo
