// SPDX-License-Identifier: Apache-2.0
#include "desk/staffing_gaps.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "desk/letters.h"
#include "desk/notice_text.h"
#include "store/pool.h"
#include "store/staffing_gaps.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMostAdmins = 20;
constexpr std::size_t kMostGaps = 50;  // of one look; the rest is told by the next
constexpr std::chrono::hours kSeenAnew{1};
constexpr std::chrono::hours kOfUse{24};

struct Gap {
    domain::QueueId queue;
    Lacking lacking;
    domain::TicketId first;
    Instant due_at{};
};

Result<void> look_at_queue(store::ReadTxn& txn, Setup const& setup, domain::Queue const& queue, Instant now,
                           std::vector<Gap>& out) {
    TRY(auto const waiting, store::count_in_pool(txn, queue.id, 1));
    if (waiting == 0) return {};
    auto const team = team_of(setup, queue.id);
    TRY(auto const heads, store::pool_heads(txn, queue.id, now));
    std::map<Lacking, Gap> gaps;
    for (auto const& head : heads) {
        auto const lacking = lacking_at_all(setup, team, head);
        if (!lacking) continue;
        Gap const gap{queue.id, *lacking, head.ticket, head.due_at};
        auto const [known, is_new] = gaps.emplace(*lacking, gap);
        auto const presses = [](Gap const& one) { return std::pair(one.due_at, one.first); };
        if (!is_new && presses(gap) < presses(known->second)) known->second = gap;
    }
    for (auto const& [_, gap] : gaps) out.push_back(gap);
    return {};
}

struct Seen {
    std::shared_ptr<Setup const> setup;
    std::vector<Gap> gaps;
};

Result<Seen> look(Desk& desk, store::ReadTxn& txn, Instant now) {
    Seen out;
    TRY(out.setup, desk.setups.get(txn));
    for (auto const& queue : out.setup->queues) CHECK_OK(look_at_queue(txn, *out.setup, queue, now, out.gaps));
    return out;
}

store::StaffingGap const* find_told(std::vector<store::StaffingGap> const& told, Gap const& gap) {
    auto const found = std::ranges::find_if(told, [&](auto const& one) {
        return one.queue == gap.queue && one.lack == static_cast<int>(gap.lacking.lack) && one.what == gap.lacking.what;
    });
    return found == told.end() ? nullptr : &*found;
}

bool wants_row(store::StaffingGap const* told, Instant now) {
    return told == nullptr || now - told->seen_at >= kSeenAnew;
}

bool can_be_told(domain::Agent const* agent) {
    return agent != nullptr && !agent->is_disabled && !agent->email.empty();
}

std::vector<domain::Agent const*> whom_to_tell(Setup const& setup, domain::QueueId queue) {
    auto const* of = setup.find_queue(queue);
    auto const* lead = of != nullptr ? setup.find_agent(of->lead) : nullptr;
    if (can_be_told(lead)) return {lead};
    std::vector<domain::Agent const*> out;
    for (auto const& agent : setup.agents)
        if (agent.role == domain::Role::admin && can_be_told(&agent) && out.size() < kMostAdmins) out.push_back(&agent);
    return out;
}

Result<void> write_letters(Desk& desk, store::WriteTxn& txn, Setup const& setup, std::vector<Gap> const& fresh) {
    std::map<domain::AgentId, std::vector<NamedGap>> by_person;
    for (auto const& gap : fresh) {
        auto const* queue = setup.find_queue(gap.queue);
        for (auto const* person : whom_to_tell(setup, gap.queue))
            by_person[person->id].push_back({queue != nullptr ? queue->name : "", gap.lacking, gap.first});
    }
    auto const language = notice_language(setup.tenant.language, "en");
    for (auto const& [id, gaps] : by_person) {
        auto const& person = *setup.find_agent(id);
        auto const words = staffing_words(gaps, desk.public_url, language);
        LetterText letter;
        letter.kind = store::LetterKind::gathered_calls;
        letter.to_name = person.name;
        letter.to_address = person.email;
        letter.language = language;
        letter.subject = words.subject;
        letter.text = words.text;
        letter.expires_at = desk.clock.now() + kOfUse;
        CHECK_OK(write_letter(desk, txn, letter));
    }
    return {};
}

Result<int> tell(Desk& desk, store::WriteTxn& txn, Seen const& seen, Instant now) {
    // Another node may have told it meanwhile.
    CHECK_OK(store::forget_staffing_gaps(txn, now - kToldFor));
    TRY(auto const told, store::list_staffing_gaps(txn));
    std::vector<Gap> fresh;
    for (auto const& gap : seen.gaps) {
        auto const* known = find_told(told, gap);
        if (known == nullptr && fresh.size() >= kMostGaps) continue;
        if (known == nullptr) fresh.push_back(gap);
        if (!wants_row(known, now)) continue;
        CHECK_OK(
            store::put_staffing_gap(txn, {gap.queue, static_cast<int>(gap.lacking.lack), gap.lacking.what, now, now}));
    }
    CHECK_OK(write_letters(desk, txn, *seen.setup, fresh));
    return static_cast<int>(fresh.size());
}

}  // namespace

Result<int> tell_staffing_gaps(Desk& desk, domain::TenantScope const& scope) {
    auto const now = desk.clock.now();
    bool is_news = false;
    TRY(auto const seen, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<Seen> {
        TRY(auto out, look(desk, txn, now));
        if (out.gaps.empty()) return out;
        TRY(auto const told, store::list_staffing_gaps(txn));
        is_news = std::ranges::any_of(out.gaps, [&](auto const& gap) { return wants_row(find_told(told, gap), now); });
        return out;
    }));
    if (!is_news) return 0;
    return desk.store.write(scope, [&](store::WriteTxn& txn) { return tell(desk, txn, seen, now); });
}

Result<int> tell_all_staffing_gaps(Desk& desk) {
    TRY(auto const tenants, tended_desks(desk));
    int count = 0;
    for (auto const& tenant : tenants) {
        TRY(auto const told, tell_staffing_gaps(desk, domain::ScopeMint::for_tenant(tenant.id)));
        count += told;
    }
    return count;
}

}  // namespace lotse::desk
