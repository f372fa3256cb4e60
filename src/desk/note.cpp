// SPDX-License-Identifier: Apache-2.0
#include "desk/note.h"

#include "base/crypto.h"
#include "base/text.h"
#include "desk/desk_secrets.h"
#include "desk/drafts.h"
#include "desk/find_mentions.h"
#include "desk/notice_phrases.h"
#include "desk/notice_text.h"
#include "desk/notices.h"
#include "desk/post_message.h"
#include "desk/uploads.h"
#include "store/articles.h"
#include "store/events.h"
#include "store/outbox.h"
#include "store/teamwork.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kExcerptBytes = 600;

domain::Event event_of(Writer const& writer, domain::Article const& article, Instant now) {
    domain::Event out;
    out.ticket = article.ticket;
    out.article = article.id;
    out.kind = domain::EventKind::noted;
    out.actor = writer.agent ? domain::Actor::agent : domain::Actor::api;
    out.agent = writer.agent;
    out.at = now;
    return out;  // a note moves no clock and tells nobody outside, so nothing is to be settled
}

NoticeWords words_of(Setup const& setup, domain::Ticket const& ticket, domain::Article const& note,
                     std::string_view language) {
    NoticeWords out;
    out.desk_name = setup.tenant.name;
    out.ticket = ticket.id.value;
    out.subject = ticket.subject;
    auto const* queue = setup.find_queue(ticket.queue);
    out.team = queue != nullptr ? queue->name : setup.tenant.name;
    if (auto const* owner = setup.find_agent(ticket.agent)) out.person = owner->name;
    out.priority = phrases_of(language).priorities[static_cast<std::size_t>(ticket.priority)];
    out.reason = note.from_name + ":";
    out.excerpt = std::string(cut_utf8(trim(note.text), kExcerptBytes));
    return out;
}

Result<void> tell(Desk& desk, store::WriteTxn& txn, Setup const& setup, domain::Ticket const& ticket,
                  domain::Article const& note, std::vector<domain::AgentId> const& mentions) {
    Facts facts;
    facts.now = note.created_at;
    facts.setup = std::make_shared<Setup const>(setup);
    facts.ticket = ticket;
    TRY(facts.reply_key, reply_key(desk, txn));
    facts.unique = base32_lower(random_bytes(10));
    auto const language = notice_language(setup.tenant.language, "en");
    std::size_t nth = 0;
    for (auto const id : mentions) {
        auto const* agent = setup.find_agent(id);
        TRY([[maybe_unused]] auto entry,
            store::add_mention(txn, {{}, id, ticket.id, note.id, note.agent, note.created_at, {}}));
        if (agent->email.empty()) continue;
        auto notice = address_notice(facts, domain::NoticeKind::mentioned, agent->name, agent->email, language, nth++);
        auto text = write_notice(notice.kind, language, words_of(setup, ticket, note, language));
        notice.article = note.id;
        notice.subject = std::move(text.subject);
        notice.text = std::move(text.text);
        notice.html = std::move(text.html);
        TRY([[maybe_unused]] auto stored, store::add_notice(txn, std::move(notice)));
    }
    if (mentions.empty()) return {};
    txn.after_commit([&desk, tenant = txn.tenant(), ticket = ticket.id, mentions] {
        desk.signals.notice_stored(tenant);
        for (auto const id : mentions)
            desk.signals.hint(tenant, "mention", to_string(JsonObject{{"agent", id.value}, {"ticket", ticket.value}}));
    });
    return {};
}

JsonArray ids_of(std::vector<domain::AgentId> const& agents) {
    JsonArray out;
    for (auto const id : agents) out.emplace_back(id.value);
    return out;
}

}  // namespace

Result<NoteWritten> add_note(Desk& desk, access::Principal const& principal, NewNote const& wanted) {
    TRY(auto words, clean_words({wanted.text, wanted.html}));
    NewNote clean = wanted;
    clean.text = std::move(words.text);
    clean.html = std::move(words.html);
    return desk.store.write(principal.scope,
                            [&](store::WriteTxn& txn) { return note_in(desk, txn, principal, clean); });
}

Result<NoteWritten> note_in(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                            NewNote const& wanted) {
    NoteWritten out;
    TRY(auto known, recall(txn, wanted.key));
    if (known) {
        out.is_known = true;
        out.article = domain::ArticleId{int_at(*known, "article")};
        for (auto const& id : array_at(*known, "mentions")) out.mentions.emplace_back(id.to_number<std::int64_t>());
        return out;
    }
    auto const now = desk.clock.now();
    auto const writer = writer_of(principal);
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto ticket, store::get_ticket(txn, wanted.ticket));
    if (!wanted.keeps_draft)
        CHECK_OK(send_draft(desk, txn, ticket.id, domain::ArticleKind::note, wanted.draft_revision));
    TRY(auto article, store::add_article(txn, message_of(*setup, writer, ticket, domain::ArticleKind::note,
                                                         {wanted.text, wanted.html}, now)));
    CHECK_OK(take_uploads(txn, wanted.attachments, article, now));
    TRY([[maybe_unused]] auto stored, store::add_event(txn, event_of(writer, article, now)));
    out.article = article.id;
    out.mentions = find_mentions(article.text, setup->agents);
    std::erase(out.mentions, principal.agent);
    CHECK_OK(tell(desk, txn, *setup, ticket, article, out.mentions));
    ticket.updated_at = now;
    TRY([[maybe_unused]] auto updated, store::update_ticket(txn, std::move(ticket)));
    CHECK_OK(remember(
        txn, wanted.key,
        JsonObject{{"ticket", wanted.ticket.value}, {"article", article.id.value}, {"mentions", ids_of(out.mentions)}},
        now));
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.ticket_settled(tenant); });
    return out;
}

}  // namespace lotse::desk
