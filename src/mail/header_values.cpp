// SPDX-License-Identifier: Apache-2.0
#include "mail/header_values.h"

#include <gmime/gmime.h>

#include <algorithm>

#include "base/text.h"
#include "mail/charset.h"
#include "mail/encoded_words.h"
#include "mail/gmime_ready.h"

namespace lotse::mail {
namespace {

constexpr std::size_t kLongestParameterValue = 8192;
constexpr std::size_t kLongestId = 998;

// The library wants C strings; NUL in a header is never meant.
std::string without_nul(std::string_view raw) {
    std::string text = decode_unlabelled(raw);
    std::erase(text, '\0');
    return text;
}

void add_id(std::vector<std::string>& ids, std::string_view id) {
    std::string text = to_one_line(decode_unlabelled(trim(id)));
    std::erase_if(text, [](char c) { return c == ' ' || c == '<' || c == '>'; });
    if (!text.empty() && text.size() <= kLongestId) ids.push_back(std::move(text));
}

}  // namespace

std::string_view ParameterValue::parameter(std::string_view name) const {
    for (auto const& [key, content] : parameters)
        if (key == name) return content;
    return {};
}

ParameterValue parse_parameter_value(std::string_view raw) {
    gmime_ready();
    raw = raw.substr(0, kLongestParameterValue);
    ParameterValue result;
    std::size_t const semicolon = raw.find(';');
    std::string_view const head = raw.substr(0, semicolon);
    result.value = to_lower_ascii(to_one_line(decode_unlabelled(trim(head.substr(0, head.find('('))))));
    std::erase_if(result.value, [](char c) { return c == ' ' || c == '"'; });
    if (semicolon == std::string_view::npos) return result;
    std::string const rest = without_nul(raw.substr(semicolon + 1));
    GObjectPtr<GMimeParamList> const list(g_mime_param_list_parse(nullptr, rest.c_str()));
    if (!list) return result;
    int const count = g_mime_param_list_length(list.get());
    for (int i = 0; i < count; ++i) {
        GMimeParam* const param = g_mime_param_list_get_parameter_at(list.get(), i);
        char const* const name = g_mime_param_get_name(param);
        char const* const content = g_mime_param_get_value(param);
        if (name == nullptr || content == nullptr) continue;
        result.parameters.emplace_back(to_lower_ascii(to_valid_utf8(name)), decode_header_text(content));
    }
    return result;
}

std::optional<Instant> parse_mail_date(std::string_view raw) {
    gmime_ready();
    std::string const text = without_nul(raw.substr(0, 200));
    GDateTime* const date = g_mime_utils_header_decode_date(text.c_str());
    if (date == nullptr) return std::nullopt;
    std::int64_t const seconds = g_date_time_to_unix(date);
    g_date_time_unref(date);
    constexpr std::int64_t kYear10000 = 253402300800;
    if (seconds < 0 || seconds >= kYear10000) return std::nullopt;
    return instant(seconds * 1'000'000);
}

std::vector<std::string> parse_message_ids(std::string_view raw, std::size_t limit) {
    std::vector<std::string> ids;
    if (raw.contains('<')) {
        for (std::size_t open = raw.find('<'); open != std::string_view::npos; open = raw.find('<', open)) {
            std::size_t const close = raw.find('>', open);
            add_id(ids, raw.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
            if (close == std::string_view::npos) break;
            open = close;
        }
    } else {
        for (std::size_t at = raw.find_first_not_of(" \t\r\n,"); at != std::string_view::npos;) {
            std::size_t const end = std::min(raw.find_first_of(" \t\r\n,", at), raw.size());
            add_id(ids, raw.substr(at, end - at));
            at = raw.find_first_not_of(" \t\r\n,", end);
        }
    }
    if (ids.size() > limit && limit > 1) ids.erase(ids.begin() + 1, ids.end() - static_cast<std::ptrdiff_t>(limit - 1));
    return ids;
}

}  // namespace lotse::mail
