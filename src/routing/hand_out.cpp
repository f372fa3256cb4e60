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
    if (taken.terms.speed >= kQuick) out += ", quick at this kind";
    if (taken.terms.speed <= kSlow) out += ", slower at this kind";
    if (taken.terms.affinity > 1) out += ", has served this customer or firm before";
    if (taken.terms.scarcity < kScarce) out += ", though others could do it as well";
    return out;
}

Considered stand(Candidate const& person, Requirement const& requirement, int busy_from, domain::AgentId taker) {
    Considered out;
    auto const& agent = person.agent;
    out.agent = agent.id;
    out.relative_load = agent.capacity > 0 ? double(person.open_tickets) / agent.capacity : 1;
    auto const say = [&](Verdict code, std::string text, std::string what = {}) {
        out.code = code;
        out.verdict = std::move(text);
        out.what = std::move(what);
        return out;
    };
    if (agent.id == taker) return say(Verdict::chosen, "chosen");
    auto const said = fit(agent, requirement);
    if (said.obstacle == Obstacle::skill)
        return say(Verdict::no_skill, fmt::format("no '{}'", said.lacking_skill), said.lacking_skill);
    if (said.obstacle == Obstacle::language)
        return say(Verdict::no_language, "no " + domain::language_name(requirement.language), requirement.language);
    if (auto why = find_hindrance(person, requirement.priority)) {
        out.until = why->until;
        return say(why->code, std::move(why->verdict), std::move(why->what));
    }
    if (person.open_tickets >= agent.capacity) return say(Verdict::full, "full");
    if (busy_from > 0 && person.open_tickets >= busy_from) return say(Verdict::at_work, "busy with other tickets");
    return say(Verdict::could_take, "could take it");
}

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

void HandOut::remove(domain::TicketId ticket) {
    pool_.remove(ticket);
    tickets_.erase(ticket.value);
}

std::vector<WeighedTicket> HandOut::next_for(domain::AgentId agent, Instant now, Pool::Accepts const& accepts) const {
    std::vector<WeighedTicket> out;
    auto const member = member_of_.find(agent.value);
    if (member == member_of_.end()) return out;
    auto const list = pool_.next_for(member->second, now, accepts);
    for (std::size_t i = 0; i < list.count; ++i) {
        auto const& ticket = tickets_.at(list.best[i].ticket.value);
        out.push_back({ticket, list.best[i].terms, used_percent(ticket, now)});
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

std::vector<Considered> stand_of(std::span<Candidate const> people, Requirement const& requirement, int busy_from,
                                 domain::AgentId taker, std::size_t most) {
    std::vector<Considered> out;
    for (auto const& person : people)
        if (works_for(person.agent, requirement.queue) || person.agent.id == taker)
            out.push_back(stand(person, requirement, busy_from, taker));
    auto const rank = [](Considered const& one) {
        int const group = one.code == Verdict::chosen ? 0 : one.code == Verdict::could_take ? 1 : 2;
        return std::tuple(group, group == 1 ? one.relative_load : 0.0, one.agent);
    };
    auto const shown = std::min(most, out.size());
    std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(shown), out.end(),
                      [&](auto const& a, auto const& b) { return rank(a) < rank(b); });
    out.resize(shown);
    return out;
}

}  // namespace lotse::routing
