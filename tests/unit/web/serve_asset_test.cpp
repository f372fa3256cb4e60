// SPDX-License-Identifier: Apache-2.0
#include "web/serve_asset.h"

#include <gtest/gtest.h>

#include <array>

namespace lotse::web {
namespace {

Asset const kScript{"assets/index-abc.js", "let a = 1", "BR", "GZ", "0123456789abcdef0123456789abcdef"};
Asset const kPicture{"favicon.png", "PNG", "", "", "fedcba9876543210fedcba9876543210"};

net::Request asking(std::string const& encodings, std::string const& known = {}) {
    net::Request out;
    out.method = "GET";
    if (!encodings.empty()) out.headers.add("Accept-Encoding", encodings);
    if (!known.empty()) out.headers.add("If-None-Match", known);
    return out;
}

TEST(ServeAsset, PrefersBrotliAndTakesNoForThatWhatItIsTold) {
    EXPECT_EQ(best_encoding("gzip, deflate, br, zstd", kScript), "br");
    EXPECT_EQ(best_encoding("gzip, br;q=0", kScript), "gzip");
    EXPECT_EQ(best_encoding("gzip, br;q=0.000", kScript), "gzip");
    EXPECT_EQ(best_encoding("gzip, br;q=0.1", kScript), "br");
    EXPECT_EQ(best_encoding("deflate", kScript), "");
    EXPECT_EQ(best_encoding("", kScript), "");
    EXPECT_EQ(best_encoding("br, gzip", kPicture), "");
}

TEST(ServeAsset, SendsTheStoredFormWithItsTypeAndKeepsItForAYear) {
    auto const answer = serve_asset(kScript, asking("br"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "BR");
    EXPECT_EQ(answer.content_type, "text/javascript; charset=utf-8");
    EXPECT_EQ(answer.headers.get_or("Content-Encoding", ""), "br");
    EXPECT_EQ(answer.headers.get_or("Vary", ""), "Accept-Encoding");
    EXPECT_EQ(answer.headers.get_or("Cache-Control", ""), "public, max-age=31536000, immutable");
}

TEST(ServeAsset, AFileWithoutHashInItsNameIsAskedForAgain) {
    auto const answer = serve_asset(kPicture, asking("br"));
    EXPECT_EQ(answer.body, "PNG");
    EXPECT_FALSE(answer.headers.has("Content-Encoding"));
    EXPECT_EQ(answer.headers.get_or("Cache-Control", ""), "no-cache");
    auto const again = serve_asset(kPicture, asking("br", std::string(answer.headers.get_or("ETag", ""))));
    EXPECT_EQ(again.status, 304);
    EXPECT_TRUE(again.body.empty());
}

TEST(ServeAsset, EachFormHasItsOwnTag) {
    auto const plain = serve_asset(kScript, asking(""));
    auto const packed = serve_asset(kScript, asking("br"));
    EXPECT_NE(plain.headers.get_or("ETag", "a"), packed.headers.get_or("ETag", "b"));
}

TEST(FindAsset, FindsByTheWholePathOnly) {
    std::array const all{kScript, kPicture};
    EXPECT_EQ(find_asset(all, "favicon.png"), &all[1]);
    EXPECT_EQ(find_asset(all, "favicon"), nullptr);
    EXPECT_EQ(find_asset(all, "assets/../favicon.png"), nullptr);
    EXPECT_EQ(find_asset({}, "favicon.png"), nullptr);
}

}  // namespace
}  // namespace lotse::web
