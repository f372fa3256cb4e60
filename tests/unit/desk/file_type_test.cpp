// SPDX-License-Identifier: Apache-2.0
#include "desk/file_type.h"

#include <gtest/gtest.h>

namespace lotse::desk {
namespace {

using namespace std::string_view_literals;

TEST(FileType, BelievesBytesBeforeWords) {
    EXPECT_EQ(type_of_bytes("\x89PNG\r\n\x1a\n..."sv, "text/html"), "image/png");
    EXPECT_EQ(type_of_bytes("%PDF-1.7", "image/png"), "application/pdf");
    EXPECT_EQ(type_of_bytes("RIFF\1\2\3\4WEBPVP8 "sv, ""), "image/webp");
    EXPECT_EQ(type_of_bytes("PK\3\4x"sv, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_EQ(type_of_bytes("PK\3\4x"sv, "image/png"), "application/zip");
}

TEST(FileType, TakesNoWordForAPictureOrForSomethingThatABrowserRuns) {
    EXPECT_EQ(type_of_bytes("<svg onload=x>", "image/svg+xml"), "application/octet-stream");
    EXPECT_EQ(type_of_bytes("<script>", "text/html; charset=utf-8"), "application/octet-stream");
    EXPECT_EQ(type_of_bytes("no picture", "image/png"), "application/octet-stream");
    EXPECT_EQ(type_of_bytes("a,b\n1,2\n", "text/csv"), "text/csv");
    EXPECT_EQ(type_of_bytes("x", "nonsense"), "application/octet-stream");
    EXPECT_EQ(type_of_bytes("x", "text/plain\r\nX-Evil: 1"), "application/octet-stream");
}

TEST(FileType, KnowsProgramsByBytesAndByName) {
    EXPECT_TRUE(is_program("MZ\x90\0"sv, "holiday.png"));
    EXPECT_TRUE(
        is_program("\x7f"
                   "ELF\2"sv,
                   "a"));
    EXPECT_TRUE(is_program("#!/bin/sh\nrm -rf /", "notes.txt"));
    EXPECT_TRUE(is_program("alert(1)", "invoice.pdf.JS"));
    EXPECT_TRUE(is_program("x", "setup.exe. "));
    EXPECT_FALSE(is_program("%PDF-1.7", "invoice.pdf"));
    EXPECT_FALSE(is_program("PK\3\4", "report.docx"));
    EXPECT_FALSE(is_program("hello", ""));
}

}  // namespace
}  // namespace lotse::desk
