// SPDX-License-Identifier: Apache-2.0
#include "domain/clock_rounds.h"

#include <algorithm>

namespace lotse::domain {
namespace {

using enum ClockMark::Kind;
enum class State : std::uint8_t { ours, waiting, solved };

State after(ClockMark::Kind kind, State state) {
    switch (kind) {
        case waiting_started: return State::waiting;
        case waiting_ended:
        case customer_wrote: return state == State::waiting ? State::ours : state;
        case solved: return State::solved;
        case reopened: return State::ours;
        default: return state;
    }
}

// Until something ends the round, it runs whenever it may.
void keep_running(Round& round, bool may_run, Instant at) {
    bool const wanted = may_run && !round.has_ended;
    if (wanted == round.is_running()) return;
    if (wanted) {
        round.runs.push_back({at, std::nullopt});
    } else {
        round.runs.back().to = at;
    }
}

bool is_open(std::vector<Round> const& rounds) { return !rounds.empty() && !rounds.back().has_ended; }

void end_last(std::vector<Round>& rounds) {
    if (is_open(rounds)) rounds.back().has_ended = true;
}

// Whoever is of no team acts for every queue without one.
bool is_of_team(AgentId agent, QueueId queue, std::span<HandoverTarget const> handovers) {
    auto const found = std::ranges::find(handovers, queue, &HandoverTarget::queue);
    return found == handovers.end() || found->team.empty() || std::ranges::count(found->team, agent) > 0;
}

void keep_all_running(ClockRounds& out, State state, Instant at) {
    bool const is_ours = state == State::ours;
    keep_running(out.first_reply, state != State::solved, at);
    keep_running(out.solution, is_ours, at);
    for (auto* rounds : {&out.next_reply, &out.update, &out.handover}) {
        // The round before the last may have ended with this very mark.
        if (rounds->size() > 1) keep_running((*rounds)[rounds->size() - 2], is_ours, at);
        if (!rounds->empty()) keep_running(rounds->back(), is_ours, at);
    }
}

}  // namespace

ClockRounds read_rounds(std::vector<ClockMark> const& marks, std::span<HandoverTarget const> handovers) {
    ClockRounds out;
    State state = State::ours;
    out.last_mark_at = marks.front().at;
    for (auto const& mark : marks) {
        out.last_mark_at = std::max(out.last_mark_at, mark.at);
        state = after(mark.kind, state);
        switch (mark.kind) {
            case opened:
                out.priority = mark.priority;
                if (out.update.empty()) out.update.emplace_back();
                break;
            case priority_set: out.priority = mark.priority; break;
            case agent_replied:
                out.first_reply.has_ended = true;
                end_last(out.next_reply);
                end_last(out.update);
                out.update.emplace_back();
                break;
            case customer_wrote:
                if (out.first_reply.has_ended && !is_open(out.next_reply)) out.next_reply.emplace_back();
                break;
            case queue_entered:
                // Handed on untouched: whoever had it need not act any more, and is judged by the time until then.
                end_last(out.handover);
                out.handover.emplace_back().queue = mark.queue;
                break;
            case team_acted:
                if (is_open(out.handover) && is_of_team(mark.agent, out.handover.back().queue, handovers))
                    end_last(out.handover);
                break;
            default: break;
        }
        keep_all_running(out, state, out.last_mark_at);
    }
    out.is_solved = state == State::solved;
    return out;
}

}  // namespace lotse::domain
