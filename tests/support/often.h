#pragma once

namespace nammo::test {

// How often a test tries what chance gives it: `times`; a quarter of that under the address sanitizer, where each try
// takes ten times as long, and where libFuzzer goes on with the same (tests/fuzz).
constexpr unsigned often(unsigned times) {
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
  return times / 4;
#endif
#endif
  return times;
}

}  // namespace nammo::test
