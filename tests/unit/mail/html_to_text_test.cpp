// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "mail/clean_html.h"

namespace lotse::mail {
namespace {

TEST(HtmlToText, KeepsParagraphsAndLines) {
    EXPECT_EQ(html_to_text("<p>One\n two</p><p>three<br>four</p>"), "One two\n\nthree\nfour\n");
    EXPECT_EQ(html_to_text("<div>a</div><div>b</div>"), "a\nb\n");
    EXPECT_EQ(html_to_text("<div>a</div><div><br></div><div>b</div>"), "a\n\nb\n");
    EXPECT_EQ(html_to_text("a<br>\n b<br><br><br>c"), "a\nb\n\nc\n");
}

TEST(HtmlToText, ShowsLinksOnce) {
    EXPECT_EQ(html_to_text("See <a href=\"https://example.org/x\">the page</a>."),
              "See the page <https://example.org/x>.\n");
    EXPECT_EQ(html_to_text("<a href=\"https://example.org/\">example.org</a>"), "example.org\n");
    EXPECT_EQ(html_to_text("<a href=\"mailto:a@b.c?subject=x\">a@b.c</a>"), "a@b.c\n");
    EXPECT_EQ(html_to_text("<a href=\"mailto:a@b.c\">Anna</a>"), "Anna <a@b.c>\n");
    EXPECT_EQ(html_to_text("<a href=\"javascript:x\">y</a>"), "y\n");
}

TEST(HtmlToText, WritesLists) {
    EXPECT_EQ(html_to_text("<ul><li>a<li>b<ol><li>c<li>d</ol></ul>"), "- a\n- b\n  1. c\n  2. d\n");
    EXPECT_EQ(html_to_text("<ol><li><p>a</p></li><li>b</li></ol>"), "1. a\n\n2. b\n");
}

TEST(HtmlToText, MarksQuotes) {
    EXPECT_EQ(html_to_text("<p>new</p>Anna wrote:<blockquote>old<blockquote>older</blockquote></blockquote>after"),
              "new\n\nAnna wrote:\n\n> old\n>\n> > older\n\nafter\n");
}

TEST(HtmlToText, WritesTableRowsAsLines) {
    EXPECT_EQ(html_to_text("<table><tr><th>Name</th><th>Age</th></tr><tr><td>Anna</td><td>7</td></tr></table>"),
              "Name | Age\nAnna | 7\n");
    EXPECT_EQ(html_to_text("<table><tr><td></td><td>only</td><td> </td></tr></table>"), "only\n");
}

TEST(HtmlToText, KeepsPreformattedText) { EXPECT_EQ(html_to_text("<pre>a  b\n  c</pre>"), "a  b\n  c\n"); }

TEST(HtmlToText, ReplacesImagesByTheirText) {
    EXPECT_EQ(html_to_text("<img src=https://x alt=\"Our logo\"> hi"), "Our logo hi\n");
    EXPECT_EQ(html_to_text("<style>p{}</style><script>x</script>"), "");
}

TEST(HtmlToText, RemovesPaddingThatNobodySees) {
    EXPECT_EQ(html_to_text("a&nbsp;&nbsp;b&zwnj;\xE2\x80\x8B&shy;c"),
              "a b\xE2\x80\x8C"
              "c\n");
}

TEST(HtmlToText, DoesNotMultiplyPrefixes) {
    std::string html;
    for (int i = 0; i < 250; ++i) html += "<blockquote>";
    for (int i = 0; i < 1000; ++i) html += "x<br>";
    EXPECT_LT(html_to_text(html).size(), 1000U * 40);
}

}  // namespace
}  // namespace lotse::mail
