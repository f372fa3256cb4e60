// SPDX-License-Identifier: Apache-2.0
#include "triage/personal_data.h"

#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <vector>

namespace lotse::triage {
namespace {

using enum PersonalKind;

// "iban:DE89 3704 ...": the kinds and words that were found, in order.
std::vector<std::string> found(std::string_view text, std::string_view sender = {}) {
    std::vector<std::string> out;
    for (auto const& span : find_personal_data(text, sender))
        out.push_back(std::string(domain::name_of(span.kind)) + ":" +
                      std::string(text.substr(span.begin, span.end - span.begin)));
    return out;
}
using List = std::vector<std::string>;

TEST(PersonalData, FindsIbansHoweverTheyAreSpaced) {
    EXPECT_EQ(found("Konto DE89 3704 0044 0532 0130 00, danke"), List{"iban:DE89 3704 0044 0532 0130 00"});
    EXPECT_EQ(found("gb29nwbk60161331926819"), List{"iban:gb29nwbk60161331926819"});
    EXPECT_EQ(found("(DE89370400440532013000)"), List{"iban:DE89370400440532013000"});
    EXPECT_EQ(found("DE89\xC2\xA0"
                    "3704\xC2\xA0"
                    "0044\xC2\xA0"
                    "0532\xC2\xA0"
                    "0130\xC2\xA0"
                    "00"),
              List{"iban:DE89\xC2\xA0"
                   "3704\xC2\xA0"
                   "0044\xC2\xA0"
                   "0532\xC2\xA0"
                   "0130\xC2\xA0"
                   "00"});
    EXPECT_EQ(found("numer konta 61 1090 1014 0000 0712 1981 2874"), List{"iban:61 1090 1014 0000 0712 1981 2874"});
    EXPECT_EQ(found("DE88 3704 0044 0532 0130 00"), List{}) << "its sum is wrong";
    EXPECT_EQ(found("XDE89370400440532013000"), List{});
}

TEST(PersonalData, FindsCardsButNotPartsOfLongerNumbers) {
    EXPECT_EQ(found("card 4111 1111 1111 1111 expired"), List{"card:4111 1111 1111 1111"});
    EXPECT_EQ(found("3782-822463-10005"), List{"card:3782-822463-10005"});
    EXPECT_EQ(found("id 55504111111111111111"), List{});
    EXPECT_EQ(found("550e8400-e29b-41d4-a716-4111111111111111"), List{});
    EXPECT_EQ(found("EAN 4006381333931"), List{}) << "thirteen digits are a bar code unless a card is spoken of";
}

TEST(PersonalData, FindsRegisterNumbers) {
    EXPECT_EQ(found("PESEL 44051401359"), List{"pesel:44051401359"});
    EXPECT_EQ(found("Steuer-ID: 86 095 742 719"), List{"steuer_id:86 095 742 719"});
    EXPECT_EQ(found("NIP 526-025-02-74"), List{"nip:526-025-02-74"});
    EXPECT_EQ(found("NIP: PL5260250274"), List{"nip:5260250274"});
    EXPECT_EQ(found("zamówienie 5260250274"), List{}) << "one number in eleven passes; no word speaks for it";
    EXPECT_EQ(found("REGON 123456785"), List{"regon:123456785"});
    EXPECT_EQ(found("order 123456785"), List{});
}

TEST(PersonalData, FindsAddresses) {
    EXPECT_EQ(found("write to <anna.weber+it@firm.example>."), List{"email:anna.weber+it@firm.example"});
    EXPECT_EQ(found("mailto:a.b@c.example?subject=x"), List{"email:a.b@c.example"});
    EXPECT_EQ(found("see icon@2x.png and user@localhost"), List{});
    EXPECT_EQ(found("from 81.169.145.7 and 10.0.0.1, 192.168.1.7, 127.0.0.1"), List{"ip:81.169.145.7"});
    EXPECT_EQ(found("the IP 8.8.8.8 answers"), List{"ip:8.8.8.8"});
    EXPECT_EQ(found("SeaMonkey 2.53.7.1 and Agent/91.7.3.1"), List{}) << "versions look the same";
    EXPECT_EQ(found("version 8.0.36.1 of the driver"), List{});
    EXPECT_EQ(found("2a00:1450:4001:82a::200e answered"), List{"ip:2a00:1450:4001:82a::200e"});
    EXPECT_EQ(found("at 12:30:45 std::string fe80::1 2001:db8::1"), List{});
}

TEST(PersonalData, FindsTelephoneNumbersAsPeopleWriteThem) {
    for (auto const number : {"+49 30 1234567", "+49 (0)30 1234567", "030 1234567", "0171/1234567", "01711234567",
                              "(030) 123456-78", "+48 601 234 567", "601 234 567", "22 123 45 67", "0048 22 123 45 67",
                              "020 7946 0958", "07700 900123", "(415) 555-2671", "415-555-2671", "+1-415-555-2671x12"})
        EXPECT_EQ(found("x " + std::string(number) + " y"), List{"phone:" + std::string(number)}) << number;
    EXPECT_EQ(found("Telefon: 584712"), List{"phone:584712"});
}

TEST(PersonalData, LeavesOtherNumbersAlone) {
    for (auto const text : {"on 2024-11-26 at 10:15", "26.11.2024", "invoice 2024-000123", "1 234 567,89 EUR",
                            "601 234 567 PLN", "ticket 1000234", "error 0x80070005", "10.0.19045.3693",
                            "ISBN 978-3-16-148410-0", "order 4500123456", "PO 4711", "build 20241126.3", "v1.2.3.4"})
        EXPECT_EQ(found(text), List{}) << text;
}

TEST(PersonalData, BelievesTheWordRightBeforeANumber) {
    for (auto const text :
         {"please call about bug 1425962", "call us about order no. 555-123-4567", "Telefon: Auftrag Nr. 7654321",
          "the subscribe dialog was removed in 1425962", "zadzwoń w sprawie zamówienia 501 234 567"})
        EXPECT_EQ(found(text), List{}) << text;
    EXPECT_EQ(found("(37) 788-063-Office, 07700 063 966-Fax"), (List{"phone:(37) 788-063", "phone:07700 063 966"}));
}

TEST(PersonalData, FindsSecretsAndNotTalkAboutThem) {
    EXPECT_EQ(found("Password: hunter2!"), List{"credential:hunter2!"});
    EXPECT_EQ(found("mein Passwort lautet Sommer2024"), List{"credential:Sommer2024"});
    EXPECT_EQ(found("hasło: kot5Burek"), List{"credential:kot5Burek"});
    EXPECT_EQ(found("PIN: 4711"), List{"credential:4711"});
    EXPECT_EQ(found("key AKIAIOSFODNN7EXAMPLE in the log"), List{"credential:AKIAIOSFODNN7EXAMPLE"});
    EXPECT_EQ(found("https://bob:s3cret@host.example/x"), List{"credential:s3cret"});
    EXPECT_EQ(found("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nok"),
              List{"credential:-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----"});
    for (auto const text : {"I forgot my password, please reset it", "Passwort: vergessen", "the password is wrong",
                            "hasło wygasło", "reset the pin", "password expired yesterday"})
        EXPECT_EQ(found(text), List{}) << text;
}

TEST(PersonalData, FindsNamesByWhatStandsAroundThem) {
    EXPECT_EQ(found("Sehr geehrte Frau Dr. Weber,\nder Drucker"), List{"name:Weber"});
    EXPECT_EQ(found("Hi Tom,\nthe printer"), List{"name:Tom"});
    EXPECT_EQ(found("Dzień dobry Pani Anno,\nproszę"), List{"name:Anno"});
    EXPECT_EQ(found("my name is Jane van der Berg and"), List{"name:Jane van der Berg"});
    EXPECT_EQ(found("Nazywam się Łukasz Żak."), List{"name:Łukasz Żak"});
    EXPECT_EQ(found("Bitte Herrn Müller-Lüdenscheidt anrufen"), List{"name:Müller-Lüdenscheidt"});
    EXPECT_EQ(found("It broke.\n\nKind regards,\nSean O'Brien"), List{"name:Sean O'Brien"});
    EXPECT_EQ(found("Mit freundlichen Grüßen\nAnna Weber"), List{"name:Anna Weber"});
    EXPECT_EQ(found("Imię i nazwisko: Jan Kowalski"), List{"name:Jan Kowalski"});
    // By the sentence, where no rule says so.
    EXPECT_EQ(found("we asked Szymon Wrona about it"), List{"name:Szymon Wrona"});
    EXPECT_EQ(found("seit gestern kann Annika D. Weber nicht drucken"), List{"name:Annika D. Weber"});
    EXPECT_EQ(found("with Siobhan O'Brien on the phone"), List{"name:Siobhan O'Brien"});
    EXPECT_EQ(found("Nobody but Szymon knows the password"), List{"name:Szymon"});
    EXPECT_EQ(found("please reset the password of anna kowalska"), List{"name:anna kowalska"});
    EXPECT_EQ(found("Proszę o dostęp dla Katarzyny Nowakowskiej"), List{"name:Katarzyny Nowakowskiej"});
    EXPECT_EQ(found("We asked Oluwaseun Adeyemi about it"), List{"name:Oluwaseun Adeyemi"});
    EXPECT_EQ(found("Teilnehmer: Jörg Krause, Ewa Zając"), (List{"name:Jörg Krause", "name:Ewa Zając"}));
}

TEST(PersonalData, TakesWordsWithCapitalsForWhatTheyAre) {
    for (auto const text :
         {"Outlook crashes since the Windows Update on Friday.", "Der Drucker im Lager ist seit Montag kaputt.",
          "Die Rechnung der Stadtwerke für März fehlt.", "Faktura za marzec z Orange jeszcze nie dotarła.",
          "Sala konferencyjna Gdańsk jest zajęta.", "please install microsoft teams on my laptop",
          "THE PRINTER IS BROKEN AGAIN", "Actual Behavior:\nThe Sidebar is empty.", "Jira and Confluence are down."})
        EXPECT_EQ(found(text), List{}) << text;
}

TEST(PersonalData, KnowsTheSenderByTheFromHeader) {
    EXPECT_EQ(found("Weber here, the printer of Weber is broken", "Anna Weber"), (List{"name:Weber", "name:Weber"}));
    EXPECT_EQ(found("The IT Support is great", "IT Support"), List{});
}

TEST(PersonalData, GreetsNobodyInParticular) {
    for (auto const text : {"Hi all,\nthe printer", "Dear Sir or Madam,\n", "Sehr geehrte Damen und Herren,\n",
                            "Hallo zusammen,\n", "Hello Support Team,\n", "Szanowni Państwo,\n", "Dzień dobry,\nproszę",
                            "Thanks,\nPlease call", "I am Happy", "ich bin Kunde"})
        EXPECT_EQ(found(text), List{}) << text;
}

TEST(PersonalData, SpansNeverOverlapAndKeepTheirOrder) {
    auto const spans = find_personal_data(
        "Hi Tom,\nDE89 3704 0044 0532 0130 00 tom@firm.example 030 1234567 card 4111111111111111\nRegards\nAnna Weber");
    ASSERT_EQ(spans.size(), 6U);
    for (std::size_t i = 1; i < spans.size(); ++i) EXPECT_LE(spans[i - 1].end, spans[i].begin);
}

// Texts made to be slow: what one byte costs must not grow with their length.
TEST(PersonalData, IsLinearInTheText) {
    constexpr std::size_t kBytes = 100'000;
    for (std::string const piece :
         {"1 ", "12-", "Mr ", "Dr.Dr-", "a@", "::", "tel 030 ", "-----BEGIN PRIVATE KEY-----", "eyJ.", "DE89 ",
          "://a:b", "password is ", "4111 1111 ", "Dear Tom\n", "\xC3\xA4"}) {
        std::string text;
        while (text.size() < kBytes) text += piece;
        auto const start = std::clock();  // of this process: other programs may keep the machine busy
        auto const spans = find_personal_data(text, "Tom Tom");
        auto const took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        EXPECT_LE(spans.size(), kMostPersonalSpans);
        EXPECT_LT(took, 10) << piece;  // a square would take hours
    }
}

}  // namespace
}  // namespace lotse::triage
