#include <CLI/App.hpp>

#include <set>

#include "cli/command.h"
#include "nammo/check.h"
#include "nammo/render.h"
#include "nammo/templates.h"

namespace nammo::cli {
namespace {

class Check final : public Command {
 public:
  void declare(CLI::App& app, Language language) override {
    app.add_option("PATH", paths_, say_in(language, msg::cli_arg_paths));
    app.add_option("--format", format_, say_in(language, msg::cli_opt_check_format))->type_name("F");
    app.add_flag("--strict", strict_, say_in(language, msg::cli_opt_strict));
  }

  int run(Call& call) override {
    if (const auto refused = refuse_choice(call, "--format", format_, {"text", "json"})) return *refused;
    if (!call.open_folder()) return kNoStore;
    take_language(call);
    CheckRequest request;
    request.threads = call.world().processors;
    request.progress = call.progress();
    for (const auto& typed : paths_) {
      const auto path = resolve(call, typed);
      if (!path) return kWrongCall;
      if (path->empty()) {
        request.paths.clear();
        break;
      }
      request.paths.push_back(*path);
    }
    Diagnostics findings;
    const CheckOutcome outcome = check_store(call.files(), request, findings);
    if (outcome == CheckOutcome::done) {
      check_templates(call.files(), [&](std::string_view path) { return is_selected(request, path); }, findings);
      findings.sort();
    }
    print(call, findings);
    if (outcome == CheckOutcome::unusable) return kNoStore;
    const bool bad = findings.has_errors() || (strict_ && findings.warnings() > 0);
    return bad ? kBadNews : kDone;
  }

 private:
  // The store's language, as far as its settings can be read.
  static void take_language(Call& call) {
    Diagnostics ignored;  // check_store finds the same
    if (const auto store = load_settings(call.files(), ignored)) call.set_store_language(store->settings.language);
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

  void print(Call& call, const Diagnostics& findings) const {
    if (format_ == "json") {
      call.print(findings_json(findings.items(), call.language()));
      return;
    }
    if (findings.items().empty()) return;
    const Colour colour = call.colours(Stream::out) ? Colour::on : Colour::off;
    call.print(findings_text(findings.items(), call.files(), call.language(), colour));
    std::set<std::string_view> files;
    for (const Diagnostic& finding : findings.items()) files.insert(finding.where.file);
    call.remark(say(msg::cli_check_summary, findings.errors(), findings.warnings(), files.size()));
  }

  std::vector<std::string> paths_;
  std::string format_ = "text";
  bool strict_ = false;
};

}  // namespace

std::unique_ptr<Command> make_check() { return std::make_unique<Check>(); }

}  // namespace nammo::cli
