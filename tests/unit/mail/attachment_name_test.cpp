// SPDX-License-Identifier: Apache-2.0
#include "mail/attachment_name.h"

#include <gtest/gtest.h>

namespace lotse::mail {
namespace {

TEST(SafeFileName, RemovesFolders) {
    EXPECT_EQ(safe_file_name("../../etc/passwd"), "passwd");
    EXPECT_EQ(safe_file_name("C:\\temp\\a.txt"), "a.txt");
    EXPECT_EQ(safe_file_name("a/.."), "");
    EXPECT_EQ(safe_file_name("..."), "");
    EXPECT_EQ(safe_file_name(""), "");
}

TEST(SafeFileName, RemovesWhatHidesTheExtension) {
    EXPECT_EQ(safe_file_name("photo\xE2\x80\xAEgpj.exe"), "photogpj.exe");
    EXPECT_EQ(safe_file_name("a\r\nb\x01.txt"), "ab.txt");
    EXPECT_EQ(safe_file_name("invoice.pdf . "), "invoice.pdf");
    EXPECT_EQ(safe_file_name("a<b>:c?.txt"), "a_b__c_.txt");
}

TEST(SafeFileName, ShortensButKeepsTheExtension) {
    std::string const name = safe_file_name(std::string(300, 'x') + ".pdf");
    EXPECT_EQ(name.size(), 200U);
    EXPECT_TRUE(name.ends_with("x.pdf"));
    std::string umlauts;
    for (int i = 0; i < 150; ++i) umlauts += "ü";
    EXPECT_LE(safe_file_name(umlauts + ".png").size(), 200U);
}

TEST(MadeUpName, FollowsTheType) {
    EXPECT_EQ(made_up_name("image/png", 3), "attachment-3.png");
    EXPECT_EQ(made_up_name("application/x-strange", 1), "attachment-1.bin");
    EXPECT_EQ(made_up_name("message/delivery-status", 2), "attachment-2.txt");
}

}  // namespace
}  // namespace lotse::mail
