// SPDX-License-Identifier: Apache-2.0
#include "desk/find_mentions.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace lotse::desk {
namespace {

struct Call {
    std::string words;  // lower case
    domain::AgentId agent;  // none if two people have it
};

void add(std::vector<Call>& calls, std::string words, domain::AgentId agent) {
    if (words.empty()) return;
    auto const same = std::ranges::find(calls, words, &Call::words);
    if (same == calls.end()) {
        calls.push_back({std::move(words), agent});
    } else if (same->agent != agent) {
        same->agent = {};
    }
}

// Longest first, so that "@Anna Maria" is not "@Anna".
std::vector<Call> calls_of(std::vector<domain::Agent> const& agents) {
    std::vector<Call> out;
    for (auto const& agent : agents) {
        if (agent.is_disabled) continue;
        auto const name = to_lower_utf8(trim(agent.name));
        add(out, name, agent.id);
        add(out, replace_all(name, " ", "."), agent.id);
        add(out, to_lower_ascii(agent.email.substr(0, agent.email.find('@'))), agent.id);
    }
    std::ranges::sort(out, [](Call const& a, Call const& b) { return a.words.size() > b.words.size(); });
    return out;
}

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

domain::AgentId called_at(std::string_view rest, std::vector<Call> const& calls,
                          std::vector<domain::Agent> const& agents) {
    if (rest.starts_with('{')) {
        auto const id = to_int(rest.substr(1, rest.find('}') == std::string_view::npos ? 0 : rest.find('}') - 1));
        auto const known = std::ranges::find(agents, domain::AgentId{id.value_or(0)}, &domain::Agent::id);
        return known != agents.end() && !known->is_disabled ? known->id : domain::AgentId{};
    }
    for (auto const& call : calls) {
        if (!rest.starts_with(call.words)) continue;
        if (rest.size() == call.words.size() || !is_word(rest[call.words.size()])) return call.agent;
    }
    return {};
}

}  // namespace

std::vector<domain::AgentId> find_mentions(std::string_view text, std::vector<domain::Agent> const& agents) {
    std::vector<domain::AgentId> out;
    if (text.find('@') == std::string_view::npos) return out;
    auto const calls = calls_of(agents);
    auto const lower = to_lower_utf8(text);
    std::string_view const whole = lower;
    for (auto at = whole.find('@'); at != std::string_view::npos; at = whole.find('@', at + 1)) {
        if (at > 0 && (is_word(whole[at - 1]) || whole[at - 1] == '.')) continue;  // a mail address
        auto const agent = called_at(whole.substr(at + 1), calls, agents);
        if (agent && std::ranges::find(out, agent) == out.end()) out.push_back(agent);
    }
    return out;
}

}  // namespace lotse::desk
