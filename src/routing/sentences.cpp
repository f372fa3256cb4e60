// SPDX-License-Identifier: Apache-2.0
#include "routing/sentences.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "domain/language_name.h"

namespace lotse::routing {
namespace {

std::string quoted_list(std::vector<std::string> const& names);

domain::Because because(std::string_view source, std::string_view code, std::string text) {
    domain::Because out;
    out.source = source;
    out.code = code;
    out.text = std::move(text);
    return out;
}

// A person without a name is still somebody.
std::string_view called(domain::Agent const& agent) { return agent.name.empty() ? agent.email : agent.name; }

}  // namespace

domain::Because because_queue(QueueBy by, std::string_view queue, std::string_view what) {
    switch (by) {
        case QueueBy::person: return because("person", "routing.queue_fixed", fmt::format("A person chose {}.", queue));
        case QueueBy::category:
            return because("routing", "routing.queue_by_category",
                           fmt::format("Tickets of the category '{}' go to {}.", what, queue));
        case QueueBy::organization:
            return because("routing", "routing.queue_by_organization",
                           fmt::format("Tickets of the customer's organization go to {}.", queue));
        case QueueBy::address:
            return because("address", "routing.queue_by_address",
                           what.empty() ? fmt::format("The address written to belongs to {}.", queue)
                                        : fmt::format("Mail to {} goes to {}.", what, queue));
        case QueueBy::first:
            return because("routing", "routing.queue_first",
                           fmt::format("Nothing points elsewhere, so it goes to {}.", queue));
        case QueueBy::nothing: break;
    }
    return because("routing", "routing.queue_missing", "The desk has no queue yet.");
}

domain::Because because_chosen(domain::Agent const& agent, bool speaks, Load const& load, Edge edge,
                               Demand const& demand) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEdges{{
        {"routing.only_one", "is the only one free"},
        {"routing.speaks_language", "is free, as nobody else is who does"},
        {"routing.lowest_load", "has the lowest load"},
        {"routing.longest_idle", "has gone longest without a new ticket at the lowest load"},
        {"routing.lowest_id", "comes first among equals"},
        {"routing.experience", "usually solves such tickets, at much the same load"},
    }};
    auto const& [code, phrase] = kEdges[static_cast<std::size_t>(edge)];
    std::string text(called(agent));
    if (speaks) text += " speaks " + domain::language_name(demand.language);
    if (!demand.skills.empty()) text += (speaks ? ", knows " : " knows ") + quoted_list(demand.skills);
    if (speaks || !demand.skills.empty()) text += demand.skills.size() > 1 ? ", and" : " and";
    text += fmt::format(" {} ({}).", phrase, used_words(agent, load, demand.weight));
    return because("routing", code, std::move(text));
}

std::string used_words(domain::Agent const& agent, Load const& load, Weight const& weight) {
    bool const are_tickets = load.units == load.tickets && weight.units == 1;
    return fmt::format("{} of {}{}", load.units, agent.capacity, are_tickets ? "" : " units");
}

domain::Because because_known(domain::Agent const& agent, bool by_thread) {
    if (by_thread)
        return because("routing", "routing.had_thread",
                       fmt::format("{} had the closed ticket that this one follows.", called(agent)));
    return because("routing", "routing.knows_customer",
                   fmt::format("{} has served this customer or firm before.", called(agent)));
}

domain::Because because_kept(domain::Agent const& agent) {
    return because("routing", "routing.kept_owner",
                   fmt::format("{} has this ticket already and keeps it.", called(agent)));
}

namespace {

// "are full", "is full", for the verb of n people.
std::string hindrance(Obstacle obstacle, Demand const& demand, bool one) {
    switch (obstacle) {
        case Obstacle::full: return one ? "is full" : "are full";
        case Obstacle::absent: return one ? "is absent" : "are absent";
        case Obstacle::language:
            return (one ? "does not speak " : "do not speak ") + domain::language_name(demand.language);
        case Obstacle::skill: return (one ? "does not know " : "do not know ") + quoted_list(demand.skills);
        case Obstacle::queue: return one ? "is not of this queue" : "are not of this queue";
        case Obstacle::restricted: return one ? "takes none of this priority now" : "take none of this priority now";
    }
    return {};
}

// The last test that still had somebody to turn away: nobody passes it, though somebody came as far.
std::string_view code_for(Tally const& tally) {
    static constexpr std::array<std::string_view, 6> kCodes{"routing.nobody_in_queue", "routing.nobody_skill",
                                                            "routing.nobody_language", "routing.nobody_available",
                                                            "routing.all_full",        "routing.nobody_available"};
    for (std::size_t i = kCodes.size(); i-- > 0;)
        if (tally.blocked[i] > 0) return kCodes[i];
    return "routing.nobody_in_queue";
}

}  // namespace

domain::Because because_nobody(Tally const& tally, Demand const& demand) {
    auto const code = code_for(tally);
    if (tally.members == 0)
        return because("routing", code,
                       demand.queue.empty() ? std::string("There is no queue to take it from.")
                                            : fmt::format("Nobody works for {} yet.", demand.queue));
    std::vector<std::pair<int, Obstacle>> causes;
    for (std::size_t i = 0; i < tally.blocked.size(); ++i)
        if (tally.blocked[i] > 0) causes.emplace_back(tally.blocked[i], static_cast<Obstacle>(i));
    std::ranges::sort(causes, std::ranges::greater{});

    std::string text;
    if (tally.members == 1) {
        text = fmt::format("{}, the only agent of {},", called(*tally.only_member), demand.queue);
    } else if (causes.size() == 1) {
        text = fmt::format("All {} agents of {}", tally.members, demand.queue);
    } else {
        text = fmt::format("{} of {} agents of {}", causes[0].first, tally.members, demand.queue);
    }
    text += ' ' + hindrance(causes[0].second, demand, causes[0].first == 1);
    for (std::size_t i = 1; i < causes.size(); ++i)
        text += fmt::format(", {} {}", causes[i].first, hindrance(causes[i].second, demand, causes[i].first == 1));
    return because("routing", code, text + '.');
}

domain::Because because_pooled(Demand const& demand, int able) {
    return because(
        "routing", "routing.in_pool",
        able == 1
            ? fmt::format("It waits in the pool of {} until the one person at work who fits is free.", demand.queue)
            : fmt::format("It waits in the pool of {} until one of the {} people at work who fit is free.",
                          demand.queue, able));
}

std::string verdict_for(Obstacle obstacle, Demand const& demand, std::string_view lacking_skill) {
    switch (obstacle) {
        case Obstacle::skill: return fmt::format("no '{}'", lacking_skill);
        case Obstacle::language: return "no " + domain::language_name(demand.language);
        case Obstacle::absent: return "absent";
        case Obstacle::full: return "full";
        case Obstacle::queue: return "not of this queue";
        case Obstacle::restricted: return "takes none of this priority now";
    }
    return {};
}

namespace {

// "'a'", "'a' and 'b'", "'a', 'b' and 'c'".
std::string quoted_list(std::vector<std::string> const& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
        out += "'" + names[i] + "'";
    }
    return out;
}

}  // namespace
}  // namespace lotse::routing
