// SPDX-License-Identifier: Apache-2.0
#include "desk/gather_calls.h"

#include <algorithm>
#include <map>

#include "desk/escalation_words.h"
#include "desk/letters.h"
#include "store/gathered.h"

namespace lotse::desk {
namespace {

constexpr int kLookedAt = 500;
constexpr std::size_t kNamed = 20;
constexpr std::chrono::hours kOfUse{24};

bool is_bulk(store::WaitingCalls const& one, Instant now) {
    bool const had_one = one.gathered_at && now - *one.gathered_at < kGatheredPause && *one.gathered_at <= now;
    return had_one || one.count > kCallsAlone;
}

Result<int> gather_for(Desk& desk, store::WriteTxn& txn, store::WaitingCalls const& waiting, Instant now) {
    bool const had_one = waiting.gathered_at && now - *waiting.gathered_at < kGatheredPause;
    if (had_one && *waiting.gathered_at <= now) {
        CHECK_OK(store::postpone_calls(txn, waiting.to_address, now, *waiting.gathered_at + kGatheredPause));
        return 0;
    }
    TRY(auto const calls, store::take_calls(txn, waiting.to_address, now));
    if (calls.empty()) return 0;
    // A ticket that called twice, as by its warning and its missed target, is one ticket; its last word counts.
    std::map<domain::TicketId, std::string> subjects;
    for (auto const& call : calls) subjects[call.ticket] = call.subject;
    std::vector<std::string> lines;
    for (auto const& [ticket, subject] : subjects)
        if (lines.size() < kNamed) lines.push_back(subject);
    auto const words =
        gathered_words(lines, static_cast<std::int64_t>(subjects.size()), desk.public_url, calls.front().language);
    LetterText letter;
    letter.kind = store::LetterKind::gathered_calls;
    letter.to_name = calls.front().to_name;
    letter.to_address = waiting.to_address;
    letter.language = calls.front().language;
    letter.subject = words.subject;
    letter.text = words.text;
    letter.expires_at = now + kOfUse;
    CHECK_OK(write_letter(desk, txn, letter));
    CHECK_OK(store::note_gathered(txn, waiting.to_address, now));
    return static_cast<int>(calls.size());
}

}  // namespace

Result<int> gather_calls(Desk& desk, domain::TenantScope const& scope) {
    auto const now = desk.clock.now();
    TRY(auto const waiting, desk.store.read(scope, [&](store::ReadTxn& txn) {
        return store::waiting_calls(txn, now, kLookedAt, kCallsAlone + 1);
    }));
    if (std::ranges::none_of(waiting, [&](auto const& one) { return is_bulk(one, now); })) return 0;
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<int> {
        int out = 0;
        for (auto const& one : waiting) {
            if (!is_bulk(one, now)) continue;
            TRY(auto const gathered, gather_for(desk, txn, one, now));
            out += gathered;
        }
        return out;
    });
}

}  // namespace lotse::desk
