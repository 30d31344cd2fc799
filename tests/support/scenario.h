#pragma once

#include <map>
#include <string>
#include <vector>

namespace nammo::test {

// A story in one file: what it shows, the store, the commands, what they print.
//
//   A sentence that says what is shown.
//   with examples/thuan-thanh          the files of that folder of the source; "with
//                                      sample": the store of support/sample_store.h
//   without areas/…/2024-W19.yaml      all but this file or folder of it
//   odd link areas/…/x.yaml            a link (or fifo) instead of a file
//   deny areas/…/x.yaml                a file or folder that cannot be read
//   in areas/thuan-thanh               the working folder inside the store
//   busy store                         another run holds the store's lock
//   $ nammo check                      a command; several run one after the other
//   -- nammo.yaml --                   a file of the store, in front of those above;
//   …                                  with "(bytes)" after its name, \xNN stands for a byte
//   -- stdin --                        what the commands read, in the same way
//   -- stdout --                       what is expected; absent: nothing; a
//                                      carriage return is shown as <CR>
//   -- stderr --
//   -- exit --                         absent: 0
//   1
//   -- wrote out.md --                 what a command wrote; the commands after it read it
struct Scenario {
  std::string sentence;
  std::vector<std::string> settings;  // "with …", "without …", as they stand
  std::vector<std::string> commands;  // without "$ "
  std::map<std::string, std::string> files;
  std::string input;  // stdin
  std::map<std::string, std::string> expected;  // "stdout", "stderr", "exit", "wrote …"
};

[[nodiscard]] Scenario parse_scenario(const std::string& text);
// What its commands really print, in the shape of `expected`.
[[nodiscard]] std::map<std::string, std::string> run_scenario(const Scenario& scenario);
// The text again, with other expectations.
[[nodiscard]] std::string with_expectations(const std::string& text, const std::map<std::string, std::string>& expected);

}  // namespace nammo::test
