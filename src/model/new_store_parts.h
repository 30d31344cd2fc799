#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/shipped_file.h"
#include "nammo/new_store.h"

namespace nammo {

// Made at build from src/model/shipped/ and from what an example store has for everybody.
extern const std::span<const ShippedFile> kNewStoreTexts;

// nammo.yaml, reporting.yaml, calendar/<year>.yaml
[[nodiscard]] std::string new_settings(const NewStore& store);
[[nodiscard]] std::string new_regime(const NewStore& store);
[[nodiscard]] std::string new_calendar(int year, Language language);

// Those that report at every level, and what they are called there.
[[nodiscard]] std::vector<NamedId> reporting_organisations(const NewStore& store);
[[nodiscard]] std::string unit_at(const NewStore& store, const NamedId& organisation, std::size_t level);

// Recipients: the organisation at a level, the one above the store, and the fixed ones.
[[nodiscard]] std::string unit_recipient(const NewStore& store, const NamedId& organisation, std::size_t level);
[[nodiscard]] std::string above_recipient(const NamedId& organisation);
inline constexpr std::string_view kCommittee = "cap-uy";
inline constexpr std::string_view kCommitteeAbove = "cap-uy-cap-tren";
inline constexpr std::string_view kMobilisationAbove = "dan-van-cap-tren";
inline constexpr std::string_view kNetwork = "mang-luoi";

// "thị xã Thuận Thành" without the kind of place that the level's label names: "Thuận Thành".
[[nodiscard]] std::string bare_name(std::string_view name, std::string_view level_label);

}  // namespace nammo
