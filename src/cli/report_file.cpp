#include "cli/report_file.h"

#include "base/catalogue/cli.h"
#include "nammo/html.h"
#include "nammo/spreadsheet.h"
#include "nammo/word.h"

namespace nammo::cli {
namespace {

// With the office's own page and styles where the store has them.
MadeFile word_file(Call& call, const Store& store, const Consolidated& report, const DocumentOptions& options) {
  const auto own = call.files().read(kReferencePath, kMaxPublishedSize);
  if (own.failure != ReadFailure::none && own.failure != ReadFailure::missing) {
    const auto why = say(msg::cli_reference_unreadable, kReferencePath).in(call.language());
    return {std::nullopt, own.reason.empty() ? why : why + ": " + own.reason};
  }
  return document_docx(store, report, options, own.text, call.world().run_program);
}

std::string figures(Call& call, const Store& store, const Consolidated& report, const ReportForm& form) {
  const auto note = withheld_note(store, report, form.options.language);
  if (!note.empty()) call.remark({note, note});
  return figures_csv(store, report, form.dialect, form.options.language, form.options.figures);
}

std::string html(const Store& store, const Consolidated& report, const ReportForm& form) {
  return form.charts == nullptr ? document_html(store, report, form.options)
                                : document_html(store, report, form.options, *form.charts);
}

std::string markdown(const Store& store, const Consolidated& report, const ReportForm& form) {
  const std::string text = document_markdown(store, report, form.options);
  return form.charts == nullptr ? text : text + charts_markdown(*form.charts, form.charts_address, form.options.language);
}

}  // namespace

MadeFile make_report_file(Call& call, const Store& store, const Consolidated& report, const ReportForm& form) {
  if (form.format == "docx") return word_file(call, store, report, form.options);
  if (form.format == "xlsx") return document_xlsx(store, report, form.options);
  if (form.format == "html") return {html(store, report, form), {}};
  if (form.format == "json") return {document_json(store, report, form.options), {}};
  if (form.format == "csv") return {figures(call, store, report, form), {}};
  return {markdown(store, report, form), {}};
}

int say_why_not_made(Call& call, const MadeFile& made, const std::string& format) {
  if (!made.no_program.empty()) {
    call.complain(say(msg::cli_no_program, format, made.no_program), say(msg::cli_no_program_help, made.no_program));
  } else {
    const bool word = format == "docx";
    call.complain(say(msg::cli_make_failed, format, printable(made.reason)),
                  word ? say(msg::cli_pandoc_failed_help, kReferencePath) : say(msg::cli_make_failed_help));
  }
  return kFailed;
}

}  // namespace nammo::cli
