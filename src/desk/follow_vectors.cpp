// SPDX-License-Identifier: Apache-2.0
#include "desk/follow_vectors.h"

#include <algorithm>
#include <limits>
#include <set>

#include "base/log.h"
#include "store/events.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kVectorsAtOnce = 2'000;
constexpr int kEventsAtOnce = 500;

bool is_done(domain::Ticket const& ticket) {
    using enum domain::Status;
    return (ticket.status == solved || ticket.status == closed) && !ticket.merged_into;
}

Result<VectorIndex::Change> change_of(store::ReadTxn& txn, domain::TicketId id, std::string const& encoder) {
    VectorIndex::Change out{id, std::nullopt, {}};
    auto const ticket = store::get_ticket(txn, id);
    if (!ticket && ticket.error().kind != Kind::not_found) return ticket.error();
    if (!ticket || !is_done(*ticket)) return out;
    TRY(auto const stored, store::find_vector(txn, id));
    if (stored && stored->encoder == encoder) out.vector = encoder::compact_from(stored->bytes);
    out.language = ticket->language;
    return out;
}

// Older tickets whose vectors have been stored, from the newest down.
Result<bool> take_stored(store::ReadTxn& txn, VectorPlace const& made, VectorPlace& place, VectorIndex& index) {
    TRY(auto const page, store::list_done_vectors(txn, place.encoder, domain::TicketId{made.below},
                                                  domain::TicketId{place.below}, kVectorsAtOnce));
    std::vector<VectorIndex::Change> changes;
    for (auto const& one : page) changes.push_back({one.ticket, encoder::compact_from(one.bytes), one.language});
    index.apply(changes);
    bool const is_full = index.size() >= kMostVectors;
    bool const is_last = page.size() < static_cast<std::size_t>(kVectorsAtOnce);
    if (is_full) place.below = 0;
    else place.below = is_last ? made.below : page.back().ticket.value;
    return !is_full && !is_last;
}

}  // namespace

Result<bool> VectorFollower::step(domain::TenantScope const& scope, encoder::SharedEncoder const& encoder) {
    auto& followed = followed_[scope.tenant().value];
    return desk_.store.read(scope, [&](store::ReadTxn& txn) -> Result<bool> {
        TRY(auto const made, read_vector_place(txn));
        if (made.encoder != encoder->version()) return false;
        bool const is_lost = desk_.meanings.index(txn.tenant()) != followed.index;  // the model was off meanwhile
        if (!followed.index || is_lost || followed.place.encoder != made.encoder) {
            followed.index = std::make_shared<VectorIndex>(encoder->dimensions());
            followed.place = {made.encoder, made.position, std::numeric_limits<std::int64_t>::max()};
            desk_.meanings.put_index(txn.tenant(), followed.index);
        }
        return follow(txn, followed);
    });
}

Result<bool> VectorFollower::follow(store::ReadTxn& txn, Followed& followed) {
    TRY(auto const made, read_vector_place(txn));
    auto& [place, index] = followed;
    if (place.position < made.position) {
        TRY(auto const events, store::list_events_after(txn, place.position, kEventsAtOnce));
        std::set<std::int64_t> seen;
        std::vector<VectorIndex::Change> changes;
        for (auto const& event : events) {
            if (event.position > made.position) break;
            place.position = event.position;
            if (!seen.insert(event.ticket.value).second) continue;
            TRY(auto change, change_of(txn, event.ticket, place.encoder));
            changes.push_back(std::move(change));
        }
        index->apply(changes);
        if (place.position < made.position && !events.empty()) return true;
        place.position = made.position;
    }
    if (made.below >= place.below) return false;
    bool const was_first = place.below == std::numeric_limits<std::int64_t>::max();
    TRY(bool const more, take_stored(txn, made, place, *index));
    if (!more && was_first && index->size() > 0)
        log(Level::info, "vectors of solved tickets are in memory",
            {{"tenant", txn.tenant().value}, {"tickets", static_cast<std::int64_t>(index->size())}});
    return more;
}

}  // namespace lotse::desk
