#include <doctest/doctest.h>

#include <string>

#include "render/workbook.h"
#include "unit/render_case.h"

using namespace nammo;

namespace {

Workbook one_sheet() {
  Sheet sheet{"Số liệu", {"Chỉ tiêu", "Cộng"}, {}, {"Ghi chú"}};
  sheet.rows.push_back({std::string{"=1+1"}, SheetNumber{{12345, 1}, 1, true}});
  sheet.rows.push_back({std::string{}, SheetMark{"…"}});
  return {"Báo cáo & số liệu", {sheet}, *parse_instant("2024-05-09T10:00+07:00")};
}

}  // namespace

TEST_CASE("workbook: the same values are the same bytes, and a zip") {
  const auto first = workbook_xlsx(one_sheet(), Language::vi);
  REQUIRE(first.bytes);
  CHECK(first.bytes->starts_with("PK\x03\x04"));
  CHECK(first.reason.empty());
  CHECK(workbook_xlsx(one_sheet(), Language::vi).bytes == first.bytes);
  auto later = one_sheet();
  later.created += std::chrono::seconds{1};
  CHECK(workbook_xlsx(later, Language::vi).bytes != first.bytes);
}

TEST_CASE("workbook: a text longer than a cell and a title longer than a page's head do no harm") {
  auto book = one_sheet();
  const std::string at_most(32767, 'x');
  book.title = std::string(300, '&');
  book.sheets[0].rows.push_back({at_most + " cuối", SheetMark{"x"}});
  book.sheets[0].rows.push_back({std::string("a\x1b[31m\xFF\xE2\x80\xAE"), SheetMark{"x"}});
  CHECK(workbook_xlsx(book, Language::en).bytes);
}
