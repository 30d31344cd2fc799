#include <filesystem>
#include <string>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/hand_in.h"
#include "cli/publication.h"
#include "nammo/late_changes.h"
#include "nammo/loose_report.h"
#include "nammo/publication.h"
#include "nammo/review_views.h"

namespace nammo::cli {
namespace {

class Publish final : public Command {
 public:
  void declare(Options& options) override {
    report_.declare(options);
    options.add("--text FILE", text_file_, msg::cli_opt_publish_text);
    options.add("--drop-edits", drop_edits_, msg::cli_opt_drop_edits);
    options.add("--signed FILE", signed_file_, msg::cli_opt_signed);
    options.add("--number N", order_.number, msg::cli_opt_number);
    options.add("--date DATE", date_, msg::cli_opt_date);
    options.add("--signed-by NAME", order_.signatory, msg::cli_opt_signed_by);
    options.add("--submit", submit_, msg::cli_opt_submit);
    options.add("--posted", posted_, msg::cli_opt_posted);
  }

  int run(Call& call) override {
    if (const auto refused = report_.find(call)) return *refused;
    if (const auto refused = read_files(call)) return *refused;
    if (const auto refused = report_.read(call)) return *refused;
    if (posted_ && !has_post()) return refuse_post(call);
    Diagnostics findings;
    const auto before = latest_published(call.files(), report_.key().org, report_.key().area, report_.key().period, findings);
    findings.sort();
    if (!findings.items().empty()) call.show(findings);
    if (findings.has_errors()) {
      call.complain(say(msg::cli_published_unreadable), say(msg::cli_refused_by_check_help));
      return kBadNews;
    }
    if (before && posted_ && asks_for_nothing_else()) return record_post(call, *before);
    if (const auto refused = require_sent(call)) return *refused;
    return publish(call, before);
  }

 private:
  // What is read beside the store, once, before anything is locked.
  std::optional<int> read_files(Call& call) {
    if (!date_.empty()) {
      order_.date = call.day(report_.store(), date_);
      if (!order_.date) return kWrongCall;
    }
    order_.number = std::string(trimmed(order_.number));
    order_.signatory = std::string(trimmed(order_.signatory));
    if (!text_file_.empty()) {
      if (!read(call, text_file_, edited_)) return kFailed;
      if (const auto refused = refuse_text(call)) return refused;
    }
    if (signed_file_.empty()) return std::nullopt;
    std::string bytes;
    if (!read(call, signed_file_, bytes)) return kFailed;
    signed_ = SignedFile{std::filesystem::path(signed_file_).filename().string(), content_hash(bytes)};
    return std::nullopt;
  }

  // What cannot be a document in Markdown would be there for good.
  std::optional<int> refuse_text(Call& call) const {
    Diagnostics findings;
    const bool office = is_office_file(edited_);
    const bool blank = edited_.find_first_not_of(" \t\r\n") == std::string::npos;
    if (!office && !blank && is_sound_text(edited_, text_file_, findings)) return std::nullopt;
    const Message& why = office ? msg::cli_publish_office : blank ? msg::cli_publish_blank : msg::cli_publish_no_text;
    call.complain(say(why, printable(text_file_)), say(msg::cli_publish_no_text_help));
    return kBadNews;
  }

  static bool read(Call& call, const std::string& file, std::string& bytes) {
    ReadResult result = call.world().read_file(file, kMaxPublishedSize);
    if (result.failure == ReadFailure::none) {
      bytes = std::move(result.text);
      return true;
    }
    const Text why = result.failure == ReadFailure::missing ? say(msg::cli_file_missing)
                     : result.failure == ReadFailure::too_large ? say(msg::cli_file_too_large)
                     : result.reason.empty() ? say(msg::cli_file_no_file) : Text{printable(result.reason), printable(result.reason)};
    call.complain(say(msg::cli_file_unreadable, printable(file), why));
    return false;
  }

  [[nodiscard]] bool asks_for_nothing_else() const {
    return text_file_.empty() && signed_file_.empty() && order_.number.empty() && date_.empty() && order_.signatory.empty() && !submit_;
  }

  // ---- the post ---------------------------------------------------------------------

  [[nodiscard]] bool has_post() const {
    for (const Obligation& o : expand(report_.type(), report_.key().period, report_.key().area, report_.store())) {
      if (o.kind == ObligationKind::post && o.area == report_.key().area && o.org == report_.key().org) return true;
    }
    return false;
  }

  [[nodiscard]] int refuse_post(Call& call) const {
    call.complain(say(msg::cli_no_post, report_.type().id.str(), report_.key().org.str(), report_.key().area.str()),
                  say(msg::cli_no_post_help));
    return kBadNews;
  }

  // Puts it into the writer. What an earlier run recorded stays.
  [[nodiscard]] bool put_post(const PublishedKey& key) {
    const std::string path = published_path(key, PublishedPart::posted);
    if (report_.writer().text(path)) return false;
    report_.writer().put(path, posted_text(key, report_.now(), report_.store().zone));
    return true;
  }

  int record_post(Call& call, const Published& published) {
    const std::string path = published_path(published.key, PublishedPart::posted);
    const std::string line = document_line(call, published.key);
    if (!put_post(published.key)) {
      say_line(call, say(msg::cli_posted_before, Text{line, line}, path));
      return kDone;
    }
    if (const int status = report_.writer().write(); status != kDone) return status;
    say_line(call, say(msg::cli_posted, Text{line, line}, path));
    return kDone;
  }

  // ---- the document -----------------------------------------------------------------

  std::optional<int> require_sent(Call& call) {
    if (report_.delivery().standing.counts) return std::nullopt;
    if (submit_) {
      if (const auto refused = refuse_hand_in(call, report_)) return refused;
      return put_hand_in(report_) ? std::nullopt : std::optional<int>(kBadNews);
    }
    const bool returned = report_.delivery().standing.state == State::returned;
    call.complain(say(returned ? msg::cli_publish_returned : msg::cli_not_sent, report_.file()),
                  say(returned ? msg::cli_publish_returned_help : msg::cli_publish_not_sent_help, report_.as_typed()));
    return kBadNews;
  }

  int publish(Call& call, const std::optional<Published>& before) {
    order_.key = report_.key();
    order_.type = &report_.type();
    order_.now = report_.now();
    const auto files = report_.writer().files();
    std::optional<Publication> made;
    if (const auto refused = make_publication(call, *files, order_, made)) return *refused;
    const Delivery* own = made->report.find(report_.key().area);
    if (own == nullptr || !own->standing.counts) {
      call.complain(say(msg::cli_publish_unsent));
      return kBadNews;
    }
    Published now = facts_of(*made, before);
    std::string text = text_file_.empty() ? made->text : edited_;
    LateChanges changes;
    if (before) {
      const std::string old = published_path(before->key, PublishedPart::sources);
      now.inputs.push_back({old, content_hash(call.files().read(old, kMaxPublishedSize).text), {}});
      changes = late_changes(*before, now);
      if (changes.empty()) return leave(call, before->key);
      if (!before->edited.empty() && text_file_.empty() && !drop_edits_) {
        call.complain(say(msg::cli_publish_was_edited, before->key.version), say(msg::cli_publish_was_edited_help));
        return kBadNews;
      }
      if (!text.empty() && text.back() != '\n') text += '\n';
      text += "\n" + late_changes_annex(made->store, made->report, *before, now, changes, call.language());
    }
    now.text = content_hash(text);
    return write(call, now, text, changes);
  }

  // Read back, so that it compares with what an older file says.
  [[nodiscard]] Published facts_of(const Publication& made, const std::optional<Published>& before) const {
    Published now = made.facts;
    now.key = {report_.key().org, report_.key().area, report_.key().period, before ? before->key.version + 1 : 1};
    now.nammo = NAMMO_VERSION;
    now.at = report_.now();
    now.number = order_.number;
    now.date = order_.date;
    now.signatory = order_.signatory;
    if (!text_file_.empty()) now.edited = content_hash(edited_);
    now.signed_file = signed_;
    now.text = content_hash(made.text);
    Diagnostics unused;
    auto read = read_published(published_text(now, made.store.zone), now.key, unused);
    return read ? *read : now;
  }

  int leave(Call& call, const PublishedKey& key) {
    const std::string line = document_line(call, key);
    const bool posted = posted_ && put_post(key);
    if (const int status = report_.writer().write(); status != kDone) return status;
    say_line(call, say(msg::cli_published_before, Text{line, line}));
    if (posted) say_line(call, say(msg::cli_posted, Text{line, line}, published_path(key, PublishedPart::posted)));
    return kDone;
  }

  int write(Call& call, const Published& now, const std::string& text, const LateChanges& changes) {
    const std::string text_path = published_path(now.key, PublishedPart::text);
    const auto there = report_.writer().text(text_path);
    if (there && *there != text) {
      call.complain(say(msg::cli_text_in_the_way, text_path), say(msg::cli_text_in_the_way_help));
      return kBadNews;
    }
    report_.writer().put(text_path, text);
    report_.writer().put(published_path(now.key, PublishedPart::sources), published_text(now, report_.store().zone));
    const bool posted = posted_ && put_post(now.key);
    if (const int status = report_.writer().write(); status != kDone) return status;
    const std::string line = document_line(call, now.key);
    say_line(call, say(msg::cli_published, Text{line, line}, text_path, now.inputs.size(), now.missing.size(), now.late.size()));
    if (now.key.version > 1) {
      say_line(call, say(msg::cli_published_changes, now.key.version - 1, changes.arrived.size(), changes.withdrawn.size(),
                         changes.files.size(), changes.figures.size()));
    }
    if (submit_) say_line(call, say(msg::cli_published_submitted, report_.file()));
    if (posted) say_line(call, say(msg::cli_posted, Text{line, line}, published_path(now.key, PublishedPart::posted)));
    return kDone;
  }

  // "Báo cáo nhanh, tuần 19/2024, Hội CCB phường Hồ, bản v1"
  [[nodiscard]] std::string document_line(Call& call, const PublishedKey& key) const {
    return document_name(report_.store(), report_.delivery().obligation, key.version, call.language());
  }

  static void say_line(Call& call, const Text& line) { call.print(line.in(call.language()) + "\n"); }

  OneReport report_;
  PublicationOrder order_;
  std::string text_file_;
  std::string edited_;
  bool drop_edits_ = false;
  std::string signed_file_;
  std::optional<SignedFile> signed_;
  std::string date_;
  bool submit_ = false;
  bool posted_ = false;
};

}  // namespace

std::unique_ptr<Command> make_publish() { return std::make_unique<Publish>(); }

}  // namespace nammo::cli
