#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nammo/status.h"
#include "nammo/text.h"

namespace nammo {

// How one unit stood in one period, as one letter.
enum class Mark : std::uint8_t { none, on_time, late, missing, returned, draft, upcoming };

struct MatrixRow {
  std::string unit;
  std::vector<Mark> marks;  // one a period
};

// Every unit of which something is expected, parents before what lies below them.
[[nodiscard]] std::vector<MatrixRow> matrix_rows(const Store& store, const Status& status, Language language);
[[nodiscard]] std::string letter(Mark mark, Language language);
// "Đ đúng hạn · T chưa nộp, thiếu": the letters that stand in the rows.
[[nodiscard]] std::string matrix_key(const std::vector<MatrixRow>& rows, Language language);

// The matrix within 80 columns, with its key. Too many periods stand closer, and
// the first of those that find no place are left out, which a line then says.
[[nodiscard]] std::string matrix_text(const Store& store, const Status& status, Language language);

}  // namespace nammo
