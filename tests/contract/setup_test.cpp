// SPDX-License-Identifier: Apache-2.0
#include "store/setup.h"

#include "contract/support/samples.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class DeskSetup : public OnEachStore {
  protected:
    template <class F>
    std::string code_of(F&& fn) {
        auto const result = write(std::forward<F>(fn));
        return result ? "ok" : result.error().code;
    }
    template <class F>
    std::string foreign_code(F&& fn) {
        auto const result = store().write(other_scope(), std::forward<F>(fn));
        return result ? "ok" : result.error().code;
    }
    static domain::Queue a_queue(std::string name, std::string address = {}) {
        return {{},
                1,
                std::move(name),
                std::move(address),
                domain::AgentId{3},
                {"network", kHostile},
                domain::CalendarId{4},
                domain::Assignment::pull,
                7,
                {kHostile, "citrix"},
                false,
                90};
    }
    static auto fields_of(domain::Queue const& queue) {
        auto const& [id, version, name, address, lead, skills, calendar, assignment, hands_out_below, preferred,
                     language_is_required, handover_minutes] = queue;
        return std::tie(id, version, name, address, lead, skills, calendar, assignment, hands_out_below, preferred,
                        language_is_required, handover_minutes);
    }
    static domain::Category a_category(std::string key) {
        return {{},
                1,
                domain::CategoryId{2},
                std::move(key),
                kHostile,
                domain::QueueId{3},
                {"vpn"},
                {{"pl", {"hasło", kHostile}}, {"*", {}}, {"de", {"kennwort"}}}};
    }
    static auto fields_of(domain::Category const& category) {
        auto const& [id, version, parent, key, name, queue, skills, keywords] = category;
        return std::tie(id, version, parent, key, name, queue, skills, keywords);
    }
    static domain::Policy a_policy(bool is_default) {
        domain::Policy policy{{}, 1, kHostile, domain::CalendarId{2}, {}, is_default};
        policy.targets[0] = {60, std::nullopt};
        policy.targets[3] = {std::nullopt, 480, 30, 240};
        policy.position = 7;
        policy.conditions = {{domain::OrganizationId{4}}, {domain::CategoryId{5}, domain::CategoryId{6}}, {}};
        return policy;
    }
    static domain::Mailbox a_mailbox() {
        domain::Mailbox box;
        box.address = "help@example.org";
        box.queue = domain::QueueId{2};
        box.host = "imap.example.org";
        box.port = 143;
        box.security = "starttls";
        box.user = kHostile;
        box.password = Secret<std::string>(std::string("\0sealed\xff\xfe", 9));
        box.auth = "xoauth2";
        box.folder = "Support/Eingänge";
        box.after = "move";
        box.move_to = "Done";
        box.is_enabled = false;
        return box;
    }
    static auto fields_of(domain::Mailbox const& box) {
        auto const& [id, version, address, queue, host, port, security, user, password, auth, folder, after, move_to,
                     is_enabled] = box;
        return std::tie(id, version, address, queue, host, port, security, user, password, auth, folder, after, move_to,
                        is_enabled);
    }
};
LOTSE_ON_EACH_STORE(DeskSetup);

TEST_P(DeskSetup, KeepsQueues) {
    auto queue =
        must_have(write([](store::WriteTxn& txn) { return store::add_queue(txn, a_queue(kHostile, "a@b.example")); }));
    auto const plain = must_have(write([](store::WriteTxn& txn) { return store::add_queue(txn, a_queue("Plain")); }));
    must_have(write([](store::WriteTxn& txn) { return store::add_queue(txn, a_queue("Plain too")); }));
    EXPECT_TRUE(fields_of(must_have(read([&](auto& txn) { return store::get_queue(txn, queue.id); }))) ==
                fields_of(queue));
    EXPECT_TRUE(fields_of(must_have(read([&](auto& txn) { return store::get_queue(txn, plain.id); }))) ==
                fields_of(plain));
    EXPECT_EQ(must_have(read([](auto& txn) { return store::list_queues(txn); })).size(), 3u);

    EXPECT_EQ(code_of([](auto& txn) { return store::add_queue(txn, a_queue("Plain")); }), "queue.name_taken");
    EXPECT_EQ(code_of([](auto& txn) { return store::add_queue(txn, a_queue("New", "a@b.example")); }),
              "queue.address_taken");
    queue.name = "Renamed";
    queue.address.clear();
    auto const updated = must_have(write([&](auto& txn) { return store::update_queue(txn, queue); }));
    EXPECT_EQ(updated.version, 2);
    EXPECT_TRUE(fields_of(must_have(read([&](auto& txn) { return store::get_queue(txn, queue.id); }))) ==
                fields_of(updated));
    EXPECT_EQ(code_of([&](auto& txn) { return store::update_queue(txn, queue); }), "queue.stale_version");
    auto clash = updated;
    clash.name = "Plain";
    EXPECT_EQ(code_of([&](auto& txn) { return store::update_queue(txn, clash); }), "queue.name_taken");
    EXPECT_EQ(foreign_code([&](auto& txn) { return store::get_queue(txn, queue.id); }), "queue.missing");
    EXPECT_EQ(foreign_code([&](auto& txn) { return store::update_queue(txn, updated); }), "queue.missing");
    EXPECT_EQ(foreign_code([](auto& txn) { return store::add_queue(txn, a_queue("Plain")); }), "ok");
}

TEST_P(DeskSetup, KeepsCategories) {
    auto category = must_have(write([](auto& txn) { return store::add_category(txn, a_category("access")); }));
    EXPECT_TRUE(fields_of(must_have(read([&](auto& txn) { return store::get_category(txn, category.id); }))) ==
                fields_of(category));
    EXPECT_EQ(code_of([](auto& txn) { return store::add_category(txn, a_category("access")); }), "category.key_taken");
    must_have(write([](auto& txn) { return store::add_category(txn, a_category("other")); }));
    category.key = "other";
    EXPECT_EQ(code_of([&](auto& txn) { return store::update_category(txn, category); }), "category.key_taken");
    category.key = "third";
    category.keywords.clear();
    auto const updated = must_have(write([&](auto& txn) { return store::update_category(txn, category); }));
    auto const all = must_have(read([](auto& txn) { return store::list_categories(txn); }));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_TRUE(fields_of(all[0]) == fields_of(updated));
    EXPECT_EQ(code_of([&](auto& txn) { return store::update_category(txn, category); }), "category.stale_version");
    EXPECT_EQ(foreign_code([&](auto& txn) { return store::get_category(txn, category.id); }), "category.missing");
}

TEST_P(DeskSetup, KeepsCalendars) {
    auto calendar = domain::always_open("Europe/Warsaw");
    calendar.name = "Biuro 'Łódź'";
    calendar.week[0] = {{540, 750}, {810, 1080}};
    calendar.week[6].clear();
    calendar.holidays = {{std::chrono::year{2026} / 12 / 25, "Boże Narodzenie"},
                         {std::chrono::year{2026} / 12 / 24, "Wigilia", domain::Interval{720, 1440}}};
    calendar.worked = {std::chrono::year{2026} / 1 / 6};
    calendar.regions = {"pl", "de-sn"};
    calendar = must_have(write([&](auto& txn) { return store::add_calendar(txn, calendar); }));
    auto const same = [](domain::Calendar const& a, domain::Calendar const& b) {
        auto const& [id, version, name, time_zone, week, holidays, regions, worked] = a;
        return std::tie(id, version, name, time_zone, week, holidays, regions, worked) ==
               std::tie(b.id, b.version, b.name, b.time_zone, b.week, b.holidays, b.regions, b.worked);
    };
    EXPECT_TRUE(same(must_have(read([&](auto& txn) { return store::get_calendar(txn, calendar.id); })), calendar));
    auto never = calendar;
    for (auto& day : never.week) day.clear();
    EXPECT_FALSE(write([&](auto& txn) { return store::update_calendar(txn, never); })) << "could not be read again";
    calendar.holidays.clear();
    auto const updated = must_have(write([&](auto& txn) { return store::update_calendar(txn, calendar); }));
    auto const all = must_have(read([](auto& txn) { return store::list_calendars(txn); }));
    ASSERT_EQ(all.size(), 1u);
    EXPECT_TRUE(same(all[0], updated));
    EXPECT_EQ(code_of([&](auto& txn) { return store::update_calendar(txn, calendar); }), "calendar.stale_version");
    EXPECT_EQ(foreign_code([&](auto& txn) { return store::get_calendar(txn, calendar.id); }), "calendar.missing");
}

TEST_P(DeskSetup, KeepsPoliciesAndOneDefault) {
    auto first = must_have(write([](auto& txn) { return store::add_policy(txn, a_policy(true)); }));
    auto const stored = must_have(read([&](auto& txn) { return store::get_policy(txn, first.id); }));
    EXPECT_EQ(stored.name, kHostile);
    EXPECT_EQ(stored.calendar, domain::CalendarId{2});
    EXPECT_TRUE(stored.is_default);
    for (std::size_t i = 0; i < stored.targets.size(); ++i) {
        EXPECT_EQ(stored.targets[i].first_reply_minutes, first.targets[i].first_reply_minutes);
        EXPECT_EQ(stored.targets[i].solution_minutes, first.targets[i].solution_minutes);
        EXPECT_EQ(stored.targets[i].next_reply_minutes, first.targets[i].next_reply_minutes);
        EXPECT_EQ(stored.targets[i].update_minutes, first.targets[i].update_minutes);
    }
    EXPECT_EQ(stored.position, 7);
    EXPECT_EQ(stored.conditions, first.conditions);
    auto const second = must_have(write([](auto& txn) { return store::add_policy(txn, a_policy(true)); }));
    auto const all = must_have(read([](auto& txn) { return store::list_policies(txn); }));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_FALSE(all[0].is_default);
    EXPECT_TRUE(all[1].is_default);
    EXPECT_EQ(code_of([&](auto& txn) { return store::update_policy(txn, first); }), "policy.stale_version")
        << "it lost its mark in between";
    auto again = all[0];
    again.is_default = true;
    again.name = "Standard";
    EXPECT_EQ(must_have(write([&](auto& txn) { return store::update_policy(txn, again); })).version, 3);
    EXPECT_FALSE(must_have(read([&](auto& txn) { return store::get_policy(txn, second.id); })).is_default);
    EXPECT_EQ(foreign_code([&](auto& txn) { return store::get_policy(txn, first.id); }), "policy.missing");
}

TEST_P(DeskSetup, KeepsMailboxesAndWhereTheirFoldersWereLeft) {
    auto box = must_have(write([](auto& txn) { return store::add_mailbox(txn, a_mailbox()); }));
    EXPECT_TRUE(fields_of(must_have(read([&](auto& txn) { return store::get_mailbox(txn, box.id); }))) ==
                fields_of(box));
    auto const cursor = [&] {
        return must_have(read([&](auto& txn) { return store::read_mailbox_cursor(txn, box.id); }));
    };
    EXPECT_EQ(cursor().last_uid, 0);
    must_have(write([&](auto& txn) { return store::write_mailbox_cursor(txn, box.id, {4'294'967'295, 17}); }));
    must_have(write([&](auto& txn) { return store::write_mailbox_cursor(txn, box.id, {4'294'967'295, 18}); }));
    EXPECT_EQ(cursor().uid_validity, 4'294'967'295);
    EXPECT_EQ(cursor().last_uid, 18);
    box.is_enabled = true;
    box.password = Secret<std::string>("");
    auto const updated = must_have(write([&](auto& txn) { return store::update_mailbox(txn, box); }));
    EXPECT_EQ(updated.version, 2) << "reading mail moved no version";
    auto const all = must_have(read([](auto& txn) { return store::list_mailboxes(txn); }));
    ASSERT_EQ(all.size(), 1u);
    EXPECT_TRUE(fields_of(all[0]) == fields_of(updated));
    EXPECT_EQ(code_of([&](auto& txn) { return store::update_mailbox(txn, box); }), "mailbox.stale_version");
    EXPECT_EQ(foreign_code([&](auto& txn) { return store::get_mailbox(txn, box.id); }), "mailbox.missing");
    EXPECT_EQ(foreign_code([&](auto& txn) { return store::write_mailbox_cursor(txn, box.id, {1, 1}); }),
              "mailbox.missing");
}

}  // namespace
}  // namespace lotse::testing
