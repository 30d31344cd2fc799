#pragma once

#include "model/reading.h"
#include "nammo/report.h"
#include "yaml/tree.h"

namespace nammo::model {

// The value of one key of a report, or nothing when it is not one of these.
void read_situation(Report& report, const yaml::Node& node, const Reading& reading);
void read_opinions(Report& report, const yaml::Node& node, const Reading& reading);
void read_activities(Report& report, const yaml::Node& node, const Reading& reading);
void read_results(Report& report, const yaml::Node& node, const Reading& reading);
void read_directives(Report& report, const yaml::Node& node, const Reading& reading);
void read_difficulties(Report& report, const yaml::Node& node, const Reading& reading);
void read_proposals(Report& report, const yaml::Node& node, const Reading& reading);
void read_dialogues(Report& report, const yaml::Node& node, const Reading& reading);
void read_models(Report& report, const yaml::Node& node, const Reading& reading);
void read_evaluation(Report& report, const yaml::Node& node, const Reading& reading);

// The figures, which are judged by the report's type, and the list of those that
// are estimates.
void read_figures(Report& report, const yaml::Node& figures, const yaml::Node& estimate, const Reading& reading);

// A period by its name; a name that is none is a finding, even where the schema's
// pattern lets it through (week 53 of a year that has 52).
void read_period(std::optional<Period>& out, const yaml::Node& node, const Reading& reading);

}  // namespace nammo::model
