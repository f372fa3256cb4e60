// SPDX-License-Identifier: Apache-2.0
// Where a signature begins, in the lines of one sender.
#pragma once

#include <cstddef>

#include "mail/quote_marks.h"

namespace lotse::mail {

// "Sent from my iPhone", "Von meinem iPhone gesendet", "Get Outlook for iOS": what programs add by themselves.
bool is_device_line(std::string_view line);

// Index of the first line of the signature at the end of `lines`; lines.size() if there is none.
// A signature starts at "-- ", at "--" or a drawn line with little below it, or at device lines.
std::size_t find_signature(Lines lines);

}  // namespace lotse::mail
