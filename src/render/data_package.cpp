#include <algorithm>

#include "nammo/data_tables.h"
#include "render/data_columns.h"
#include "render/json.h"

namespace nammo {
namespace {

constexpr DataTable kTables[] = {DataTable::figures, DataTable::obligations, DataTable::areas, DataTable::indicators,
                                 DataTable::codes};

Json names_of(const std::vector<std::string_view>& columns) {
  Json names = Json::array();
  for (const auto column : columns) names.push_back(column);
  return names;
}

Json field_of(const DataColumn& column, Language language) {
  Json field = Json::object();
  field["name"] = column.name;
  field["type"] = column.type;
  // The default form of a moment would be UTC alone.
  if (column.type == "datetime") field["format"] = "any";
  field["description"] = say_in(language, *column.about);
  if (column.filled == Filled::always) field["constraints"]["required"] = true;
  for (const auto word : column.words) field["constraints"]["enum"].push_back(word);
  return field;
}

Json foreign_key(const DataReference& reference, const DataShape& from) {
  const DataShape& to = shape_of(reference.to);
  Json key = Json::object();
  key["fields"] = names_of(reference.columns);
  key["reference"]["resource"] = &to == &from ? "" : to.name;
  key["reference"]["fields"] = names_of(to.key);
  return key;
}

Json schema_of(const DataShape& shape, Language language) {
  Json schema = Json::object();
  schema["fields"] = Json::array();
  for (const DataColumn& column : shape.columns) schema["fields"].push_back(field_of(column, language));
  schema["missingValues"] = Json::array({""});
  schema["primaryKey"] = names_of(shape.key);
  for (const DataReference& reference : shape.references) schema["foreignKeys"].push_back(foreign_key(reference, shape));
  return schema;
}

Json dialect() {
  Json dialect = Json::object();
  dialect["delimiter"] = ",";
  dialect["lineTerminator"] = "\n";
  dialect["quoteChar"] = "\"";
  dialect["doubleQuote"] = true;
  dialect["skipInitialSpace"] = false;
  dialect["header"] = true;
  return dialect;
}

// The specification gives a resource one size and one hash; where it has several files,
// each has its own here.
void add_files(const std::vector<const DataFile*>& files, const DataShape& shape, Json& resource) {
  if (files.size() == 1 && files.front()->path == std::string(shape.name) + ".csv") {
    resource["path"] = files.front()->path;
    resource["bytes"] = files.front()->bytes;
    resource["hash"] = files.front()->hash;
    return;
  }
  resource["path"] = Json::array();
  resource["files"] = Json::array();
  for (const DataFile* file : files) {
    resource["path"].push_back(file->path);
    Json one = Json::object();
    one["path"] = file->path;
    one["bytes"] = file->bytes;
    one["hash"] = file->hash;
    resource["files"].push_back(std::move(one));
  }
}

Json resource_of(DataTable table, const std::vector<DataFile>& files, Language language) {
  const DataShape& shape = shape_of(table);
  std::vector<const DataFile*> own;
  for (const DataFile& file : files) {
    if (file.table == table) own.push_back(&file);
  }
  Json resource = Json::object();
  resource["profile"] = "tabular-data-resource";
  resource["name"] = shape.name;
  add_files(own, shape, resource);
  resource["description"] = say_in(language, *shape.about);
  resource["format"] = "csv";
  resource["mediatype"] = "text/csv";
  resource["encoding"] = "utf-8";
  resource["dialect"] = dialect();
  resource["schema"] = schema_of(shape, language);
  return resource;
}

// "nammo-thuan-thanh-ho": small letters, digits and hyphens, the same for every export of that area.
std::string name_of(const AreaId& root) {
  std::string name = "nammo-" + root.str();
  std::replace(name.begin(), name.end(), '/', '-');
  return name;
}

}  // namespace

std::string data_package_json(const Store& store, const DataPackage& package, Language language) {
  const DataQuestion& question = package.question;
  Json json = Json::object();
  json["profile"] = "tabular-data-package";
  json["name"] = name_of(question.root);
  json["title"] = store.settings.name.in(language);
  json["description"] = say_in(language, msg::data_about);
  json["created"] = format_instant(package.now, store.zone);
  json["area"] = question.root.str();
  if (!question.org.empty()) json["org"] = question.org.str();
  if (question.from) json["temporal"]["start"] = format_date(*question.from);
  json["temporal"]["end"] = format_date(question.to);
  json["resources"] = Json::array();
  for (const DataTable table : kTables) {
    json["resources"].push_back(resource_of(table, package.files, language));
  }
  return json_text(json);
}

}  // namespace nammo
