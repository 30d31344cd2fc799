#include <utility>

#include "model/open_document.h"
#include "model/references.h"
#include "model/report_identity.h"
#include "model/report_parts.h"
#include "nammo/report.h"

namespace nammo {
namespace {

using namespace model;
using yaml::Node;

constexpr Field<Received> kReceived[] = {
    {"at", value<&Received::at>}, {"via", value<&Received::via>}, {"by", reference<&Received::by>}};

// Without a time it says nothing.
void read_received(Report& report, const Node& node, const Reading& reading) {
  Received received;
  read_fields(node, kReceived, received, reading);
  received.place = node.place();
  Instant at{};
  const auto time = node.is_mapping() ? node.find("at") : Node{};
  if (time && take(time, at)) report.received = std::move(received);
}

void read_continues(Report& report, const Node& node, const Reading& reading) {
  report.continues_place = node.place();
  read_period(report.continues, node, reading);
}

// Identity and figures are read apart; the rest comes in any order.
constexpr Field<Report> kReport[] = {{"officer", reference<&Report::officer>},
                                     {"submitted", value<&Report::submitted>},
                                     {"received", read_received},
                                     {"nil", value<&Report::nil>},
                                     {"overview", value<&Report::overview>},
                                     {"situation", read_situation},
                                     {"opinions", read_opinions},
                                     {"activities", read_activities},
                                     {"results", read_results},
                                     {"directives", read_directives},
                                     {"difficulties", read_difficulties},
                                     {"proposals", read_proposals},
                                     {"dialogues", read_dialogues},
                                     {"models", read_models},
                                     {"evaluation", read_evaluation},
                                     {"forecast", value<&Report::forecast>},
                                     {"next", value<&Report::next>},
                                     {"occurred", value<&Report::occurred>},
                                     {"continues", read_continues}};

bool has_entries(const Node& value) { return !value.is_scalar() && value.size() > 0; }

// Where a report that says "nil" says it, and where it says something else.
void read_key_places(const Node& root, Report& report) {
  if (!report.nil || !root.is_mapping()) return;
  root.each_pair([&](const Node& key, const Node& value_node) {
    if (key.text() == "nil") report.nil_place = key.place();
    if (key.text() == "situation" && has_entries(value_node)) report.situation_place = key.place();
    if (key.text() == "opinions" && has_entries(value_node)) report.opinions_place = key.place();
  });
}

}  // namespace

ReadReport read_report(std::string bytes, const ReportKey& key, const Store& store, Diagnostics& diagnostics) {
  Report report;
  report.file = report_path(key.area, key.org, key.period);
  const auto first = diagnostics.items().size();
  const auto tree = read_tree(std::move(bytes), report.file, schema::FileType::report, diagnostics);
  if (!tree) return {true, std::nullopt};
  const std::string file = report.file;
  const Reading reading{file, store, diagnostics, first};
  const Node root = tree->root();
  const bool fits = read_identity(root, key, report, reading);
  read_fields(root, kReport, report, reading);
  read_key_places(root, report);
  if (root.is_mapping()) read_figures(report, root.find("figures"), root.find("estimate"), reading);
  if (!fits) return {true, std::nullopt};
  return {false, std::move(report)};
}

}  // namespace nammo
