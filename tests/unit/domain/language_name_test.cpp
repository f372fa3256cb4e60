// SPDX-License-Identifier: Apache-2.0
#include "domain/language_name.h"

#include <gtest/gtest.h>

namespace lotse::domain {
namespace {

TEST(LanguageName, IsEnglish) {
    EXPECT_EQ(language_name("de"), "German");
    EXPECT_EQ(language_name("pl"), "Polish");
    EXPECT_EQ(language_name("en"), "English");
    EXPECT_EQ(language_name("af"), "Afrikaans");
    EXPECT_EQ(language_name("zu"), "Zulu");
}

TEST(LanguageName, GoesByThePrimarySubtag) {
    EXPECT_EQ(language_name("de-AT"), "German");
    EXPECT_EQ(language_name("PT_br"), "Portuguese");
}

TEST(LanguageName, QuotesWhatItDoesNotKnow) {
    EXPECT_EQ(language_name("xq"), "'xq'");
    EXPECT_EQ(language_name(""), "''");
}

TEST(SameLanguage, ComparesPrimarySubtags) {
    EXPECT_TRUE(is_same_language("de", "de-AT"));
    EXPECT_TRUE(is_same_language("DE", "de"));
    EXPECT_FALSE(is_same_language("de", "den"));
    EXPECT_FALSE(is_same_language("de", "en"));
}

}  // namespace
}  // namespace lotse::domain
