#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nammo/text_form.h"
#include "render/form_table.h"

namespace nammo {

// What a form says to its writer.

// "BÁO CÁO NHANH – TUẦN 19/2024"
[[nodiscard]] std::string form_title(const Store& store, const ReportHead& head, Language language);
// `text` in lines that begin with `mark`.
[[nodiscard]] std::string guidance(std::string_view text, std::string_view mark = "# ");
[[nodiscard]] std::vector<const Message*> head_notes(const ReportType& type);
// The choices of every list that the form asks for, by the labels of its lines.
[[nodiscard]] std::string choices_guidance(const Store& store, const ReportType& type, Language language);
// Each line of guidance that a form of the store may have, folded.
[[nodiscard]] std::vector<std::string> all_guidance(const Store& store, const ReportType& type);
// What a part of the report goes on from: matters not closed and proposals not answered
// in the period before, and which reports came in.
[[nodiscard]] std::vector<std::string> notes_on(const Store& store, const FormSubject& subject, std::string_view part, Language language);
// True where no area below owes the same report.
[[nodiscard]] bool gives_lowest(const Store& store, const ReportHead& head);

}  // namespace nammo
