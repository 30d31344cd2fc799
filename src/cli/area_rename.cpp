#include <algorithm>

#include "cli/area_closing.h"
#include "nammo/store_files.h"

namespace nammo::cli {
namespace {

class AreaRename final : public ChangeCommand {
 public:
  void declare(Options& options) override {
    options.add("A", area_, msg::cli_arg_one_area);
    options.add("--name N", name_, msg::cli_opt_new_name);
    options.add("--short S", brief_, msg::cli_opt_area_short);
    options.add("--since DATE", since_, msg::cli_opt_rename_since);
    options.add("--id ID", id_, msg::cli_opt_rename_id);
    options.add("--with-children", with_children_, msg::cli_opt_rename_children);
    options.add("--correct", correct_, msg::cli_opt_correct);
  }

 private:
  std::optional<int> refuse_call(Call& call) override {
    if (const auto refused = refuse_missing(call, "A", area_, "area rename")) return refused;
    if (const auto refused = refuse_missing(call, "--name", name_, "area rename")) return refused;
    const bool dated = !since_.empty() || !id_.empty() || with_children_;
    if (correct_ != dated && (correct_ || !since_.empty())) return std::nullopt;
    call.complain(say(msg::cli_rename_how), say(msg::cli_rename_how_help));
    return kWrongCall;
  }

  int change(Change& change) override {
    name_ = std::string(trimmed(name_));
    int status = kDone;
    const Area* area = change.load_area(area_, status, Change::Around::parent);
    if (area == nullptr) return status;
    return correct_ ? correct(change, *area) : rename(change, *area);
  }

  // The name was never this one: it is mended for all days.
  int correct(Change& change, const Area& area) {
    Area mended = area;
    mended.name = name_;
    if (const auto refused = refuse_twin(change, mended)) return *refused;
    std::vector<Edit> edits{{Edit::Kind::set, {"name"}, text_value(name_), {}}};
    if (!brief_.empty()) edits.push_back({Edit::Kind::set, {"short"}, text_value(brief_), "name"});
    if (!change.writer.edit(area.file, edits)) return kWrongCall;
    return change.finish(say(msg::cli_area_corrected, named(area), printable(name_)));
  }

  // From that day on it is another area, which continues this one: whatever was
  // reported under the old name stays under it (trap T15).
  int rename(Change& change, const Area& area) {
    const auto since = change.call.day(change.store, since_);
    if (!since) return kWrongCall;
    if (!area.valid_on(*since) || *since == area.since) {
      return change.refuse(say(msg::cli_rename_not_valid, named(area), days_text(area.since, area.until), format_date(*since)),
                           say(msg::cli_rename_not_valid_help));
    }
    const AreaId parent = parent_of(area.id);
    const std::string last = id_.empty() ? id_from(name_) : id_;
    if (!is_area_id(last) || last.find('/') != std::string::npos) return refuse_area_id(change, last, {});
    const AreaId root{parent.empty() ? last : parent.str() + "/" + last};
    if (change.call.files().kind(area_path(root)) != FileKind::missing) {
      return change.refuse(say(msg::cli_area_there, root.str()), say(msg::cli_rename_there_help));
    }
    const auto all = open_after(change.store, area.id, plus_days(*since, -1));
    if (all.size() > 1 && !with_children_) return refuse_children(change, area, all);
    Area renamed;
    for (const Area* old : all) {
      if (!close_area(change, *old, plus_days(*since, -1), Later::remove)) return kWrongCall;
      Area next = continued(*old, *since, AreaId{root.str() + old->id.str().substr(area.id.str().size())});
      if (old == &area) {
        next.name = name_;
        next.brief = brief_;
        next.continues.front().how = Succession::How::renamed;
        renamed = next;
        if (const auto refused = refuse_twin(change, next, &area)) return *refused;
      }
      change.writer.put(area_path(next.id), area_file(next));
    }
    if (const auto refused = refuse_reports_after(change, all, plus_days(*since, -1))) return *refused;
    return change.finish(say(msg::cli_area_renamed, named(area), named(renamed), format_date(*since)), remarks(change, all));
  }

  static int refuse_children(Change& change, const Area& area, const std::vector<const Area*>& all) {
    return change.refuse(say(msg::cli_rename_children, named(area), named(areas_below(area, all))), say(msg::cli_rename_children_help));
  }

  static std::optional<int> refuse_twin(Change& change, const Area& area, const Area* old = nullptr) {
    const Area* twin = same_name_beside(change.store, parent_of(area.id), area);
    if (twin == nullptr || twin == old) return std::nullopt;
    return change.refuse(say(msg::cli_name_there, named(*twin)), say(msg::cli_name_there_help));
  }

  // The area as it goes on from a day under another id, with who and what it has then.
  static Area continued(const Area& old, Date since, const AreaId& id) {
    Area next = old;
    next.id = id;
    next.since = since;
    next.continues = {{old.id, since, Succession::How::moved, {}}};
    if (next.pilot && next.pilot->until && *next.pilot->until < since) next.pilot.reset();
    if (next.pilot) next.pilot->since = std::max(next.pilot->since, since);
    std::erase_if(next.officers, [&](const Assignment& one) { return one.until && *one.until < since; });
    for (Assignment& one : next.officers) one.since = std::max(one.since, since);
    return next;
  }

  // What names the old areas and stays as it is.
  static std::vector<Text> remarks(Change& change, const std::vector<const Area*>& old) {
    std::vector<Text> texts;
    const auto regime = change.writer.text("reporting.yaml");
    if (regime && regime->find(old.front()->id.str()) != std::string::npos) texts.push_back(say(msg::cli_rename_regime, old.front()->id.str()));
    return texts;
  }

  std::string area_;
  std::string name_;
  std::string brief_;
  std::string since_;
  std::string id_;
  bool with_children_ = false;
  bool correct_ = false;
};

}  // namespace

std::unique_ptr<Command> make_area_rename() { return std::make_unique<AreaRename>(); }

}  // namespace nammo::cli
