// SPDX-License-Identifier: Apache-2.0
#include "web/boot.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/text.h"

namespace lotse::web {
namespace {

constexpr std::array<std::string_view, 3> kLanguages{"en", "de", "pl"};

// What the inbox shows first; an address that the API does not know is left out.
// The place in the live stream comes first, so that nothing happens unseen between the lists and the stream.
constexpr std::array<std::string_view, 7> kInboxCalls{"/api/v1/live",        "/api/v1/agents",        "/api/v1/queues",
                                                      "/api/v1/categories",  "/api/v1/queues/counts", "/api/v1/views",
                                                      "/api/v1/views/counts"};

std::optional<Json> ask(net::Handler const& api, net::Request const& visit, std::string_view address) {
    net::Request request;
    request.id = visit.id;
    request.method = "GET";
    request.peer = visit.peer;
    request.is_tls = visit.is_tls;
    request.is_from_proxy = visit.is_from_proxy;
    for (auto const& [name, value] : visit.headers)
        if (equals_ignoring_case(name, "Cookie") || starts_with_ignoring_case(name, "X-Forwarded-"))
            request.headers.add(name, value);
    auto const mark = address.find('?');
    request.path = address.substr(0, mark);
    if (mark != std::string_view::npos) {
        for (auto const pair : split(address.substr(mark + 1), '&')) {
            auto const equals = pair.find('=');
            request.query.add(percent_decode(pair.substr(0, equals)), percent_decode(pair.substr(equals + 1)));
        }
    }
    auto const answer = api(request);
    if (answer.status != 200) return std::nullopt;
    auto parsed = parse_json(answer.body);
    if (!parsed) return std::nullopt;
    return std::move(*parsed);
}

bool is_inbox(std::string_view path) { return path == "/" || path == "/inbox" || path.starts_with("/inbox/"); }

// A path of the inbox that names a ticket ("/inbox/mine/7") shows it at once.
std::string_view ticket_in(std::string_view path) {
    if (!path.starts_with("/inbox/")) return {};
    auto const last = path.substr(path.rfind('/') + 1);
    bool const is_number =
        !last.empty() && last.size() < 19 && std::ranges::all_of(last, [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? last : std::string_view();
}

// "mine" of "/inbox/mine/7"; saved views are "view-7" there.
std::string_view view_in(std::string_view path) {
    if (path == "/" || path == "/inbox") return "mine";
    auto const name = path.substr(std::string_view("/inbox/").size());
    return name.substr(0, name.find('/'));
}

// The list that the inbox opens with, word for word as the page asks for it. A queue's is asked for by the page itself.
std::string first_list(std::string_view view) {
    if (view.empty() || view.starts_with("queue-")) return {};
    if (view.starts_with("view-")) view.remove_prefix(std::string_view("view-").size());
    return fmt::format("/api/v1/tickets?view={}&limit=100&total=true", view);
}

std::vector<std::string> first_calls(std::string_view path) {
    std::vector<std::string> out;
    if (!is_inbox(path)) return out;
    out.assign(kInboxCalls.begin(), kInboxCalls.end());
    if (auto list = first_list(view_in(path)); !list.empty()) out.push_back(std::move(list));
    if (auto const ticket = ticket_in(path); !ticket.empty()) out.push_back("/api/v1/tickets/" + std::string(ticket));
    return out;
}

}  // namespace

std::string choose_locale(std::string_view accept_language, std::string_view preferred) {
    auto const known = [](std::string_view wanted) {
        auto const language = to_lower_ascii(trim(wanted.substr(0, wanted.find_first_of("-_;"))));
        return std::ranges::find(kLanguages, language) == kLanguages.end() ? std::string() : language;
    };
    if (auto const own = known(preferred); !own.empty()) return own;
    // Browsers list languages by preference, so their weights need no sorting.
    for (auto const item : split(accept_language, ','))
        if (auto const language = known(item); !language.empty()) return language;
    return std::string(kLanguages.front());
}

JsonObject make_boot(BootParts const& parts, net::Request const& request) {
    auto session = ask(parts.api, request, "/api/v1/session");
    std::string preferred;
    JsonObject answers;
    if (session && session->is_object()) {
        preferred = text_at(session->get_object(), "language");
        for (auto const& address : first_calls(request.path))
            if (auto answer = ask(parts.api, request, address)) answers[address] = std::move(*answer);
    }
    bool const is_setup_open = !session && ask(parts.api, request, "/api/v1/setup").has_value();
    JsonObject out{{"version", parts.version}, {"path", request.path}};
    out["locale"] = choose_locale(request.headers.get_or("Accept-Language", {}), preferred);
    out["setup_open"] = is_setup_open;
    out["session"] = session ? std::move(*session) : Json(nullptr);
    out["api"] = std::move(answers);
    return out;
}

std::string boot_element(JsonObject const& boot) {
    auto text = to_string(boot);
    std::string out = "<script type=\"application/json\" id=\"boot\">";
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string_view const rest = std::string_view(text).substr(i);
        if (text[i] == '<') {
            out += "\\u003c";
        } else if (text[i] == '>') {
            out += "\\u003e";
        } else if (text[i] == '&') {
            out += "\\u0026";
        } else if (rest.starts_with("\xe2\x80\xa8") || rest.starts_with("\xe2\x80\xa9")) {
            out += text[i + 2] == '\xa8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out + "</script>";
}

}  // namespace lotse::web
