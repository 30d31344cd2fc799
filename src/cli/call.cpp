#include "cli/call.h"

#include <filesystem>
#include <ostream>
#include <utility>

#include "base/catalogue/cli.h"
#include "cli/listed.h"
#include "cli/progress_bar.h"
#include "nammo/render.h"

namespace nammo::cli {

namespace fs = std::filesystem;

Call::Call(World& world, Globals globals) : world_(world), globals_(std::move(globals)) {}
Call::~Call() = default;
Progress* Call::progress() { return bar_.get(); }

Language Call::language() const {
  if (!globals_.language.empty()) return globals_.language == "en" ? Language::en : Language::vi;
  return store_language_.value_or(Language::vi);
}

bool Call::colours(Stream stream) const {
  if (globals_.color != "auto") return globals_.color == "always";
  return !world_.no_color && (stream == Stream::out ? world_.out_is_terminal : world_.err_is_terminal);
}

std::optional<Instant> Call::now() {
  const std::string& text = globals_.now.empty() ? world_.now : globals_.now;
  if (text.empty() && !clock_) clock_ = world_.clock();
  if (text.empty()) return clock_;
  const auto instant = parse_instant(text);
  if (!instant) complain(say(msg::cli_bad_now, printable(text)), say(msg::cli_bad_now_help));
  return instant;
}

std::optional<Date> Call::day(const Store& store, const std::string& typed) {
  if (!typed.empty()) {
    const auto date = parse_date(typed);
    if (!date) complain(say(msg::cli_bad_date, printable(typed)), say(msg::cli_bad_date_help));
    return date;
  }
  const auto instant = now();
  return instant ? std::optional{day_of(store.zone.to_local(*instant))} : std::nullopt;
}

std::string Call::folder_from(const std::string& typed) const {
  auto folder = (fs::path(world_.working_folder) / globals_.folder / typed).lexically_normal().string();
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  return folder;
}

bool Call::open_folder() {
  const std::string start = folder_from({});
  const auto found = world_.find_store(start);
  if (!found) {
    complain(say(msg::cli_no_store, printable(start)), say(msg::cli_no_store_help));
    return false;
  }
  root_ = *found;
  files_ = world_.open_folder(root_);
  if (world_.err_is_terminal && !world_.no_color) {
    bar_ = std::make_unique<ProgressBar>(*world_.err, world_.ticks,
                                         [this] { return say_in(language(), msg::cli_reading_reports); }, world_.line_stands);
  }
  return true;
}

std::optional<Store> Call::open_store(Diagnostics& findings) {
  if (!files_ && !open_folder()) return std::nullopt;
  auto store = load_settings(*files_, findings);
  if (!store) {
    show(findings);
    complain(say(msg::cli_store_unusable, printable(root_)), say(msg::cli_store_unusable_help));
    return std::nullopt;
  }
  store_language_ = store->settings.language;
  if (const auto areas = files_->list("areas"); areas.failure == ReadFailure::denied || areas.failure == ReadFailure::failed) {
    complain(say(msg::cli_areas_unreadable, printable(root_), printable(areas.reason)), say(msg::cli_areas_unreadable_help));
    return std::nullopt;
  }
  return store;
}

std::optional<std::string> Call::inside_store(const std::string& typed) const {
  const auto full = (fs::path(world_.working_folder) / typed).lexically_normal();
  auto relative = full.lexically_relative(fs::path(root_).lexically_normal()).string();
  if (relative.empty() || relative == ".." || relative.starts_with("../")) return std::nullopt;
  while (relative.ends_with('/')) relative.pop_back();
  return relative == "." ? std::string{} : relative;
}

std::optional<AreaId> Call::find_area(const std::string& typed) {
  const auto found = find_areas(*files_, typed);
  if (found.size() == 1) return found.front();
  if (typed.empty()) {
    complain(say(found.empty() ? msg::cli_no_areas : msg::cli_several_tops), say(msg::cli_area_help));
    return std::nullopt;
  }
  if (found.empty()) {
    complain(say(msg::cli_area_unknown, printable(typed)), say(msg::cli_area_help));
    return std::nullopt;
  }
  const auto candidates = listed(found, [](const AreaId& area) { return area.str(); });
  complain(say(msg::cli_area_ambiguous, printable(typed)), say(msg::cli_area_ambiguous_help, candidates));
  return std::nullopt;
}

void Call::print(std::string_view text) { *world_.out << text; }

void Call::complain(const Text& message, const Text& help) {
  *world_.err << "nammo: " << message.in(language()) << '\n';
  if (!help.empty()) *world_.err << "  " << say_in(language(), msg::cli_hint, help) << '\n';
}

void Call::remark(const Text& message) { *world_.err << message.in(language()) << '\n'; }

void Call::show(const Diagnostics& findings) {
  const auto colour = colours(Stream::err) ? Colour::on : Colour::off;
  *world_.err << findings_text(findings.items(), *files_, language(), colour);
}

bool Call::refuse_broken_settings(Diagnostics& findings) {
  findings.sort();
  if (!findings.items().empty()) show(findings);
  if (!findings.has_errors()) return false;
  complain(say(msg::cli_store_unusable, printable(root_)), say(msg::cli_store_unusable_help));
  return true;
}

ReadResult Call::read_named(const std::string& file, std::size_t limit) const {
  return world_.read_file((fs::path(world_.working_folder) / file).string(), limit);
}

int Call::deliver(const std::string& text, const std::string& file) {
  if (file.empty() || file == "-") {
    print(text);
    return kDone;
  }
  const auto path = (fs::path(world_.working_folder) / file).string();
  if (const auto reason = world_.write_named(path, text)) {
    // Of a file that has its place, the folder alone may not be on the disk.
    const auto folder = world_.open_folder(fs::path(path).parent_path().string());
    const bool stands = folder->read(fs::path(path).filename().string(), text.size()).text == text && !text.empty();
    complain(say(stands ? msg::cli_write_unsafe : msg::cli_write_failed, printable(file), printable(*reason)),
             stands ? Text{} : say(msg::cli_write_failed_help));
    return kFailed;
  }
  return kDone;
}

}  // namespace nammo::cli
