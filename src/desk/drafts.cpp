// SPDX-License-Identifier: Apache-2.0
#include "desk/drafts.h"

#include <fmt/format.h>

#include "base/json.h"
#include "base/text.h"
#include "desk/uploads.h"
#include "desk/words.h"
#include "store/correspondence.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMostFiles = 50;

Error moved() {
    return conflict("draft.moved", "Somebody has changed or sent this draft meanwhile; here is what it is now.");
}

void announce(Desk& desk, store::WriteTxn& txn, domain::Draft const& draft) {
    JsonObject hint{{"ticket", draft.ticket.value},
                    {"kind", draft.kind == domain::ArticleKind::note ? "note" : "reply"},
                    {"revision", draft.revision},
                    {"is_empty", draft.is_empty},
                    {"agent", draft.agent ? Json(draft.agent.value) : Json(nullptr)}};
    txn.after_commit(
        [&desk, tenant = txn.tenant(), text = to_string(hint)] { desk.signals.hint(tenant, "draft", text); });
}

// What is typed may be half an address; only its length is checked here.
std::vector<domain::Recipient> as_typed(std::vector<domain::Recipient> const& given) {
    std::vector<domain::Recipient> out;
    for (auto const& one : given)
        out.push_back({to_valid_utf8(cut_utf8(one.name, 200)), to_valid_utf8(cut_utf8(trim(one.address), 254))});
    return out;
}

Result<void> empty(Desk& desk, store::WriteTxn& txn, domain::TicketId ticket, domain::ArticleKind kind,
                   std::optional<std::int64_t> seen) {
    auto const now = desk.clock.now();
    TRY(auto before, store::read_draft(txn, ticket, kind));
    if (seen && before.revision != *seen) return moved();
    CHECK_OK(hold_uploads(txn, {}, before.attachments, now));
    domain::Draft none;
    none.ticket = ticket;
    none.kind = kind;
    none.updated_at = now;
    if (seen) {
        TRY(auto written, store::write_draft(txn, none, *seen));
        if (!written) return moved();
        announce(desk, txn, *written);
        return {};
    }
    TRY(none.revision, store::clear_draft(txn, ticket, kind, now));
    announce(desk, txn, none);
    return {};
}

std::string joined(std::string const& above, std::string const& below, std::string_view between) {
    if (below.empty()) return above;
    return fmt::format("{}{}{}", above, between, below);
}

}  // namespace

Result<DraftView> with_uploads(store::ReadTxn& txn, domain::Draft draft) {
    DraftView out{std::move(draft), {}};
    for (auto const id : out.draft.attachments) {
        auto upload = store::get_upload(txn, id);
        if (!upload && upload.error().kind != Kind::not_found) return upload.error();
        if (upload) out.attachments.push_back(*std::move(upload));
    }
    return out;
}

Result<DraftView> read_draft(Desk& desk, domain::TenantScope const& scope, domain::TicketId ticket,
                             domain::ArticleKind kind) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<DraftView> {
        TRY([[maybe_unused]] auto is_there, store::get_ticket(txn, ticket));
        TRY(auto draft, store::read_draft(txn, ticket, kind));
        return with_uploads(txn, std::move(draft));
    });
}

Result<DraftView> save_draft(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                             domain::ArticleKind kind, std::optional<std::int64_t> seen, DraftFields const& fields) {
    TRY(auto const words, clean_words({fields.text, fields.html}, true));
    if (fields.attachments.size() > kMostFiles)
        return invalid("upload.too_many", "A message has at most 50 files.", "/attachments");
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<DraftView> {
        auto const now = desk.clock.now();
        TRY([[maybe_unused]] auto is_there, store::get_ticket(txn, ticket));
        TRY(auto before, store::read_draft(txn, ticket, kind));
        if (seen && before.revision != *seen) return moved();
        CHECK_OK(hold_uploads(txn, fields.attachments, before.attachments, now));
        domain::Draft draft;
        draft.ticket = ticket;
        draft.kind = kind;
        draft.is_empty = false;
        draft.agent = principal.agent;
        draft.updated_at = now;
        draft.to = as_typed(fields.recipients.to);
        draft.cc = as_typed(fields.recipients.cc);
        draft.attachments = fields.attachments;
        draft.text = words.text;
        draft.html = words.html;
        TRY(auto written, store::write_draft(txn, std::move(draft), before.revision));
        if (!written) return moved();
        announce(desk, txn, *written);
        return with_uploads(txn, *std::move(written));
    });
}

Result<void> drop_draft(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                        domain::ArticleKind kind, std::optional<std::int64_t> seen) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto is_there, store::get_ticket(txn, ticket));
        return empty(desk, txn, ticket, kind, seen);
    });
}

Result<DraftList> my_drafts(Desk& desk, access::Principal const& principal, std::string_view after, int limit) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<DraftList> {
        TRY(auto page, store::list_drafts(txn, principal.agent, after, limit));
        DraftList out;
        out.next = std::move(page.next);
        for (auto& draft : page.items) {
            TRY(auto ticket, store::get_ticket(txn, draft.ticket));
            TRY(auto view, with_uploads(txn, std::move(draft)));
            out.items.push_back({std::move(view), std::move(ticket.subject)});
        }
        return out;
    });
}

Result<void> send_draft(Desk& desk, store::WriteTxn& txn, domain::TicketId ticket, domain::ArticleKind kind,
                        std::optional<std::int64_t> seen) {
    return empty(desk, txn, ticket, kind, seen);
}

Result<DraftView> return_to_draft(Desk& desk, store::WriteTxn& txn, domain::AgentId agent,
                                  domain::Article const& article) {
    auto const now = desk.clock.now();
    TRY(auto before, store::read_draft(txn, article.ticket, domain::ArticleKind::message));
    TRY(auto files, give_back_uploads(txn, article, agent, now));
    domain::Draft draft;
    draft.ticket = article.ticket;
    draft.is_empty = false;
    draft.agent = agent;
    draft.updated_at = now;
    draft.to = recipients_in(article.to);
    draft.cc = recipients_in(article.cc);
    draft.attachments = std::move(files);
    draft.attachments.insert(draft.attachments.end(), before.attachments.begin(), before.attachments.end());
    draft.text = joined(article.text, before.text, "\n\n");
    if (!article.html.empty() || !before.html.empty())
        draft.html = joined(html_of({article.text, article.html}),
                            before.is_empty ? std::string() : html_of({before.text, before.html}), "\n");
    TRY(auto written, store::write_draft(txn, std::move(draft), before.revision));
    if (!written) return moved();
    announce(desk, txn, *written);
    return with_uploads(txn, *std::move(written));
}

}  // namespace lotse::desk
