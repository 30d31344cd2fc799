#include <algorithm>
#include <map>

#include "cli/change.h"
#include "cli/git_hook.h"
#include "cli/init_answers.h"
#include "cli/listed.h"
#include "cli/questions.h"
#include "cli/store_lock.h"
#include "nammo/check.h"
#include "nammo/render.h"

namespace nammo::cli {
namespace {

constexpr std::string_view kSettings = "nammo.yaml";

class Init final : public Command {
 public:
  void declare(Options& options) override {
    options.add("DIR", folder_, msg::cli_arg_new_store);
    options.add("--name N", name_, msg::cli_opt_office_name);
    options.add("--area NAMES", areas_, msg::cli_opt_first_areas);
    options.add("--level L", levels_, msg::cli_opt_levels);
    options.add("--org ORG", orgs_, msg::cli_opt_orgs);
    options.add("--gathers ORG", gathers_, msg::cli_opt_gathers);
    options.add("--parent N", parent_, msg::cli_opt_parent);
    options.add("--officer N", officer_, msg::cli_opt_first_officer);
    options.add("--language vi|en", language_, msg::cli_opt_store_language);
    options.add("--timezone ZONE", timezone_, msg::cli_opt_timezone);
    options.add("--since DATE", since_, msg::cli_opt_store_since);
    options.add("--hook", hook_, msg::cli_opt_hook);
  }

  int run(Call& call) override {
    root_ = call.folder_from(folder_);
    if (const auto refused = refuse_place(call)) return *refused;
    const auto now = call.now();
    const auto zone = Zone::find(timezone_.empty() ? "Asia/Ho_Chi_Minh" : timezone_);
    if (!now) return kWrongCall;
    Founding founding(call.language(), zone ? day_of(zone->to_local(*now)) : Date{});
    if (const auto refused = take_flags(call, founding)) return *refused;
    const bool asks = name_.empty() || areas_.empty();
    if (asks && !call.world().in_is_terminal) return *refuse_missing(call, name_.empty() ? "--name" : "--area", "", "init");
    std::optional<HookPlace> hook;
    if (hook_ && !(hook = find_hook(call, root_))) return kBadNews;
    if (asks && !(ask_for_rest(call, founding) && confirmed(call, founding.store()))) {
      call.remark(say(msg::cli_init_stopped));
      return kBadNews;
    }
    return found(call, founding.store(), hook);
  }

 private:
  std::optional<int> refuse_place(Call& call) const {
    const auto above = call.world().find_store(root_);
    if (!above) return std::nullopt;
    call.complain(say(msg::cli_store_there, printable(*above)), hook_ ? say(msg::cli_store_there_hook_help) : say(msg::cli_store_there_help));
    return kBadNews;
  }

  std::optional<int> take_flags(Call& call, Founding& founding) const {
    const auto one = [&](const std::string& flag, const std::string& value, auto take) {
      const Text problem = value.empty() ? Text{} : (founding.*take)(value);
      if (!problem.empty()) call.complain(say(msg::cli_bad_flag, flag, problem));
      return problem.empty();
    };
    const auto all = [&](const std::string& flag, const std::vector<std::string>& values, auto take) {
      const Text problem = values.empty() ? Text{} : (founding.*take)(values);
      if (!problem.empty()) call.complain(say(msg::cli_bad_flag, flag, problem));
      return problem.empty();
    };
    bool good = one("--name", name_, &Founding::name) && one("--language", language_, &Founding::language) &&
                one("--timezone", timezone_, &Founding::timezone) && one("--since", since_, &Founding::since) &&
                all("--level", levels_, &Founding::levels) && all("--org", orgs_, &Founding::organisations) &&
                one("--gathers", gathers_, &Founding::gathers) && one("--parent", parent_, &Founding::parent) &&
                one("--officer", officer_, &Founding::officer);
    for (const std::string& area : areas_) good = good && one("--area", area, &Founding::area);
    return good ? std::nullopt : std::optional<int>(kWrongCall);
  }

  // What no flag has said. False at the end of the input.
  bool ask_for_rest(Call& call, Founding& founding) const {
    call.remark(say(msg::cli_init_begin, printable(root_)));
    const auto& store = founding.store();
    const auto list_of = [](const std::vector<NamedId>& list) {
      std::string text;
      for (const NamedId& one : list) text += (text.empty() ? "" : "; ") + one.id + "=" + one.label;
      return text;
    };
    const auto several = [&](auto take) { return [&founding, take](const std::string& answer) { return (founding.*take)(parts_of(answer, ';')); }; };
    const auto once = [&](auto take) { return [&founding, take](const std::string& answer) { return (founding.*take)(answer); }; };
    const auto optional = [&](auto take) { return [&founding, take](const std::string& answer) { return answer.empty() ? Text{} : (founding.*take)(answer); }; };
    return (!name_.empty() || ask(call, say(msg::cli_ask_name), {}, once(&Founding::name))) &&
           (!levels_.empty() || !areas_.empty() || ask(call, say(msg::cli_ask_levels), list_of(store.levels), several(&Founding::levels))) &&
           (!areas_.empty() || ask_for_areas(call, founding)) &&
           (!orgs_.empty() || ask(call, say(msg::cli_ask_orgs), list_of(store.organisations), several(&Founding::organisations))) &&
           (!gathers_.empty() || store.organisations.size() < 2 || ask(call, say(msg::cli_ask_gathers), {}, optional(&Founding::gathers))) &&
           (!parent_.empty() || ask(call, say(msg::cli_ask_parent), {}, once(&Founding::parent))) &&
           (!officer_.empty() || ask(call, say(msg::cli_ask_officer), {}, optional(&Founding::officer))) &&
           (!since_.empty() || ask(call, say(msg::cli_ask_since), format_date(store.since), once(&Founding::since))) &&
           (!language_.empty() || ask(call, say(msg::cli_ask_language), store.language == Language::vi ? "vi" : "en", once(&Founding::language))) &&
           (!timezone_.empty() || ask(call, say(msg::cli_ask_timezone), store.timezone, once(&Founding::timezone)));
  }

  static Text refuse_slash(const std::string& answer) { return answer.find('/') == std::string::npos ? Text{} : say(msg::cli_no_slash); }

  // The top one, then level by level what lies below those that were named.
  static bool ask_for_areas(Call& call, Founding& founding) {
    const auto top = [&](const std::string& answer) {
      const Text problem = refuse_slash(answer);
      return problem.empty() ? founding.area(answer) : problem;
    };
    if (!ask(call, say(msg::cli_ask_top_area, founding.store().levels.front().label), {}, top)) return false;
    std::vector<std::pair<AreaId, std::string>> open{{founding.store().areas.front().id, founding.store().areas.front().name}};
    for (std::size_t next = 0; next < open.size(); ++next) {
      const std::string path = open[next].second;
      const Area& area = *std::find_if(founding.store().areas.begin(), founding.store().areas.end(), [&](const Area& one) { return one.id == open[next].first; });
      const std::string level = founding.level_below(area);
      if (level.empty()) continue;
      const std::size_t before = founding.store().areas.size();
      const auto below = [&](const std::string& answer) {
        Text problem = refuse_slash(answer);
        for (const std::string& part : parts_of(answer, ';')) problem = problem.empty() ? founding.area(path + "/" + part) : problem;
        return problem;
      };
      if (!ask(call, say(msg::cli_ask_areas, level, std::string(area.name)), {}, below)) return false;
      for (std::size_t i = before; i < founding.store().areas.size(); ++i) {
        const Area& added = founding.store().areas[i];
        open.emplace_back(added.id, path + "/" + added.name);
      }
    }
    return true;
  }

  bool confirmed(Call& call, const NewStore& store) const {
    const auto named_list = [](const NamedId& one) { return one.label + " (" + one.id + ")"; };
    std::string areas;
    for (const Area& area : store.areas) areas += "\n    " + named(area);
    call.remark(say(msg::cli_init_summary, printable(root_), store.name, listed(store.levels, named_list), listed(store.organisations, named_list), areas));
    const auto answer = ask_line(call, say(msg::cli_ask_go));
    return answer && (answer->empty() || answer->front() == 'c' || answer->front() == 'C' || answer->front() == 'y' || answer->front() == 'Y');
  }

  int found(Call& call, const NewStore& store, const std::optional<HookPlace>& hook) {
    auto files = new_store_files(store);
    const auto folder = call.world().open_folder(root_);
    std::vector<std::string> left;
    for (auto file = files.begin(); file != files.end();) {
      if (const auto refused = refuse_blocked(call, *folder, file->first)) return *refused;
      const bool there = folder->kind(file->first) != FileKind::missing;
      if (there) left.push_back(file->first);
      file = there ? files.erase(file) : std::next(file);
    }
    if (const auto refused = refuse_by_check(call, *folder, files)) return *refused;
    if (const int status = write(call, files); status != kDone) return status;
    call.print(say_in(call.language(), msg::cli_init_done, printable(store.name), printable(root_), files.size()) + "\n");
    if (!left.empty()) call.remark(say(msg::cli_init_left, listed(left, [](const std::string& one) { return one; })));
    if (hook) {
      if (const int status = write_hook(call, *hook, store.language); status != kDone) return status;
      call.print(say_in(call.language(), msg::cli_hook_written, printable(hook->file)) + "\n");
    }
    call.print(say_in(call.language(), msg::cli_init_next) + "\n");
    return kDone;
  }

  // A file, or a link, where a folder has to be.
  static std::optional<int> refuse_blocked(Call& call, const FileReader& folder, const std::string& path) {
    for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      const std::string above = path.substr(0, slash);
      const FileKind kind = folder.kind(above);
      if (kind == FileKind::missing || kind == FileKind::directory) continue;
      call.complain(say(msg::cli_init_blocked, above), say(msg::cli_init_blocked_help));
      return kBadNews;
    }
    return std::nullopt;
  }

  // What lies in the folder already may not fit.
  static std::optional<int> refuse_by_check(Call& call, const FileReader& folder, const std::map<std::string, std::string>& files) {
    const auto whole = overlay(folder, files);
    CheckRequest request;
    request.threads = call.world().processors;
    Diagnostics findings;
    const bool usable = check_store(*whole, request, findings) == CheckOutcome::done;
    if (usable && !findings.has_errors()) return std::nullopt;
    const auto colour = call.colours(Stream::err) ? Colour::on : Colour::off;
    *call.world().err << findings_text(findings.items(), *whole, call.language(), colour);
    call.complain(say(msg::cli_init_refused), say(msg::cli_init_refused_help));
    return kBadNews;
  }

  // The settings last: without them there is no store, and init can be run again.
  int write(Call& call, const std::map<std::string, std::string>& files) const {
    auto failed = call.world().make_folder(root_);
    std::string at = root_;
    std::unique_ptr<Lock> lock;
    if (!failed) {
      LockResult held = call.world().lock_store(root_);
      lock = std::move(held.lock);
      if (!lock) failed = held.busy ? say_in(call.language(), msg::cli_store_busy) : held.reason;
    }
    std::vector<std::string> order;
    for (const auto& [path, text] : files) {
      if (path != kSettings) order.push_back(path);
    }
    order.emplace_back(kSettings);
    for (std::size_t i = 0; !failed && i < order.size(); ++i) {
      at = root_ + "/" + order[i];
      failed = call.world().make_folder(at.substr(0, at.rfind('/')));
      if (!failed) failed = call.world().write_file(at, files.at(order[i]));
    }
    if (!failed) return kDone;
    call.complain(say(msg::cli_write_failed, printable(at), printable(*failed)), say(msg::cli_init_failed_help));
    return kFailed;
  }

  std::string folder_;
  std::string root_;
  std::string name_;
  std::vector<std::string> areas_;
  std::vector<std::string> levels_;
  std::vector<std::string> orgs_;
  std::string gathers_;
  std::string parent_;
  std::string officer_;
  std::string language_;
  std::string timezone_;
  std::string since_;
  bool hook_ = false;
};

}  // namespace

std::unique_ptr<Command> make_init() { return std::make_unique<Init>(); }

}  // namespace nammo::cli
