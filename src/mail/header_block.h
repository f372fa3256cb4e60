// SPDX-License-Identifier: Apache-2.0
// Raw header lines: the first linear pass over untrusted bytes, before any library.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::mail {

struct RawHeader {
    std::string_view name;  // points into the input
    std::string value;      // unfolded and trimmed, otherwise as sent: any bytes, encoded words still encoded
};

struct HeaderLimits {
    std::size_t block_bytes = std::size_t{256} << 10;
    std::size_t header_bytes = std::size_t{64} << 10;
};

struct HeaderBlock {
    std::vector<RawHeader> headers;
    std::size_t body_at = 0;    // offset of the body; the size of the input if there is none
    bool over_limit = false;    // something was cut; the body is found all the same
    bool malformed = false;     // a line that is neither header nor continuation was skipped
    // The first header of that name, case ignored, or nullptr.
    RawHeader const* find(std::string_view name) const;
    std::string_view value_of(std::string_view name) const;  // "" if absent
};

// Reads up to the first blank line. Line ends are LF with any CRs before it; a line without a colon starts the body
// unless a header line follows it, because relays do break lines but people do not write headers into text.
// The views point into `bytes`.
HeaderBlock read_header_block(std::string_view bytes, HeaderLimits const& limits = {});

// "Subject: x" -> "Subject"; "" if the line does not start like a header field.
std::string_view header_name(std::string_view line);

}  // namespace lotse::mail
