// SPDX-License-Identifier: Apache-2.0
#include "desk/send_scheduled.h"

#include "desk/post_message.h"
#include "store/articles.h"
#include "store/correspondence.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kAtOnce = 100;

Result<bool> send_one(Desk& desk, store::WriteTxn& txn, domain::ArticleId id) {
    TRY(auto due, store::take_scheduled(txn, id));
    if (!due) return false;
    TRY(auto setup, desk.setups.get(txn));
    Posting posting;
    TRY(posting.article, store::get_article(txn, id));
    // The ticket is the article's: it may have been merged into another meanwhile.
    TRY(auto ticket, store::get_ticket(txn, posting.article.ticket));
    posting.recipients = {recipients_in(posting.article.to), recipients_in(posting.article.cc)};
    posting.then = due->then;
    posting.is_forward = due->is_forward;
    posting.leave_at = desk.clock.now();
    TRY([[maybe_unused]] auto updated, post_message(desk, txn, *setup, {due->agent, due->principal}, ticket, posting));
    return true;
}

}  // namespace

Result<int> send_scheduled(Desk& desk, domain::TenantScope const& scope) {
    int sent = 0;
    for (;;) {
        TRY(auto due, desk.store.read(scope, [&](store::ReadTxn& txn) {
            return store::due_scheduled(txn, desk.clock.now(), kAtOnce);
        }));
        if (due.empty()) return sent;
        for (auto const& one : due) {
            TRY(auto is_ours,
                desk.store.write(scope, [&](store::WriteTxn& txn) { return send_one(desk, txn, one.article); }));
            sent += is_ours ? 1 : 0;
        }
    }
}

}  // namespace lotse::desk
