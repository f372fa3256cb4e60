// SPDX-License-Identifier: Apache-2.0
#include "net/http_parse.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lotse::net {
namespace {

using namespace std::literals;

constexpr std::size_t kHeadLimit = 1024;
constexpr std::size_t kBodyLimit = 100;

struct Parsed {
    std::vector<std::string> requests;  // "METHOD target body"
    std::string error;                  // code, or empty
    bool operator==(Parsed const&) const = default;
};

// Reads all requests, giving the bytes in pieces of this size.
Parsed parse(std::string_view bytes, std::size_t piece) {
    RequestReader reader(kHeadLimit);
    Parsed parsed;
    bool in_body = false;
    std::size_t given = 0;
    while (true) {
        auto const step = in_body ? reader.read_body() : reader.read_head();
        if (!step.has_value()) return parsed.error = step.error().code, parsed;
        if (!*step) {
            if (given == bytes.size()) return parsed;
            auto const more = bytes.substr(given, piece);
            reader.add(more);
            given += more.size();
        } else if (in_body) {
            parsed.requests.push_back(reader.head().method + " " + reader.head().target + " " + reader.take_body());
            in_body = false;
        } else {
            auto const started = reader.start_body(kBodyLimit);
            if (!started.has_value()) return parsed.error = started.error().code, parsed;
            in_body = true;
        }
    }
}

std::string error_of(std::string_view bytes) { return parse(bytes, bytes.size()).error; }

std::vector<std::string_view> malformed_requests() {
    return {
        // Two lengths, or a length and a coding: the classics of smuggling.
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nabcd",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4, 4\r\n\r\nabcd",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +4\r\n\r\nabcd",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x4\r\n\r\nabcd",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551620\r\n\r\nabcd",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: \vchunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        // Line ends and folding.
        "GET / HTTP/1.1\nHost: a\n\n",
        "GET / HTTP/1.1\r\nHost: a\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\n",
        "GET / HTTP/1.1\rHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n",
        "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: a\rContent-Length: 5\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\0c\r\n\r\n"sv,
        "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n"sv,
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\x7f\r\n\r\n",
        // Names.
        "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX Y: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX\x80: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
        // Hosts.
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a/b@c\r\n\r\n",
        // First lines.
        "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /\r\nHost: a\r\n\r\n",
        "GET / a HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
        "GET / http/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/11\r\nHost: a\r\n\r\n",
        "G(T / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n",
        "AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDD / HTTP/1.1\r\nHost: a\r\n\r\n",
        "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"sv,
        "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
        // Chunks.
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n 3\r\nabc\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\nabc\n0\n\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n folded\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n000000000000000000003\r\nabc\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF1\r\nabc\r\n0\r\n\r\n",
    };
}

}  // namespace

TEST(HttpParse, ReadsPipelinedRequestsHoweverTheBytesAreCut) {
    auto const bytes =
        "GET /a?b=c HTTP/1.1\r\nHost: desk.example:8080\r\nX-Long:   two words \t\r\n\r\n"
        "POST /t HTTP/1.1\r\nhost: [::1]:80\r\ncontent-length: 5\r\n\r\nhello"
        "\r\nPUT /u HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n"
        "4;name=value\r\nabcd\r\n00A\r\n0123456789\r\n0\r\nX-Trailer: thrown away\r\n\r\n"
        "DELETE /v HTTP/1.0\r\n\r\n"sv;
    std::vector<std::string> const expected{"GET /a?b=c ", "POST /t hello", "PUT /u abcd0123456789", "DELETE /v "};
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
        auto const parsed = parse(bytes, piece);
        EXPECT_EQ(parsed.requests, expected) << "in pieces of " << piece;
        EXPECT_EQ(parsed.error, "") << "in pieces of " << piece;
    }
}

TEST(HttpParse, RefusesEveryRequestThatTwoReadersCouldReadDifferently) {
    for (auto const bytes : malformed_requests()) EXPECT_EQ(error_of(bytes), "http.malformed") << bytes;
}

TEST(HttpParse, RefusesMalformedRequestsWhateverThePieces) {
    for (auto const bytes : malformed_requests()) {
        auto const whole = parse(bytes, bytes.size());
        for (std::size_t const piece : {1U, 2U, 3U, 7U}) EXPECT_EQ(parse(bytes, piece), whole) << bytes;
    }
}

TEST(HttpParse, TellsAWrongLineEndBeforeTheHeadIsComplete) {
    EXPECT_EQ(error_of("GET / HTTP/1.1\n"), "http.malformed");
    EXPECT_EQ(error_of("GET / \0"sv), "http.malformed");
}

TEST(HttpParse, LimitsTheHead) {
    auto const fits = "GET /" + std::string(kHeadLimit - 29, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n";
    ASSERT_LE(fits.size(), kHeadLimit);
    EXPECT_EQ(error_of(fits), "");
    auto const name = "GET / HTTP/1.1\r\nHost: a\r\n" + std::string(kHeadLimit, 'n');
    EXPECT_EQ(error_of(name), "http.head_too_large");
    EXPECT_EQ(error_of(name + ": v\r\n\r\n"), "http.head_too_large");
    std::string many = "GET / HTTP/1.1\r\nHost: a\r\n";
    for (int i = 0; i < 101; ++i) many += "a:b\r\n";
    EXPECT_EQ(error_of(many + "\r\n"), "http.head_too_large");
    EXPECT_EQ(parse(name, 1).error, "http.head_too_large");
}

TEST(HttpParse, LimitsTheBodyInEitherForm) {
    auto const counted = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: "s;
    EXPECT_EQ(error_of(counted + "100\r\n\r\n" + std::string(100, 'x')), "");
    EXPECT_EQ(error_of(counted + "101\r\n\r\n"), "http.body_too_large");
    auto const chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"s;
    EXPECT_EQ(error_of(chunked + "64\r\n" + std::string(100, 'x') + "\r\n0\r\n\r\n"), "");
    EXPECT_EQ(error_of(chunked + "60\r\n" + std::string(96, 'x') + "\r\n5\r\n"), "http.body_too_large");
    EXPECT_EQ(error_of(chunked + "FFFFFFFF\r\n"), "http.body_too_large");
}

TEST(HttpParse, LimitsWhatSurroundsTheChunks) {
    auto const chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"s;
    EXPECT_EQ(error_of(chunked + "1;" + std::string(300, 'e')), "http.malformed");
    std::string trailers = chunked + "0\r\n";
    for (int i = 0; i < 100; ++i) trailers += "trailing: field\r\n";
    EXPECT_EQ(error_of(trailers), "http.head_too_large");
}

TEST(HttpParse, KnowsWhichRequestIsTheLast) {
    auto const last = [](std::string const& fields, std::string const& version = "1.1") {
        return parse_head("GET / HTTP/" + version + "\r\nHost: a\r\n" + fields + "\r\n")->is_last;
    };
    EXPECT_FALSE(last(""));
    EXPECT_FALSE(last("Connection: keep-alive\r\n"));
    EXPECT_TRUE(last("Connection: close\r\n"));
    EXPECT_TRUE(last("Connection: x, Close\r\n"));
    EXPECT_TRUE(last("Connection: keep-alive\r\n", "1.0"));
}

TEST(HttpParse, KnowsItsVersionsAndExpectations) {
    EXPECT_EQ(error_of("GET / HTTP/2.0\r\nHost: a\r\n\r\n"), "http.version");
    EXPECT_EQ(error_of("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), "http.version");
    EXPECT_EQ(error_of("GET / HTTP/1.1\r\nHost: a\r\nExpect: a miracle\r\n\r\n"), "http.expectation");
    EXPECT_TRUE(parse_head("GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\n\r\n")->expects_continue);
}

TEST(HttpParse, NamesAStatusForEveryError) {
    auto const status = [](Error const& error) { return status_for_parse_error(error); };
    EXPECT_EQ(status(invalid("http.malformed", "")), 400);
    EXPECT_EQ(status(too_large("http.head_too_large", "")), 431);
    EXPECT_EQ(status(too_large("http.body_too_large", "")), 413);
    EXPECT_EQ(status(invalid("http.version", "")), 505);
    EXPECT_EQ(status(invalid("http.expectation", "")), 417);
    EXPECT_EQ(status(unavailable("http.bodies_full", "")), 503);
}

}  // namespace lotse::net
