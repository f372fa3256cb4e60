// SPDX-License-Identifier: Apache-2.0
// What was known of a ticket when it came, as numbers for a regression: for each field the mean of log(1 + hours) of
// earlier tickets with the same value, drawn to the mean of all where there are few (target encoding). Each ticket is
// seen with what had ended by the time it came, never with its own end or a later one: so the numbers that a model learns
// from are made like the numbers that it will be asked with. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "domain/calendar.h"

namespace lotse::insight {

struct WaitFacts {
    std::vector<std::string> values;  // one per field, in an order that the caller keeps; "" = not known
    std::int64_t load = 0;  // tickets that were open before it in the same place
};

struct WaitCase {
    WaitFacts facts;
    Instant opened_at{};
    std::optional<Instant> done_at;
    domain::Calendar const* calendar = nullptr;  // outlives the case; never null
};

// For each case: how many others with the same value in `field` were open when it came. Cases in any order.
std::vector<std::int64_t> open_before(std::span<WaitCase const> cases, std::size_t field);

class WaitMeans {
  public:
    struct Sum {
        double count = 0;
        double sum = 0;  // of log(1 + hours)
    };
    using Values = std::unordered_map<std::string, Sum>;

    explicit WaitMeans(std::size_t fields = 0) : fields_(fields) {}

    void add(WaitFacts const& facts, double log_hours);
    // 1, the mean of all, one number a field, log(1 + load). Size: width().
    std::vector<double> row(WaitFacts const& facts) const;
    std::size_t width() const { return fields_.size() + 3; }

    // Forgets values that were seen less than `least` times: they say next to nothing and are most of the list.
    void forget_rare(double least);
    Sum const& all() const { return all_; }
    std::vector<Values> const& fields() const { return fields_; }
    static WaitMeans from(Sum all, std::vector<Values> fields);

  private:
    Sum all_;
    std::vector<Values> fields_;
};

// Weights of the least squares with a penalty on all but the first, which stands for 1. Rows of equal width; `targets` as
// many. Zeros where nothing can be learnt.
std::vector<double> fit_ridge(std::span<std::vector<double> const> rows, std::span<double const> targets,
                              double penalty);

}  // namespace lotse::insight
