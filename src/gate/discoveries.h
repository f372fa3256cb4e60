// SPDX-License-Identifier: Apache-2.0
// Many slices ask for a right at once. Of those that are granted one, at most a share q is expected to be wrong, however
// their evidence depends on each other (e-BH: Wang and Ramdas, "False discovery rate control with e-values", 2022). Pure.
#pragma once

#include <span>
#include <vector>

namespace lotse::gate {

// log_e_values: natural logarithms, one per slice. Gives which are granted, in the same order.
std::vector<bool> discoveries(std::span<double const> log_e_values, double q = 0.05);

}  // namespace lotse::gate
