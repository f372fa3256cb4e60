// SPDX-License-Identifier: Apache-2.0
#include "mail/build_message.h"

#include <gtest/gtest.h>

#include <functional>

#include "base/text.h"
#include "mail/mail_encoding.h"
#include "mail/parse_message.h"

namespace lotse::mail {
namespace {

Outgoing a_mail() {
    Outgoing mail;
    mail.from = {"Example Desk", "desk@example.com"};
    mail.to = {{"Anna Nowak", "anna@example.org"}};
    mail.subject = "Your ticket";
    mail.text = "Hello Anna,\n\nwe look into it.\n";
    mail.message_id = "n1.abc@example.com";
    mail.date = *parse_rfc3339("2026-11-25T18:29:21Z");
    return mail;
}

Attachment a_file(std::string name, std::string type = "application/pdf", std::string content_id = {}) {
    Attachment file;
    file.name = std::move(name);
    file.content_type = std::move(type);
    file.content_id = std::move(content_id);
    file.bytes = "bytes";
    return file;
}

std::string built(Outgoing const& mail) {
    auto const result = build_message(mail);
    EXPECT_TRUE(result) << (result ? "" : result.error().message);
    return result ? *result : "";
}

TEST(BuildMessage, WritesAPlainMail) {
    EXPECT_EQ(built(a_mail()),
              "Date: Wed, 25 Nov 2026 18:29:21 +0000\r\nFrom: Example Desk <desk@example.com>\r\n"
              "To: Anna Nowak <anna@example.org>\r\nSubject: Your ticket\r\nMessage-ID: <n1.abc@example.com>\r\n"
              "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
              "Content-Transfer-Encoding: quoted-printable\r\n\r\nHello Anna,\r\n\r\nwe look into it.\r\n");
}

TEST(BuildMessage, MarksMailOfAMachine) {
    Outgoing mail = a_mail();
    mail.auto_submitted = AutoSubmitted::auto_replied;
    mail.suppress_auto_response = true;
    mail.notice = "ticket.received";
    mail.feedback_id = "received:t1:lotse";
    mail.unsubscribe_url = "https://desk.example.com/u/1";
    mail.language = "de";
    std::string const raw = built(mail);
    for (char const* line : {"Auto-Submitted: auto-replied\r\n", "X-Auto-Response-Suppress: All\r\n",
                             "X-Lotse-Notice: ticket.received\r\n", "Feedback-ID: received:t1:lotse\r\n",
                             "List-Unsubscribe: <https://desk.example.com/u/1>\r\n",
                             "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", "Content-Language: de\r\n"})
        EXPECT_TRUE(raw.contains(line)) << line;
    EXPECT_EQ(parse_message(raw).auto_verdict.kind, AutoKind::own);
}

TEST(BuildMessage, RefusesLineBreaksInEveryHeader) {
    std::vector<std::pair<char const*, std::function<void(Outgoing&, std::string const&)>>> const fields{
        {"/subject", [](Outgoing& m, std::string const& v) { m.subject = v; }},
        {"/from/name", [](Outgoing& m, std::string const& v) { m.from.name = v; }},
        {"/from/address", [](Outgoing& m, std::string const& v) { m.from.address = v + "@example.com"; }},
        {"/to/0/name", [](Outgoing& m, std::string const& v) { m.to[0].name = v; }},
        {"/to/0/address", [](Outgoing& m, std::string const& v) { m.to[0].address = "a@example.com" + v; }},
        {"/cc/0/name", [](Outgoing& m, std::string const& v) { m.cc = {{v, "a@b.c"}}; }},
        {"/reply_to/name", [](Outgoing& m, std::string const& v) { m.reply_to = Address{v, "a@b.c"}; }},
        {"/message_id", [](Outgoing& m, std::string const& v) { m.message_id = v; }},
        {"/in_reply_to", [](Outgoing& m, std::string const& v) { m.in_reply_to = v; }},
        {"/references/0", [](Outgoing& m, std::string const& v) { m.references = {v}; }},
        {"/notice", [](Outgoing& m, std::string const& v) { m.notice = v; }},
        {"/feedback_id", [](Outgoing& m, std::string const& v) { m.feedback_id = v; }},
        {"/language", [](Outgoing& m, std::string const& v) { m.language = v; }},
        {"/unsubscribe_url", [](Outgoing& m, std::string const& v) { m.unsubscribe_url = "https://" + v; }},
        {"/attachments/0/name", [](Outgoing& m, std::string const& v) { m.attachments = {a_file(v)}; }},
        {"/attachments/0/content_type", [](Outgoing& m, std::string const& v) { m.attachments = {a_file("x", v)}; }},
        {"/attachments/0/content_id",
         [](Outgoing& m, std::string const& v) { m.attachments = {a_file("x", "image/png", v)}; }},
    };
    for (auto const& [field, put] : fields) {
        for (std::string const& bad :
             {std::string("a\r\nBcc: x@y.z"), std::string("a\nb"), std::string("a\rb"), std::string("a\0b", 3)}) {
            Outgoing mail = a_mail();
            put(mail, bad);
            auto const result = build_message(mail);
            ASSERT_FALSE(result) << field;
            EXPECT_EQ(result.error().kind, Kind::invalid);
            EXPECT_EQ(result.error().code, "mail.header");
            EXPECT_EQ(result.error().field, field);
        }
    }
}

TEST(BuildMessage, RefusesWhatCannotBeSent) {
    auto const field_of = [](auto change) {
        Outgoing mail = a_mail();
        change(mail);
        auto const result = build_message(mail);
        return result ? std::string("sent") : result.error().field;
    };
    EXPECT_EQ(field_of([](Outgoing& m) { m.to.clear(); }), "/to");
    EXPECT_EQ(field_of([](Outgoing& m) { m.text = " \n"; }), "/text");
    EXPECT_EQ(field_of([](Outgoing& m) { m.message_id.clear(); }), "/message_id");
    EXPECT_EQ(field_of([](Outgoing& m) { m.message_id = "a b"; }), "/message_id");
    EXPECT_EQ(field_of([](Outgoing& m) { m.to[0].address = "anna"; }), "/to/0/address");
    EXPECT_EQ(field_of([](Outgoing& m) { m.to[0].address = "a@b.c, d@e.f"; }), "/to/0/address");
    EXPECT_EQ(field_of([](Outgoing& m) { m.to[0].address = "jürgen@example.org"; }), "/to/0/address");
    EXPECT_EQ(field_of([](Outgoing& m) { m.unsubscribe_url = "http://x"; }), "/unsubscribe_url");
    EXPECT_EQ(field_of([](Outgoing&) {}), "sent");
}

TEST(BuildMessage, EncodesWhatIsNotAscii) {
    Outgoing mail = a_mail();
    mail.from.name = "Jürgen Müller, Köln";
    mail.to[0] = {"\"Quoted\" (x)", "info@bücher.example"};
    mail.subject = "Größe: żółć " + std::string(80, 'x') + " 你好";
    mail.text = "ü = ü\n" + std::string(2000, 'a') + "\nFrom here\n.\n tail \n";
    std::string const raw = built(mail);
    for (char c : raw) EXPECT_LT(static_cast<unsigned char>(c), 0x80);
    for (std::string_view const line : split(raw, '\n')) EXPECT_LE(line.size(), 79U);
    EXPECT_FALSE(raw.contains("\n.\r\n"));
    EXPECT_FALSE(raw.contains("\nFrom here"));
    Message const read = parse_message(raw);
    EXPECT_EQ(read.from.at(0), mail.from);
    EXPECT_EQ(read.to.at(0), (Address{"\"Quoted\" (x)", "info@xn--bcher-kva.example"}));
    EXPECT_EQ(read.subject, mail.subject);
    EXPECT_EQ(read.text, "ü = ü\n" + std::string(2000, 'a') + "\nFrom here\n.\n tail\n");
}

TEST(BuildMessage, PutsPartsWhereReadersLookForThem) {
    Outgoing mail = a_mail();
    mail.html = "<p>Hello <img src=\"cid:logo@x\"></p>";
    Attachment logo = a_file("logo.png", "image/png", "logo@x");
    logo.is_inline = true;
    Attachment bill = a_file("Rechnung für März.pdf");
    bill.bytes = std::string(1000, '\xFF');
    mail.attachments = {logo, bill};
    Message const read = parse_message(built(mail));
    EXPECT_EQ(read.text, mail.text);
    EXPECT_EQ(read.html, mail.html);
    EXPECT_EQ(read.attachments, mail.attachments);
    EXPECT_TRUE(read.defects.empty());
}

TEST(BuildMessage, SendsACleanMailAsMailAndOthersAsFiles) {
    Outgoing mail = a_mail();
    Attachment eml = a_file("a.eml", "message/rfc822");
    eml.kind = AttachmentKind::message;
    eml.bytes = "Subject: x\r\n\r\ny\r\n";
    mail.attachments = {eml};
    EXPECT_EQ(parse_message(built(mail)).attachments.at(0), eml);
    mail.attachments[0].bytes = "Subject: \xFC\n\ny";
    Attachment const file = parse_message(built(mail)).attachments.at(0);
    EXPECT_EQ(file.content_type, "application/octet-stream");
    EXPECT_EQ(file.bytes, mail.attachments[0].bytes);
    EXPECT_EQ(file.name, "a.eml");
}

TEST(BuildMessage, KeepsTheThread) {
    Outgoing mail = a_mail();
    mail.in_reply_to = "2@example.org";
    for (int i = 0; i < 40; ++i) mail.references.push_back(std::to_string(i) + "@example.org");
    Message const read = parse_message(built(mail));
    EXPECT_EQ(read.message_id, mail.message_id);
    EXPECT_EQ(read.in_reply_to, mail.in_reply_to);
    EXPECT_EQ(read.references, mail.references);
    EXPECT_EQ(read.date, mail.date);
}

TEST(EncodedParameter, ContinuesLongNames) {
    std::string name;
    for (int i = 0; i < 60; ++i) name += "ż";
    std::string const encoded = encoded_parameter("filename", name);
    for (std::string_view const line : split(encoded, '\n')) EXPECT_LE(line.size(), 80U);
    EXPECT_TRUE(encoded.contains("filename*0*=UTF-8''%C5"));
    EXPECT_TRUE(encoded.contains("filename*1*="));
}

}  // namespace
}  // namespace lotse::mail
