// SPDX-License-Identifier: Apache-2.0
// Which tickets need a vector, and storing it. Follows the log behind the live stream, so that what was just said comes first,
// and walks the older tickets from the newest down. Its place is stored with the vectors: killed anywhere, it goes on from
// there; with another language model it begins anew. Several processes may do it; the slower one of two repeats in vain.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/desk.h"
#include "store/vectors.h"

namespace lotse::desk {

// Whose tickets have vectors: every desk of the store.
Result<std::vector<domain::TenantId>> desks_with_vectors(Desk& desk);

struct VectorPlace {
    std::string encoder;  // whose vectors; "" nobody's yet
    std::int64_t position = 0;  // of the live stream: what came up to here has its vector
    std::int64_t below = 0;  // of the older tickets those from this number on have theirs; 0: all
    bool operator==(VectorPlace const&) const = default;
};
Result<VectorPlace> read_vector_place(store::ReadTxn& txn);

struct VectorTodo {
    store::TicketVector vector;  // bytes: to be made from `text`
    std::string text;  // "" nothing to read, or the ticket is gone: its vector goes
};
struct VectorBatch {
    VectorPlace before;
    VectorPlace after;
    std::vector<VectorTodo> todo;
    bool is_idle() const { return before == after; }
};
// The next few tickets that changed, or, where `wants_old` and none did, the next of the older ones. About three point reads
// a ticket that is looked at, 200 at most.
Result<VectorBatch> next_vectors(Desk& desk, domain::TenantScope const& scope, std::string_view encoder,
                                 bool wants_old);
// Encodes one text: 2 to 200 ms of the caller's thread. One that the model makes nothing of is logged and left without. Where
// the model went away meanwhile: unavailable "model.absent".
Result<void> make_vector(Meanings& meanings, VectorTodo& todo);
// All of a batch, or nothing where somebody else was quicker: false.
Result<bool> put_vectors(Desk& desk, domain::TenantScope const& scope, VectorBatch const& batch);

// What a desk still lacks for this model.
struct VectorProgress {
    std::int64_t changed = 0;  // events that were not looked at
    std::int64_t never = 0;  // about so many older tickets
};
Result<VectorProgress> vector_progress(store::ReadTxn& txn, std::string_view encoder);

}  // namespace lotse::desk
