// SPDX-License-Identifier: Apache-2.0
#include "portal/html.h"

#include <gtest/gtest.h>

namespace lotse::portal {
namespace {

TEST(Html, EscapesTextsAndAttributes) {
    EXPECT_EQ(text("<b>&\"'").source().find('<'), std::string::npos);
    auto const made = element("a", {{"href", "/help"}, {"title", "\"><script>"}}, "<script>alert(1)</script>").source();
    EXPECT_EQ(made.find("<script"), std::string::npos);
    EXPECT_TRUE(made.starts_with("<a href=\"/help\" title=\"&quot;&gt;&lt;script&gt;\">")) << made;
}

TEST(Html, LeadsOnlyToPlacesThatCannotRun) {
    for (std::string const bad : {"javascript:alert(1)", "//evil.example", "/\\evil.example", "data:text/html,x",
                                  "\tjavascript:x", "vbscript:x", "/\t/evil.example", ""})
        EXPECT_EQ(element("a", {{"href", bad}}, "x").source(), "<a href=\"#\">x</a>") << bad;
    for (std::string const good : {"/help/new", "https://a.example/", "mailto:a@b.example", "#email"})
        EXPECT_NE(element("a", {{"href", good}}, "x").source().find(good), std::string::npos) << good;
}

TEST(Html, MakesParagraphsOfPlainText) {
    EXPECT_EQ(paragraphs("one\r\ntwo\n\n\n<three>").source(), "<p>one<br>two</p><p>&lt;three&gt;</p>");
    EXPECT_TRUE(paragraphs("\n\n").is_empty());
}

TEST(Html, MendsTextThatIsNoUtf8) { EXPECT_EQ(text("a\xff").source(), "a\xef\xbf\xbd"); }

}  // namespace
}  // namespace lotse::portal
