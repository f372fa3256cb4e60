// SPDX-License-Identifier: Apache-2.0
#include "net/http_target.h"

#include <gtest/gtest.h>

namespace lotse::net {

TEST(HttpTarget, SplitsPathAndParameters) {
    auto const target = parse_target("/tickets/7?q=a+b%26c&empty=&flag&q=2&&bad=%zz");
    ASSERT_TRUE(target.has_value());
    EXPECT_EQ(target->path, "/tickets/7");
    EXPECT_EQ(target->query.find("q"), "a b&c");
    EXPECT_EQ(target->query.all("q"), (std::vector<std::string_view>{"a b&c", "2"}));
    EXPECT_EQ(target->query.find("empty"), "");
    EXPECT_EQ(target->query.find("flag"), "");
    EXPECT_EQ(target->query.find("bad"), "%zz");
    EXPECT_FALSE(target->query.find("other"));
}

TEST(HttpTarget, DecodesThePathOnce) {
    EXPECT_EQ(parse_target("/a%20b/%C3%A4%2525")->path, "/a b/ä%25");
    EXPECT_EQ(parse_target("/a+b")->path, "/a+b");
}

TEST(HttpTarget, UnderstandsTheFormsForProxiesAndOptions) {
    EXPECT_EQ(parse_target("http://desk.example:80/a?b=c")->path, "/a");
    EXPECT_EQ(parse_target("HTTPS://desk.example")->path, "/");
    EXPECT_EQ(parse_target("*")->path, "*");
}

TEST(HttpTarget, RefusesPathsWhoseMeaningDependsOnTheReader) {
    for (auto const* bad : {"/a%2Fb", "/a%2fb", "/a%00b", "/a/../b", "/a/%2e%2e/b", "/./a", "/a%", "/a%4", "/a%zz",
                            "/%ff", "a", "", "desk.example:443", "http://desk.example?x", "ftp://x/"}) {
        auto const target = parse_target(bad);
        ASSERT_FALSE(target.has_value()) << bad;
        EXPECT_EQ(target.error().code, "http.malformed") << bad;
    }
}

TEST(HttpTarget, TurnsParametersIntoValidText) {
    EXPECT_EQ(parse_target("/?q=%ff%00")->query.find("q"), "\xef\xbf\xbd\xef\xbf\xbd");
}

}  // namespace lotse::net
