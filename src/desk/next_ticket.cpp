// SPDX-License-Identifier: Apache-2.0
#include "desk/next_ticket.h"

#include <fmt/format.h>

#include <set>

#include "desk/pool_look.h"
#include "desk/weights.h"
#include "store/agents.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kTries = 20;

std::string full_words(domain::Agent const& agent, routing::Load const& load) {
    if (load.units == load.tickets && load.tickets >= agent.capacity)
        return fmt::format("You have {} open tickets and room for {}. Answer or hand back one first.", load.tickets,
                           agent.capacity);
    return fmt::format(
        "{} of your {} units are in use, and no ticket fits into the rest. Answer or hand back one first.", load.units,
        agent.capacity);
}

Result<void> check_person(Setup const& setup, domain::Agent const* agent, domain::Duty const& duty,
                          routing::Load const& load) {
    if (agent == nullptr || agent->is_disabled)
        return conflict("next.person", "Only a person takes tickets: sign in, or use a token that acts as an agent.");
    // Who asks is here, whatever the hours say.
    if (duty.off == domain::OffBy::hand || duty.off == domain::OffBy::absence)
        return conflict("next.absent", "You are marked as away. Say that you are here, then take the next ticket.");
    if (!has_any_room(setup, *agent, load)) return conflict("next.full", full_words(*agent, load));
    return {};
}

domain::Because because_none(domain::Agent const& person, routing::Load const& load, bool something_waits) {
    domain::Because out;
    out.source = "routing";
    if (something_waits) {
        out.code = "routing.nothing_fits";
        out.text = fmt::format(
            "What waits in your queues takes more than is left of your capacity ({} of {} in use), or came by a "
            "channel of which you have as many as your own limit allows.",
            load.units, person.capacity);
        return out;
    }
    out.code = person.queues.empty() ? "routing.no_queues" : "routing.pool_empty";
    out.text =
        person.queues.empty() ? "You work for no queue yet." : "Nothing waits in your queues that you could take.";
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
    TRY(auto const open, store::count_open_of(txn, taking.agent));
    auto const load = load_of(*look.setup, open);
    auto const* person = look.setup->find_agent(taking.agent);
    CHECK_OK(check_person(*look.setup, person, person != nullptr ? look.duty_of(*person) : domain::Duty{}, load));
    for (taking.at = 0; taking.at < taking.weighed.size(); ++taking.at) {
        auto const& taken = taking.weighed[taking.at];
        if (!routing::has_room(*person, load, weight_of(*look.setup, taken.ticket.channel))) continue;
        TRY(auto ticket, take_from_pool(desk, txn, look, taking));
        if (!ticket) continue;
        auto because =
            routing::because_taken(*person, taking.asked, taken, requirement_of(*look.setup, taken.ticket, now));
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
            return look_at_people(desk, txn);
        }));
        if (done) return *std::move(done);
        auto const* person = look.setup->find_agent(principal.agent);
        auto const duty = person != nullptr ? look.duty_of(*person) : domain::Duty{};
        auto const load = routing::load_of(look.loads, principal.agent);
        CHECK_OK(check_person(*look.setup, person, duty, load));
        auto const pick = [&](bool that_fit) {
            return pick_from_pool(desk, principal.scope,
                                  {principal.agent,
                                   [&](auto const& asks) {
                                       return duty.takes(asks.priority) &&
                                              (!that_fit || routing::has_room(*person, load, asks.weight));
                                   },
                                   skip});
        };
        Taking taking{principal.agent, routing::Asked::asked, {}, 0};
        TRY(taking.weighed, pick(true));
        if (taking.weighed.empty()) {
            if (!skip.empty()) {
                skip.clear();  // what others held may be free again
                continue;
            }
            TRY(auto const all, weighs(*look.setup) ? pick(false) : Result<std::vector<routing::WeighedTicket>>{});
            return NextTicket{{}, because_none(*person, load, !all.empty()), false};
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
