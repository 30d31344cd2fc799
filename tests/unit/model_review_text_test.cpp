#include <doctest/doctest.h>

#include <string>

#include "nammo/report.h"
#include "support/sample_store.h"
#include "support/store_loading.h"

using namespace nammo;

namespace {

const ReportKey kKey{AreaId{"thuan-thanh/ho/khu-pho-1"}, OrgId{"ccb"}, *parse_period("2024-W19"), true};
constexpr const char* kHash = "sha256:9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f";

Review sample_review() {
  Review review;
  review.by = OfficerId{"do-van-h"};
  review.at = *parse_instant("2024-05-09T11:05+07:00");
  review.content = kHash;
  review.file = review_path(kKey.area, kKey.org, kKey.period);
  return review;
}

}  // namespace

TEST_CASE("a review as text: an acceptance has no more than it needs") {
  const auto loaded = test::load_all(test::sample_store());
  CHECK(review_text(sample_review(), loaded.store->zone) ==
        "# yaml-language-server: $schema=../../../../../../schemas/review.schema.json\n"
        "state: accepted\n"
        "by: do-van-h\n"
        "at: 2024-05-09T11:05:00+07:00\n"
        "content: sha256:9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f\n");
}

TEST_CASE("a review as text: the schema is found from the folder of the report, however deep") {
  const auto loaded = test::load_all(test::sample_store());
  Review review = sample_review();
  review.file = review_path(AreaId{"a"}, kKey.org, kKey.period);  // areas/a/reports/ccb/2024-W19.review.yaml
  CHECK(review_text(review, loaded.store->zone).starts_with("# yaml-language-server: $schema=../../../../schemas/review.schema.json\n"));
}

TEST_CASE("a review as text: whatever the reason says is read back as it was, without a finding") {
  const auto loaded = test::load_all(test::sample_store());
  for (const char* because :
       {"Thiếu số đơn đã giải quyết", "no", "12", "Thiếu: số đơn", "Xem #3", "# 3", "- một", "\"ngoặc\"", "a\\b", "'nháy'", "[1]", "{a: b}",
        "Dòng một\ndòng hai", "cuối cách ", "&neo", "*sao", "!thẻ", "%", "@", "`", "2024-05-09", "1e3", "null", "=", "?", "tab\tgiữa"}) {
    CAPTURE(because);
    Review review = sample_review();
    review.state = ReviewState::returned;
    review.because = because;
    review.due = parse_instant("2024-05-09T13:00:30+07:00");
    Diagnostics findings;
    const auto read = read_review(review_text(review, loaded.store->zone), kKey, *loaded.store, findings);
    CHECK(test::said(findings).empty());
    REQUIRE(read);
    CHECK(read->state == review.state);
    CHECK(read->by == review.by);
    CHECK(read->at == review.at);
    CHECK(read->content == review.content);
    CHECK(read->because == review.because);
    CHECK(read->due == review.due);
    CHECK(read->file == review.file);
  }
}

TEST_CASE("a review as text: an officer whose id looks like a truth value or a number is read back") {
  const auto loaded = test::load_all(test::sample_store());
  for (const char* by : {"no", "12", "1e3", "null", "on"}) {
    CAPTURE(by);
    Review review = sample_review();
    review.by = OfficerId{by};
    Diagnostics unknown;  // the store has no such officer, which is a finding of its own
    const std::string text = review_text(review, loaded.store->zone);
    CHECK(text.find("\nby: \"" + std::string(by) + "\"\n") != std::string::npos);
    CHECK(read_review(text, kKey, *loaded.store, unknown));
    CHECK(test::said(unknown).find("schema-type") == std::string::npos);
  }
}
