# Writes files, text or not, as a source file: the list LIST that HEADER declares.
#   cmake -DOUTPUT=<file> -DHEADER=<header> -DLIST=<name> "-DFILES=<file>;<file>…" -P embed_files.cmake
set(entries "")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} bytes HEX)
  string(LENGTH "${bytes}" length)
  math(EXPR size "${length} / 2")
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  string(APPEND entries "    {\"${name}\", {\"${bytes}\", ${size}}},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"${HEADER}\"

namespace nammo {

static constexpr ShippedFile kAll[] = {
${entries}};

const std::span<const ShippedFile> ${LIST}{kAll};

}  // namespace nammo
")
