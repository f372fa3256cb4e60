// SPDX-License-Identifier: Apache-2.0
// Byte places of a text told in code points, the one unit in which clients of all languages count alike. Asked in
// ascending order, a whole text costs one walk.
#pragma once

#include <string_view>

#include "base/text.h"

namespace lotse::api {

class TextPlaces {
  public:
    explicit TextPlaces(std::string_view text) : text_(text) {}
    // `byte` is not below the one asked before, and not above the text's size.
    std::size_t at(std::size_t byte) {
        points_ += count_code_points(text_.substr(byte_, byte - byte_));
        byte_ = byte;
        return points_;
    }

  private:
    std::string_view text_;
    std::size_t byte_ = 0;
    std::size_t points_ = 0;
};

}  // namespace lotse::api
