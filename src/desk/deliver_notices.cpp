// SPDX-License-Identifier: Apache-2.0
#include "desk/deliver_notices.h"

#include <array>

#include "base/crypto.h"
#include "store/articles.h"
#include "store/events.h"
#include "store/outbox.h"

namespace lotse::desk {
namespace {

// Longer than the longest send, so that a slow server does not get the same notice from a second worker.
constexpr std::chrono::minutes kLease{5};

double random_unit() {
    auto const bytes = random_bytes(2);
    return (static_cast<unsigned char>(bytes[0]) * 256 + static_cast<unsigned char>(bytes[1])) / 65536.0;
}

}  // namespace

Duration retry_pause(int tries_done, double jitter) {
    static constexpr std::array<int, 7> kMinutes{1, 4, 15, 60, 180, 360, 720};
    auto const at = std::min<std::size_t>(static_cast<std::size_t>(std::max(1, tries_done)), kMinutes.size()) - 1;
    return std::chrono::seconds{static_cast<std::int64_t>(kMinutes[at] * 60 * (0.8 + 0.4 * jitter))};
}

Result<std::vector<domain::Notice>> claim_notices(Desk& desk, domain::TenantScope const& scope, int limit) {
    auto const now = desk.clock.now();
    return desk.store.write(scope,
                            [&](store::WriteTxn& txn) { return store::claim_notices(txn, now, now + kLease, limit); });
}

Result<Sending> read_sending(Desk& desk, domain::TenantScope const& scope, domain::Notice const& notice) {
    Sending out;
    if (!notice.article) return out;
    std::vector<domain::Attachment> files;
    TRY(auto article, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<domain::Article> {
        TRY(auto found, store::get_article(txn, notice.article));
        TRY(files, store::attachments_of(txn, found.ticket, found.id));
        return found;
    }));
    out.to = std::move(article.to);
    out.cc = std::move(article.cc);
    for (auto& file : files) {
        TRY(auto bytes, desk.blobs.get(scope, file.sha256));
        out.files.push_back({std::move(file), std::move(bytes)});
    }
    return out;
}

Result<void> note_outcome(Desk& desk, domain::TenantScope const& scope, domain::Notice const& notice,
                          Result<void> const& outcome) {
    auto const now = desk.clock.now();
    auto const pause = retry_pause(notice.tries + 1, random_unit());
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        if (outcome) return store::mark_sent(txn, notice.id, now);
        bool const is_last = !answer_for(outcome.error().kind).retry || notice.tries + 1 >= kNoticeTries;
        std::optional<Instant> next;
        if (!is_last) next = now + pause;
        CHECK_OK(store::mark_failed(txn, notice.id, outcome.error().message, next));
        if (!is_last) return {};
        domain::Event event;
        event.ticket = notice.ticket;
        event.kind = domain::EventKind::notice_failed;
        event.data["notice"] = notice.id.value;
        event.data["recipient"] = notice.to_address;
        event.data["reason"] = outcome.error().message;
        event.at = now;
        TRY([[maybe_unused]] auto stored, store::add_event(txn, std::move(event)));
        return {};
    });
}

}  // namespace lotse::desk
