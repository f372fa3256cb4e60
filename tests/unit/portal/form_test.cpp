// SPDX-License-Identifier: Apache-2.0
#include "portal/form.h"

#include <gtest/gtest.h>

namespace lotse::portal {
namespace {

net::Request posted(std::string type, std::string body) {
    net::Request request;
    request.method = "POST";
    request.headers.add("Content-Type", std::move(type));
    request.body = std::move(body);
    return request;
}

std::string part(std::string const& head, std::string const& content) {
    return "--B\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
}

Result<Form> multipart(std::string const& body) { return read_form(posted("multipart/form-data; boundary=B", body)); }

TEST(Form, ReadsPlainFields) {
    auto const form = read_form(posted("application/x-www-form-urlencoded", "a=1+2&b=%C3%A4%26&c&d="));
    ASSERT_TRUE(form);
    EXPECT_EQ(form->get("a"), "1 2");
    EXPECT_EQ(form->get("b"), "ä&");
    EXPECT_EQ(form->get("d"), "");
    EXPECT_EQ(form->get("missing"), "");
}

TEST(Form, ReadsFieldsAndFiles) {
    auto const form = multipart(
        part("name=\"text\"", "Hello\r\n--not the end") +
        part("name=\"files\"; filename=\"C:\\dir\\a%22b.txt\"\r\nContent-Type: text/plain", std::string("\0bytes", 6)) +
        part("name=\"files\"; filename=\"\"", "") + "--B--\r\n");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->get("text"), "Hello\r\n--not the end");
    ASSERT_EQ(form->files.size(), 1U) << "a field left empty is no file";
    EXPECT_EQ(form->files[0].name, "a\"b.txt");
    EXPECT_EQ(form->files[0].content_type, "text/plain");
    EXPECT_EQ(form->files[0].bytes, std::string("\0bytes", 6));
}

TEST(Form, RefusesWhatDidNotArriveWhole) {
    for (std::string const& body : {std::string(), std::string("--B"), std::string("--B\r\n"), part("name=\"a\"", "x"),
                                    std::string("--B\r\nno header"), part("filename=\"x\"", "y") + "--B--"})
        EXPECT_FALSE(multipart(body)) << body;
    EXPECT_FALSE(read_form(posted("text/plain", "a=1")));
    EXPECT_FALSE(read_form(posted("multipart/form-data", "--B--")));
    EXPECT_FALSE(read_form(posted("multipart/form-data; boundary=" + std::string(71, 'x'), "--B--")));
}

TEST(Form, TakesTenFilesAndNoMore) {
    std::string body;
    for (int i = 0; i < 10; ++i) body += part("name=\"files\"; filename=\"a\"", "x");
    EXPECT_TRUE(multipart(body + "--B--"));
    body += part("name=\"files\"; filename=\"a\"", "x");
    auto const refused = multipart(body + "--B--");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "form.files");
}

}  // namespace
}  // namespace lotse::portal
