// SPDX-License-Identifier: Apache-2.0
#include "desk/tell_day.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "domain/zone.h"
#include "store/events.h"

namespace lotse::desk {
namespace {

constexpr int kPage = 500;
constexpr int kMostEvents = 200'000;
// Positions follow commits, not clocks: so far an event may stand from where its time would put it.
constexpr std::chrono::minutes kDisorder{10};

// The first position whose event is of `at` or later.
Result<std::int64_t> position_at(store::ReadTxn& txn, Instant at) {
    TRY(std::int64_t high, store::last_position(txn));
    std::int64_t low = 0;  // everything up to here is earlier
    while (low < high) {
        auto const middle = low + (high - low) / 2;
        TRY(auto const found, store::list_events_after(txn, middle, 1));
        if (found.empty() || found.front().at >= at) high = middle;
        else low = found.front().position;
    }
    return low;
}

class Teller {
  public:
    Teller(store::ReadTxn& txn, Day& day, Instant from, Instant until)
        : txn_(txn), day_(day), from_(from), until_(until) {}

    Result<void> read_log();
    Result<void> read_roster();

  private:
    Result<void> add(domain::Event const& event);
    Result<void> add_changes(domain::Event const& event);
    void add_timer(domain::Event const& event);
    void add_escalation(domain::Event const& event);
    DayHour& hour(Instant at) {
        auto const nth = static_cast<std::size_t>((at - from_) / std::chrono::hours{1});
        return day_.hours[std::min(nth, day_.hours.size() - 1)];
    }
    bool is_within(Instant at) const { return at >= from_ && at < until_; }

    store::ReadTxn& txn_;
    Day& day_;
    Instant from_;
    Instant until_;
};

Result<void> Teller::read_log() {
    TRY(auto position, position_at(txn_, from_ - kDisorder));
    for (int seen = 0;;) {
        TRY(auto const events, store::list_events_after(txn_, position, kPage));
        for (auto const& event : events) {
            if (event.at >= until_ + kDisorder) return {};
            if (is_within(event.at)) CHECK_OK(add(event));
            position = event.position;
        }
        seen += static_cast<int>(events.size());
        if (seen > kMostEvents) return invalid("day.too_busy", "More happened on this day than can be told at once.");
        if (events.size() < kPage) return {};
    }
}

Result<void> Teller::add(domain::Event const& event) {
    auto& now = hour(event.at);
    switch (event.kind) {
        case domain::EventKind::opened: ++now.opened; break;
        case domain::EventKind::customer_wrote: ++now.customers_wrote; break;
        case domain::EventKind::agent_replied: ++now.replied; break;
        case domain::EventKind::timer_fired: add_timer(event); break;
        case domain::EventKind::escalation: add_escalation(event); break;
        default: break;
    }
    return add_changes(event);
}

void Teller::add_timer(domain::Event const& event) {
    auto const timer = text_at(event.data, "timer");
    constexpr std::string_view kBreach = "_breach";
    if (!timer.ends_with(kBreach)) return;
    ++hour(event.at).missed;
    hour(event.at).notes.push_back({.at = event.at,
                                    .kind = DayNoteKind::missed,
                                    .ticket = event.ticket,
                                    .agent = {},
                                    .what = std::string(timer.substr(0, timer.size() - kBreach.size())),
                                    .because = {}});
}

void Teller::add_escalation(domain::Event const& event) {
    auto const what = text_at(event.data, "what");
    DayNote note{.at = event.at,
                 .kind = DayNoteKind::told,
                 .ticket = event.ticket,
                 .agent = domain::AgentId{int_at(event.data, "agent")},
                 .what = std::string(text_at(event.data, "cause")),
                 .because = {}};
    if (what == "passed_over") note.kind = DayNoteKind::passed_over;
    if (what == "acknowledged") {
        note.kind = DayNoteKind::acknowledged;
        note.agent = event.agent;
    }
    if (what == "told") ++hour(event.at).told;
    if (what == "told" || note.kind != DayNoteKind::told) hour(event.at).notes.push_back(std::move(note));
}

Result<void> Teller::add_changes(domain::Event const& event) {
    TRY(auto const changes, store::list_changes_between(txn_, event.ticket, event.id, event.id));
    for (auto const& [unused_event, change, at] : changes) {
        if (change.field == "status" && change.to == "solved") ++hour(event.at).solved;
        if (change.field != "agent" || event.actor != domain::Actor::lotse) continue;
        bool const is_given = !change.to.empty();
        auto const agent = to_int(is_given ? change.to : change.from);
        ++(is_given ? hour(event.at).given : hour(event.at).given_back);
        hour(event.at).notes.push_back({.at = event.at,
                                        .kind = is_given ? DayNoteKind::given : DayNoteKind::given_back,
                                        .ticket = event.ticket,
                                        .agent = domain::AgentId{agent.value_or(0)},
                                        .what = {},
                                        .because = change.because.text});
    }
    return {};
}

// Who begins and who leaves by hours and absences; whoever has none comes and goes without a word.
Result<void> Teller::read_roster() {
    using std::chrono::days;
    auto const first = std::chrono::floor<days>(from_);
    TRY(auto const roster, read_roster_of(txn_, day_.time_zone, first - days{1}, first + days{3}));
    for (auto const& agent : day_.setup->agents) {
        if (agent.is_disabled || !roster.has_hours(agent.id)) continue;
        auto at = from_;
        while (auto const change = roster.next_change(agent.id, at)) {
            at = *change;
            if (at >= until_) break;
            auto const kind = roster.is_at_work(agent.id, at) ? DayNoteKind::begins : DayNoteKind::leaves;
            hour(at).notes.push_back(
                {.at = at, .kind = kind, .ticket = {}, .agent = agent.id, .what = {}, .because = {}});
        }
    }
    for (auto const& absence : roster.rows().absences) {
        auto const* pattern = roster.find_pattern(absence.agent);
        TRY(auto const zone, domain::Zone::find(pattern != nullptr ? pattern->time_zone : day_.time_zone));
        auto const begin = std::max(zone.to_utc(absence.from), from_);
        if (begin >= std::min(zone.to_utc(absence.until), until_)) continue;
        hour(begin).notes.push_back({.at = begin,
                                     .kind = DayNoteKind::absent,
                                     .ticket = {},
                                     .agent = absence.agent,
                                     .what = std::string(domain::name_of(absence.kind)),
                                     .because = {}});
    }
    auto const order = [](DayNote const& note) { return std::tuple(note.at, note.kind, note.ticket, note.agent); };
    for (auto& one : day_.hours) std::ranges::sort(one.notes, {}, order);
    return {};
}

}  // namespace

Result<Day> tell_day(Desk& desk, domain::TenantScope const& scope, std::chrono::local_days date) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<Day> {
        Day out;
        TRY(out.setup, desk.setups.get(txn));
        out.time_zone = out.setup->tenant.time_zone;
        out.date = date;
        TRY(auto const zone, domain::Zone::find(out.time_zone));
        auto const from = zone.to_utc(date);
        auto const until = zone.to_utc(date + std::chrono::days{1});
        for (auto at = from; at < until; at += std::chrono::hours{1}) {
            DayHour hour;
            hour.begin = at;
            out.hours.push_back(std::move(hour));
        }
        Teller teller(txn, out, from, until);
        CHECK_OK(teller.read_log());
        CHECK_OK(teller.read_roster());
        return out;
    });
}

}  // namespace lotse::desk
