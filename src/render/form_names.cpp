#include "render/form_names.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "base/without_marks.h"

namespace nammo {

std::string folded(std::string_view text) {
  std::string words;
  bool between = false;
  for (const char c : to_lower(without_marks(text))) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%';
    if (!letter) {
      between = !words.empty();
      continue;
    }
    if (between) words += ' ';
    between = false;
    words += c;
  }
  return words;
}

FormNames::FormNames(std::vector<FormName> names) : names_(std::move(names)) {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const FormName& name = names_[i];
    exact_.push_back({name.code, i});
    whole_.push_back({folded(name.code), i});
    for (const std::string* label : {&name.label.vi, &name.label.en}) {
      exact_.push_back({to_lower(to_nfc(*label)), i});
      whole_.push_back({folded(*label), i});
      for (std::size_t at = 0; at != std::string::npos;) {
        const auto comma = label->find_first_of(",;", at);
        parts_.push_back({folded(std::string_view(*label).substr(at, comma - at)), i});
        at = comma == std::string::npos ? comma : comma + 1;
      }
    }
  }
}

const FormName* FormNames::only(const std::vector<Key>& keys, std::string_view text) const {
  const FormName* found = nullptr;
  for (const Key& key : keys) {
    if (key.text != text || key.text.empty() || found == &names_[key.name]) continue;
    if (found != nullptr) return nullptr;
    found = &names_[key.name];
  }
  return found;
}

const FormName* FormNames::find_whole(std::string_view typed) const {
  if (const FormName* exact = only(exact_, to_lower(to_nfc(typed)))) return exact;
  return only(whole_, folded(typed));
}

const FormName* FormNames::find(std::string_view typed) const {
  if (const FormName* whole = find_whole(typed)) return whole;
  return only(parts_, folded(typed));
}

std::string FormNames::nearest(std::string_view typed, Language language) const {
  const std::string word = folded(typed);
  if (word.empty() || word.size() > 80) return {};
  std::vector<std::string_view> candidates;
  for (const Key& key : whole_) candidates.push_back(key.text);
  const std::string_view near = closest(word, candidates);
  const auto found = std::find_if(whole_.begin(), whole_.end(), [&](const Key& key) { return !near.empty() && key.text == near; });
  return found == whole_.end() ? std::string{} : names_[found->name].label.in(language);
}

}  // namespace nammo
