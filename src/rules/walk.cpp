#include "rules/walk.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/catalogue/rules.h"
#include "model/open_document.h"

namespace nammo::rules {
namespace {

constexpr std::string_view kEnding = ".yaml";

std::string_view stem_of(std::string_view name) {
  if (!name.ends_with(kEnding)) return {};
  name.remove_suffix(kEnding.size());
  return name;
}

// "2024.yaml"
bool is_calendar_name(std::string_view name, int& year) {
  const auto stem = stem_of(name);
  if (stem.size() != 4 || !std::all_of(stem.begin(), stem.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  year = std::stoi(std::string(stem));
  return true;
}

class Walk {
 public:
  Walk(const FileReader& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  StoreFiles run() {
    enter_areas();
    enter_flat("officers", msg::path_officers_help, [](const std::string& name) { return is_id(stem_of(name)); });
    enter_flat("catalog", msg::path_catalog_help, [](const std::string& name) {
      return name == "codes.yaml" || name == "indicators.yaml" || name == "rules.yaml";
    });
    enter_flat("calendar", msg::path_calendar_help, [this](const std::string& name) {
      int year = 0;
      if (!is_calendar_name(name, year)) return false;
      result_.calendars.push_back(year);
      return true;
    });
    for_each("published", [this](const std::string& path, const FolderEntry& entry) {
      if (!is_folder_with_id(entry)) return refuse(path, entry, msg::path_published_help);
      enter_published(path);
    });
    return std::move(result_);
  }

 private:
  static bool is_folder_with_id(const FolderEntry& entry) {
    return entry.kind == FileKind::directory && is_id(entry.name);
  }

  // The entries that are files or folders, as f(path, entry). Returns whether
  // there was anything at all.
  template <typename F>
  bool for_each(const std::string& folder, F&& f) {
    const auto entries = model::list_folder(files_, folder, diagnostics_);
    for (const FolderEntry& entry : entries) {
      const auto path = folder + "/" + entry.name;
      if (entry.kind == FileKind::link || entry.kind == FileKind::other) {
        diagnostics_.error("file-kind", {path, {}}, say(msg::path_odd_kind), say(msg::path_odd_kind_help));
      } else {
        f(path, entry);
      }
    }
    return !entries.empty();
  }

  template <typename F>
  void enter_flat(const std::string& folder, const Message& help, F&& belongs) {
    for_each(folder, [&](const std::string& path, const FolderEntry& entry) {
      if (entry.kind != FileKind::regular || !belongs(entry.name)) refuse(path, entry, help);
    });
  }

  void enter_areas() {
    for_each("areas", [this](const std::string& path, const FolderEntry& entry) {
      if (!is_folder_with_id(entry) || !is_area_id(entry.name)) return refuse(path, entry, msg::path_areas_help);
      enter_area(path, AreaId{entry.name});
    });
    std::sort(result_.areas.begin(), result_.areas.end(),
              [](const AreaFiles& a, const AreaFiles& b) { return a.area < b.area; });
  }

  void enter_area(const std::string& folder, const AreaId& id) {
    bool has_file = false;
    const bool used = for_each(folder, [&](const std::string& path, const FolderEntry& entry) {
      if (entry.name == "area.yaml") {
        has_file = true;  // loading the areas says what is wrong with it
      } else if (entry.name == "reports" && entry.kind == FileKind::directory) {
        enter_reports(path, id);
      } else if (is_folder_with_id(entry) && is_area_id(entry.name)) {
        enter_area(path, AreaId{id.str() + "/" + entry.name});
      } else {
        refuse(path, entry, msg::path_area_help);
      }
    });
    if (used && !has_file && files_.kind(folder + "/area.yaml") == FileKind::missing) {
      diagnostics_.error("path-unknown", {folder, {}}, say(msg::path_no_area), say(msg::path_no_area_help));
    }
  }

  void enter_reports(const std::string& folder, const AreaId& id) {
    AreaFiles found{id, {}};
    for_each(folder, [&](const std::string& path, const FolderEntry& entry) {
      if (!is_folder_with_id(entry)) return refuse(path, entry, msg::path_reports_help);
      for_each(path, [&](const std::string& file, const FolderEntry& report) {
        auto key = report.kind == FileKind::regular ? parse_report_path(file) : std::nullopt;
        if (!key) return refuse(file, report, msg::path_report_help);
        found.reports.push_back(std::move(*key));
      });
    });
    std::sort(found.reports.begin(), found.reports.end(), [](const ReportKey& a, const ReportKey& b) {
      return std::tie(a.org, a.period, a.review) < std::tie(b.org, b.period, b.review);
    });
    if (!found.reports.empty()) result_.areas.push_back(std::move(found));
  }

  void enter_published(const std::string& folder) {
    for_each(folder, [this](const std::string& path, const FolderEntry& entry) {
      if (is_folder_with_id(entry)) return enter_published(path);
      auto parsed = entry.kind == FileKind::regular ? parse_published_path(path) : std::nullopt;
      if (!parsed) return refuse(path, entry, msg::path_published_help);
      result_.published.push_back(std::move(*parsed));
    });
  }

  void refuse(const std::string& path, const FolderEntry& entry, const Message& help) {
    const bool folder = entry.kind == FileKind::directory;
    diagnostics_.error("path-unknown", {path, {}}, say(folder ? msg::path_unknown_folder : msg::path_unknown), say(help));
    if (folder) {
      gather(path);
    } else {
      result_.others.push_back(path);
    }
  }

  // The files below a folder that belongs nowhere; one finding for it is enough.
  void gather(const std::string& folder) {
    for_each(folder, [this](const std::string& path, const FolderEntry& entry) {
      if (entry.kind == FileKind::directory) return gather(path);
      result_.others.push_back(path);
    });
  }

  const FileReader& files_;
  Diagnostics& diagnostics_;
  StoreFiles result_;
};

}  // namespace

StoreFiles walk_store(const FileReader& files, Diagnostics& diagnostics) { return Walk(files, diagnostics).run(); }

}  // namespace nammo::rules
