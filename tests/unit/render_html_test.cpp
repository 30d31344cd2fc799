#include <doctest/doctest.h>

#include <string>

#include "nammo/html.h"
#include "unit/render_case.h"

using namespace nammo;

namespace {

// What stands between <main> and </main>.
std::string body_of(const std::string& page) {
  const std::string open = "<main>\n";
  const auto from = page.find(open) + open.size();
  return page.substr(from, page.find("</main>") - from);
}

std::string body(const std::string& markdown) { return body_of(html_page(markdown, "x", Language::vi)); }

}  // namespace

TEST_CASE("html: head, title, abstract, parts, signature and annex have their places") {
  const std::string markdown =
      "| CẤP TRÊN<br>**HỘI** | **CỘNG HÒA**<br>**Độc lập** |\n|:---:|:---:|\n| Số: …/BC | *Hồ, ngày 09* |\n\n"
      "# BÁO CÁO\n**Tình hình**\n*(Tuần 19)*\n\n*Cơ sở*\n\n## 1. Diễn biến\n\n**1.1. Chung.** Ổn định.\n\n"
      "**1.2. Nổi lên**\n\n- *Điện:* yếu.\n\n"
      "| ***Nơi nhận:*** | **TM. BCH** |\n|:---|:---:|\n| - A;<br>- B. | **CHỦ TỊCH**<br><br>*(ký)* |\n\n"
      "### PHỤ LỤC\n\n| Chỉ tiêu | Cộng |\n|---|--:|\n| Hội viên | 1.234 |\n\n*Ghi chú.*\n";
  CHECK(body(markdown) ==
        "<header class=\"letterhead\">\n"
        "<div class=\"upper left\">CẤP TRÊN<br /><strong>HỘI</strong></div>\n"
        "<div class=\"upper right\"><strong>CỘNG HÒA</strong><br /><strong>Độc lập</strong></div>\n"
        "<div class=\"lower left\">Số: …/BC</div>\n"
        "<div class=\"lower right\"><em>Hồ, ngày 09</em></div>\n"
        "</header>\n"
        "<h1>BÁO CÁO</h1>\n"
        "<div class=\"abstract\">\n<p><strong>Tình hình</strong></p>\n<p><em>(Tuần 19)</em></p>\n</div>\n"
        "<p><em>Cơ sở</em></p>\n"
        "<h2>1. Diễn biến</h2>\n"
        "<p><strong>1.1. Chung.</strong> Ổn định.</p>\n"
        "<p class=\"heading\"><strong>1.2. Nổi lên</strong></p>\n"
        "<ul>\n<li><em>Điện:</em> yếu.</li>\n</ul>\n"
        "<footer class=\"signature\">\n"
        "<div class=\"upper left\"><em><strong>Nơi nhận:</strong></em></div>\n"
        "<div class=\"upper right\"><strong>TM. BCH</strong></div>\n"
        "<div class=\"lower left\">- A;<br />- B.</div>\n"
        "<div class=\"lower right\"><strong>CHỦ TỊCH</strong><br /><br /><em>(ký)</em></div>\n"
        "</footer>\n"
        "<section class=\"annex\">\n"
        "<h3>PHỤ LỤC</h3>\n"
        "<div class=\"table\">\n<table>\n<thead>\n"
        "<tr><th scope=\"col\">Chỉ tiêu</th><th scope=\"col\" class=\"right\">Cộng</th></tr>\n</thead>\n<tbody>\n"
        "<tr><th scope=\"row\">Hội viên</th><td class=\"right\">1.234</td></tr>\n</tbody>\n</table>\n</div>\n"
        "<p><em>Ghi chú.</em></p>\n"
        "</section>\n");
}

TEST_CASE("html: ten columns turn the annex's page, nine do not") {
  std::string row;
  std::string line;
  for (int i = 0; i < 9; ++i) {
    row += "| a ";
    line += "|---";
  }
  const std::string foot = "x\n\n| ***Nơi nhận:*** | b |\n|---|---|\n| c | d |\n\n";
  const auto nine = body(foot + row + "|\n" + line + "|\n" + row + "|\n");
  CHECK(nine.find("<section class=\"annex\">\n<div class=\"table\">") != std::string::npos);
  const auto ten = body(foot + row + "| a |\n" + line + "|---|\n" + row + "| a |\n");
  CHECK(ten.find("<section class=\"annex wide\">\n<div class=\"table many\">") != std::string::npos);
}

TEST_CASE("html: <br> is the one tag, in a paragraph, in emphasis and in a cell") {
  CHECK(body("a<br>b<br/>*c<br />d*") == "<p>a<br />\nb<br />\n<em>c<br />\nd</em></p>\n");
  CHECK(body("x\n\n| a<br>b | **c<br>d** | e |\n|---|---|---|\n| f<br>g | h | i |\n").find("<th scope=\"row\">f<br />g</th>") !=
        std::string::npos);
}

TEST_CASE("html: any other tag is text, wherever it stands") {
  CHECK(body("a <script>b</script> <br onload=\"x\">") ==
        "<p>a &lt;script&gt;b&lt;/script&gt; &lt;br onload=&quot;x&quot;&gt;</p>\n");
  CHECK(body("<div onclick=\"x\">\n<b>\n") == "<p>&lt;div onclick=&quot;x&quot;&gt;\n&lt;b&gt;</p>\n");
  CHECK(body("- a\n\n  <!-- b -->\n") == "<ul>\n<li>\n<p>a</p>\n<p>&lt;!-- b --&gt;</p>\n</li>\n</ul>\n");
  const auto cell = body("x\n\n| <b>a</b> | b | c |\n|---|---|---|\n| <i> | e | f |\n");
  CHECK(cell.find("&lt;b&gt;a&lt;/b&gt;") != std::string::npos);
  CHECK(cell.find("<th scope=\"row\">&lt;i&gt;</th>") != std::string::npos);
}

TEST_CASE("html: a character reference makes none that XML cannot hold") {
  CHECK(body("a &#1;&#x7F;&#xFFFE; b").find("<p>a \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD b</p>\n") != std::string::npos);
}

TEST_CASE("html: nothing is fetched and nothing runs: images are their text, addresses that run are gone") {
  CHECK(body("![ảnh *đẹp*](http://x.vn/a.png)") == "<p>ảnh <em>đẹp</em></p>\n");
  CHECK(body("[a](javascript:alert(1)) [b](https://x.vn)") == "<p><a href=\"\">a</a> <a href=\"https://x.vn\">b</a></p>\n");
  CHECK(body("http://x.vn www.x.vn a@x.vn") == "<p>http://x.vn www.x.vn a@x.vn</p>\n");
  const auto page = html_page("x", "<b>\x1b & \"c\"", Language::en);
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
  CHECK(page.find("<title>&lt;b&gt;\uFFFD &amp; &quot;c&quot;</title>") != std::string::npos);
  CHECK(page.find("Content-Security-Policy\" content=\"default-src 'none'") != std::string::npos);
  for (const char* word : {"<script", "<link", "<img", "url(", "@import", "@font-face"}) {
    CAPTURE(word);
    CHECK(page.find(word) == std::string::npos);
  }
}

TEST_CASE("html: an empty document and one without letterhead are pages too") {
  CHECK(body("").empty());
  CHECK(body("| a | b | c |\n|---|---|---|\n").find("<div class=\"table\">\n<table>") == 0);
}

TEST_CASE("html: a report's page is its Markdown, under the name of type, unit and period") {
  const auto files = open_folder(std::string(NAMMO_SOURCE_DIR) + "/examples/thuan-thanh");
  const auto week = test::render_case(*files, "ccb", "thuan-thanh", "2024-W19", "2024-05-09T10:00+07:00");
  DocumentOptions options;
  options.date = *parse_date("2024-05-09");
  const auto page = document_html(week->store, week->report, options);
  CHECK(page.find("<title>Báo cáo nhanh – Hội CCB thị xã Thuận Thành – Tuần 19/2024</title>") != std::string::npos);
  CHECK(body_of(page) == body(document_markdown(week->store, week->report, options)));
  CHECK(body_of(page).find("<section class=\"annex wide\">\n<h3>PHỤ LỤC.") != std::string::npos);
}
