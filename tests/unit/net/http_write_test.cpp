// SPDX-License-Identifier: Apache-2.0
#include "net/http_write.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace lotse::net {
namespace {

ResponseFrame frame(bool is_tls = false, bool is_last = false) {
    return {"0123456789abcdef", is_tls, is_last, *parse_rfc3339("2026-11-25T18:20:42Z")};
}

std::size_t occurrences(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace

TEST(HttpWrite, WritesDatesAsHttpWantsThem) {
    EXPECT_EQ(to_http_date(*parse_rfc3339("2026-11-25T18:20:42Z")), "Wed, 25 Nov 2026 18:20:42 GMT");
    EXPECT_EQ(to_http_date(*parse_rfc3339("2024-02-29T00:00:09.9Z")), "Thu, 29 Feb 2024 00:00:09 GMT");
}

TEST(HttpWrite, GivesEveryResponseTheSecurityHeaders) {
    auto const head = write_head(Response{}, frame());
    for (auto const* line :
         {"HTTP/1.1 200 OK\r\n", "X-Request-Id: 0123456789abcdef\r\n", "X-Content-Type-Options: nosniff\r\n",
          "Referrer-Policy: no-referrer\r\n", "Cross-Origin-Opener-Policy: same-origin\r\n",
          "Cross-Origin-Resource-Policy: same-origin\r\n", "Cache-Control: no-store\r\n", "Content-Length: 0\r\n",
          "Date: Wed, 25 Nov 2026 18:20:42 GMT\r\n"})
        EXPECT_TRUE(head.contains(line)) << line;
    EXPECT_TRUE(head.contains("Content-Security-Policy: default-src 'none'; "));
    EXPECT_TRUE(head.contains("frame-ancestors 'none'"));
    EXPECT_FALSE(head.contains("Server:"));
    EXPECT_FALSE(head.contains("Strict-Transport-Security"));
    EXPECT_TRUE(write_head(Response{}, frame(true)).contains("Strict-Transport-Security: max-age=31536000\r\n"));
    EXPECT_TRUE(head.ends_with("\r\n\r\n"));
}

TEST(HttpWrite, LetsAHandlerWinOverADefaultButNotOverTheFrame) {
    Response response;
    response.body = "abc";
    response.headers.set("cache-control", "max-age=60");
    response.headers.set("content-length", "99");
    response.headers.set("transfer-encoding", "chunked");
    auto const head = write_head(response, frame());
    EXPECT_TRUE(head.contains("cache-control: max-age=60\r\n"));
    EXPECT_FALSE(head.contains("no-store"));
    EXPECT_FALSE(head.contains("99"));
    EXPECT_TRUE(head.contains("Content-Length: 3\r\n"));
    EXPECT_FALSE(to_lower_ascii(head).contains("transfer-encoding"));
}

TEST(HttpWrite, NeverLetsAValueStartASecondHeader) {
    Response response;
    response.headers.set("Location", "/a\r\nSet-Cookie: stolen=1\r\n\r\n<html>");
    response.headers.set("X\r\nY", "z");
    auto const head = write_head(response, frame());
    EXPECT_EQ(occurrences(head, "\r\n\r\n"), 1U);
    EXPECT_FALSE(head.contains("\r\nSet-Cookie"));
    EXPECT_FALSE(head.contains("\r\nY"));
}

TEST(HttpWrite, StatesNoLengthWhereThereIsNoBody) {
    for (int const status : {204, 304}) {
        Response response;
        response.status = status;
        auto const head = write_head(response, frame());
        EXPECT_FALSE(head.contains("Content-Length")) << status;
        EXPECT_FALSE(head.contains("Content-Type:")) << status;
    }
    Response streaming;
    streaming.stream = std::make_shared<EventStream>();
    auto const head = write_head(streaming, frame());
    EXPECT_TRUE(head.contains("Content-Type: text/event-stream\r\n"));
    EXPECT_TRUE(head.contains("Connection: close\r\n"));
    EXPECT_FALSE(head.contains("Content-Length"));
}

TEST(HttpWrite, SaysWhenTheConnectionEnds) {
    EXPECT_FALSE(write_head(Response{}, frame()).contains("Connection:"));
    EXPECT_TRUE(write_head(Response{}, frame(false, true)).contains("Connection: close\r\n"));
}

}  // namespace lotse::net
