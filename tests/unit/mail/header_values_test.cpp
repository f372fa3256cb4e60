// SPDX-License-Identifier: Apache-2.0
#include "mail/header_values.h"

#include <gtest/gtest.h>

namespace lotse::mail {
namespace {

TEST(ParseParameterValue, ReadsTypeAndParameters) {
    ParameterValue const type = parse_parameter_value("Text/HTML; charset=\"UTF-8\" ; format=flowed");
    EXPECT_EQ(type.value, "text/html");
    EXPECT_EQ(type.parameter("charset"), "UTF-8");
    EXPECT_EQ(type.parameter("format"), "flowed");
    EXPECT_EQ(type.parameter("absent"), "");
    EXPECT_EQ(parse_parameter_value("").value, "");
    EXPECT_EQ(parse_parameter_value("text/plain (a comment)").value, "text/plain");
}

TEST(ParseParameterValue, ReadsEncodedAndContinuedNames) {
    EXPECT_EQ(parse_parameter_value("attachment; filename*=UTF-8''Gr%C3%BC%C3%9Fe.pdf").parameter("filename"),
              "Grüße.pdf");
    EXPECT_EQ(parse_parameter_value("attachment; filename*0*=utf-8''Rechnung%20; filename*1*=f%C3%BCr; filename*2=.pdf")
                  .parameter("filename"),
              "Rechnung für.pdf");
    EXPECT_EQ(parse_parameter_value("attachment; filename=\"=?utf-8?Q?Gr=C3=BC=C3=9Fe.pdf?=\"").parameter("filename"),
              "Grüße.pdf");
    EXPECT_EQ(parse_parameter_value("attachment; filename=Gr\xC3\xBC\xC3\x9F"
                                    "e.pdf")
                  .parameter("filename"),
              "Grüße.pdf");
}

TEST(ParseParameterValue, BoundsTheWork) {
    std::string hostile = "text/plain";
    for (int i = 0; i < 20000; ++i) hostile += "; a*" + std::to_string(i) + "=x";
    EXPECT_EQ(parse_parameter_value(hostile).value, "text/plain");
    EXPECT_LT(parse_parameter_value(hostile).parameter("a").size(), 8192U);
}

TEST(ParseMailDate, ReadsTheUsualForms) {
    EXPECT_EQ(to_rfc3339(*parse_mail_date("Wed, 25 Nov 2026 18:29:21 +0100")), "2026-11-25T17:29:21.000Z");
    EXPECT_EQ(to_rfc3339(*parse_mail_date("25 Nov 2026 18:29 GMT")), "2026-11-25T18:29:00.000Z");
    EXPECT_EQ(to_rfc3339(*parse_mail_date("Wed, 25 Nov 2026 18:29:21 -0500 (EST)")), "2026-11-25T23:29:21.000Z");
    EXPECT_EQ(to_rfc3339(*parse_mail_date("Wed, 11 Feb 98 11:51 CST")), "1998-02-11T17:51:00.000Z");
}

TEST(ParseMailDate, RefusesWhatIsNone) {
    for (char const* text : {"", "yesterday", "Mon, 99 Foo 2026", "\xFF\xFF"})
        EXPECT_FALSE(parse_mail_date(text)) << text;
}

TEST(ParseMessageIds, ReadsBracketedAndBareIds) {
    EXPECT_EQ(parse_message_ids("<a@b> <c@d>\r\n <e@f>"), (std::vector<std::string>{"a@b", "c@d", "e@f"}));
    EXPECT_EQ(parse_message_ids("a@b c@d"), (std::vector<std::string>{"a@b", "c@d"}));
    EXPECT_EQ(parse_message_ids("Your mail of Monday <a@b> (comment)"), (std::vector<std::string>{"a@b"}));
    EXPECT_TRUE(parse_message_ids("").empty());
    EXPECT_EQ(parse_message_ids("<open@end"), (std::vector<std::string>{"open@end"}));
}

TEST(ParseMessageIds, KeepsTheFirstAndTheLatest) {
    EXPECT_EQ(parse_message_ids("<1@x> <2@x> <3@x> <4@x>", 3), (std::vector<std::string>{"1@x", "3@x", "4@x"}));
}

}  // namespace
}  // namespace lotse::mail
