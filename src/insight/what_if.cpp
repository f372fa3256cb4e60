// SPDX-License-Identifier: Apache-2.0
#include "insight/what_if.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "domain/zone.h"

namespace lotse::insight {
namespace {

Error unknown(std::string pointer) {
    return invalid("simulation.what", "The desk has nobody and nothing of this number.", std::move(pointer));
}

ModelPerson* find_person(DeskModel& model, domain::AgentId id) {
    auto const found = std::ranges::find(model.people, id, [](auto const& one) { return one.agent.id; });
    return found == model.people.end() ? nullptr : &*found;
}

void teach(domain::Agent& agent, std::vector<std::string> const& skills, std::vector<std::string> const& languages) {
    for (auto const& skill : skills)
        if (std::ranges::find(agent.skills, skill, &domain::Skill::name) == agent.skills.end())
            agent.skills.push_back({skill, 3});
    for (auto const& language : languages)
        if (std::ranges::find(agent.languages, language) == agent.languages.end()) agent.languages.push_back(language);
}

// On the same days, at other times. Of a roster's shifts the first of each day moves and the others go.
void move_hours(ModelPerson& person, domain::DailyHours const& hours, domain::Zone const& zone) {
    for (auto& day : person.usual.days)
        if (day) day = domain::Interval{hours.from, hours.to};
    std::vector<Shift> moved;
    for (auto const& shift : person.shifts) {
        auto const day = std::chrono::floor<std::chrono::days>(zone.to_local(shift.from));
        Shift const then{zone.to_utc(day + std::chrono::minutes{hours.from}),
                         zone.to_utc(day + std::chrono::minutes{hours.to})};
        if (moved.empty() || moved.back().to <= then.from) moved.push_back(then);
    }
    person.shifts = std::move(moved);
}

Result<void> change_people(DeskModel& model, domain::WhatIf const& what) {
    auto zone = domain::Zone::find(model.time_zone);
    if (!zone) zone = domain::Zone::find("UTC");
    std::int64_t next = 1'000'000'000;
    std::vector<ModelPerson> added;
    for (std::size_t i = 0; i < what.add.size(); ++i) {
        auto const& wish = what.add[i];
        auto const* like = find_person(model, wish.like);
        if (like == nullptr) return unknown(fmt::format("/what/add/{}/like", i));
        for (int n = 0; n < wish.count; ++n) {
            auto one = *like;
            one.agent.id = domain::AgentId(next++);
            teach(one.agent, wish.skills, wish.languages);
            if (wish.hours) move_hours(one, *wish.hours, *zone);
            added.push_back(std::move(one));
        }
    }
    for (std::size_t i = 0; i < what.change.size(); ++i) {
        auto* person = find_person(model, what.change[i].agent);
        if (person == nullptr) return unknown(fmt::format("/what/change/{}/agent", i));
        teach(person->agent, what.change[i].skills, what.change[i].languages);
        if (what.change[i].hours) move_hours(*person, *what.change[i].hours, *zone);
    }
    for (std::size_t i = 0; i < what.remove.size(); ++i) {
        if (find_person(model, what.remove[i]) == nullptr) return unknown(fmt::format("/what/remove/{}", i));
        std::erase_if(model.people, [&](auto const& one) { return one.agent.id == what.remove[i]; });
    }
    std::ranges::move(added, std::back_inserter(model.people));
    return {};
}

Result<void> change_work(Variant& out, domain::WhatIf const& what) {
    auto& model = out.model;
    for (std::size_t i = 0; i < what.volume.size(); ++i) {
        auto const& wish = what.volume[i];
        if (wish.queue && std::ranges::find(model.queues, wish.queue, &domain::Queue::id) == model.queues.end())
            return unknown(fmt::format("/what/volume/{}/queue", i));
        if (wish.category &&
            std::ranges::find(model.categories, wish.category, &domain::Category::id) == model.categories.end())
            return unknown(fmt::format("/what/volume/{}/category", i));
        for (std::size_t k = 0; k < model.kinds.size(); ++k) {
            auto const& kind = model.kinds[k];
            bool const is_meant = (!wish.queue || kind.requirement.queue == wish.queue) &&
                                  (!wish.category || kind.category == wish.category);
            if (is_meant) out.volume[k] *= wish.factor;
        }
    }
    for (auto const& wish : what.targets)
        for (auto& kind : model.kinds) {
            if (kind.requirement.priority != wish.priority) continue;
            if (wish.first_reply_minutes) kind.first_reply = std::chrono::minutes{*wish.first_reply_minutes};
            if (wish.solution_minutes) kind.solution = std::chrono::minutes{*wish.solution_minutes};
        }
    for (std::size_t i = 0; i < what.assignment.size(); ++i) {
        auto const found = std::ranges::find(model.queues, what.assignment[i].queue, &domain::Queue::id);
        if (found == model.queues.end()) return unknown(fmt::format("/what/assignment/{}/queue", i));
        found->assignment = what.assignment[i].assignment;
    }
    out.automation = what.automation;
    return {};
}

double half_of_unpaired(Spread const& a, Spread const& b) {
    return std::hypot((a.high - a.low) / 2, (b.high - b.low) / 2);
}

}  // namespace

Variant as_it_is(DeskModel model) {
    Variant out{std::move(model), {}, 0};
    out.volume.assign(out.model.kinds.size(), 1.0);
    return out;
}

Variant as_it_was(DeskModel model) {
    if (model.past_queues.size() == model.queues.size()) model.queues = model.past_queues;
    return as_it_is(std::move(model));
}

Result<Variant> apply(DeskModel const& model, domain::WhatIf const& what) {
    auto out = as_it_is(model);
    CHECK_OK(change_people(out.model, what));
    CHECK_OK(change_work(out, what));
    return out;
}

Result<WhatIfAnswer> compare(Variant const& before, Variant const& after, domain::SimulationQuestion const& question,
                             Going const& going) {
    WhatIfAnswer out;
    out.from = midnight_after(before.model, before.model.now);
    Donors const donors(before.model, before.model.now);
    auto const clocks =
        clocks_for(before.model, before.model.history_from, out.from + std::chrono::days{question.days + 30});
    std::array<std::vector<double>, kFigures> now;
    std::array<std::vector<double>, kFigures> then;
    std::array<std::vector<double>, kFigures> change;
    for (int run = 0; run < question.runs; ++run) {
        Drawing const drawing{static_cast<std::uint64_t>(question.seed), static_cast<std::uint64_t>(run)};
        auto const one = draw_days(before, donors, clocks, out.from, question.days, drawing);
        auto const other = draw_days(after, donors, clocks, out.from, question.days, drawing);
        out.until = one.until;
        for (auto const& ticket : one.tickets) out.tickets += ticket.is_counted ? 1 : 0;
        auto const as_is = figures_of(one, live(one));
        auto const as_asked = figures_of(other, live(other));
        for (std::size_t i = 0; i < kFigures; ++i) {
            now[i].push_back(as_is.values[i]);
            then[i].push_back(as_asked.values[i]);
            change[i].push_back(as_asked.values[i] - as_is.values[i]);
        }
        if (going && !going(static_cast<double>(run + 1) / question.runs))
            return unavailable("simulation.stopped", "The simulation was stopped.");
    }
    out.runs = static_cast<std::size_t>(question.runs);
    out.tickets /= static_cast<double>(question.runs);
    for (std::size_t i = 0; i < kFigures; ++i) {
        auto& figure = out.figures[i];
        figure.before = mean_of(now[i]);
        figure.after = mean_of(then[i]);
        figure.difference = mean_of(change[i]);
        figure.unpaired_half = half_of_unpaired(figure.before, figure.after);
    }
    return out;
}

}  // namespace lotse::insight
