#include "render/proposals.h"

#include <algorithm>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/matters.h"
#include "render/names.h"
#include "render/wording.h"
#include "render/words.h"

namespace nammo {
namespace {

std::vector<Told<Proposal>> all_proposals(const Document& document) {
  std::vector<Told<Proposal>> all;
  for (const auto& source : document.sources) {
    all.insert(all.end(), source.texts.proposals.begin(), source.texts.proposals.end());
  }
  return all;
}

std::string since_text(const Period& period, Language language) {
  return say_in(language, msg::age_since, uncapitalised(period_text(period, language)));
}

std::string age_text(const Document& document, const Told<Proposal>& told) {
  const Language language = document.language();
  const Proposal& proposal = *told.entry;
  const auto age = age_of(document, proposal);
  if (age && *age > 1) return say_in(language, msg::age_periods, *age);
  if (!told.earlier.empty()) return since_text(told.earlier.front().by->obligation.period, language);
  if (age) return say_in(language, msg::age_new);
  const auto& raised = proposal.first_raised;
  if (!raised || raised->kind == document.question().period.kind) return {};
  return since_text(*raised, language);
}

// The recipients of the document to whom nobody proposes anything.
std::vector<std::string> without_proposals(const Document& document, const std::vector<Told<Proposal>>& all) {
  std::vector<std::string> names;
  for (const Recipient* recipient : recipients_of(document)) {
    const auto to_it = [&](const Told<Proposal>& told) { return told.entry->to == recipient->id.str(); };
    if (std::none_of(all.begin(), all.end(), to_it)) names.push_back(recipient->name.in(document.language()));
  }
  return names;
}

Tree proposal_node(const Document& document, const Told<Proposal>& told, bool last) {
  const Proposal& proposal = *told.entry;
  const auto note = proposal_note(document, told);
  std::string answer = proposal.answer.empty()
                           ? std::string{}
                           : say_in(document.language(), msg::proposal_answer, sentence(proposal.answer));
  if (last) answer = without_stop(answer);
  const bool ends = last && note.empty() && answer.empty();  // "./." closes the document
  Tree node = line_node({}, addressee_name(document.store, proposal.to, document.language()),
                        ends ? without_stop(proposal.text) : sentence(proposal.text));
  put(node, "note", note);
  put(node, "answer", answer);
  return node;
}

Tree plain_node(const std::string& lead, const std::string& text) {
  Tree node = line_node({}, lead, text);
  put(node, "note", false);
  put(node, "answer", false);
  return node;
}

}  // namespace

std::vector<Told<Proposal>> proposals_by_addressee(const Document& document) {
  const auto all = all_proposals(document);
  std::vector<Told<Proposal>> sorted;
  for (auto first = all.begin(); first != all.end(); ++first) {
    const auto same = [&](const Told<Proposal>& told) { return told.entry->to == first->entry->to; };
    if (std::any_of(all.begin(), first, same)) continue;
    std::copy_if(first, all.end(), std::back_inserter(sorted), same);
  }
  return sorted;
}

std::optional<int> age_of(const Document& document, const Proposal& proposal) {
  if (!proposal.first_raised) return std::nullopt;
  const auto apart = distance(*proposal.first_raised, document.question().period);
  if (!apart || *apart < 0) return std::nullopt;
  return *apart + 1;
}

std::string proposal_note(const Document& document, const Told<Proposal>& told) {
  const Proposal& proposal = *told.entry;
  const auto age = age_text(document, told);
  const bool plain_new = age_of(document, proposal).value_or(1) == 1 && proposal.status == ProposalStatus::open;
  const auto times = told.earlier.empty()
                         ? std::string{}
                         : say_in(document.language(), msg::told_in_reports, told.earlier.size() + 1);
  return join({concerned_areas(document, proposal.from, *told.by), age, times,
               plain_new ? std::string{} : word(proposal.status, document.language())},
              "; ");
}

void put_proposals(const Document& document, Tree& tree) {
  const Language language = document.language();
  const bool any = rests_on_reports(document);
  const auto all = proposals_by_addressee(document);
  const auto others = speaks_itself(document) ? without_proposals(document, all) : std::vector<std::string>{};
  std::vector<Tree> lines;
  for (std::size_t i = 0; i < all.size(); ++i) {
    lines.push_back(proposal_node(document, all[i], i + 1 == all.size() && others.empty()));
  }
  if (!others.empty()) lines.push_back(plain_node(join(others, ", "), say_in(language, msg::proposal_none)));
  if (lines.empty()) {
    lines.push_back(plain_node({}, say_in(language, any ? msg::proposal_none_at_all : msg::proposal_no_reports)));
  }
  put(tree, "proposals", std::move(lines));
}

}  // namespace nammo
