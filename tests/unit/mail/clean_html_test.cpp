// SPDX-License-Identifier: Apache-2.0
#include "mail/clean_html.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "mail/html_style.h"

namespace lotse::mail {
namespace {

TEST(CleanHtml, KeepsWhatIsAllowed) {
    std::string_view const html =
        "<h1>Hi</h1><p dir=\"ltr\">a <b>b</b> <a href=\"https://example.org/?a=1&amp;b=2\" title=\"t\">c</a><br></p>"
        "<table width=\"100%\"><tr><td colspan=\"2\" align=\"center\">x</td></tr></table>"
        "<img src=\"cid:logo@x\" alt=\"Logo\" width=\"10\" height=\"20\"><hr>";
    EXPECT_EQ(clean_html(html), html);
}

TEST(CleanHtml, DropsActiveContentWhole) {
    for (char const* html : {"<script>alert(1)</script>", "<svg><script>alert(1)</script></svg>",
                             "<math><mtext>x</mtext></math>", "<style>p{}</style>", "<template><p>x</p></template>",
                             "<noscript><p>x</p></noscript>", "<iframe src=x>y</iframe>", "<object data=x>y</object>",
                             "<select><option>x</select>", "<svg><svg></svg><p>still inside</p></svg>"})
        EXPECT_EQ(clean_html(html), "") << html;
    EXPECT_EQ(clean_html("a<form><input name=x>Pay <b>now</b></form>b"), "ab");
}

TEST(CleanHtml, DropsHandlersAndForeignUrls) {
    EXPECT_EQ(clean_html("<p onclick=alert(1) id=x class=y>z</p>"), "<p>z</p>");
    for (char const* url : {"javascript:alert(1)", " java\tscript:alert(1)", "JaVaScRiPt:x", "data:text/html,x",
                            "vbscript:x", "file:///etc/passwd", "//evil.example", "/relative", "&#106;avascript:x",
                            "\x01javascript:x", "ftp://x", "about:blank", "blob:x"})
        EXPECT_EQ(clean_html("<a href=\"" + std::string(url) + "\">x</a>"), "<a>x</a>") << url;
    EXPECT_EQ(clean_html("<img src=\"mailto:x\"><img src=data:image/png;base64,AA>"), "<img><img>");
    EXPECT_EQ(clean_html("<a href='ht\ntps://x'>y</a>"), "<a href=\"https://x\">y</a>");
}

TEST(CleanHtml, WritesTextAndAttributesAnew) {
    EXPECT_EQ(clean_html("a < b & c \"d\" 'e'"), "a &lt; b &amp; c &quot;d&quot; &#39;e&#39;");
    EXPECT_EQ(clean_html("<img alt='\"><script>x</script>'>"),
              "<img alt=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt;\">");
    EXPECT_EQ(clean_html("&lt;script&gt;"), "&lt;script&gt;");
}

TEST(CleanHtml, SurvivesParserTricks) {
    for (char const* html :
         {"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
          "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
          "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
          "<!--><img src=x onerror=alert(1)>-->", "<img src=`x`onerror=alert(1)>", "<p/onclick=alert(1)/x>y",
          "<a href=https://x\" onmouseover=\"alert(1)>y</a>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
          "<img src=x:x onerror\n=alert(1)>", "<<script>alert(1)//<</script>", "<x:script>alert(1)</x:script>",
          "<![CDATA[<img src=x onerror=alert(1)>]]>", "<title><a title=\"</title><img src=x onerror=alert(1)>\">"}) {
        std::string const clean = clean_html(html);
        EXPECT_FALSE(to_lower_ascii(clean).contains("<script")) << clean;
        EXPECT_EQ(clean.find(" onerror="), std::string::npos) << clean;
        EXPECT_EQ(clean.find(" onclick="), std::string::npos) << clean;
        EXPECT_EQ(clean.find(" onmouseover="), std::string::npos) << clean;
        EXPECT_EQ(clean_html(clean), clean) << html;
    }
}

TEST(CleanHtml, BalancesWhatIsOpen) {
    EXPECT_EQ(clean_html("<b>a<i>b</b>c"), "<b>a<i>b</i></b>c");
    EXPECT_EQ(clean_html("</p></td>a</div>"), "a");
    EXPECT_EQ(clean_html("<p>a<p>b<div>c"), "<p>a</p><p>b</p><div>c</div>");
    EXPECT_EQ(clean_html("<ul><li>a<li>b<ul><li>c</ul></ul>"), "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>");
    EXPECT_EQ(clean_html("<table><tr><td>a<td>b<tr><td>c</table>d"),
              "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d");
    EXPECT_EQ(clean_html("<td>no table</td>"), "no table");
    EXPECT_EQ(clean_html("<a href=https://x>a<a href=https://y>b</a>"),
              "<a href=\"https://x\">a</a><a href=\"https://y\">b</a>");
}

TEST(CleanHtml, AnInlineCloseStaysWithinItsCell) {
    EXPECT_EQ(clean_html("<b><table><tr><td>a</b>b</td></tr></table>"), "<b><table><tr><td>ab</td></tr></table></b>");
}

TEST(CleanHtml, KeepsBlocksApartThatAreNotOnTheList) {
    EXPECT_EQ(clean_html("<center>a</center><section>b</section>"), "<div>a</div><div>b</div>");
    EXPECT_EQ(clean_html("<font color=red>x</font><o:p>y</o:p>"), "<span style=\"color:red\">x</span>y");
    EXPECT_EQ(clean_html("<head><title>t</title><meta charset=x><body bgcolor=red>x"), "x");
}

TEST(CleanHtml, ShowsAMailThatIsOneForm) {
    EXPECT_EQ(clean_html("<form action=x><input><p>All of it</p></form>"), "<p>All of it</p>");
}

TEST(CleanHtml, GoesAtMost256LevelsDeep) {
    std::string deep;
    for (int i = 0; i < 50'000; ++i) deep += "<div>";
    std::string const clean = clean_html(deep + "x");
    EXPECT_EQ(clean.size(), 256 * 11U + 1U);
    EXPECT_EQ(clean_html(clean), clean);
}

TEST(CleanHtml, RepairsBytesThatAreNoUtf8) {
    EXPECT_EQ(clean_html(std::string_view("a\xFF\0b\x1F", 5)),
              "a\xEF\xBF\xBD\xEF\xBF\xBD"
              "b");
}

TEST(CleanStyle, KeepsFourPropertiesOnly) {
    EXPECT_EQ(clean_style("COLOR: #FFF; font-weight:bold !important;position:fixed;text-align:center; padding: 0 4px"),
              "color:#fff;font-weight:bold;text-align:center;padding:0 4px");
    EXPECT_EQ(clean_style("color:rgb(1, 2, 3)"), "color:rgb(1,2,3)");
    for (char const* style : {"color:url(x)", "color:expression(1)", "background:url(x)", "padding:calc(1px)",
                              "color:red/**/", "color:\\72 ed", "padding:99999px", "padding:1px 2px 3px 4px 5px",
                              "font-weight:950", "color:var(--x)", "color", ":red"})
        EXPECT_EQ(clean_style(style), "") << style;
}

}  // namespace
}  // namespace lotse::mail
