// SPDX-License-Identifier: Apache-2.0
// Values that must not reach a log, an error or a response by accident: they have no printing operator, and the
// only way to the content is reveal(), which a reader can grep for.
#pragma once

#include <string>
#include <utility>

namespace lotse {

template <class T>
class Secret {
  public:
    Secret() = default;
    explicit Secret(T value) : value_(std::move(value)) {}
    T const& reveal() const { return value_; }
    bool empty() const { return value_.empty(); }
    bool operator==(Secret const&) const = default;

  private:
    T value_{};
};

}  // namespace lotse
