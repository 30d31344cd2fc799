#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nammo/report.h"
#include "nammo/schedule.h"
#include "nammo/text.h"

namespace nammo {

// ---- numbers ---------------------------------------------------------------

// "1.234,5", in English "1,234.5".
[[nodiscard]] std::string number_text(const Decimal& value, Language language);
[[nodiscard]] std::string number_text(long long value, Language language);
// For a ratio, which machines get with six decimals: one, and none when it is 0.
[[nodiscard]] Decimal rounded(const Decimal& value);

// ---- days and moments ------------------------------------------------------

// "02/5/2024": a leading 0 for days below 10 and months 1 and 2 only, as
// offices write. In English "2 May 2024".
[[nodiscard]] std::string day_text(Date day, Language language);
// "08/5", "8 May"
[[nodiscard]] std::string short_day_text(Date day, Language language);
// "ngày 09 tháng 5 năm 2024", "9 May 2024"
[[nodiscard]] std::string long_day_text(Date day, Language language);
// "17h00 ngày 08/5", with the year where it is not `year`.
[[nodiscard]] std::string moment_text(Instant moment, const Zone& zone, std::chrono::year year, Language language);
// "17h00", "17:00"
[[nodiscard]] std::string hour_text(Minutes time, Language language);
[[nodiscard]] std::string hour_text(Instant moment, const Zone& zone, Language language);
// "thứ Tư"; "thứ Tư, 08/5/2024"; "17h00 thứ Tư, 08/5/2024".
[[nodiscard]] std::string weekday_text(std::chrono::weekday day, Language language);
[[nodiscard]] std::string weekday_text(Date day, Language language);
[[nodiscard]] std::string weekday_text(Instant moment, const Zone& zone, Language language);
// The last day of a window.
[[nodiscard]] Date last_day(const Window& window, const Zone& zone);
// "Tuần 19/2024", "Tháng 5/2024", "Quý II/2024", "6 tháng đầu năm 2024", "Năm 2024".
[[nodiscard]] std::string period_text(const Period& period, Language language);

// ---- sentences -------------------------------------------------------------

[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view between);
// With a mark at its end, and without the full stop at its end; one that is all there is stays.
[[nodiscard]] std::string sentence(std::string_view text);
[[nodiscard]] std::string without_stop(std::string_view text);
// At most about `characters` of it, cut between words with "…".
[[nodiscard]] std::string clipped(std::string_view text, std::size_t characters);

}  // namespace nammo
