// SPDX-License-Identifier: Apache-2.0
#include "desk/next_ticket.h"

#include <fmt/format.h>

#include <set>

#include "desk/pool_look.h"
#include "store/agents.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kTries = 20;

Result<void> check_person(routing::Candidate const* person) {
    if (person == nullptr || person->agent.is_disabled)
        return conflict("next.person", "Only a person takes tickets: sign in, or use a token that acts as an agent.");
    auto const& agent = person->agent;
    // Who asks is here, whatever the hours say.
    bool const is_away = person->duty.off == domain::OffBy::hand || person->duty.off == domain::OffBy::absence;
    if (is_away || (!agent.is_available && person->duty.is_at_work()))
        return conflict("next.absent", "You are marked as away. Say that you are here, then take the next ticket.");
    if (person->open_tickets >= agent.capacity)
        return conflict("next.full",
                        fmt::format("You have {} open tickets and room for {}. Answer or hand back one first.",
                                    person->open_tickets, agent.capacity));
    return {};
}

domain::Because because_none(routing::Candidate const& person) {
    domain::Because out;
    out.source = "routing";
    out.code = person.agent.queues.empty() ? "routing.no_queues" : "routing.pool_empty";
    out.text = person.agent.queues.empty() ? "You work for no queue yet."
                                           : "Nothing waits in your queues that you could take.";
    return out;
}

Result<std::optional<NextTicket>> known_before(store::ReadTxn& txn, CallKey const& key) {
    TRY(auto const known, recall(txn, key));
    if (!known) return std::optional<NextTicket>();
    NextTicket out;
    TRY(out.ticket, store::get_ticket(txn, domain::TicketId{int_at(*known, "ticket")}));
    out.because.source = "routing";
    out.because.code = "routing.pulled";
    out.because.text = text_at(*known, "because");
    out.is_known = true;
    return std::optional(std::move(out));
}

// Of the three best the first that nobody else has taken meanwhile. The agent's row is touched first, so that one person's
// calls stand in line and none of them exceeds the capacity.
Result<std::optional<NextTicket>> take_one(Desk& desk, store::WriteTxn& txn, PoolLook const& look, Taking taking,
                                           CallKey const& key) {
    auto const now = desk.clock.now();
    CHECK_OK(store::touch_assigned(txn, taking.agent, now));
    TRY(auto known, known_before(txn, key));
    if (known) return known;
    TRY(auto const loads, store::count_open_by_agent(txn));
    auto person = *look.find(taking.agent);
    for (auto const& [agent, count] : loads)
        if (agent == taking.agent) person.open_tickets = count;
    CHECK_OK(check_person(&person));
    for (taking.at = 0; taking.at < taking.weighed.size(); ++taking.at) {
        TRY(auto ticket, take_from_pool(desk, txn, look, taking));
        if (!ticket) continue;
        auto const& taken = taking.weighed[taking.at];
        auto because =
            routing::because_taken(person.agent, taking.asked, taken, requirement_of(*look.setup, taken.ticket));
        CHECK_OK(remember(txn, key, JsonObject{{"ticket", ticket->id.value}, {"because", because.text}}, now));
        return std::optional(NextTicket{std::move(ticket), std::move(because), false});
    }
    return conflict("next.taken", "Somebody was quicker.");  // undoes the touch
}

}  // namespace

Result<NextTicket> next_ticket(Desk& desk, access::Principal const& principal, CallKey const& key) {
    std::set<domain::TicketId> skip;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        std::optional<NextTicket> done;
        TRY(auto const look, desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<PoolLook> {
            TRY(done, known_before(txn, key));
            TRY(auto const setup, desk.setups.get(txn));
            auto const* agent = setup->find_agent(principal.agent);
            return look_at_pool(desk, txn, agent != nullptr ? agent->queues : std::vector<domain::QueueId>{},
                                principal.agent, skip);
        }));
        if (done) return *std::move(done);
        auto const* person = look.find(principal.agent);
        CHECK_OK(check_person(person));
        Taking const taking{principal.agent, routing::Asked::asked,
                            look.waiting.next_for(principal.agent, desk.clock.now(),
                                                  [&](auto const& asks) { return person->duty.takes(asks.priority); }),
                            0};
        if (taking.weighed.empty()) {
            if (!skip.empty()) {
                skip.clear();  // what others held may be free again
                continue;
            }
            return NextTicket{{}, because_none(*person), false};
        }
        auto taken = desk.store.write(principal.scope,
                                      [&](store::WriteTxn& txn) { return take_one(desk, txn, look, taking, key); });
        if (taken && *taken) return **std::move(taken);
        if (!taken && taken.error().code != "next.taken") return taken.error();
        for (auto const& one : taking.weighed) skip.insert(one.ticket.ticket);
    }
    return conflict("next.busy", "Others take tickets at this moment. Ask again.");
}

}  // namespace lotse::desk
