// SPDX-License-Identifier: Apache-2.0
// What a ticket's opening message means, one vector a ticket, as the language model of `encoder` says. Written by a job that
// follows the tickets (desk/make_vectors.h), never in the transaction that accepts or settles. 430 bytes a ticket.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.h"
#include "store/db.h"

namespace lotse::store {

struct TicketVector {
    domain::TicketId ticket;
    std::string encoder;  // version; vectors of two encoders are never compared
    std::string text_hash;  // 32 bytes, SHA-256 of what was read
    std::string bytes;  // encoder/compact_vector.h
    std::string language = {};  // of the ticket, where it was read with it: list_done_vectors()
};
// In place of the one before.
Result<void> put_vector(WriteTxn& txn, TicketVector const& vector);
// Whoever erases or removes a ticket calls this in the same transaction; nothing there is no error.
Result<void> remove_vector(WriteTxn& txn, domain::TicketId ticket);
Result<std::optional<TicketVector>> find_vector(ReadTxn& txn, domain::TicketId ticket);

// Of tickets that are solved or closed and not merged into another one, from this encoder: above <= id < below, the newest
// first. Cost: one range of the key; rows that are passed over cost a point read each. text_hash stays empty.
Result<std::vector<TicketVector>> list_done_vectors(ReadTxn& txn, std::string_view encoder, domain::TicketId above,
                                                    domain::TicketId below, int limit);

}  // namespace lotse::store
