// SPDX-License-Identifier: Apache-2.0
#include "gateway/http_out.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "base/text.h"
#include "gateway/start_curl.h"
#include "net/endpoint.h"
#include "net/public_address.h"

namespace lotse::gateway {
namespace {

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;
using Lines = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

Error bad_url(std::string message) { return invalid("http_out.url", std::move(message), "/url"); }
Error is_private(std::string detail) {
    auto error =
        invalid("http_out.private",
                "This address leads into a private network or to this machine itself. Who runs the desk may allow "
                "it by http.allowed_private_targets in the configuration.",
                "/url");
    error.detail = std::move(detail);
    return error;
}

bool is_web_port(int port) { return port == 80 || port == 443; }

// A part of the address as libcurl reads it, which is the reader that will be asked to connect.
std::string part_of(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    unsigned const flags = part == CURLUPART_PORT ? CURLU_DEFAULT_PORT : 0U;
    if (curl_url_get(url, part, &text, flags) != CURLUE_OK || text == nullptr) return {};
    std::unique_ptr<char, decltype(&curl_free)> const kept(text, &curl_free);
    return text;
}

// What the calls back see while one request runs.
struct Exchange {
    net::AddressList const& allowed;
    std::vector<std::string> own;
    std::size_t max_bytes;
    desk::WebReply reply;
    std::string refused;  // the address that was not connected to
    bool is_too_large = false;
};

std::string text_of(sockaddr const& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    void const* bytes = nullptr;
    if (address.sa_family == AF_INET) bytes = &reinterpret_cast<sockaddr_in const&>(address).sin_addr;
    if (address.sa_family == AF_INET6) bytes = &reinterpret_cast<sockaddr_in6 const&>(address).sin6_addr;
    if (bytes == nullptr || inet_ntop(address.sa_family, bytes, text.data(), text.size()) == nullptr) return {};
    return text.data();
}

int port_of(sockaddr const& address) {
    if (address.sa_family == AF_INET) return ntohs(reinterpret_cast<sockaddr_in const&>(address).sin_port);
    if (address.sa_family == AF_INET6) return ntohs(reinterpret_cast<sockaddr_in6 const&>(address).sin6_port);
    return 0;
}

bool may_connect(Exchange const& exchange, std::string const& address, int port) {
    if (exchange.allowed.has(address)) return true;
    return is_web_port(port) && net::is_public_address(address) &&
           std::ranges::find(exchange.own, address) == exchange.own.end();
}

curl_socket_t open_socket(void* user, curlsocktype /*purpose*/, curl_sockaddr* target) {
    auto& exchange = *static_cast<Exchange*>(user);
    auto const address = text_of(target->addr);
    if (!may_connect(exchange, address, port_of(target->addr))) {
        exchange.refused = address.empty() ? "an address of an unknown kind" : address;
        return CURL_SOCKET_BAD;
    }
    return socket(target->family, target->socktype | SOCK_CLOEXEC, target->protocol);
}

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* user) {
    auto& exchange = *static_cast<Exchange*>(user);
    auto const n = size * count;
    if (exchange.reply.body.size() + n > exchange.max_bytes) {
        exchange.is_too_large = true;
        return 0;
    }
    exchange.reply.body.append(bytes, n);
    return n;
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* user) {
    auto& reply = static_cast<Exchange*>(user)->reply;
    std::string_view const line(bytes, size * count);
    if (auto const colon = line.find(':'); colon != std::string_view::npos) {
        auto const name = to_lower_ascii(line.substr(0, colon));
        auto const value = std::string(trim(line.substr(colon + 1)));
        if (name == "content-type") reply.content_type = value;
        if (name == "etag") reply.etag = value;
        if (name == "last-modified") reply.last_modified = value;
        if (name == "location") reply.location = value;
    }
    return size * count;
}

Result<Lines> lines_of(desk::WebRequest const& request) {
    Lines lines(nullptr, &curl_slist_free_all);
    auto const add = [&](std::string const& line) {
        auto* const grown = curl_slist_append(lines.get(), line.c_str());
        if (grown == nullptr) return false;
        (void)lines.release();
        lines.reset(grown);
        return true;
    };
    bool is_whole = add("Expect:");  // no pause for a 100 Continue, which many receivers never send
    for (auto const& [name, value] : request.headers) {
        if ((name + value).find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos)
            return invalid("http_out.header", "A header must not contain a line break.", "/headers");
        is_whole = is_whole && add(name + ": " + value);
    }
    if (!is_whole) return unavailable("http_out.failed", "The web client could not start.");
    return lines;
}

void set_guard(CURL* curl, Exchange& exchange) {
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");  // a proxy of the environment would be connected to instead
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &exchange);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &exchange);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &exchange);
}

Error failure_of(CURLcode code, char const* why, Exchange const& exchange) {
    if (exchange.is_too_large)
        return too_large("http_out.too_large", fmt::format("The answer is larger than {} bytes.", exchange.max_bytes),
                         "/url");
    std::string const reason = why[0] != '\0' ? why : curl_easy_strerror(code);
    switch (code) {
        case CURLE_COULDNT_CONNECT:
            if (!exchange.refused.empty()) return is_private(exchange.refused);
            [[fallthrough]];
        case CURLE_COULDNT_RESOLVE_HOST:
            return unavailable("http_out.unreachable", "The server cannot be reached. Is the address right?", reason);
        case CURLE_OPERATION_TIMEDOUT:
            return unavailable("http_out.timeout", "The server did not answer in time.", reason);
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION:
            return unavailable("http_out.tls", "The server's certificate is not one that this machine trusts.", reason);
        default: return unavailable("http_out.failed", fmt::format("The call failed: {}.", reason), reason);
    }
}

}  // namespace

Result<void> check_http_target(std::string_view url, net::AddressList const& allowed_private) {
    Url const parsed(curl_url(), &curl_url_cleanup);
    if (url.size() > 2000) return bad_url("The address is longer than 2,000 characters.");
    bool const has_odd = std::ranges::any_of(url, [](unsigned char c) { return c <= ' ' || c == 0x7F || c == '\\'; });
    if (!parsed || has_odd || curl_url_set(parsed.get(), CURLUPART_URL, std::string(url).c_str(), 0) != CURLUE_OK)
        return bad_url("This is no web address. Write it whole, such as https://example.org/calendar.ics.");
    auto const scheme = part_of(parsed.get(), CURLUPART_SCHEME);
    if (scheme != "https" && scheme != "http") return bad_url("The address must begin with https:// or http://.");
    if (!part_of(parsed.get(), CURLUPART_USER).empty() || !part_of(parsed.get(), CURLUPART_PASSWORD).empty())
        return bad_url("The address must hold neither a user nor a password.");
    auto host = part_of(parsed.get(), CURLUPART_HOST);
    if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
    bool const is_number = net::is_address(host);
    if (is_number && !net::is_public_address(host) && !allowed_private.has(host)) return is_private(host);
    if (to_lower_ascii(host) == "localhost" && allowed_private.empty()) return is_private(host);
    auto const port = part_of(parsed.get(), CURLUPART_PORT);
    int number = 0;
    std::from_chars(port.data(), port.data() + port.size(), number);
    // Behind a name may be a target that the operator allowed; the connection is judged in any case.
    bool const may_be_allowed = is_number ? allowed_private.has(host) : !allowed_private.empty();
    if (!is_web_port(number) && !may_be_allowed) return bad_url("The port must be 80 or 443.");
    return {};
}

Result<desk::WebReply> HttpOut::send(desk::WebRequest const& request) const {
    CHECK_OK(check_http_target(request.url, allowed_));
    start_curl();
    Curl const curl(curl_easy_init(), &curl_easy_cleanup);
    if (!curl) return unavailable("http_out.failed", "The web client could not start.");
    TRY(auto const lines, lines_of(request));
    Exchange exchange{
        .allowed = allowed_, .own = net::own_addresses(), .max_bytes = request.max_bytes, .reply = {}, .refused = {}};
    std::array<char, CURL_ERROR_SIZE> why{};
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, why.data());
    curl_easy_setopt(curl.get(), CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);  // no SIGALRM in a threaded program
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, static_cast<long>(std::min(5, request.timeout_seconds)));
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, static_cast<long>(request.timeout_seconds));
    curl_easy_setopt(curl.get(), CURLOPT_USERAGENT, "Lotse");
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, lines.get());
    if (request.method == "POST") {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, request.body.data());
    }
    set_guard(curl.get(), exchange);
    auto const code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) return failure_of(code, why.data(), exchange);
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    exchange.reply.status = static_cast<int>(status);
    return std::move(exchange.reply);
}

desk::WebOut web_out(net::AddressList const& allowed_private) {
    return {.check = [allowed_private](std::string_view url) { return check_http_target(url, allowed_private); },
            .send = [out = HttpOut(allowed_private)](desk::WebRequest const& request) { return out.send(request); }};
}

}  // namespace lotse::gateway
