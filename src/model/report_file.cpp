#include "nammo/report_file.h"

#include <algorithm>

#include "yaml/new_file.h"

namespace nammo {
namespace {

using Kind = EditValue::Kind;

void write_pair(yaml::NewFile& file, const std::string& key, const EditValue& value) {
  value.kind == Kind::text ? file.block(key, value.text) : file.value(key, value);
}

void write_mapping(yaml::NewFile& file, const EditValue& mapping) {
  for (std::size_t i = 0; i < mapping.items.size(); ++i) write_pair(file, mapping.keys[i], mapping.items[i]);
}

void write_entries(yaml::NewFile& file, const std::string& key, const EditValue& list) {
  file.begin_list(key);
  for (const EditValue& entry : list.items) {
    file.begin_entry();
    write_mapping(file, entry);
    file.end_entry();
  }
  file.end_list();
}

void write_part(yaml::NewFile& file, const EditPair& part) {
  const EditValue& value = part.value;
  const bool entries = value.kind == Kind::list &&
                       std::all_of(value.items.begin(), value.items.end(), [](const EditValue& item) { return item.kind == Kind::mapping; });
  if (value.kind == Kind::mapping) {
    file.begin_mapping(part.key);
    write_mapping(file, value);
    file.end_mapping();
  } else if (value.kind == Kind::list) {
    entries ? write_entries(file, part.key, value) : file.list(part.key, value.items);
  } else {
    write_pair(file, part.key, value);
  }
}

}  // namespace

std::string report_file(const ReportHead& head, std::span<const EditPair> parts, const FileRemarks& remarks) {
  yaml::NewFile file(report_path(head.area, head.org, head.period), "report");
  file.plain("report", head.type.str());
  file.text("org", head.org.str());
  file.plain("area", head.area.str());
  file.text("period", to_string(head.period));
  if (!remarks.behind_period.empty()) file.remark(remarks.behind_period);
  file.text("officer", head.officer.str());
  for (const EditPair& part : parts) write_part(file, part);
  if (!remarks.at_end.empty()) file.comment(remarks.at_end);
  return file.take();
}

}  // namespace nammo
