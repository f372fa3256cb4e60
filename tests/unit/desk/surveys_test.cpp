// SPDX-License-Identifier: Apache-2.0
// The links of the mails that say a ticket is solved.
#include "desk/surveys.h"

#include "desk/portal_settings.h"
#include "desk/reply.h"
#include "desk/update_ticket.h"
#include "support/desk_fixture.h"

namespace lotse::desk {
namespace {

class SurveyLink : public DeskTest {
  protected:
    SurveyLink() {
        PortalFields portal;
        portal.url = "https://h.example";
        need(change_portal(*desk_, access::operator_of(tenant_.id), 0, portal));
        ticket_ = accept(mail("grace@customer.example", "Printer", "It prints hearts.")).ticket;
        settle();
    }
    void set(domain::Status status) {
        TicketPatch patch;
        patch.status = status;
        need(update_ticket(*desk_, access::operator_of(tenant_.id), ticket_, 0, patch));
        settle();
        clock_.advance(std::chrono::minutes{1});
    }
    // The newest that the customer has got.
    std::string token() {
        std::string out;
        for (auto const& notice : notices_to(ticket_, "grace@customer.example")) {
            auto const at = notice.text.find("/help/csat/");
            if (at != std::string::npos) out = notice.text.substr(at + 11, notice.text.find('?', at) - at - 11);
        }
        return out;
    }
    SurveyPlace open(std::string_view token) { return need(open_survey(*desk_, *scope_, token)); }
    Result<void> say(std::string_view token, int score) { return answer_survey(*desk_, *scope_, token, score, "why"); }
    std::string code(Result<void> const& done) { return done ? "" : done.error().code; }

    domain::TicketId ticket_;
};

TEST_F(SurveyLink, CountsOnce) {
    set(domain::Status::solved);
    auto const link = token();
    EXPECT_EQ(open(link).state, SurveyState::open);
    need(say(link, 5));
    EXPECT_EQ(code(say(link, 1)), "survey.spent");
    auto const place = open(link);
    EXPECT_EQ(place.state, SurveyState::used);
    ASSERT_TRUE(place.given);
    EXPECT_EQ(place.given->score, 5);
    EXPECT_EQ(place.given->comment, "why");
}

TEST_F(SurveyLink, EndsWhenTheTicketIsOpenedAgainAndANewOneFollows) {
    set(domain::Status::solved);
    auto const first = token();
    need(say(first, 1));
    set(domain::Status::open);
    EXPECT_EQ(open(first).state, SurveyState::moved);
    EXPECT_EQ(code(say(first, 5)), "survey.spent");
    set(domain::Status::solved);
    auto const second = token();
    ASSERT_NE(second, first);
    EXPECT_EQ(open(first).state, SurveyState::moved);
    EXPECT_EQ(open(second).state, SurveyState::open) << "the word on the first solution is not one on the second";
    need(say(second, 5));
    EXPECT_EQ(open(second).given->score, 5);
}

TEST_F(SurveyLink, StandsBelowAnAnswerThatSolves) {
    NewReply answer;
    answer.ticket = ticket_;
    answer.text = "Please switch it off and on.";
    answer.then = domain::Status::waiting;
    need(reply(*desk_, access::operator_of(tenant_.id), answer));
    EXPECT_EQ(token(), "") << "nothing is solved";
    answer.text = "A new drum is in.";
    answer.then = domain::Status::solved;
    need(reply(*desk_, access::operator_of(tenant_.id), answer));
    settle();
    auto const link = token();
    ASSERT_NE(link, "");
    EXPECT_EQ(open(link).state, SurveyState::open);
    need(say(link, 5));
    EXPECT_EQ(open(link).state, SurveyState::used);
}

TEST_F(SurveyLink, IsGoodForThirtyDays) {
    set(domain::Status::solved);
    auto const link = token();
    clock_.advance(kSurveyLife - std::chrono::minutes{2});
    EXPECT_EQ(open(link).state, SurveyState::open);
    clock_.advance(std::chrono::minutes{1});
    EXPECT_EQ(open(link).state, SurveyState::late);
    EXPECT_EQ(code(say(link, 5)), "survey.spent");
}

TEST_F(SurveyLink, CannotBeMadeUp) {
    set(domain::Status::solved);
    auto const link = token();
    auto const dash = link.find('-');
    auto const later = link.substr(0, dash + 1) + "9" + link.substr(dash + 2);
    for (auto const& forged : {std::string("x"), std::string(), std::string("1-2"), link.substr(0, link.size() - 1),
                               later, "9" + link, "1-1-" + std::string(26, 'a')})
        EXPECT_EQ(code(say(forged, 5)), "survey.missing") << forged;
}

}  // namespace
}  // namespace lotse::desk
