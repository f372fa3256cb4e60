// SPDX-License-Identifier: Apache-2.0
#include "insight/pace.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lotse::insight {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr Duration kLongest = days{28};  // what waits for longer waits for something else
constexpr double kLeastVisits = 50;
constexpr int kTurns = 8;  // of the two factors; they settle after a few

using Week = std::array<std::array<double, 24>, 7>;

struct Span {
    Instant ready{};
    Instant begun{};
};

// Calls for every visit with when there was work and when somebody turned to it.
template <class Model, class See>
void each_wait(Model& model, See see) {
    for (auto& past : model.past) {
        auto ended = past.opened_at;
        for (auto& visit : past.visits) {
            auto const begun = past.opened_at + visit.since_opened;
            auto const ready = visit.is_prompted ? ended + visit.after : ended;
            see(visit, Span{std::min(ready, begun), begun});
            ended = begun + visit.lasted;
        }
    }
}

struct Seen {
    Week begun{};
    Week waited{};
    double visits = 0;
};

class Watch {
  public:
    explicit Watch(DeskModel const& model) : model_(model), zone_(zone_of(model)) {}

    void see(Span span, Instant until) {
        if (span.ready >= until || span.begun - span.ready > kLongest) return;
        auto at = zone_.to_local(span.ready);
        auto left = std::min(span.begun, until) - span.ready;
        for (;;) {
            auto const day = std::chrono::floor<days>(at);
            auto const hour = std::chrono::floor<hours>(at - day);
            auto const part = std::min<Duration>(left, day + hour + hours{1} - at);
            auto& cell = seen_.waited[class_of(day)][static_cast<std::size_t>(hour.count())];
            cell += static_cast<double>(part.count()) / 3600e6;
            left -= part;
            if (left <= Duration{}) {
                if (span.begun < until) ++seen_.begun[class_of(day)][static_cast<std::size_t>(hour.count())];
                break;
            }
            at += part;
        }
        ++seen_.visits;
    }
    Seen const& seen() const { return seen_; }

  private:
    std::size_t class_of(std::chrono::local_days day) {
        if (day != last_day_) {
            last_day_ = day;
            last_class_ = day_class(model_, day);
        }
        return last_class_;
    }
    DeskModel const& model_;
    domain::Zone zone_;
    Seen seen_;
    std::chrono::local_days last_day_ = std::chrono::local_days::min();
    std::size_t last_class_ = 0;
};

// One of the two factors, the other held: what began over what was due. `cell` gives both of an hour of the week.
template <std::size_t N, std::size_t M, class Cell>
void fit_factor(std::array<double, N>& factor, std::array<double, M> const& other, Cell cell) {
    for (std::size_t i = 0; i < N; ++i) {
        double begun = 0;
        double due = 0;
        for (std::size_t j = 0; j < M; ++j) {
            auto const [began, waited] = cell(i, j);
            begun += began;
            due += waited * other[j];
        }
        factor[i] = due > 0 ? begun / due : 0;
    }
}

}  // namespace

domain::Zone zone_of(DeskModel const& model) {
    auto zone = domain::Zone::find(model.time_zone);
    if (!zone) zone = domain::Zone::find("UTC");
    return *std::move(zone);
}

std::size_t day_class(DeskModel const& model, std::chrono::local_days day) {
    std::chrono::year_month_day const date{day};
    for (auto const& calendar : model.calendars)
        if (std::ranges::any_of(calendar.holidays, [&](auto const& one) { return one.date == date && !one.closed; }))
            return 6;
    return std::chrono::weekday{day}.iso_encoding() - 1;
}

void learn_pace(DeskModel& model, Instant until) {
    Watch watch(model);
    each_wait(model, [&](Visit const&, Span span) { watch.see(span, until); });
    auto const& seen = watch.seen();
    model.pace = {};
    if (seen.visits < kLeastVisits) return;
    Pace pace;
    auto const cell = [&](std::size_t day, std::size_t hour) {
        return std::pair(seen.begun[day][hour], seen.waited[day][hour]);
    };
    for (int turn = 0; turn < kTurns; ++turn) {
        fit_factor(pace.by_day, pace.by_hour, cell);
        fit_factor(pace.by_hour, pace.by_day, [&](std::size_t hour, std::size_t day) { return cell(day, hour); });
    }
    // An ordinary hour is one in which a visit begins.
    double all = 0;
    double sum = 0;
    for (std::size_t day = 0; day < 7; ++day)
        for (std::size_t hour = 0; hour < 24; ++hour) {
            all += seen.begun[day][hour];
            sum += seen.begun[day][hour] * pace.by_day[day] * pace.by_hour[hour];
        }
    if (all <= 0 || sum <= 0) return;
    for (auto& one : pace.by_day) one *= all / sum;
    model.pace = pace;
}

OpenClock pace_clock(DeskModel const& model, Instant from, Instant until) {
    auto const zone = zone_of(model);
    auto last = std::chrono::local_days::min();
    std::size_t of_day = 0;
    return {from, until, [&](Instant at) {
                auto const local = zone.to_local(at);
                auto const day = std::chrono::floor<days>(local);
                if (day != last) of_day = day_class(model, day);
                last = day;
                auto const hour = static_cast<std::size_t>(std::chrono::floor<hours>(local - day).count());
                return model.pace.by_day[of_day] * model.pace.by_hour[hour];
            }};
}

void measure_waits(DeskModel& model) {
    auto const clock = pace_clock(model, model.history_from, model.now);
    each_wait(model, [&](Visit& visit, Span span) { visit.wait = clock.between(span.ready, span.begun); });
}

}  // namespace lotse::insight
