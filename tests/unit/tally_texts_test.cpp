#include "nammo/texts.h"

#include "support/deliveries.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "nammo/consolidated.h"

using namespace nammo;
using namespace nammo::test;

namespace {

struct Matter {
  const char* text;
  const char* topic = "";
  bool up = false;
  std::vector<const char*> from = {};
  const char* id = "";
};

Delivery tells(const char* area, const std::vector<Matter>& matters) {
  Delivery delivery = filed(area);
  for (const Matter& matter : matters) {
    Situation entry;
    entry.text = matter.text;
    entry.field = CodeId{"society"};
    entry.topic = CodeId{matter.topic};
    entry.up = matter.up;
    entry.id = matter.id;
    for (const char* source : matter.from) entry.from.push_back(AreaId{source});
    delivery.filing.report->situation.push_back(entry);
  }
  return delivery;
}

Delivery proposes(const char* area, const Matter& matter, ProposalKind kind = ProposalKind::none) {
  Delivery delivery = filed(area);
  Proposal entry;
  entry.text = matter.text;
  entry.up = matter.up;
  entry.id = matter.id;
  entry.kind = kind;
  for (const char* source : matter.from) entry.from.push_back(AreaId{source});
  delivery.filing.report->proposals.push_back(entry);
  return delivery;
}

template <typename Entry>
std::string joined(const std::vector<Told<Entry>>& told) {
  std::string text;
  for (const auto& item : told) text += (text.empty() ? "" : " | ") + item.entry->text + " @" + item.by->obligation.area.str();
  return text;
}

std::string situation(const std::vector<Delivery>& deliveries, const char* root = "t", TextDepth depth = TextDepth::speaking) {
  return joined(select_texts(deliveries, AreaId{root}, depth).situation);
}

std::string proposals(const std::vector<Delivery>& deliveries) {
  return joined(select_texts(deliveries, AreaId{"t"}, TextDepth::speaking).proposals);
}

std::string speakers(const Texts& texts) {
  std::string text;
  for (const Delivery* speaker : texts.speakers) text += (text.empty() ? "" : " ") + speaker->obligation.area.str();
  return text;
}

}  // namespace

TEST_CASE("texts: a level's own report speaks for what lies below it") {
  const std::vector<Delivery> deliveries = {tells("t", {{"town"}}), tells("t/b", {{"ward"}}), tells("t/b/x", {{"hamlet"}})};
  const Texts texts = select_texts(deliveries, AreaId{"t"}, TextDepth::speaking);
  CHECK(texts.own);
  CHECK(speakers(texts) == "t");
  CHECK(joined(texts.situation) == "town @t");
  CHECK(situation(deliveries, "t/b") == "ward @t/b");
}

TEST_CASE("texts: where it is missing, its children's stand in, and theirs where those are missing") {
  const std::vector<Delivery> deliveries = {
      draft(tells("t", {{"draft"}})), tells("t/p10", {{"ten"}}), tells("t/p2", {{"two"}}), tells("t/p2/x", {{"below two"}}),
      owed("t/p1"), tells("t/p1/y", {{"y"}}), tells("t/p1/x", {{"x"}})};
  const Texts texts = select_texts(deliveries, AreaId{"t"}, TextDepth::speaking);
  CHECK_FALSE(texts.own);
  CHECK(speakers(texts) == "t/p1/x t/p1/y t/p2 t/p10");
  CHECK(joined(texts.situation) == "x @t/p1/x | y @t/p1/y | two @t/p2 | ten @t/p10");
}

TEST_CASE("texts: what lies elsewhere is not told") {
  const std::vector<Delivery> deliveries = {tells("t/b", {{"b"}}), tells("t/b-2", {{"b-2"}}), tells("u", {{"u"}})};
  CHECK(situation(deliveries, "t/b") == "b @t/b");
  CHECK(situation(deliveries, "v").empty());
}

TEST_CASE("texts: an entry marked up is carried to the top unless a report on its way cites it") {
  const Delivery hamlet = tells("t/b/x", {{"power", "electricity", true}, {"noise", "noise", true}, {"quiet", "quiet"}});
  CHECK(situation({tells("t", {}), tells("t/b", {}), hamlet}) == "power @t/b/x | noise @t/b/x");
  // Cited by the ward, with or without a report of the town.
  const Delivery ward = tells("t/b", {{"retold", "electricity", false, {"t/b/x"}}});
  CHECK(situation({tells("t", {{"town"}}), ward, hamlet}) == "town @t | noise @t/b/x");
  CHECK(situation({owed("t"), ward, hamlet}) == "retold @t/b | noise @t/b/x");
  // Cited by the town over the head of the ward.
  CHECK(situation({tells("t", {{"retold", "noise", false, {"t/b/x"}}}), tells("t/b", {}), hamlet}) ==
        "retold @t | power @t/b/x");
  // What is cited above the asked area, in a draft, for another area or another topic is not cited.
  CHECK(situation({tells("t", {{"retold", "noise", false, {"t/b/x"}}}), tells("t/b", {}), hamlet}, "t/b") ==
        "power @t/b/x | noise @t/b/x");
  CHECK(situation({tells("t", {}), draft(ward), hamlet}) == "power @t/b/x | noise @t/b/x");
  CHECK(situation({tells("t", {{"retold", "noise", false, {"t/b/y"}}}), hamlet}) ==
        "retold @t | power @t/b/x | noise @t/b/x");
  CHECK(situation({tells("t", {{"retold", "", false, {"t/b/x"}}}), hamlet}) ==
        "retold @t | power @t/b/x | noise @t/b/x");
}

TEST_CASE("texts: equal ids cite, whatever the topic; different ids do not") {
  const Delivery hamlet = tells("t/x", {{"one", "electricity", true, {}, "one"}, {"two", "electricity", true, {}, "two"}});
  CHECK(situation({tells("t", {{"retold", "", false, {"t/x"}, "one"}}), hamlet}) == "retold @t | two @t/x");
  CHECK(situation({tells("t", {{"retold", "electricity", false, {"t/x"}}}), hamlet}) == "retold @t");
  const Delivery bare = tells("t/x", {{"bare", "", true}});
  CHECK(situation({tells("t", {{"retold", "", false, {"t/x"}}}), bare}) == "retold @t");  // the same field
}

TEST_CASE("texts: a retold matter is taken up by who names all that it comes from") {
  // As in the example: the ward retells two khu phố, and the town names these.
  const Delivery ward = tells("t/b", {{"ward", "electricity", true, {"t/b/x", "t/b/y"}}});
  const Delivery hamlet = tells("t/b/x", {{"hamlet", "electricity", true}});
  CHECK(situation({tells("t", {{"town", "electricity", false, {"t/b/x", "t/b/y"}}}), ward, hamlet}) == "town @t");
  CHECK(situation({tells("t", {{"town", "electricity", false, {"t/b"}}}), ward, hamlet}) == "town @t");
  CHECK(situation({tells("t", {{"town", "electricity", false, {"t/b/x"}}}), ward, hamlet}) == "town @t | ward @t/b");
}

TEST_CASE("texts: proposals rise in the same way, by id, else by kind") {
  const Delivery hamlet = proposes("t/x", {"wish", "", true, {}, "wish"}, ProposalKind::resolve);
  CHECK(proposals({filed("t"), hamlet}) == "wish @t/x");
  CHECK(proposals({proposes("t", {"other", "", false, {"t/x"}, "other"}), hamlet}) == "other @t | wish @t/x");
  CHECK(proposals({proposes("t", {"retold", "", false, {"t/x"}, "wish"}), hamlet}) == "retold @t");
  CHECK(proposals({proposes("t", {"retold", "", false, {"t/x"}}), hamlet}) == "retold @t");
  CHECK(proposals({proposes("t", {"reply", "", false, {"t/x"}}, ProposalKind::support), hamlet}) == "reply @t | wish @t/x");
  // A matter of the situation never cites a proposal.
  CHECK(proposals({tells("t", {{"matter", "", false, {"t/x"}, "wish"}}), hamlet}) == "wish @t/x");
}

TEST_CASE("texts: at every depth each level speaks, from the top down, each entry once") {
  std::vector<Delivery> deliveries = {tells("t/b-2", {{"b-2"}}), tells("t/b/x", {{"x", "", true}}), tells("t", {{"town"}}),
                                      tells("t/b", {{"ward"}}), draft(tells("t/b/y", {{"y"}}))};
  const std::string expected = "town @t | ward @t/b | x @t/b/x | b-2 @t/b-2";
  CHECK(situation(deliveries, "t", TextDepth::every) == expected);
  std::reverse(deliveries.begin(), deliveries.end());
  CHECK(situation(deliveries, "t", TextDepth::every) == expected);
  CHECK(select_texts(deliveries, AreaId{"t"}, TextDepth::every).own);
}

namespace {

// "2 matters, 1 proposals: t/a t/b"
std::string untold(std::vector<Delivery> deliveries, const char* root = "t") {
  Consolidated report;
  report.question.area = AreaId{root};
  report.deliveries = std::move(deliveries);
  const Untold found = find_untold(report);
  std::string areas;
  for (const AreaId& area : found.areas) areas += " " + area.str();
  return std::to_string(found.matters) + " matters, " + std::to_string(found.proposals) + " proposals:" + areas;
}

}  // namespace

TEST_CASE("untold: what lies below a report that speaks for it and tells of nothing of the kind") {
  const std::string none = "0 matters, 0 proposals:";
  CHECK(untold({tells("t", {}), tells("t/a", {{"x"}, {"y"}}), tells("t/b", {}), proposes("t/c", {"p"})}) == "2 matters, 1 proposals: t/a t/c");
  CHECK(untold({tells("t", {{"town"}}), tells("t/a", {{"x"}})}) == none);
  CHECK(untold({tells("t", {{"town"}}), tells("t/a", {{"x"}}), proposes("t/a/b", {"p"})}) == "0 matters, 1 proposals: t/a/b");
  CHECK(untold({tells("t", {}), tells("t/a", {{"x", "", true}, {"y"}})}) == none);  // one of them rises
  CHECK(untold({tells("t/a", {{"x"}}), tells("t/b", {})}) == none);                // nobody speaks for them
  CHECK(untold({tells("t", {}), tells("t/a", {})}) == none);
  auto draft = tells("t/a", {{"x"}});
  draft.standing.counts = false;
  CHECK(untold({tells("t", {}), draft}) == none);
}
