#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/choices.h"
#include "cli/command.h"
#include "nammo/data_tables.h"

namespace nammo::cli {
namespace {

namespace fs = std::filesystem;

// Longer is a slip of the finger, and would be as many years of reports that nobody owes yet.
constexpr int kMostDaysAhead = 20 * 366;

constexpr const char* kDescription = "datapackage.json";

// Writes the files of one export, and remembers them for its description.
class Writer {
 public:
  Writer(Call& call, const std::string& folder) : call_(call), folder_(folder) {}

  // The exit status when a folder cannot be made.
  [[nodiscard]] std::optional<int> make_folders() {
    for (const DataTable table : {DataTable::figures, DataTable::obligations}) {
      const auto path = fs::path(call_.working_folder()) / folder_ / fs::path(data_path(table, 0)).parent_path();
      if (const auto reason = call_.world().make_folder(path.string())) {
        call_.complain(say(msg::cli_folder_failed, printable(folder_), printable(*reason)), say(msg::cli_folder_failed_help));
        return kFailed;
      }
    }
    return std::nullopt;
  }

  // An export that is broken off must not be described as whole by the one before it. The
  // exit status when that one's description cannot be taken away.
  [[nodiscard]] std::optional<int> forget_description() {
    const auto path = fs::path(call_.working_folder()) / folder_ / kDescription;
    const auto reason = call_.world().remove_file(path.string());
    if (!reason) return std::nullopt;
    call_.complain(say(msg::cli_write_failed, printable((fs::path(folder_) / kDescription).string()), printable(*reason)), say(msg::cli_write_failed_help));
    return kFailed;
  }

  int write(DataTable table, const std::string& path, const std::string& text) {
    files_.push_back({table, path, text.size(), content_hash(text)});
    return write_alone(path, text);
  }
  int write_alone(const std::string& path, const std::string& text) {
    return call_.deliver(text, (fs::path(folder_) / path).string());
  }

  [[nodiscard]] const std::vector<DataFile>& files() const { return files_; }

 private:
  Call& call_;
  const std::string& folder_;
  std::vector<DataFile> files_;
};

// What is told about the reports after all of them were read.
struct Told {
  Diagnostics findings;
  WithheldData withheld;
  int unreadable = 0;
};

class ExportCommand final : public Command {
 public:
  void declare(Options& options) override {
    Options data = options.command("data", msg::cli_export_data_sum);
    data.add("DIR", folder_, msg::cli_arg_folder);
    data.add("A", area_, msg::cli_arg_area);
    data.add("--from DATE", from_, msg::cli_opt_export_from);
    data.add("--to DATE", to_, msg::cli_opt_export_to);
    data.add("--org ORG", org_, msg::cli_opt_only_org);
  }

  int run(Call& call) override {
    if (folder_.empty()) {
      call.complain(say(msg::cli_export_needs_folder), say(msg::cli_export_needs_folder_help));
      return kWrongCall;
    }
    Diagnostics findings;
    auto store = call.open_store(findings);
    if (!store) return kNoStore;
    if (lies_among_reports(call)) return kWrongCall;
    const auto now = call.now();
    if (!now || !knows_organisation(call, *store, org_)) return kWrongCall;
    DataQuestion question{{}, {}, {}, OrgId{org_}};
    if (!choose_days(call, *store, question)) return kWrongCall;
    const auto area = call.find_area(area_);
    if (!area) return kWrongCall;
    question.root = *area;
    load_regime(call.files(), *store, findings);
    load_catalog(call.files(), *store, findings);
    list_officers(call.files(), *store);
    load_areas(call.files(), *area, *store, findings);
    load_calendars(call, *store, years_of(days_asked_for(question, *store)), findings);
    if (call.refuse_broken_settings(findings)) return kNoStore;
    return export_data(call, *store, question, *now);
  }

 private:
  // Whether the folder is one that holds the store itself, which an export never touches.
  bool lies_among_reports(Call& call) const {
    constexpr std::array kOwn{"areas", "officers", "calendar", "catalog", "published", "templates", "schemas", ".nammo", ".git"};
    const fs::path inside = call.inside_store(folder_).value_or("");
    if (inside.empty() || std::find(kOwn.begin(), kOwn.end(), inside.begin()->string()) == kOwn.end()) return false;
    call.complain(say(msg::cli_export_into_store, printable(folder_)), say(msg::cli_export_into_store_help));
    return true;
  }

  bool choose_days(Call& call, const Store& store, DataQuestion& question) const {
    const auto today = call.day(store, {});
    const auto to = call.day(store, to_);
    if (!today || !to) return false;
    question.to = *to;
    if (!from_.empty()) {
      question.from = call.day(store, from_);
      if (!question.from) return false;
    }
    if (question.from && *question.from > *to) {
      call.complain(say(msg::cli_days_backwards, format_date(*question.from), format_date(*to)), say(msg::cli_export_days_help));
      return false;
    }
    if (std::chrono::sys_days{*to} - std::chrono::sys_days{*today} <= std::chrono::days{kMostDaysAhead}) return true;
    call.complain(say(msg::cli_days_too_many, format_date(*today), format_date(*to)), say(msg::cli_days_too_many_help));
    return false;
  }

  static std::set<int> years_of(const DayRange& days) {
    std::set<int> years;
    const int last = static_cast<int>(days.to.year()) + 1;
    for (int year = static_cast<int>(days.from.year()) - 1; year <= last; ++year) years.insert(year);
    return years;
  }

  int export_data(Call& call, const Store& store, const DataQuestion& question, Instant now) const {
    Told told;
    DataPlan plan = plan_data(call.files(), store, question, told.findings);
    told.unreadable = told.findings.errors();  // folders that cannot be listed
    warn_of_calendars(call, store, calendars_to_confirm(plan));
    if (plan.empty()) plan[static_cast<int>(question.to.year())];  // a table without a line is one all the same
    if (has_other_years(call, plan)) return kWrongCall;
    Writer writer(call, folder_);
    if (const auto failed = writer.make_folders()) return *failed;
    if (const auto failed = writer.forget_description()) return *failed;
    for (const auto& year : plan) {
      const int status = write_year(call, store, question, year, now, writer, told);
      if (status != kDone) return status;
    }
    const int status = write_rest(call, store, question, now, writer);
    return status == kDone ? tell(call, store, told) : status;
  }

  // Whether files of years that are not in `plan` lie there, where programs would read them too.
  bool has_other_years(Call& call, const DataPlan& plan) const {
    const auto files = call.world().open_folder((fs::path(call.working_folder()) / folder_).lexically_normal().string());
    for (const DataTable table : {DataTable::figures, DataTable::obligations}) {
      const fs::path sample = data_path(table, 0);
      for (const FolderEntry& entry : files->list(sample.parent_path().string()).entries) {
        const bool expected = std::any_of(plan.begin(), plan.end(), [&](const auto& year) {
          return fs::path(data_path(table, year.first)).filename() == entry.name;
        });
        if (expected || fs::path(entry.name).extension() != sample.extension()) continue;
        const auto old = (sample.parent_path() / entry.name).string();
        call.complain(say(msg::cli_export_old_year, printable(folder_), printable(old)), say(msg::cli_export_old_year_help));
        return true;
      }
    }
    return false;
  }

  static int write_year(Call& call, const Store& store, const DataQuestion& question, const DataPlan::value_type& year,
                        Instant now, Writer& writer, Told& told) {
    std::string figures = data_header(DataTable::figures);
    std::string obligations = data_header(DataTable::obligations);
    for (const DataPart& part : year.second) {
      const auto reports = read_data(call.files(), store, question, part, now, told.findings);
      figures += figure_lines(store, reports);
      obligations += obligation_lines(store, reports, now);
      note_withheld(store, reports, told.withheld);
      for (const DataReport& report : reports) told.unreadable += count_unreadable(report.delivery.filing);
    }
    const int status = writer.write(DataTable::figures, data_path(DataTable::figures, year.first), figures);
    if (status != kDone) return status;
    return writer.write(DataTable::obligations, data_path(DataTable::obligations, year.first), obligations);
  }

  // The description comes last: without it an export was not finished.
  static int write_rest(Call& call, const Store& store, const DataQuestion& question, Instant now, Writer& writer) {
    const Language language = call.language();
    const auto write = [&](DataTable table, const std::string& text) { return writer.write(table, data_path(table), text); };
    int status = write(DataTable::areas, areas_table(store, question.root));
    if (status == kDone) status = write(DataTable::indicators, indicators_table(store, language));
    if (status == kDone) status = write(DataTable::codes, codes_table(store, language));
    if (status != kDone) return status;
    return writer.write_alone(kDescription, data_package_json(store, {question, now, writer.files()}, language));
  }

  static int tell(Call& call, const Store& store, Told& told) {
    told.findings.sort();
    if (!told.findings.items().empty()) call.show(told.findings);
    const auto note = withheld_data_note(store, told.withheld, call.language());
    if (!note.empty()) call.remark({note, note});
    if (told.unreadable == 0) return kDone;
    call.complain(say(msg::cli_unreadable_not_exported, told.unreadable));
    return kBadNews;
  }

  std::string folder_;
  std::string area_;
  std::string from_;
  std::string to_;
  std::string org_;
};

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<ExportCommand>(); }

}  // namespace nammo::cli
