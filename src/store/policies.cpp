// SPDX-License-Identifier: Apache-2.0
#include "store/rows.h"
#include "store/setup.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, version, name, calendar_id, targets, is_default";

Json minutes_json(std::optional<int> minutes) { return minutes ? Json(*minutes) : Json(nullptr); }

std::optional<int> minutes_from(Json const& value) {
    if (value.is_null()) return std::nullopt;
    must(value.is_int64(), "stored minutes of a target");
    return static_cast<int>(value.get_int64());
}

// [[first reply, solution], ...] by priority; null: no target.
std::string targets_text(domain::Policy const& policy) {
    JsonArray all;
    for (auto const& target : policy.targets)
        all.push_back(JsonArray{minutes_json(target.first_reply_minutes), minutes_json(target.solution_minutes)});
    return to_string(Json(std::move(all)));
}

domain::Policy read_policy(Row const& row) {
    domain::Policy out;
    out.id = row.id<domain::PolicyTag>(0);
    out.version = row.integer(1);
    out.name = row.text(2);
    out.calendar = row.id<domain::CalendarTag>(3);
    auto const targets = array_column(row, 4);
    must(targets.size() == out.targets.size(), "stored targets of every priority");
    for (std::size_t i = 0; i < targets.size(); ++i) {
        must(targets[i].is_array() && targets[i].get_array().size() == 2, "a stored target");
        out.targets[i] = {minutes_from(targets[i].get_array()[0]), minutes_from(targets[i].get_array()[1])};
    }
    out.is_default = row.flag(5);
    return out;
}

Error missing() { return not_found("policy.missing", "There is no such policy."); }
Error stale() { return conflict("policy.stale_version", "Somebody has changed this policy meanwhile; read it again."); }

// A desk has one default; the newest choice stands.
Result<void> take_default(WriteTxn& txn, domain::Policy const& policy) {
    if (!policy.is_default) return {};
    auto const done = txn.run(
        "UPDATE policy SET is_default = 0, version = version + 1 "
        "WHERE tenant_id = :tenant AND is_default = 1 AND id <> ?1",
        {policy.id});
    if (!done) return done.error();
    return {};
}

}  // namespace

Result<domain::Policy> add_policy(WriteTxn& txn, domain::Policy policy) {
    TRY(policy.id.value, txn.next_id("policy"));
    policy.version = 1;
    auto const done =
        txn.run(sql<"INSERT INTO policy (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, 1, ?2, ?3, ?4, ?5)">,
                {policy.id, policy.name, policy.calendar, targets_text(policy), policy.is_default});
    if (!done) return done.error();
    CHECK_OK(take_default(txn, policy));
    return policy;
}

Result<domain::Policy> get_policy(ReadTxn& txn, domain::PolicyId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM policy WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_policy, missing);
}

Result<domain::Policy> update_policy(WriteTxn& txn, domain::Policy policy) {
    TRY(auto const changed,
        txn.run("UPDATE policy SET version = version + 1, name = ?3, calendar_id = ?4, targets = ?5, is_default = ?6 "
                "WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
                {policy.id, policy.version, policy.name, policy.calendar, targets_text(policy), policy.is_default}));
    CHECK_OK(check_updated(changed, get_policy(txn, policy.id), stale));
    CHECK_OK(take_default(txn, policy));
    ++policy.version;
    return policy;
}

Result<std::vector<domain::Policy>> list_policies(ReadTxn& txn) {
    return list_all(txn, sql<"SELECT ", kColumns, " FROM policy WHERE tenant_id = :tenant ORDER BY id">, {},
                    read_policy);
}

}  // namespace lotse::store
