// SPDX-License-Identifier: Apache-2.0
// The lines of an iCalendar file: unfolded, cut into name, parameters and value (RFC 5545, 3.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace lotse::domain {

struct IcalLine {
    int number = 0;  // of the file, from 1
    std::string name;  // upper case
    std::vector<std::pair<std::string, std::string>> parameters;  // names in upper case, values without quotes
    std::string value;

    // "" if there is none.
    std::string_view parameter(std::string_view wanted) const;
};

// Line by line; empty ones are passed over, and so is a byte order mark. Ends of lines may be CRLF or LF.
class IcalLines {
  public:
    explicit IcalLines(std::string_view bytes);
    // Nothing: the end. Error: invalid "ical.format" with the number of the line.
    Result<std::optional<IcalLine>> next();
    int last_number() const { return number_; }

  private:
    std::string_view take();
    std::string_view left_;
    int number_ = 0;
};

std::string to_upper_ascii(std::string_view text);
// "\n", "\," and the like of texts.
std::string ical_text(std::string_view value);
Error ical_error(int line, std::string_view sentence, std::string_view code = "ical.format");

}  // namespace lotse::domain
