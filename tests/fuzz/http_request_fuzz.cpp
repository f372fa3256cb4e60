// SPDX-License-Identifier: Apache-2.0
// HTTP requests. However the bytes are cut, the same requests come out; and where Beast's lenient parser, written by
// other people, also takes the first request, both agree on its method, target and body.
#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "net/http_parse.h"
#include "net/http_target.h"

namespace {

using namespace lotse;
using namespace lotse::net;

constexpr std::size_t kHeadLimit = 4096;
constexpr std::size_t kBodyLimit = 4096;

void expect(bool condition) {
    if (!condition) std::abort();
}

struct Outcome {
    std::vector<std::string> requests;
    std::string error;
    bool operator==(Outcome const&) const = default;
};

std::string describe(std::string_view method, std::string_view target, std::string_view body) {
    return std::string(method) + ' ' + std::string(target) + ' ' + std::string(body);
}

Outcome read_all(std::string_view bytes, std::size_t piece) {
    RequestReader reader(kHeadLimit);
    Outcome outcome;
    bool in_body = false;
    while (true) {
        auto const step = in_body ? reader.read_body() : reader.read_head();
        if (!step.has_value()) return outcome.error = step.error().code, outcome;
        if (!*step) {
            if (bytes.empty()) return outcome;
            reader.add(bytes.substr(0, piece));
            bytes.remove_prefix(std::min(piece, bytes.size()));
        } else if (in_body) {
            auto const body = reader.take_body();
            expect(body.size() <= kBodyLimit);
            outcome.requests.push_back(describe(reader.head().method, reader.head().target, body));
            in_body = false;
        } else {
            auto const started = reader.start_body(kBodyLimit);
            if (!started.has_value()) return outcome.error = started.error().code, outcome;
            in_body = true;
        }
    }
}

// The first request as Beast sees it; nothing where it refuses or wants more.
std::optional<std::string> read_with_beast(std::string_view bytes) {
    namespace http = boost::beast::http;
    http::request_parser<http::string_body> parser;
    parser.header_limit(kHeadLimit);
    parser.body_limit(kBodyLimit);
    parser.eager(true);
    boost::system::error_code failed;
    while (!parser.is_done()) {
        auto const used = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), failed);
        if (failed || used == 0) return std::nullopt;
        bytes.remove_prefix(used);
    }
    auto const& request = parser.get();
    return describe(request.method_string(), request.target(), request.body());
}

void check_target(std::string_view bytes) {
    auto const target = parse_target(bytes);
    if (!target.has_value()) return;
    expect(target->path == "*" || target->path.starts_with('/'));
    expect(is_utf8(target->path) && !target->path.contains('\0'));
    for (auto const segment : split(target->path, '/')) expect(segment != "." && segment != "..");
    for (auto const& [name, value] : target->query) expect(is_utf8(name) && is_utf8(value));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto const whole = read_all(bytes, std::max<std::size_t>(1, size));
    for (std::size_t const piece : {1U, 3U, 64U}) expect(read_all(bytes, piece) == whole);
    if (!whole.requests.empty()) {
        auto const theirs = read_with_beast(bytes.starts_with("\r\n") ? bytes.substr(2) : bytes);
        if (theirs) expect(*theirs == whole.requests.front());
    }
    check_target(bytes);
    return 0;
}
