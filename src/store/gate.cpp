// SPDX-License-Identifier: Apache-2.0
// Slices, their moves, and the wishes of each field.
#include "store/ledger.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kSlice = "field, value, stage, since, updated_at, model, standing";
constexpr SqlPiece kMove = "id, from_stage, to_stage, agent_id, at, field, value, reason, evidence";

GateSlice read_slice(Row const& row) {
    GateSlice out;
    out.field = row.text(0);
    out.value = row.text(1);
    out.stage = static_cast<int>(row.integer(2));
    out.since = row.at(3);
    out.updated_at = row.at(4);
    out.model = row.text(5);
    out.standing = row.text(6);
    return out;
}

GateMove read_move(Row const& row) {
    GateMove out;
    out.id = row.id<domain::GateMoveTag>(0);
    out.from = static_cast<int>(row.integer(1));
    out.to = static_cast<int>(row.integer(2));
    out.agent = row.id<domain::AgentTag>(3);
    out.at = row.at(4);
    out.field = row.text(5);
    out.value = row.text(6);
    out.reason = row.text(7);
    out.evidence = row.text(8);
    return out;
}

domain::GateField read_field(Row const& row) {
    domain::GateField out;
    out.field = row.text(0);
    out.version = row.integer(1);
    auto const document = object_column(row, 2);
    out.precision = number_at(document, "precision", out.precision);
    out.delta = number_at(document, "delta", out.delta);
    out.audit_share = number_at(document, "audit_share", out.audit_share);
    out.trusts_before_proof = bool_at(document, "trusts_before_proof", out.trusts_before_proof);
    out.is_stopped = bool_at(document, "is_stopped", out.is_stopped);
    return out;
}

std::string document_of(domain::GateField const& field) {
    return to_string(JsonObject{{"precision", field.precision},
                                {"delta", field.delta},
                                {"audit_share", field.audit_share},
                                {"trusts_before_proof", field.trusts_before_proof},
                                {"is_stopped", field.is_stopped}});
}

}  // namespace

Result<std::vector<GateSlice>> list_gate_slices(ReadTxn& txn) {
    return list_all(txn, sql<"SELECT ", kSlice, " FROM gate_slice WHERE tenant_id = :tenant ORDER BY field, value">, {},
                    read_slice);
}

Result<std::optional<GateSlice>> find_gate_slice(ReadTxn& txn, std::string_view field, std::string_view value) {
    return find_one(txn,
                    sql<"SELECT ", kSlice, " FROM gate_slice WHERE tenant_id = :tenant AND field = ?1 AND value = ?2">,
                    {field, value}, read_slice);
}

Result<void> put_gate_slice(WriteTxn& txn, GateSlice const& slice) {
    auto const done = txn.run(
        "INSERT INTO gate_slice (tenant_id, field, value, stage, since, updated_at, model, standing) "
        "VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (tenant_id, field, value) DO UPDATE SET "
        "stage = excluded.stage, since = excluded.since, updated_at = excluded.updated_at, model = excluded.model, "
        "standing = excluded.standing",
        {slice.field, slice.value, slice.stage, slice.since, slice.updated_at, slice.model, slice.standing});
    if (!done) return done.error();
    return {};
}

Result<void> add_gate_move(WriteTxn& txn, GateMove move) {
    TRY(move.id.value, txn.next_id("gate_move"));
    auto const done = txn.run(
        sql<"INSERT INTO gate_move (tenant_id, ", kMove, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)">,
        {move.id, move.from, move.to, move.agent, move.at, move.field, move.value, move.reason, move.evidence});
    if (!done) return done.error();
    return {};
}

Result<std::vector<GateMove>> list_gate_moves(ReadTxn& txn, std::string_view field, std::string_view value, int limit) {
    if (field.empty())
        return list_all(txn,
                        sql<"SELECT ", kMove, " FROM gate_move WHERE tenant_id = :tenant ORDER BY id DESC LIMIT ?1">,
                        {limit}, read_move);
    return list_all(txn,
                    sql<"SELECT ", kMove,
                        " FROM gate_move WHERE tenant_id = :tenant AND field = ?1 AND value = ?2 "
                        "ORDER BY id DESC LIMIT ?3">,
                    {field, value, limit}, read_move);
}

Result<std::vector<domain::GateField>> list_gate_fields(ReadTxn& txn) {
    return list_all(txn, "SELECT field, version, document FROM gate_field WHERE tenant_id = :tenant ORDER BY field", {},
                    read_field);
}

Result<domain::GateField> put_gate_field(WriteTxn& txn, domain::GateField field) {
    // The first one is an insert that a second admin at the same moment loses; later ones are guarded by the version.
    TRY(auto const changed,
        field.version == 0
            ? txn.run("INSERT INTO gate_field (tenant_id, field, version, document) VALUES (:tenant, ?1, 1, ?2) "
                      "ON CONFLICT (tenant_id, field) DO NOTHING",
                      {field.field, document_of(field)})
            : txn.run("UPDATE gate_field SET version = version + 1, document = ?3 "
                      "WHERE tenant_id = :tenant AND field = ?1 AND version = ?2",
                      {field.field, field.version, document_of(field)}));
    if (changed != 1)
        return conflict("gate.stale_version", "Somebody has changed these wishes meanwhile; read them again.");
    ++field.version;
    return field;
}

}  // namespace lotse::store
