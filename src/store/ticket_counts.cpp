// SPDX-License-Identifier: Apache-2.0
#include "store/ticket_counts.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "store/rows.h"
#include "store/tickets.h"

namespace lotse::store {
namespace {

constexpr std::int64_t kSlots = 16;

bool is_load(Counted const& it) {
    return it.agent && (it.status == domain::Status::fresh || it.status == domain::Status::open);
}

struct QueueStep {
    domain::QueueId queue;
    domain::Status status;
    int by;
};
struct AgentStep {
    domain::AgentId agent;
    domain::Channel channel;
    int by;
};

void note(Row const& row, int channel, OpenWork& out) {
    out.by_channel[static_cast<std::size_t>(enum_at<domain::Channel>(row, channel))] =
        static_cast<int>(row.integer(channel + 1));
}

// In one order everywhere, so that two transactions never wait for each other's rows on PostgreSQL.
Result<void> apply(WriteTxn& txn, domain::TicketId id, std::vector<QueueStep> queues, std::vector<AgentStep> agents) {
    std::ranges::sort(queues, {}, [](QueueStep const& step) { return std::tuple(step.queue, step.status); });
    std::ranges::sort(agents, {}, [](AgentStep const& step) { return std::tuple(step.agent, step.channel); });
    for (auto const& step : queues) {
        auto const done = txn.run(
            "INSERT INTO queue_count (tenant_id, queue_id, status, slot, n) VALUES (:tenant, ?1, ?2, ?3, ?4) "
            "ON CONFLICT (tenant_id, queue_id, status, slot) DO UPDATE SET n = queue_count.n + excluded.n",
            {step.queue, stored(step.status), id.value % kSlots, step.by});
        if (!done) return done.error();
    }
    for (auto const& step : agents) {
        auto const done = txn.run(
            "INSERT INTO open_count (tenant_id, agent_id, channel, n) VALUES (:tenant, ?1, ?2, ?3) "
            "ON CONFLICT (tenant_id, agent_id, channel) DO UPDATE SET n = open_count.n + excluded.n",
            {step.agent, stored(step.channel), step.by});
        if (!done) return done.error();
    }
    return {};
}

}  // namespace

Result<void> count_new(WriteTxn& txn, domain::TicketId id, Counted const& now) {
    std::vector<AgentStep> agents;
    if (is_load(now)) agents.push_back({now.agent, now.channel, 1});
    return apply(txn, id, {{now.queue, now.status, 1}}, std::move(agents));
}

Result<void> count_moved(WriteTxn& txn, domain::TicketId id, Counted const& before, Counted const& now) {
    if (before == now) return {};
    std::vector<QueueStep> queues;
    if (before.queue != now.queue || before.status != now.status)
        queues = {{before.queue, before.status, -1}, {now.queue, now.status, 1}};
    std::vector<AgentStep> agents;
    if (before.agent != now.agent || is_load(before) != is_load(now)) {
        if (is_load(before)) agents.push_back({before.agent, before.channel, -1});
        if (is_load(now)) agents.push_back({now.agent, now.channel, 1});
    }
    return apply(txn, id, std::move(queues), std::move(agents));
}

Result<std::vector<QueueCount>> count_by_queue(ReadTxn& txn) {
    std::vector<QueueCount> counts;
    auto const done = txn.each(
        "SELECT queue_id, status, SUM(n) FROM queue_count WHERE tenant_id = :tenant GROUP BY queue_id, status "
        "ORDER BY queue_id, status",
        {}, [&](Row const& row) {
            QueueCount const count{row.id<domain::QueueTag>(0), enum_at<domain::Status>(row, 1), row.integer(2)};
            if (count.count != 0) counts.push_back(count);
        });
    if (!done) return done.error();
    return counts;
}

Result<std::vector<OpenWork>> count_open_by_agent(ReadTxn& txn) {
    std::vector<OpenWork> out;
    auto const done = txn.each(
        "SELECT agent_id, channel, n FROM open_count WHERE tenant_id = :tenant AND n <> 0 ORDER BY agent_id, channel",
        {}, [&](Row const& row) {
            auto const agent = row.id<domain::AgentTag>(0);
            if (out.empty() || out.back().agent != agent) out.push_back({agent});
            note(row, 1, out.back());
        });
    if (!done) return done.error();
    return out;
}

Result<OpenWork> count_open_of(ReadTxn& txn, domain::AgentId agent) {
    OpenWork out{agent};
    auto const done = txn.each("SELECT channel, n FROM open_count WHERE tenant_id = :tenant AND agent_id = ?1", {agent},
                               [&](Row const& row) { note(row, 0, out); });
    if (!done) return done.error();
    return out;
}

}  // namespace lotse::store
