// SPDX-License-Identifier: Apache-2.0
#include "api/request_text.h"

#include <gtest/gtest.h>

namespace lotse::api {
namespace {

TEST(CookieOf, FindsWholeNamesOnly) {
    net::Request request;
    request.headers.add("Cookie", "xlotse=1; lotse=two; other=3");
    EXPECT_EQ(cookie_of(request, "lotse"), "two");
    EXPECT_EQ(cookie_of(request, "oth"), "");
    EXPECT_EQ(cookie_of(request, "other"), "3");
}

TEST(IsFromThisMachine, DoesNotTrustAProxyOfThisMachine) {
    net::Request request;
    request.peer = "127.0.0.1";
    EXPECT_TRUE(is_from_this_machine(request));
    request.headers.add("X-Forwarded-For", "203.0.113.9");
    EXPECT_FALSE(is_from_this_machine(request));
    net::Request foreign;
    foreign.peer = "203.0.113.9";
    EXPECT_FALSE(is_from_this_machine(foreign));
}

TEST(IsSecure, BelievesOnlyAProxyOfOurs) {
    net::Request request;
    request.headers.add("X-Forwarded-Proto", "https");
    request.peer = "127.0.0.1";
    EXPECT_FALSE(is_secure(request));
    request.is_from_proxy = true;
    EXPECT_TRUE(is_secure(request));
}

TEST(CallerOf, BelievesTheLastAddressOfAProxyOfOurs) {
    net::Request request;
    request.peer = "127.0.0.1";
    request.is_from_proxy = true;
    EXPECT_EQ(caller_of(request), "127.0.0.1");
    request.headers.add("X-Forwarded-For", "10.9.8.7, 203.0.113.9 ");
    EXPECT_EQ(caller_of(request), "203.0.113.9");
    request.peer = "198.51.100.4";
    request.is_from_proxy = false;
    EXPECT_EQ(caller_of(request), "198.51.100.4");
}

TEST(CallerOf, KeepsThePeerWhereTheProxyNamesNoAddress) {
    for (auto const* text : {"", "unknown", "203.0.113.9:4711", "x, \r\nSet-Cookie: a=b", "1.2.3.4, "}) {
        net::Request request;
        request.peer = "::1";
        request.is_from_proxy = true;
        request.headers.add("X-Forwarded-For", text);
        EXPECT_EQ(caller_of(request), "::1") << text;
    }
    net::Request request;
    request.peer = "::1";
    request.is_from_proxy = true;
    request.headers.add("X-Forwarded-For", "2001:db8::7");
    EXPECT_EQ(caller_of(request), "2001:db8::7");
}

TEST(ReadQuery, ReadsFractionsWholeAndFinite) {
    std::vector<Property> const declared{may("share", share()), may("count", integer(0, 10))};
    auto const read = [&](std::string_view name, std::string_view text) {
        net::Params query;
        query.add(std::string(name), std::string(text));
        return read_query(declared, query).at(name);
    };
    EXPECT_EQ(read("share", "0.25"), Json(0.25));
    EXPECT_EQ(read("share", "1"), Json(1));
    for (auto const* text : {"nan", "inf", "0.5x", "0,5", ""}) EXPECT_TRUE(read("share", text).is_string()) << text;
    EXPECT_TRUE(read("count", "0.5").is_string()) << "a fraction is no whole number";
}

TEST(ReadQuery, GivesTypesByDeclaration) {
    net::Params query;
    query.add("limit", "20");
    query.add("escalated", "true");
    query.add("status", "new,open");
    query.add("status", "waiting");
    query.add("agent", "none");
    query.add("odd", "x");
    auto const read = read_query({may("limit", integer(1, 200)), may("escalated", boolean()),
                                  may("status", list(line(10))), may("agent", either({id(), one_of({"none"})}))},
                                 query);
    EXPECT_EQ(to_string(read),
              R"({"limit":20,"escalated":true,"status":["new","open","waiting"],"agent":"none","odd":"x"})");
}

TEST(ReadQuery, LeavesWhatDoesNotReadAsText) {
    net::Params query;
    query.add("limit", "many");
    query.add("escalated", "1");
    EXPECT_EQ(to_string(read_query({may("limit", integer(1, 200)), may("escalated", boolean())}, query)),
              R"({"limit":"many","escalated":"1"})");
}

}  // namespace
}  // namespace lotse::api
