// SPDX-License-Identifier: Apache-2.0
#include "net/endpoint.h"

#include <gtest/gtest.h>

namespace lotse::net {

TEST(Endpoint, ReadsAddressAndPort) {
    EXPECT_EQ(*parse_endpoint("127.0.0.1:8080"), (Endpoint{"127.0.0.1", 8080}));
    EXPECT_EQ(*parse_endpoint("[::1]:0"), (Endpoint{"::1", 0}));
    EXPECT_EQ(*parse_endpoint("0.0.0.0:25"), (Endpoint{"0.0.0.0", 25}));
    EXPECT_EQ(*parse_endpoint("[2001:DB8:0:0::1]:65535"), (Endpoint{"2001:db8::1", 65535}));
}

TEST(Endpoint, WritesWhatItReads) {
    for (auto const* text : {"127.0.0.1:8080", "[::1]:0", "[2001:db8::1]:65535"})
        EXPECT_EQ(to_string(*parse_endpoint(text)), text);
}

TEST(Endpoint, RefusesWhatIsNoAddressWithPort) {
    for (auto const* text :
         {"", ":", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:+1", "localhost:80",
          "::1:80", "[127.0.0.1]:80", "[::1]", "[::1:80", "[]:80", "1.2.3:80", "1.2.3.4:8 "}) {
        auto const parsed = parse_endpoint(text);
        ASSERT_FALSE(parsed.has_value()) << text;
        EXPECT_EQ(parsed.error().code, "endpoint.format") << text;
    }
}

TEST(Endpoint, KnowsLoopback) {
    for (auto const* text : {"127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"})
        EXPECT_TRUE(is_loopback(text)) << text;
    for (auto const* text : {"10.0.0.1", "::", "::2", "::ffff:10.0.0.1", "localhost", ""})
        EXPECT_FALSE(is_loopback(text)) << text;
}

}  // namespace lotse::net
