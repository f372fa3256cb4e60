// SPDX-License-Identifier: Apache-2.0
#include "store/roster.h"

#include "contract/support/samples.h"
#include "store/agents.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;

class RosterRepository : public OnEachStore {
  protected:
    domain::AgentId agent(std::string email = "anna@team.example") {
        return must_have(write([&](store::WriteTxn& txn) {
                   domain::Agent one;
                   one.name = "Anna";
                   one.email = std::move(email);
                   return store::add_agent(txn, one);
               }))
            .id;
    }
    template <class F>
    std::string code_of(F&& fn) {
        auto const result = write(std::forward<F>(fn));
        return result ? "ok" : result.error().code;
    }
    static local_days day(int number) { return local_days{days{20'000 + number}}; }
    domain::RosterRows rows() {
        return must_have(read([&](store::ReadTxn& txn) { return store::read_roster(txn, day(0), day(7)); }));
    }
    std::int64_t revision() {
        return must_have(read([](store::ReadTxn& txn) { return store::roster_revision(txn); }));
    }
};

TEST_P(RosterRepository, KeepsShiftsByNameAndVersion) {
    auto const before = revision();
    auto shift = must_have(
        write([](store::WriteTxn& txn) { return store::add_shift(txn, {{}, 1, "Early", {{360, 600}, {630, 870}}}); }));
    EXPECT_GT(revision(), before);
    EXPECT_EQ(code_of([](store::WriteTxn& txn) { return store::add_shift(txn, {{}, 1, "Early", {{1, 2}}}); }),
              "shift.name_taken");
    shift.hours = {{1320, 1800}};
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::update_shift(txn, shift); }), "ok");
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::update_shift(txn, shift); }), "shift.stale_version");
    auto const stored = must_have(read([&](store::ReadTxn& txn) { return store::get_shift(txn, shift.id); }));
    EXPECT_EQ(stored.hours, shift.hours);
    EXPECT_EQ(stored.version, 2);
}

TEST_P(RosterRepository, KeepsAWeekAPersonAndCountsItsVersions) {
    auto const anna = agent();
    domain::WorkPattern pattern{anna, 0, "Europe/Warsaw", {}};
    pattern.week[4] = {{480, 720}, {750, 990}};
    EXPECT_EQ(must_have(write([&](store::WriteTxn& txn) { return store::put_pattern(txn, pattern); })).version, 1);
    pattern.version = 7;
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::put_pattern(txn, pattern); }), "hours.stale_version");
    pattern.version = 1;
    EXPECT_EQ(must_have(write([&](store::WriteTxn& txn) { return store::put_pattern(txn, pattern); })).version, 2);
    auto const found = must_have(read([&](store::ReadTxn& txn) { return store::find_pattern(txn, anna); }));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->week, pattern.week);
    EXPECT_EQ(found->time_zone, "Europe/Warsaw");
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::remove_pattern(txn, anna); }), "ok");
    EXPECT_FALSE(must_have(read([&](store::ReadTxn& txn) { return store::find_pattern(txn, anna); })));
}

TEST_P(RosterRepository, AShiftThatGoesTakesItsDatesAlong) {
    auto const anna = agent();
    auto const shift =
        must_have(write([](store::WriteTxn& txn) { return store::add_shift(txn, {{}, 1, "Late", {{780, 1260}}}); }));
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) -> Result<void> {
                  CHECK_OK(store::put_roster_day(txn, anna, day(1), domain::ShiftId{}));
                  CHECK_OK(store::put_roster_day(txn, anna, day(1), shift.id));
                  CHECK_OK(store::put_roster_day(txn, anna, day(2), domain::ShiftId{}));
                  return store::put_roster_day(txn, anna, day(7), shift.id);
              }),
              "ok");
    auto const planned = rows();
    ASSERT_EQ(planned.days.size(), 2U);  // the eighth day lies behind the end
    EXPECT_EQ(planned.days[0].shift, shift.id);
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::remove_shift(txn, shift.id); }), "ok");
    EXPECT_EQ(rows().days.size(), 1U);
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::put_roster_day(txn, anna, day(2), std::nullopt); }),
              "ok");
    EXPECT_TRUE(rows().days.empty());
}

TEST_P(RosterRepository, KeepsAbsencesAndThoseOfAFeedGoTogether) {
    auto const anna = agent();
    domain::Absence absence{
        {}, 1, anna, domain::AbsenceKind::training, domain::LocalTime{day(2)} + hours{12}, day(3), kHostile, ""};
    absence = must_have(write([&](store::WriteTxn& txn) { return store::add_absence(txn, absence); }));
    auto other = absence;
    other.source = "feed:1";
    must_have(write([&](store::WriteTxn& txn) { return store::add_absence(txn, other); }));
    EXPECT_EQ(rows().absences.size(), 2U);
    auto const stored = must_have(read([&](store::ReadTxn& txn) { return store::get_absence(txn, absence.id); }));
    EXPECT_EQ(stored.from, absence.from);
    EXPECT_EQ(stored.until, absence.until);
    EXPECT_EQ(stored.note, kHostile);
    EXPECT_EQ(stored.kind, domain::AbsenceKind::training);
    absence.until = domain::LocalTime{day(5)};
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::update_absence(txn, absence); }), "ok");
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::update_absence(txn, absence); }),
              "absence.stale_version");
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::remove_absences_from(txn, anna, "feed:1"); }), "ok");
    auto const left = must_have(
        read([&](store::ReadTxn& txn) { return store::list_absences(txn, anna, domain::LocalTime{day(0)}); }));
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].id, absence.id);
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::remove_absence(txn, absence.id); }), "ok");
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::remove_absence(txn, absence.id); }), "absence.missing");
}

TEST_P(RosterRepository, ForgetsAnAvailabilityThatSaysNothing) {
    auto const anna = agent();
    domain::Availability one{anna, instant(5), domain::Restriction::only_urgent, std::nullopt};
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::put_availability(txn, one); }), "ok");
    auto const found = must_have(read([&](store::ReadTxn& txn) { return store::find_availability(txn, anna); }));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->flips_at, instant(5));
    EXPECT_EQ(found->restriction, domain::Restriction::only_urgent);
    one.flips_at.reset();
    one.restriction = domain::Restriction::none;
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::put_availability(txn, one); }), "ok");
    EXPECT_FALSE(must_have(read([&](store::ReadTxn& txn) { return store::find_availability(txn, anna); })));
}

TEST_P(RosterRepository, ShowsNothingToAnotherDesk) {
    auto const anna = agent();
    must_have(write([](store::WriteTxn& txn) { return store::add_shift(txn, {{}, 1, "Early", {{1, 2}}}); }));
    must_have(write([&](store::WriteTxn& txn) { return store::put_pattern(txn, {anna, 0, "UTC", {}}); }));
    auto const seen = must_have(
        store().read(other_scope(), [](store::ReadTxn& txn) { return store::read_roster(txn, day(0), day(7)); }));
    EXPECT_TRUE(seen.shifts.empty());
    EXPECT_TRUE(seen.patterns.empty());
}

LOTSE_ON_EACH_STORE(RosterRepository);

}  // namespace
}  // namespace lotse::testing
