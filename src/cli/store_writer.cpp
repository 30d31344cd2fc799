#include "cli/store_writer.h"

#include <utility>
#include <vector>

#include "base/catalogue/cli.h"
#include "cli/command.h"
#include "cli/listed.h"
#include "nammo/check.h"
#include "nammo/render.h"

namespace nammo::cli {

std::optional<StoreWriter> StoreWriter::open(Call& call, std::chrono::seconds wait) {
  auto lock = take_lock(call, wait);
  if (!lock) return std::nullopt;
  return StoreWriter(call, std::move(lock));
}

void StoreWriter::put(const std::string& path, std::string text) {
  const auto known = changes_.find(path);
  if (known != changes_.end()) {
    known->second.after = std::move(text);
  } else {
    changes_.emplace(path, Change{on_disk(path), std::move(text)});
  }
}

bool StoreWriter::edit(const std::string& path, std::span<const Edit> edits) {
  const auto old = text(path);
  if (!old) {
    call_->complain(say(msg::cli_no_file_to_edit, printable(path)));
    return false;
  }
  Diagnostics findings;
  auto edited = apply_edits(*old, edits, path, findings);
  if (!edited) {
    findings.sort();
    call_->show(findings);
    return false;
  }
  put(path, std::move(*edited));
  return true;
}

void StoreWriter::must_pass(const std::string& path) { must_pass_.push_back(path); }

std::optional<std::string> StoreWriter::text(const std::string& path) const {
  const auto known = changes_.find(path);
  return known != changes_.end() ? std::optional(known->second.after) : on_disk(path);
}

std::unique_ptr<FileReader> StoreWriter::files() const { return overlay(call_->files(), texts()); }

int StoreWriter::write() {
  std::erase_if(changes_, [](const auto& change) { return change.second.before == change.second.after; });
  if (changes_.empty()) return kDone;
  const auto files = overlay(call_->files(), texts());
  if (!passes_check(*files)) return kBadNews;
  return unchanged_since() ? write_files() : kFailed;
}

std::optional<std::string> StoreWriter::on_disk(const std::string& path) const {
  auto read = call_->files().read(path);
  if (read.failure != ReadFailure::none) return std::nullopt;
  return std::move(read.text);
}

std::map<std::string, std::string> StoreWriter::texts() const {
  std::map<std::string, std::string> texts;
  for (const auto& [path, change] : changes_) texts.emplace(path, change.after);
  return texts;
}

bool StoreWriter::passes_check(const FileReader& files) const {
  CheckRequest request;
  request.threads = call_->world().processors;
  request.paths = must_pass_;
  for (const auto& [path, change] : changes_) request.paths.push_back(path);
  Diagnostics findings;
  const bool usable = check_store(files, request, findings) == CheckOutcome::done;
  if (!findings.items().empty()) {
    const Colour colour = call_->colours(Stream::err) ? Colour::on : Colour::off;
    *call_->world().err << findings_text(findings.items(), files, call_->language(), colour);
  }
  if (usable && !findings.has_errors()) return true;
  call_->complain(say(msg::cli_refused_by_check), say(msg::cli_refused_by_check_help));
  return false;
}

// Somebody's editor does not ask for the lock.
bool StoreWriter::unchanged_since() const {
  for (const auto& [path, change] : changes_) {
    if (on_disk(path) == change.before && (change.before || call_->files().kind(path) == FileKind::missing)) continue;
    call_->complain(say(msg::cli_changed_meanwhile, printable(path)), say(msg::cli_changed_meanwhile_help));
    return false;
  }
  return true;
}

int StoreWriter::write_files() const {
  std::vector<std::string> written;
  for (const auto& [path, change] : changes_) {
    const std::string whole = call_->root() + "/" + path;
    auto failed = call_->world().make_folder(whole.substr(0, whole.rfind('/')));
    if (!failed) failed = call_->world().write_file(whole, change.after);
    if (!failed) {
      written.push_back(path);
      continue;
    }
    // Of a file that has its place, the folder alone may not be on the disk.
    const bool stands = on_disk(path) == change.after;
    if (stands) written.push_back(path);
    call_->complain(say(stands ? msg::cli_write_unsafe : msg::cli_write_failed, printable(path), printable(*failed)),
                    written.empty() ? say(msg::cli_nothing_written) : say(msg::cli_written_before, listed(written, [](const std::string& one) { return printable(one); })));
    return kFailed;
  }
  return kDone;
}

}  // namespace nammo::cli
