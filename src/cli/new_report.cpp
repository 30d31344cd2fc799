#include "cli/command.h"
#include "cli/new_form.h"
#include "cli/one_report.h"

namespace nammo::cli {
namespace {

class NewReport final : public Command {
 public:
  void declare(Options& options) override {
    report_.declare(options);
    options.add("--officer ID", officer_, msg::cli_opt_new_officer);
    options.add("--text", text_, msg::cli_opt_new_text);
    options.add("-o,--output FILE", output_, msg::cli_opt_new_output);
  }

  int run(Call& call) override {
    if (!output_.empty() && !text_) {
      call.complain(say(msg::cli_new_output), say(msg::cli_new_output_help));
      return kWrongCall;
    }
    if (const auto refused = report_.find(call)) return *refused;
    NewForm form(report_);
    if (const auto refused = form.prepare(call, officer_)) return *refused;
    return text_ ? call.deliver(form.text(call.language()), output_) : write(call, form);
  }

 private:
  int write(Call& call, const NewForm& form) {
    if (const auto refused = report_.lock(call)) return *refused;
    if (call.files().kind(report_.file()) != FileKind::missing) {
      call.complain(say(msg::cli_new_there, report_.file()), say(msg::cli_new_there_help, report_.as_typed()));
      return kBadNews;
    }
    report_.writer().put(report_.file(), form.yaml(call.language()));
    return report_.write(call, report_.file());
  }

  OneReport report_;
  std::string officer_;
  bool text_ = false;
  std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_new_report() { return std::make_unique<NewReport>(); }

}  // namespace nammo::cli
