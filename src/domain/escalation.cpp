// SPDX-License-Identifier: Apache-2.0
#include "domain/escalation.h"

#include <algorithm>

#include "domain/zone.h"

namespace lotse::domain {
namespace {

template <class IdType>
JsonArray ids_json(std::vector<IdType> const& ids) {
    JsonArray out;
    for (auto const id : ids) out.emplace_back(id.value);
    return out;
}

template <class IdType>
std::vector<IdType> ids_in(JsonArray const& stored) {
    std::vector<IdType> out;
    for (auto const& one : stored)
        if (one.is_int64()) out.push_back(IdType{one.get_int64()});
    return out;
}

template <class E, std::size_t N>
std::optional<E> word_in(std::array<std::string_view, N> const& names, std::string_view name) {
    auto const found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<E>(found - names.begin());
}

std::chrono::sys_days monday_of(std::chrono::local_days day) {
    auto const weekday = std::chrono::weekday{day}.iso_encoding() - 1;
    return std::chrono::sys_days{day.time_since_epoch() - std::chrono::days{weekday}};
}

// 5 January 1970, a Monday: weeks are counted from it.
constexpr std::chrono::sys_days kFirstMonday{std::chrono::days{4}};

JsonObject step_json(EscalationStep const& step) {
    return {{"to", name_of(step.to)},
            {"agents", ids_json(step.agents)},
            {"after_minutes", step.after_minutes},
            {"by_mail", step.by_mail},
            {"webhook", step.webhook ? Json(step.webhook.value) : Json(nullptr)}};
}

JsonObject rung_json(EscalationRung const& rung) {
    auto out = step_json(rung.step);
    out.erase("after_minutes");
    out["at_percent"] = rung.percent;
    return out;
}

EscalationStep step_from(JsonObject const& object) {
    EscalationStep out;
    out.to = word_in<StepTo>(kStepTo, text_at(object, "to")).value_or(StepTo::owner);
    out.agents = ids_in<AgentId>(array_at(object, "agents"));
    out.after_minutes = static_cast<int>(int_at(object, "after_minutes"));
    out.by_mail = bool_at(object, "by_mail", true);
    out.webhook = WebhookId{int_at(object, "webhook")};
    return out;
}

bool is_for(Chain const& chain, int how, QueueId queue, PolicyId policy) {
    if (how == 0) return std::ranges::find(chain.queues, queue) != chain.queues.end();
    if (how == 1) return std::ranges::find(chain.policies, policy) != chain.policies.end();
    return chain.is_default;
}

}  // namespace

EscalationStep const* step_in(Chain const& chain, int place) {
    if (place < 0 || place >= place_of_admins(chain)) return nullptr;
    return &chain.steps[static_cast<std::size_t>(place) % chain.steps.size()];
}

Result<Instant> minutes_after(Chain const& chain, Calendar const& calendar, Instant from, int minutes) {
    Duration const work = std::chrono::minutes{minutes};
    if (chain.is_round_the_clock) return from + work;
    return add_open_time(calendar, from, work);
}

Result<std::optional<Instant>> step_at(Chain const& chain, Calendar const& calendar, Instant started_at, int place) {
    if (place > place_of_admins(chain)) return std::nullopt;
    auto const steps = static_cast<int>(chain.steps.size());
    int const last = chain.steps.empty() ? 0 : chain.steps.back().after_minutes;
    int const round = steps == 0 ? 0 : place / steps;
    auto const* step = step_in(chain, place);
    int const minutes = round * (last + chain.round_minutes) + (step != nullptr ? step->after_minutes : 0);
    TRY(auto const at, minutes_after(chain, calendar, started_at, minutes));
    return std::optional(at);
}

Chain const* chain_for(std::vector<Chain> const& chains, EscalationStart start, QueueId queue, PolicyId policy) {
    for (int how = 0; how < 3; ++how)
        for (auto const& chain : chains) {
            bool const starts = start == EscalationStart::rung
                                    ? !chain.ladder.empty()
                                    : std::ranges::find(chain.starts, start) != chain.starts.end();
            if (starts && is_for(chain, how, queue, policy)) return &chain;
        }
    return nullptr;
}

std::vector<int> percents_of(Chain const& chain) {
    std::vector<int> out;
    for (auto const& rung : chain.ladder)
        if (out.empty() || out.back() != rung.percent) out.push_back(rung.percent);
    return out;
}

bool has_rung(Chain const& chain, int percent) {
    return std::ranges::find(chain.ladder, percent, &EscalationRung::percent) != chain.ladder.end();
}

Chain const* find_chain(std::vector<Chain> const& chains, ChainId id) {
    auto const found = std::ranges::find(chains, id, &Chain::id);
    return found == chains.end() ? nullptr : &*found;
}

AgentId on_call_at(EscalationStep const& step, Instant at, std::string_view time_zone) {
    if (step.agents.empty()) return {};
    auto const zone = Zone::find(time_zone);
    auto const local = zone ? zone->to_local(at) : LocalTime{at.time_since_epoch()};
    auto const weeks = (monday_of(std::chrono::floor<std::chrono::days>(local)) - kFirstMonday).count() / 7;
    auto const count = static_cast<std::int64_t>(step.agents.size());
    return step.agents[static_cast<std::size_t>(((weeks % count) + count) % count)];
}

JsonObject chain_document(Chain const& chain) {
    JsonArray starts;
    for (auto const one : chain.starts) starts.emplace_back(name_of(one));
    JsonArray ladder;
    for (auto const& one : chain.ladder) ladder.emplace_back(rung_json(one));
    JsonArray steps;
    for (auto const& one : chain.steps) steps.emplace_back(step_json(one));
    return {{"is_default", chain.is_default},
            {"queues", ids_json(chain.queues)},
            {"policies", ids_json(chain.policies)},
            {"starts", std::move(starts)},
            {"ladder", std::move(ladder)},
            {"is_round_the_clock", chain.is_round_the_clock},
            {"steps", std::move(steps)},
            {"repeats", chain.repeats},
            {"round_minutes", chain.round_minutes},
            {"silent_after_minutes", chain.silent_after_minutes},
            {"taken_back_after_minutes", chain.taken_back_after_minutes},
            {"tells_subject", chain.tells_subject}};
}

Chain chain_from(JsonObject const& document) {
    Chain out;
    out.is_default = bool_at(document, "is_default");
    out.queues = ids_in<QueueId>(array_at(document, "queues"));
    out.policies = ids_in<PolicyId>(array_at(document, "policies"));
    for (auto const& one : array_at(document, "starts"))
        if (one.is_string())
            if (auto const start = word_in<EscalationStart>(kEscalationStarts, std::string_view(one.get_string())))
                out.starts.push_back(*start);
    for (auto const& one : array_at(document, "ladder"))
        if (one.is_object())
            out.ladder.push_back(
                {static_cast<int>(int_at(one.get_object(), "at_percent")), step_from(one.get_object())});
    out.is_round_the_clock = bool_at(document, "is_round_the_clock");
    for (auto const& one : array_at(document, "steps"))
        if (one.is_object()) out.steps.push_back(step_from(one.get_object()));
    out.repeats = static_cast<int>(int_at(document, "repeats"));
    out.round_minutes = static_cast<int>(int_at(document, "round_minutes", 60));
    out.silent_after_minutes = static_cast<int>(int_at(document, "silent_after_minutes"));
    out.taken_back_after_minutes = static_cast<int>(int_at(document, "taken_back_after_minutes"));
    out.tells_subject = bool_at(document, "tells_subject");
    return out;
}

}  // namespace lotse::domain
