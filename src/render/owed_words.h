#pragma once

#include <span>
#include <string>

#include "nammo/schedule.h"
#include "nammo/store.h"
#include "nammo/text.h"
#include "nammo/time.h"

namespace nammo {

// What one report that is owed is called and what is said of it to who owes it.

// "Báo cáo nhanh, tuần 19/2024"; an ad hoc one with its number.
[[nodiscard]] std::string report_title(const Store& store, const Obligation& obligation, Language language);
// The same with the days that it is about: "… (từ ngày 02/5/2024 đến hết ngày 08/5/2024)".
[[nodiscard]] std::string titled_window(const Store& store, const Obligation& obligation, Language language);
// Several in one line, by type: "Báo cáo nhanh: tuần 18/2024, tuần 17/2024; Báo cáo tháng: …".
[[nodiscard]] std::string short_titles(const Store& store, std::span<const Delivery* const> deliveries, Language language);
// "Hội CCB phường Hồ, Hội CCB thị xã"; empty where the step names nobody.
[[nodiscard]] std::string recipients_text(const Store& store, const Obligation& obligation, Language language);
// "Nguyễn Văn A", fit to print; the id of an officer that is not loaded.
[[nodiscard]] std::string officer_name(const Store& store, const OfficerId& officer);
// "Kính gửi đồng chí Nguyễn Văn A, Chi hội trưởng Khu phố 1,"
[[nodiscard]] std::string greeting_text(const Store& store, const OfficerId& officer, Language language);
// "1 ngày 2 giờ", "1 giờ 30 phút", "5 phút": at most two units, rounded down.
[[nodiscard]] std::string span_text(std::chrono::seconds span, Language language);

// "phải nộp trước 17h00 thứ Tư, 08/5/2024, còn 2 giờ"; "chưa nộp, hạn là … , đã quá 1
// ngày"; "yêu cầu bổ sung (lý do: …), …": how it stands, and until when it must come.
[[nodiscard]] std::string owed_text(const Store& store, const Delivery& delivery, Instant now, Language language);
// "Báo cáo nhanh, tuần 19/2024, Chi hội CCB Khu phố 1: … ." with that; printable.
[[nodiscard]] std::string owed_item_text(const Store& store, const Delivery& delivery, Instant now, Language language);
// A sentence: what is to be done about it next.
[[nodiscard]] std::string next_step_text(const Store& store, const Delivery& delivery, Instant now,
                                         Language language);

}  // namespace nammo
