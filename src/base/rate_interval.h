// SPDX-License-Identifier: Apache-2.0
// The interval that holds a rate, given how often it was hit. Pure.
#pragma once

#include <cstddef>

namespace lotse {

struct RateInterval {
    double low = 0;
    double high = 1;
};

// 95 %, two-sided, close to its stated confidence on average (Wilson 1927). For showing. [0, 1] if of == 0.
RateInterval wilson(std::size_t hits, std::size_t of);

// Never below its stated confidence, hence wider (Clopper and Pearson 1934). For deciding. `confidence` in (0, 1) is
// two-sided. [0, 1] if of == 0.
RateInterval clopper_pearson(std::size_t hits, std::size_t of, double confidence = 0.95);

}  // namespace lotse
