// SPDX-License-Identifier: Apache-2.0
// A question about the desk as a job, and the history that it rests on.
#include "desk/simulation.h"

#include <algorithm>

#include "desk/past_settings.h"
#include "desk/queues.h"
#include "desk/simulation_jobs.h"
#include "store/events.h"
#include "store/roster.h"
#include "store/tickets.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::SimulationState;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

class Simulation : public DeskTest {
  protected:
    // A working day at a time: `a_day` tickets, one every half hour from nine, answered after `wait` and solved with it.
    void live(int weeks, int a_day, Duration wait, domain::AgentId agent) {
        auto const begin = std::chrono::floor<days>(clock_.now());
        need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
            TRY(auto const queues, store::list_queues(txn));
            for (int day = 0; day < 7 * weeks; ++day) {
                auto const at = begin + days{day};
                if (std::chrono::weekday{at}.iso_encoding() >= 6) continue;
                for (int i = 0; i < a_day; ++i)
                    CHECK_OK(one(txn, queues.front().id, at + hours{8} + minutes{30 * i}, wait, agent));
            }
            return {};
        }));
        clock_.set(begin + days{7 * weeks});
    }
    domain::SimulationQuestion question() const {
        domain::SimulationQuestion out;
        out.weeks = 10;
        out.runs = 20;
        out.days = 14;
        return out;
    }

  private:
    static Result<void> one(store::WriteTxn& txn, domain::QueueId queue, Instant at, Duration wait,
                            domain::AgentId agent) {
        domain::Ticket ticket;
        ticket.subject = "Case";
        ticket.status = domain::Status::solved;
        ticket.queue = queue;
        ticket.agent = agent;
        ticket.created_at = at;
        ticket.first_reply_at = ticket.solved_at = at + wait;
        TRY(ticket, store::add_ticket(txn, ticket));
        domain::Event event;
        event.ticket = ticket.id;
        event.kind = domain::EventKind::agent_replied;
        event.actor = domain::Actor::agent;
        event.agent = agent;
        event.at = at + wait;
        TRY([[maybe_unused]] auto const added, store::add_event(txn, event));
        return {};
    }
};

TEST_F(Simulation, LearnsPeopleHoursAndVisitsFromTheLog) {
    auto const ola = add_agent("Ola Lis");
    add_agent("Nobody Here");
    live(9, 10, minutes{25}, ola.id);
    auto const read = need(desk::read_desk_model(*desk_, *scope_, 10));
    EXPECT_EQ(read.model.past.size(), 450U);
    EXPECT_FALSE(read.basis.has_booked_time);
    EXPECT_GE(read.basis.idle, 1U);
    auto const person = std::ranges::find(read.model.people, ola.id, [](auto const& each) { return each.agent.id; });
    ASSERT_NE(person, read.model.people.end());
    ASSERT_TRUE(person->usual.days[0]);
    EXPECT_FALSE(person->usual.days[6]);
    EXPECT_NEAR(person->usual.attendance, 1, 0.15);
    EXPECT_EQ(read.model.past[0].visits.size(), 1U);
    EXPECT_EQ(read.model.past[0].reply_visit, 0U);
}

TEST_F(Simulation, TakesHoursFromTheRosterWhereThereAreSome) {
    auto const ola = add_agent("Ola Lis");
    domain::WorkPattern pattern{ola.id, 0, "UTC", {}};
    for (std::size_t day = 0; day < 5; ++day) pattern.week[day] = {{540, 720}, {780, 1020}};
    need(store_->write(*scope_, [&](store::WriteTxn& txn) { return store::put_pattern(txn, pattern); }));
    live(9, 10, minutes{25}, ola.id);
    auto const read = need(desk::read_desk_model(*desk_, *scope_, 10));
    EXPECT_EQ(read.basis.on_roster, 1U);
    auto const person = std::ranges::find(read.model.people, ola.id, [](auto const& each) { return each.agent.id; });
    ASSERT_NE(person, read.model.people.end());
    EXPECT_TRUE(person->is_on_roster);
    // Two stretches a working day, of nine weeks behind and thirteen ahead.
    EXPECT_NEAR(static_cast<double>(person->shifts.size()), 2 * 5 * 22, 10);
    for (auto const& shift : person->shifts) EXPECT_LE(shift.to - shift.from, hours{4});
}

// A queue that was switched to pull today lived the weeks before on push, and the audit list knows.
TEST_F(Simulation, LivesThePastWithTheSettingsOfThen) {
    auto const ola = add_agent("Ola Lis");
    live(9, 10, minutes{25}, ola.id);
    auto const queue = need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::list_queues(txn); })).front();
    auto principal = as(ola.id);
    auto note = std::make_shared<domain::CallNote>();
    note->at = clock_.now();
    note->action = "patch_queue";
    note->object_kind = "queue";
    note->object_id = queue.id.value;
    note->changes = R"([{"field":"assignment","from":"push","to":"pull"},{"field":"hands_out_below","from":7,"to":2},)"
                    R"({"field":"name","from":null,"to":"x"}])";
    principal.scope.record_as(note);
    desk::QueueFields fields;
    fields.assignment = domain::Assignment::pull;
    fields.hands_out_below = 2;
    need(desk::change_queue(*desk_, principal, queue.id, 0, fields));
    auto const read = need(desk::read_desk_model(*desk_, *scope_, 10));
    ASSERT_EQ(read.model.past_queues.size(), read.model.queues.size());
    EXPECT_EQ(read.model.queues.front().assignment, domain::Assignment::pull);
    EXPECT_EQ(read.model.past_queues.front().assignment, domain::Assignment::push);
    EXPECT_EQ(read.model.past_queues.front().hands_out_below, 7);
    auto const since = need(desk::queues_as_of(*desk_, *scope_, read.model.queues, clock_.now() + minutes{1}));
    EXPECT_EQ(since.front().assignment, domain::Assignment::pull);
}

TEST_F(Simulation, TellsWhatIfOnlyOfADeskThatItCanBring) {
    auto const ola = add_agent("Ola Lis");
    live(9, 10, minutes{25}, ola.id);
    auto asked = question();
    asked.what.volume.push_back({{}, {}, 1.5});
    auto const told = need(desk::simulate(*desk_, *scope_, asked));
    EXPECT_EQ(told.test.verdict == insight::Verdict::believable, told.what_if.has_value());
    EXPECT_GE(told.test.headlines.size(), 4U);
    auto const json = desk::to_json(told);
    EXPECT_EQ(json.at("test").at("headlines").as_array().size(), told.test.headlines.size());
}

TEST_F(Simulation, OfADeskWithoutHistorySaysSo) {
    add_agent("Ola Lis");
    auto const told = need(desk::simulate(*desk_, *scope_, question()));
    EXPECT_EQ(told.test.verdict, insight::Verdict::too_little_history);
    EXPECT_FALSE(told.what_if);
}

TEST_F(Simulation, IsAJobThatIsAnsweredStoppedOrRefused) {
    auto const ola = add_agent("Ola Lis");
    auto const by = as(ola.id);
    auto const first = need(desk::ask_simulation(*desk_, by, question(), {})).value;
    auto const second = need(desk::ask_simulation(*desk_, by, question(), {})).value;
    EXPECT_EQ(need(desk::stop_simulation(*desk_, *scope_, second.id)).state, SimulationState::stopped);
    while (need(desk::run_simulation_step(*desk_))) {
    }
    auto const done = need(desk::get_simulation(*desk_, *scope_, first.id));
    EXPECT_EQ(done.state, SimulationState::done);
    EXPECT_EQ(done.asked_by, ola.id);
    EXPECT_NE(done.answer.find("too_little_history"), std::string::npos);
    EXPECT_EQ(need(desk::get_simulation(*desk_, *scope_, second.id)).state, SimulationState::stopped);
    EXPECT_EQ(need(desk::list_simulations(*desk_, *scope_)).size(), 2U);
    auto wrong = question();
    wrong.what.add.push_back({domain::AgentId(999), 1, {}, {}, {}});
    EXPECT_EQ(desk::ask_simulation(*desk_, by, wrong, {}).error().field, "/what/add/0/like");
    wrong = question();
    wrong.runs = 3;
    EXPECT_EQ(desk::ask_simulation(*desk_, by, wrong, {}).error().field, "/runs");
}

TEST_F(Simulation, CutOffByTheEndOfTheProgramItBeginsAnew) {
    auto const asked = need(desk::ask_simulation(*desk_, as({}), question(), {})).value;
    std::stop_source stop;
    desk_->stopping = stop.get_token();
    stop.request_stop();
    EXPECT_FALSE(need(desk::run_simulation_step(*desk_)));
    EXPECT_EQ(need(desk::get_simulation(*desk_, *scope_, asked.id)).state, SimulationState::waiting);
    desk_->stopping = {};
    EXPECT_TRUE(need(desk::run_simulation_step(*desk_)));
    EXPECT_EQ(need(desk::get_simulation(*desk_, *scope_, asked.id)).state, SimulationState::done);
}

}  // namespace
}  // namespace lotse
