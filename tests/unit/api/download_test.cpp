// SPDX-License-Identifier: Apache-2.0
#include "api/download.h"

#include <gtest/gtest.h>

namespace lotse::api {
namespace {

using namespace std::string_literals;

std::string header(Reply const& reply, std::string_view name) {
    for (auto const& [key, value] : reply.headers)
        if (key == name) return value;
    return "";
}

TEST(ShowOrDownload, ShowsImagesByTheirFirstBytesOnly) {
    EXPECT_EQ(safe_image_type("\x89PNG\r\n\x1a\n..."s), "image/png");
    EXPECT_EQ(safe_image_type("RIFF\0\0\0\0WEBPVP8 "s), "image/webp");
    EXPECT_EQ(safe_image_type("<svg xmlns='http://www.w3.org/2000/svg'>"), "");
    EXPECT_EQ(safe_image_type("RIFF\0\0\0\0WAVE"s), "");
    EXPECT_EQ(safe_image_type(""), "");
}

TEST(ShowOrDownload, NeverShowsAnSvgThatIsCalledJpg) {
    auto const reply = show_or_download("<svg onload=alert(1)>", "photo.jpg");
    EXPECT_EQ(reply.content_type, "application/octet-stream");
    EXPECT_TRUE(header(reply, "Content-Disposition").starts_with("attachment;"));
    EXPECT_NE(header(reply, "Content-Security-Policy").find("sandbox"), std::string::npos);
}

TEST(ShowOrDownload, SandboxesImagesToo) {
    auto const reply = show_or_download("GIF89a", "a.gif");
    EXPECT_EQ(header(reply, "Content-Disposition"), "inline");
    EXPECT_NE(header(reply, "Content-Security-Policy").find("sandbox"), std::string::npos);
}

TEST(AttachmentHeader, LetsNoNameEndTheHeader) {
    auto const value = attachment_header("a\"\r\nSet-Cookie: x=1; b.pdf");
    EXPECT_EQ(value.find('\r'), std::string::npos);
    EXPECT_EQ(value.find('\n'), std::string::npos);
    EXPECT_EQ(value.find("Set-Cookie: "), std::string::npos);
    EXPECT_EQ(attachment_header("Übersicht.pdf"),
              "attachment; filename=\"__bersicht.pdf\"; filename*=UTF-8''%C3%9Cbersicht.pdf");
}

}  // namespace
}  // namespace lotse::api
