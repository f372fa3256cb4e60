// SPDX-License-Identifier: Apache-2.0
#include "routing/hand_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "domain/language_name.h"

namespace lotse::routing {
namespace {

constexpr double kQuick = 1.1;
constexpr double kSlow = 0.9;
constexpr double kScarce = 0.8;

int used_percent(domain::PooledTicket const& ticket, Instant now) {
    auto const target = std::max<double>(1, static_cast<double>((ticket.due_at - ticket.opened_at).count()));
    return static_cast<int>(
        std::clamp(static_cast<double>((now - ticket.opened_at).count()) / target * 100, 0.0, 9999.0));
}

std::string_view called(domain::Agent const& agent) { return agent.name.empty() ? agent.email : agent.name; }

// What speaks for this ticket and this person, in the order of the index.
std::string terms_in_words(WeighedTicket const& taken, Fit const& said, Requirement const& requirement) {
    std::string out = fmt::format("priority {}", domain::name_of(requirement.priority));
    out += taken.used_percent > 100 ? ", late already" : fmt::format(", {} % of its time used", taken.used_percent);
    if (!requirement.language.empty())
        out += (said.speaks_language ? ", speaks " : ", works with a translation from ") +
               domain::language_name(requirement.language);
    if (taken.is_usual) out += ", usually solves such tickets";
    else if (taken.terms.speed >= kQuick) out += ", quick at this kind";
    if (taken.terms.speed <= kSlow) out += ", slower at this kind";
    if (taken.terms.affinity > 1) out += ", has served this customer or firm before";
    if (taken.terms.scarcity < kScarce) out += ", though others could do it as well";
    return out;
}

struct Standing {
    domain::Agent const* agent = nullptr;
    Verdict code = Verdict::could_take;
    double load = 0;
    std::optional<Hindrance> hindrance = {};
};

Verdict verdict_of(domain::Agent const& agent, std::optional<Hindrance> const& hindrance, Load const& load,
                   Requirement const& requirement, int busy_from, domain::AgentId taker) {
    if (agent.id == taker) return Verdict::chosen;
    auto const said = fit(agent, requirement);
    if (said.obstacle == Obstacle::skill) return Verdict::no_skill;
    if (said.obstacle == Obstacle::language) return Verdict::no_language;
    if (hindrance) return hindrance->code;
    if (!has_room(agent, load, requirement.weight)) return Verdict::full;
    if (busy_from > 0 && load.tickets >= busy_from) return Verdict::at_work;
    return Verdict::could_take;
}

Considered in_words(Standing const& one, Requirement const& requirement) {
    Considered out;
    out.agent = one.agent->id;
    out.relative_load = one.load;
    out.code = one.code;
    switch (one.code) {
        case Verdict::no_skill:
            out.what = fit(*one.agent, requirement).lacking_skill;
            out.verdict = fmt::format("no '{}'", out.what);
            break;
        case Verdict::no_language:
            out.what = requirement.language;
            out.verdict = "no " + domain::language_name(requirement.language);
            break;
        case Verdict::chosen: out.verdict = "chosen"; break;
        case Verdict::full: out.verdict = "full"; break;
        case Verdict::at_work: out.verdict = "busy with other tickets"; break;
        case Verdict::could_take: out.verdict = "could take it"; break;
        default:
            out.verdict = one.hindrance->verdict;
            out.what = one.hindrance->what;
            out.until = one.hindrance->until;
    }
    return out;
}

bool may_take(domain::Agent const& agent, Requirement const& requirement) {
    return works_for(agent, requirement.queue) ||
           std::ranges::any_of(requirement.helpers, [&](auto const queue) { return works_for(agent, queue); });
}

constexpr double kUsual = 1.05;  // pace

}  // namespace

HandOut::HandOut(std::span<Candidate const> people, SlackRules const& rules) : pool_(rules) {
    for (auto const& person : people) {
        auto const at = pool_.add_member(person.agent);
        member_of_[person.agent.id.value] = at;
        agents_.push_back(person.agent.id);
        if (person.agent.is_available) pool_.set_at_work(at, true);
    }
}

void HandOut::add(domain::PooledTicket const& ticket, Requirement const& requirement) {
    if (!tickets_.try_emplace(ticket.ticket.value, ticket).second) return;
    Waiting waiting{ticket.ticket, pool_.bucket(requirement), ticket.opened_at, ticket.due_at, {}};
    if (auto const known = member_of_.find(ticket.known_by.value); known != member_of_.end())
        waiting.known_by = known->second;
    pool_.add(waiting);
}

domain::PooledTicket const* HandOut::find(domain::TicketId ticket) const {
    auto const found = tickets_.find(ticket.value);
    return found == tickets_.end() ? nullptr : &found->second;
}

void HandOut::put_person(domain::Agent const& agent, bool is_at_work) {
    auto const [known, is_new] = member_of_.try_emplace(agent.id.value, 0);
    if (is_new) {
        known->second = pool_.add_member(agent);
        agents_.push_back(agent.id);
    } else {
        pool_.change_member(known->second, agent);
    }
    pool_.set_at_work(known->second, is_at_work);
}

void HandOut::set_at_work(domain::AgentId agent, bool is_at_work) {
    if (auto const known = member_of_.find(agent.value); known != member_of_.end())
        pool_.set_at_work(known->second, is_at_work);
}

void HandOut::put(domain::PooledTicket const& ticket, Requirement const& requirement,
                  std::span<domain::AgentId const> blocked) {
    remove(ticket.ticket);
    tickets_[ticket.ticket.value] = ticket;
    Waiting waiting{ticket.ticket, pool_.bucket(requirement), ticket.opened_at, ticket.due_at, {}};
    auto const member = [&](domain::AgentId agent) -> std::optional<MemberAt> {
        auto const known = member_of_.find(agent.value);
        return known == member_of_.end() ? std::nullopt : std::optional(known->second);
    };
    waiting.known_by = member(ticket.known_by);
    for (auto const agent : blocked)
        if (auto const known = member(agent)) waiting.blocked.push_back(*known);
    pool_.add(waiting);
}

void HandOut::set_pace(Pool::Pace pace) {
    pace_ = pace;
    pool_.set_pace(std::move(pace));
}

void HandOut::remove(domain::TicketId ticket) {
    pool_.remove(ticket);
    tickets_.erase(ticket.value);
}

std::vector<WeighedTicket> HandOut::next_for(domain::AgentId agent, Instant now, Pool::Accepts const& accepts,
                                             Pool::Skip const& skip) const {
    std::vector<WeighedTicket> out;
    auto const member = member_of_.find(agent.value);
    if (member == member_of_.end()) return out;
    auto const list = pool_.next_for(member->second, now, accepts, skip);
    for (std::size_t i = 0; i < list.count; ++i) {
        auto const& ticket = tickets_.at(list.best[i].ticket.value);
        bool const is_usual = pace_ && ticket.category && pace_(agent, ticket.category) >= kUsual;
        out.push_back({ticket, list.best[i].terms, used_percent(ticket, now), is_usual});
    }
    return out;
}

domain::Because because_taken(domain::Agent const& agent, Asked asked, WeighedTicket const& taken,
                              Requirement const& requirement) {
    domain::Because out;
    out.source = "routing";
    out.code = asked == Asked::asked ? "routing.pulled" : "routing.handed_out";
    out.text = fmt::format("{} {}, and of what waits this ticket pressed most: {}.", called(agent),
                           asked == Asked::asked ? "asked for the next ticket" : "was free",
                           terms_in_words(taken, fit(agent, requirement), requirement));
    return out;
}

Load load_of(Loads const& loads, domain::AgentId agent) {
    auto const found = loads.find(agent.value);
    return found == loads.end() ? Load{} : found->second;
}

std::vector<Considered> stand_of(std::span<domain::Agent const> people, Loads const& loads, DutyOf const& duty_of,
                                 Requirement const& requirement, int busy_from, domain::AgentId taker,
                                 std::size_t most) {
    std::vector<Standing> all;
    for (auto const& person : people) {
        if (person.id != taker && !may_take(person, requirement)) continue;
        auto const load = load_of(loads, person.id);
        auto hindrance = find_hindrance(duty_of(person), requirement.priority);
        auto const code = verdict_of(person, hindrance, load, requirement, busy_from, taker);
        all.push_back({&person, code, relative_load(person, load), std::move(hindrance)});
    }
    auto const rank = [](Standing const& one) {
        int const group = one.code == Verdict::chosen ? 0 : one.code == Verdict::could_take ? 1 : 2;
        return std::tuple(group, group == 1 ? one.load : 0.0, one.agent->id);
    };
    auto const shown = std::min(most, all.size());
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown), all.end(),
                      [&](auto const& a, auto const& b) { return rank(a) < rank(b); });
    std::vector<Considered> out;
    for (std::size_t i = 0; i < shown; ++i) out.push_back(in_words(all[i], requirement));
    return out;
}

}  // namespace lotse::routing
