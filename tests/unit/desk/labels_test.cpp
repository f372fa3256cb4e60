// SPDX-License-Identifier: Apache-2.0
// Labels that only tell: mood, personal data and entities of a ticket as a reader gets them.
#include "desk/entities.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class Labels : public DeskTest {
  protected:
    domain::Inbound answer(domain::TicketId to, std::string text) {
        auto out = mail("grace@customer.example", "Re: Delivery", std::move(text));
        out.references = {notices_to(to, "grace@customer.example").front().message_id};
        return out;
    }
};

TEST_F(Labels, MoodFollowsTheNewestMessage) {
    auto const first =
        mail("grace@customer.example", "Delivery", "This is outrageous, I demand a refund for the printer.");
    auto const ticket = accept(first).ticket;
    settle();
    EXPECT_EQ(view(ticket).ticket.sentiment, domain::Sentiment::angry);
    auto const second = answer(ticket, "Thank you, the printer has come and all of it works now.");
    ASSERT_EQ(accept(second).ticket, ticket);
    settle();
    auto const shown = view(ticket);
    EXPECT_EQ(shown.ticket.sentiment, domain::Sentiment::calm);
    int changes = 0;
    for (auto const& stored : shown.changes) changes += stored.change.field == "sentiment" ? 1 : 0;
    EXPECT_EQ(changes, 2) << "to angry and back, each with its reason";
}

TEST_F(Labels, QuotesAndSignaturesAreNotRead) {
    auto inbound = mail("grace@customer.example", "Delivery", "The printer has come and works well now.");
    inbound.quoted = "This is outrageous, I demand a refund.";
    inbound.signature = "Grace Hopper, IBAN DE89 3704 0044 0532 0130 00";
    inbound.text += "\n" + inbound.quoted + "\n" + inbound.signature;
    auto const ticket = accept(inbound).ticket;
    settle();
    auto const shown = view(ticket);
    EXPECT_EQ(shown.ticket.sentiment, domain::Sentiment::calm);
    EXPECT_TRUE(shown.personal_data.empty());
}

TEST_F(Labels, PersonalDataLiesInTheArticleThatHoldsIt) {
    auto const ticket =
        accept(mail("grace@customer.example", "Refund", "Please use DE89 3704 0044 0532 0130 00.")).ticket;
    settle();
    auto const shown = view(ticket);
    ASSERT_EQ(shown.personal_data.size(), 1U);
    auto const& [article, spans] = *shown.personal_data.begin();
    ASSERT_EQ(spans.size(), 1U);
    EXPECT_EQ(article, shown.articles.front().id);
    EXPECT_EQ(spans[0].kind, domain::PersonalKind::iban);
    EXPECT_EQ(shown.articles.front().new_text.substr(spans[0].begin, spans[0].end - spans[0].begin),
              "DE89 3704 0044 0532 0130 00");
}

TEST_F(Labels, AnEntityServesOldTicketsAtOnce) {
    auto const ticket = accept(mail("grace@customer.example", "Order", "Where is PO-123456?")).ticket;
    settle();
    EXPECT_TRUE(view(ticket).entities.empty());
    auto const admin = as(add_agent("Anna Kowalska").id);
    auto const kind = need(desk::make_entity_kind(*desk_, admin, {"Order", R"(\bPO-(\d{6})\b)"}, {})).value;
    ASSERT_EQ(view(ticket).entities.size(), 1U);
    EXPECT_EQ(view(ticket).entities.begin()->second[0].kind, kind.id);
    auto const refused = desk::change_entity_kind(*desk_, admin, kind.id, 0, {std::nullopt, "("});
    EXPECT_EQ(refused.error().code, "entity.pattern");
    EXPECT_EQ(refused.error().field, "/pattern");
    need(desk::remove_entity_kind(*desk_, admin, kind.id));
    EXPECT_TRUE(view(ticket).entities.empty());
}

TEST_F(Labels, ADeskHasAtMostFiftyKindsOfEntities) {
    auto const admin = as(add_agent("Anna Kowalska").id);
    for (std::size_t i = 0; i < desk::kMostEntityKinds; ++i)
        need(desk::make_entity_kind(*desk_, admin, {"Kind " + std::to_string(i), "x"}, {}));
    EXPECT_EQ(desk::make_entity_kind(*desk_, admin, {"One more", "x"}, {}).error().code, "entity.too_many");
}

}  // namespace
}  // namespace lotse
