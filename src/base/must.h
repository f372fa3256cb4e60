// SPDX-License-Identifier: Apache-2.0
// must(condition) guards our own invariants, never input. It throws Bug, caught at the four doors
// (HTTP session, gateway message, job, thread start), which roll back, log and go on.
#pragma once

#include <source_location>
#include <stdexcept>

namespace lotse {

class Bug : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

void must(bool condition, char const* what = "invariant", std::source_location at = std::source_location::current());

}  // namespace lotse
