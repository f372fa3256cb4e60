// SPDX-License-Identifier: Apache-2.0
#include "desk/decide_status.h"

#include <fmt/format.h>

#include <array>

#include "domain/clock_kind.h"

namespace lotse::desk {
namespace {

using domain::Because;
using domain::EventKind;
using domain::Status;

void reopen(Facts const& facts, TicketEdit& edit) {
    bool const is_other = bool_at(facts.event.data, "from_other");
    Because const because{"message",
                          is_other ? "status.other_answered" : "status.customer_answered",
                          is_other ? fmt::format("{} has answered.", facts.article->from_address)
                                   : std::string("The customer has answered."),
                          {},
                          {},
                          false};
    edit.set_snoozed({}, because);
    auto const status = edit.ticket().status;
    if (status != Status::waiting && status != Status::solved) return;
    edit.set_status(Status::open, facts.now, because);
}

void close(Facts const& facts, TicketEdit& edit) {
    if (edit.ticket().status != Status::solved) return;
    edit.set_status(
        Status::closed, facts.now,
        Because{"timer",
                "status.solved_long_enough",
                fmt::format("Solved for {} days without an answer.", facts.setup->settings.close_after_days),
                {},
                {},
                false});
}

// What was missed, as a sentence says it; nothing for what teams owe each other, which the customer does not feel.
std::string_view words_of(domain::ClockKind clock) {
    constexpr std::array<std::string_view, 5> kWords{"first reply", "next reply", "next news", "solution", ""};
    return kWords[static_cast<std::size_t>(clock)];
}

void escalate(Facts const& facts, TicketEdit& edit, domain::ClockKind clock) {
    bool const is_done = edit.ticket().status == Status::solved || edit.ticket().status == Status::closed;
    if (is_done || !bool_at(facts.event.data, "missed")) return;
    Because const because{"timer",
                          fmt::format("escalation.{}", domain::name_of(clock)),
                          fmt::format("The target for the {} was missed.", words_of(clock)),
                          {},
                          {},
                          false};
    edit.set_escalated(true, because);
    // News may be late many times over; that alone makes nothing more urgent.
    bool const is_raised = clock == domain::ClockKind::first_reply || clock == domain::ClockKind::solution;
    if (!is_raised || edit.ticket().urgency == domain::Level::high) return;
    auto const raised = static_cast<domain::Level>(static_cast<int>(edit.ticket().urgency) + 1);
    edit.set_urgency(raised, because);
    auto const priority = facts.setup->settings.matrix.at(edit.ticket().impact, raised);
    if (priority > edit.ticket().priority && !facts.fixed_fields.contains("priority"))
        edit.set_priority(priority, because);
}

}  // namespace

void decide_status(Facts const& facts, TicketEdit& edit) {
    if (facts.event.kind == EventKind::customer_wrote) {
        bool const counts = facts.article && !facts.article->is_automatic && !facts.article->is_quarantined;
        if (counts) reopen(facts, edit);
        return;
    }
    if (facts.event.kind != EventKind::timer_fired) return;
    auto const timer = text_at(facts.event.data, "timer");
    if (timer == name_of(domain::TimerKind::close)) close(facts, edit);
    for (auto const clock : domain::kClockKinds)
        if (timer == name_of(domain::breach_of(clock)) && !words_of(clock).empty()) escalate(facts, edit, clock);
}

}  // namespace lotse::desk
