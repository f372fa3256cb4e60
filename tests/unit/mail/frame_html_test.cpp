// SPDX-License-Identifier: Apache-2.0
#include "mail/frame_html.h"

#include <gtest/gtest.h>

namespace lotse::mail {
namespace {

std::string no_image(std::string_view) { return {}; }

TEST(FrameHtml, PutsInlineImagesIntoTheDocument) {
    auto const framed = frame_html(
        R"(<p>Look: <img src="cid:a%40b" alt="shot" width="20"></p>)",
        [](std::string_view id) { return id == "a@b" ? std::string("data:image/png;base64,AA==") : std::string(); });
    EXPECT_EQ(framed.body, R"(<p>Look: <img alt="shot" width="20" src="data:image/png;base64,AA=="></p>)");
}

TEST(FrameHtml, NamesRemoteImagesAndLoadsNone) {
    auto const framed = frame_html(
        R"(<img src="https://track.example/p.gif?u=7" alt="logo"><img src="https://track.example/p.gif?u=7"><img src="cid:x">)",
        no_image);
    EXPECT_EQ(framed.body, R"(<span class="no-image">logo</span>)");
    EXPECT_EQ(framed.remote_images, std::vector<std::string>{"https://track.example/p.gif?u=7"});
}

TEST(FrameHtml, LinksOpenApartFromTheDesk) {
    auto const framed =
        frame_html(R"(<a href="https://a.example/?x=1&amp;y=2" target="_top" rel="opener">go</a>)", no_image);
    EXPECT_EQ(framed.body,
              R"(<a href="https://a.example/?x=1&amp;y=2" target="_blank" rel="noopener noreferrer nofollow">go</a>)");
}

TEST(FrameHtml, CleansWhatSomebodyElseStored) {
    auto const framed = frame_html(
        "<p onclick='a'>x<script>alert(1)</script><svg onload=b></svg><a href='javascript:c'>y</a></p>", no_image);
    EXPECT_EQ(framed.body, "<p>x<a>y</a></p>");
}

TEST(FrameHtml, TellsWhetherTheMessageBringsColours) {
    EXPECT_TRUE(frame_html(R"(<p style="color:#333">x</p>)", no_image).has_colours);
    EXPECT_FALSE(frame_html(R"(<p style="font-weight:bold">x</p>)", no_image).has_colours);
}

}  // namespace
}  // namespace lotse::mail
