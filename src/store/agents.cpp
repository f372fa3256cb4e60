// SPDX-License-Identifier: Apache-2.0
#include "store/agents.h"

#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns =
    "id, version, name, email, role, languages, skills, queues, capacity, is_available, is_disabled, last_assigned_at, "
    "created_at, limits";

// [["printer", 3], ...]
std::string skills_text(domain::Agent const& agent) {
    JsonArray all;
    for (auto const& skill : agent.skills) all.push_back(JsonArray{Json(skill.name), Json(skill.level)});
    return to_string(Json(std::move(all)));
}

std::string queues_text(domain::Agent const& agent) {
    JsonArray all;
    for (auto const queue : agent.queues) all.emplace_back(queue.value);
    return to_string(Json(std::move(all)));
}

// {"phone": 2}
std::string limits_text(domain::Agent const& agent) {
    JsonObject out;
    for (std::size_t i = 0; i < domain::kChannels; ++i)
        if (agent.limits[i]) out[domain::EnumNames<domain::Channel>::all[i]] = *agent.limits[i];
    return to_string(out);
}

domain::Agent read_agent(Row const& row) {
    domain::Agent out;
    out.id = row.id<domain::AgentTag>(0);
    out.version = row.integer(1);
    out.name = row.text(2);
    out.email = row.text(3);
    out.role = enum_at<domain::Role>(row, 4);
    out.languages = strings_in(array_column(row, 5));
    for (auto const& entry : array_column(row, 6)) {
        must(entry.is_array() && entry.get_array().size() == 2, "a stored skill");
        auto const& pair = entry.get_array();
        must(pair[0].is_string() && pair[1].is_int64(), "a stored skill");
        out.skills.push_back({std::string(pair[0].get_string().data(), pair[0].get_string().size()),
                              static_cast<int>(pair[1].get_int64())});
    }
    for (auto const& queue : array_column(row, 7)) {
        must(queue.is_int64(), "a stored queue of an agent");
        out.queues.emplace_back(queue.get_int64());
    }
    out.capacity = static_cast<int>(row.integer(8));
    out.is_available = row.flag(9);
    out.is_disabled = row.flag(10);
    out.last_assigned_at = row.maybe_at(11);
    out.created_at = row.at(12);
    for (auto const& [name, limit] : object_column(row, 13)) {
        auto const channel = domain::find_enum<domain::Channel>({name.data(), name.size()});
        must(channel && limit.is_int64(), "a stored limit of a channel");
        out.limits[static_cast<std::size_t>(*channel)] = static_cast<int>(limit.get_int64());
    }
    return out;
}

Error missing() { return not_found("agent.missing", "There is no such agent."); }
Error stale() { return conflict("agent.stale_version", "Somebody has changed this agent meanwhile; read it again."); }

Error named(Error error) {
    return renamed(std::move(error), {{"/email", "/email", "agent.email_taken", "Another agent has this address."}});
}

Result<void> check_there(std::int64_t changed) {
    if (changed == 0) return missing();
    return {};
}

}  // namespace

Result<domain::Agent> add_agent(WriteTxn& txn, domain::Agent agent) {
    TRY(agent.id.value, txn.next_id("agent"));
    agent.version = 1;
    auto const done =
        txn.run(sql<"INSERT INTO agent (tenant_id, ", kColumns,
                    ", password_hash) VALUES (:tenant, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, '')">,
                {agent.id, agent.name, agent.email, stored(agent.role), array_text(agent.languages), skills_text(agent),
                 queues_text(agent), agent.capacity, agent.is_available, agent.is_disabled, agent.last_assigned_at,
                 agent.created_at, limits_text(agent)});
    if (!done) return named(done.error());
    return agent;
}

Result<domain::Agent> get_agent(ReadTxn& txn, domain::AgentId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM agent WHERE tenant_id = :tenant AND id = ?1">, {id}, read_agent,
                   missing);
}

Result<std::optional<domain::Agent>> find_agent_by_email(ReadTxn& txn, std::string_view canonical_email) {
    return find_one(txn, sql<"SELECT ", kColumns, " FROM agent WHERE tenant_id = :tenant AND email = ?1">,
                    {canonical_email}, read_agent);
}

// last_assigned_at moves by itself (touch_assigned), so an edit that was begun before an assignment leaves it alone.
Result<domain::Agent> update_agent(WriteTxn& txn, domain::Agent agent) {
    auto const done = txn.run(
        "UPDATE agent SET version = version + 1, name = ?3, email = ?4, role = ?5, languages = ?6, skills = ?7, "
        "queues = ?8, capacity = ?9, is_available = ?10, is_disabled = ?11, limits = ?12 "
        "WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
        {agent.id, agent.version, agent.name, agent.email, stored(agent.role), array_text(agent.languages),
         skills_text(agent), queues_text(agent), agent.capacity, agent.is_available, agent.is_disabled,
         limits_text(agent)});
    if (!done) return named(done.error());
    auto now = get_agent(txn, agent.id);
    CHECK_OK(check_updated(*done, now, stale));
    return now;
}

Result<std::vector<domain::Agent>> list_agents(ReadTxn& txn) {
    return list_all(txn, sql<"SELECT ", kColumns, " FROM agent WHERE tenant_id = :tenant ORDER BY id">, {}, read_agent);
}

Result<void> touch_assigned(WriteTxn& txn, domain::AgentId id, Instant at) {
    TRY(auto const changed,
        txn.run("UPDATE agent SET last_assigned_at = ?2 WHERE tenant_id = :tenant AND id = ?1", {id, at}));
    return check_there(changed);
}

Result<std::string> read_password_hash(ReadTxn& txn, domain::AgentId id) {
    std::string hash;
    TRY(auto const rows, txn.each("SELECT password_hash FROM agent WHERE tenant_id = :tenant AND id = ?1", {id},
                                  [&](Row const& row) { hash = row.text(0); }));
    CHECK_OK(check_there(rows));
    return hash;
}

Result<void> write_password_hash(WriteTxn& txn, domain::AgentId id, std::string_view hash) {
    TRY(auto const changed,
        txn.run("UPDATE agent SET password_hash = ?2 WHERE tenant_id = :tenant AND id = ?1", {id, hash}));
    return check_there(changed);
}

}  // namespace lotse::store
