// SPDX-License-Identifier: Apache-2.0
#include "net/http.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "base/text.h"

namespace lotse::net {

std::optional<std::string_view> Fields::find(std::string_view name) const {
    for (auto const& [key, value] : all_)
        if (equals_ignoring_case(key, name)) return value;
    return std::nullopt;
}
std::string_view Fields::get_or(std::string_view name, std::string_view otherwise) const {
    return find(name).value_or(otherwise);
}
std::size_t Fields::count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(all_, [&](auto const& field) { return equals_ignoring_case(field.first, name); }));
}
void Fields::add(std::string name, std::string value) { all_.emplace_back(std::move(name), std::move(value)); }
void Fields::set(std::string name, std::string value) {
    std::erase_if(all_, [&](auto const& field) { return equals_ignoring_case(field.first, name); });
    add(std::move(name), std::move(value));
}

std::optional<std::string_view> Params::find(std::string_view name) const {
    for (auto const& [key, value] : all_)
        if (key == name) return value;
    return std::nullopt;
}
std::vector<std::string_view> Params::all(std::string_view name) const {
    std::vector<std::string_view> found;
    for (auto const& [key, value] : all_)
        if (key == name) found.emplace_back(value);
    return found;
}

Response problem(Error const& error) { return problem(answer_for(error.kind).http, error); }

Response problem(int status, Error const& error) {
    JsonObject body{{"type", "about:blank"},
                    {"title", std::string(reason_phrase(status))},
                    {"status", status},
                    {"detail", error.message},
                    {"code", error.code}};
    if (!error.field.empty())
        body["errors"] = JsonArray{JsonObject{{"pointer", error.field}, {"detail", error.message}}};
    Response response;
    response.status = status;
    response.content_type = "application/problem+json";
    response.body = to_string(body);
    if (answer_for(error.kind).retry) response.headers.set("Retry-After", "1");
    return response;
}

std::string_view reason_phrase(int status) {
    using Entry = std::pair<int, std::string_view>;
    static constexpr std::array kPhrases{Entry{200, "OK"},
                                         Entry{201, "Created"},
                                         Entry{202, "Accepted"},
                                         Entry{204, "No Content"},
                                         Entry{206, "Partial Content"},
                                         Entry{301, "Moved Permanently"},
                                         Entry{302, "Found"},
                                         Entry{303, "See Other"},
                                         Entry{304, "Not Modified"},
                                         Entry{307, "Temporary Redirect"},
                                         Entry{308, "Permanent Redirect"},
                                         Entry{400, "Bad Request"},
                                         Entry{401, "Unauthorized"},
                                         Entry{403, "Forbidden"},
                                         Entry{404, "Not Found"},
                                         Entry{405, "Method Not Allowed"},
                                         Entry{406, "Not Acceptable"},
                                         Entry{408, "Request Timeout"},
                                         Entry{409, "Conflict"},
                                         Entry{410, "Gone"},
                                         Entry{411, "Length Required"},
                                         Entry{412, "Precondition Failed"},
                                         Entry{413, "Content Too Large"},
                                         Entry{415, "Unsupported Media Type"},
                                         Entry{417, "Expectation Failed"},
                                         Entry{422, "Unprocessable Content"},
                                         Entry{428, "Precondition Required"},
                                         Entry{429, "Too Many Requests"},
                                         Entry{431, "Request Header Fields Too Large"},
                                         Entry{500, "Internal Server Error"},
                                         Entry{501, "Not Implemented"},
                                         Entry{502, "Bad Gateway"},
                                         Entry{503, "Service Unavailable"},
                                         Entry{504, "Gateway Timeout"},
                                         Entry{505, "HTTP Version Not Supported"}};
    auto const found = std::ranges::find(kPhrases, status, &Entry::first);
    return found == kPhrases.end() ? std::string_view{} : found->second;
}

std::optional<std::int64_t> last_event_id(Request const& request) {
    auto given = request.headers.find("Last-Event-ID");
    if (!given) given = request.query.find("last_event_id");
    if (!given) return std::nullopt;
    auto const id = to_int(*given);
    return id && *id >= 0 ? id : std::nullopt;
}

}  // namespace lotse::net
