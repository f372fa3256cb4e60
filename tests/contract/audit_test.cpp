// SPDX-License-Identifier: Apache-2.0
#include "store/audit.h"

#include <thread>

#include "contract/support/samples.h"
#include "store/agents.h"
#include "store/audit_chain.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::AgentId;

class AuditList : public OnEachStore {
  protected:
    static domain::CallNote a_note(std::int64_t at, AgentId agent, std::string kind, std::int64_t object) {
        domain::CallNote out;
        out.at = minute(at);
        out.credential = "session:3";
        out.origin = kHostile;
        out.agent = agent;
        out.action = "patch_it";
        out.is_refused = at % 2 == 0;
        out.object_kind = std::move(kind);
        out.object_id = object;
        out.object_name = kHostile;
        out.changes = R"([{"field":"name","from":"a","to":"b"}])";
        return out;
    }
    // A call that tells of itself and does `act`.
    template <class F>
    auto record(domain::CallNote const& note, F&& act) {
        auto own = scope();
        own.record_as(std::make_shared<domain::CallNote>(note));
        return store().write(own, std::forward<F>(act));
    }
    void record(domain::CallNote const& note) {
        must_have(record(note, [](store::WriteTxn&) -> Result<void> { return {}; }));
    }
    store::AuditPage list(store::AuditQuery const& query) {
        return must_have(read([&](store::ReadTxn& txn) { return store::list_audit(txn, query); }));
    }
    static std::vector<std::int64_t> minutes(store::AuditPage const& page) {
        std::vector<std::int64_t> out;
        for (auto const& entry : page.items) out.push_back((micros(entry.call.at) - micros(minute(0))) / 60'000'000);
        return out;
    }
};
LOTSE_ON_EACH_STORE(AuditList);

using Minutes = std::vector<std::int64_t>;

TEST_P(AuditList, KeepsEverythingThatIsTold) {
    auto const told = a_note(2, AgentId{5}, "queue", 7);
    record(told);
    auto const page = list({});
    ASSERT_EQ(page.items.size(), 1u);
    auto const& got = page.items[0].call;
    EXPECT_EQ(got.at, told.at);
    EXPECT_EQ(got.credential, told.credential);
    EXPECT_EQ(got.origin, told.origin);
    EXPECT_EQ(got.agent, told.agent);
    EXPECT_EQ(got.action, told.action);
    EXPECT_TRUE(got.is_refused);
    EXPECT_EQ(got.object_kind, "queue");
    EXPECT_EQ(got.object_id, 7);
    EXPECT_EQ(got.object_name, told.object_name);
    EXPECT_EQ(got.changes, told.changes);
    EXPECT_EQ(page.next, "");
}

TEST_P(AuditList, ComesWithTheChangeOrNotAtAll) {
    auto const made = must_have(record(a_note(1, {}, "agent", 0), [](store::WriteTxn& txn) {
        domain::Agent agent;
        agent.name = "Anna";
        agent.email = "anna@desk.example";
        return store::add_agent(txn, agent);
    }));
    auto const refused = record(a_note(2, {}, "agent", 0),
                                [](store::WriteTxn&) -> Result<void> { return invalid("x", "Not so.", "/x"); });
    EXPECT_FALSE(refused);
    auto const page = list({});
    ASSERT_EQ(page.items.size(), 1u);
    EXPECT_EQ(page.items[0].call.object_id, made.id.value) << "the note named no object: it is the one that was made";
}

TEST_P(AuditList, TellsACallOnceHoweverOftenItWrites) {
    auto own = scope();
    own.record_as(std::make_shared<domain::CallNote>(a_note(1, {}, "queue", 1)));
    for (int i = 0; i < 3; ++i) must_have(store().write(own, [](store::WriteTxn&) -> Result<void> { return {}; }));
    EXPECT_EQ(list({}).items.size(), 1u);
}

TEST_P(AuditList, IsFoundByPersonObjectAndTime) {
    record(a_note(1, AgentId{5}, "queue", 1));
    record(a_note(2, AgentId{6}, "queue", 1));
    record(a_note(3, AgentId{5}, "queue", 2));
    record(a_note(4, AgentId{5}, "agent", 1));
    EXPECT_EQ(minutes(list({})), (Minutes{4, 3, 2, 1}));
    EXPECT_EQ(minutes(list({.agent = AgentId{5}})), (Minutes{4, 3, 1}));
    EXPECT_EQ(minutes(list({.object_kind = "queue"})), (Minutes{3, 2, 1}));
    EXPECT_EQ(minutes(list({.object_kind = "queue", .object_id = 1})), (Minutes{2, 1}));
    EXPECT_EQ(minutes(list({.agent = AgentId{5}, .object_kind = "queue"})), (Minutes{3, 1}));
    EXPECT_EQ(minutes(list({.agent = AgentId{5}, .object_kind = "queue", .object_id = 1})), (Minutes{1}));
    EXPECT_EQ(minutes(list({.from = minute(2), .to = minute(4)})), (Minutes{3, 2}));
    EXPECT_EQ(minutes(list({.agent = AgentId{5}, .from = minute(2)})), (Minutes{4, 3}));
}

TEST_P(AuditList, IsPagedWithoutLossAlsoWithinOneInstant) {
    for (int i = 0; i < 7; ++i) record(a_note(i < 5 ? 1 : 2, {}, "queue", i + 1));
    std::set<std::int64_t> seen;
    store::AuditQuery query;
    query.limit = 3;
    int pages = 0;
    do {
        auto const page = list(query);
        for (auto const& entry : page.items) EXPECT_TRUE(seen.insert(entry.call.object_id).second);
        query.after = page.next;
        ++pages;
    } while (!query.after.empty());
    EXPECT_EQ(seen.size(), 7u);
    EXPECT_EQ(pages, 3);
    query.after = "nonsense";
    auto const bad = read([&](store::ReadTxn& txn) { return store::list_audit(txn, query); });
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code, "page.cursor");
}

TEST_P(AuditList, CannotBeRewritten) {
    record(a_note(1, AgentId{5}, "queue", 1));
    EXPECT_EQ(run("UPDATE audit SET agent_id = 9 WHERE tenant_id = :tenant").error().code, "store.statement");
    EXPECT_EQ(
        run("INSERT INTO audit (tenant_id, id, at, agent_id, credential, origin, action, is_refused, object_kind, "
            "object_id, object_name, changes) VALUES (:tenant, 1, 0, 9, '', '', '', 0, '', 0, '', '') "
            "ON CONFLICT (tenant_id, id) DO UPDATE SET agent_id = 9")
            .error()
            .code,
        "store.statement");
    EXPECT_EQ(list({}).items[0].call.agent, AgentId{5});
}

TEST_P(AuditList, IsOfOneDesk) {
    record(a_note(1, {}, "queue", 1));
    auto const foreign =
        must_have(store().read(other_scope(), [](store::ReadTxn& txn) { return store::list_audit(txn, {}); }));
    EXPECT_TRUE(foreign.items.empty());
}

TEST_P(AuditList, IsAChainHoweverManyWriteAtOnce) {
    std::vector<std::thread> writers;
    for (int i = 0; i < 8; ++i)
        writers.emplace_back([&, i] {
            for (int k = 0; k < 5; ++k) record(a_note(i * 5 + k, AgentId{i + 1}, "queue", k + 1));
        });
    for (auto& writer : writers) writer.join();
    auto const rows = must_have(read([](store::ReadTxn& txn) { return store::list_chain(txn, 0, 100); }));
    ASSERT_EQ(rows.size(), 40u);
    auto before = store::chain_start();
    std::int64_t seq = 0;
    for (auto const& row : rows) {
        EXPECT_EQ(row.seq, ++seq);
        EXPECT_EQ(row.commitment, store::commitment_of(row));
        EXPECT_EQ(row.hash, store::hash_of(tenant(), before, row));
        EXPECT_EQ(row.salt.size(), 32u);
        before = row.hash;
    }
    auto const head = must_have(read([](store::ReadTxn& txn) { return store::chain_head(txn); }));
    ASSERT_TRUE(head);
    EXPECT_EQ(head->seq, 40);
    EXPECT_EQ(head->hash, before);
    auto const foreign =
        must_have(store().read(other_scope(), [](store::ReadTxn& txn) { return store::chain_head(txn); }));
    EXPECT_FALSE(foreign) << "each desk has its own";
}

TEST_P(AuditList, KeepsOneAnchorOfEachKindAndForgetsFromTheBeginning) {
    for (int i = 1; i <= 4; ++i) record(a_note(i, {}, "queue", i));
    auto const put = [&](bool is_base, std::int64_t seq) {
        must_have(write([&](store::WriteTxn& txn) {
            return store::put_anchor(txn, {is_base, seq, minute(seq), std::string(32, '\x01'), std::string(64, '\0')});
        }));
    };
    put(false, 3);
    put(false, 4);
    put(true, 2);
    auto const anchors = must_have(read([](store::ReadTxn& txn) { return store::list_anchors(txn); }));
    ASSERT_EQ(anchors.size(), 2u);
    EXPECT_FALSE(anchors[0].is_base);
    EXPECT_EQ(anchors[0].seq, 4);
    EXPECT_EQ(anchors[0].at, minute(4));
    EXPECT_EQ(anchors[0].hash, std::string(32, '\x01'));
    EXPECT_EQ(anchors[0].signature, std::string(64, '\0'));
    EXPECT_EQ(anchors[1].seq, 2);
    EXPECT_EQ(must_have(write([](store::WriteTxn& txn) { return store::forget_audit(txn, 2, minute(99)); })), 2);
    EXPECT_EQ(minutes(list({})), (Minutes{4, 3}));
}

}  // namespace
}  // namespace lotse::testing
