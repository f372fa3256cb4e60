// SPDX-License-Identifier: Apache-2.0
#include "desk/former_tickets.h"

#include <algorithm>

#include "store/relations.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMost = 50;

Result<std::vector<domain::TicketId>> sources_of(store::ReadTxn& txn, domain::TicketId ticket) {
    std::vector<domain::TicketId> out;
    TRY(auto const merges, store::list_merges_into(txn, ticket));
    for (auto const& merge : merges) out.push_back(merge.source);
    TRY(auto const origin, store::find_split_origin(txn, ticket));
    if (origin) out.push_back(*origin);
    return out;
}

}  // namespace

Result<std::vector<domain::TicketId>> former_tickets(store::ReadTxn& txn, domain::TicketId ticket) {
    std::vector<domain::TicketId> all{ticket};
    for (std::size_t i = 0; i < all.size() && all.size() <= kMost; ++i) {
        TRY(auto const sources, sources_of(txn, all[i]));
        for (auto const source : sources)
            if (std::ranges::find(all, source) == all.end()) all.push_back(source);
    }
    all.erase(all.begin());
    return all;
}

}  // namespace lotse::desk
