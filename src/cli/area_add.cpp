#include <algorithm>

#include "cli/change.h"
#include "cli/choices.h"
#include "cli/listed.h"
#include "nammo/store_files.h"

namespace nammo::cli {
namespace {

Succession::How how_of(const std::string& word) {
  if (word == "merged") return Succession::How::merged;
  if (word == "split") return Succession::How::split;
  return word == "moved" ? Succession::How::moved : Succession::How::renamed;
}

class AreaAdd final : public ChangeCommand {
 public:
  void declare(Options& options) override {
    options.add("PATH", path_, msg::cli_arg_new_area);
    options.add("--name N", area_.name, msg::cli_opt_area_name);
    options.add("--short S", area_.brief, msg::cli_opt_area_short);
    options.add("--level L", level_, msg::cli_opt_new_level);
    options.add("--since DATE", since_, msg::cli_opt_area_since);
    options.add("--code C", area_.code, msg::cli_opt_area_code);
    options.add("--pilot-since DATE", pilot_since_, msg::cli_opt_pilot_since);
    options.add("--decision R", decision_, msg::cli_opt_decision);
    options.add("--continues A", continues_, msg::cli_opt_continues);
    options.add("--how HOW", how_, msg::cli_opt_how);
    options.add("--date DATE", date_, msg::cli_opt_continues_date);
  }

 private:
  std::optional<int> refuse_call(Call& call) override {
    if (const auto refused = refuse_missing(call, "PATH", path_, "area add")) return refused;
    if (const auto refused = refuse_missing(call, "--name", area_.name, "area add")) return refused;
    if (continues_.empty() && how_.empty() && date_.empty()) return std::nullopt;
    if (const auto refused = refuse_missing(call, "--continues", continues_.empty() ? "" : continues_.front(), "area add")) return refused;
    if (const auto refused = refuse_missing(call, "--how", how_, "area add")) return refused;
    return refuse_choice(call, "--how", how_, {"merged", "split", "moved", "renamed"});
  }

  int change(Change& change) override {
    area_.name = std::string(trimmed(area_.name));
    AreaId parent;
    if (const auto refused = take_path(change, parent)) return *refused;
    if (const auto refused = change.load(continues_.empty() ? parent : AreaId{})) return *refused;
    const auto since = change.call.day(change.store, since_);
    if (!since) return kWrongCall;
    area_.since = *since;
    const Area* above = change.store.areas.find(parent);
    if (above != nullptr) area_.until = above->until;
    if (const auto refused = refuse_place(change, above)) return *refused;
    if (const auto refused = take_pilot(change)) return *refused;
    std::vector<Text> remarks;
    if (parent.empty()) {
      for (const Area* top : change.store.areas.children(parent)) {
        if (top->valid_on(area_.since)) remarks.push_back(say(msg::cli_another_top, area_.id.str(), top->id.str()));
      }
    }
    if (const auto refused = take_continues(change, remarks)) return *refused;
    change.writer.put(area_path(area_.id), area_file(area_));
    return change.finish(say(msg::cli_area_added, named(area_), days_text(area_.since, area_.until), area_path(area_.id)), remarks);
  }

  // The new id from what was typed: the parent as areas are typed everywhere, and the
  // last part, which the name gives where it is left out ("ho/").
  std::optional<int> take_path(Change& change, AreaId& parent) {
    const auto slash = path_.rfind('/');
    const std::string suggested = id_from(area_.name);
    std::string last = slash == std::string::npos ? path_ : path_.substr(slash + 1);
    if (last.empty()) last = suggested;
    if (slash != std::string::npos) {
      const auto found = change.call.find_area(path_.substr(0, slash));
      if (!found) return kWrongCall;
      parent = *found;
    }
    if (!is_area_id(last)) return refuse_area_id(change, last, suggested);
    area_.id = AreaId{parent.empty() ? last : parent.str() + "/" + last};
    // A word alone is how every command takes the area of that tail.
    const auto there = slash == std::string::npos ? find_areas(change.call.files(), last) : std::vector<AreaId>{};
    const AreaId known = there.empty() ? area_.id : there.front();
    if (there.empty() && change.call.files().kind(area_path(known)) == FileKind::missing) return std::nullopt;
    return change.refuse(say(msg::cli_area_there, known.str()), say(msg::cli_area_there_help, known.str()));
  }

  std::optional<int> refuse_place(Change& change, const Area* above) {
    const auto& levels = change.store.settings.levels;
    const auto ids = listed(levels, [](const Level& level) { return level.id.str(); });
    const int highest = above == nullptr ? 0 : change.store.settings.rank(above->level).value_or(0) + 1;
    if (highest >= static_cast<int>(levels.size())) return change.refuse(say(msg::cli_lowest_level, named(*above)), say(msg::cli_known_are, ids));
    area_.level = level_.empty() ? levels[static_cast<std::size_t>(highest)].id : LevelId{level_};
    const auto rank = change.store.settings.rank(area_.level);
    if (!rank) return change.refuse(say(msg::cli_bad_level, printable(level_)), say(msg::cli_known_are, ids));
    if (*rank < highest) return change.refuse(say(msg::cli_level_not_below, printable(level_), named(*above), above->level.str()), say(msg::cli_known_are, ids));
    if (above != nullptr && !above->valid_on(area_.since)) {
      return change.refuse(say(msg::cli_parent_not_valid, named(*above), days_text(above->since, above->until), format_date(area_.since)),
                           say(msg::cli_parent_not_valid_help));
    }
    const Area* twin = same_name_beside(change.store, parent_of(area_.id), area_);
    if (twin == nullptr) return std::nullopt;
    return change.refuse(say(msg::cli_name_there, named(*twin)), say(msg::cli_name_there_help));
  }

  std::optional<int> take_pilot(Change& change) {
    if (pilot_since_.empty() && decision_.empty()) return std::nullopt;
    PilotTime pilot{area_.since, std::nullopt, decision_};
    if (!pilot_since_.empty()) {
      const auto since = change.call.day(change.store, pilot_since_);
      if (!since) return kWrongCall;
      pilot.since = *since;
    }
    if (!area_.valid_on(pilot.since)) {
      return change.refuse(say(msg::cli_pilot_outside, format_date(pilot.since), days_text(area_.since, area_.until)));
    }
    area_.pilot = pilot;
    return std::nullopt;
  }

  // Whoever goes on from an area begins on the day after it ended, unless that one was
  // split and stays.
  std::optional<int> take_continues(Change& change, std::vector<Text>& remarks) {
    const auto date = date_.empty() ? std::optional(area_.since) : change.call.day(change.store, date_);
    if (!date) return kWrongCall;
    for (const auto& typed : continues_) {
      const auto id = change.call.find_area(typed);
      if (!id) return kWrongCall;
      const Area* old = change.store.areas.find(*id);
      const Date last = plus_days(*date, -1);
      if (old == nullptr || last < old->since) {
        return change.refuse(say(msg::cli_continues_too_early, typed, format_date(*date)), say(msg::cli_continues_too_early_help));
      }
      area_.continues.push_back({*id, *date, how_of(how_), {}});
      if (old->until && *old->until < last) {
        remarks.push_back(say(msg::cli_continues_gap, named(*old), format_date(*old->until), format_date(*date)));
      } else if ((!old->until || last < *old->until) && how_ != "split") {
        remarks.push_back(say(msg::cli_continues_open, named(*old), id->str(), format_date(last)));
      }
    }
    return std::nullopt;
  }

  std::string path_;
  Area area_;
  std::string level_;
  std::string since_;
  std::string pilot_since_;
  std::string decision_;
  std::vector<std::string> continues_;
  std::string how_;
  std::string date_;
};

}  // namespace

std::unique_ptr<Command> make_area_add() { return std::make_unique<AreaAdd>(); }

}  // namespace nammo::cli
