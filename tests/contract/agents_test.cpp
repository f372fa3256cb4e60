// SPDX-License-Identifier: Apache-2.0
#include "store/agents.h"

#include "contract/support/samples.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class Agents : public OnEachStore {
  protected:
    static domain::Agent an_agent(std::string email = "anna@example.org") {
        domain::Agent agent;
        agent.name = kHostile;
        agent.email = std::move(email);
        agent.role = domain::Role::auditor;
        agent.languages = {"pl", "de", kHostile};
        agent.skills = {{"printer", 3}, {kHostile, 5}};
        agent.queues = {domain::QueueId{2}, domain::QueueId{9}};
        agent.capacity = 17;
        agent.limits[static_cast<std::size_t>(domain::Channel::phone)] = 2;
        agent.limits[static_cast<std::size_t>(domain::Channel::chat)] = 0;
        agent.is_available = false;
        agent.is_disabled = true;
        agent.last_assigned_at = minute(3);
        agent.created_at = minute(1);
        return agent;
    }
    domain::Agent add(domain::Agent const& agent) {
        return must_have(write([&](store::WriteTxn& txn) { return store::add_agent(txn, agent); }));
    }
    domain::Agent get(domain::AgentId id) {
        return must_have(read([&](store::ReadTxn& txn) { return store::get_agent(txn, id); }));
    }
};
LOTSE_ON_EACH_STORE(Agents);

TEST_P(Agents, AreReadAsTheyWereWritten) {
    auto const agent = add(an_agent());
    EXPECT_EQ(agent.version, 1);
    EXPECT_TRUE(fields(get(agent.id)) == fields(agent));
    auto const plain = add({});
    EXPECT_TRUE(fields(get(plain.id)) == fields(plain));
    auto const all = must_have(read([](store::ReadTxn& txn) { return store::list_agents(txn); }));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_TRUE(fields(all[0]) == fields(agent));
    EXPECT_TRUE(fields(all[1]) == fields(plain));
}

TEST_P(Agents, AreFoundByAddress) {
    auto const agent = add(an_agent());
    auto const found =
        must_have(read([](store::ReadTxn& txn) { return store::find_agent_by_email(txn, "anna@example.org"); }));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, agent.id);
    auto const foreign = store().read(
        other_scope(), [](store::ReadTxn& txn) { return store::find_agent_by_email(txn, "anna@example.org"); });
    EXPECT_FALSE(must_have(foreign));
}

TEST_P(Agents, DoNotShareAnAddress) {
    add(an_agent());
    auto second = add(an_agent("second@example.org"));
    auto const again = write([&](store::WriteTxn& txn) { return store::add_agent(txn, an_agent()); });
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "agent.email_taken");
    EXPECT_EQ(again.error().field, "/email");
    second.email = "anna@example.org";
    auto const moved = write([&](store::WriteTxn& txn) { return store::update_agent(txn, second); });
    ASSERT_FALSE(moved);
    EXPECT_EQ(moved.error().code, "agent.email_taken");
    must_have(store().write(other_scope(), [&](store::WriteTxn& txn) { return store::add_agent(txn, an_agent()); }));
}

TEST_P(Agents, AreUpdatedByVersion) {
    auto agent = add(an_agent());
    agent.name = "Anna";
    agent.is_disabled = false;
    auto const updated = must_have(write([&](store::WriteTxn& txn) { return store::update_agent(txn, agent); }));
    EXPECT_EQ(updated.version, 2);
    EXPECT_EQ(get(agent.id).name, "Anna");
    auto const stale = write([&](store::WriteTxn& txn) { return store::update_agent(txn, agent); });
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().code, "agent.stale_version");
    EXPECT_EQ(stale.error().kind, Kind::conflict);
}

TEST_P(Agents, KeepTheTimeOfAnAssignmentThroughAnEditThatBeganBefore) {
    auto agent = add(an_agent());
    must_have(write([&](store::WriteTxn& txn) { return store::touch_assigned(txn, agent.id, minute(90)); }));
    EXPECT_EQ(get(agent.id).version, 1);
    agent.name = "Anna";
    must_have(write([&](store::WriteTxn& txn) { return store::update_agent(txn, agent); }));
    EXPECT_EQ(get(agent.id).last_assigned_at, minute(90));
}

TEST_P(Agents, KeepThePasswordHashApart) {
    auto const agent = add(an_agent());
    auto const hash = [&] {
        return read([&](store::ReadTxn& txn) { return store::read_password_hash(txn, agent.id); });
    };
    EXPECT_EQ(must_have(hash()), "");
    must_have(write([&](store::WriteTxn& txn) { return store::write_password_hash(txn, agent.id, "$argon2id$x"); }));
    EXPECT_EQ(must_have(hash()), "$argon2id$x");
    EXPECT_EQ(get(agent.id).version, 1);
}

TEST_P(Agents, OfOthersAreMissing) {
    auto const agent = add(an_agent());
    auto const code = [](auto const& result) { return result ? std::string("found") : result.error().code; };
    EXPECT_EQ(code(store().read(other_scope(), [&](store::ReadTxn& txn) { return store::get_agent(txn, agent.id); })),
              "agent.missing");
    EXPECT_EQ(code(store().write(other_scope(), [&](store::WriteTxn& txn) { return store::update_agent(txn, agent); })),
              "agent.missing");
    EXPECT_EQ(code(store().write(other_scope(),
                                 [&](store::WriteTxn& txn) { return store::write_password_hash(txn, agent.id, "x"); })),
              "agent.missing");
    EXPECT_EQ(
        code(store().write(other_scope(),
                           [&](store::WriteTxn& txn) { return store::touch_assigned(txn, agent.id, minute(1)); })),
        "agent.missing");
    EXPECT_EQ(code(store().read(other_scope(),
                                [&](store::ReadTxn& txn) { return store::read_password_hash(txn, agent.id); })),
              "agent.missing");
    EXPECT_TRUE(
        must_have(store().read(other_scope(), [](store::ReadTxn& txn) { return store::list_agents(txn); })).empty());
}

}  // namespace
}  // namespace lotse::testing
