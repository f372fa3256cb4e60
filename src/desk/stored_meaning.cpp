// SPDX-License-Identifier: Apache-2.0
#include "desk/stored_meaning.h"

#include "encoder/compact_vector.h"
#include "store/vectors.h"

namespace lotse::desk {

Result<triage::Meaning> stored_meaning(store::ReadTxn& txn, domain::TicketId ticket, std::string_view encoder) {
    triage::Meaning out;
    if (encoder.empty()) return out;
    TRY(auto const stored, store::find_vector(txn, ticket));
    if (!stored || stored->encoder != encoder) return out;
    auto const vector = encoder::compact_from(stored->bytes);
    if (!vector) return out;
    out.vector = encoder::widened(*vector);
    out.encoder = stored->encoder;
    return out;
}

}  // namespace lotse::desk
