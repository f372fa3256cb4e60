// SPDX-License-Identifier: Apache-2.0
#include "web/link_page.h"

#include <fmt/format.h>

#include "base/json.h"
#include "base/text.h"

namespace lotse::web {
namespace {

constexpr std::string_view kAddress = "/sign-in/link";
constexpr std::string_view kField = "token=";

net::Response page(int status, std::string_view title, std::string_view content) {
    net::Response out;
    out.status = status;
    out.content_type = "text/html; charset=utf-8";
    // With "no-referrer" a browser hides from us that the form came from here (Origin: null); the address with its secret is
    // told nobody.
    out.headers.set("Referrer-Policy", "strict-origin");
    out.body = fmt::format(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{0}</title>\n"
        "<link rel=\"stylesheet\" "
        "href=\"/api/style.css\">\n</head>\n<body>\n<main>\n<h1>{0}</h1>\n{1}\n</main>\n</body>\n"
        "</html>\n",
        title, content);
    return out;
}

net::Response offer(std::string_view token) {
    return page(
        200, "Sign in to Lotse",
        fmt::format("<p>This link signs you in once. It ends 15 minutes after it was made.</p>\n"
                    "<form method=\"post\" action=\"{}\">\n<input type=\"hidden\" name=\"token\" value=\"{}\">\n"
                    "<button type=\"submit\">Sign in</button>\n</form>",
                    kAddress, html_escape(token)));
}

net::Response redeem(net::Handler const& api, net::Request const& request) {
    auto call = request;
    call.path = "/api/v1/session/link";
    call.headers.set("Content-Type", "application/json");
    auto const token = std::string_view(request.body).starts_with(kField) ? request.body.substr(kField.size()) : "";
    call.body = to_string(JsonObject{{"token", to_valid_utf8(percent_decode(token))}});
    auto const answer = api(call);
    if (answer.status != 201)
        return page(answer.status, "This link does not work any more",
                    "<p>It was used already, or is older than 15 minutes. The operator prints a new one with "
                    "<code>lotse user link</code>.</p>\n<p><a href=\"/sign-in\">Sign in another way</a></p>");
    net::Response out;
    out.status = 303;
    out.content_type = "text/plain; charset=utf-8";
    out.headers.set("Location", "/");
    for (auto const& [name, value] : answer.headers)
        if (equals_ignoring_case(name, "Set-Cookie")) out.headers.add(name, value);
    return out;
}

}  // namespace

std::optional<net::Response> answer_link(net::Handler const& api, net::Request const& request) {
    std::string_view const path = request.path;
    if (request.method == "POST" && path == kAddress) return redeem(api, request);
    if (request.method != "GET" || !path.starts_with(kAddress) || path.size() <= kAddress.size() + 1)
        return std::nullopt;
    if (path[kAddress.size()] != '/') return std::nullopt;
    return offer(path.substr(kAddress.size() + 1));
}

}  // namespace lotse::web
