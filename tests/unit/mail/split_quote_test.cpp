// SPDX-License-Identifier: Apache-2.0
#include "mail/split_quote.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "mail/quote_marks.h"
#include "mail/signature_lines.h"

namespace lotse::mail {
namespace {

struct Reply {
    char const* program;
    char const* introduction;
};

class Introductions : public testing::TestWithParam<Reply> {};

TEST_P(Introductions, AreQuotedWithWhatFollows) {
    std::string const text = "Ja, danke.\n\n" + std::string(GetParam().introduction) + "\n\n> Geht es?\n";
    SplitText const marked = split_quote(text);
    EXPECT_EQ(marked.new_text, "Ja, danke.") << GetParam().program;
    EXPECT_EQ(marked.quoted, std::string(GetParam().introduction) + "\n\n> Geht es?");
    std::string const bare = "Ja, danke.\n\n" + std::string(GetParam().introduction) + "\n\nGeht es?\nGruß\n";
    EXPECT_EQ(split_quote(bare).new_text, "Ja, danke.") << GetParam().program;
}

INSTANTIATE_TEST_SUITE_P(
    Programs, Introductions,
    testing::Values(
        Reply{"Gmail en", "On Wed, Nov 25, 2026 at 6:29 PM Anna Nowak <anna@example.org> wrote:"},
        Reply{"Gmail en, wrapped", "On Wed, Nov 25, 2026 at 6:29 PM Anna Nowak <\nanna@example.org> wrote:"},
        Reply{"Gmail de", "Am Mi., 25. Nov. 2026 um 18:29 Uhr schrieb Anna Nowak <anna@example.org>:"},
        Reply{"Gmail de, wrapped", "Am Mi., 25. Nov. 2026 um 18:29 Uhr schrieb Anna Nowak <anna@example.org\n>:"},
        Reply{"Gmail pl", "śr., 25 lis 2026 o 18:29 Anna Nowak <anna@example.org> napisał(a):"},
        Reply{"Thunderbird de", "Am 25.11.26 um 18:29 schrieb Anna Nowak:"},
        Reply{"Thunderbird pl", "W dniu 25.11.2026 o 18:29, Anna Nowak pisze:"},
        Reply{"Thunderbird en", "On 25/11/2026 18:29, Anna Nowak wrote:"},
        Reply{"Apple de", "Am 25.11.2026 um 18:29 schrieb Anna Nowak <anna@example.org>:"},
        Reply{"Apple pl", "Wiadomość napisana przez Anna Nowak <anna@example.org> w dniu 25.11.2026, o godz. 18:29:"},
        Reply{"Gmail fr", "Le mer. 25 nov. 2026 à 18:29, Anna Nowak <anna@example.org> a écrit :"},
        Reply{"Gmail es", "El mié, 25 nov 2026 a las 18:29, Anna Nowak (<anna@example.org>) escribió:"},
        Reply{"Gmail it", "Il giorno mer 25 nov 2026 alle ore 18:29 Anna Nowak <anna@example.org> ha scritto:"},
        Reply{"Gmail pt", "Em qua., 25 de nov. de 2026 às 18:29, Anna Nowak <anna@example.org> escreveu:"},
        Reply{"Gmail nl", "Op wo 25 nov 2026 om 18:29 schreef Anna Nowak <anna@example.org>:"},
        Reply{"Apple nl", "Op 25 nov. 2026, om 18:29 heeft Anna Nowak <anna@example.org> het volgende geschreven:"},
        Reply{"Gmail no", "ons. 25. nov. 2026 kl. 18:29 skrev Anna Nowak <anna@example.org>:"},
        Reply{"Gmail sv", "Den ons 25 nov. 2026 kl 18:29 skrev Anna Nowak <anna@example.org>:"},
        Reply{"Gmail ru", "ср, 25 нояб. 2026 г. в 18:29, Anna Nowak <anna@example.org>:"},
        Reply{"Mail.ru", "Среда, 25 ноября 2026, 18:29 +03:00 от Anna Nowak <anna@example.org>:"},
        Reply{"Gmail cs", "st 25. 11. 2026 v 18:29 odesílatel Anna Nowak <anna@example.org> napsal:"},
        Reply{"Old Gmail", "2026-11-25 18:29 GMT+01:00 Anna Nowak <anna@example.org>:"},
        Reply{"Eudora", "At 11/25/2026 06:29 PM, you wrote:"}));

class Boundaries : public testing::TestWithParam<char const*> {};

TEST_P(Boundaries, CutEverythingBelow) {
    std::string const block = std::string(GetParam()) + "\n\nalter Text\nund mehr";
    SplitText const parts = split_quote("Neuer Text\n\n" + block + "\n");
    EXPECT_EQ(parts.new_text, "Neuer Text");
    EXPECT_EQ(parts.quoted, block);
}

INSTANTIATE_TEST_SUITE_P(
    Programs, Boundaries,
    testing::Values("-----Original Message-----", "-----Ursprüngliche Nachricht-----",
                    "---------- Forwarded message ---------", "-------- Oryginalna wiadomość --------",
                    "---------- Weitergeleitete Nachricht ----------",
                    "Begin forwarded message:", "Anfang der weitergeleiteten Nachricht:", "--- Original message ---",
                    "-------- Message original --------", "-----Mensaje original-----",
                    "*-------- Original Message --------*",
                    "From: Anna <a@b.c>\nSent: Monday, 1 June 2026 10:00\nTo: Desk\nSubject: Printer",
                    "________________________________\nVon: Anna Nowak\nGesendet: Montag, 1. Juni 2026 10:00\nAn: "
                    "Support\nBetreff: Drucker",
                    "Od: Anna Nowak\nWysłano: poniedziałek, 1 czerwca 2026 10:00\nDo: Pomoc\nTemat: Drukarka",
                    "*Von:* Anna <a@b.c>\n*Datum:* 1. Juni 2026\n*An:* x@y.z\n*Betreff:* Drucker",
                    "De : Anna <a@b.c>\nEnvoyé : lundi 1 juin 2026 10:00\nÀ : Support\nObjet : Imprimante",
                    "От: Anna <a@b.c>\nОтправлено: 1 июня 2026 г.\nКому: x@y.z\nТема: Принтер",
                    "Från: Anna\nSkickat: den 1 juni 2026\nTill: x@y.z\nÄmne: Skrivare"));

TEST(SplitQuote, KeepsAPlainMailWhole) {
    SplitText const parts = split_quote("Hello,\n\nthe printer is broken.\n\nAnna\n");
    EXPECT_EQ(parts.new_text, "Hello,\n\nthe printer is broken.\n\nAnna");
    EXPECT_EQ(parts.quoted, "");
    EXPECT_EQ(parts.signature, "");
    EXPECT_EQ(split_quote("").new_text, "");
}

TEST(SplitQuote, AnAnswerBelowTheQuoteIsNew) {
    SplitText const parts = split_quote("On 1.1.2026 10:00, Anna wrote:\n> Does it work?\n\nYes, it does.\n");
    EXPECT_EQ(parts.new_text, "Yes, it does.");
    EXPECT_EQ(parts.quoted, "On 1.1.2026 10:00, Anna wrote:\n> Does it work?");
}

TEST(SplitQuote, AnswersBetweenQuotesKeepTheirContext) {
    SplitText const parts =
        split_quote("On 1.1.2026 10:00, Anna wrote:\n> Does it work?\nYes.\n> And the other?\nNo.\n> Bye\n");
    EXPECT_EQ(parts.new_text, "> Does it work?\nYes.\n> And the other?\nNo.");
    EXPECT_EQ(parts.quoted, "On 1.1.2026 10:00, Anna wrote:\n> Bye");
}

TEST(SplitQuote, AGreetingAboveAndAnAnswerBelowKeepTheQuote) {
    SplitText const parts = split_quote("Hi Anna,\n\nOn 1.1.2026 10:00 you wrote:\n> Which one?\n\nThe red one.\n");
    EXPECT_EQ(parts.new_text, "Hi Anna,\n\n> Which one?\n\nThe red one.");
}

TEST(SplitQuote, AMailThatIsOnlyAQuoteIsNew) {
    EXPECT_EQ(split_quote("> only this\n").new_text, "> only this");
    EXPECT_EQ(split_quote("---------- Forwarded message ---------\nFrom: a@b.c\n\nHelp!\n").quoted, "");
    EXPECT_EQ(split_quote("Sent from my iPhone\n").new_text, "Sent from my iPhone");
}

TEST(SplitQuote, TakesOffTheSignature) {
    SplitText const parts =
        split_quote("It works.\n\n-- \nAnna Nowak\nphone 123\n\nOn 1.1.2026 10:00 a@b.c wrote:\n> x\n");
    EXPECT_EQ(parts.new_text, "It works.");
    EXPECT_EQ(parts.signature, "-- \nAnna Nowak\nphone 123");
    EXPECT_EQ(parts.quoted, "On 1.1.2026 10:00 a@b.c wrote:\n> x");
}

TEST(SplitQuote, ASignatureBelowTheQuoteIsNoAnswer) {
    SplitText const parts = split_quote("Yes.\n\nOn 1.1.2026 10:00 a@b.c wrote:\n> x\n\n-- \nAnna\n");
    EXPECT_EQ(parts.new_text, "Yes.");
    EXPECT_EQ(parts.signature, "-- \nAnna");
}

TEST(SplitQuote, ASentenceAboutWritingIsNoIntroduction) {
    for (char const* text :
         {"My colleague wrote:\nthe server is down\n", "I read what you wrote: it is wrong.\nPlease fix.\n",
          "Das Gerät schrieb:\nFehler 17\n", "He wrote to us\nand we answered\n"})
        EXPECT_EQ(split_quote(text).new_text, std::string(trim(text))) << text;
}

TEST(SplitQuote, ATripIsNoHeaderBlock) {
    std::string const text = "Please book:\nFrom: Berlin\nTo: Rome\nDate: 3 May\nThank you";
    EXPECT_EQ(split_quote(text).new_text, text);
}

TEST(SplitQuote, ADrawnLineInTheMiddleOfATextIsNoSignature) {
    std::string text = "First part\n\n----------\n";
    for (int i = 0; i < 20; ++i) text += "a line of the second part, number " + std::to_string(i) + "\n";
    EXPECT_EQ(split_quote(text).signature, "");
}

TEST(SplitQuote, LeavesCodeAlone) {
    std::string const text = "Run this:\n\n```\n> prompt\n--\nOn 1.1.2020 a@b.c wrote:\n```\n\nDone.";
    EXPECT_EQ(split_quote(text).new_text, text);
}

TEST(SplitQuote, IsLinearInHostileText) {
    std::string hostile;
    for (int i = 0; i < 50'000; ++i) hostile += "On 1.1.2020 a@b.c wrote:\n--\nTo: x\n> q\nb\n";
    SplitText const parts = split_quote(hostile);
    EXPECT_LE(parts.new_text.size() + parts.quoted.size() + parts.signature.size(), hostile.size() + 3);
}

TEST(IsQuotedLine, KnowsTheMarks) {
    for (char const* line : {">", "> x", ">> x", "  > x", "AB> x", "A>"}) EXPECT_TRUE(is_quoted_line(line)) << line;
    for (char const* line : {"", "x > y", "     > x", "A>B", "ABCD> x", "a> b"})
        EXPECT_FALSE(is_quoted_line(line)) << line;
}

TEST(IsDeviceLine, KnowsPhonesButNotWarehouses) {
    for (char const* line :
         {"Sent from my iPhone", "Von meinem iPhone gesendet", "Gesendet von Mail für Windows", "Wysłane z iPhone'a",
          "Wysłano z telefonu Samsung", "Envoyé de mon iPhone", "Enviado desde mi iPhone", "Verstuurd vanaf mijn iPad",
          "Sendt fra min iPad", "Skickat från min iPhone", "Отправлено с iPhone",
          "Get Outlook for iOS<https://aka.ms/o0ukef>",
          "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.", "<<sent by galaxy>>",
          "Inviato da iPhone", "Sent via mobile"})
        EXPECT_TRUE(is_device_line(line)) << line;
    for (char const* line : {"Sent from the warehouse on Monday", "Von uns wurde nichts gesendet",
                             "From my point of view", "The phone was sent yesterday", ""})
        EXPECT_FALSE(is_device_line(line)) << line;
}

}  // namespace
}  // namespace lotse::mail
