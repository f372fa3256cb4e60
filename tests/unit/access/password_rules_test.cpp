// SPDX-License-Identifier: Apache-2.0
#include "access/password_rules.h"

#include <gtest/gtest.h>

namespace lotse::access {
namespace {

std::string verdict(std::string text, PasswordUse use = PasswordUse::alone) {
    auto const done =
        check_password(Secret<std::string>(std::move(text)), {"Hafen IT", "Anna Kowalska", "anna@hafen.example"}, use);
    return done ? "fine" : done.error().code;
}

TEST(PasswordRules, WantFifteenCharactersAloneAndEightBesideASecondFactor) {
    EXPECT_EQ(verdict("vierzehn zeich"), "password.short");
    EXPECT_EQ(verdict("fünfzehn zeiche"), "fine");
    EXPECT_EQ(verdict("7 zeich", PasswordUse::with_second_factor), "password.short");
    EXPECT_EQ(verdict("8 zeiche", PasswordUse::with_second_factor), "fine");
}

TEST(PasswordRules, RefuseWhatEverybodyTriesFirst) {
    for (auto const* common : {"password1", "iloveyou", "qwertyuiop", "Trustno1", "12345678"})
        EXPECT_EQ(verdict(common, PasswordUse::with_second_factor), "password.common") << common;
    for (auto const* row :
         {"aaaaaaaaaaaaaaa", "abcabcabcabcabc", "123456789012345", "qwertyuiopasdfgh", "passwordpassword"})
        EXPECT_EQ(verdict(row), "password.common") << row;
}

TEST(PasswordRules, RefuseLittleMoreThanNames) {
    EXPECT_EQ(verdict("Anna.Kowalska.2026"), "password.common");
    EXPECT_EQ(verdict("hafen-kowalska-1!"), "password.common");
    EXPECT_EQ(verdict("a sentence that only Anna knows"), "fine");
}

}  // namespace
}  // namespace lotse::access
