#include <iostream>

#include "nammo/check.h"

// How many findings the store in the first argument has.
int main(int, char** words) {
  nammo::Diagnostics findings;
  if (check_store(*nammo::open_folder(words[1]), {}, findings) != nammo::CheckOutcome::done) return 1;
  std::cout << findings.items().size() << '\n';
}
