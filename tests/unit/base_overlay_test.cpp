#include <doctest/doctest.h>

#include <string>

#include "nammo/file_system.h"
#include "support/memory_files.h"

using namespace nammo;

namespace {

std::string names(const ListResult& result) {
  std::string text;
  for (const auto& entry : result.entries) text += entry.name + (entry.kind == FileKind::directory ? "/ " : " ");
  return text;
}

}  // namespace

TEST_CASE("overlay: a file has its new text, the others theirs, and nothing below is changed") {
  test::MemoryFiles below;
  below.put("a.yaml", "old");
  below.put("b.yaml", "b");
  const auto files = overlay(below, {{"a.yaml", "new"}});
  CHECK(files->read("a.yaml").text == "new");
  CHECK(files->read("b.yaml").text == "b");
  CHECK(below.read("a.yaml", kMaxFileSize).text == "old");
  CHECK(files->read("c.yaml").failure == ReadFailure::missing);
}

TEST_CASE("overlay: new files and the folders on their way are listed in order, each once") {
  test::MemoryFiles below;
  below.put("areas/b/area.yaml", "b");
  const auto files = overlay(below, {{"areas/a/area.yaml", "a"}, {"areas/b/area.yaml", "new"}, {"areas/b/reports/ccb/2024.yaml", "r"}});
  CHECK(names(files->list("areas")) == "a/ b/ ");
  CHECK(names(files->list("areas/b")) == "area.yaml reports/ ");
  CHECK(names(files->list("areas/a")) == "area.yaml ");
  CHECK(files->list("areas/c").failure == ReadFailure::missing);
  CHECK(files->kind("areas/a") == FileKind::directory);
  CHECK(files->kind("areas/a/area.yaml") == FileKind::regular);
  CHECK(files->kind("areas/c") == FileKind::missing);
}

TEST_CASE("overlay: the limit of size holds for a new text, too") {
  const test::MemoryFiles below;
  const auto files = overlay(below, {{"a", "12345"}});
  CHECK(files->read("a", 4).failure == ReadFailure::too_large);
  CHECK(files->read("a", 5).text == "12345");
}

TEST_CASE("watched: tells of each file that was read, and of none that was not") {
  test::MemoryFiles below;
  below.put("a.yaml", "1");
  below.put("b.yaml", "2");
  std::string seen;
  const auto files = watched(below, [&](const std::string& path, std::string_view bytes) { seen += path + "=" + std::string(bytes) + ";"; });
  CHECK(files->read("a.yaml", kMaxFileSize).text == "1");
  CHECK(files->read("c.yaml", kMaxFileSize).failure == ReadFailure::missing);
  CHECK(files->kind("b.yaml") == FileKind::regular);
  CHECK(files->list("").entries.size() == 2);
  CHECK(seen == "a.yaml=1;");
}
