// SPDX-License-Identifier: Apache-2.0
// By when: from the desk's own past to what a customer reads, what is measured, and what is taken back.
#include "desk/promises.h"

#include "desk/decide_promises.h"
#include "desk/fire_timers.h"
#include "desk/housekeeping.h"
#include "store/promises.h"
#include "store/tickets.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::Awaited;
using domain::PromiseState;
using std::chrono::hours;
using std::chrono::minutes;

class Promises : public DeskTest {
  protected:
    // So many tickets of the last six working days, opened before ten, answered after one to three hours and solved three
    // hours later, all within office hours.
    void live(int count) {
        auto const first = accept(mail("past@customer.example", "Past", "Something"));
        settle();
        auto const like = view(first.ticket).ticket;
        need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
            for (int i = 0; i < count; ++i) {
                auto ticket = like;
                ticket.status = domain::Status::closed;
                constexpr std::array kDaysAgo{1, 2, 5, 6, 7, 8};
                ticket.created_at =
                    clock_.now() - std::chrono::days{kDaysAgo[static_cast<std::size_t>(i) % 6]} - minutes{i * 7 % 60};
                ticket.first_reply_at = ticket.created_at + hours{1} + minutes{12 * (i % 10)};
                ticket.solved_at = ticket.closed_at = *ticket.first_reply_at + hours{3};
                TRY([[maybe_unused]] auto added, store::add_ticket(txn, ticket));
            }
            return {};
        }));
        need(desk::learn_promises(*desk_, *scope_));
    }
    domain::TicketId ask(std::string from = "grace@customer.example") {
        auto const made = accept(mail(std::move(from), "No network", "The network is down in room 4."));
        settle();
        return made.ticket;
    }
    domain::Promise promise(domain::TicketId ticket, Awaited what) {
        for (auto const& one : view(ticket).promises)
            if (one.what == what) return one;
        ADD_FAILURE() << "nothing is promised";
        return {};
    }
    void answer(domain::TicketId id) {
        need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
            TRY(auto ticket, store::get_ticket(txn, id));
            ticket.first_reply_at = clock_.now();
            TRY([[maybe_unused]] auto done, store::update_ticket(txn, ticket));
            domain::Event event;
            event.ticket = id;
            event.kind = domain::EventKind::agent_replied;
            event.at = clock_.now();
            event.needs_settling = true;
            TRY([[maybe_unused]] auto stored, store::add_event(txn, event));
            return {};
        }));
        settle();
    }
    void set_standing(Awaited what, desk::PromiseStanding standing) {
        need(store_->write(*scope_, [&](store::WriteTxn& txn) {
            auto book = *desk::read_promise_book(txn);
            book.standings[static_cast<std::size_t>(what)] = standing;
            return desk::write_standings(txn, book);
        }));
        models_.drop_promises(tenant_.id);
    }
};

TEST_F(Promises, AreToldInTheConfirmation) {
    live(200);
    auto const id = ask();
    auto const reply = promise(id, Awaited::first_reply);
    EXPECT_GE(reply.until, clock_.now() + hours{2});
    EXPECT_LE(reply.until, clock_.now() + hours{4});
    EXPECT_EQ(reply.until.time_since_epoch() % minutes{15}, Duration::zero()) << "rounded up";
    EXPECT_TRUE(reply.is_told);
    EXPECT_GE(reply.history, 100);
    auto const notices = notices_to(id, "grace@customer.example");
    ASSERT_EQ(notices.size(), 1U);
    auto const& text = notices[0].text;
    EXPECT_NE(text.find("In 9 of 10 cases like this our first answer comes by Wednesday, 4 March, "), std::string::npos)
        << text;
    EXPECT_NE(text.find("9 of 10 are solved by Wednesday, 4 March, "), std::string::npos) << text;
}

TEST_F(Promises, SayThePolicysTargetWhereHistoryIsShort) {
    live(20);
    auto const id = ask();
    EXPECT_TRUE(view(id).promises.empty());
    auto const text = notices_to(id, "grace@customer.example").at(0).text;
    EXPECT_EQ(text.find("9 of 10"), std::string::npos) << text;
}

TEST_F(Promises, AreKeptWhenTheAnswerComesInTime) {
    live(200);
    auto const id = ask();
    clock_.advance(minutes{90});
    answer(id);
    auto const reply = promise(id, Awaited::first_reply);
    EXPECT_EQ(reply.state, PromiseState::kept);
    EXPECT_EQ(reply.settled_at, clock_.now());
    EXPECT_EQ(promise(id, Awaited::solution).state, PromiseState::open);
}

TEST_F(Promises, AreMissedWhenItDoesNot) {
    live(200);
    auto const id = ask();
    auto const told = promise(id, Awaited::first_reply).told_until;
    clock_.set(told + minutes{1});
    need(desk::judge_promises(*desk_, *scope_));
    EXPECT_EQ(promise(id, Awaited::first_reply).state, PromiseState::missed);
    answer(id);
    EXPECT_EQ(promise(id, Awaited::first_reply).state, PromiseState::missed) << "late is late";
}

TEST_F(Promises, AreNotShortenedWhileTheStatusStays) {
    live(200);
    auto const id = ask();
    auto const before = promise(id, Awaited::solution).until;
    clock_.advance(hours{3});
    accept(mail("grace@customer.example", "Re: No network", "Any news?"));
    answer(id);
    auto const after = promise(id, Awaited::solution);
    EXPECT_GE(after.until, before);
    EXPECT_EQ(after.told_until, before) << "what was said first is what counts";
}

TEST_F(Promises, AreMeasuredAndNotToldOnceWithdrawn) {
    live(200);
    desk::PromiseStanding withdrawn;
    withdrawn.may_tell = false;
    set_standing(Awaited::first_reply, withdrawn);
    set_standing(Awaited::solution, withdrawn);
    auto const id = ask();
    EXPECT_FALSE(promise(id, Awaited::first_reply).is_told);
    EXPECT_EQ(notices_to(id, "grace@customer.example").at(0).text.find("9 of 10"), std::string::npos);
    EXPECT_EQ(desk::told_promise(view(id).promises, Awaited::first_reply, clock_.now()), nullptr);
}

// Sixty that nobody kept take the right away; once the sixty of a later month were kept, it is back.
TEST_F(Promises, AreWithdrawnAndToldAgainByWhatWasKept) {
    live(40);
    auto const put = [&](PromiseState state) {
        need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
            TRY(auto const any, store::get_ticket(txn, domain::TicketId{1}));
            for (int i = 0; i < 60; ++i) {
                TRY(auto const ticket, store::add_ticket(txn, any));
                domain::Promise one;
                one.ticket = ticket.id;
                one.made_at = clock_.now() - hours{9};
                one.told_until = one.until = clock_.now() - hours{1};
                one.state = state;
                one.settled_at = clock_.now();
                CHECK_OK(store::put_promise(txn, one));
            }
            return {};
        }));
        need(desk::judge_promises(*desk_, *scope_));
        return need(desk::promise_book(*desk_, *scope_))->standing(Awaited::first_reply);
    };
    EXPECT_FALSE(put(PromiseState::missed).may_tell);
    clock_.advance(hours{24 * 31});
    auto const again = put(PromiseState::kept);
    EXPECT_TRUE(again.may_tell);
    EXPECT_EQ(again.due, 60);
    EXPECT_EQ(again.kept, 60);
    EXPECT_EQ(again.since, clock_.now());
}

// Fires the timers that are due and gives what the customer was told of a delay.
std::vector<std::string> delays(std::vector<domain::Notice> const& notices) {
    std::vector<std::string> out;
    for (auto const& one : notices)
        if (one.kind == domain::NoticeKind::delayed) out.push_back(one.text);
    return out;
}

TEST_F(Promises, ADelayIsToldOnceBeforeTheTimePasses) {
    live(200);
    auto const id = ask();
    auto const told = promise(id, Awaited::first_reply).told_until;
    clock_.set(told - minutes{20});
    need(desk::fire_timers(*desk_, *scope_, 100));
    settle();
    EXPECT_TRUE(delays(notices_to(id, "grace@customer.example")).empty()) << "too early";
    clock_.set(told - minutes{5});
    for (int i = 0; i < 3; ++i) {
        need(desk::fire_timers(*desk_, *scope_, 100));
        settle();
    }
    auto const said = delays(notices_to(id, "grace@customer.example"));
    ASSERT_EQ(said.size(), 1U);
    EXPECT_NE(said[0].find("usually have a first answer by Wednesday, 4 March, "), std::string::npos) << said[0];
    accept(mail("grace@customer.example", "Re: No network", "Still waiting"));
    settle();
    clock_.set(told - minutes{1});
    need(desk::fire_timers(*desk_, *scope_, 100));
    settle();
    EXPECT_EQ(delays(notices_to(id, "grace@customer.example")).size(), 1U) << "a promise is broken once";
}

TEST_F(Promises, NoDelayIsToldWhereTheAnswerHasComeOrTheCustomerIsAsked) {
    live(200);
    auto const answered = ask();
    auto const asked = ask("ada@customer.example");
    auto const told = promise(asked, Awaited::first_reply).told_until;
    clock_.advance(minutes{30});
    answer(answered);
    need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto ticket, store::get_ticket(txn, asked));
        ticket.status = domain::Status::waiting;
        TRY([[maybe_unused]] auto done, store::update_ticket(txn, ticket));
        return {};
    }));
    clock_.set(told - minutes{5});
    need(desk::fire_timers(*desk_, *scope_, 100));
    settle();
    EXPECT_TRUE(delays(notices_to(answered, "grace@customer.example")).empty());
    EXPECT_TRUE(delays(notices_to(asked, "ada@customer.example")).empty());
}

TEST_F(Promises, NoDelayIsToldWhereTheDeskDoesNotWantIt) {
    live(200);
    auto const id = ask();
    auto const told = promise(id, Awaited::first_reply).told_until;
    need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto settings, store::read_settings(txn));
        settings.tells_delays = false;
        return store::write_settings(txn, settings);
    }));
    setups_.drop(tenant_.id);
    clock_.set(told - minutes{5});
    need(desk::fire_timers(*desk_, *scope_, 100));
    settle();
    EXPECT_TRUE(delays(notices_to(id, "grace@customer.example")).empty());
}

TEST_F(Promises, AreMadeByTheNightlyFitOfTheHouse) {
    live(200);
    need(desk::keep_house(*desk_));
    EXPECT_GE(need(desk::promise_book(*desk_, *scope_))->model(Awaited::solution).ended(), 100);
}

TEST(PromiseStanding, NeedsFiftyThatCameDueAndMoreThanChance) {
    auto const judged = [](std::int64_t kept, std::int64_t due, bool before) {
        desk::PromiseStanding one;
        one.may_tell = before;
        one.due = due;
        one.kept = kept;
        return desk::judge_standing(one, instant(1)).may_tell;
    };
    EXPECT_TRUE(judged(0, 49, true)) << "too few to say";
    EXPECT_FALSE(judged(49, 49, false));
    EXPECT_TRUE(judged(42, 50, true)) << "84 of a hundred, but 90 may be the truth";
    EXPECT_FALSE(judged(160, 200, true));
    EXPECT_TRUE(judged(172, 200, true)) << "86 of a hundred are near enough";
    EXPECT_FALSE(judged(172, 200, false)) << "and too few to come back";
    EXPECT_TRUE(judged(182, 200, false));
}

TEST(ToldTime, IsRoundedUpAndNeverBeforeNow) {
    auto const always = domain::always_open();
    auto const from = *parse_rfc3339("2026-03-04T09:07:00Z");
    EXPECT_EQ(desk::told_time(always, from, minutes{50}, from), *parse_rfc3339("2026-03-04T10:00:00Z"));
    EXPECT_EQ(desk::told_time(always, from, minutes{54}, from), *parse_rfc3339("2026-03-04T10:15:00Z"));
    EXPECT_EQ(desk::told_time(always, from, hours{5}, from), *parse_rfc3339("2026-03-04T15:00:00Z"));
    EXPECT_EQ(desk::told_time(always, from, {}, from + hours{2}), *parse_rfc3339("2026-03-04T11:15:00Z"));
    EXPECT_EQ(desk::told_time(domain::Calendar{}, from, hours{1}, from), std::nullopt) << "never open";
}

}  // namespace
}  // namespace lotse
