// SPDX-License-Identifier: Apache-2.0
#include "net/http_target.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace lotse::net {
namespace {

Error malformed(std::string what) {
    return {
        Kind::invalid, "http.malformed", "The address of the request is not usable: " + std::move(what) + ".", {}, {}};
}

bool has_bad_escape(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') continue;
        if (i + 2 >= text.size() || !std::isxdigit(static_cast<unsigned char>(text[i + 1])) ||
            !std::isxdigit(static_cast<unsigned char>(text[i + 2])))
            return true;
    }
    return false;
}

Result<std::string> decode_path(std::string_view text) {
    if (has_bad_escape(text)) return malformed("the path has a bad escape");
    if (to_lower_ascii(text).contains("%2f")) return malformed("the path has an encoded slash");
    auto path = percent_decode(text);
    if (path.contains('\0')) return malformed("the path has a NUL");
    if (!is_utf8(path)) return malformed("the path is not UTF-8");
    if (std::ranges::any_of(split(path, '/'), [](auto segment) { return segment == "." || segment == ".."; }))
        return malformed("the path has a dot segment");
    return path;
}

std::string decode_parameter(std::string_view text) {
    std::string spaced(text);
    std::ranges::replace(spaced, '+', ' ');
    return to_valid_utf8(percent_decode(spaced));
}

}  // namespace

Result<Target> parse_target(std::string_view target) {
    if (target == "*") return Target{"*", {}};
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (!starts_with_ignoring_case(target, scheme)) continue;
        auto const slash = target.find_first_of("/?", scheme.size());
        target = slash == target.npos ? "/" : target.substr(slash);
        break;
    }
    auto const mark = target.find('?');
    auto const path_text = target.substr(0, mark);
    if (!path_text.starts_with('/')) return malformed("it does not begin with a slash");
    Target result;
    TRY(result.path, decode_path(path_text));
    if (mark == target.npos) return result;
    for (auto const pair : split(target.substr(mark + 1), '&')) {
        if (pair.empty()) continue;
        auto const equals = pair.find('=');
        result.query.add(decode_parameter(pair.substr(0, equals)),
                         equals == pair.npos ? std::string{} : decode_parameter(pair.substr(equals + 1)));
    }
    return result;
}

}  // namespace lotse::net
