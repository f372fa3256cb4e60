// SPDX-License-Identifier: Apache-2.0
#include "desk/forward.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "desk/notice_text.h"
#include "desk/post_message.h"
#include "desk/uploads.h"
#include "store/articles.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMostArticles = 50;

Result<std::vector<domain::Article>> chosen_articles(store::ReadTxn& txn, NewForward const& wanted) {
    if (wanted.articles.empty())
        return invalid("forward.nothing", "Choose at least one message to forward.", "/articles");
    if (wanted.articles.size() > kMostArticles)
        return invalid("forward.too_many", "A forward carries at most 50 messages.", "/articles");
    std::vector<domain::Article> out;
    for (std::size_t i = 0; i < wanted.articles.size(); ++i) {
        auto article = store::get_article(txn, wanted.articles[i]);
        auto const pointer = fmt::format("/articles/{}", i);
        if (!article || article->ticket != wanted.ticket)
            return invalid("article.missing", "There is no such message in this ticket.", pointer);
        if (article->kind == domain::ArticleKind::note)
            return invalid("article.note", "A note never leaves the house.", pointer);
        if (article->is_quarantined)
            return invalid("article.quarantined", "This message is in quarantine and is not passed on.", pointer);
        out.push_back(*std::move(article));
    }
    return out;
}

std::string header_of(domain::Article const& article) {
    auto const from = article.from_address.empty() ? article.from_name
                                                   : fmt::format("{} <{}>", article.from_name, article.from_address);
    return fmt::format("From: {}\nDate: {}\nSubject: {}", trim(from), to_rfc3339(article.created_at), article.subject);
}

// The writer's words, then each message below a line that says whose it is.
Words words_of(Words const& own, std::vector<domain::Article> const& articles) {
    bool const has_html = !own.html.empty() || std::ranges::any_of(articles, [](domain::Article const& article) {
        return !article.html.empty();
    });
    Words out = own;
    if (has_html) out.html = html_of(own);
    for (auto const& article : articles) {
        out.text += fmt::format("{}---------- Forwarded ----------\n{}\n\n{}", out.text.empty() ? "" : "\n\n",
                                header_of(article), article.text);
        if (!has_html) continue;
        out.html += fmt::format("<hr>\n{}<blockquote>{}</blockquote>\n", text_as_html(header_of(article)),
                                html_of({article.text, article.html}));
    }
    return out;
}

Result<void> copy_file(store::WriteTxn& txn, domain::Attachment file, domain::Article const& article) {
    file.article = article.id;
    file.ticket = article.ticket;
    TRY([[maybe_unused]] auto stored, store::add_attachment(txn, std::move(file)));
    return {};
}

// Pictures that the messages show, then what was chosen.
Result<void> add_files(store::WriteTxn& txn, NewForward const& wanted, std::vector<domain::Article> const& articles,
                       domain::Article const& article, Instant now) {
    std::vector<domain::AttachmentId> taken;
    for (auto const& source : articles) {
        TRY(auto files, store::attachments_of(txn, source.ticket, source.id));
        for (auto& file : files) {
            if (!file.is_inline || file.content_id.empty() || source.html.empty()) continue;
            taken.push_back(file.id);
            CHECK_OK(copy_file(txn, std::move(file), article));
        }
    }
    for (std::size_t i = 0; i < wanted.attachments.size(); ++i) {
        auto file = store::get_attachment(txn, wanted.attachments[i]);
        if (!file || file->ticket != wanted.ticket)
            return invalid("attachment.missing", "There is no such file in this ticket.",
                           fmt::format("/attachments/{}", i));
        if (std::ranges::find(taken, file->id) == taken.end()) CHECK_OK(copy_file(txn, *std::move(file), article));
    }
    auto uploads = take_uploads(txn, wanted.uploads, article, now);
    if (!uploads) {
        auto error = uploads.error();
        error.field = replace_all(error.field, "/attachments", "/uploads");
        return error;
    }
    return {};
}

Result<Written> forward_in(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                           NewForward const& wanted, Words const& own) {
    TRY(auto known, recall(txn, wanted.key));
    if (known) {
        Written out{domain::ArticleId{int_at(*known, "article")}, true, {}};
        if (auto const at = int_at(*known, "sending_at")) out.sending_at = instant(at);
        return out;
    }
    auto const now = desk.clock.now();
    auto const writer = writer_of(principal);
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto ticket, store::get_ticket(txn, wanted.ticket));
    TRY(auto articles, chosen_articles(txn, wanted));
    Posting posting;
    posting.is_forward = true;
    TRY(posting.recipients, check_recipients(*setup, wanted.recipients));
    if (posting.recipients.to.empty()) return invalid("forward.nobody", "Choose somebody to forward to.", "/to");
    TRY(posting.leave_at, leaving_at(*setup, now, wanted.hold_seconds));
    auto article = message_of(*setup, writer, ticket, domain::ArticleKind::message, words_of(own, articles), now);
    article.to = recipients_text(posting.recipients.to);
    article.cc = recipients_text(posting.recipients.cc);
    article.new_text = own.text;
    article.quoted = article.text.substr(own.text.size());
    article.remark = fmt::format("Forwarded to {}.", article.to);
    TRY(posting.article, store::add_article(txn, std::move(article)));
    CHECK_OK(add_files(txn, wanted, articles, posting.article, now));
    Written out{posting.article.id, false, {}};
    TRY(out.sending_at, post_or_schedule(desk, txn, *setup, writer, ticket, posting, wanted.send_at));
    CHECK_OK(remember(
        txn, wanted.key,
        JsonObject{{"article", out.article.value}, {"sending_at", out.sending_at ? micros(*out.sending_at) : 0}}, now));
    return out;
}

}  // namespace

Result<Written> forward(Desk& desk, access::Principal const& principal, NewForward const& wanted) {
    TRY(auto const own, clean_words({wanted.text, wanted.html}, true));
    CHECK_OK(check_send_at(wanted.send_at, desk.clock.now()));
    return desk.store.write(principal.scope,
                            [&](store::WriteTxn& txn) { return forward_in(desk, txn, principal, wanted, own); });
}

}  // namespace lotse::desk
