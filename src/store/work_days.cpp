// SPDX-License-Identifier: Apache-2.0
#include "store/work_days.h"

#include <algorithm>
#include <charconv>

#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "agent_id, day, looks, load, given, taken, chosen, hard, streak, longest";

domain::WorkDay read_day(Row const& row) {
    domain::WorkDay out;
    out.agent = row.id<domain::AgentTag>(0);
    out.day = row.integer(1);
    out.looks = row.integer(2);
    out.load = row.integer(3);
    out.given = row.integer(4);
    out.taken = row.integer(5);
    out.chosen = row.integer(6);
    out.hard = row.integer(7);
    out.streak = row.integer(8);
    out.longest = row.integer(9);
    return out;
}

// What is counted adds up; the streak is as it stands now.
Result<void> add_to_day(WriteTxn& txn, domain::WorkDay const& more) {
    TRY([[maybe_unused]] auto const rows,
        txn.run(sql<"INSERT INTO work_day (tenant_id, ", kColumns,
                    ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (tenant_id, agent_id, "
                    "day) DO UPDATE SET looks = work_day.looks + excluded.looks, load = work_day.load + excluded.load, "
                    "given = work_day.given + excluded.given, taken = work_day.taken + excluded.taken, chosen = "
                    "work_day.chosen + excluded.chosen, hard = work_day.hard + excluded.hard, streak = "
                    "excluded.streak, longest = CASE WHEN excluded.longest > work_day.longest THEN excluded.longest "
                    "ELSE work_day.longest END">,
                {more.agent, more.day, more.looks, more.load, more.given, more.taken, more.chosen, more.hard,
                 more.streak, more.longest}));
    return {};
}

Result<std::int64_t> streak_of(ReadTxn& txn, domain::AgentId agent) {
    TRY(auto const found,
        find_one<std::int64_t>(
            txn, "SELECT streak FROM work_day WHERE tenant_id = :tenant AND agent_id = ?1 ORDER BY day DESC LIMIT 1",
            {agent}, [](Row const& row) { return row.integer(0); }));
    return found.value_or(0);
}

domain::AgentId agent_in(std::string_view text) {
    domain::AgentId out;
    std::from_chars(text.data(), text.data() + text.size(), out.value);
    return out;
}

domain::Change const* find_change(std::vector<domain::Change> const& changes, std::string_view field) {
    auto const found =
        std::ranges::find_if(changes, [&](auto const& one) { return one.field == field && one.from != one.to; });
    return found == changes.end() ? nullptr : &*found;
}

Result<bool> is_hard(ReadTxn& txn, domain::TicketId ticket, std::vector<domain::Change> const& changes) {
    auto const* changed = find_change(changes, "priority");
    if (changed != nullptr)
        return domain::find_enum<domain::Priority>(changed->to).value_or(domain::Priority::normal) >=
               domain::Priority::high;
    TRY(auto const found,
        find_one<domain::Priority>(txn, "SELECT priority FROM ticket WHERE tenant_id = :tenant AND id = ?1", {ticket},
                                   [](Row const& row) { return enum_at<domain::Priority>(row, 0); }));
    return found.value_or(domain::Priority::normal) >= domain::Priority::high;
}

// Whose act the event was, if a person's.
Result<domain::AgentId> actor_of(ReadTxn& txn, domain::EventId event) {
    TRY(auto const found,
        find_one<domain::AgentId>(txn, "SELECT agent_id FROM event WHERE tenant_id = :tenant AND id = ?1", {event},
                                  [](Row const& row) { return row.id<domain::AgentTag>(0); }));
    return found.value_or(domain::AgentId{});
}

}  // namespace

std::int64_t day_of(Instant at) { return std::chrono::floor<std::chrono::days>(at).time_since_epoch().count(); }

Result<void> note_given(WriteTxn& txn, domain::EventId event, domain::TicketId ticket,
                        std::vector<domain::Change> const& changes, Instant at) {
    auto const* change = find_change(changes, "agent");
    if (change == nullptr || !agent_in(change->to)) return {};
    domain::WorkDay out;
    out.agent = agent_in(change->to);
    out.day = day_of(at);
    TRY(bool const hard, is_hard(txn, ticket, changes));
    TRY(auto const actor, actor_of(txn, event));
    bool const by_person = change->because.source == "person";
    if (change->because.code == "routing.pulled" || (by_person && actor == out.agent)) out.taken = 1;
    else if (by_person) out.chosen = 1;
    else out.given = 1;
    TRY(auto const before, streak_of(txn, out.agent));
    out.hard = hard ? 1 : 0;
    out.streak = out.longest = hard ? before + 1 : 0;
    return add_to_day(txn, out);
}

Result<void> note_load(WriteTxn& txn, domain::AgentId agent, std::int64_t thousandths, Instant at) {
    domain::WorkDay out;
    out.agent = agent;
    out.day = day_of(at);
    out.looks = 1;
    out.load = thousandths;
    TRY(out.streak, streak_of(txn, agent));
    return add_to_day(txn, out);
}

Result<std::vector<domain::WorkDay>> list_work_days(ReadTxn& txn, std::int64_t first, std::int64_t last) {
    TRY(auto out,
        list_all(txn, sql<"SELECT ", kColumns, " FROM work_day WHERE tenant_id = :tenant AND day >= ?1 AND day <= ?2">,
                 {first, last}, read_day));
    std::ranges::sort(out, {}, [](auto const& one) { return std::pair(one.agent, one.day); });
    return out;
}

Result<void> forget_work_days(WriteTxn& txn, std::int64_t before_day) {
    TRY([[maybe_unused]] auto const rows,
        txn.run("DELETE FROM work_day WHERE tenant_id = :tenant AND day < ?1", {before_day}));
    return {};
}

}  // namespace lotse::store
