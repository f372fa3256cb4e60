// SPDX-License-Identifier: Apache-2.0
#include "routing/pool.h"

#include <algorithm>
#include <limits>

namespace lotse::routing {
namespace {

constexpr std::size_t kAcquaintancesMet = 8;
constexpr std::size_t kPassedOver = 64;  // of one bucket
constexpr double kLeastSpeed = 0.4;
constexpr double kMostSpeed = 1.6;

Duration hands_on(SlackRules const& rules, double speed) {
    return Duration{static_cast<std::int64_t>(static_cast<double>(rules.touch.count()) / speed)};
}

// Equal for people of one kind, and for few others.
std::size_t mark_of(domain::Agent const& agent) {
    std::size_t out = static_cast<std::size_t>(agent.role) * 2 + (agent.is_disabled ? 1 : 0);
    auto const mix = [&](std::size_t value) { out = out * 1'000'003 ^ value; };
    for (auto const queue : agent.queues) mix(static_cast<std::size_t>(queue.value));
    for (auto const& skill : agent.skills) {
        mix(std::hash<std::string>{}(skill.name));
        mix(static_cast<std::size_t>(skill.level));
    }
    for (auto const& language : agent.languages) mix(std::hash<std::string>{}(language));
    return out;
}

bool same_kind(domain::Agent const& a, domain::Agent const& b) {
    return a.role == b.role && a.is_disabled == b.is_disabled && a.queues == b.queues && a.skills == b.skills &&
           a.languages == b.languages;
}

}  // namespace

void Shortlist::offer(Weighed const& one) {
    for (std::size_t i = 0; i < count; ++i)
        if (best[i].ticket == one.ticket && best[i].member == one.member) return;
    std::size_t at = count;
    while (at > 0 && best[at - 1].terms.index() < one.terms.index()) --at;
    if (at == best.size()) return;
    count = std::min(best.size(), count + 1);
    for (std::size_t i = count - 1; i > at; --i) best[i] = best[i - 1];
    best[at] = one;
}

BucketAt Pool::bucket(Requirement const& requirement) {
    auto const [found, is_new] = bucket_at_.try_emplace(requirement, static_cast<BucketAt>(buckets_.size()));
    if (!is_new) return found->second;
    Bucket made;
    made.requirement = requirement;
    for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
        auto const said = fit(kinds_[i].sample, requirement);
        if (said.obstacle) continue;
        auto const speed = static_cast<float>(said.speed);
        made.kinds.push_back({i, speed});
        made.able += kinds_[i].at_work;
        kinds_[i].buckets.push_back({found->second, speed});
    }
    buckets_.push_back(std::move(made));
    return found->second;
}

std::uint32_t Pool::kind_of(domain::Agent const& agent) {
    auto const mark = mark_of(agent);
    auto const [first, last] = kinds_by_mark_.equal_range(mark);
    for (auto known = first; known != last; ++known)
        if (same_kind(kinds_[known->second].sample, agent)) return known->second;
    auto const at = static_cast<std::uint32_t>(kinds_.size());
    kinds_by_mark_.emplace(mark, at);
    Kind made;
    made.sample = agent;
    for (BucketAt i = 0; i < buckets_.size(); ++i) {
        auto const said = fit(agent, buckets_[i].requirement);
        if (said.obstacle) continue;
        made.buckets.push_back({i, static_cast<float>(said.speed)});
        buckets_[i].kinds.push_back({at, static_cast<float>(said.speed)});
    }
    kinds_.push_back(std::move(made));
    return at;
}

MemberAt Pool::add_member(domain::Agent const& agent) {
    Member made;
    made.agent = agent.id;
    made.kind = kind_of(agent);
    members_.push_back(made);
    return static_cast<MemberAt>(members_.size() - 1);
}

void Pool::change_member(MemberAt member, domain::Agent const& agent) {
    auto const kind = kind_of(agent);
    if (members_[member].kind == kind) return;
    bool const was_at_work = members_[member].is_at_work;
    bool const was_free = members_[member].is_free;
    auto const since = members_[member].free_since;
    set_at_work(member, false);
    set_free(member, false, since);
    members_[member].kind = kind;
    set_at_work(member, was_at_work);
    if (was_free) set_free(member, true, since);
}

void Pool::set_at_work(MemberAt member, bool is_at_work) {
    auto& who = members_[member];
    if (who.is_at_work == is_at_work) return;
    who.is_at_work = is_at_work;
    int const step = is_at_work ? 1 : -1;
    kinds_[who.kind].at_work += step;
    for (auto const& ability : kinds_[who.kind].buckets) buckets_[ability.other].able += step;
}

void Pool::set_free(MemberAt member, bool is_free, Instant since) {
    auto& who = members_[member];
    auto& free = kinds_[who.kind].free;
    if (who.is_free) free.erase({who.free_since, member});
    who.is_free = is_free;
    who.free_since = since;
    if (is_free) free.insert({since, member});
}

void Pool::add(Waiting const& ticket) {
    Place const place{ticket.due_at, ticket.opened_at, ticket.ticket};
    buckets_[ticket.bucket].waiting.insert(place);
    if (ticket.known_by) members_[*ticket.known_by].acquaintances.insert(place);
    at_.emplace(ticket.ticket.value, ticket);
}

bool Pool::remove(domain::TicketId ticket) {
    auto const found = at_.find(ticket.value);
    if (found == at_.end()) return false;
    auto const& known = found->second;
    Place const place{known.due_at, known.opened_at, ticket};
    buckets_[known.bucket].waiting.erase(place);
    if (known.known_by) members_[*known.known_by].acquaintances.erase(place);
    at_.erase(found);
    return true;
}

// How few can do what this kind could do and fewest can: of work that waits, or of all that the pool has seen.
int Pool::rarest_of(Kind const& kind, bool of_waiting) const {
    int out = std::numeric_limits<int>::max();
    for (auto const& ability : kind.buckets) {
        auto const& bucket = buckets_[ability.other];
        if (of_waiting && bucket.waiting.empty()) continue;
        out = std::min(out, std::max(1, bucket.able));
    }
    return out;
}

double Pool::pace(MemberAt member, Requirement const& requirement, float speed) const {
    auto const by_skill = static_cast<double>(speed);
    if (!pace_ || !requirement.category) return by_skill;
    return std::clamp(by_skill * pace_(members_[member].agent, requirement.category), kLeastSpeed, kMostSpeed);
}

void Pool::weigh(MemberAt member, Bucket const& bucket, float speed, Place const& place, int rarest, Instant now,
                 Shortlist& out) const {
    auto const& known_by = at_.at(place.ticket.value).known_by;
    Terms terms;
    terms.weight = rules_.weights[static_cast<std::size_t>(bucket.requirement.priority)];
    terms.speed = pace(member, bucket.requirement, speed);
    terms.urgency = urgency(place.opened_at, place.due_at, now + hands_on(rules_, terms.speed), rules_);
    terms.affinity = known_by && *known_by == member ? rules_.affinity : 1;
    terms.scarcity = scarcity(std::max(1, bucket.able), rarest, rules_);
    out.offer({place.ticket, member, terms});
}

Shortlist Pool::next_for(MemberAt member, Instant now, Accepts const& accepts, Skip const& skip) const {
    Shortlist out;
    auto const is_open = [&](Place const& place) {
        if (skip && skip(place.ticket)) return false;
        auto const& blocked = at_.at(place.ticket.value).blocked;
        return blocked.empty() || std::ranges::find(blocked, member) == blocked.end();
    };
    auto const first_open = [&](auto from, auto const& end) {
        for (std::size_t passed = 0; from != end && passed < kPassedOver; ++from, ++passed)
            if (is_open(*from)) return from;
        return end;
    };
    auto const& kind = kinds_[members_[member].kind];
    int const rarest = rarest_of(kind, true);
    for (auto const& ability : kind.buckets) {
        auto const& bucket = buckets_[ability.other];
        if (bucket.waiting.empty() || (accepts && !accepts(bucket.requirement))) continue;
        // Urgency grows with the time since coming, both among those that can still be in time and among the others.
        auto const first = first_open(bucket.waiting.begin(), bucket.waiting.end());
        if (first == bucket.waiting.end()) continue;
        weigh(member, bucket, ability.speed, *first, rarest, now, out);
        auto const done = now + hands_on(rules_, pace(member, bucket.requirement, ability.speed));
        if (first->due_at >= done) continue;
        auto const in_time = first_open(bucket.waiting.lower_bound({done, Instant::min(), {}}), bucket.waiting.end());
        if (in_time != bucket.waiting.end()) weigh(member, bucket, ability.speed, *in_time, rarest, now, out);
    }
    std::size_t met = 0;
    for (auto const& place : members_[member].acquaintances) {
        if (++met > kAcquaintancesMet) break;
        if (!is_open(place)) continue;
        auto const at = at_.at(place.ticket.value).bucket;
        double const able = speed(member, at);
        if (able > 0 && (!accepts || accepts(buckets_[at].requirement)))
            weigh(member, buckets_[at], static_cast<float>(able), place, rarest, now, out);
    }
    return out;
}

std::optional<domain::TicketId> Pool::oldest_for(MemberAt member) const {
    Place const* best = nullptr;
    auto priority = domain::Priority::low;
    for (auto const& ability : kinds_[members_[member].kind].buckets) {
        auto const& bucket = buckets_[ability.other];
        if (bucket.waiting.empty()) continue;
        auto const& first = *bucket.waiting.begin();
        auto const its = bucket.requirement.priority;
        if (best != nullptr && (its < priority || (its == priority && first.opened_at >= best->opened_at))) continue;
        best = &first;
        priority = its;
    }
    return best ? std::optional(best->ticket) : std::nullopt;
}

Shortlist Pool::member_for(Waiting const& ticket, Instant now, May const& may) const {
    Shortlist out;
    auto const& bucket = buckets_[ticket.bucket];
    auto const consider = [&](MemberAt member, Kind const& kind, float speed) {
        if (std::ranges::find(ticket.blocked, member) != ticket.blocked.end()) return;
        Terms terms;
        terms.weight = rules_.weights[static_cast<std::size_t>(bucket.requirement.priority)];
        terms.speed = pace(member, bucket.requirement, speed);
        terms.urgency = urgency(ticket.opened_at, ticket.due_at, now + hands_on(rules_, terms.speed), rules_);
        terms.affinity = ticket.known_by && *ticket.known_by == member ? rules_.affinity : 1;
        terms.scarcity = scarcity(std::max(1, bucket.able), rarest_of(kind, false), rules_);
        out.offer({ticket.ticket, member, terms});
    };
    for (auto const& ability : bucket.kinds) {
        auto const& kind = kinds_[ability.other];
        auto const first = std::ranges::find_if(kind.free, [&](auto const& one) { return !may || may(one.second); });
        if (first == kind.free.end()) continue;
        consider(first->second, kind, ability.speed);
        if (!ticket.known_by || (may && !may(*ticket.known_by))) continue;
        auto const& known = members_[*ticket.known_by];
        if (known.kind == ability.other && known.is_free) consider(*ticket.known_by, kind, ability.speed);
    }
    return out;
}

std::optional<MemberAt> Pool::longest_free_for(BucketAt bucket) const {
    std::pair<Instant, MemberAt> const* best = nullptr;
    for (auto const& ability : buckets_[bucket].kinds) {
        auto const& free = kinds_[ability.other].free;
        if (free.empty()) continue;
        if (best == nullptr || *free.begin() < *best) best = &*free.begin();
    }
    return best ? std::optional(best->second) : std::nullopt;
}

double Pool::speed(MemberAt member, BucketAt bucket) const {
    for (auto const& ability : buckets_[bucket].kinds)
        if (ability.other == members_[member].kind) return static_cast<double>(ability.speed);
    return 0;
}

}  // namespace lotse::routing
