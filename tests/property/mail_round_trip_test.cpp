// SPDX-License-Identifier: Apache-2.0
// parse_message(build_message(x)) == x, for whatever a desk may want to say.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"
#include "mail/build_message.h"
#include "mail/parse_message.h"

namespace lotse::mail {

void showValue(Address const& address, std::ostream& out) { out << address.name << " <" << address.address << ">"; }

namespace {

// Letters of several alphabets, and what is special in headers, HTML and mail bodies.
rc::Gen<std::string> gen_piece() {
    return rc::gen::element<std::string>("a", "B", "7", "ä", "ß", "ż", "Ł", "é", "я", "中", "🐈", " ", " ", ",", ";",
                                         "\"", "'", "(", ")", "<", ">", "@", ":", "=", "=?", "?=", "_", "%", "\\", "/",
                                         ".", "-- ", "&");
}

std::string joined(std::vector<std::string> const& pieces) { return join(pieces, ""); }

// A value of one line as a form gives it: no blanks at the ends.
rc::Gen<std::string> gen_line() {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(gen_piece()),
                        [](std::vector<std::string> const& pieces) { return std::string(trim(joined(pieces))); });
}

// Blanks at the ends of lines are kept; blank lines at both ends are not, so every text begins and ends with a word.
rc::Gen<std::string> gen_text() {
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(gen_piece(), rc::gen::just<std::string>("\n"))),
        [](std::vector<std::string> const& pieces) { return "Hello " + joined(pieces) + " end\n"; });
}

rc::Gen<std::string> gen_id() {
    return rc::gen::map(rc::gen::inRange(0, 1'000'000), [](int n) { return std::to_string(n) + ".x@desk.example"; });
}

rc::Gen<Address> gen_address() {
    return rc::gen::map(rc::gen::pair(gen_line(), rc::gen::inRange(0, 1000)), [](std::pair<std::string, int> const& p) {
        return Address{p.first, "user" + std::to_string(p.second) + "+tag@mail.example"};
    });
}

RC_GTEST_PROP(MailRoundTrip, HeadersComeBack, ()) {
    Outgoing mail;
    mail.from = *gen_address();
    mail.to = *rc::gen::nonEmpty(rc::gen::container<std::vector<Address>>(gen_address()));
    if (mail.to.size() > 20) mail.to.resize(20);
    mail.cc = *rc::gen::container<std::vector<Address>>(3, gen_address());
    mail.reply_to = *gen_address();
    mail.subject = *gen_line();
    RC_PRE(mail.subject.size() <= 1000U);
    mail.message_id = *gen_id();
    mail.in_reply_to = *gen_id();
    mail.references = *rc::gen::container<std::vector<std::string>>(5, gen_id());
    mail.date = instant(*rc::gen::inRange<std::int64_t>(0, 4'000'000'000) * 1'000'000);
    mail.text = "x\n";
    auto const raw = build_message(mail);
    RC_ASSERT(raw.has_value());
    Message const read = parse_message(*raw);
    RC_ASSERT(read.from == std::vector<Address>{mail.from});
    RC_ASSERT(read.to == mail.to);
    RC_ASSERT(read.cc == mail.cc);
    RC_ASSERT(read.reply_to == std::vector<Address>{*mail.reply_to});
    RC_ASSERT(read.subject == mail.subject);
    RC_ASSERT(read.message_id == mail.message_id);
    RC_ASSERT(read.in_reply_to == mail.in_reply_to);
    RC_ASSERT(read.references == mail.references);
    RC_ASSERT(read.date == mail.date);
    RC_ASSERT(read.defects.empty());
}

RC_GTEST_PROP(MailRoundTrip, BodiesAndAttachmentsComeBack, ()) {
    Outgoing mail;
    mail.from = {"Desk", "desk@desk.example"};
    mail.to = {{"", "anna@mail.example"}};
    mail.message_id = *gen_id();
    mail.subject = "x";
    mail.text = *gen_text();
    if (*rc::gen::arbitrary<bool>()) mail.html = "<p>" + html_escape(*gen_text()) + "</p>";
    int const files = *rc::gen::inRange(0, 4);
    for (int i = 0; i < files; ++i) {
        Attachment file;
        file.name =
            "a" +
            replace_all(to_lower_ascii(*rc::gen::element<std::string>("ä", "中 x", "b c", "100%", "'")), "/", "") +
            std::to_string(i) + ".pdf";
        file.content_type = "application/pdf";
        file.bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        mail.attachments.push_back(file);
    }
    auto const raw = build_message(mail);
    RC_ASSERT(raw.has_value());
    for (std::string_view const line : split(*raw, '\n')) RC_ASSERT(line.size() <= 998U);
    Message const read = parse_message(*raw);
    RC_ASSERT(read.text == mail.text);
    RC_ASSERT(read.html == mail.html);
    RC_ASSERT(read.attachments == mail.attachments);
}

}  // namespace
}  // namespace lotse::mail
