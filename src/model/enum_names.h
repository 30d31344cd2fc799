#pragma once

#include <array>
#include <string_view>

#include "nammo/area.h"
#include "nammo/catalog.h"
#include "nammo/period.h"
#include "nammo/regime.h"
#include "nammo/report.h"
#include "nammo/store.h"
#include "nammo/text.h"

namespace nammo::model {

// The words in the files for the values of an enum.
template <typename E>
struct EnumName {
  std::string_view text;
  E value;
};

template <typename E>
inline constexpr int kNamesOf = 0;  // only enums with a table of their own can be read

template <>
inline constexpr auto kNamesOf<Language> =
    std::to_array<EnumName<Language>>({{"vi", Language::vi}, {"en", Language::en}});

template <>
inline constexpr auto kNamesOf<LetterheadFamily> = std::to_array<EnumName<LetterheadFamily>>(
    {{"state", LetterheadFamily::state},
     {"party", LetterheadFamily::party},
     {"mass-organisation", LetterheadFamily::mass_organisation}});

template <>
inline constexpr auto kNamesOf<AccountState> = std::to_array<EnumName<AccountState>>(
    {{"none", AccountState::none}, {"requested", AccountState::requested}, {"issued", AccountState::issued}});

template <>
inline constexpr auto kNamesOf<Role> =
    std::to_array<EnumName<Role>>({{"lead", Role::lead}, {"deputy", Role::deputy}});

template <>
inline constexpr auto kNamesOf<Succession::How> = std::to_array<EnumName<Succession::How>>(
    {{"merged", Succession::How::merged},
     {"split", Succession::How::split},
     {"moved", Succession::How::moved},
     {"renamed", Succession::How::renamed}});

template <>
inline constexpr auto kNamesOf<PeriodKind> = std::to_array<EnumName<PeriodKind>>(
    {{"week", PeriodKind::week},
     {"month", PeriodKind::month},
     {"quarter", PeriodKind::quarter},
     {"half", PeriodKind::half},
     {"year", PeriodKind::year},
     {"adhoc", PeriodKind::adhoc},
     {"once", PeriodKind::once}});

template <>
inline constexpr auto kNamesOf<OnHoliday> = std::to_array<EnumName<OnHoliday>>(
    {{"keep", OnHoliday::keep}, {"previous", OnHoliday::previous}, {"next", OnHoliday::next}});

template <>
inline constexpr auto kNamesOf<IndicatorKind> = std::to_array<EnumName<IndicatorKind>>(
    {{"flow", IndicatorKind::flow},
     {"stock", IndicatorKind::stock},
     {"ytd", IndicatorKind::ytd},
     {"ratio", IndicatorKind::ratio}});

template <>
inline constexpr auto kNamesOf<AreaRule> = std::to_array<EnumName<AreaRule>>(
    {{"add", AreaRule::add}, {"lowest", AreaRule::lowest}, {"reconcile", AreaRule::reconcile}});

template <>
inline constexpr auto kNamesOf<DerivedFrom::Sum> = std::to_array<EnumName<DerivedFrom::Sum>>(
    {{"entries", DerivedFrom::Sum::entries},
     {"count", DerivedFrom::Sum::count},
     {"people", DerivedFrom::Sum::people}});

template <>
inline constexpr auto kNamesOf<WhenMissing> = std::to_array<EnumName<WhenMissing>>(
    {{"skip", WhenMissing::skip}, {"zero", WhenMissing::zero}, {"error", WhenMissing::error}});

template <>
inline constexpr auto kNamesOf<MatterSeverity> = std::to_array<EnumName<MatterSeverity>>(
    {{"normal", MatterSeverity::normal},
     {"watch", MatterSeverity::watch},
     {"complex", MatterSeverity::complex},
     {"hotspot", MatterSeverity::hotspot}});

template <>
inline constexpr auto kNamesOf<Breadth> = std::to_array<EnumName<Breadth>>(
    {{"vast-majority", Breadth::vast_majority},
     {"majority", Breadth::majority},
     {"many", Breadth::many},
     {"some", Breadth::some},
     {"isolated", Breadth::isolated}});

template <>
inline constexpr auto kNamesOf<Stance> = std::to_array<EnumName<Stance>>(
    {{"pleased", Stance::pleased},
     {"agree", Stance::agree},
     {"concerned", Stance::concerned},
     {"frustrated", Stance::frustrated},
     {"disagree", Stance::disagree},
     {"unclear", Stance::unclear}});

template <>
inline constexpr auto kNamesOf<MatterStatus> = std::to_array<EnumName<MatterStatus>>(
    {{"new", MatterStatus::fresh}, {"handling", MatterStatus::handling}, {"closed", MatterStatus::closed}});

template <>
inline constexpr auto kNamesOf<MatterFlag> = std::to_array<EnumName<MatterFlag>>(
    {{"prolonged", MatterFlag::prolonged},
     {"backlog", MatterFlag::backlog},
     {"public-concern", MatterFlag::public_concern}});

template <>
inline constexpr auto kNamesOf<ProposalKind> = std::to_array<EnumName<ProposalKind>>(
    {{"resolve", ProposalKind::resolve},
     {"amend-policy", ProposalKind::amend_policy},
     {"replicate-model", ProposalKind::replicate_model},
     {"dialogue-topic", ProposalKind::dialogue_topic},
     {"support", ProposalKind::support}});

template <>
inline constexpr auto kNamesOf<ProposalStatus> = std::to_array<EnumName<ProposalStatus>>(
    {{"open", ProposalStatus::open},
     {"answered", ProposalStatus::answered},
     {"rejected", ProposalStatus::rejected},
     {"done", ProposalStatus::done}});

template <>
inline constexpr auto kNamesOf<DirectiveProgress> = std::to_array<EnumName<DirectiveProgress>>(
    {{"not-started", DirectiveProgress::not_started},
     {"doing", DirectiveProgress::doing},
     {"done", DirectiveProgress::done}});

template <>
inline constexpr auto kNamesOf<DialogueStage> = std::to_array<EnumName<DialogueStage>>(
    {{"proposed", DialogueStage::proposed},
     {"held", DialogueStage::held},
     {"followed-up", DialogueStage::followed_up}});

template <>
inline constexpr auto kNamesOf<ModelStatus> = std::to_array<EnumName<ModelStatus>>(
    {{"registered", ModelStatus::registered},
     {"effective", ModelStatus::effective},
     {"new", ModelStatus::fresh}});

template <>
inline constexpr auto kNamesOf<ReviewState> = std::to_array<EnumName<ReviewState>>(
    {{"accepted", ReviewState::accepted},
     {"returned", ReviewState::returned},
     {"requested", ReviewState::requested}});

}  // namespace nammo::model

namespace nammo {

// The word of a value as files write it; empty for one that stands for "none given".
template <typename E>
[[nodiscard]] std::string_view code_of(E value) {
  for (const auto& name : model::kNamesOf<E>) {
    if (name.value == value) return name.text;
  }
  return {};
}

}  // namespace nammo
