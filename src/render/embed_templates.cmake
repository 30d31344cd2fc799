# Writes the templates as a source file.
#   cmake -DOUTPUT=<file> "-DTEMPLATES=<file>;<file>…" -P embed_templates.cmake
set(entries "")
foreach(file IN LISTS TEMPLATES)
  get_filename_component(name ${file} NAME)
  string(REGEX REPLACE "\\.mustache$" "" name ${name})
  file(READ ${file} text)
  string(APPEND entries "    {\"${name}\", R\"mustache(${text})mustache\"},\n")
endforeach()
list(LENGTH TEMPLATES count)
file(WRITE ${OUTPUT} "#include \"render/shipped_templates.h\"

namespace nammo {

static constexpr ShippedTemplate kAll[] = {
${entries}};

const std::span<const ShippedTemplate> kShippedTemplates{kAll};

}  // namespace nammo
")
