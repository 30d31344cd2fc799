#include "cli/before.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/figure_choice.h"
#include "cli/kept_index.h"
#include "cli/pictures.h"
#include "cli/published_before.h"
#include "cli/report_file.h"
#include "cli/untold_below.h"
#include "nammo/broken_totals.h"
#include "nammo/consolidated.h"
#include "nammo/templates.h"
#include "nammo/trend.h"

namespace nammo::cli {
namespace {

class ReportCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.add("A", area_, msg::cli_arg_area);
    options.add("P", period_, msg::cli_arg_period);
    options.add("--org ORG", org_, msg::cli_opt_org);
    options.add("--format F", format_, msg::cli_opt_report_format);
    options.add("-o,--output FILE", output_, msg::cli_opt_output);
    options.add("--charts DIR", charts_, msg::cli_opt_charts);
    options.add("--date DATE", date_, msg::cli_opt_date);
    options.add("--all-texts", all_texts_, msg::cli_opt_all_texts);
    options.add("--brief", brief_, msg::cli_opt_brief);
    options.add("--trend", trend_, msg::cli_opt_trend);
    options.add("--excel", excel_, msg::cli_opt_excel);
    figures_.declare(options);
  }

  int run(Call& call) override {
    if (const auto refused = choose(call)) return *refused;
    if (!call.open_folder()) return kNoStore;
    const FilingIndex index = open_index(call);
    Diagnostics findings;
    auto store = call.open_store(findings);
    if (!store) return kNoStore;
    const auto now = call.now();
    if (!now) return kWrongCall;
    const auto date = call.day(*store, date_);
    if (!date || !knows_organisation(call, *store, org_)) return kWrongCall;
    load_regime(call.files(), *store, findings);
    load_catalog(call.files(), *store, findings);
    list_officers(call.files(), *store);
    lone_word_ = take_lone_period(call, area_, period_);
    load_calendars(call, *store, years_around(period_, *now, store->zone), findings);
    const auto area = call.find_area(area_);
    if (!area) return kWrongCall;
    load_areas(call.files(), *area, *store, findings);
    if (call.refuse_broken_settings(findings)) return kNoStore;
    const auto question = choose_question(call, *store, *area, *now);
    if (!question) return kWrongCall;
    if (const auto refused = figures_.resolve(call, *store, *question)) return *refused;
    Diagnostics more;
    load_calendars(call, *store, years_before(*store, *question, look_back(*question)), more);
    if (call.refuse_broken_settings(more)) return kNoStore;
    const bool indexed = !question->type->figures_from.empty() && index.fits();
    const ReadingOptions reading{all_texts_ ? TextDepth::every : TextDepth::speaking, call.progress(), indexed ? &index : nullptr};
    return print_report(call, *store, *question, reading, *now, *date);
  }

 private:
  std::optional<int> choose(Call& call) {
    auto refused = choose_format(call, format_, output_, {"md", "html", "docx", "xlsx", "csv", "json"});
    if (!refused) refused = refuse_charts(call, charts_, format_);
    if (!refused) refused = figures_.refuse(call);
    if (refused) return refused;
    if (excel_ && format_ != "csv") {
      call.complain(say(msg::cli_excel_without_csv), say(msg::cli_excel_without_csv_help));
      return kWrongCall;
    }
    if ((brief_ || all_texts_ || trend_) && format_ == "csv") {
      call.complain(say(msg::cli_texts_with_csv, brief_ ? "--brief" : all_texts_ ? "--all-texts" : "--trend"));
      return kWrongCall;
    }
    return format_ == "xlsx" || format_ == "docx" ? refuse_for_office(call) : std::nullopt;
  }

  [[nodiscard]] std::optional<int> refuse_for_office(Call& call) const {
    if ((brief_ || trend_) && format_ == "xlsx") {
      call.complain(brief_ ? say(msg::cli_brief_with_xlsx) : say(msg::cli_trend_with_xlsx));
      return kWrongCall;
    }
    if ((output_.empty() || output_ == "-") && call.world().out_is_terminal) {
      call.complain(say(msg::cli_no_text_for_terminal, format_), say(msg::cli_no_text_for_terminal_help, format_));
      return kWrongCall;
    }
    return std::nullopt;
  }

  std::optional<Question> choose_question(Call& call, const Store& store, const AreaId& area, Instant now) const {
    Text problem;
    const auto chosen = choose_period(period_, area, OrgId{org_}, store, now, problem);
    if (!chosen) {
      if (lone_word_) problem = say(msg::cli_neither_area_nor_period, printable(period_), problem);
      call.complain(problem);
      return std::nullopt;
    }
    Question question{chosen->type, OrgId{org_}, area, chosen->period};
    const std::string name = to_string(chosen->period);
    const bool adhoc = chosen->type->period == PeriodKind::adhoc;
    if (org_.empty()) {
      question.org = adhoc ? first_that_filed(call, store, question, now)
                           : first_organisation(*chosen->type, chosen->period, area, store);
    }
    if (!question.org.empty()) return question;
    call.complain(say(msg::cli_nothing_due, name, area.str()), say(msg::cli_nothing_due_help));
    return std::nullopt;
  }

  // An ad hoc report is expected where its file or a request for it is.
  static OrgId first_that_filed(Call& call, const Store& store, Question question, Instant now) {
    for (const Organisation& organisation : store.settings.organisations) {
      question.org = organisation.id;
      Diagnostics ignored;  // print_report finds the same
      if (!consolidate(call.files(), store, question, now, ignored).deliveries.empty()) return organisation.id;
    }
    return {};
  }

  int print_report(Call& call, const Store& store, const Question& question, const ReadingOptions& reading, Instant now,
                   Date date) const {
    Diagnostics findings;
    const auto years = due_years(*question.type, question.period);
    warn_of_calendars(call, store, {years.begin(), years.end()});
    Consolidated report = consolidate(call.files(), store, question, now, reading, findings);
    if (tells_courses(question)) read_steps(call.files(), store, report, findings);
    if (report.deliveries.empty() && report.figures.empty() && report.gathered.empty()) {
      call.complain(say(msg::cli_nothing_due_org, to_string(question.period), question.area.str(), question.org.str()),
                    say(msg::cli_nothing_due_help));
      return kWrongCall;
    }
    Material material;
    material.before = read_before(call, store, question, look_back(question), now, findings);
    const FigureOptions shown = figures_.options(material.before.find(figures_.compared_period()));
    material.broken = find_broken_totals(store, report, shown.compared, shown.indicators);
    for (Diagnostic& finding : broken_total_findings(store, material.broken)) findings.add(std::move(finding));
    Templates& templates = material.templates;
    if (is_document()) templates = load_templates(call.files(), store, question, layout(), call.language(), findings);
    findings.sort();
    if (!findings.items().empty()) call.show(findings);
    const int status = make(call, store, report, material, date);
    if (status != kDone) return status;
    const int unreadable = count_unreadable(report) + material.before.unreadable;
    if (unreadable > 0) call.complain(say(msg::cli_unreadable_left_out, unreadable));
    if (is_document() && !all_texts_) remark_untold(call, report);
    remark_published(call, store, question);
    if (templates.refused > 0) call.complain(say(msg::cli_templates_left_out, templates.refused));
    return unreadable + templates.refused > 0 ? kBadNews : kDone;
  }

  [[nodiscard]] Layout layout() const { return brief_ ? Layout::brief : Layout::full; }
  // What is written by templates.
  [[nodiscard]] bool is_document() const { return format_ == "md" || format_ == "html" || format_ == "docx"; }

  // Beside the reports of the period itself.
  struct Material {
    Before before;
    std::vector<BrokenTotal> broken;
    Templates templates;
  };

  // A week asks for it; from a month on it belongs to the document. Neither csv nor
  // xlsx has a place for it.
  [[nodiscard]] bool looks_back(const Question& question) const {
    return trend_ || (cli::looks_back(*question.type) && format_ != "csv" && format_ != "xlsx");
  }

  // A document longer than a week tells how its matters went.
  [[nodiscard]] bool tells_courses(const Question& question) const {
    return cli::tells_courses(*question.type) && format_ != "csv";
  }

  [[nodiscard]] LookBack look_back(const Question& question) const {
    return {!charts_.empty(), looks_back(question), figures_.compared_period()};
  }

  // Makes the file, writes its charts, and delivers it.
  int make(Call& call, const Store& store, const Consolidated& report, const Material& material, Date date) const {
    const Before& before = material.before;
    std::vector<Trend> trends;
    if (looks_back(report.question)) {
      trends = find_trends(store, report, before.past);
      for (Trend& trend : trends) figures_.narrow(trend.rises);
    }
    std::optional<Charts> charts;
    if (!charts_.empty()) charts = make_charts(store, report, before.earlier, call.language());
    ReportForm form = form_of(call, date, before.find(figures_.compared_period()));
    if (looks_back(report.question)) form.options.trends = &trends;
    form.options.broken = &material.broken;
    if (charts) form.charts = &*charts;
    form.options.templates = &material.templates;
    const auto made = make_report_file(call, store, report, form);
    if (!made.bytes) return say_why_not_made(call, made, format_);
    if (charts && !write_charts(call, *charts, charts_)) return kFailed;
    return call.deliver(*made.bytes, output_);
  }

  [[nodiscard]] ReportForm form_of(Call& call, Date date, const Consolidated* compared) const {
    ReportForm form;
    form.format = format_;
    form.options.language = call.language();
    form.options.texts = all_texts_ ? TextDepth::every : TextDepth::speaking;
    form.options.layout = layout();
    form.options.date = date;
    form.options.figures = figures_.options(compared);
    form.options.nothing = trend_ ? NothingFound::said : NothingFound::silent;
    form.dialect = excel_ ? CsvDialect::excel : CsvDialect::standard;
    if (!charts_.empty()) form.charts_address = charts_address(call, charts_, output_);
    return form;
  }

  std::string area_;
  std::string period_;
  std::string org_;
  std::string format_;
  std::string output_;
  std::string date_;
  std::string charts_;  // the folder, "-" where none is needed; empty for no charts
  bool all_texts_ = false;
  bool brief_ = false;
  bool trend_ = false;
  FigureChoice figures_;
  bool excel_ = false;
  bool lone_word_ = false;  // typed in the place of the area, which it does not name
};

}  // namespace

std::unique_ptr<Command> make_report() { return std::make_unique<ReportCommand>(); }

}  // namespace nammo::cli
