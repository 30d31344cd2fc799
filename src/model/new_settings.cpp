#include "base/catalogue/model.h"
#include "base/unicode.h"
#include "model/new_store_parts.h"
#include "yaml/new_file.h"

namespace nammo {
namespace {

// The committee of the Party at a place of that kind: "thị xã Thuận Thành" -> "Thị ủy".
std::string committee_of(std::string_view place) {
  struct Kind {
    std::string_view place;
    std::string_view committee;
  };
  constexpr Kind kKinds[] = {{"tỉnh ", "Tỉnh ủy"}, {"thành phố ", "Thành ủy"}, {"thị xã ", "Thị ủy"}, {"huyện ", "Huyện ủy"},
                             {"quận ", "Quận ủy"}, {"phường ", "Đảng ủy"},     {"xã ", "Đảng ủy"},    {"thị trấn ", "Đảng ủy"},
                             {"đặc khu ", "Đảng ủy"}};
  const std::string lower = to_lower(place);
  for (const Kind& kind : kKinds) {
    if (lower.starts_with(kind.place)) return std::string(kind.committee);
  }
  return {};
}

std::string upper(const NewStore& store, const NamedId& organisation) {
  return to_upper(organisation.label + " " + store.areas.front().name);
}

struct SettingsWriter {
  const NewStore& store;
  yaml::NewFile file{"nammo.yaml", "settings"};

  template <typename... Args>
  std::string said(const Message& message, const Args&... args) const {
    return say_in(store.language, message, args...);
  }

  [[nodiscard]] bool gathers(const NamedId& organisation) const { return organisation.id == store.gathers.str(); }

  void levels() {
    std::vector<EditValue> levels;
    for (const NamedId& level : store.levels) levels.push_back(mapping_value({{"id", text_value(level.id)}, {"label", text_value(level.label)}}));
    file.list("levels", levels);
  }

  // At the top level what the office itself prints; at the levels between what they do.
  void letterhead(const NamedId& organisation, std::size_t level) {
    const bool party = gathers(organisation);
    file.begin_mapping(store.levels[level].id);
    file.plain("family", party ? "party" : "mass-organisation");
    const bool top = level == 0;
    if (top && organisation.id == store.organisations.front().id) file.text("parent", to_upper(store.parent));
    if (level == 1) file.text("parent", upper(store, organisation));
    if (top) file.text("place", bare_name(store.areas.front().name, store.levels.front().label));
    file.text("symbol", (party ? "BC/" : "BC-") + to_upper(organisation.id));
    std::vector<EditValue> signatures;
    if (!party) signatures.push_back(text_value(said(top ? msg::model_new_for_standing : msg::model_new_for_committee)));
    signatures.push_back(text_value(said(party ? msg::model_new_head : msg::model_new_chairman)));
    file.value("signed", list_value(std::move(signatures)));
    file.value("copies", list_value({text_value(said(msg::model_new_filed))}));
    file.end_mapping();
  }

  void organisation(const NamedId& one) {
    const std::size_t reached = gathers(one) ? 1 : store.levels.size();
    file.begin_entry();
    file.text("id", one.id);
    file.text("label", one.label);
    file.begin_mapping("units");
    for (std::size_t level = 0; level < reached; ++level) file.text(store.levels[level].id, unit_at(store, one, level) + " {area}");
    file.end_mapping();
    file.begin_mapping("letterhead");
    for (std::size_t level = 0; level < reached && (level == 0 || level + 1 < store.levels.size()); ++level) letterhead(one, level);
    file.end_mapping();
    file.end_entry();
  }

  void receiver(std::string_view id, const std::string& name, const Message& purpose) {
    file.value(id, mapping_value({{"name", text_value(name)}, {"for", text_value(said(purpose))}}));
  }

  void recipients() {
    file.begin_mapping("recipients");
    for (const NamedId& one : reporting_organisations(store)) {
      for (std::size_t level = store.levels.size() - 1; level-- > 0;) {
        file.text(unit_recipient(store, one, level), unit_at(store, one, level) + " " + store.levels[level].label);
      }
      const bool first = one.id == store.organisations.front().id;
      receiver(above_recipient(one), first && !store.parent.empty() ? store.parent : said(msg::model_new_above, one.label), msg::model_new_to_report);
    }
    const std::string committee = committee_of(store.areas.front().name);
    receiver(kCommittee, committee.empty() ? said(msg::model_new_committee) : said(msg::model_new_standing_of, committee), msg::model_new_through);
    receiver(kMobilisationAbove, said(msg::model_new_mobilisation_above), msg::model_new_to_report);
    if (!store.gathers.empty()) receiver(kCommitteeAbove, said(msg::model_new_committee_above), msg::model_new_to_report);
    file.text(kNetwork, said(msg::model_new_network));
    file.end_mapping();
  }
};

}  // namespace

std::vector<NamedId> reporting_organisations(const NewStore& store) {
  std::vector<NamedId> reporting;
  for (const NamedId& one : store.organisations) {
    if (one.id != store.gathers.str()) reporting.push_back(one);
  }
  return reporting;
}

// Two ids may be too long for one.
std::string unit_recipient(const NewStore& store, const NamedId& organisation, std::size_t level) {
  std::string id = organisation.id + "-" + store.levels[level].id;
  if (is_id(id)) return id;
  return organisation.id.substr(0, organisation.id.find('-')) + "-" + std::to_string(organisation.id.size()) + "-" + std::to_string(level + 1);
}

std::string above_recipient(const NamedId& organisation) {
  std::string id = organisation.id + "-cap-tren";
  return is_id(id) ? id : organisation.id.substr(0, organisation.id.find('-')) + "-" + std::to_string(organisation.id.size()) + "-cap-tren";
}

std::string new_settings(const NewStore& store) {
  SettingsWriter settings{store};
  yaml::NewFile& file = settings.file;
  file.comment(settings.said(msg::model_new_settings));
  file.plain("nammo", "1");
  file.text("name", store.name);
  file.plain("language", store.language == Language::vi ? "vi" : "en");
  file.text("timezone", store.timezone);
  file.value("weekend", list_value({plain_value("saturday"), plain_value("sunday")}));
  const std::size_t confidential = store.levels.size() > 1 ? store.levels.size() - 2 : 0;
  file.value("privacy", mapping_value({{"confidential_from", text_value(store.levels[confidential].id)}}));
  file.comment(settings.said(msg::model_new_levels));
  settings.levels();
  file.comment(settings.said(msg::model_new_organisations));
  file.begin_list("organisations");
  for (const NamedId& one : store.organisations) settings.organisation(one);
  file.end_list();
  file.comment(settings.said(msg::model_new_recipients));
  settings.recipients();
  return file.take();
}

}  // namespace nammo
