// SPDX-License-Identifier: Apache-2.0
#include "portal/texts.h"

#include <gtest/gtest.h>

#include <set>

namespace lotse::portal {
namespace {

std::set<std::string> keys(std::string_view language) {
    std::set<std::string> out;
    for (auto const& [key, words] : texts_of(language).all()) out.insert(key);
    return out;
}

std::multiset<std::string> placeholders(std::string const& words) {
    std::multiset<std::string> out;
    for (auto at = words.find("{{"); at != std::string::npos; at = words.find("{{", at + 2))
        out.insert(words.substr(at, words.find("}}", at) - at));
    return out;
}

TEST(Texts, AreCompleteInEveryLanguage) {
    for (auto const language : kLanguages) {
        EXPECT_EQ(texts_of(language).language(), language);
        EXPECT_EQ(keys(language), keys("en")) << language;
        for (auto const& [key, words] : texts_of(language).all()) EXPECT_FALSE(words.empty()) << language << " " << key;
    }
}

TEST(Texts, KeepTheirPlaceholdersInEveryLanguage) {
    for (auto const& [key, words] : texts_of("en").all()) {
        for (auto const language : {"de", "pl"}) {
            auto const found = texts_of(language).all().find(key);
            if (found != texts_of(language).all().end())
                EXPECT_EQ(placeholders(found->second), placeholders(words)) << language << " " << key;
        }
    }
}

TEST(Texts, AreInTheLanguageThatTheBrowserAsksFor) {
    EXPECT_EQ(choose_language("de-AT,de;q=0.9,en;q=0.8", "en"), "de");
    EXPECT_EQ(choose_language("fr, en;q=0.3, pl;q=0.7", "de"), "pl");
    EXPECT_EQ(choose_language("fr", "de"), "de");
    EXPECT_EQ(choose_language("", "xx"), "en");
    EXPECT_EQ(choose_language("de;q=0, en;q=0.1", "pl"), "en");
}

}  // namespace
}  // namespace lotse::portal
