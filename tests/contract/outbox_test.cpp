// SPDX-License-Identifier: Apache-2.0
#include "store/outbox.h"

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "contract/support/samples.h"
#include "store/customers.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::NoticeId;
using domain::NoticeKind;
using domain::TicketId;
using domain::TimerKind;

class Outbox : public OnEachStore {
  protected:
    void SetUp() override {
        OnEachStore::SetUp();
        if (HasFatalFailure()) return;
        for (auto& ticket : tickets_)
            ticket = must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, {}); })).id;
    }
    domain::Notice a_notice(int ticket, std::string to, Instant created = minute(0)) const {
        domain::Notice notice;
        notice.ticket = tickets_.at(static_cast<std::size_t>(ticket));
        notice.to_address = std::move(to);
        notice.created_at = created;
        notice.next_try_at = created;
        return notice;
    }
    domain::Notice add(domain::Notice const& notice) {
        return must_have(write([&](store::WriteTxn& txn) { return store::add_notice(txn, notice); }));
    }
    domain::Notice get(NoticeId id) {
        return must_have(read([&](store::ReadTxn& txn) { return store::get_notice(txn, id); }));
    }
    std::vector<NoticeId> claim(Instant now, int limit = 100) {
        std::vector<NoticeId> ids;
        for (auto const& notice : must_have(write([&](store::WriteTxn& txn) {
                 return store::claim_notices(txn, now, now + std::chrono::minutes{5}, limit);
             })))
            ids.push_back(notice.id);
        return ids;
    }
    void sent(NoticeId id, Instant at) {
        must_have(write([&](store::WriteTxn& txn) { return store::mark_sent(txn, id, at); }));
    }
    void failed(NoticeId id, std::optional<Instant> next) {
        must_have(write([&](store::WriteTxn& txn) { return store::mark_failed(txn, id, kHostile, next); }));
    }
    std::optional<Instant> next_at() {
        return must_have(read([](store::ReadTxn& txn) { return store::next_notice_at(txn); }));
    }
    int automatic(std::string_view to, Instant since, TicketId ticket = {}) {
        return must_have(read([&](store::ReadTxn& txn) { return store::count_automatic(txn, to, since, ticket); }));
    }
    std::array<TicketId, 40> tickets_;
};
LOTSE_ON_EACH_STORE(Outbox);

TEST_P(Outbox, KeepsNoticesAsTheyWereWritten) {
    auto notice = a_notice(1, "anna@example.org");
    notice.article = domain::ArticleId{7};
    notice.kind = NoticeKind::breach;
    notice.to_name = kHostile;
    notice.is_automatic = false;
    notice.language = "pl";
    notice.subject = kHostile;
    notice.text = megabyte();
    notice.html = "<p>" + kHostile;
    notice.message_id = "<" + std::string(4000, 'x') + "@example.org>";
    notice.reply_to = "help+token@example.org";
    notice.references = "<a@b> <c@d>";
    notice.tries = 3;
    notice.next_try_at = minute(8);
    notice.sent_at = minute(9);
    notice.last_error = "550 5.1.1 'no'";
    notice = add(notice);
    EXPECT_TRUE(fields(get(notice.id)) == fields(notice));
    auto dead = a_notice(1, std::string(4000, 'a') + "@example.org");
    dead.is_dead = true;
    dead = add(dead);
    EXPECT_TRUE(fields(get(dead.id)) == fields(dead));
    auto const all = must_have(read([&](store::ReadTxn& txn) { return store::list_notices(txn, tickets_[1]); }));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_TRUE(fields(all[0]) == fields(notice));
    auto const foreign =
        store().read(other_scope(), [&](store::ReadTxn& txn) { return store::get_notice(txn, dead.id); });
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().code, "notice.missing");
    EXPECT_TRUE(claim(minute(100)).empty()) << "neither sent nor dead ones";
}

TEST_P(Outbox, LeasesWhatIsDue) {
    auto const first = add(a_notice(0, "a@example.org", minute(1)));
    auto const later = add(a_notice(1, "b@example.org", minute(9)));
    EXPECT_EQ(next_at(), minute(1));
    EXPECT_TRUE(claim(minute(0)).empty());
    EXPECT_EQ(claim(minute(2)), std::vector{first.id});
    EXPECT_TRUE(claim(minute(2)).empty()) << "leased until minute 7";
    EXPECT_EQ(next_at(), minute(7));
    EXPECT_EQ(claim(minute(7)), std::vector{first.id}) << "the worker died";
    sent(first.id, minute(8));
    EXPECT_EQ(get(first.id).sent_at, minute(8));
    EXPECT_EQ(next_at(), minute(9));
    EXPECT_EQ(claim(minute(20)), std::vector{later.id});
    sent(later.id, minute(21));
    EXPECT_EQ(next_at(), std::nullopt);
}

TEST_P(Outbox, KeepsTheOrderOfATicketForEachPerson) {
    auto const first = add(a_notice(0, "a@example.org", minute(1)));
    auto const second = add(a_notice(0, "a@example.org", minute(2)));
    auto const other_person = add(a_notice(0, "b@example.org", minute(2)));
    auto const other_ticket = add(a_notice(1, "a@example.org", minute(2)));
    EXPECT_EQ(claim(minute(3)), (std::vector{first.id, other_person.id, other_ticket.id}));
    sent(other_person.id, minute(3));
    sent(other_ticket.id, minute(3));
    failed(first.id, minute(60));
    EXPECT_EQ(get(first.id).tries, 1);
    EXPECT_EQ(get(first.id).last_error, kHostile);
    EXPECT_TRUE(claim(minute(30)).empty()) << "the second waits for the first";
    EXPECT_EQ(next_at(), minute(60)) << "or the job would spin";
    EXPECT_EQ(claim(minute(60)), std::vector{first.id});
    failed(first.id, std::nullopt);
    EXPECT_TRUE(get(first.id).is_dead);
    EXPECT_EQ(claim(minute(61)), std::vector{second.id}) << "a dead one holds nobody up";
}

TEST_P(Outbox, TakesAtMostTheLimitSoonestFirst) {
    std::vector<NoticeId> ids;
    for (int i = 0; i < 6; ++i) ids.push_back(add(a_notice(i, "a@example.org", minute(10 - i))).id);
    EXPECT_EQ(claim(minute(20), 2), (std::vector{ids[4], ids[5]}));
    EXPECT_EQ(claim(minute(20), 100).size(), 4u);
}

// On PostgreSQL the two workers claim at the same time, on other connections.
TEST_P(Outbox, GivesNoNoticeToTwoWorkers) {
    constexpr int persons = 10;
    must_have(write([&](store::WriteTxn& txn) -> Result<void> {
        for (int i = 0; i < 200; ++i) {
            TRY([[maybe_unused]] auto added,
                store::add_notice(txn, a_notice(i % 20, std::to_string(i % persons) + "@example.org", minute(i))));
        }
        return {};
    }));
    std::mutex lock;
    std::vector<domain::Notice> taken;
    std::atomic<int> left = 200;
    std::vector<std::thread> workers;
    for (int n = 0; n < 4; ++n) {
        workers.emplace_back([&] {
            while (left > 0) {
                auto const claimed = must_have(write(
                    [&](store::WriteTxn& txn) { return store::claim_notices(txn, minute(1000), minute(2000), 7); }));
                for (auto const& notice : claimed) {
                    {
                        std::scoped_lock const held(lock);
                        taken.push_back(notice);
                    }
                    sent(notice.id, minute(1001));
                    --left;
                }
            }
        });
    }
    for (auto& worker : workers) worker.join();
    EXPECT_EQ(taken.size(), 200u);
    std::map<std::pair<std::int64_t, std::string>, Instant> last;
    std::set<std::int64_t> seen;
    for (auto const& notice : taken) {
        EXPECT_TRUE(seen.insert(notice.id.value).second) << notice.id.value << " was given twice";
        auto& before = last[{notice.ticket.value, notice.to_address}];
        EXPECT_LT(before, notice.created_at);
        before = notice.created_at;
    }
}

TEST_P(Outbox, CountsForTheLoopGuard) {
    std::string const anna = "anna@example.org";
    for (int i = 0; i < 5; ++i) {
        auto notice = a_notice(i % 2, anna, minute(10 * i));
        notice.kind = i == 0 ? NoticeKind::solved : i == 1 ? NoticeKind::reopened : NoticeKind::confirmation;
        add(notice);
    }
    auto reply = a_notice(0, anna, minute(40));
    reply.is_automatic = false;
    reply.kind = NoticeKind::confirmation;
    add(reply);
    add(a_notice(0, "bert@example.org", minute(40)));
    EXPECT_EQ(automatic(anna, minute(0)), 5);
    EXPECT_EQ(automatic(anna, minute(10)), 4);
    EXPECT_EQ(automatic(anna, minute(0), tickets_[0]), 3);
    EXPECT_EQ(automatic(anna, minute(30), tickets_[0]), 1);
    EXPECT_EQ(automatic("carla@example.org", minute(0)), 0);
    auto const of_desk = [&](Instant since) {
        return must_have(read([&](store::ReadTxn& txn) { return store::count_automatic_of_desk(txn, since); }));
    };
    EXPECT_EQ(of_desk(minute(0)), 5);
    EXPECT_EQ(of_desk(minute(20)), 4);
    EXPECT_EQ(
        must_have(store().read(other_scope(),
                               [&](store::ReadTxn& txn) { return store::count_automatic(txn, anna, minute(0), {}); })),
        0);
}

TEST_P(Outbox, KnowsItsOwnMessages) {
    auto notice = a_notice(3, "anna@example.org");
    notice.message_id = "<n.1@desk.example>";
    notice = add(notice);
    add(a_notice(4, "anna@example.org"));
    auto const find = [&](std::string_view id) {
        return must_have(read([&](store::ReadTxn& txn) { return store::find_sent(txn, id); }));
    };
    ASSERT_TRUE(find("<n.1@desk.example>"));
    EXPECT_EQ(find("<n.1@desk.example>")->ticket, tickets_[3]);
    EXPECT_EQ(find("<n.1@desk.example>")->notice, notice.id);
    EXPECT_EQ(find("<n.1@desk.example>")->to_address, "anna@example.org");
    EXPECT_FALSE(find("<n.2@desk.example>"));
    EXPECT_FALSE(find("")) << "though one notice has none";
}

TEST_P(Outbox, TellsItsState) {
    auto const state = [&] { return must_have(read([](store::ReadTxn& txn) { return store::outbox_state(txn); })); };
    EXPECT_EQ(state().waiting, 0);
    for (int i = 0; i < 4; ++i) add(a_notice(i, "a@example.org"));
    auto const ids = claim(minute(1));
    sent(ids[0], minute(2));
    failed(ids[1], std::nullopt);
    failed(ids[0], std::nullopt);
    EXPECT_FALSE(get(ids[0]).is_dead) << "it was sent; another worker's failure comes late";
    EXPECT_EQ(state().waiting, 2);
    EXPECT_EQ(state().dead, 1);
    auto const missing = write([](store::WriteTxn& txn) { return store::mark_sent(txn, NoticeId{99}, minute(1)); });
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, "notice.missing");
}

TEST_P(Outbox, ReplacesTheTimersOfATicket) {
    auto const [one, two] = std::pair(tickets_[0], tickets_[1]);
    auto const set = [&](TicketId ticket, std::vector<domain::Timer> const& timers) {
        must_have(write([&](store::WriteTxn& txn) { return store::set_timers(txn, ticket, timers); }));
    };
    auto const list = [&](TicketId ticket) {
        return must_have(read([&](store::ReadTxn& txn) { return store::list_timers(txn, ticket); }));
    };
    std::vector<domain::Timer> const first = {{one, TimerKind::first_reply_warning, minute(5)},
                                              {one, TimerKind::first_reply_breach, minute(9)}};
    std::vector<domain::Timer> const second = {{one, TimerKind::first_reply_breach, minute(7)},
                                               {one, TimerKind::close, minute(8)}};
    set(one, first);
    set(two, {{two, TimerKind::close, minute(6)}});
    EXPECT_EQ(list(one), first);
    set(one, first);
    EXPECT_EQ(list(one), first);
    set(one, second);
    EXPECT_EQ(list(one), second);
    EXPECT_EQ(list(two).size(), 1u);
    set(one, {});
    EXPECT_TRUE(list(one).empty());
}

TEST_P(Outbox, FiresTimersSoonestFirst) {
    auto const one = tickets_[0];
    auto const two = tickets_[1];
    must_have(write([&](store::WriteTxn& txn) -> Result<void> {
        CHECK_OK(store::set_timers(txn, one,
                                   {{one, TimerKind::close, minute(5)}, {one, TimerKind::solution_breach, minute(3)}}));
        return store::set_timers(txn, two, {{two, TimerKind::close, minute(4)}});
    }));
    auto const due = [&](Instant now, int limit) {
        return must_have(read([&](store::ReadTxn& txn) { return store::due_timers(txn, now, limit); }));
    };
    auto const next = [&] { return must_have(read([](store::ReadTxn& txn) { return store::next_timer_at(txn); })); };
    EXPECT_EQ(next(), minute(3));
    EXPECT_TRUE(due(minute(2), 10).empty());
    EXPECT_EQ(due(minute(4), 10), (std::vector<domain::Timer>{{one, TimerKind::solution_breach, minute(3)},
                                                              {two, TimerKind::close, minute(4)}}));
    EXPECT_EQ(due(minute(9), 1).size(), 1u);
    must_have(write(
        [&](store::WriteTxn& txn) { return store::remove_timer(txn, {one, TimerKind::solution_breach, minute(2)}); }));
    EXPECT_EQ(next(), minute(3)) << "it was set anew meanwhile";
    must_have(write(
        [&](store::WriteTxn& txn) { return store::remove_timer(txn, {one, TimerKind::solution_breach, minute(3)}); }));
    EXPECT_EQ(next(), minute(4));
    EXPECT_EQ(must_have(store().read(other_scope(), [](store::ReadTxn& txn) { return store::next_timer_at(txn); })),
              std::nullopt);
}

// As desk/fire_timers does it: everybody sees all of them due, and takes what nobody else has taken.
TEST_P(Outbox, LetOneOfManyTakeATimer) {
    std::vector<domain::Timer> timers;
    for (auto const ticket : {tickets_[0], tickets_[1]})
        for (int kind = 0; kind < 10; ++kind) timers.push_back({ticket, static_cast<TimerKind>(kind), minute(kind)});
    must_have(write([&](store::WriteTxn& txn) -> Result<void> {
        for (auto const ticket : {tickets_[0], tickets_[1]}) {
            std::vector<domain::Timer> own;
            std::ranges::copy_if(timers, std::back_inserter(own), [&](auto const& t) { return t.ticket == ticket; });
            CHECK_OK(store::set_timers(txn, ticket, own));
        }
        return {};
    }));
    std::atomic<int> ready = 0;
    std::atomic<int> taken = 0;
    std::vector<std::thread> nodes;
    for (int i = 0; i < 6; ++i) {
        nodes.emplace_back([&] {
            ++ready;
            while (ready < 6) std::this_thread::yield();
            int const mine = must_have(write([&](store::WriteTxn& txn) -> Result<int> {
                TRY(auto const due, store::due_timers(txn, minute(60), 100));
                int count = 0;
                for (auto const& timer : due) {
                    TRY(bool const is_mine, store::remove_timer(txn, timer));
                    count += is_mine ? 1 : 0;
                }
                return count;
            }));
            taken += mine;
        });
    }
    for (auto& node : nodes) node.join();
    EXPECT_EQ(taken, 20);
}

// The loop guard's cap as desk/commit_settlement keeps it: lock the customer, count, write. Each begins with all at once.
TEST_P(Outbox, CountTheSameForAllWhoLockTheCustomerFirst) {
    constexpr int kCap = 3;
    domain::Customer wanted;
    wanted.email = "anna@customer.example";
    auto const customer = must_have(write([&](store::WriteTxn& txn) { return store::add_customer(txn, wanted); })).id;
    std::atomic<int> ready = 0;
    std::vector<std::thread> writers;
    for (int i = 0; i < 12; ++i) {
        writers.emplace_back([&, i] {
            ++ready;
            while (ready < 12) std::this_thread::yield();
            must_have(write([&](store::WriteTxn& txn) -> Result<void> {
                CHECK_OK(store::lock_customer(txn, customer));
                TRY(auto const sent, store::count_automatic(txn, wanted.email, minute(-60), {}));
                if (sent >= kCap) return {};
                TRY([[maybe_unused]] auto stored, store::add_notice(txn, a_notice(i, wanted.email)));
                return {};
            }));
        });
    }
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(automatic(wanted.email, minute(-60)), kCap);
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::get_customer(txn, customer); })).version, 1);
    auto const missing = write([](store::WriteTxn& txn) { return store::lock_customer(txn, domain::CustomerId{99}); });
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, "customer.missing");
}

}  // namespace
}  // namespace lotse::testing
