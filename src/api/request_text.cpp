// SPDX-License-Identifier: Apache-2.0
#include "api/request_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "net/endpoint.h"

namespace lotse::api {
namespace {

Json read_value(Schema const& schema, std::string_view text) {
    if (schema.shape == Shape::integer || schema.shape == Shape::number) {
        if (auto const number = to_int(text)) return Json(*number);
        double fraction = 0;
        auto const* const end = text.data() + text.size();
        auto const read = std::from_chars(text.data(), end, fraction);
        bool const is_whole_text = read.ec == std::errc() && read.ptr == end && std::isfinite(fraction);
        if (schema.shape == Shape::number && is_whole_text) return Json(fraction);
    } else if (schema.shape == Shape::boolean) {
        if (text == "true") return Json(true);
        if (text == "false") return Json(false);
    } else if (schema.shape == Shape::either) {
        for (auto const& alternative : schema.inner)
            if (auto value = read_value(alternative, text); !value.is_string()) return value;
    }
    return Json(text);
}

}  // namespace

std::string_view header_of(net::Request const& request, std::string_view name) {
    return request.headers.get_or(name, {});
}

std::string_view cookie_of(net::Request const& request, std::string_view name) {
    for (auto const& [header, value] : request.headers) {
        if (!equals_ignoring_case(header, "Cookie")) continue;
        for (auto const part : split(value, ';')) {
            auto const pair = trim(part);
            if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
                return pair.substr(name.size() + 1);
        }
    }
    return {};
}

bool is_forwarded(net::Request const& request) {
    constexpr std::array<std::string_view, 5> kMarks{"Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP",
                                                     "Via"};
    return std::ranges::any_of(kMarks, [&](auto mark) { return request.headers.has(mark); });
}

bool is_secure(net::Request const& request) {
    if (request.is_tls) return true;
    return request.is_from_proxy && equals_ignoring_case(header_of(request, "X-Forwarded-Proto"), "https");
}

bool is_from_this_machine(net::Request const& request) {
    return net::is_loopback(request.peer) && !is_forwarded(request);
}

std::string caller_of(net::Request const& request) {
    if (!request.is_from_proxy) return request.peer;
    auto const forwarded = header_of(request, "X-Forwarded-For");
    auto const comma = forwarded.rfind(',');
    auto const last = trim(comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1));
    return net::is_address(last) ? std::string(last) : request.peer;
}

JsonObject read_query(std::vector<Property> const& declared, net::Params const& query) {
    JsonObject out;
    for (auto const& [written_name, written_value] : query) {
        auto const name = to_valid_utf8(written_name);
        auto const value = to_valid_utf8(written_value);
        auto const property = std::ranges::find(declared, name, &Property::name);
        if (property == declared.end()) {
            out[name] = value;
        } else if (property->schema.shape == Shape::list) {
            if (!out.contains(name)) out[name] = JsonArray{};
            for (auto const item : split(value, ','))
                out[name].get_array().push_back(read_value(property->schema.inner.front(), item));
        } else {
            out[name] = read_value(property->schema, value);
        }
    }
    return out;
}

}  // namespace lotse::api
