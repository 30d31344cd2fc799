#include "base/temporary_file.h"
#include "nammo/word.h"
#include "render/document.h"
#include "render/shipped_files.h"

namespace nammo {
namespace {

constexpr int kNoSuchProgram = 127;  // as env says it

std::vector<std::string> command(const Store& store, const Consolidated& report, Language language,
                                 const std::string& filter, const std::string& reference) {
  const auto created = report.now.time_since_epoch().count();
  return {"env",
          "SOURCE_DATE_EPOCH=" + std::to_string(created),
          "LC_ALL=C.UTF-8",  // in which pandoc reads these words; cron has none
          "pandoc",
          // gfm would make links, pictures and crossed-out words of what means nothing here.
          "--from=commonmark+pipe_tables",
          "--to=docx",
          "--no-highlight",
          "--lua-filter=" + filter,
          "--reference-doc=" + reference,
          "--metadata=lang:" + std::string(language == Language::vi ? "vi" : "en"),
          // Of the file: a `title` would be printed as well.
          "--metadata=subject:" + printable(document_title(store, report.question, language)),
          "--output=-"};
}

}  // namespace

MadeFile document_docx(const Store& store, const Consolidated& report, const DocumentOptions& options,
                       std::string_view reference, const RunProgram& run) {
  TemporaryFile filter(".lua");
  TemporaryFile page(".docx");
  filter.write(shipped_file("word.lua"));
  page.write(reference.empty() ? shipped_file("reference.docx") : reference);
  for (const auto* file : {&filter, &page}) {
    if (!file->reason().empty()) return {std::nullopt, file->reason()};
  }
  auto result = run(command(store, report, options.language, filter.path(), page.path()),
                    document_markdown(store, report, options));
  if (!result.started || result.status == kNoSuchProgram) return {std::nullopt, result.reason, "pandoc"};
  if (!result.succeeded()) return {std::nullopt, result.err};
  return {std::move(result.out), {}};
}

}  // namespace nammo
