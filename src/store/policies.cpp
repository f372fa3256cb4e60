// SPDX-License-Identifier: Apache-2.0
#include "store/rows.h"
#include "store/setup.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, version, name, calendar_id, targets, is_default, position, conditions";

Json minutes_json(std::optional<int> minutes) { return minutes ? Json(*minutes) : Json(nullptr); }

std::optional<int> minutes_from(Json const& value) {
    if (value.is_null()) return std::nullopt;
    must(value.is_int64(), "stored minutes of a target");
    return static_cast<int>(value.get_int64());
}

// [[first reply, solution, next reply, update], ...] by priority; null: no target. Older rows have the first two.
std::string targets_text(domain::Policy const& policy) {
    JsonArray all;
    for (auto const& target : policy.targets)
        all.push_back(JsonArray{minutes_json(target.first_reply_minutes), minutes_json(target.solution_minutes),
                                minutes_json(target.next_reply_minutes), minutes_json(target.update_minutes)});
    return to_string(Json(std::move(all)));
}

template <class IdType>
std::vector<IdType> ids_in(JsonObject const& object, std::string_view name) {
    std::vector<IdType> out;
    for (auto const& id : array_at(object, name)) out.emplace_back(id.to_number<std::int64_t>());
    return out;
}

std::string conditions_text(domain::PolicyConditions const& conditions) {
    JsonObject out;
    auto const add = [&](std::string_view name, auto const& ids) {
        JsonArray all;
        for (auto const id : ids) all.emplace_back(id.value);
        if (!all.empty()) out[name] = std::move(all);
    };
    add("organizations", conditions.organizations);
    add("categories", conditions.categories);
    add("queues", conditions.queues);
    return to_string(out);
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
        must(targets[i].is_array() && targets[i].get_array().size() >= 2, "a stored target");
        auto const& one = targets[i].get_array();
        out.targets[i] = {minutes_from(one[0]), minutes_from(one[1])};
        if (one.size() < 4) continue;
        out.targets[i].next_reply_minutes = minutes_from(one[2]);
        out.targets[i].update_minutes = minutes_from(one[3]);
    }
    out.is_default = row.flag(5);
    out.position = row.integer(6);
    auto const conditions = object_column(row, 7);
    out.conditions.organizations = ids_in<domain::OrganizationId>(conditions, "organizations");
    out.conditions.categories = ids_in<domain::CategoryId>(conditions, "categories");
    out.conditions.queues = ids_in<domain::QueueId>(conditions, "queues");
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
        txn.run(sql<"INSERT INTO policy (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7)">,
                {policy.id, policy.name, policy.calendar, targets_text(policy), policy.is_default, policy.position,
                 conditions_text(policy.conditions)});
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
        txn.run("UPDATE policy SET version = version + 1, name = ?3, calendar_id = ?4, targets = ?5, is_default = ?6, "
                "position = ?7, conditions = ?8 WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
                {policy.id, policy.version, policy.name, policy.calendar, targets_text(policy), policy.is_default,
                 policy.position, conditions_text(policy.conditions)}));
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
