#pragma once

namespace nammo::cli {

// Exit status (DESIGN section 8); stable.
enum ExitCode : int {
  kDone = 0,
  kBadNews = 1,    // the answer is bad news: findings, a file that could not be read
  kWrongCall = 2,
  kNoStore = 3,   // the store cannot be used
  kFailed = 4,     // reading, writing or locking failed; nothing was written
  kBug = 70,
};

}  // namespace nammo::cli
