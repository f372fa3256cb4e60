// SPDX-License-Identifier: Apache-2.0
#include "insight/desk_run.h"

#include <algorithm>

#include "insight/desk_floor.h"

namespace lotse::insight {
namespace {

constexpr Duration kNight = std::chrono::hours{20};

Duration scaled(Duration time, double factor) {
    return Duration{static_cast<std::int64_t>(static_cast<double>(time.count()) * factor)};
}

domain::TicketId ticket_id(std::uint32_t ticket) { return domain::TicketId(std::int64_t{ticket} + 1); }
std::uint32_t ticket_at(domain::TicketId id) { return static_cast<std::uint32_t>(id.value - 1); }

bool has_preferred(domain::Agent const& agent, routing::Requirement const& asks) {
    return std::ranges::all_of(asks.preferred, [&](auto const& wanted) {
        return std::ranges::any_of(agent.skills, [&](auto const& one) { return one.name == wanted; });
    });
}

}  // namespace

LivedLife live(Life const& life) { return DeskFloor(life).live(); }

DeskFloor::DeskFloor(Life const& life) : life_(life), model_(*life.model) {
    facts_.queues = model_.queues;
    facts_.queue_is_fixed = true;
    for (auto const& kind : model_.kinds) {
        auto const found = std::ranges::find(model_.categories, kind.category, &domain::Category::id);
        categories_.push_back(found == model_.categories.end() ? domain::Category{} : *found);
        buckets_.push_back(pool_.bucket(kind.requirement));
    }
    for (auto const& person : life.people) add_person(person);
    note_what_nobody_can();
    unplaced_.resize(model_.kinds.size());
    work_.resize(life.tickets.size());
    lived_.tickets.resize(life.tickets.size());
    lived_.busy.resize(life.people.size());
    lived_.at_work.resize(life.people.size());
}

void DeskFloor::add_person(RunPerson const& person) {
    auto const at = static_cast<std::uint32_t>(people_.size());
    auto& out = people_.emplace_back();
    out.speeds.reserve(model_.kinds.size());
    for (auto const& kind : model_.kinds) {
        auto const said = routing::fit(person.agent, kind.requirement);
        out.speeds.push_back(said.obstacle ? 0.8F : static_cast<float>(said.speed));
        out.can.push_back(!said.obstacle && routing::can_hold(person.agent, kind.requirement.weight));
        out.is_fit.push_back(!said.obstacle && said.speaks_language && has_preferred(person.agent, kind.requirement));
    }
    for (auto const& queue : model_.queues) {
        if (queue.assignment != domain::Assignment::pull || !routing::works_for(person.agent, queue.id)) continue;
        out.pulls = true;
        out.hands_out_below = std::max(out.hands_out_below, queue.hands_out_below);
    }
    pool_.add_member(person.agent);
    facts_.candidates.push_back({person.agent});
    facts_.candidates.back().agent.last_assigned_at.reset();
    now_ = life_.from;
    facts_.candidates.back().agent.is_available = is_given_at_night(at);
    for (auto const& shift : person.shifts) {
        if (shift.to <= life_.from || shift.from >= life_.until) continue;
        push(std::max(shift.from, life_.from), What::come, at);
        push(std::min(shift.to, life_.until), What::leave, at);
    }
}

// Without a roster the desk knows no hours: it assigns at night, too. Who is away for a whole day has said so.
bool DeskFloor::is_given_at_night(std::uint32_t person) {
    auto const& one = life_.people[person];
    auto& next = people_[person].shift;
    while (next < one.shifts.size() && one.shifts[next].from < now_) ++next;
    return !one.is_on_roster && next < one.shifts.size() && one.shifts[next].from - now_ < kNight;
}

LivedLife DeskFloor::live() {
    std::uint32_t next = 0;
    auto const count = static_cast<std::uint32_t>(life_.tickets.size());
    while (next < count || !events_.empty()) {
        bool const comes = next < count && (events_.empty() || life_.tickets[next].starts_at < events_.top().at);
        now_ = comes ? life_.tickets[next].starts_at : events_.top().at;
        if (now_ > life_.until) break;
        if (comes) {
            come(next++);
            continue;
        }
        auto const event = events_.top();
        events_.pop();
        handle(event);
    }
    now_ = life_.until;
    for (std::uint32_t i = 0; i < people_.size(); ++i)
        if (people_[i].ticket != kNobody) lived_.busy[i] += std::max(Duration{}, now_ - people_[i].begun_at);
    return std::move(lived_);
}

void DeskFloor::handle(Event const& event) {
    auto const i = event.index;
    switch (event.what) {
        case What::ready:
            people_[work_[i].owner].own.insert({-static_cast<int>(kind_of(i).requirement.priority), now_, i});
            work_on(work_[i].owner);
            return;
        case What::back: come_back(i); return;
        case What::finish: finish(i); return;
        case What::come:
            people_[i].is_at_work = true;
            people_[i].came_at = now_;
            facts_.candidates[i].agent.is_available = true;
            pool_.set_at_work(i, true);
            refill(i);
            work_on(i);
            return;
        case What::leave:
            people_[i].is_at_work = false;
            people_[i].left_at = now_;
            lived_.at_work[i] += now_ - people_[i].came_at;
            facts_.candidates[i].agent.is_available = is_given_at_night(i);
            pool_.set_at_work(i, false);
            pool_.set_free(i, false, now_);
            return;
    }
}

void DeskFloor::come(std::uint32_t ticket) {
    auto const& one = life_.tickets[ticket];
    lived_.tickets[ticket].course = one.before;
    if (one.visits > 0) {
        work_[ticket].away_since = now_;
        auto const& first = visit_of(ticket);
        if (first.visit.after > Duration{} || first.meant > Duration{}) send_away(ticket);
        else seek(ticket);
        return;
    }
    if (!one.is_solved) return;
    lived_.tickets[ticket].course.solved_at = now_;
}

void DeskFloor::seek(std::uint32_t ticket) {
    work_[ticket].owner = kNobody;
    if (nobody_can_[life_.tickets[ticket].kind]) {
        if (give_by_hand(ticket)) return;
        unplaced_[life_.tickets[ticket].kind].push_back(ticket);
        ++waiting_for_owner_;
    } else if (is_pull(ticket)) {
        auto const reaction = visit_of(ticket).reaction;
        if (!work_[ticket].is_due && reaction > Duration{}) {
            // Who takes one out of the pool does it; until then nobody holds it.
            work_[ticket].is_due = true;
            push(pace_after(now_, reaction), What::back, ticket);
        } else if (!hand_out(ticket)) {
            pool_.add(pooled(ticket));
        }
    } else if (!place(ticket)) {
        unplaced_[life_.tickets[ticket].kind].push_back(ticket);
        ++waiting_for_owner_;
    }
}

bool DeskFloor::place(std::uint32_t ticket) {
    auto const kind = life_.tickets[ticket].kind;
    auto const not_by = work_[ticket].not_by;
    facts_.current_queue = model_.queues[model_.kinds[kind].queue].id;
    facts_.category = &categories_[kind];
    facts_.language = model_.kinds[kind].requirement.language;
    facts_.weight = model_.kinds[kind].requirement.weight;
    bool const was_there = not_by != kNobody && facts_.candidates[not_by].agent.is_available;
    if (was_there) facts_.candidates[not_by].agent.is_available = false;
    auto const placed = routing::place(facts_);
    if (was_there) facts_.candidates[not_by].agent.is_available = true;
    if (!placed.agent) return false;
    auto const found = std::ranges::find(facts_.candidates, placed.agent, [](auto const& one) { return one.agent.id; });
    give(ticket, static_cast<std::uint32_t>(found - facts_.candidates.begin()));
    return true;
}

void DeskFloor::note_what_nobody_can() {
    for (std::size_t k = 0; k < model_.kinds.size(); ++k)
        nobody_can_.push_back(std::ranges::none_of(people_, [&](auto const& one) { return one.can[k] != 0; }));
}

// Where routing knows nobody who can, a person decides: whoever of the queue, or else of the desk, has least to do.
bool DeskFloor::give_by_hand(std::uint32_t ticket) {
    auto const queue = kind_of(ticket).requirement.queue;
    auto best = kNobody;
    std::pair<bool, int> best_rank;
    for (std::uint32_t i = 0; i < people_.size(); ++i) {
        auto const& candidate = facts_.candidates[i];
        if (!candidate.agent.is_available || i == work_[ticket].not_by) continue;
        std::pair const rank{!routing::works_for(candidate.agent, queue), candidate.load.units};
        if (best != kNobody && best_rank <= rank) continue;
        best = i;
        best_rank = rank;
    }
    if (best == kNobody) return false;
    give(ticket, best);
    return true;
}

bool DeskFloor::hand_out(std::uint32_t ticket) {
    auto const& asks = kind_of(ticket).requirement;
    // Who has a slot free may have too few units for this one.
    auto const found = pool_.member_for(
        pooled(ticket), now_, [&](auto member) { return member != work_[ticket].not_by && has_room(member, asks); });
    if (found.count > 0) {
        give(ticket, found.best[0].member);
        return true;
    }
    if (asks.priority < domain::Priority::high && work_[ticket].not_by == kNobody) return false;
    // Not among the free: whoever has least in hand and may have one more.
    auto best = kNobody;
    for (std::uint32_t i = 0; i < people_.size(); ++i) {
        auto const& one = people_[i];
        if (!one.is_at_work || !one.can[life_.tickets[ticket].kind] || i == work_[ticket].not_by || !has_room(i, asks))
            continue;
        if (best == kNobody || facts_.candidates[i].load.units < facts_.candidates[best].load.units) best = i;
    }
    if (best == kNobody) return false;
    give(ticket, best);
    return true;
}

routing::Waiting DeskFloor::pooled(std::uint32_t ticket) const {
    auto const& one = life_.tickets[ticket];
    auto const target = kind_of(ticket).first_reply.value_or(std::chrono::hours{24 * 7});
    return {ticket_id(ticket), buckets_[one.kind], one.opened_at, clock_of(ticket).add(one.opened_at, target), {}};
}

// An owner is told at once and turns to it when they get round to it.
void DeskFloor::give(std::uint32_t ticket, std::uint32_t person) {
    work_[ticket].owner = person;
    facts_.candidates[person].agent.last_assigned_at = now_;
    take_up(ticket);
    push(work_[ticket].is_due ? now_ : pace_after(now_, visit_of(ticket).reaction), What::ready, ticket);
}

void DeskFloor::send_away(std::uint32_t ticket) {
    auto const& next = visit_of(ticket);
    push(pace_after(now_ + next.visit.after, next.meant), What::back, ticket);
}

void DeskFloor::take_up(std::uint32_t ticket) {
    auto& work = work_[ticket];
    if (!work.in_hand) facts_.candidates[work.owner].load.add(kind_of(ticket).requirement.weight);
    work.in_hand = true;
    note_room(work.owner);
}

void DeskFloor::put_down(std::uint32_t ticket) {
    auto& work = work_[ticket];
    if (work.in_hand) facts_.candidates[work.owner].load.remove(kind_of(ticket).requirement.weight);
    work.in_hand = false;
    note_room(work.owner);
}

void DeskFloor::note_room(std::uint32_t person) {
    auto const& one = people_[person];
    if (!one.pulls) return;
    pool_.set_free(person, one.is_at_work && facts_.candidates[person].load.tickets < one.hands_out_below, now_);
}

// As the desk hands out: urgent and high tickets may be one more.
bool DeskFloor::has_room(std::uint32_t person, routing::Requirement const& asks) const {
    auto const& candidate = facts_.candidates[person];
    auto const queue = std::ranges::find(model_.queues, asks.queue, &domain::Queue::id);
    if (queue == model_.queues.end() || !routing::has_room(candidate.agent, candidate.load, asks.weight)) return false;
    int const more = asks.priority >= domain::Priority::high ? 1 : 0;
    return candidate.load.tickets < std::max(1, queue->hands_out_below) + more;
}

// Somebody has room: what nobody had room for gets its owner now.
void DeskFloor::refill(std::uint32_t person) {
    note_room(person);
    auto const& one = people_[person];
    while (one.pulls && one.is_at_work && pool_.size() > 0) {
        auto const found = pool_.next_for(person, now_, [&](auto const& asks) { return has_room(person, asks); });
        if (found.count == 0) break;
        auto const ticket = ticket_at(found.best[0].ticket);
        pool_.remove(found.best[0].ticket);
        give(ticket, person);
    }
    if (waiting_for_owner_ == 0) return;
    for (auto& line : unplaced_)
        while (!line.empty() &&
               (nobody_can_[life_.tickets[line.front()].kind] ? give_by_hand(line.front()) : place(line.front()))) {
            line.pop_front();
            --waiting_for_owner_;
        }
}

void DeskFloor::work_on(std::uint32_t person) {
    auto& one = people_[person];
    if (!one.is_at_work || one.ticket != kNobody || one.own.empty()) return;
    auto const ticket = one.own.begin()->ticket;
    one.own.erase(one.own.begin());
    one.ticket = ticket;
    one.begun_at = now_;
    auto const kind = life_.tickets[ticket].kind;
    if (!one.is_fit[kind]) lived_.tickets[ticket].was_off_skill = true;
    push(now_ + std::max(Duration{1}, scaled(visit_of(ticket).touch, 1 / double{one.speeds[kind]})), What::finish,
         person);
}

void DeskFloor::finish(std::uint32_t person) {
    auto& one = people_[person];
    auto const ticket = one.ticket;
    lived_.busy[person] += now_ - one.begun_at;
    if (!one.is_at_work) lived_.at_work[person] += now_ - std::max(one.begun_at, one.left_at);
    one.ticket = kNobody;
    end_visit(ticket, person);
    refill(person);
    work_on(person);
}

void DeskFloor::end_visit(std::uint32_t ticket, std::uint32_t person) {
    auto const& one = life_.tickets[ticket];
    auto& course = lived_.tickets[ticket].course;
    auto& work = work_[ticket];
    if (work.visit >= one.reply_visit && !course.replied_at && one.reply_visit < one.visits) course.replied_at = now_;
    put_down(ticket);
    work.is_due = false;
    if (++work.visit < one.visits) {
        work.away_since = now_;
        auto const& next = visit_of(ticket).visit;
        if (next.is_passed_on) {
            work.not_by = person;
            lived_.tickets[ticket].was_passed_on = true;
        }
        send_away(ticket);
    } else if (one.is_solved) {
        course.solved_at = now_;
    }
}

void DeskFloor::come_back(std::uint32_t ticket) {
    auto& work = work_[ticket];
    auto const& visit = visit_of(ticket);
    if (visit.visit.is_paused && !work.is_due)
        lived_.tickets[ticket].course.paused += clock_of(ticket).between(work.away_since, now_);
    // Who meant to come back was there when they did; where the owner of this life is away for the day, somebody else is.
    bool const is_gone = work.owner != kNobody && !visit.visit.is_prompted && !people_[work.owner].is_at_work &&
                         !facts_.candidates[work.owner].agent.is_available;
    if (work.owner == kNobody || visit.visit.is_passed_on || is_gone) {
        seek(ticket);
        return;
    }
    take_up(ticket);
    push(pace_after(now_, visit.reaction), What::ready, ticket);
}

}  // namespace lotse::insight
