// SPDX-License-Identifier: Apache-2.0
#include "triage/taxonomy.h"

#include <gtest/gtest.h>

#include <set>

#include "triage/keywords.h"

namespace lotse::triage {
namespace {

TEST(DefaultTaxonomy, HasThirteenNamedCategoriesWithWordsInThreeLanguages) {
    auto const categories = default_taxonomy();
    ASSERT_EQ(categories.size(), 13U);
    std::set<std::string> keys;
    for (auto const& category : categories) {
        keys.insert(category.key);
        EXPECT_FALSE(category.name.empty());
        ASSERT_EQ(category.keywords.size(), 3U) << category.key;
        for (auto const& [language, words] : category.keywords)
            EXPECT_GE(words.size(), 25U) << category.key << language;
    }
    EXPECT_EQ(keys.size(), 13U);
    EXPECT_EQ(categories.front().key, "access");
    EXPECT_EQ(categories.back().key, "feedback");
}

TEST(DefaultTaxonomy, SpeaksTheDesksLanguage) {
    EXPECT_EQ(default_taxonomy("de")[9].name, "Rechnungen und Zahlungen");
    EXPECT_EQ(default_taxonomy("pl")[2].name, "Drukowanie i skanowanie");
    EXPECT_EQ(default_taxonomy("fr")[2].name, default_taxonomy("en")[2].name);
}

TEST(DefaultTaxonomy, HoldsOnlyPatternsThatCanMatch) {
    for (auto const& category : default_taxonomy())
        for (auto const& [language, words] : category.keywords) {
            std::set<std::string> seen;
            for (auto const& word : words) {
                KeywordIndex index;
                EXPECT_TRUE(index.add(word, 0)) << category.key << ": " << word;
                EXPECT_TRUE(seen.insert(word).second) << category.key << " has it twice: " << word;
            }
        }
}

}  // namespace
}  // namespace lotse::triage
