// SPDX-License-Identifier: Apache-2.0
#include "insight/past_work.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace lotse::insight {
namespace {

constexpr Duration kOneVisit = std::chrono::minutes{30};
constexpr Duration kOneStretch = std::chrono::minutes{60};
constexpr double kByChance = 0.01;
constexpr std::size_t kLeastSamples = 20;
constexpr double kUsualLogMean = 2.3;  // ten minutes
constexpr double kUsualLogSigma = 0.9;

bool is_work(Act const& act) {
    return act.kind == ActKind::replied || act.kind == ActKind::worked ||
           (act.kind == ActKind::solved && act.agent != 0);
}

void fill_in(PastFacts& facts) {
    if (std::ranges::any_of(facts.acts, is_work)) return;
    if (facts.first_reply_at) facts.acts.push_back({*facts.first_reply_at, ActKind::replied, facts.owner});
    if (facts.solved_at && (facts.owner != 0 || facts.first_reply_at))
        facts.acts.push_back({*facts.solved_at, ActKind::solved, facts.owner});
}

// Walks the acts of one ticket, oldest first.
class Walk {
  public:
    Walk(PastFacts const& facts, OpenClock const& clock, std::vector<DoneVisit>* took)
        : facts_(facts), clock_(clock), took_(took) {}

    void see(Act const& act) {
        switch (act.kind) {
            case ActKind::customer_wrote:
                if (!work_since_) work_since_ = act.at;
                break;
            case ActKind::reopened:
                out_.was_reopened = true;
                if (!work_since_) work_since_ = act.at;
                break;
            case ActKind::waiting: is_paused_ = true; break;
            default: break;
        }
        if (is_work(act)) work(act);
        if (act.kind == ActKind::solved) {
            is_paused_ = true;
            out_.ended_at = act.at;
        }
        if (act.kind == ActKind::customer_wrote || act.kind == ActKind::reopened) was_paused_ = is_paused_;
        if (act.kind == ActKind::reopened) is_paused_ = false;
    }

    PastWork take() {
        out_.opened_at = facts_.opened_at;
        out_.kind = facts_.kind;
        out_.requester = facts_.requester;
        if (!facts_.solved_at) out_.ended_at.reset();
        else if (!out_.ended_at) out_.ended_at = facts_.solved_at;
        out_.reply_visit = static_cast<std::uint32_t>(out_.visits.size());
        for (std::size_t i = 0; i < ends_.size() && facts_.first_reply_at; ++i)
            if (ends_[i] >= *facts_.first_reply_at) {
                out_.reply_visit = static_cast<std::uint32_t>(i);
                break;
            }
        out_.course.replied_at = facts_.first_reply_at;
        out_.course.solved_at = out_.ended_at;
        return std::move(out_);
    }
    std::optional<Instant> last_end() const { return ends_.empty() ? std::nullopt : std::optional(ends_.back()); }

  private:
    void work(Act const& act) {
        bool const goes_on = !ends_.empty() && act.at - ends_.back() <= kOneVisit && act.agent == agent_;
        if (goes_on) {
            ends_.back() = act.at;
            out_.visits.back().lasted = act.at - facts_.opened_at - out_.visits.back().since_opened;
            if (took_ != nullptr) took_->back().to = act.at;
        } else {
            begin(act);
        }
        work_since_.reset();
        if (act.kind == ActKind::replied || act.kind == ActKind::worked) was_paused_ = is_paused_ = false;
    }

    void begin(Act const& act) {
        Visit visit;
        auto since = facts_.opened_at;
        visit.since_opened = act.at - facts_.opened_at;
        if (ends_.empty()) {
            visit.is_prompted = true;
        } else {
            visit.is_prompted = work_since_.has_value();
            auto const ready = std::clamp(work_since_.value_or(act.at), ends_.back(), act.at);
            visit.after = ready - ends_.back();
            since = visit.is_prompted ? ready : ends_.back();
            visit.is_paused = visit.is_prompted ? was_paused_ : is_paused_;
            visit.is_passed_on = act.agent != 0 && agent_ != 0 && act.agent != agent_;
            if (visit.is_paused) out_.course.paused += clock_.between(ends_.back(), ready);
        }
        out_.visits.push_back(visit);
        ends_.push_back(act.at);
        agent_ = act.agent;
        if (took_ != nullptr) took_->push_back({act.agent, facts_.kind, act.at, act.at, since});
    }

    PastFacts const& facts_;
    OpenClock const& clock_;
    std::vector<DoneVisit>* took_;
    PastWork out_;
    std::vector<Instant> ends_;
    std::int64_t agent_ = 0;
    std::optional<Instant> work_since_;
    bool is_paused_ = false;
    bool was_paused_ = false;  // when the customer wrote
};

// Days on which somebody who is usually there did nothing. One or two of them say little of somebody who has little to do: so
// many in a row are an absence as would hardly come by chance, if what they do comes one by one.
void note_absences(ModelPerson& person, std::set<std::int64_t> const& there, double stretches,
                   std::chrono::local_days first, std::chrono::local_days last) {
    using std::chrono::days;
    std::vector<std::int64_t> usual;
    for (auto day = first; day <= last; day += days{1})
        if (person.usual.days[std::chrono::weekday{day}.iso_encoding() - 1])
            usual.push_back(day.time_since_epoch().count());
    if (usual.empty()) return;
    auto const count = static_cast<double>(usual.size());
    double const a_day = stretches / count;
    std::vector<std::int64_t> seen(there.begin(), there.end());
    double absent = 0;
    for (std::size_t i = 0; i < usual.size();) {
        auto end = i;
        while (end < usual.size() && !there.contains(usual[end])) ++end;
        bool const is_absence = std::exp(-a_day * static_cast<double>(end - i)) < kByChance;
        if (is_absence) absent += static_cast<double>(end - i);
        else
            seen.insert(seen.end(), usual.begin() + static_cast<std::ptrdiff_t>(i),
                        usual.begin() + static_cast<std::ptrdiff_t>(end));
        i = std::max(end, i + 1);
    }
    std::ranges::sort(seen);
    person.days_there = std::move(seen);
    person.usual.attendance = 1 - absent / count;
}

}  // namespace

PastWork past_work(PastFacts facts, OpenClock const& clock, std::vector<DoneVisit>* took) {
    fill_in(facts);
    std::erase_if(facts.acts, [&](auto const& act) { return act.at < facts.opened_at; });
    std::ranges::stable_sort(facts.acts, {}, &Act::at);
    Walk walk(facts, clock, took);
    for (auto const& act : facts.acts) walk.see(act);
    // Somebody solved it whom the log does not name: one more look at it.
    auto const last = walk.last_end();
    if (facts.solved_at && last && *facts.solved_at - *last > kOneVisit)
        walk.see({*facts.solved_at, ActKind::solved, facts.owner == 0 ? -1 : facts.owner});
    return walk.take();
}

void learn_hours(ModelPerson& person, std::vector<Instant> const& acts, domain::Zone const& zone, Instant from,
                 Instant until) {
    using std::chrono::days;
    double const weeks = std::max(1.0, static_cast<double>((until - from).count()) / (7 * 86'400e6));
    std::set<std::int64_t> there;
    std::array<std::set<std::int64_t>, 7> by_weekday;
    std::vector<int> minutes;
    std::set<std::int64_t> stretches;  // half hours in which they did something
    for (auto const at : acts) {
        if (at < from || at >= until) continue;
        auto const local = zone.to_local(at);
        auto const day = std::chrono::floor<days>(local);
        there.insert(day.time_since_epoch().count());
        by_weekday[std::chrono::weekday{day}.iso_encoding() - 1].insert(day.time_since_epoch().count());
        minutes.push_back(static_cast<int>(std::chrono::floor<std::chrono::minutes>(local - day).count()));
        stretches.insert(at.time_since_epoch() / kOneVisit);
    }
    person.days_there.assign(there.begin(), there.end());
    person.usual = {};
    person.usual.attendance = 0;
    if (minutes.empty()) return;
    std::ranges::sort(minutes);
    auto const at = [&](double share) {
        return minutes[static_cast<std::size_t>(share * static_cast<double>(minutes.size() - 1))];
    };
    int const begin = std::min(at(0.05) / 60 * 60, 20 * 60);
    int const end = std::clamp((at(0.95) / 60 + 1) * 60, begin + 4 * 60, 24 * 60);
    for (std::size_t i = 0; i < 7; ++i)
        if (static_cast<double>(by_weekday[i].size()) >= std::max(1.0, weeks / 4))
            person.usual.days[i] = domain::Interval{begin, end};
    auto const first = std::chrono::floor<days>(zone.to_local(from));
    auto const last = std::chrono::floor<days>(zone.to_local(until - Duration{1}));
    note_absences(person, there, static_cast<double>(stretches.size()), first, last);
}

void learn_touches(DeskModel& model, std::vector<DoneVisit> visits) {
    std::ranges::sort(visits, {}, [](auto const& one) { return std::pair(one.agent, one.from); });
    std::vector<TouchSample> samples;
    for (std::size_t i = 1; i < visits.size(); ++i) {
        auto const& one = visits[i];
        auto const& before = visits[i - 1];
        if (one.agent <= 0 || one.agent != before.agent || one.from - before.to > kOneStretch || one.from < before.to)
            continue;
        double const minutes = static_cast<double>((one.to - std::max(before.to, one.ready)).count()) / 60e6;
        samples.push_back({one.kind, std::clamp(minutes, 0.5, 240.0)});
    }
    fit_touches(model, samples);
}

void fit_touches(DeskModel& model, std::vector<TouchSample> const& samples) {
    struct Sum {
        double n = 0;
        double of = 0;
        double square = 0;
        void add(double value) {
            n += 1;
            of += value;
            square += value * value;
        }
        double mean() const { return of / n; }
        double sigma() const { return std::sqrt(std::max(0.04, square / n - mean() * mean())); }
    };
    Sum all;
    std::vector<Sum> by_kind(model.kinds.size());
    for (auto const& one : samples) {
        double const value = std::log(std::max(0.5, one.minutes));
        all.add(value);
        by_kind[one.kind].add(value);
    }
    for (std::size_t k = 0; k < model.kinds.size(); ++k) {
        auto const& sum = by_kind[k].n >= kLeastSamples ? by_kind[k] : all;
        bool const is_known = sum.n >= kLeastSamples;
        model.kinds[k].touch_log_mean = is_known ? sum.mean() : kUsualLogMean;
        model.kinds[k].touch_log_sigma = is_known ? sum.sigma() : kUsualLogSigma;
    }
}

}  // namespace lotse::insight
