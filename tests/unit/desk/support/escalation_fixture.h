// SPDX-License-Identifier: Apache-2.0
// A desk with an owner, a lead and an admin, and chains that call them.
#pragma once

#include "desk/agents.h"
#include "desk/escalation_chains.h"
#include "desk/escalations.h"
#include "desk/fire_timers.h"
#include "desk/queues.h"
#include "desk/run_escalations.h"
#include "desk_fixture.h"
#include "store/escalations.h"

namespace lotse {

class EscalationTest : public DeskTest {
  protected:
    void SetUp() override {
        anna_ = add_agent("Anna").id;
        lead_ = add_agent("Ola").id;
        admin_ = add_agent("Root").id;
        set(lead_, [](auto& agent) { agent.capacity = 0; });
        set(admin_, [](auto& agent) {
            agent.capacity = 0;
            agent.role = domain::Role::admin;
        });
        for (auto const& queue : need(desk::list_queues(*desk_, *scope_))) {
            desk::QueueFields fields;
            fields.lead = lead_;
            need(desk::change_queue(*desk_, as({}), queue.id, 0, fields));
        }
    }
    template <class Change>
    void set(domain::AgentId id, Change change) {
        need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
            TRY(auto agent, store::get_agent(txn, id));
            change(agent);
            TRY([[maybe_unused]] auto done, store::update_agent(txn, agent));
            return {};
        }));
    }
    static desk::ChainFields usual() {
        desk::ChainFields out;
        out.name = "Usual";
        out.is_default = true;
        out.starts = std::vector{domain::EscalationStart::breach};
        out.is_round_the_clock = true;
        out.steps = std::vector<domain::EscalationStep>{{domain::StepTo::owner, {}, 0, true},
                                                        {domain::StepTo::lead, {}, 30, true}};
        out.round_minutes = 60;
        return out;
    }
    domain::Chain chain(desk::ChainFields const& fields) {
        return need(desk::make_chain(*desk_, as({}), fields, {})).value;
    }
    domain::TicketId opened() {
        auto const out =
            accept(mail("grace" + std::to_string(++callers_) + "@customer.example", "Printer", "It burns."));
        settle();
        return out.ticket;
    }
    void pass(Duration time) {
        clock_.advance(time);
        for (bool goes_on = true; goes_on;) {
            auto const fired = need(desk::fire_timers(*desk_, *scope_, 100));
            auto const settled = settle();
            auto const told = need(desk::run_escalations(*desk_, *scope_, 100));
            goes_on = fired + settled + told > 0;
        }
    }
    domain::TicketId breached() {
        auto const ticket = opened();
        clock_.set(*view(ticket).ticket.first_reply_due_at);
        pass(Duration::zero());
        return ticket;
    }
    std::vector<desk::EscalationItem> of(domain::TicketId ticket) {
        return need(desk::ticket_escalations(*desk_, as({}), ticket)).items;
    }
    std::size_t mine(domain::AgentId agent) { return need(desk::my_escalations(*desk_, as(agent), 50)).items.size(); }
    std::size_t calls(domain::TicketId ticket, char const* name) {
        std::size_t out = 0;
        for (auto const& notice : notices_to(ticket, std::string(name) + "@team.example"))
            out += notice.kind == domain::NoticeKind::escalated ? 1 : 0;
        return out;
    }
    domain::AgentId anna_, lead_, admin_;
    int callers_ = 0;
};

}  // namespace lotse
