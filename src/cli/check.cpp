#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/command.h"
#include "cli/git.h"
#include "cli/listed.h"
#include "nammo/check.h"
#include "nammo/render.h"
#include "nammo/templates.h"

namespace nammo::cli {
namespace {

class Check final : public Command {
 public:
  void declare(Options& options) override {
    options.add("PATH", paths_, msg::cli_arg_paths);
    options.add("--format F", format_, msg::cli_opt_check_format);
    options.add("--strict", strict_, msg::cli_opt_strict);
    options.add("--staged", staged_, msg::cli_opt_staged);
  }

  int run(Call& call) override {
    if (const auto refused = refuse_choice(call, "--format", format_, {"text", "json", "sarif", "github"})) return *refused;
    if (staged_ && !paths_.empty()) {
      call.complain(say(msg::cli_staged_with_paths), say(msg::cli_staged_with_paths_help));
      return kWrongCall;
    }
    if (!call.open_folder()) return kNoStore;
    take_language(call);
    CheckRequest request;
    request.threads = call.world().processors;
    request.progress = call.progress();
    if (staged_) return check_staged(call, request);
    for (const auto& typed : paths_) {
      const auto path = resolve(call, typed);
      if (!path) return kWrongCall;
      if (path->empty()) {
        request.paths.clear();
        break;
      }
      request.paths.push_back(*path);
    }
    return check(call, call.files(), request);
  }

 private:
  // The store's language, as far as its settings can be read.
  static void take_language(Call& call) {
    Diagnostics ignored;  // check_store finds the same
    if (const auto store = load_settings(call.files(), ignored)) call.set_store_language(store->settings.language);
  }

  // Judges what the next commit holds, as if the folder held that and nothing else.
  // What is set for the whole store is judged with all that rests on it.
  int check_staged(Call& call, CheckRequest& request) const {
    const auto staged = read_staged(call);
    if (!staged) return kFailed;
    if (!staged->unmerged.empty()) {
      call.complain(say(msg::cli_unmerged, listed(staged->unmerged, [](const std::string& path) { return printable(path); })),
                    say(msg::cli_unmerged_help));
      return kBadNews;
    }
    if (staged->changed.empty() && !staged->removes) {
      call.remark(say(msg::cli_nothing_staged));
      return kDone;
    }
    const auto is_report = [](const std::string& path) { return path.starts_with("areas/") && path.find("/reports/") != std::string::npos; };
    const bool reports_alone = !staged->removes && std::all_of(staged->changed.begin(), staged->changed.end(), is_report);
    if (reports_alone) request.paths = staged->changed;
    return check(call, *staged->files, request);
  }

  int check(Call& call, const FileReader& files, const CheckRequest& request) const {
    Diagnostics findings;
    const CheckOutcome outcome = check_store(files, request, findings);
    if (outcome == CheckOutcome::done) {
      check_templates(files, [&](std::string_view path) { return is_selected(request, path); }, findings);
      findings.sort();
    }
    print(call, files, findings);
    if (outcome == CheckOutcome::unusable) return kNoStore;
    const bool bad = findings.has_errors() || (strict_ && findings.warnings() > 0);
    return bad ? kBadNews : kDone;
  }

  static std::optional<std::string> resolve(Call& call, const std::string& typed) {
    const auto path = call.inside_store(typed);
    if (!path) {
      call.complain(say(msg::cli_path_outside, printable(typed), printable(call.root())));
    } else if (call.files().kind(*path) == FileKind::missing) {
      call.complain(say(msg::cli_path_missing, printable(typed)));
    } else {
      return path;
    }
    return std::nullopt;
  }

  void print(Call& call, const FileReader& files, const Diagnostics& findings) const {
    if (format_ == "json") return call.print(findings_json(findings.items(), call.language()));
    if (format_ == "sarif") return call.print(findings_sarif(findings.items(), folder_from_here(call), call.language()));
    if (format_ == "github") return call.print(findings_github(findings.items(), folder_from_here(call), call.language()));
    if (findings.items().empty()) return;
    const Colour colour = call.colours(Stream::out) ? Colour::on : Colour::off;
    call.print(findings_text(findings.items(), files, call.language(), colour));
    std::set<std::string_view> named;
    for (const Diagnostic& finding : findings.items()) named.insert(finding.where.file);
    call.remark(say(msg::cli_check_summary, findings.errors(), findings.warnings(), named.size()));
  }

  // The store as seen from the working folder, which is where a run of checks on a server
  // begins: "" or "kho/".
  static std::string folder_from_here(Call& call) {
    const std::string folder = std::filesystem::path(call.root()).lexically_relative(call.working_folder()).string();
    return folder == "." ? "" : folder + "/";
  }

  std::vector<std::string> paths_;
  std::string format_ = "text";
  bool strict_ = false;
  bool staged_ = false;
};

}  // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<Check>(); }

}  // namespace nammo::cli
