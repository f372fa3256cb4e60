// SPDX-License-Identifier: Apache-2.0
#include "gateway/http_out.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "unit/gateway/support/canned_server.h"

namespace lotse::gateway {
namespace {

HttpOut allowing(std::vector<std::string> const& networks) { return HttpOut(net::AddressList::read(networks).value()); }
HttpOut allowing_loopback() { return allowing({"127.0.0.0/8"}); }

std::string answer(std::string_view head, std::string_view body) {
    return fmt::format("HTTP/1.1 {}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}", head, body.size(), body);
}

std::string code_of(Result<desk::WebReply> const& reply) { return reply ? "" : reply.error().code; }

// Ways to write an address that is not of the open internet; "{}" is the port.
std::vector<std::string> private_spellings() {
    std::vector<std::string> hosts{
        "localhost",
        "LOCALHOST",
        "localhost.",
        "localhost.localdomain",
        "ip6-localhost",
        "127.0.0.1",
        "127.0.0.1.",
        "127.1",
        "127.0.1",
        "127.255.255.254",
        "2130706433",
        "017700000001",
        "0x7f000001",
        "0x7F.1",
        "0177.0.0.1",
        "0x7f.0x0.0x0.0x1",
        "00000177.0.0.1",
        "0",
        "0.0.0.0",
        "0x0",
        "00",
        "[::1]",
        "[::]",
        "[0:0:0:0:0:0:0:1]",
        "[0000:0000:0000:0000:0000:0000:0000:0001]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fe80::1]",
        "[fc00::1]",
        "[fd12:3456::1]",
        "[ff02::1]",
        "[2001:db8::1]",
        "[2001:0:7f00:1::]",
        "[fec0::1]",
        "[100::1]",
        "169.254.169.254",
        "0xa9fea9fe",
        "2852039166",
        "0251.0376.0251.0376",
        "[::ffff:169.254.169.254]",
        "[::ffff:a9fe:a9fe]",
        "[fd00:ec2::254]",
    };
    for (auto const* spelled : {"127.0.0.1", "10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.0.1", "100.64.0.1",
                                "169.254.169.254", "192.0.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1",
                                "255.255.255.255", "192.0.2.1", "198.51.100.1", "203.0.113.1"}) {
        auto const bytes = boost::asio::ip::make_address_v4(spelled).to_bytes();
        auto const number = boost::asio::ip::make_address_v4(spelled).to_uint();
        hosts.push_back(spelled);
        hosts.push_back(fmt::format("{}", number));
        hosts.push_back(fmt::format("0x{:x}", number));
        hosts.push_back(fmt::format("0{:o}", number));
        hosts.push_back(fmt::format("0x{:x}.0x{:x}.0x{:x}.0x{:x}", bytes[0], bytes[1], bytes[2], bytes[3]));
        hosts.push_back(fmt::format("0{:o}.0{:o}.0{:o}.0{:o}", bytes[0], bytes[1], bytes[2], bytes[3]));
        hosts.push_back(fmt::format("{}.{}", bytes[0], number & 0xFFFFFF));
        hosts.push_back(fmt::format("{}.{}.{}", bytes[0], bytes[1], number & 0xFFFF));
        hosts.push_back(fmt::format("[::ffff:{}]", spelled));
        hosts.push_back(fmt::format("[::ffff:{:x}:{:x}]", number >> 16, number & 0xFFFF));
        hosts.push_back(fmt::format("[64:ff9b::{}]", spelled));
        hosts.push_back(fmt::format("[2002:{:x}:{:x}::1]", number >> 16, number & 0xFFFF));
    }
    return hosts;
}

}  // namespace

TEST(HttpOut, GetsWhatTheServerSays) {
    CannedServer const server(
        answer("200 OK\r\nETag: \"7\"\r\nContent-Type: text/calendar\r\nLast-Modified: Thu", "hello"));
    auto const reply = allowing_loopback().send({.url = fmt::format("http://127.0.0.1:{}/a.ics?b=c", server.port()),
                                                 .headers = {{"If-None-Match", "\"6\""}},
                                                 .body = {}});
    ASSERT_TRUE(reply.has_value()) << reply.error().message << reply.error().detail;
    EXPECT_EQ(reply->status, 200);
    EXPECT_EQ(reply->body, "hello");
    EXPECT_EQ(reply->etag, "\"7\"");
    EXPECT_EQ(reply->content_type, "text/calendar");
    EXPECT_EQ(reply->last_modified, "Thu");
    EXPECT_TRUE(server.last_request().starts_with("GET /a.ics?b=c HTTP/1.1\r\n")) << server.last_request();
    EXPECT_TRUE(server.last_request().contains("If-None-Match: \"6\"\r\n")) << server.last_request();
}

TEST(HttpOut, PostsBytesAsTheyAre) {
    CannedServer const server(answer("500 No", "why"));
    std::string const body("a\0b", 3);
    auto const reply = allowing_loopback().send(
        {.method = "POST", .url = fmt::format("http://127.0.0.1:{}/", server.port()), .headers = {}, .body = body});
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->status, 500);
    EXPECT_TRUE(server.last_request().ends_with("\r\n\r\n" + body));
}

TEST(HttpOut, FollowsNoRedirect) {
    CannedServer const inner(answer("200 OK", "secret"));
    CannedServer const outer(answer(fmt::format("302 Found\r\nLocation: http://127.0.0.1:{}/", inner.port()), ""));
    auto const reply =
        allowing_loopback().send({.url = fmt::format("http://127.0.0.1:{}/", outer.port()), .headers = {}, .body = {}});
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->status, 302);
    EXPECT_EQ(reply->location, fmt::format("http://127.0.0.1:{}/", inner.port()));
    EXPECT_EQ(inner.connections(), 0);
}

// Allowing a network that no test server is in opens the other ports, so that each spelling is judged by where it leads.
TEST(HttpOut, ConnectsToNothingPrivateHoweverItIsWritten) {
    CannedServer const server(answer("200 OK", "secret"));
    auto const out = allowing({"192.168.77.77"});
    auto const hosts = private_spellings();
    EXPECT_GE(hosts.size(), 200U);
    for (auto const& host : hosts) {
        auto const reply = out.send({.url = fmt::format("http://{}:{}/", host, server.port()),
                                     .headers = {},
                                     .body = {},
                                     .timeout_seconds = 2});
        ASSERT_FALSE(reply.has_value()) << host;
        auto const code = reply.error().code;
        EXPECT_TRUE(code == "http_out.private" || code == "http_out.url" || code == "http_out.unreachable")
            << host << " gives " << code << ": " << reply.error().detail;
    }
    EXPECT_EQ(server.connections(), 0);
}

TEST(HttpOut, JudgesTheAddressANameLeadsTo) {
    CannedServer const server(answer("200 OK", "secret"));
    auto const url = fmt::format("http://localhost:{}/", server.port());
    EXPECT_EQ(code_of(allowing({"192.168.77.77"}).send({.url = url, .headers = {}, .body = {}})), "http_out.private");
    EXPECT_EQ(server.connections(), 0);
    EXPECT_EQ(code_of(allowing_loopback().send({.url = url, .headers = {}, .body = {}})), "");
}

TEST(HttpOut, RefusesWhatIsNoWebAddress) {
    for (auto const* url : {"", "example.org", "ftp://example.org/", "file:///etc/passwd", "http://", "http://a b/",
                            "https://user:word@example.org/", "https://user@example.org/", "http://example.org:22/",
                            "http://example.org\\@127.0.0.1/", "http://example.org/\r\nX: y", "gopher://example.org/",
                            "http://[::1/", "http://example.org:99999/"})
        EXPECT_FALSE(check_http_target(url).has_value()) << url;
    for (auto const* url : {"https://example.org/a.ics", "http://example.org", "https://example.org:443/x?y=z#part",
                            "http://example.org:80/", "https://93.184.215.14/", "https://[2606:2800:21f::1]/"})
        EXPECT_TRUE(check_http_target(url).has_value()) << url;
}

TEST(HttpOut, StopsAtTheLimitOfBytes) {
    CannedServer const server(answer("200 OK", std::string(5000, 'x')));
    auto const reply = allowing_loopback().send(
        {.url = fmt::format("http://127.0.0.1:{}/", server.port()), .headers = {}, .body = {}, .max_bytes = 4999});
    EXPECT_EQ(code_of(reply), "http_out.too_large");
}

TEST(HttpOut, GivesUpOnAServerThatSaysNothing) {
    CannedServer const server("");
    auto const reply = allowing_loopback().send(
        {.url = fmt::format("http://127.0.0.1:{}/", server.port()), .headers = {}, .body = {}, .timeout_seconds = 1});
    EXPECT_EQ(code_of(reply), "http_out.timeout");
}

TEST(HttpOut, RefusesHeadersThatWouldBreakTheLine) {
    auto const reply =
        allowing_loopback().send({.url = "http://127.0.0.1:1/", .headers = {{"A", "b\r\nHost: c"}}, .body = {}});
    EXPECT_EQ(code_of(reply), "http_out.header");
}

TEST(HttpOut, SaysThatNobodyListens) {
    int port = 0;
    {
        port = CannedServer("x").port();
    }
    auto const reply =
        allowing_loopback().send({.url = fmt::format("http://127.0.0.1:{}/", port), .headers = {}, .body = {}});
    EXPECT_EQ(code_of(reply), "http_out.unreachable");
}

}  // namespace lotse::gateway
