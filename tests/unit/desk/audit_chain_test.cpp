// SPDX-License-Identifier: Apache-2.0
// T-23: what somebody does to the audit list past the desk is noticed, and what the desk itself forgets is no fault.
#include "desk/audit_chain.h"

#include "desk/audit.h"
#include "desk/desk_settings.h"
#include "support/desk_fixture.h"

namespace lotse::desk {
namespace {

class AuditChain : public DeskTest {
  protected:
    AuditChain() { tell(6); }
    void tell(int rows) {
        for (int i = 0; i < rows; ++i) {
            auto note = std::make_shared<domain::CallNote>();
            note->at = clock_.now();
            note->credential = "session:3";
            note->origin = "192.0.2.7";
            note->agent = domain::AgentId{5};
            note->action = "patch_queue";
            note->object_kind = "queue";
            note->object_id = ++told_;
            note->object_name = "Printing";
            note->changes = R"([{"field":"name","from":"a","to":"b"}])";
            auto own = domain::ScopeMint::for_tenant(tenant_.id);
            own.record_as(std::move(note));
            need(record(*desk_, own));
            clock_.advance(std::chrono::hours{24});
        }
    }
    ChainCheck check(std::int64_t after = 0, int limit = 100) {
        return need(check_chain(*desk_, *scope_, after, limit));
    }
    std::vector<store::ChainRow> rows() {
        return need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::list_chain(txn, 0, 100); }));
    }
    template <class F>
    void meddle(F&& act) {
        need(store_->write(*scope_, std::forward<F>(act)));
    }
    // As somebody with the database in hand writes a row: whatever it says.
    static Result<void> put(store::WriteTxn& txn, store::ChainRow const& row) {
        auto const& call = row.entry.call;
        auto const done = txn.run(
            "INSERT INTO audit (tenant_id, id, at, agent_id, credential, origin, action, is_refused, object_kind, "
            "object_id, object_name, changes, seq, salt, commitment, hash) "
            "VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
            {row.entry.id, call.at, call.agent, call.credential, call.origin, call.action, call.is_refused,
             call.object_kind, call.object_id, call.object_name, call.changes, row.seq, store::Bytes{row.salt},
             store::Bytes{row.commitment}, store::Bytes{row.hash}});
        if (!done) return done.error();
        return {};
    }
    static Result<void> drop(store::WriteTxn& txn, std::int64_t seq) {
        auto const done = txn.run("DELETE FROM audit WHERE tenant_id = :tenant AND seq = ?1", {seq});
        if (!done) return done.error();
        return {};
    }
    void replace(store::ChainRow const& row) {
        meddle([&](store::WriteTxn& txn) -> Result<void> {
            CHECK_OK(drop(txn, row.seq));
            return put(txn, row);
        });
    }
    void set_head(store::ChainRow const& row) {
        meddle([&](store::WriteTxn& txn) -> Result<void> {
            auto const done = txn.run("UPDATE audit_head SET seq = ?1, hash = ?2 WHERE tenant_id = :tenant",
                                      {row.seq, store::Bytes{row.hash}});
            if (!done) return done.error();
            return {};
        });
    }
    Result<DeskInfo> keep_for(int days) {
        DeskFields fields;
        fields.audit_days = days;
        return change_desk(*desk_, access::operator_of(tenant_.id), 0, fields);
    }
    std::int64_t told_ = 0;
};

TEST_F(AuditChain, IsWholeAsItWasWritten) {
    auto const all = check();
    EXPECT_EQ(all.fault, ChainFault::none);
    EXPECT_EQ(all.checked, 6);
    EXPECT_EQ(all.head, 6);
    EXPECT_EQ(all.next, 0);
    auto const first = check(0, 4);
    EXPECT_EQ(first.next, 4);
    auto const rest = check(first.next, 4);
    EXPECT_EQ(rest.fault, ChainFault::none);
    EXPECT_EQ(rest.checked, 2);
    EXPECT_EQ(check_chain(*desk_, *scope_, 99, 4).error().code, "audit.no_row");
}

TEST_F(AuditChain, TellsOfAnyValueThatWasChanged) {
    using Change = void (*)(store::ChainRow&);
    auto const changes = std::to_array<Change>({
        [](store::ChainRow& row) { row.entry.id.value += 100; },
        [](store::ChainRow& row) { row.entry.call.at += std::chrono::microseconds{1}; },
        [](store::ChainRow& row) { row.entry.call.agent = domain::AgentId{6}; },
        [](store::ChainRow& row) { row.entry.call.credential = "session:4"; },
        [](store::ChainRow& row) { row.entry.call.origin = "192.0.2.8"; },
        [](store::ChainRow& row) { row.entry.call.action = "delete_queue"; },
        [](store::ChainRow& row) { row.entry.call.is_refused = true; },
        [](store::ChainRow& row) { row.entry.call.object_kind = "agent"; },
        [](store::ChainRow& row) { row.entry.call.object_id = 77; },
        [](store::ChainRow& row) { row.entry.call.object_name = "Mail"; },
        [](store::ChainRow& row) { row.entry.call.changes = ""; },
        [](store::ChainRow& row) { row.salt.clear(); },
        [](store::ChainRow& row) { row.commitment[0] ^= 1; },
        [](store::ChainRow& row) { row.hash[31] ^= 1; },
    });
    for (std::size_t i = 0; i < changes.size(); ++i) {
        auto const good = rows()[2];
        auto bad = good;
        changes[i](bad);
        replace(bad);
        auto const found = check();
        EXPECT_EQ(found.fault, ChainFault::row_changed) << "change " << i;
        EXPECT_EQ(found.fault_at, 3) << "change " << i;
        replace(good);
        ASSERT_EQ(check().fault, ChainFault::none) << "change " << i;
    }
}

TEST_F(AuditChain, TellsOfARowThatIsGoneOrMoved) {
    auto const all = rows();
    meddle([](store::WriteTxn& txn) { return drop(txn, 3); });
    EXPECT_EQ(check().fault, ChainFault::row_missing);
    EXPECT_EQ(check().fault_at, 3);
    auto moved = all[3];
    moved.seq = 3;
    meddle([&](store::WriteTxn& txn) -> Result<void> {
        CHECK_OK(drop(txn, 4));
        CHECK_OK(put(txn, moved));
        auto other = all[2];
        other.seq = 4;
        return put(txn, other);
    });
    EXPECT_EQ(check().fault, ChainFault::row_changed) << "two have changed places";
}

TEST_F(AuditChain, TellsOfAnEndThatWasCutOff) {
    auto const all = rows();
    meddle([](store::WriteTxn& txn) { return drop(txn, 6); });
    EXPECT_EQ(check().fault, ChainFault::row_missing);
    set_head(all[4]);
    EXPECT_EQ(check().fault, ChainFault::none) << "nothing has signed the sixth; its hash in the log tells";
    meddle([&](store::WriteTxn& txn) { return put(txn, all[5]); });
    set_head(all[5]);
    EXPECT_TRUE(need(make_checkpoint(*desk_, *scope_)));
    EXPECT_FALSE(need(make_checkpoint(*desk_, *scope_))) << "nothing is new";
    meddle([](store::WriteTxn& txn) { return drop(txn, 6); });
    set_head(all[4]);
    EXPECT_EQ(check().fault, ChainFault::anchor_differs);
}

// With every hash computed anew, as somebody who knows how does it.
TEST_F(AuditChain, TellsOfAHistoryThatWasWrittenAnew) {
    EXPECT_TRUE(need(make_checkpoint(*desk_, *scope_)));
    auto all = rows();
    auto before = all[1].hash;
    all[2].entry.call.agent = domain::AgentId{9};
    for (std::size_t i = 2; i < all.size(); ++i) {
        all[i].commitment = store::commitment_of(all[i]);
        all[i].hash = store::hash_of(tenant_.id, before, all[i]);
        before = all[i].hash;
        replace(all[i]);
    }
    set_head(all.back());
    EXPECT_EQ(check().fault, ChainFault::anchor_differs);
    EXPECT_EQ(check().fault_at, 6);
    auto anchor = *check().checkpoint;
    anchor.hash = all.back().hash;
    meddle([&](store::WriteTxn& txn) { return store::put_anchor(txn, anchor); });
    EXPECT_EQ(check().fault, ChainFault::anchor_forged);
}

TEST_F(AuditChain, GoesOnAfterTheDeskHasForgottenItsBeginning) {
    EXPECT_EQ(need(forget_old_audit(*desk_, *scope_)), 0) << "kept for ever";
    auto const short_time = keep_for(29);
    ASSERT_FALSE(short_time);
    EXPECT_EQ(short_time.error().field, "/audit_days");
    need(keep_for(30));
    clock_.advance(std::chrono::days{27} + std::chrono::hours{12});
    EXPECT_EQ(need(forget_old_audit(*desk_, *scope_)), 4);
    auto found = check();
    EXPECT_EQ(found.fault, ChainFault::none);
    EXPECT_EQ(found.checked, 2);
    ASSERT_TRUE(found.base);
    EXPECT_EQ(found.base->seq, 4);
    tell(1);
    EXPECT_EQ(check().checked, 3);
    clock_.advance(std::chrono::days{99});
    EXPECT_EQ(need(forget_old_audit(*desk_, *scope_)), 3);
    EXPECT_EQ(check().fault, ChainFault::none);
    tell(1);
    EXPECT_EQ(check().fault, ChainFault::none);
    EXPECT_EQ(check().head, 8);
    // A beginning that somebody else cut off is none of the desk's.
    meddle([](store::WriteTxn& txn) { return drop(txn, 8); });
    EXPECT_EQ(check().fault, ChainFault::row_missing);
}

TEST_F(AuditChain, ForgetsNothingThatDoesNotHold) {
    need(keep_for(30));
    auto bad = rows()[1];
    bad.entry.call.agent = domain::AgentId{9};
    replace(bad);
    clock_.advance(std::chrono::days{99});
    EXPECT_EQ(need(forget_old_audit(*desk_, *scope_)), 1);
    EXPECT_EQ(check().fault, ChainFault::row_changed);
    EXPECT_EQ(check().fault_at, 2);
    EXPECT_EQ(rows().size(), 5u);
}

}  // namespace
}  // namespace lotse::desk
