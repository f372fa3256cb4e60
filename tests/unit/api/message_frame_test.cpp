// SPDX-License-Identifier: Apache-2.0
#include "api/message_frame.h"

#include <gtest/gtest.h>

namespace lotse::api {
namespace {

using namespace std::string_literals;

desk::FramedArticle framed(std::string html) {
    desk::FramedArticle out;
    out.article.html = std::move(html);
    out.article.subject = "A </title><script>1</script>";
    out.article.language = "de";
    return out;
}

TEST(FrameDocument, EscapesWhatIsNotOfTheMessage) {
    auto const page = frame_document(framed("<p>x</p>"), {});
    EXPECT_NE(page.find("<title>A &lt;/title&gt;&lt;script&gt;1&lt;/script&gt;</title>"), std::string::npos);
    EXPECT_NE(page.find("<html lang=\"de\">"), std::string::npos);
    EXPECT_EQ(page.find("<script"), std::string::npos);
}

TEST(FrameDocument, ShowsOnlyPicturesThatBrowsersShowSafely) {
    auto message = framed(R"(<img src="cid:good"><img src="cid:evil" alt="evil">)");
    message.images = {{"good", "\x89PNG\r\n\x1a\nrest"s}, {"evil", "<svg onload=alert(1)>"}};
    auto const page = frame_document(message, {});
    EXPECT_NE(page.find("src=\"data:image/png;base64,iVBORw0KGgpyZXN0\""), std::string::npos);
    EXPECT_EQ(page.find("svg"), std::string::npos);
    EXPECT_NE(page.find("<span class=\"no-image\">evil</span>"), std::string::npos);
}

TEST(FrameDocument, AMessageWithColoursOfItsOwnStaysOnALightSheet) {
    EXPECT_NE(frame_document(framed("<p>x</p>"), {true, false}).find("class=\"dark\""), std::string::npos);
    EXPECT_EQ(frame_document(framed("<p style=\"color:#000\">x</p>"), {true, false}).find("class=\"dark\""),
              std::string::npos);
}

TEST(FrameDocument, ListsRemoteImagesWhereAsked) {
    auto const message = framed(R"(<img src="https://a.example/x.png?a=1&amp;b=2">)");
    EXPECT_EQ(frame_document(message, {}).find("a.example"), std::string::npos);
    auto const listed = frame_document(message, {false, true});
    EXPECT_NE(listed.find("href=\"https://a.example/x.png?a=1&amp;b=2\""), std::string::npos);
    EXPECT_EQ(listed.find("<img"), std::string::npos);
}

}  // namespace
}  // namespace lotse::api
