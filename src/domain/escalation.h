// SPDX-License-Identifier: Apache-2.0
// Who is told of a ticket in trouble, one after the other, until somebody says that they look after it. An admin writes
// chains; a ticket in trouble has one escalation for each cause. Pure: where an escalation stands follows from its chain,
// its start and the number of steps it has taken.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/json.h"
#include "domain/calendar.h"
#include "domain/clock_kind.h"
#include "domain/ids.h"

namespace lotse::domain {

using ChainId = Id<struct ChainTag>;
using EscalationId = Id<struct EscalationTag>;
using WebhookId = Id<struct WebhookTag>;

// What is in danger. Names and positions are stored: append only.
enum class EscalationCause : std::uint8_t {
    first_reply,
    solution,
    reply_promise,
    solution_promise,
    silence,
    next_reply,
    update,
    handover,
};
inline constexpr std::array<std::string_view, 8> kEscalationCauses{
    "first_reply", "solution", "reply_promise", "solution_promise", "silence", "next_reply", "update", "handover"};
// Whose time it is about; nothing for promises and silence.
constexpr std::optional<ClockKind> clock_of(EscalationCause cause) {
    switch (cause) {
        case EscalationCause::first_reply: return ClockKind::first_reply;
        case EscalationCause::solution: return ClockKind::solution;
        case EscalationCause::next_reply: return ClockKind::next_reply;
        case EscalationCause::update: return ClockKind::update;
        case EscalationCause::handover: return ClockKind::handover;
        default: return std::nullopt;
    }
}
// Names and positions are stored: append only. rung: a share of a target's time is used, see Chain::ladder.
enum class EscalationStart : std::uint8_t { promise, warning, silence, breach, rung };
inline constexpr std::array<std::string_view, 5> kEscalationStarts{"promise", "warning", "silence", "breach", "rung"};
// How bad it is: the more, the worse.
constexpr int badness(EscalationStart start) { return start == EscalationStart::rung ? -1 : static_cast<int>(start); }
// watching: an owner who is not silent yet. running: steps are to come or all were told. acknowledged: somebody looks after it.
enum class EscalationState : std::uint8_t { watching, running, acknowledged, ended };
inline constexpr std::array<std::string_view, 4> kEscalationStates{"watching", "running", "acknowledged", "ended"};
// webhook: a program, by HTTP. Positions are stored.
enum class StepTo : std::uint8_t { owner, lead, agent, on_call, webhook };
inline constexpr std::array<std::string_view, 5> kStepTo{"owner", "lead", "agent", "on_call", "webhook"};

constexpr std::string_view name_of(EscalationCause value) { return kEscalationCauses[static_cast<std::size_t>(value)]; }
constexpr std::string_view name_of(EscalationStart value) { return kEscalationStarts[static_cast<std::size_t>(value)]; }
constexpr std::string_view name_of(EscalationState value) { return kEscalationStates[static_cast<std::size_t>(value)]; }
constexpr std::string_view name_of(StepTo value) { return kStepTo[static_cast<std::size_t>(value)]; }

struct EscalationStep {
    StepTo to = StepTo::owner;
    std::vector<AgentId> agents;  // agent: the one; on_call: by week, in turn
    int after_minutes = 0;  // since the start; ascending along the chain
    bool by_mail = true;  // beside the page, where it always stands
    WebhookId webhook = {};  // of a step to a webhook
    bool operator==(EscalationStep const&) const = default;
};

// Somebody is told when so much of a clock's target is used, before anything is missed. Once for each round of a clock and
// each target; where several are passed at once, as after a shorter target, the highest tells for all.
struct EscalationRung {
    int percent = 0;  // 1..100 of the working time; 100: the target itself
    EscalationStep step;  // its minutes do not count
    bool operator==(EscalationRung const&) const = default;
};

struct Chain {
    ChainId id;
    std::int64_t version = 1;
    std::string name;
    bool is_default = false;  // for every ticket that no other chain is for
    std::vector<QueueId> queues;  // goes before a policy, and that before the default
    std::vector<PolicyId> policies;
    std::vector<EscalationStart> starts;  // never `rung`
    std::vector<EscalationRung> ladder;  // ascending
    bool is_round_the_clock = false;  // else only open time counts
    std::vector<EscalationStep> steps;
    int repeats = 0;  // so many more rounds
    int round_minutes = 60;  // from the last step to the next round, or to the admins, who stand at the end
    int silent_after_minutes = 0;  // open minutes without an act of the owner; where it starts on silence
    int taken_back_after_minutes = 0;  // then the ticket leaves its silent owner; 0 = never
    bool tells_subject = false;  // to webhooks
    bool operator==(Chain const&) const = default;
};

struct Escalation {
    EscalationId id;  // 0: not stored yet
    std::int64_t version = 1;
    TicketId ticket;
    EscalationCause cause = EscalationCause::first_reply;
    EscalationStart start = EscalationStart::warning;
    EscalationState state = EscalationState::running;
    ChainId chain;
    QueueId queue;  // of the ticket as it started
    AgentId owner;  // of the ticket as it started; silence: who is silent
    Instant started_at{};  // watching: since when nothing was done
    std::optional<Instant> silent_since = {};  // of a silent owner
    int next_step = 0;  // place in the run of all rounds, see step_at()
    std::optional<Instant> next_at;  // nothing: no step is to come
    int rung = 0;  // share that is to be told next; 0: none
    int percent = 0;  // the last share that was reached; 0: none
    AgentId acknowledged_by;
    std::optional<Instant> acknowledged_at;
    std::optional<Instant> ended_at;
    std::string why_ended;  // "solved", "replied", "reassigned", "acted", "paused", "no_chain", "taken_back"
    bool operator==(Escalation const&) const = default;
};

// Somebody was told, or would have been: `passed_over` says why not.
struct EscalationTold {
    EscalationId escalation;
    int nth = 0;
    TicketId ticket;
    AgentId agent;  // 0: nobody
    StepTo to = StepTo::owner;
    bool is_admins = false;  // the end of the chain
    bool by_mail = false;
    int percent = 0;  // of a rung
    WebhookId webhook = {};
    std::string passed_over;  // "", "nobody", "disabled", "absent", "no_address", "told"
    Instant at{};
    bool operator==(EscalationTold const&) const = default;
};

// Steps of all rounds counted through: place / steps.size() is the round. The place after the last round is the admins'.
constexpr int place_of_admins(Chain const& chain) { return (chain.repeats + 1) * static_cast<int>(chain.steps.size()); }
// Null for the admins' place and behind it.
EscalationStep const* step_in(Chain const& chain, int place);
// When a place is due; nothing behind the admins'. Error: invalid from a calendar that is never open.
Result<std::optional<Instant>> step_at(Chain const& chain, Calendar const& calendar, Instant started_at, int place);
// The calendar's time or, of a chain round the clock, the clock's.
Result<Instant> minutes_after(Chain const& chain, Calendar const& calendar, Instant from, int minutes);

// The shares that a chain tells at, ascending, each once; and whether it tells at this one.
std::vector<int> percents_of(Chain const& chain);
bool has_rung(Chain const& chain, int percent);

// The chain for a ticket in trouble of this kind: its queue's, else its policy's, else the default; the first by id of
// each. Null: none starts on it. On `rung` start those that have a ladder.
Chain const* chain_for(std::vector<Chain> const& chains, EscalationStart start, QueueId queue, PolicyId policy);
Chain const* find_chain(std::vector<Chain> const& chains, ChainId id);

// Whose week it is: weeks begin on Monday, 00:00 in the zone. 0 of an empty list.
AgentId on_call_at(EscalationStep const& step, Instant at, std::string_view time_zone);

// All but id, version and name, as it is stored.
JsonObject chain_document(Chain const& chain);
Chain chain_from(JsonObject const& document);

}  // namespace lotse::domain
