#pragma once

#include <string>

#include "nammo/report.h"
#include "nammo/schedule.h"
#include "nammo/store.h"
#include "nammo/text.h"

namespace nammo {

// What is said of one report when it is handed in, accepted or sent back: a line each,
// fit to print. Officers of whom nothing is loaded stand with their ids.

// "Báo cáo nhanh, tuần 19/2024, Chi hội CCB Khu phố 1: đã nộp 16h40 thứ Tư, 08/5/2024, đúng
// hạn (hạn 17h00 thứ Tư, 08/5/2024)": which report, and how it stands.
[[nodiscard]] std::string delivery_line(const Store& store, const Delivery& delivery, Language language);

// "Báo cáo nhanh, tuần 19/2024, Chi hội CCB Khu phố 1": which report alone.
[[nodiscard]] std::string report_name(const Store& store, const Obligation& obligation, Language language);
// "Báo cáo nhanh, tuần 19/2024, Hội CCB phường Hồ, bản v1": a version that was published.
[[nodiscard]] std::string document_name(const Store& store, const Obligation& obligation, int version, Language language);

// "yêu cầu bổ sung 08h10 thứ Năm, 09/5/2024, Lê Văn C, lý do: Thiếu số đơn": what a review
// says, whether or not it still holds.
[[nodiscard]] std::string review_line(const Store& store, const Review& review, Language language);

}  // namespace nammo
