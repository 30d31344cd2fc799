#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "render/escape_markdown.h"

using namespace nammo;

TEST_CASE("escape_markdown: what means nothing stays as it is") {
  const std::vector<std::string> plain = {
      "Tình hình ổn định; không có điểm nóng, khiếu kiện đông người.",
      "Thực hiện Kế hoạch 27-KH/BDVTU: đã phân công 5/5 khu phố (100%).",
      "\"Tuyến ngõ cựu chiến binh tự quản\" - mô hình mới 1. Đăng ký; 2) Thực hiện",
      "1 - 2 tuần tới; từ 19h00 đến 21h30; 10:30:00; tỷ lệ 1:2:3",
      "Đảng ủy, UBND phường Hồ & HTX; R&D, x > y; 5 < 7; a<10; c = d + e",
      "số #3, dấu ! và ? và '…' — “ngoặc” (a)",
      "ten_tep_so_1.yaml; 50%; 1.234,5 nghìn đồng; gửi @ phường",
      "Ghi chú: xem mục 3",
  };
  for (const auto& text : plain) {
    CAPTURE(text);
    CHECK(escape_markdown(text) == text);
    CHECK(escape_line_start(text) == text);
  }
}

TEST_CASE("escape_markdown: markup from data becomes text") {
  struct Case {
    const char* data;
    const char* text;
  };
  const std::vector<Case> cases = {
      {"*đậm* **rất đậm**", "\\*đậm\\* \\*\\*rất đậm\\*\\*"},
      {"_nghiêng_ và __đậm__", "\\_nghiêng\\_ và \\_\\_đậm\\_\\_"},
      {"`lệnh` ```khối", "\\`lệnh\\` \\`\\`\\`khối"},
      {"~~gạch~~ ~10 hộ", "\\~\\~gạch\\~\\~ \\~10 hộ"},
      {"[tên](http://x.vn)", "\\[tên\\](http\\://x.vn)"},
      {"![ảnh](x.png)", "!\\[ảnh\\](x.png)"},
      {"[^1] [x] [a]: b", "\\[^1\\] \\[x\\] \\[a\\]: b"},
      {"a | b", "a \\| b"},
      {"a \\| b", "a \\\\\\| b"},
      {"cuối\\", "cuối\\\\"},
      {"$x$ giá 5$", "\\$x\\$ giá 5\\$"},
      {"<b>x</b><br>", "&lt;b>x&lt;/b>&lt;br>"},
      {"<!-- --> <?php <script>", "&lt;!-- --> &lt;?php &lt;script>"},
      {"<http://x.vn>", "&lt;http\\://x.vn>"},
      {"&lt;b&gt; &#60; &#x3C; &amp;", "&amp;lt;b&amp;gt; &amp;#60; &amp;#x3C; &amp;amp;"},
      {"https://x.vn FTP://y mailto:a@b.vn", "https\\://x.vn FTP\\://y mailto\\:a\\@b.vn"},
      {"www.x.vn WWW.y.vn", "www\\.x.vn WWW\\.y.vn"},
      {"a.b-c@x.vn @ten", "a.b-c\\@x.vn \\@ten"},
      {":tada: a:b", "\\:tada: a:b"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.data);
    CHECK(escape_markdown(one.data) == one.text);
  }
}

TEST_CASE("escape_markdown: what could go on in the template's next characters is cut off") {
  CHECK(escape_markdown("a<") == "a&lt;");
  CHECK(escape_markdown("a &lt") == "a &amp;lt");
  CHECK(escape_markdown(":tada") == "\\:tada");
}

TEST_CASE("escape_markdown: one line, single spaces, nothing that a terminal obeys") {
  CHECK(escape_markdown("  một\n\n# hai\r\n\tba  ") == "một # hai ba");
  CHECK(escape_markdown("a\x1b[31mb\x01"
                        "c") == "a\uFFFD\\[31mb\uFFFDc");
  CHECK(escape_markdown("a\xE2\x80\xAE"
                        "b") == "a\uFFFDb");
  CHECK(escape_markdown("x\xFF") == "x\uFFFD");
  CHECK(escape_markdown(" \n ").empty());
  CHECK(escape_markdown("").empty());
}

TEST_CASE("escape_line_start: no block begins with data") {
  struct Case {
    const char* data;
    const char* text;
  };
  const std::vector<Case> cases = {
      {"# Tiêu đề", "\\# Tiêu đề"},
      {"###", "\\###"},
      {"> trích", "\\> trích"},
      {"- mục", "\\- mục"},
      {"+ mục", "\\+ mục"},
      {"-", "\\-"},
      {"---", "\\---"},
      {"- - -", "\\- - -"},
      {"===", "\\==="},
      {":-:", "\\:-:"},
      {"1. Điện", "1\\. Điện"},
      {"12) Rác", "12\\) Rác"},
      {"3.", "3\\."},
      {"-5 độ", "-5 độ"},
      {"1.234 hộ", "1.234 hộ"},
      {"1234567890. x", "1234567890. x"},
      {"(1) Điện", "(1) Điện"},
      {"", ""},
  };
  for (const auto& one : cases) {
    CAPTURE(one.data);
    CHECK(escape_line_start(escape_markdown(one.data)) == one.text);
  }
}
