// SPDX-License-Identifier: Apache-2.0
#include "desk/view_ticket.h"

#include <algorithm>

#include "desk/former_tickets.h"
#include "desk/risk.h"
#include "store/correspondence.h"
#include "store/customers.h"
#include "store/ledger.h"
#include "store/outbox.h"
#include "store/promises.h"
#include "store/teamwork.h"

namespace lotse::desk {

namespace {

// One more than asked for tells whether there are older ones.
template <class T>
bool cut_oldest(std::vector<T>& items, int limit) {
    if (items.size() <= static_cast<std::size_t>(limit)) return false;
    items.erase(items.begin());
    return true;
}

Result<std::vector<domain::Attachment>> files_of(store::ReadTxn& txn, domain::TicketId ticket,
                                                 std::vector<domain::Article> const& articles) {
    if (articles.empty()) return std::vector<domain::Attachment>{};
    return store::attachments_between(txn, ticket, articles.front().id, articles.back().id);
}

Result<std::vector<store::StoredChange>> changes_of(store::ReadTxn& txn, domain::TicketId ticket,
                                                    std::vector<domain::Event> const& events) {
    if (events.empty()) return std::vector<store::StoredChange>{};
    return store::list_changes_between(txn, ticket, events.front().id, events.back().id);
}

// Of messages that were written in another ticket: whether they wait to be sent stands there.
template <class View>
Result<void> read_sendings(store::ReadTxn& txn, domain::TicketId id, int limit, View& out) {
    TRY(out.notices, store::newest_notices(txn, id, limit));
    TRY(out.scheduled, store::list_scheduled(txn, id));
    TRY(auto const places, former_tickets(txn, id));
    for (auto const place : places) {
        TRY(auto notices, store::newest_notices(txn, place, limit));
        TRY(auto scheduled, store::list_scheduled(txn, place));
        auto const is_here = [&](domain::ArticleId article) {
            return std::ranges::find(out.articles, article, &domain::Article::id) != out.articles.end();
        };
        for (auto& notice : notices)
            if (is_here(notice.article)) out.notices.push_back(std::move(notice));
        for (auto& reply : scheduled)
            if (is_here(reply.article)) out.scheduled.push_back(std::move(reply));
    }
    return {};
}

Result<void> read_log(store::ReadTxn& txn, ViewLimits const& limits, TicketView& out) {
    auto const id = out.ticket.id;
    TRY(out.articles, store::list_articles_before(txn, id, {}, limits.articles));
    TRY(out.article_count, store::count_articles(txn, id));
    TRY(out.attachments, files_of(txn, id, out.articles));
    TRY(out.events, store::list_events_before(txn, id, {}, limits.events + 1));
    out.has_older_events = cut_oldest(out.events, limits.events);
    TRY(out.changes, changes_of(txn, id, out.events));
    return read_sendings(txn, id, limits.notices, out);
}

// What was drawn for a blind decision shows once somebody has decided. Priority follows from impact and urgency and would
// give them away.
Result<void> keep_back(store::ReadTxn& txn, TicketView& out) {
    if (!out.suggestion) return {};
    TRY(auto const predictions, store::list_predictions(txn, out.ticket.id));
    auto const hide = [&](std::string_view field) {
        std::erase_if(out.suggestion->labels, [&](auto const& label) { return label.field == field; });
    };
    for (auto const& one : predictions) {
        if (one.shown != domain::Shown::hidden || one.outcome != domain::Outcome::open || !one.decided.empty())
            continue;
        hide(one.field);
        if (one.field == "impact" || one.field == "urgency") hide("priority");
        if (one.is_audit) out.blind_fields.push_back(one.field);
    }
    return {};
}

Result<void> read_teamwork(store::ReadTxn& txn, TicketView& out) {
    for (auto const kind : {domain::ArticleKind::message, domain::ArticleKind::note}) {
        TRY(auto draft, store::read_draft(txn, out.ticket.id, kind));
        TRY(auto view, with_uploads(txn, std::move(draft)));
        out.drafts.push_back(std::move(view));
    }
    TRY(out.followers, store::list_followers(txn, out.ticket.id));
    TRY(out.checklist, store::list_items(txn, out.ticket.id));
    TRY(out.times, store::list_times(txn, out.ticket.id));
    return {};
}

}  // namespace

Result<TicketView> view_ticket(Desk& desk, domain::TenantScope const& scope, domain::TicketId id,
                               ViewLimits const& limits) {
    auto view = desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<TicketView> {
        TicketView out;
        TRY(out.ticket, store::get_ticket(txn, id));
        TRY(out.customer, store::get_customer(txn, out.ticket.customer));
        CHECK_OK(read_log(txn, limits, out));
        CHECK_OK(read_teamwork(txn, out));
        TRY(out.timers, store::list_timers(txn, id));
        TRY(out.relations, relations_of(txn, out.ticket));
        TRY(out.survey, store::find_survey(txn, id));
        TRY(out.suggestion, store::last_suggestion(txn, id));
        CHECK_OK(keep_back(txn, out));
        TRY(out.setup, desk.setups.get(txn));
        TRY(out.promises, store::list_promises(txn, id));
        TRY(out.risks, judge_risks(desk, txn, out.ticket, *out.setup));
        return out;
    });
    if (!view) return view;
    view->personal_data = personal_data_of(view->articles);  // behind the snapshot, which others wait for
    view->entities = entities_of(view->articles, *view->setup);
    return view;
}

Result<ArticlePage> older_articles(Desk& desk, domain::TenantScope const& scope, domain::TicketId ticket,
                                   domain::ArticleId before, int limit) {
    auto page = desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<ArticlePage> {
        ArticlePage out;
        TRY([[maybe_unused]] auto is_there, store::get_ticket(txn, ticket));
        TRY(out.articles, store::list_articles_before(txn, ticket, before, limit + 1));
        out.has_more = cut_oldest(out.articles, limit);
        TRY(out.attachments, files_of(txn, ticket, out.articles));
        CHECK_OK(read_sendings(txn, ticket, ViewLimits{}.notices, out));
        TRY(out.setup, desk.setups.get(txn));
        return out;
    });
    if (!page) return page;
    page->personal_data = personal_data_of(page->articles);
    page->entities = entities_of(page->articles, *page->setup);
    return page;
}

Result<EventPage> older_events(Desk& desk, domain::TenantScope const& scope, domain::TicketId ticket,
                               domain::EventId before, int limit) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<EventPage> {
        EventPage out;
        TRY([[maybe_unused]] auto is_there, store::get_ticket(txn, ticket));
        TRY(out.events, store::list_events_before(txn, ticket, before, limit + 1));
        out.has_more = cut_oldest(out.events, limit);
        TRY(out.changes, changes_of(txn, ticket, out.events));
        TRY(out.setup, desk.setups.get(txn));
        return out;
    });
}

Result<std::string> read_raw(Desk& desk, domain::TenantScope const& scope, domain::ArticleId id) {
    TRY(auto raw, desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_raw(txn, id); }));
    if (raw.sha256.empty()) return std::move(raw.bytes);
    return desk.blobs.get(scope, raw.sha256);
}

Result<File> read_attachment(Desk& desk, domain::TenantScope const& scope, domain::AttachmentId id) {
    File out;
    TRY(out.attachment, desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_attachment(txn, id); }));
    TRY(out.bytes, desk.blobs.get(scope, out.attachment.sha256));
    return out;
}

}  // namespace lotse::desk
