#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/activities.h"
#include "render/figure_rows.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {
namespace {

constexpr std::size_t kMostInBrief = 12;

bool has_units_below(const Document& document) {
  for (const auto& source : document.sources) {
    for (const auto& delivery : source.report->figure_deliveries()) {
      if (!is_own(document, delivery)) return true;
    }
  }
  return false;
}

class AbsenceWriter {
 public:
  explicit AbsenceWriter(const Document& document) : document_(document), year_(last_day_of(document).year()) {}

  void write();
  [[nodiscard]] std::vector<Tree> take() { return std::move(lines_); }

 private:
  using Details = std::vector<std::string> (AbsenceWriter::*)(const Delivery&) const;
  using List = std::vector<const Delivery*> Absences::*;
  // One line with every unit of that list.
  // In a brief report the first of them by name, the others by number.
  void line(const Message& label, List list, Details details, const Message& ending);

  // A draft or a file that cannot be read is named as such where it is missing. The
  // asked area's own report is named where its figures are not in the table.
  [[nodiscard]] bool stands_in(List list, const Delivery& delivery) const {
    const bool named = delivery.standing.state == State::missing && list != &Absences::missing;
    const bool own_counts = is_own(document_, delivery) && delivery.standing.counts;
    return !own_counts && !named;
  }
  [[nodiscard]] std::string moment(const Message& message, Instant at) const {
    const Language language = document_.language();
    return say_in(language, message, moment_text(at, document_.store.zone, year_, language));
  }
  [[nodiscard]] std::string due(const Delivery& delivery) const {
    return moment(msg::absence_due, delivery.obligation.due);
  }
  [[nodiscard]] std::vector<std::string> with_due(const Delivery& delivery) const { return {due(delivery)}; }
  [[nodiscard]] std::vector<std::string> of_missing(const Delivery& delivery) const;
  [[nodiscard]] std::vector<std::string> of_late(const Delivery& delivery) const;
  [[nodiscard]] std::vector<std::string> of_returned(const Delivery& delivery) const;
  [[nodiscard]] std::vector<std::string> of_nil(const Delivery& delivery) const;

  const Document& document_;
  std::chrono::year year_;
  std::vector<Tree> lines_;
};

std::vector<std::string> AbsenceWriter::of_missing(const Delivery& delivery) const {
  std::vector<std::string> details{due(delivery)};
  if (delivery.filing.unreadable) {
    details.push_back(say_in(document_.language(), msg::absence_unreadable));
  } else if (delivery.filing.report) {
    details.push_back(say_in(document_.language(), msg::absence_draft));
  }
  return details;
}

std::vector<std::string> AbsenceWriter::of_late(const Delivery& delivery) const {
  std::vector<std::string> details{due(delivery)};
  if (delivery.standing.submitted) details.push_back(moment(msg::absence_submitted, *delivery.standing.submitted));
  return details;
}

std::vector<std::string> AbsenceWriter::of_returned(const Delivery& delivery) const {
  std::vector<std::string> details{without_stop(delivery.standing.because)};
  if (delivery.standing.returned_due) {
    details.push_back(moment(msg::absence_returned_due, *delivery.standing.returned_due));
  }
  return details;
}

// "vẫn có 1 buổi tuyên truyền": nothing new, but not nothing done.
std::vector<std::string> AbsenceWriter::of_nil(const Delivery& delivery) const {
  const Language language = document_.language();
  const Delivery* one = &delivery;
  std::vector<std::string> done;
  for (const auto& sum : sum_activities(document_.store, std::span{&one, 1})) {
    done.push_back(say_in(language, msg::nil_activity, activity_count_text(document_.store, sum, language),
                          uncapitalised(activity_label(document_.store, sum, language))));
  }
  if (done.empty()) return {};
  return {say_in(language, msg::nil_still, join(done, ", "))};
}

void AbsenceWriter::line(const Message& label, List list, Details details, const Message& ending) {
  const Language language = document_.language();
  std::vector<std::string> units;
  for (const auto& source : document_.sources) {
    const auto absences = absences_of(*source.report);
    for (const Delivery* delivery : absences.*list) {
      if (!stands_in(list, *delivery)) continue;
      const auto& obligation = delivery->obligation;
      auto about = (this->*details)(*delivery);
      if (obligation.period != document_.question().period) {
        about.insert(about.begin(), uncapitalised(period_text(obligation.period, language)));
      }
      const auto unit = unit_name(document_.store, obligation.org, obligation.area, language);
      const auto note = join(about, ", ");
      units.push_back(note.empty() ? unit : unit + " (" + note + ")");
    }
  }
  if (units.empty()) return;
  if (document_.options.layout == Layout::brief && units.size() > kMostInBrief) {
    const auto more = units.size() - kMostInBrief;
    units.resize(kMostInBrief);
    units.push_back(say_in(language, msg::absence_more, more));
  }
  lines_.push_back(line_node({}, say_in(language, label), say_in(language, ending, join(units, "; ")) + "."));
}

void AbsenceWriter::write() {
  constexpr Message kPlain{"", "{0}", "{0}"};
  line(msg::absent_missing, &Absences::missing, &AbsenceWriter::of_missing, kPlain);
  line(msg::absent_late, &Absences::late, &AbsenceWriter::of_late, msg::absence_included);
  line(msg::absent_returned, &Absences::returned, &AbsenceWriter::of_returned, kPlain);
  line(msg::absent_drafts, &Absences::drafts, &AbsenceWriter::with_due, kPlain);
  line(msg::absent_unreadable, &Absences::unreadable, &AbsenceWriter::with_due, kPlain);
  line(msg::absent_upcoming, &Absences::upcoming, &AbsenceWriter::with_due, kPlain);
  const bool complete = lines_.empty();
  line(msg::absent_nil, &Absences::nil, &AbsenceWriter::of_nil, kPlain);
  if (complete && has_units_below(document_)) {
    lines_.insert(lines_.begin(), line_node({}, {}, say_in(document_.language(), msg::absent_none) + "."));
  }
}

}  // namespace

void put_absences(const Document& document, Tree& tree) {
  AbsenceWriter writer(document);
  writer.write();
  put(tree, "absences", writer.take());
}

}  // namespace nammo
