// SPDX-License-Identifier: Apache-2.0
#include "domain/check_policy.h"

#include <fmt/format.h>

#include <array>

namespace lotse::domain {
namespace {

struct TargetField {
    std::string_view name;
    std::optional<int> Targets::* minutes;
};
constexpr std::array<TargetField, 4> kFields{{{"first_reply_minutes", &Targets::first_reply_minutes},
                                              {"next_reply_minutes", &Targets::next_reply_minutes},
                                              {"update_minutes", &Targets::update_minutes},
                                              {"solution_minutes", &Targets::solution_minutes}}};

std::string place(std::size_t priority, std::string_view field) {
    return fmt::format("/targets/{}/{}", name_of(static_cast<Priority>(priority)), field);
}

void remark_on_one(Targets const& targets, std::size_t priority, std::vector<PolicyRemark>& out) {
    for (auto const& field : kFields) {
        auto const& minutes = targets.*field.minutes;
        bool const is_longer = minutes && targets.solution_minutes && *minutes > *targets.solution_minutes;
        if (is_longer)
            out.push_back({place(priority, field.name), "policy.longer_than_solution",
                           "This is longer than the target for the solution, so it will hardly ever matter."});
    }
    bool const is_early =
        targets.update_minutes && targets.first_reply_minutes && *targets.update_minutes < *targets.first_reply_minutes;
    if (is_early)
        out.push_back(
            {place(priority, "update_minutes"), "policy.update_before_reply",
             "The customer must hear something before the first reply is due: in truth the first reply is due "
             "at this time."});
}

}  // namespace

std::vector<PolicyRemark> remarks_on(Policy const& policy) {
    std::vector<PolicyRemark> out;
    for (std::size_t i = 0; i < policy.targets.size(); ++i) {
        remark_on_one(policy.targets[i], i, out);
        if (i == 0) continue;
        for (auto const& field : kFields) {
            auto const& minutes = policy.targets[i].*field.minutes;
            auto const& of_lower = policy.targets[i - 1].*field.minutes;
            if (minutes && of_lower && *minutes > *of_lower)
                out.push_back({place(i, field.name), "policy.slower_when_urgent",
                               "This is longer than the target of the next lower priority."});
        }
    }
    if (!policy.is_default && policy.conditions.is_empty())
        out.push_back({"/conditions", "policy.never_chosen",
                       "Without a condition this policy is for organizations that name it, and for nobody else."});
    return out;
}

Result<void> check_possible(Policy const& policy, Calendar const& calendar, Instant now) {
    for (std::size_t i = 0; i < policy.targets.size(); ++i)
        for (auto const& field : kFields) {
            auto const& minutes = policy.targets[i].*field.minutes;
            if (!minutes || add_open_time(calendar, now, std::chrono::minutes{*minutes})) continue;
            return invalid(
                "policy.impossible",
                "The calendar is not open for that long within ten years. Choose a shorter target, or another "
                "calendar.",
                place(i, field.name));
        }
    return {};
}

}  // namespace lotse::domain
