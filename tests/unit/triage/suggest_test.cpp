// SPDX-License-Identifier: Apache-2.0
#include "triage/suggest.h"

#include <gtest/gtest.h>

#include <set>

#include "base/text.h"
#include "triage/taxonomy.h"

namespace lotse::triage {
namespace {

TriageSetup const& setup() {
    static TriageSetup const made = make_triage_setup(default_taxonomy());
    return made;
}

domain::Suggestion suggestion_for(std::string subject, std::string text, TriageModel const& model = {}) {
    TriageInput input;
    input.subject = std::move(subject);
    input.new_text = std::move(text);
    return suggest(input, model, setup());
}

std::string value(domain::Suggestion const& suggestion, std::string_view field) {
    auto const* label = suggestion.find(field);
    return label == nullptr ? "(absent)" : label->value;
}

struct Known {
    char const* text;
    char const* language;
    char const* category;
    char const* type;
};
class ColdStart : public testing::TestWithParam<Known> {};

TEST_P(ColdStart, KnowsPlainMessagesFromWordsAlone) {
    auto const got = suggestion_for("", GetParam().text);
    EXPECT_EQ(value(got, "language"), GetParam().language);
    EXPECT_EQ(value(got, "category"), GetParam().category);
    EXPECT_EQ(value(got, "type"), GetParam().type);
}
INSTANTIATE_TEST_SUITE_P(
    Each, ColdStart,
    testing::Values(
        Known{"My password has expired and I cannot log in", "en", "access", "incident"},
        Known{"The printer on the second floor has a paper jam", "en", "printing", "incident"},
        Known{"VPN disconnects every ten minutes, no internet after that", "en", "network", "incident"},
        Known{"How do I book a meeting room in the Outlook calendar?", "en", "email", "question"},
        Known{"Invoice 4711 was paid twice, please send a refund", "en", "billing", "request"},
        Known{"This is unacceptable. I am very disappointed with your service, worst ever", "en", "feedback",
              "complaint"},
        Known{"Ich habe mein Passwort vergessen und kann mich nicht anmelden", "de", "access", "incident"},
        Known{"Der Etikettendrucker druckt nicht, Papierstau in Fach 2", "de", "printing", "incident"},
        Known{"Bitte senden Sie uns die Rechnung und eine Gutschrift, der Betrag ist zweimal berechnet", "de",
              "billing", "request"},
        Known{"Wann kommt unsere Lieferung? Die Sendungsverfolgung zeigt nichts zur Bestellung", "de", "order",
              "question"},
        Known{"Bitte einen Arbeitsplatz einrichten, neue Kollegin, erster Arbeitstag Montag", "de", "onboarding",
              "request"},
        Known{"Das ist eine Unverschämtheit, ich möchte mich beschweren, wirklich enttäuscht", "de", "feedback",
              "complaint"},
        Known{"Drukarka nie drukuje, zaciął się papier w podajniku", "pl", "printing", "incident"},
        Known{"Nie mogę się zalogować, zapomniałem hasła do konta", "pl", "access", "incident"},
        Known{"Proszę o korektę faktury, kwota i NIP są błędne, proszę wysłać duplikat", "pl", "billing", "request"},
        Known{"Kiedy dotrze moja paczka? Kurier nie dostarczył przesyłki z zamówienia", "pl", "order", "question"},
        Known{"Wypowiadam umowę z końcem roku, proszę potwierdzić wypowiedzenie umowy", "pl", "contract", "request"},
        Known{"Dostałem podejrzany mail, wygląda na phishing, kliknąłem w link", "pl", "security", "incident"}));

TEST(Suggest, GivesSevenLabelsInOrderEachWithReasonAndMark) {
    auto const got = suggestion_for("Printer", "The printer is broken, urgent");
    std::vector<std::string> fields;
    for (auto const& label : got.labels) {
        fields.push_back(label.field);
        EXPECT_TRUE(label.because.unproven) << label.field;
        EXPECT_FALSE(label.because.text.empty()) << label.field;
        EXPECT_FALSE(label.because.code.empty()) << label.field;
        EXPECT_LE(label.alternatives.size(), 3U);
        if (!label.abstains()) {
            ASSERT_TRUE(label.because.confidence.has_value()) << label.field;
            EXPECT_GT(*label.because.confidence, 0);
            EXPECT_LT(*label.because.confidence, 1);
        }
    }
    EXPECT_EQ(fields,
              (std::vector<std::string>{"language", "category", "type", "impact", "urgency", "priority", "sentiment"}));
    EXPECT_EQ(got.model_version, "keywords");
}

TEST(Suggest, NamesTheWordsThatPoint) {
    auto const got = suggestion_for("", "Die Rechnung stimmt nicht, ich habe schon eine Mahnung");
    EXPECT_EQ(got.find("category")->because.text, "'rechnung', 'mahnung' point to Invoices and payments.");
    EXPECT_EQ(got.find("category")->because.source, "keywords");
}

TEST(Suggest, AbstainsWithAReasonWhereNoWordPoints) {
    auto const got = suggestion_for("", "Hello there, it is what it is since Tuesday");
    auto const& category = *got.find("category");
    EXPECT_TRUE(category.abstains());
    EXPECT_EQ(category.because.text, "No word of the message points to any category.");
    EXPECT_FALSE(category.because.confidence.has_value());
}

TEST(Suggest, StaysModestOnASingleWord) {
    auto const one = suggestion_for("", "I have a question about the toner");
    auto const many = suggestion_for("", "The printer jams, toner empty, scanner broken, printing and paper tray too");
    EXPECT_LT(*one.find("category")->because.confidence, 0.7);
    EXPECT_GT(*many.find("category")->because.confidence, *one.find("category")->because.confidence);
}

struct Graded {
    char const* text;
    char const* impact;
    char const* urgency;
};
class Levels : public testing::TestWithParam<Graded> {};
TEST_P(Levels, FollowTheWordsAndTheirNegation) {
    auto const got = suggestion_for("", GetParam().text);
    EXPECT_EQ(value(got, "impact"), GetParam().impact);
    EXPECT_EQ(value(got, "urgency"), GetParam().urgency);
}
INSTANTIATE_TEST_SUITE_P(
    Each, Levels,
    testing::Values(Graded{"The printer is broken, this is urgent", "low", "high"},
                    Graded{"The printer is broken, not urgent", "low", "low"},
                    Graded{"It isn't really urgent but the printer is broken", "low", "low"},
                    Graded{"Production is down, nobody can work, please help immediately", "high", "high"},
                    Graded{"Whole office offline, emergency", "high", "high"},
                    Graded{"Only my screen flickers, everyone else is fine, no rush", "low", "low"},
                    Graded{"Der Drucker ist defekt, nicht dringend", "low", "low"},
                    Graded{"Die ganze Abteilung kann nicht arbeiten, dringend!", "high", "high"},
                    Graded{"Eilt sehr: Bildschirm bleibt schwarz", "low", "high"},
                    Graded{"Mehrere Kollegen kommen nicht ins Netz", "medium", "medium"},
                    Graded{"Drukarka nie drukuje, nie pilne", "low", "low"},
                    Graded{"Drukarka nie drukuje, pilne!", "low", "high"},
                    Graded{"Cały dział nie ma internetu, bardzo pilne", "high", "high"},
                    Graded{"Kilka osób nie może się zalogować", "medium", "medium"}));

TEST(Suggest, TakesThePriorityFromTheMatrixAndSaysSo) {
    auto const got = suggestion_for("", "Whole department offline, urgent, cannot work");
    EXPECT_EQ(value(got, "priority"), "urgent");
    EXPECT_EQ(got.find("priority")->because.text, "Impact high and urgency high give urgent.");
    EXPECT_EQ(got.find("priority")->because.source, "matrix");
    TriageSetup own = setup();
    own.matrix.cells[2][2] = domain::Priority::low;
    TriageInput input;
    input.new_text = "Whole department offline, urgent, cannot work";
    EXPECT_EQ(value(suggest(input, {}, own), "priority"), "low");
}

TEST(Suggest, WantsNoActionOnAutomaticMailButOnAlerts) {
    TriageInput input;
    input.subject = "Automatic reply: printer is broken";
    input.is_automatic = true;
    EXPECT_EQ(value(suggest(input, {}, setup()), "type"), "no_action");
    input.channel = domain::Channel::monitoring;
    input.subject = "PROBLEM: server not responding, ping failed";
    EXPECT_EQ(value(suggest(input, {}, setup()), "type"), "incident");
}

TEST(Suggest, ReadsAnAdminsOwnCategories) {
    domain::Category garden;
    garden.key = "garden";
    garden.name = "Garden";
    garden.keywords = {{"*", {"lawn*", "hedge trimm*"}}};
    domain::Category rest;
    rest.key = "rest";
    rest.name = "Rest";
    TriageInput input;
    input.new_text = "The lawnmower and the hedge trimmer are broken";
    auto const got = suggest(input, {}, make_triage_setup({garden, rest}));
    EXPECT_EQ(value(got, "category"), "garden");
    EXPECT_TRUE(suggest(input, {}, make_triage_setup({})).find("category")->abstains());
}

std::vector<TrainingExample> history(int count) {
    std::vector<TrainingExample> out;
    for (int i = 0; i < count; ++i) {
        TrainingExample one;
        auto const word = std::string(1, static_cast<char>('a' + i % 20));
        // This desk files what the default words call printing under "order".
        one.input.new_text = i % 2 == 0 ? "zebra labels for hall " + word : "quarterly statement of account " + word;
        one.category = i % 2 == 0 ? "order" : "billing";
        one.type = i % 2 == 0 ? "request" : "question";
        out.push_back(one);
    }
    return out;
}

TEST(Suggest, LetsTheModelSpeakFirstOnceItKnowsEnough) {
    EXPECT_EQ(value(suggestion_for("", "zebra labels for hall 7"), "category"), "printing");
    auto const model = fit_triage(history(120));
    auto const got = suggestion_for("", "zebra labels for hall 7", model);
    EXPECT_EQ(value(got, "category"), "order");
    EXPECT_EQ(got.find("category")->because.source, "model");
    EXPECT_EQ(got.find("category")->because.version, model.version());
    EXPECT_NE(got.find("category")->because.text.find("'zebra"), std::string::npos);
    EXPECT_EQ(got.model_version, model.version());
}

TEST(Suggest, FallsBackToWordsWhereTheModelKnowsNothing) {
    auto const model = fit_triage(history(120));
    auto const got = suggestion_for("", "Nie mogę się zalogować, zapomniałem hasła do konta użytkownika", model);
    EXPECT_EQ(value(got, "category"), "access");
    EXPECT_EQ(got.find("category")->because.source, "keywords");
}

TEST(Suggest, NeverProposesACategoryThatTheDeskNoLongerHas) {
    auto const model = fit_triage(history(120));
    auto categories = default_taxonomy();
    std::erase_if(categories, [](auto const& category) { return category.key == "order"; });
    TriageInput input;
    input.new_text = "zebra labels for hall 7";
    auto const got = suggest(input, model, make_triage_setup(categories));
    EXPECT_NE(value(got, "category"), "order");
    for (auto const& other : got.find("category")->alternatives) EXPECT_NE(other.value, "order");
}

TEST(Suggest, TellsWhichPartIsInWhichLanguage) {
    std::string const german =
        "Guten Tag,\n\nder Drucker im dritten Stock druckt seit heute Morgen überhaupt nicht mehr.";
    std::string const polish = "Dzień dobry, drukarka na trzecim piętrze od rana w ogóle nie drukuje, proszę o pomoc.";
    auto const label = *suggestion_for("", german + "\n\n" + polish).find("language");
    ASSERT_EQ(label.parts.size(), 2U);
    EXPECT_EQ(label.parts[0].language, "de");
    EXPECT_EQ(label.parts[0].place.begin, 0U);
    EXPECT_EQ(label.parts[0].opening, "Guten Tag,");
    EXPECT_EQ(label.parts[1].language, "pl");
    auto const before = count_code_points(german) + 2;
    EXPECT_EQ(label.parts[1].place.begin, before);
    EXPECT_EQ(label.parts[1].place.end, before + count_code_points(polish) - 1)
        << "behind the last word, in code points";
    EXPECT_TRUE(label.parts[1].opening.starts_with("Dzień dobry, drukarka"));
    EXPECT_EQ(count_code_points(label.parts[1].opening), 60U);
    EXPECT_TRUE(suggestion_for("", german).find("language")->parts.empty());

    auto const stored = suggestion_for("", german + "\n\n" + polish);
    EXPECT_EQ(domain::suggestion_from(domain::to_json(stored)).find("language")->parts, label.parts);

    // Of what was said earlier nothing is told: the places are those of the newest message.
    TriageInput input;
    input.new_text = german + "\n\n" + polish + "\n\n" + german;
    input.newest_from = german.size() + 2;
    auto const later = *suggest(input, {}, make_triage_setup(default_taxonomy())).find("language");
    ASSERT_EQ(later.parts.size(), 2U);
    EXPECT_EQ(later.parts[0].language, "pl");
    EXPECT_EQ(later.parts[0].place.begin, 0U);
}

TEST(Suggest, IsRepeatable) {
    auto const model = fit_triage(history(60));
    auto const first = to_string(domain::to_json(suggestion_for("Zebra", "labels please, urgent", model)));
    EXPECT_EQ(first, to_string(domain::to_json(suggestion_for("Zebra", "labels please, urgent", model))));
}

}  // namespace
}  // namespace lotse::triage
