// SPDX-License-Identifier: Apache-2.0
#include "triage/language.h"

#include <gtest/gtest.h>

#include <fstream>

#include "triage/calibration.h"

namespace lotse::triage {
namespace {

std::vector<std::string> lines_of(std::string const& language) {
    std::ifstream file(std::string(LOTSE_TEST_DATA) + "/unit/triage/lines_" + language + ".txt");
    std::vector<std::string> out;
    for (std::string line; std::getline(file, line);)
        if (!line.empty()) out.push_back(line);
    return out;
}

class ShortLines : public testing::TestWithParam<char const*> {};

// The lines are ours, written for this test: 12 to 60 characters as people type them into a subject.
TEST_P(ShortLines, AreReadWithoutAnyPrior) {
    auto const lines = lines_of(GetParam());
    ASSERT_GE(lines.size(), 100U);
    std::size_t right = 0;
    std::string wrong;
    for (auto const& line : lines) {
        auto const guess = detect_language(line, "", {});
        if (guess.language == GetParam()) ++right;
        else wrong += line + " -> " + guess.language + "\n";
    }
    EXPECT_GE(static_cast<double>(right), 0.97 * static_cast<double>(lines.size())) << wrong;
}
INSTANTIATE_TEST_SUITE_P(Each, ShortLines, testing::Values("en", "de", "pl"));

TEST(DetectLanguage, StatesConfidencesThatHold) {
    std::vector<Judged> judged;
    for (std::string const language : {"en", "de", "pl"})
        for (auto const& line : lines_of(language)) {
            auto const guess = detect_language(line, "", {});
            judged.push_back({guess.confidence, guess.language == language});
        }
    EXPECT_LE(expected_calibration_error(judged), 0.08);
}

TEST(DetectLanguage, ReadsGermanAndPolishTypedWithoutMarks) {
    EXPECT_EQ(detect_language("", "Der Drucker im Buero laesst sich nicht oeffnen", {}).language, "de");
    EXPECT_EQ(detect_language("", "nie moge zalogowac sie na poczte, prosze o reset hasla", {}).language, "pl");
}

TEST(DetectLanguage, LeavesAlmostNoTextToThePriors) {
    LanguagePriors priors;
    EXPECT_EQ(detect_language("4711", "", priors).language, "");
    priors.desk = "de";
    EXPECT_EQ(detect_language("VPN?", "", priors).language, "de");
    priors.content_language = "en-GB";
    EXPECT_EQ(detect_language("VPN?", "", priors).language, "en");
    priors.customer = "pl";
    auto const guess = detect_language("VPN?", "", priors);
    EXPECT_EQ(guess.language, "pl");
    EXPECT_TRUE(guess.from_prior);
    EXPECT_LE(guess.confidence, 0.8);
}

TEST(DetectLanguage, SaysUnknownWhereNothingTells) {
    auto const guess = detect_language("", "0x7f3a9c 10.0.0.1 :: 8842-77123-22", {});
    EXPECT_EQ(guess.language, "");
    EXPECT_EQ(guess.confidence, 0);
    EXPECT_FALSE(guess.reason.empty());
}

TEST(DetectLanguage, DoesNotLetAPriorOverruleClearText) {
    LanguagePriors priors;
    priors.customer = priors.desk = priors.content_language = "de";
    EXPECT_EQ(detect_language("", "Please reset my password, I am locked out since this morning.", priors).language,
              "en");
}

TEST(DetectLanguage, NamesOtherLanguagesWhenTheTextIsLongAndClear) {
    EXPECT_EQ(detect_language("",
                              "Bonjour, je ne peux plus me connecter à mon compte depuis ce matin, pouvez-vous "
                              "réinitialiser mon mot de passe s'il vous plaît ? Merci beaucoup pour votre aide.",
                              {})
                  .language,
              "fr");
    EXPECT_EQ(
        detect_language("", "Здравствуйте, принтер на третьем этаже не печатает, помогите пожалуйста.", {}).language,
        "ru");
}

TEST(DetectLanguage, TakesNearLanguagesForTheConfiguredNeighbour) {
    std::string const czech = "Dobrý den, tiskárna nefunguje a nemohu tisknout žádné dokumenty, prosím o pomoc.";
    EXPECT_EQ(detect_language("", czech, {}).language, "pl");
    LanguagePriors with_czech;
    with_czech.configured = {"en", "de", "pl", "cs"};
    EXPECT_EQ(detect_language("", czech, with_czech).language, "cs");
}

TEST(DetectLanguage, SharesAMixedMailByParagraph) {
    auto const guess = detect_language(
        "",
        "Guten Tag, seit heute Morgen startet mein Rechner nicht mehr und der Bildschirm bleibt schwarz. Bitte um "
        "Hilfe, ich kann so nicht arbeiten. Der Kollege hat das gleiche Problem.\n\nThis message may contain "
        "confidential information. If you are not the intended recipient please delete it.",
        {});
    EXPECT_EQ(guess.language, "de");
    ASSERT_EQ(guess.parts.size(), 2U);
    EXPECT_EQ(guess.parts[0].language, "de");
    EXPECT_EQ(guess.parts[1].language, "en");
    EXPECT_NEAR(guess.parts[0].share + guess.parts[1].share, 1, 1e-9);
}

TEST(DetectLanguage, NamesWordsAsReason) {
    EXPECT_NE(detect_language("", "Die Rechnung ist falsch", {}).reason.find("'Rechnung'"), std::string::npos);
}

// CLD2 gives up on the whole text at a control character, and left its answers unwritten.
TEST(DetectLanguage, ReadsTextWithControlCharacters) {
    std::string const russian = "Здравствуйте, принтер на третьем этаже\x18 не печатает, помогите пожалуйста.";
    EXPECT_EQ(detect_language("", russian, {}).language, "ru");
}

TEST(DetectLanguage, SurvivesBrokenBytes) {
    std::string bytes = "Der Drucker \xFF\xFE geht \xC3 nicht mehr \xF0\x9F\x98";
    bytes += '\0';
    EXPECT_EQ(detect_language(bytes, bytes, {}).language, "de");
    EXPECT_EQ(detect_language("", "", {}).language, "");
}

}  // namespace
}  // namespace lotse::triage
