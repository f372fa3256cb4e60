// SPDX-License-Identifier: Apache-2.0
// What follows a closed ticket in the same mail thread goes back to whoever had that one.
#include <gtest/gtest.h>

#include "desk/agents.h"
#include "desk/queues.h"
#include "desk/reply.h"
#include "desk/routing_rules.h"
#include "desk/update_ticket.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class StickyThread : public DeskTest {
  protected:
    // Anna has solved Grace's ticket long ago; Ola, who has less to do, has served Grace since.
    void SetUp() override {
        anna_ = add_agent("Anna").id;
        ola_ = add_agent("Ola").id;
        old_ = opened("grace@customer.example");
        give(old_, anna_);
        need(desk::reply(*desk_, as(anna_), {old_, 0, "Please switch it off and on.", domain::Status::solved, {}}));
        settle();
        for (auto const& notice : notices_to(old_, "grace@customer.example"))
            if (notice.kind == domain::NoticeKind::reply) message_id_ = notice.message_id;
        give(opened("grace@customer.example"), ola_);
        for (int i = 0; i < 2; ++i) give(opened("other" + std::to_string(i) + "@customer.example"), anna_);
        clock_.advance(std::chrono::days{15});
    }
    domain::TicketId opened(std::string from) {
        auto const made = accept(mail(std::move(from), "Printer", "It prints nothing.")).ticket;
        settle();
        return made;
    }
    void give(domain::TicketId ticket, domain::AgentId to) {
        desk::TicketPatch patch;
        patch.agent = to;
        need(desk::update_ticket(*desk_, as({}), ticket, 0, patch));
        settle();
    }
    void stick(domain::Sticky sticky) {
        for (auto const& one : need(desk::list_queues(*desk_, *scope_))) {
            auto rule = desk::usual_rule(one.id);
            rule.sticky = sticky;
            rule.sticky_extra = 5;
            need(desk::change_queue_rule(*desk_, as({}), 0, rule));
        }
    }
    desk::TicketView followed() {
        auto answer = mail("grace@customer.example", "Re: Printer", "It is broken again.");
        answer.references = {message_id_};
        auto const made = accept(answer).ticket;
        settle();
        auto out = view(made);
        EXPECT_EQ(out.ticket.follows, old_);
        return out;
    }
    domain::AgentId anna_;
    domain::AgentId ola_;
    domain::TicketId old_;
    std::string message_id_;
};

TEST_F(StickyThread, GoesToTheOldOwnerAndTheReasonSaysSo) {
    stick(domain::Sticky::thread);
    auto const seen = followed();
    EXPECT_EQ(seen.ticket.agent, anna_);
    auto const& because = seen.changes.back().change.because;
    EXPECT_EQ(because.code, "routing.had_thread");
    EXPECT_EQ(because.text, "Anna had the closed ticket that this one follows.");
}

TEST_F(StickyThread, ComesBeforeWhoeverServedTheCustomerLast) {
    stick(domain::Sticky::requester);
    EXPECT_EQ(followed().ticket.agent, anna_);
}

TEST_F(StickyThread, IsNoMatterWhereNothingIsSaid) { EXPECT_EQ(followed().ticket.agent, ola_); }

TEST_F(StickyThread, OfThreadsAloneACustomersOtherTicketGoesByLoad) {
    stick(domain::Sticky::thread);
    give(old_, {});
    for (int i = 0; i < 3; ++i) give(opened("more" + std::to_string(i) + "@customer.example"), ola_);
    EXPECT_EQ(view(opened("grace@customer.example")).ticket.agent, anna_) << "Ola served her, and has more to do";
}

TEST_F(StickyThread, WhoIsAwayIsPassedOver) {
    stick(domain::Sticky::thread);
    need(desk::set_availability(*desk_, as(anna_), anna_, 0, false));
    EXPECT_EQ(followed().ticket.agent, ola_);
}

TEST_F(StickyThread, WhoIsAwayLeavesItToWhoeverServedTheCustomerLast) {
    stick(domain::Sticky::requester);
    add_agent("Zoe");
    give(opened("more@customer.example"), ola_);
    need(desk::set_availability(*desk_, as(anna_), anna_, 0, false));
    EXPECT_EQ(followed().ticket.agent, ola_) << "Zoe has nothing to do, and does not know the customer";
}

}  // namespace
}  // namespace lotse
