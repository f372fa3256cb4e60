// SPDX-License-Identifier: Apache-2.0
// The closed vocabularies of a ticket. Names are the same in code, API, SQL and UI.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lotse::domain {

// new: nobody has looked; open: ours to act; waiting: the customer's turn (clocks pause); solved: answered, may
// re-open; closed: final.
enum class Status : std::uint8_t { fresh, open, waiting, solved, closed };
enum class Priority : std::uint8_t { low, normal, high, urgent };
enum class Level : std::uint8_t { low, medium, high };  // of impact and of urgency (ITIL)
enum class TicketType : std::uint8_t { incident, request, question, complaint, no_action };
enum class Channel : std::uint8_t { email, phone, api, portal, chat, monitoring };
enum class ArticleKind : std::uint8_t { message, note };
enum class Author : std::uint8_t { customer, agent, system };
enum class Role : std::uint8_t { admin, lead, agent, light_agent, auditor };
// Of a queue. push: a ticket gets its owner when it comes, by load. pull: it waits in the pool until somebody is free.
enum class Assignment : std::uint8_t { push, pull };
// What our trusted receiving server said of the sender (Authentication-Results; DMARC).
enum class SenderProof : std::uint8_t { none, pass, fail };

// Who of the people that sign in must have a second factor.
enum class SecondFactor : std::uint8_t { nobody, admins_and_leads, everybody };

constexpr bool needs_second_factor(SecondFactor policy, Role role) {
    return policy == SecondFactor::everybody ||
           (policy == SecondFactor::admins_and_leads && (role == Role::admin || role == Role::lead));
}

template <class E>
struct EnumNames;  // specialised below: `all` lists the names in order of value

template <>
struct EnumNames<Status> {
    static constexpr std::array<std::string_view, 5> all{"new", "open", "waiting", "solved", "closed"};
};
template <>
struct EnumNames<Priority> {
    static constexpr std::array<std::string_view, 4> all{"low", "normal", "high", "urgent"};
};
template <>
struct EnumNames<Level> {
    static constexpr std::array<std::string_view, 3> all{"low", "medium", "high"};
};
template <>
struct EnumNames<TicketType> {
    static constexpr std::array<std::string_view, 5> all{"incident", "request", "question", "complaint", "no_action"};
};
template <>
struct EnumNames<Channel> {
    static constexpr std::array<std::string_view, 6> all{"email", "phone", "api", "portal", "chat", "monitoring"};
};
template <>
struct EnumNames<ArticleKind> {
    static constexpr std::array<std::string_view, 2> all{"message", "note"};
};
template <>
struct EnumNames<Author> {
    static constexpr std::array<std::string_view, 3> all{"customer", "agent", "system"};
};
template <>
struct EnumNames<Role> {
    static constexpr std::array<std::string_view, 5> all{"admin", "lead", "agent", "light_agent", "auditor"};
};
template <>
struct EnumNames<Assignment> {
    static constexpr std::array<std::string_view, 2> all{"push", "pull"};
};
template <>
struct EnumNames<SecondFactor> {
    static constexpr std::array<std::string_view, 3> all{"nobody", "admins_and_leads", "everybody"};
};
template <>
struct EnumNames<SenderProof> {
    static constexpr std::array<std::string_view, 3> all{"none", "pass", "fail"};
};

template <class E>
constexpr std::string_view name_of(E value) {
    return EnumNames<E>::all[static_cast<std::size_t>(value)];
}
template <class E>
constexpr std::optional<E> find_enum(std::string_view name) {
    for (std::size_t i = 0; i < EnumNames<E>::all.size(); ++i)
        if (EnumNames<E>::all[i] == name) return static_cast<E>(i);
    return std::nullopt;
}

}  // namespace lotse::domain
