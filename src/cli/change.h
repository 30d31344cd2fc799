#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/store_writer.h"
#include "cli/subcommands.h"

namespace nammo::cli {

// What a command that changes the store works with: the store as it was read while
// nobody else may write, and the hand that writes.
struct Change {
  Call& call;
  Store& store;
  StoreWriter& writer;
  Diagnostics& findings;

  // Officers, and the areas around `root`. The exit status when a file is broken.
  [[nodiscard]] std::optional<int> load(const AreaId& root);
  // The same around the area that a person typed, or around its parent; null where
  // `status` is what to exit with.
  enum class Around { area, parent };
  [[nodiscard]] const Area* load_area(const std::string& typed, int& status, Around around = Around::area);
  // kWrongCall, after an error message.
  [[nodiscard]] int refuse(const Text& message, const Text& help = {});
  // Writes; then says on stdout what was done, and on stderr what to look at.
  [[nodiscard]] int finish(const Text& done, const std::vector<Text>& remarks = {});
};

// A command that changes the store.
class ChangeCommand : public Command {
 public:
  int run(Call& call) final;

 private:
  // Before anything is read: an exit status where the call is a wrong one.
  [[nodiscard]] virtual std::optional<int> refuse_call(Call& call) = 0;
  [[nodiscard]] virtual int change(Change& change) = 0;
};

// The exit status when an argument was not given; `command` is what to ask help for.
[[nodiscard]] std::optional<int> refuse_missing(Call& call, std::string_view argument, const std::string& value, std::string_view command);

// "Khu phố 1 (thuan-thanh/ho/khu-pho-1)", "Nguyễn Văn A (nguyen-van-a)"
[[nodiscard]] std::string named(const Area& area);
[[nodiscard]] std::string named(const Store& store, const OfficerId& officer);
// "từ 2024-05-09", "từ 2024-05-09 đến hết 2024-09-30"
[[nodiscard]] Text days_text(Date since, const std::optional<Date>& until);

// Days without lead or deputy that are there after a change and were not before.
[[nodiscard]] std::vector<Text> new_vacancies(const Area& before, const Area& after);
// For what cannot be the id of an area; `suggested` may be empty.
[[nodiscard]] int refuse_area_id(Change& change, const std::string& typed, const std::string& suggested);
// The area below `parent`, itself not counted, that has that name on a day on which
// `area` is valid; null when there is none.
[[nodiscard]] const Area* same_name_beside(const Store& store, const AreaId& parent, const Area& area);

// The commands below others.
[[nodiscard]] std::unique_ptr<Command> make_area_add();
[[nodiscard]] std::unique_ptr<Command> make_area_close();
[[nodiscard]] std::unique_ptr<Command> make_area_rename();
[[nodiscard]] std::unique_ptr<Command> make_new_report();
[[nodiscard]] std::unique_ptr<Command> make_officer_add();
[[nodiscard]] std::unique_ptr<Command> make_officer_assign();
[[nodiscard]] std::unique_ptr<Command> make_officer_unassign();

}  // namespace nammo::cli
