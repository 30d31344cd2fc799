#include "intake/labels.h"

#include <array>
#include <vector>

#include "intake/folded.h"
#include "nammo/text.h"

namespace nammo::intake {
namespace {

constexpr std::size_t kLongestLabel = 80;  // bytes

// "Văn hóa – xã hội, đời sống" -> itself, "Văn hóa", "xã hội", "đời sống".
std::vector<std::string> parts_of(const std::string& label) {
  std::vector<std::string> parts{compact(label)};
  std::string part;
  for (const char c : folded(label) + ",") {
    const bool between = c == ',' || c == ';' || static_cast<unsigned char>(c) >= 0x80U;
    if (!between) {
      part += c;
    } else if (!part.empty()) {
      parts.push_back(compact(part));
      part.clear();
    }
  }
  return parts;
}

// A word that two codes share means neither; a whole label comes before a part of another.
void add_codes(const Store& store, const char* list, std::map<std::string, CodeId, std::less<>>& words) {
  const auto found = store.codes.find(CodeListId{list});
  if (found == store.codes.end()) return;
  std::map<std::string, std::vector<CodeId>> parts;
  for (const Code& code : found->second.codes) {
    const auto all = parts_of(code.label.vi);
    for (std::size_t i = 1; i < all.size(); ++i) parts[all[i]].push_back(code.id);
  }
  for (const auto& [word, codes] : parts) {
    if (codes.size() == 1 && !word.empty()) words[word] = codes.front();
  }
  for (const Code& code : found->second.codes) {
    words[compact(code.label.vi)] = code.id;
    words[compact(code.id.str())] = code.id;
  }
}

struct StanceWord {
  std::string_view word;
  Stance stance;
};
constexpr std::array<StanceWord, 18> kStances{{{"phankhoi", Stance::pleased},
                                               {"tintuong", Stance::pleased},
                                               {"phankhoitintuong", Stance::pleased},
                                               {"dongtinh", Stance::agree},
                                               {"ungho", Stance::agree},
                                               {"dongtinhungho", Stance::agree},
                                               {"nhattri", Stance::agree},
                                               {"bankhoan", Stance::concerned},
                                               {"lolang", Stance::concerned},
                                               {"bankhoanlolang", Stance::concerned},
                                               {"bucxuc", Stance::frustrated},
                                               {"chuadongtinh", Stance::disagree},
                                               {"khongdongtinh", Stance::disagree},
                                               {"phandoi", Stance::disagree},
                                               {"chuaro", Stance::unclear},
                                               {"chuarothaido", Stance::unclear},
                                               {"nhieuybucxuc", Stance::frustrated},
                                               {"lo", Stance::concerned}}};
struct BreadthWord {
  std::string_view word;
  Breadth breadth;
};
constexpr std::array<BreadthWord, 7> kBreadths{{{"tuyetdaidaso", Breadth::vast_majority},
                                                {"daso", Breadth::majority},
                                                {"nhieuykien", Breadth::many},
                                                {"motsoykien", Breadth::some},
                                                {"motso", Breadth::some},
                                                {"cabiet", Breadth::isolated},
                                                {"nhieu", Breadth::many}}};

}  // namespace

Labels::Labels(const Store& store) {
  add_codes(store, "fields", fields_);
  add_codes(store, "topics", topics_);
}

bool Labels::take(std::string_view words, Labelled& labelled) const {
  std::string word = compact(words);
  if (word.starts_with("linhvuc")) word.erase(0, 7);
  if (const auto field = fields_.find(word); field != fields_.end()) {
    labelled.field = field->second;
    return true;
  }
  if (const auto topic = topics_.find(word); topic != topics_.end()) {
    labelled.topic = topic->second;
    return true;
  }
  for (const StanceWord& one : kStances) {
    if (one.word != word) continue;
    labelled.stance = one.stance;
    return true;
  }
  for (const BreadthWord& one : kBreadths) {
    if (one.word != word) continue;
    labelled.breadth = one.breadth;
    return true;
  }
  return false;
}

Labelled Labels::read(const std::string& about, const std::string& text) const {
  Labelled labelled;
  std::string_view rest = text;
  const bool known = about.empty() || take(about, labelled);
  for (auto colon = rest.find(':'); colon <= kLongestLabel; colon = rest.find(':')) {
    const auto behind = trimmed(rest.substr(colon + 1));
    if (behind.empty() || !take(trimmed(rest.substr(0, colon), " \t-()"), labelled)) break;
    rest = behind;
  }
  labelled.text = known ? std::string(rest) : about + ": " + std::string(rest);
  return labelled;
}

}  // namespace nammo::intake
