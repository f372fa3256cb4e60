// SPDX-License-Identifier: Apache-2.0
// How a placement is told: the stable code and one English sentence for each outcome. Private to routing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/because.h"
#include "domain/people.h"
#include "routing/requirement.h"

namespace lotse::routing {

struct Demand {
    std::string queue;                // its name
    std::vector<std::string> skills;  // of queue and category, each once
    std::string language;             // "" none
    bool language_is_required = true;
    domain::Priority priority = domain::Priority::normal;
    Weight weight = {};
};

// Who stood in the way: members of the queue, and how many of them met which obstacle first.
struct Tally {
    int members = 0;
    std::array<int, 6> blocked{};  // by Obstacle
    domain::Agent const* only_member = nullptr;  // if there is one
};

// What decided among those who fit.
enum class Edge : std::uint8_t { only_one, language, lowest_load, longest_idle, lowest_id, experience };

// What led to the queue.
enum class QueueBy : std::uint8_t { person, category, organization, address, first, nothing };

// `what`: the name of the category or the address of the queue.
domain::Because because_queue(QueueBy by, std::string_view queue, std::string_view what = {});
// `speaks`: the customer's language, where one is known.
domain::Because because_chosen(domain::Agent const& agent, bool speaks, Load const& load, Edge edge,
                               Demand const& demand);
domain::Because because_kept(domain::Agent const& agent);
// Who served this customer or firm before, or had the closed ticket that this one follows.
domain::Because because_known(domain::Agent const& agent, bool by_thread);
domain::Because because_nobody(Tally const& tally, Demand const& demand);
// Waits until somebody is free; `able` of the queue's members could take it now or later today.
domain::Because because_pooled(Demand const& demand, int able);
// "3 of 10", or "3 of 10 units" where these are not tickets.
std::string used_words(domain::Agent const& agent, Load const& load, Weight const& weight);
std::string verdict_for(Obstacle obstacle, Demand const& demand, std::string_view lacking_skill);

}  // namespace lotse::routing
