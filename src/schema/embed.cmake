# Writes the C++ source that holds the schemas as texts, in the order of FileType.
#   cmake -DSCHEMAS=<folder> -DNAMES="settings;regime;…" -DOUTPUT=<file> -P embed.cmake
cmake_minimum_required(VERSION 3.25)

set(entries "")
foreach(name IN LISTS NAMES)
  file(READ "${SCHEMAS}/${name}.schema.json" text)
  string(APPEND entries "    {\"${name}.schema.json\", R\"schema(${text})schema\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "#include \"schema/embedded.h\"

namespace nammo::schema {

const Embedded kEmbedded[kEmbeddedCount] = {
${entries}};

}  // namespace nammo::schema
")
