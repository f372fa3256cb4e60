// SPDX-License-Identifier: Apache-2.0
#include "mail/html_tokens.h"

#include <gtest/gtest.h>

#include "mail/html_entities.h"

namespace lotse::mail {
namespace {

// "<a href=x>", "</a>" and text, in one line for comparing.
std::string told(std::string_view html) {
    HtmlTokens tokens(html);
    std::string out;
    for (HtmlToken token = tokens.next(); token.kind != HtmlToken::Kind::end; token = tokens.next()) {
        if (token.kind == HtmlToken::Kind::text) out += token.text;
        if (token.kind == HtmlToken::Kind::close) out += "[/" + token.name + "]";
        if (token.kind != HtmlToken::Kind::open) continue;
        out += "[" + token.name;
        for (HtmlAttribute const& attribute : token.attributes) out += " " + attribute.name + "=" + attribute.value;
        out += "]";
    }
    return out;
}

TEST(HtmlTokens, ReadsTagsAttributesAndText) {
    EXPECT_EQ(told("<P CLASS=\"a b\" id=c title='d\"e' checked>x</P >"), "[p class=a b id=c title=d\"e checked=]x[/p]");
    EXPECT_EQ(told("<br/><img src=/a/b.png>"), "[br][img src=/a/b.png]");
    EXPECT_EQ(told("<a href = \"x\" href=y>"), "[a href=x]");
}

TEST(HtmlTokens, KeepsLonelyBracketsAsText) {
    EXPECT_EQ(told("1 < 2 && 3 <4> <"), "1 < 2 && 3 <4> <");
    EXPECT_EQ(told("a</>b"), "ab");
}

TEST(HtmlTokens, PassesOverCommentsInEveryForm) {
    EXPECT_EQ(told("a<!-- x > y -->b"), "ab");
    EXPECT_EQ(told("a<!-->b"), "ab");
    EXPECT_EQ(told("a<!--->b"), "ab");
    EXPECT_EQ(told("a<!-- x --!>b"), "ab");
    EXPECT_EQ(told("a<!DOCTYPE html>b<?xml version='1'?>c<![if !mso]>d<![endif]>"), "abcd");
    EXPECT_EQ(told("a<!-- never closed"), "a");
}

TEST(HtmlTokens, DropsRawTextElementsWhole) {
    EXPECT_EQ(told("a<script>if (1 < 2) '</p>'</script>b"), "ab");
    EXPECT_EQ(told("a<style><!-- p{} --></style >b"), "ab");
    EXPECT_EQ(told("a<title></titlex></title>b"), "ab");
    EXPECT_EQ(told("a<textarea><script></textarea>b"), "ab");
    EXPECT_EQ(told("a<script>never closed"), "a");
}

TEST(HtmlTokens, DropsATagThatDoesNotEnd) {
    EXPECT_EQ(told("a<img src=x onerror="), "a");
    EXPECT_EQ(told("a<a href=\"x>y"), "a");
}

TEST(HtmlTokens, KeepsAtMost64Attributes) {
    std::string html = "<p ";
    for (int i = 0; i < 1000; ++i) html += "a" + std::to_string(i) + "=1 ";
    HtmlTokens tokens(html += ">");
    EXPECT_EQ(tokens.next().attributes.size(), 64U);
}

TEST(DecodeEntities, ReadsNamesAndNumbers) {
    EXPECT_EQ(decode_entities("&auml;&#228;&#xE4;&euro;&amp;&nbsp;&apos;", EntityPlace::text), "äää€&\xC2\xA0'");
    EXPECT_EQ(decode_entities("&#150;&#x80;", EntityPlace::text), "–€");
    EXPECT_EQ(decode_entities("&#0;&#xD800;&#x110000;", EntityPlace::text), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(DecodeEntities, ForgivesMissingSemicolonsWhereBrowsersDo) {
    EXPECT_EQ(decode_entities("M&uumlller &#228 &lt", EntityPlace::text), "Müller ä <");
    EXPECT_EQ(decode_entities("&euro 5", EntityPlace::text), "&euro 5");
    EXPECT_EQ(decode_entities("?a=1&copy=2&lt=3&amp;b", EntityPlace::attribute), "?a=1&copy=2&lt=3&b");
    EXPECT_EQ(decode_entities("a & b &unknown; &#; &", EntityPlace::text), "a & b &unknown; &#; &");
}

}  // namespace
}  // namespace lotse::mail
