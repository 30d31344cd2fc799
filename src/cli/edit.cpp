#include "cli/edit.h"

#include <ostream>

#include "base/catalogue/cli.h"
#include "cli/editor.h"
#include "cli/new_form.h"
#include "cli/one_report.h"
#include "cli/questions.h"
#include "nammo/check.h"
#include "nammo/render.h"
#include "nammo/review_views.h"

namespace nammo::cli {
namespace {

class Edit final : public Command {
 public:
  void declare(Options& options) override { report_.declare(options); }

  int run(Call& call) override {
    if (const auto refused = report_.find(call)) return *refused;
    if (call.world().editor.find_first_not_of(" \t") == std::string::npos) {
      call.complain(say(msg::edit_no_editor), say(msg::edit_no_editor_help));
      return kWrongCall;
    }
    if (const auto refused = read(call)) return *refused;
    const Draft draft(call, report_.file());
    bool goes_on = false;
    if (const auto refused = take_left_over(call, draft, goes_on)) return *refused;
    if (!goes_on && !draft.begin(start_, base_)) return kFailed;
    return edit(call, draft);
  }

 private:
  // What is in the store, or the form for what is not.
  std::optional<int> read(Call& call) {
    auto there = call.files().read(report_.file());
    if (there.failure == ReadFailure::none) {
      base_ = start_ = std::move(there.text);
      return std::nullopt;
    }
    if (there.failure != ReadFailure::missing) {
      call.complain(say(msg::edit_unreadable, printable(report_.file()), printable(there.reason)));
      return kFailed;
    }
    NewForm form(report_);
    if (const auto refused = form.prepare(call, {})) return refused;
    start_ = form.yaml(call.language());
    return std::nullopt;
  }

  // Text that an earlier edit left, because something was wrong with it or the editor failed.
  std::optional<int> take_left_over(Call& call, const Draft& draft, bool& goes_on) {
    if (draft.text().empty()) return std::nullopt;
    const bool stale = draft.base() != base_;
    const bool asks = !stale && call.world().in_is_terminal;
    const Text help = stale ? say(msg::edit_left_over_stale) : say(msg::edit_left_over_help);
    call.complain(say(msg::edit_left_over, printable(draft.path())), asks ? Text{} : help);
    if (!asks) return kBadNews;
    const auto answer = ask_line(call, say(msg::edit_ask_left_over));
    if (answer && (*answer == "b" || *answer == "x")) return std::nullopt;
    goes_on = answer && answer->empty();
    return goes_on ? std::nullopt : std::optional<int>(kBadNews);
  }

  int edit(Call& call, const Draft& draft) {
    for (int line = 0;;) {
      const auto editor = call.world().run_on_terminal(editor_words(call.world().editor, draft.path(), line));
      const ReadResult came = call.world().read_file(draft.path(), kMaxFileSize);
      if (!editor.succeeded()) return refuse_editor(call, draft, editor, came.text);
      if (came.failure != ReadFailure::none) {
        call.complain(say(msg::edit_unreadable, printable(draft.path()), printable(came.reason)));
        return kFailed;
      }
      if (came.text == start_ || came.text == base_ || is_blank(came.text)) return leave(call, draft, came.text);
      const auto wrong = first_error(call, came.text);
      if (!wrong) return write(call, draft, came.text);
      line = *wrong;
      if (!goes_back(call)) return keep(call, draft, kBadNews);
    }
  }

  static bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

  static int leave(Call& call, const Draft& draft, const std::string& text) {
    draft.drop();
    call.remark(say(is_blank(text) ? msg::edit_emptied : msg::edit_unchanged));
    return is_blank(text) ? kBadNews : kDone;
  }

  int refuse_editor(Call& call, const Draft& draft, const ProgramResult& editor, const std::string& text) const {
    constexpr int kNotRunnable = 126;
    constexpr int kNotFound = 127;
    const bool missing = !editor.started || editor.status == kNotFound || editor.status == kNotRunnable;
    const std::string name = printable(call.world().editor);
    call.complain(missing ? say(msg::edit_editor_not_found, name) : say(msg::edit_editor_failed, name, editor.status));
    if (text != start_ && !text.empty()) return keep(call, draft, kFailed);
    draft.drop();
    return kFailed;
  }

  [[nodiscard]] int keep(Call& call, const Draft& draft, int status) const {
    call.remark(say(msg::edit_kept, printable(draft.path()), report_.as_typed()));
    return status;
  }

  // Shows what check finds in the text at its place, and gives the line of its first error.
  std::optional<int> first_error(Call& call, const std::string& text) const {
    const auto files = overlay(call.files(), {{report_.file(), text}});
    CheckRequest request;
    request.threads = call.world().processors;
    request.paths = {report_.file()};
    Diagnostics findings;
    const bool usable = check_store(*files, request, findings) == CheckOutcome::done;
    if (usable && !findings.has_errors()) return std::nullopt;
    const auto colour = call.colours(Stream::err) ? Colour::on : Colour::off;
    *call.world().err << findings_text(findings.items(), *files, call.language(), colour);
    for (const Diagnostic& one : findings.items()) {
      if (one.severity == Severity::error && one.where.file == report_.file()) return one.where.place.line;
    }
    return 0;
  }

  // Without a terminal nobody is asked, and the editor is opened once.
  static bool goes_back(Call& call) {
    if (!call.world().in_is_terminal) {
      call.complain(say(msg::cli_refused_by_check), say(msg::edit_no_terminal));
      return false;
    }
    const auto answer = ask_line(call, say(msg::edit_ask_again));
    if (answer && answer->empty()) return true;
    call.complain(say(msg::edit_stopped));
    return false;
  }

  int write(Call& call, const Draft& draft, const std::string& text) {
    auto writer = StoreWriter::open(call, report_.wait());
    if (!writer) return keep(call, draft, kFailed);
    if (writer->text(report_.file()).value_or("") != base_) {
      call.complain(say(msg::edit_meanwhile, report_.file()));
      return keep(call, draft, kFailed);
    }
    Diagnostics ignored;
    const ReportKey& key = report_.key();
    const Filing before = load_filing(call.files(), report_.store(), key.area, key.org, key.period, ignored);
    writer->put(report_.file(), text);
    if (const int status = writer->write(); status != kDone) return keep(call, draft, status);
    draft.drop();
    call.print(say_in(call.language(), msg::edit_done, report_.file()) + "\n");
    explain(call, before);
    return kDone;
  }

  void explain(Call& call, const Filing& before) const {
    const auto line = [&](const std::string& text) { call.print(text + "\n"); };
    if (before.review && before.review->state == ReviewState::accepted && before.review->content == content_hash(base_)) {
      line("  " + say_in(call.language(), msg::cli_acceptance_fell, review_line(report_.store(), *before.review, call.language()), report_.as_typed()));
    }
    Diagnostics ignored;
    const ReportKey& key = report_.key();
    const Filing now = load_filing(call.files(), report_.store(), key.area, key.org, key.period, ignored);
    if (now.report && !now.report->submitted) line(say_in(call.language(), msg::edit_submit_next, report_.as_typed()));
  }

  OneReport report_;
  std::string base_;   // the file in the store; empty for none
  std::string start_;  // what the editor begins with
};

}  // namespace

std::unique_ptr<Command> make_edit() { return std::make_unique<Edit>(); }

}  // namespace nammo::cli
