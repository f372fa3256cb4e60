// SPDX-License-Identifier: Apache-2.0
#include "store/vectors.h"

#include "domain/enums.h"
#include "store/rows.h"

namespace lotse::store {
namespace {

TicketVector read_vector(Row const& row) {
    return {row.id<domain::TicketTag>(0), std::string(row.text(1)), row.bytes(2), row.bytes(3), {}};
}

}  // namespace

Result<void> put_vector(WriteTxn& txn, TicketVector const& vector) {
    auto const done = txn.run(
        "INSERT INTO ticket_vector (tenant_id, ticket_id, encoder, text_hash, vector) VALUES (:tenant, ?1, ?2, ?3, ?4) "
        "ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET encoder = ?2, text_hash = ?3, vector = ?4",
        {vector.ticket, vector.encoder, Bytes{vector.text_hash}, Bytes{vector.bytes}});
    if (!done) return done.error();
    return {};
}

Result<void> remove_vector(WriteTxn& txn, domain::TicketId ticket) {
    auto const done = txn.run("DELETE FROM ticket_vector WHERE tenant_id = :tenant AND ticket_id = ?1", {ticket});
    if (!done) return done.error();
    return {};
}

Result<std::optional<TicketVector>> find_vector(ReadTxn& txn, domain::TicketId ticket) {
    return find_one(txn,
                    "SELECT ticket_id, encoder, text_hash, vector FROM ticket_vector WHERE tenant_id = :tenant AND "
                    "ticket_id = ?1",
                    {ticket}, read_vector);
}

Result<std::vector<TicketVector>> list_done_vectors(ReadTxn& txn, std::string_view encoder, domain::TicketId above,
                                                    domain::TicketId below, int limit) {
    auto const read = [](Row const& row) {
        return TicketVector{
            row.id<domain::TicketTag>(0), std::string(row.text(1)), {}, row.bytes(2), std::string(row.text(3))};
    };
    return list_all<TicketVector>(
        txn,
        "SELECT v.ticket_id, v.encoder, v.vector, t.language FROM ticket_vector AS v JOIN ticket AS t ON t.tenant_id = "
        ":tenant AND "
        "t.id = v.ticket_id WHERE v.tenant_id = :tenant AND v.ticket_id >= ?1 AND v.ticket_id < ?2 AND v.encoder = ?3 "
        "AND (t.status = ?4 OR t.status = ?5) AND t.merged_into_id = 0 ORDER BY v.ticket_id DESC LIMIT ?6",
        {above, below, encoder, stored(domain::Status::solved), stored(domain::Status::closed), limit}, read);
}

}  // namespace lotse::store
