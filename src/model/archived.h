#pragma once

// Lists and texts of a report have no more than 2^32 entries.
#define CEREAL_SIZE_TYPE std::uint32_t
#include <cstdint>

#include <cereal/archives/binary.hpp>
#include <cereal/types/chrono.hpp>
#include <cereal/types/common.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>

#include <chrono>
#include <string>

#include "nammo/report.h"

namespace cereal {

// 20240508; one that is none, as of a period without a day, too.
template <typename Archive>
int save_minimal(const Archive&, const nammo::Date& date) {
  return (static_cast<int>(date.year()) * 100 + static_cast<int>(static_cast<unsigned>(date.month()))) * 100 +
         static_cast<int>(static_cast<unsigned>(date.day()));
}
template <typename Archive>
void load_minimal(const Archive&, nammo::Date& date, const int& packed) {
  date = {std::chrono::year{packed / 10000}, std::chrono::month{static_cast<unsigned>(packed / 100 % 100)},
          std::chrono::day{static_cast<unsigned>(packed % 100)}};
}

}  // namespace cereal

// How cereal packs a filing: all of it but what abridge() takes away, and what its key
// and its path tell.
namespace nammo {

template <typename Archive, typename Tag>
std::string save_minimal(const Archive&, const Id<Tag>& id) {
  return id.str();
}
template <typename Archive, typename Tag>
void load_minimal(const Archive&, Id<Tag>& id, const std::string& text) {
  id = Id<Tag>{text};
}

template <typename Archive>
void serialize(Archive& archive, Place& place) {
  archive(place.line, place.column, place.end_line, place.end_column);
}
template <typename Archive, typename T>
void serialize(Archive& archive, Placed<T>& placed) {
  archive(placed.value, placed.place);
}
template <typename Archive>
void serialize(Archive& archive, Decimal& decimal) {
  archive(decimal.digits, decimal.scale);
}
template <typename Archive>
void serialize(Archive& archive, Period& period) {
  archive(period.kind, period.year, period.number, period.day, period.type);
}
template <typename Archive>
void serialize(Archive& archive, Situation& entry) {
  archive(entry.id, entry.field, entry.topic, entry.severity, entry.status, entry.date, entry.people, entry.flags, entry.case_id,
          entry.from, entry.up, entry.place, entry.date_place);
}
template <typename Archive>
void serialize(Archive& archive, Opinion& entry) {
  archive(entry.field, entry.topic, entry.stance, entry.breadth, entry.date, entry.place, entry.date_place);
}
template <typename Archive>
void serialize(Archive& archive, Activity& entry) {
  archive(entry.kind, entry.title, entry.date, entry.count, entry.people, entry.place, entry.date_place);
}
template <typename Archive>
void serialize(Archive& archive, Proposal& entry) {
  archive(entry.id, entry.to, entry.kind, entry.status, entry.first_raised, entry.from, entry.up, entry.place);
}
template <typename Archive>
void serialize(Archive& archive, Figure& figure) {
  archive(figure.indicator, figure.value, figure.codes, figure.estimate, figure.place);
}
template <typename Archive>
void serialize(Archive& archive, Received& received) {
  archive(received.at, received.via, received.by, received.place);
}
template <typename Archive>
void serialize(Archive& archive, Report& report) {
  archive(report.type, report.officer, report.submitted, report.received, report.nil, report.situation, report.opinions,
          report.activities, report.figures, report.proposals, report.occurred, report.continues, report.period_place,
          report.nil_place, report.situation_place, report.opinions_place, report.continues_place);
}
template <typename Archive>
void serialize(Archive& archive, Review& review) {
  archive(review.state, review.by, review.at, review.content, review.because, review.due);
}
template <typename Archive>
void serialize(Archive& archive, Filing& filing) {
  archive(filing.exists, filing.report, filing.review, filing.content);
}

}  // namespace nammo
