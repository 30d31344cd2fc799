#include "cli/publication.h"

#include <map>
#include <utility>

#include "cli/before.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/untold_below.h"
#include "nammo/broken_totals.h"
#include "nammo/publication.h"
#include "nammo/templates.h"

namespace nammo::cli {
namespace {

using Hashes = std::map<std::string, std::string>;

// What the command reads through for as long as this lives.
class Reading {
 public:
  Reading(Call& call, const FileReader& files)
      : call_(call), reader_(watched(files, [this](const std::string& path, std::string_view bytes) {
          if (!hashes_.contains(path)) hashes_.emplace(path, content_hash(bytes));
        })) {
    call_.read_through(reader_.get());
  }
  ~Reading() { call_.read_through(nullptr); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  [[nodiscard]] std::vector<PublishedInput> inputs() const {
    std::vector<PublishedInput> inputs;
    for (const auto& [path, content] : hashes_) inputs.push_back({path, content, {}});
    return inputs;
  }

 private:
  Call& call_;
  Hashes hashes_;
  std::unique_ptr<FileReader> reader_;
};

// The store as the document needs it. Empty after an error message.
std::optional<Store> load(Call& call, const PublicationOrder& order, const LookBack& back) {
  Diagnostics findings;
  auto store = load_settings(call.files(), findings);
  if (!store) return std::nullopt;
  load_regime(call.files(), *store, findings);
  load_catalog(call.files(), *store, findings);
  list_officers(call.files(), *store);
  load_calendars(call, *store, years_around(to_string(order.key.period), order.now, store->zone), findings);
  load_areas(call.files(), order.key.area, *store, findings);
  const Question question{order.type, order.key.org, order.key.area, order.key.period};
  load_calendars(call, *store, years_before(*store, question, back), findings);
  return call.refuse_broken_settings(findings) ? std::nullopt : std::move(store);
}

DocumentOptions options_of(Call& call, const PublicationOrder& order, const Store& store) {
  DocumentOptions options;
  options.language = call.language();
  options.date = order.date.value_or(day_of(store.zone.to_local(order.now)));
  options.number = order.number;
  options.signatory = order.signatory;
  return options;
}

}  // namespace

std::optional<int> make_publication(Call& call, const FileReader& files, const PublicationOrder& order,
                                    std::optional<Publication>& made) {
  const Reading reading(call, files);
  LookBack back;
  back.trend = looks_back(*order.type);
  auto store = load(call, order, back);
  if (!store) return kNoStore;
  made.emplace(Publication{std::move(*store), {}, {}, {}});
  const Question question{made->store.regime.find(order.type->id), order.key.org, order.key.area, order.key.period};
  if (question.type == nullptr) return kNoStore;  // the regime changed a moment ago
  Diagnostics findings;
  const ReadingOptions depth{TextDepth::speaking, call.progress()};
  made->report = consolidate(call.files(), made->store, question, order.now, depth, findings);
  if (tells_courses(*question.type)) read_steps(call.files(), made->store, made->report, findings);
  const Before before = read_before(call, made->store, question, back, order.now, findings);
  const auto broken = find_broken_totals(made->store, made->report, nullptr);
  for (Diagnostic& finding : broken_total_findings(made->store, broken)) findings.add(std::move(finding));
  const Templates templates = load_templates(call.files(), made->store, question, Layout::full, call.language(), findings);
  findings.sort();
  if (!findings.items().empty()) call.show(findings);
  const int unreadable = count_unreadable(made->report) + before.unreadable + templates.refused;
  if (unreadable > 0) {
    call.complain(say(msg::cli_publish_unreadable, unreadable), say(msg::cli_refused_by_check_help));
    return kBadNews;
  }
  remark_untold(call, made->report);
  std::vector<Trend> trends;
  if (back.trend) trends = find_trends(made->store, made->report, before.past);
  DocumentOptions options = options_of(call, order, made->store);
  if (back.trend) options.trends = &trends;
  options.broken = &broken;
  options.templates = &templates;
  made->text = document_markdown(made->store, made->report, options);
  made->facts = published_facts(made->store, made->report);
  made->facts.inputs = reading.inputs();
  return std::nullopt;
}

}  // namespace nammo::cli
