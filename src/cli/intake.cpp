#include <algorithm>
#include <array>
#include <istream>
#include <iterator>
#include <stdexcept>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/intake_desk.h"
#include "cli/listed.h"
#include "cli/store_writer.h"
#include "cli/typed_moment.h"
#include "nammo/loose_report.h"
#include "nammo/render.h"
#include "nammo/review_views.h"

namespace nammo::cli {
namespace {

constexpr const char* kStdin = "-";
constexpr std::size_t kMostTold = 3;  // errors in a line for the sender
constexpr std::size_t kLongestQuote = 60;

struct Source {
  std::string name;
  std::string text;
};

std::string from_to(int first, int last) { return std::to_string(first) + (last > first ? "–" + std::to_string(last) : ""); }

// "1, 4–6"
std::string ranges(const std::vector<PastedLine>& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t last = i;
    while (last + 1 < lines.size() && lines[last + 1].number == lines[last].number + 1) ++last;
    text += (text.empty() ? "" : ", ") + from_to(lines[i].number, lines[last].number);
    i = last;
  }
  return text;
}

std::string quote(std::string_view line) { return shortened(printable(line), kLongestQuote); }

// What the office has to settle before the report can be taken in; the sender cannot.
bool is_for_the_office(const Diagnostic& finding) {
  constexpr std::array<std::string_view, 4> kCodes{"intake-officer", "intake-unexpected", "area-closed", "report-unexpected"};
  return std::find(kCodes.begin(), kCodes.end(), finding.code) != kCodes.end();
}

bool waits_for_the_office(const Verdict& verdict) {
  const auto& items = verdict.findings.items();
  return std::all_of(items.begin(), items.end(),
                     [](const Diagnostic& one) { return one.severity != Severity::error || is_for_the_office(one); });
}

// "dòng 3 có số điện thoại …; bỏ thông tin riêng …", lines counted in what that person sent.
std::string complaints(const Verdict& verdict, const Piece& piece, Language language) {
  std::vector<std::string> parts;
  std::size_t errors = 0;
  for (const Diagnostic& one : verdict.findings.items()) {
    if (one.severity != Severity::error || ++errors > kMostTold) continue;
    const bool is_private = one.code.starts_with("privacy-");
    const std::string help = is_private ? say_in(language, msg::cli_intake_private_help) : printable(one.help.in(language));
    std::string text = printable(one.message.in(language)) + (help.empty() || is_for_the_office(one) ? "" : "; " + help);
    const int line = one.where.place.line - piece.lines.front().number + 1;
    if (piece.lines.size() > 1 && line > 0) text = say_in(language, msg::cli_intake_at_line, line, text);
    parts.push_back(std::move(text));
  }
  if (errors > kMostTold) parts.push_back(say_in(language, msg::cli_intake_more, errors - kMostTold));
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text;
}

class Intake final : public Command {
 public:
  void declare(Options& options) override {
    options.add("FILE", files_, msg::cli_arg_incoming);
    options.add("--received T", received_, msg::cli_opt_received);
    options.add("--via V", via_, msg::cli_opt_via);
    options.add("--by OFFICER", by_, msg::cli_opt_received_by);
    options.add("--org ORG", org_, msg::cli_opt_intake_org);
    options.add("--replace", replace_, msg::cli_opt_intake_replace);
    options.add("--because TEXT", because_, msg::cli_opt_intake_because);
    options.add("--dry-run", dry_run_, msg::cli_opt_intake_dry_run);
    options.add("--wait SECONDS", wait_, msg::cli_opt_wait);
  }

  int run(Call& call) override {
    if (const auto refused = refuse_call(call)) return *refused;
    Diagnostics findings;
    auto store = call.open_store(findings);
    if (!store) return kNoStore;
    auto reception = take_reception(call, *store);
    if (!reception) return kWrongCall;
    load_regime(call.files(), *store, findings);
    load_catalog(call.files(), *store, findings);
    load_officers(call.files(), *store, findings);
    load_areas(call.files(), {}, *store, findings);
    load_calendars(call, *store, years_around({}, reception->received, store->zone), findings);
    if (call.refuse_broken_settings(findings)) return kNoStore;
    if (!knows_organisation(call, *store, org_) || !knows_officer(call, *store, by_)) return kWrongCall;
    if (const auto refused = read_sources(call)) return *refused;
    return take_in(call, *store, std::move(*reception));
  }

 private:
  std::optional<int> refuse_call(Call& call) const {
    if (files_.empty()) {
      call.complain(say(msg::cli_intake_nothing), say(msg::cli_intake_nothing_help));
      return kWrongCall;
    }
    if (!parse_wait(wait_)) {
      call.complain(say(msg::cli_bad_wait, kLongestWait, printable(wait_)));
      return kWrongCall;
    }
    const bool reason = because_.find_first_not_of(" \t\n") != std::string::npos;
    if (replace_ == reason) return std::nullopt;
    call.complain(say(msg::cli_intake_replace_because), say(msg::cli_intake_replace_because_help));
    return kWrongCall;
  }

  std::optional<Reception> take_reception(Call& call, const Store& store) const {
    const auto now = call.now();
    if (!now) return std::nullopt;
    const auto received = received_.empty() ? now : parse_typed_moment(received_, store.zone, *now);
    if (received && *received <= *now) return Reception{*received, *now, via_, OfficerId{by_}, OrgId{org_}, because_};
    call.complain(say(msg::cli_bad_received, printable(received_)), say(msg::cli_bad_received_help));
    return std::nullopt;
  }

  // What cannot be read at all counts as one that was refused.
  std::optional<int> read_sources(Call& call) {
    for (const std::string& file : files_) {
      auto read = file == kStdin ? read_stdin(call) : call.read_named(file);
      if (file == kStdin && read.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        call.complain(say(msg::cli_intake_nothing), say(msg::cli_intake_nothing_help));
        return kWrongCall;
      }
      if (read.failure == ReadFailure::none) {
        sources_.push_back({file, std::move(read.text)});
        continue;
      }
      ++refused_;
      const Text reason = read.failure == ReadFailure::too_large ? say(msg::cli_intake_too_large, kMaxFileSize >> 20U)
                          : read.reason.empty() ? say(msg::cli_intake_no_file) : Text{printable(read.reason), printable(read.reason)};
      call.complain(say(msg::cli_intake_unreadable, printable(file), reason));
    }
    return std::nullopt;
  }

  static ReadResult read_stdin(Call& call) {
    ReadResult read;
    std::istream& in = *call.world().in;
    for (char c = 0; read.text.size() <= kMaxFileSize && in.get(c);) read.text += c;
    if (read.text.size() > kMaxFileSize) read.failure = ReadFailure::too_large;
    return read;
  }

  int take_in(Call& call, Store& store, Reception reception) {
    std::optional<StoreWriter> writer;
    if (!dry_run_) {
      writer = StoreWriter::open(call, *parse_wait(wait_));
      if (!writer) return kFailed;
    }
    const PasteReader reader(store);
    IntakeDesk desk(call, store, reader, std::move(reception));
    for (Source& source : sources_) take_source(call, store, reader, desk, source);
    for (const auto& [path, text] : desk.placed()) {
      if (writer) writer->put(path, text);
    }
    if (const int status = writer ? writer->write() : kDone; status != kDone) return status;
    for (const std::string& line : placed_lines_) call.print(line);
    return finish(call);
  }

  void take_source(Call& call, const Store& store, const PasteReader& reader, IntakeDesk& desk, Source& source) {
    Diagnostics findings;
    const bool office = is_office_file(source.text);
    if (office || !is_sound_text(source.text, source.name, findings)) {
      ++came_in_;
      if (office) {
        findings.error("intake-nothing", {source.name, {}}, say(msg::cli_intake_office, printable(source.name)), say(msg::cli_intake_office_help));
      }
      return refuse_whole(call, source, findings);
    }
    source.text = tidied_paste(source.text);
    Paste paste = reader.split(source.text);
    const bool any = std::any_of(paste.pieces.begin(), paste.pieces.end(), [](const Piece& one) { return one.kind != Piece::Kind::talk; });
    if (!any) {
      ++came_in_;
      findings.error("intake-nothing", {source.name, {}}, say(msg::cli_intake_no_report, printable(source.name)), say(msg::cli_intake_no_report_help));
      return refuse_whole(call, source, findings);
    }
    for (Piece& piece : paste.pieces) {
      if (piece.kind != Piece::Kind::talk) take_piece(call, store, desk, {source.name, source.text, std::move(piece)});
    }
    tell_left(call, source, paste);
  }

  // What is in no report is named, so that nobody misses it.
  static void tell_left(Call& call, const Source& source, const Paste& paste) {
    for (const Piece& piece : paste.pieces) {
      if (piece.lines.empty() || piece.kind != Piece::Kind::talk) continue;
      call.remark(say(msg::cli_intake_talk, printable(source.name), ranges(piece.lines), quote(piece.lines.front().text)));
    }
    if (!paste.passed_over.empty()) call.remark(say(msg::cli_intake_passed, printable(source.name), ranges(paste.passed_over)));
  }

  void take_piece(Call& call, const Store& store, IntakeDesk& desk, const Incoming& incoming) {
    ++came_in_;
    Verdict verdict = desk.judge(incoming);
    show(call, incoming.source, incoming.text, verdict.findings);
    if (verdict.outcome == Verdict::Outcome::refused) return tell_refused(call, store, incoming, verdict);
    const bool placed = verdict.outcome == Verdict::Outcome::placed;
    ++(placed ? written_ : there_);
    const Language language = call.language();
    const std::string line = delivery_line(store, *verdict.delivery, language);
    const Message& said = !placed ? msg::cli_intake_there : dry_run_ ? msg::cli_intake_placed : msg::cli_report_written;
    std::string text = say_in(language, said, line, verdict.path) + "\n";
    if (!placed) verdict.remarks.clear();  // they were told when it was placed
    for (const Text& remark : verdict.remarks) text += "  " + remark.in(language) + "\n";
    placed_lines_.push_back(std::move(text));
  }

  static void show(Call& call, const std::string& name, const std::string& text, const Diagnostics& findings) {
    if (findings.items().empty()) return;
    const auto files = overlay(call.files(), {{name, text}});
    const Colour colour = call.colours(Stream::err) ? Colour::on : Colour::off;
    *call.world().err << findings_text(findings.items(), *files, call.language(), colour);
  }

  void refuse_whole(Call& call, const Source& source, const Diagnostics& findings) {
    ++refused_whole_;
    show(call, source.name, source.text, findings);
    Incoming incoming{source.name, source.text, {}};
    incoming.piece.lines = {{1, {}}};
    Verdict verdict;
    for (const Diagnostic& one : findings.items()) verdict.findings.add(one);
    const Language language = call.language();
    const std::string what = complaints(verdict, incoming.piece, language);
    call.print(say_in(language, msg::cli_intake_refused, printable(source.name), findings.items().front().message) + "\n");
    call.print("  " + say_in(language, msg::cli_intake_ask, "", say(msg::cli_intake_your_file, printable(source.name)), what) + "\n");
  }

  void tell_refused(Call& call, const Store& store, const Incoming& incoming, const Verdict& verdict) {
    ++refused_whole_;
    const Language language = call.language();
    const auto& lines = incoming.piece.lines;
    const Text where = say(msg::cli_intake_where, printable(incoming.source), from_to(lines.front().number, lines.back().number));
    const auto error = std::find_if(verdict.findings.items().begin(), verdict.findings.items().end(),
                                    [](const Diagnostic& one) { return one.severity == Severity::error; });
    const Text reason = error == verdict.findings.items().end() ? say(msg::cli_intake_unexpected) : error->message;
    call.print(say_in(language, msg::cli_intake_refused, where, Text{printable(reason.vi), printable(reason.en)}) + "\n");
    const Message& asked = waits_for_the_office(verdict) ? msg::cli_intake_hold : msg::cli_intake_ask;
    call.print("  " + say_in(language, asked, officer_words(store, verdict), what_was_sent(store, incoming, verdict, language),
                             complaints(verdict, incoming.piece, language)) + "\n");
  }

  // " Nguyễn Văn A": who answers for the area, once that is known.
  static std::string officer_words(const Store& store, const Verdict& verdict) {
    if (!verdict.delivery || !verdict.delivery->filing.report) return {};
    const auto officer = store.officers.find(verdict.delivery->filing.report->officer);
    return officer == store.officers.end() ? std::string{} : " " + printable(officer->second.name);
  }

  static Text what_was_sent(const Store& store, const Incoming& incoming, const Verdict& verdict, Language) {
    if (verdict.delivery) {
      const Obligation& o = verdict.delivery->obligation;
      return {report_name(store, o, Language::vi), report_name(store, o, Language::en)};
    }
    if (incoming.piece.kind != Piece::Kind::message) return say(msg::cli_intake_your_file, printable(incoming.source));
    return say(msg::cli_intake_your_message, quote(incoming.piece.lines.front().text));
  }

  int finish(Call& call) const {
    const int refused = refused_ + refused_whole_;
    const int came_in = came_in_ + refused_;
    if (came_in != written_ + there_ + refused) throw std::logic_error("intake: what came in is not what became of it");
    call.print(say_in(call.language(), dry_run_ ? msg::cli_intake_sum_dry : msg::cli_intake_sum, came_in, written_, there_, refused) + "\n");
    return refused == 0 ? kDone : kBadNews;
  }

  std::vector<std::string> files_;
  std::string received_;
  std::string via_;
  std::string by_;
  std::string org_;
  bool replace_ = false;
  std::string because_;
  bool dry_run_ = false;
  std::string wait_;

  std::vector<Source> sources_;
  std::vector<std::string> placed_lines_;
  int came_in_ = 0;        // of sources that could be read
  int written_ = 0;
  int there_ = 0;
  int refused_whole_ = 0;
  int refused_ = 0;        // sources that could not be read
};

}  // namespace

std::unique_ptr<Command> make_intake() { return std::make_unique<Intake>(); }

}  // namespace nammo::cli
