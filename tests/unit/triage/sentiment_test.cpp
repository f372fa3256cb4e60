// SPDX-License-Identifier: Apache-2.0
#include "triage/sentiment.h"

#include <gtest/gtest.h>

#include <string>

#include "triage/suggest.h"
#include "triage/taxonomy.h"

namespace lotse::triage {
namespace {

std::string mood(std::string_view text, std::string_view language) { return sentiment_label("", text, language).value; }

TEST(Sentiment, PlainReportsAreCalm) {
    EXPECT_EQ(mood("The printer on floor 2 does not print since this morning. Please have a look.", "en"), "calm");
    EXPECT_EQ(mood("Guten Tag, mein Zugang zum VPN ist gesperrt. Bitte entsperren Sie ihn.", "de"), "calm");
    EXPECT_EQ(mood("Dzień dobry, drukarka nie działa. Proszę o pomoc.", "pl"), "calm");
    EXPECT_EQ(mood("Thank you very much, that was a great help!", "en"), "calm");
}

TEST(Sentiment, DisappointmentIsUnhappy) {
    EXPECT_EQ(mood("I am really disappointed, we are still waiting for an answer.", "en"), "unhappy");
    EXPECT_EQ(mood("Ich warte seit Wochen und bin sehr unzufrieden.", "de"), "unhappy");
    EXPECT_EQ(mood("Nadal czekam na odpowiedź i jestem rozczarowana.", "pl"), "unhappy");
}

TEST(Sentiment, InsultsAndThreatsAreAngry) {
    EXPECT_EQ(mood("This is outrageous. I demand a refund or you will hear from my lawyer.", "en"), "angry");
    EXPECT_EQ(mood("Das ist eine Frechheit, mir reicht es jetzt! Mein Anwalt meldet sich.", "de"), "angry");
    EXPECT_EQ(mood("To jest skandal, żądam natychmiast zwrotu pieniędzy.", "pl"), "angry");
}

TEST(Sentiment, NegationTurnsPraiseAndLiftsComplaint) {
    EXPECT_EQ(mood("We are not happy with this solution at all.", "en"), "unhappy");
    EXPECT_EQ(mood("Damit bin ich nicht zufrieden, um ehrlich zu sein.", "de"), "unhappy");
    EXPECT_EQ(mood("Nie jestem zadowolony z tej naprawy.", "pl"), "unhappy");
    EXPECT_EQ(mood("I was not disappointed, it went well.", "en"), "calm");
    EXPECT_EQ(mood("Ich bin nicht enttäuscht, alles in Ordnung.", "de"), "calm");
}

TEST(Sentiment, ShoutingMakesUnhappyAngry) {
    EXPECT_EQ(mood("still waiting for my laptop", "en"), "unhappy");
    EXPECT_EQ(mood("STILL WAITING FOR MY LAPTOP!!! NOBODY ANSWERS MY MAILS SINCE MONDAY", "en"), "angry");
    EXPECT_EQ(mood("THE PRINTER ON FLOOR SEVEN DOES NOT PRINT ANYTHING", "en"), "calm") << "some people write so";
}

TEST(Sentiment, TellsWhereItIsSaid) {
    std::string const text = "Grüße. Ich bin enttäuscht.";
    auto const label = sentiment_label("", text, "de");
    ASSERT_EQ(label.evidence.size(), 1U);
    EXPECT_EQ(label.evidence[0], (domain::Evidence{15, 25})) << "code points, not bytes";
    EXPECT_NE(label.because.text.find("'enttäuscht'"), std::string::npos) << label.because.text;
    EXPECT_TRUE(label.because.unproven);
}

TEST(Sentiment, AbstainsWithoutWordsOrList) {
    EXPECT_TRUE(sentiment_label("", "ok", "en").abstains());
    EXPECT_TRUE(sentiment_label("", "je suis très mécontent de vous", "fr").abstains());
}

TEST(Sentiment, ReadsTheNewestMessageOnly) {
    auto const setup = make_triage_setup(default_taxonomy());
    TriageInput input;
    input.subject = "Printer broken, I am furious and disappointed";
    input.new_text = "This is outrageous, I am furious.\n\n";
    input.newest_from = input.new_text.size();
    input.new_text += "Thanks, it works again now for all of us.";
    EXPECT_EQ(suggest(input, {}, setup).find("sentiment")->value, "calm");
    input.newest_from = 0;
    EXPECT_EQ(suggest(input, {}, setup).find("sentiment")->value, "angry");
}

}  // namespace
}  // namespace lotse::triage
