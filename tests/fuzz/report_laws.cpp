#include "fuzz/report_laws.h"

#include "fuzz/must.h"
#include "fuzz/sample.h"
#include "nammo/loose_report.h"
#include "schema/schema.h"
#include "yaml/read.h"

namespace nammo::fuzz {

void check_written_report(const std::string& yaml, const ReportKey& key) {
  Diagnostics findings;
  const auto tree = yaml::read(yaml, "f.yaml", findings);
  must(tree.has_value(), "what is written can be read");
  must(schema::schema_for(schema::FileType::report).validate(*tree, "f.yaml", findings), "it keeps to the schema of reports");
  const auto loose = read_loose_report(yaml, "f.yaml", sample(), findings);
  must(loose && loose->key.area == key.area && loose->key.org == key.org && loose->key.period == key.period, "it says whose it is");
  must(read_report(yaml, key, sample(), findings).report.has_value(), "it is the report of that place");
}

}  // namespace nammo::fuzz
