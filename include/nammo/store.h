#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/area.h"
#include "nammo/catalog.h"
#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/ids.h"
#include "nammo/regime.h"
#include "nammo/text.h"
#include "nammo/time.h"

namespace nammo {

// The format of stores that this nammo reads and writes.
inline constexpr int kStoreFormat = 1;

struct Level {
  LevelId id;
  Text label;
};

enum class LetterheadFamily { state, party, mass_organisation };

// What the templates print at the head and foot of a level's documents.
struct Letterhead {
  LetterheadFamily family = LetterheadFamily::mass_organisation;
  std::string parent;
  std::string place;
  std::string symbol;
  std::vector<std::string> signed_by;
  std::vector<std::string> copies;
};

struct Organisation {
  OrgId id;
  Text label;
  std::map<LevelId, std::string> units;  // "Chi hội CCB {area}"
  std::map<LevelId, Letterhead> letterheads;
};

struct Recipient {
  RecipientId id;
  Text name;
  Text purpose;  // `for`: "báo cáo"; may be empty
  std::optional<Date> since;
  std::optional<Date> until;
};

// nammo.yaml
struct Settings {
  int format = kStoreFormat;
  Text name;
  Language language = Language::vi;
  std::string timezone;
  std::vector<std::chrono::weekday> weekend;
  Place weekend_place;             // of the value of that key; all 0 where it is not given
  LevelId confidential_from;       // empty: no level is below it
  std::vector<std::string> allow;  // published office numbers
  std::vector<Level> levels;       // top first
  std::vector<Organisation> organisations;
  std::vector<Recipient> recipients;

  [[nodiscard]] const Level* level(const LevelId& id) const;
  // 0 for the top level; empty for an unknown one.
  [[nodiscard]] std::optional<int> rank(const LevelId& id) const;
  [[nodiscard]] const Organisation* organisation(const OrgId& id) const;
  [[nodiscard]] const Recipient* recipient(const RecipientId& id) const;
};

enum class AccountState { none, requested, issued };

// officers/<id>.yaml
struct Officer {
  OfficerId id;
  std::string name;
  OrgId org;
  std::string title;
  std::string email;
  std::string phone;
  AccountState account = AccountState::none;
};

// What names can be judged by. A kind of names stays false here while nothing was
// loaded that declares them, or when its file cannot be read at all: then a
// reference to such a name is taken as it is, and no finding is made of it.
struct Declared {
  bool settings = false;    // levels, organisations, recipients
  bool regime = false;      // report types
  bool codes = false;
  bool indicators = false;
  bool officers = false;
  std::optional<AreaId> areas;  // the root that load_areas was given; what lies outside is not judged

  // Who has a file, and what has a key, read or not.
  std::set<AreaId> area_ids;
  std::set<ReportTypeId> type_ids;
  std::set<IndicatorId> indicator_ids;
};

// A store without its reports. What a command did not ask for stays empty.
struct Store {
  Settings settings;
  Zone zone;
  CodeLists codes;
  Indicators indicators;
  std::vector<FigureRule> rules;
  Regime regime;
  Calendars calendars;
  std::map<OfficerId, Officer> officers;
  std::set<OfficerId> known_officers;  // who has a file, read or not
  AreaTree areas;
  Declared declared;
};

// The folders above `start` (itself first) hold the store where nammo.yaml
// stands; empty when there is none up to the root of the disk.
[[nodiscard]] std::optional<std::string> find_store(const std::string& start);

// nammo.yaml and the zone that it names. Empty when there is no such file or its
// bytes cannot be had, when it is of a newer format, or when this machine knows no
// time zones. A file with any other error gives what could be read of it, so that
// `check` can go on: all other commands stop when `diagnostics` has an error.
[[nodiscard]] std::optional<Store> load_settings(const FileReader& files, Diagnostics& diagnostics);

// Each reads its files into `store`, in any order, and resolves what they name. What
// has an error is left out and named in `diagnostics`. A file that is not there
// declares nothing; only reporting.yaml must be.
void load_regime(const FileReader& files, Store& store, Diagnostics& diagnostics);
void load_catalog(const FileReader& files, Store& store, Diagnostics& diagnostics);
void load_calendar(const FileReader& files, int year, Store& store, Diagnostics& diagnostics);
void load_officers(const FileReader& files, Store& store, Diagnostics& diagnostics);
// The names of the officers' files alone, enough to resolve who acts.
void list_officers(const FileReader& files, Store& store);
// The areas that a person may mean: the one of that id, else those whose id ends
// in "/" and `typed`; for an empty `typed`, the top areas. Lists folders, reads no file.
[[nodiscard]] std::vector<AreaId> find_areas(const FileReader& files, std::string_view typed);
// The area `root` with what lies above and below it; an empty root: every area.
// Never enters a folder of reports.
void load_areas(const FileReader& files, const AreaId& root, Store& store, Diagnostics& diagnostics);

}  // namespace nammo
