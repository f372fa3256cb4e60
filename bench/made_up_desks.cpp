// SPDX-License-Identifier: Apache-2.0
#include "bench/made_up_desks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <queue>
#include <random>
#include <set>

#include "domain/calendar.h"
#include "insight/pace.h"

namespace lotse::bench {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using namespace insight;

constexpr Instant kMonday = instant(1'799'625'600'000'000);  // 2027-01-11T00:00Z
constexpr int kBegin = 8 * 60;
constexpr int kEnd = 18 * 60;
constexpr std::array<int, 4> kReplyHours{16, 8, 4, 1};  // by Priority
constexpr std::array<int, 4> kSolveHours{60, 30, 16, 8};

Duration in_minutes(double count) { return Duration{static_cast<std::int64_t>(count * 60e6)}; }
int minute_of(Instant at) { return static_cast<int>((at - std::chrono::floor<days>(at)) / minutes{1}); }
bool is_workday(Instant at) { return std::chrono::weekday{std::chrono::floor<days>(at)}.iso_encoding() < 6; }

// The people's hours, written anew so that a fault of the calendar would show.
Instant opens_at(Instant at) {
    for (;;) {
        auto const day = std::chrono::floor<days>(at);
        if (!is_workday(at) || minute_of(at) >= kEnd) {
            at = day + days{1};
            continue;
        }
        return std::max(at, Instant(day + minutes{kBegin}));
    }
}
Instant after_hours(Instant at, Duration work) {
    for (;;) {
        at = opens_at(at);
        auto const left = std::chrono::floor<days>(at) + minutes{kEnd} - at;
        if (work <= left) return at + work;
        work -= left;
        at += left;
    }
}

struct Job {
    PastFacts facts;
    std::size_t queue = 0;
    Instant due{};
    std::size_t owner = SIZE_MAX;
    int visit = 0;
    bool is_asked = false;  // the first answer is a question
    bool is_open = true;
};

// One life of the desk, in events.
class Truth {
  public:
    explicit Truth(DeskTruth const& truth) : truth_(truth), random_(truth.seed * 7919 + 17) {
        begin_ = kMonday;
        end_ = begin_ + days{truth.days};
        late_ = end_ - days{28};
        absent_.resize(static_cast<std::size_t>(truth.people));
        busy_until_.resize(absent_.size(), begin_);
        waiting_.resize(absent_.size());
        for (auto& one : absent_)
            for (int day = 0; day < truth.days; ++day)
                if (unit() < truth.absent / 2) {
                    one.insert(day);
                    one.insert(day + 1);
                }
    }

    std::vector<Job> live() {
        come();
        while (!events_.empty() && events_.top().at < end_) {
            auto const event = events_.top();
            events_.pop();
            now_ = event.at;
            if (event.what == What::ready) {
                waiting_[jobs_[event.index].owner].insert({jobs_[event.index].due, event.index});
                look(jobs_[event.index].owner);
            } else if (event.what == What::look) {
                look(event.index);
            } else if (event.what == What::done) {
                done(event.index);
            } else if (event.what == What::written) {
                written(event.index);
            } else {
                place(event.index);
            }
        }
        return std::move(jobs_);
    }

  private:
    enum class What : std::uint8_t { come, written, done, ready, look };
    struct Event {
        Instant at{};
        std::uint64_t turn = 0;
        What what = What::come;
        std::size_t index = 0;
        bool operator>(Event const& other) const { return std::tie(at, turn) > std::tie(other.at, other.turn); }
    };

    double unit() { return std::uniform_real_distribution<double>(0, 1)(random_); }
    double wait(double mean) { return -mean * std::log(1 - unit()); }
    double factor() const { return now_ >= late_ ? truth_.late_factor : 1; }
    void push(Instant at, What what, std::size_t index) { events_.push({at, ++turns_, what, index}); }
    bool works_for(std::size_t person, std::size_t queue) const {
        auto const count = static_cast<std::size_t>(truth_.queues);
        return person % count == queue || (person % 3 == 0 && (person + 1) % count == queue);
    }

    void come() {
        int const count = static_cast<int>(truth_.tickets_a_day * truth_.days);
        std::vector<Instant> times;
        while (static_cast<int>(times.size()) < count) {
            auto const at = begin_ + in_minutes(unit() * truth_.days * 1440);
            int const hour = minute_of(at) / 60;
            double const by_day = is_workday(at) ? 1 : 0.12;
            double const by_hour = hour >= 6 && hour < 11    ? 1
                                   : hour >= 11 && hour < 16 ? 0.7
                                   : hour >= 16 && hour < 20 ? 0.25
                                                             : 0.05;
            if (unit() < by_day * by_hour) times.push_back(at);
        }
        std::ranges::sort(times);
        for (auto const at : times) {
            auto& job = jobs_.emplace_back();
            job.queue = static_cast<std::size_t>(unit() * truth_.queues);
            double const draw = unit();
            auto const priority = draw < 0.15 ? 0U : draw < 0.75 ? 1U : draw < 0.93 ? 2U : 3U;
            job.facts.kind = static_cast<std::uint32_t>(job.queue * 4 + priority);
            job.facts.opened_at = at;
            job.facts.requester = static_cast<std::int64_t>(unit() * 150) + 1;
            job.due = after_hours(at, hours{kReplyHours[priority]});
            job.is_asked = unit() < 0.5;
            push(at, What::come, jobs_.size() - 1);
        }
    }

    // Least open tickets among those of the queue.
    void place(std::size_t index) {
        auto& job = jobs_[index];
        std::vector<int> open(absent_.size());
        for (std::size_t i = 0; i < index; ++i)
            if (jobs_[i].is_open && jobs_[i].owner != SIZE_MAX) ++open[jobs_[i].owner];
        auto const before = job.owner;
        job.owner = SIZE_MAX;
        for (std::size_t person = 0; person < absent_.size(); ++person)
            if (person != before && works_for(person, job.queue) &&
                (job.owner == SIZE_MAX || open[person] < open[job.owner]))
                job.owner = person;
        if (job.owner == SIZE_MAX) job.owner = before;
        turn_to(index);
    }

    void turn_to(std::size_t index) {
        double const mean = unit() < truth_.long_share ? truth_.long_after : truth_.turns_after;
        push(after_hours(now_, in_minutes(1 + wait(mean) * factor())), What::ready, index);
    }

    void look(std::size_t person) {
        if (waiting_[person].empty() || busy_until_[person] > now_) return;
        auto const day = static_cast<int>((now_ - begin_) / days{1});
        auto const there = opens_at(now_);
        if (there > now_ || absent_[person].contains(day)) {
            auto const later = there > now_ ? there : opens_at(std::chrono::floor<days>(now_) + days{1});
            push(later, What::look, person);
            return;
        }
        auto const index = waiting_[person].begin()->second;
        waiting_[person].erase(waiting_[person].begin());
        std::normal_distribution<double> normal(0, 0.7);
        busy_until_[person] = now_ + in_minutes(truth_.touch_minutes * std::exp(normal(random_)) * factor());
        push(busy_until_[person], What::done, index);
    }

    void done(std::size_t index) {
        auto& job = jobs_[index];
        auto const who = static_cast<std::int64_t>(job.owner) + 1;
        auto const person = job.owner;
        job.facts.acts.push_back({now_, ActKind::replied, who});
        if (!job.facts.first_reply_at) job.facts.first_reply_at = now_;
        int const visit = job.visit++;
        if (visit == 0 && job.is_asked) {
            job.facts.acts.push_back({now_, ActKind::waiting, 0});
            push(now_ + in_minutes(10 + wait(150)), What::written, index);
        } else if (visit == 0 || unit() < 0.06) {
            if (unit() < 0.06) push(now_, What::come, index);  // passed on
            else push(after_hours(now_, in_minutes(3 + wait(300) * factor())), What::ready, index);
        } else {
            job.facts.acts.push_back({now_, ActKind::solved, who});
            job.facts.solved_at = now_;
            job.is_open = false;
            if (unit() < 0.04) push(now_ + in_minutes(wait(900)), What::written, index);
        }
        look(person);
    }

    void written(std::size_t index) {
        auto& job = jobs_[index];
        job.facts.acts.push_back({now_, job.is_open ? ActKind::customer_wrote : ActKind::reopened, 0});
        job.facts.solved_at.reset();
        job.is_open = true;
        job.due = after_hours(now_, hours{8});
        turn_to(index);
    }

    DeskTruth const& truth_;
    std::mt19937_64 random_;
    Instant begin_{};
    Instant end_{};
    Instant late_{};
    Instant now_{};
    std::uint64_t turns_ = 0;
    std::vector<Job> jobs_;
    std::vector<std::set<int>> absent_;
    std::vector<Instant> busy_until_;
    std::vector<std::set<std::pair<Instant, std::size_t>>> waiting_;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
};

domain::Calendar office() {
    auto out = domain::always_open();
    for (auto& day : out.week) day.clear();
    for (std::size_t day = 0; day < 5; ++day) out.week[day] = {{kBegin, kEnd}};
    return out;
}

DeskModel empty_model(DeskTruth const& truth) {
    DeskModel out;
    out.calendars = {office()};
    out.history_from = kMonday;
    out.now = kMonday + days{truth.days};
    for (int q = 0; q < truth.queues; ++q) {
        domain::Queue queue;
        queue.id = domain::QueueId(q + 1);
        out.queues.push_back(queue);
        for (std::size_t priority = 0; priority < 4; ++priority) {
            WorkKind kind;
            kind.queue = static_cast<std::size_t>(q);
            kind.requirement.queue = queue.id;
            kind.requirement.priority = static_cast<domain::Priority>(priority);
            kind.first_reply = hours{kReplyHours[priority]};
            kind.solution = hours{kSolveHours[priority]};
            out.kinds.push_back(kind);
        }
    }
    return out;
}

}  // namespace

DeskTruth truth_of(std::string_view family, std::uint64_t seed) {
    DeskTruth out;
    out.seed = seed;
    if (family == "demo") return out;
    std::mt19937_64 random(seed + 4242);
    auto const between = [&](double from, double to) {
        return std::exp(std::uniform_real_distribution<double>(std::log(from), std::log(to))(random));
    };
    out.people = static_cast<int>(between(4, 16));
    out.queues = std::max(1, out.people / 4);
    out.days = 7 * static_cast<int>(between(9, 20));
    out.touch_minutes = between(8, 25);
    double const load = between(0.1, 0.75);
    // Some 2.3 visits a ticket, of 1.28 medians each in the mean.
    out.tickets_a_day = std::min(150.0, load * out.people * 600 * 5 / 7 / (2.3 * 1.28 * out.touch_minutes));
    out.turns_after = between(10, 200);
    out.long_share = between(0.005, 0.1);
    out.long_after = out.turns_after * 8;
    out.absent = between(0.01, 0.12);
    return out;
}

DeskModel read_made_up(DeskTruth const& truth) {
    auto const jobs = Truth(truth).live();
    auto model = empty_model(truth);
    OpenClock const clock(model.calendars[0], model.history_from, model.now + days{1});
    std::map<std::int64_t, std::vector<Instant>> acts;
    std::vector<DoneVisit> visits;
    for (auto const& job : jobs) {
        auto facts = job.facts;
        facts.owner = job.owner == SIZE_MAX ? 0 : static_cast<std::int64_t>(job.owner) + 1;
        for (auto const& act : facts.acts)
            if (act.agent != 0) acts[act.agent].push_back(act.at);
        model.past.push_back(past_work(std::move(facts), clock, &visits));
    }
    std::erase_if(visits, [&](auto const& one) { return one.from >= model.now - days{28}; });
    learn_touches(model, std::move(visits));
    learn_pace(model, model.now - days{28});
    measure_waits(model);
    auto const zone = domain::Zone::find("UTC");
    for (int i = 0; i < truth.people; ++i) {
        ModelPerson one;
        one.agent.id = domain::AgentId(i + 1);
        for (int q = 0; q < truth.queues; ++q)
            if (i % truth.queues == q || (i % 3 == 0 && (i + 1) % truth.queues == q))
                one.agent.queues.emplace_back(q + 1);
        one.agent.capacity = 1000;
        learn_hours(one, acts[i + 1], *zone, model.history_from, model.now);
        model.people.push_back(std::move(one));
    }
    return model;
}

}  // namespace lotse::bench
