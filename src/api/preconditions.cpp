// SPDX-License-Identifier: Apache-2.0
#include "api/preconditions.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace lotse::api {

std::string etag_of(std::int64_t version) { return fmt::format("\"v{}\"", version); }

Result<std::int64_t> version_in(std::string_view if_match) {
    auto const text = trim(if_match);
    if (text.empty() || text == "*") return std::int64_t{0};
    if (text.find(',') != std::string_view::npos)
        return invalid("request.if_match", "If-Match takes one ETag, as the object was read.");
    if (text.size() >= 4 && text.starts_with("\"v") && text.ends_with('"'))
        if (auto const version = to_int(text.substr(2, text.size() - 3)); version && *version > 0) return *version;
    return conflict("request.stale_version", "If-Match is no version of this object; read it again.");
}

bool is_unchanged(std::string_view if_none_match, std::int64_t version) {
    if (if_none_match.empty() || version == 0) return false;
    auto const own = etag_of(version);
    for (auto part : split(if_none_match, ',')) {
        part = trim(part);
        if (part.starts_with("W/")) part.remove_prefix(2);
        if (part == own || part == "*") return true;
    }
    return false;
}

Result<void> check_call_key(std::string_view key) {
    bool const is_plain = std::ranges::all_of(key, [](char c) { return c > 0x20 && c < 0x7f; });
    if (is_plain && key.size() <= 200) return {};
    return invalid("idempotency.key", "An Idempotency-Key has at most 200 visible ASCII characters.");
}

}  // namespace lotse::api
