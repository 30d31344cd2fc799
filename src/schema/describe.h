#pragma once

#include <string>
#include <vector>

#include "nammo/diagnostic.h"
#include "schema/check.h"

namespace nammo::schema {

// Adds the findings of `file`: each at its key or value, with what is allowed
// there. After the first hundred one line says how many more there are.
void describe(const std::vector<Violation>& violations, const yaml::Tree& tree, const std::string& file,
              Diagnostics& diagnostics);

}  // namespace nammo::schema
