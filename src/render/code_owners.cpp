#include <algorithm>

#include "base/catalogue/render.h"
#include "render/roster.h"

namespace nammo {
namespace {

// Those of one area; a person who stands there twice is named once.
struct Owners {
  std::string addresses;
  std::vector<std::string> without;  // names of those who have no address
};

void add(Owners& owners, const Officer& officer) {
  const std::string word = " " + officer.email;
  if (officer.email.empty()) {
    const std::string name = printable(officer.name) + " (" + officer.id.str() + ")";
    if (std::find(owners.without.begin(), owners.without.end(), name) == owners.without.end()) owners.without.push_back(name);
  } else if ((owners.addresses + " ").find(word + " ") == std::string::npos) {
    owners.addresses += word;
  }
}

std::string lines_of(const AreaId& area, const Owners& owners, Language language) {
  const std::string pattern = "/areas/" + area.str() + "/";
  std::string text;
  for (const auto& name : owners.without) text += "# " + say_in(language, msg::owners_no_address, pattern, name) + "\n";
  return owners.addresses.empty() ? text : text + pattern + printable(owners.addresses) + "\n";
}

}  // namespace

std::string code_owners(const Store& store, const OfficerView& view, Language language) {
  std::string text = "# " + say_in(language, msg::owners_generated, format_date(view.day)) + "\n# " + say_in(language, msg::owners_order) + "\n\n";
  const auto list = placements(store, view);
  for (auto at = list.begin(); at != list.end();) {
    const Area* area = at->area;
    Owners owners;
    for (; at != list.end() && at->area == area; ++at) add(owners, officer_of(store, at->assignment->officer));
    text += lines_of(area->id, owners, language);
  }
  return text;
}

}  // namespace nammo
