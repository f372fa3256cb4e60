// SPDX-License-Identifier: Apache-2.0
// What structured header fields mean: types with parameters, dates, message ids.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"

namespace lotse::mail {

// "text/plain; charset=utf-8" or "attachment; filename*0*=..." (RFC 2045, 2183, 2231).
struct ParameterValue {
    std::string value;  // lower case, "" if absent
    std::vector<std::pair<std::string, std::string>> parameters;  // names lower case, values decoded UTF-8
    std::string_view parameter(std::string_view name) const;       // "" if absent
};

// Values longer than 8 KiB are cut: no honest one is, and the library's lookup is not linear.
ParameterValue parse_parameter_value(std::string_view raw);

// RFC 5322 with the usual liberties (names of zones, missing seconds, two-digit years). Nothing if it is no date.
std::optional<Instant> parse_mail_date(std::string_view raw);

// The ids in Message-ID, In-Reply-To or References, without <>. A value without brackets counts as ids between blanks.
// At most `limit`: the first and the latest ones, since both ends of a thread help to find it.
std::vector<std::string> parse_message_ids(std::string_view raw, std::size_t limit = 200);

}  // namespace lotse::mail
