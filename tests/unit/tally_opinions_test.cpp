#include "nammo/tally.h"
#include "support/deliveries.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace nammo;
using namespace nammo::test;

namespace {

Opinion opinion(const char* field, const char* topic, Stance stance, Breadth breadth) {
  Opinion result;
  result.field = CodeId{field};
  result.topic = CodeId{topic};
  result.stance = stance;
  result.breadth = breadth;
  return result;
}

Delivery told(const char* area, std::vector<Opinion> opinions) {
  Delivery delivery = filed(area);
  delivery.filing.report->opinions = std::move(opinions);
  return delivery;
}

// "drainage agree 0 0 2 0 0 0 = 2"
std::vector<std::string> shown_rows(const OpinionTable& table) {
  const char* const stances[] = {"pleased", "agree", "concerned", "frustrated", "disagree", "unclear"};
  std::vector<std::string> rows;
  for (const OpinionRow& row : table.rows) {
    std::string text = (row.topic.empty() ? "field " + row.field.str() : row.topic.str()) + " " +
                       stances[static_cast<std::size_t>(row.stance)];
    for (const int count : row.by_breadth) text += " " + std::to_string(count);
    rows.push_back(text + " = " + std::to_string(row.areas));
  }
  return rows;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("opinions: the sample's table of khu phố") {
  const auto pleased = [](Breadth breadth) { return opinion("political-system", "dien-bien-phu", Stance::pleased, breadth); };
  const auto drainage = [](Stance stance, Breadth breadth) { return opinion("society", "drainage", stance, breadth); };
  const auto power = [](Breadth breadth) { return opinion("society", "electricity-summer", Stance::concerned, breadth); };
  std::vector<Delivery> deliveries = {
      told("tt", {drainage(Stance::disagree, Breadth::majority)}),  // the town and the ward stand in the texts
      told("tt/ho", {drainage(Stance::agree, Breadth::many)}),
      told("tt/ho/khu-pho-1", {pleased(Breadth::majority), drainage(Stance::agree, Breadth::many), power(Breadth::many)}),
      told("tt/ho/khu-pho-2", {pleased(Breadth::majority), drainage(Stance::agree, Breadth::many), power(Breadth::some)}),
      told("tt/ho/khu-pho-3", {pleased(Breadth::many), drainage(Stance::concerned, Breadth::some),
                               opinion("society", "waste", Stance::frustrated, Breadth::some)}),
      owed("tt/ho/khu-pho-4"),
      nil("tt/ho/khu-pho-5")};
  const Store store = figure_store({});
  const Rows expected = {"dien-bien-phu pleased 0 2 1 0 0 0 = 3", "drainage agree 0 0 2 0 0 0 = 2",
                         "drainage concerned 0 0 0 1 0 0 = 1", "electricity-summer concerned 0 0 1 1 0 0 = 2",
                         "waste frustrated 0 0 0 1 0 0 = 1"};
  CHECK(shown_rows(tally_opinions(store, deliveries)) == expected);
  CHECK(tally_opinions(store, deliveries).reporting_areas == 4);

  std::reverse(deliveries.begin(), deliveries.end());
  CHECK(shown_rows(tally_opinions(store, deliveries)) == expected);
}

TEST_CASE("opinions: an area counts once, at its highest breadth, and unknown is below all") {
  const std::vector<Delivery> deliveries = {
      told("a/x", {opinion("society", "waste", Stance::concerned, Breadth::unknown),
                   opinion("economy", "waste", Stance::concerned, Breadth::isolated),
                   opinion("society", "waste", Stance::concerned, Breadth::some)}),
      told("a/y", {opinion("society", "waste", Stance::concerned, Breadth::unknown)})};
  const auto table = tally_opinions(figure_store({}), deliveries);
  CHECK(shown_rows(table) == Rows{"waste concerned 0 0 0 1 0 1 = 2"});
  CHECK(table.rows[0].field == CodeId{"society"});
}

TEST_CASE("opinions: without a topic they stand under their field, apart from topics of that field") {
  const std::vector<Delivery> deliveries = {told("a/x", {opinion("society", "", Stance::agree, Breadth::many),
                                                         opinion("society", "waste", Stance::agree, Breadth::many),
                                                         opinion("economy", "", Stance::agree, Breadth::many)})};
  CHECK(shown_rows(tally_opinions(figure_store({}), deliveries)) ==
        Rows{"field society agree 0 0 1 0 0 0 = 1", "waste agree 0 0 1 0 0 0 = 1", "field economy agree 0 0 1 0 0 0 = 1"});
}

TEST_CASE("opinions: topics come in the order of first mention, areas in natural order") {
  const std::vector<Delivery> deliveries = {told("a/kp-10", {opinion("society", "late", Stance::agree, Breadth::many)}),
                                            told("a/kp-2", {opinion("society", "early", Stance::agree, Breadth::many)})};
  CHECK(shown_rows(tally_opinions(figure_store({}), deliveries)) ==
        Rows{"early agree 0 0 1 0 0 0 = 1", "late agree 0 0 1 0 0 0 = 1"});
}

TEST_CASE("opinions: a commune is not the lowest because its hamlets are silent; drafts say nothing") {
  const auto view = opinion("society", "waste", Stance::agree, Breadth::many);
  const std::vector<Delivery> deliveries = {told("a/b", {view}), owed("a/b/c"), draft(told("a/b/d", {view})),
                                            told("a/b-2", {view})};
  const auto table = tally_opinions(figure_store({}), deliveries);
  CHECK(shown_rows(table) == Rows{"waste agree 0 0 1 0 0 0 = 1"});  // b-2, which has nobody below it
  CHECK(table.reporting_areas == 1);
}
