#include "tally/post_standing.h"

#include <utility>

#include "nammo/published.h"

namespace nammo {

Delivery load_post(const FileReader& files, Obligation obligation, Instant now, Diagnostics& diagnostics) {
  Delivery post{std::move(obligation), {}, {}};
  const Obligation& o = post.obligation;
  const auto at = first_posted(files, o.org, o.area, o.period, diagnostics);
  if (!at || *at > now) return post;
  const bool late = *at >= o.due;
  post.standing.state = late ? State::late : State::submitted;
  post.standing.timeliness = late ? Timeliness::late : Timeliness::on_time;
  post.standing.submitted = at;
  return post;
}

}  // namespace nammo
