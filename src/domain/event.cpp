// SPDX-License-Identifier: Apache-2.0
#include "domain/event.h"

#include <array>
#include <utility>

#include "base/must.h"

namespace lotse::domain {
namespace {

constexpr std::array<std::string_view, 14> kKinds{
    "opened",           "customer_wrote", "agent_replied", "noted",         "updated",
    "settled",          "timer_fired",    "notice_failed", "settle_failed", "reply_scheduled",
    "reply_taken_back", "forwarded",      "judged",        "escalation"};
constexpr std::array<std::string_view, 4> kActors{"customer", "agent", "api", "lotse"};

template <class E, std::size_t N>
E find_in(std::array<std::string_view, N> const& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == name) return static_cast<E>(i);
    must(false, "known event vocabulary");
    std::unreachable();
}

}  // namespace

std::string_view name_of(EventKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::string_view name_of(Actor actor) { return kActors[static_cast<std::size_t>(actor)]; }
EventKind event_kind_from(std::string_view name) { return find_in<EventKind>(kKinds, name); }
Actor actor_from(std::string_view name) { return find_in<Actor>(kActors, name); }

}  // namespace lotse::domain
