// SPDX-License-Identifier: Apache-2.0
// What is said in a ticket: answers, notes, the messages as they came, and their files.
#include <fmt/format.h>

#include "api/download.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/message_frame.h"
#include "api/page.h"
#include "api/show_log.h"
#include "base/text.h"
#include "desk/framed_article.h"
#include "desk/view_ticket.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::size_t kSourceBytes = 256UL * 1024;  // enough for every header and the text

Result<Reply> list_articles(Call& call) {
    auto const ticket = call.id<domain::TicketId>("ticket");
    domain::ArticleId before;
    Fields(call.query).take("before", before);
    TRY(auto page, desk::older_articles(call.desk(), call.scope(), ticket, before, page_limit(call)));
    JsonArray items;
    for (auto const& article : page.articles) items.emplace_back(show(article, page));
    Reply out;
    out.body = JsonObject{
        {"items", std::move(items)},
        {"next", page.has_more ? Json(older_articles_url(ticket, page.articles.front().id)) : Json(nullptr)}};
    return out;
}

Result<Reply> list_events(Call& call) {
    auto const ticket = call.id<domain::TicketId>("ticket");
    domain::EventId before;
    Fields(call.query).take("before", before);
    TRY(auto page, desk::older_events(call.desk(), call.scope(), ticket, before, page_limit(call)));
    Reply out;
    out.body =
        JsonObject{{"items", show_events(page.events, page.changes, *page.setup)},
                   {"next", page.has_more ? Json(older_events_url(ticket, page.events.front().id)) : Json(nullptr)}};
    return out;
}

Result<Reply> get_raw(Call& call) {
    auto const article = call.id<domain::ArticleId>("article");
    TRY(auto bytes, desk::read_raw(call.desk(), call.scope(), article));
    return download(std::move(bytes), "message/rfc822", fmt::format("article-{}.eml", article.value));
}

// A page shows it in a frame that has no rights, and so says the answer itself to whoever opens it elsewhere.
Result<Reply> get_frame(Call& call) {
    TRY(auto framed, desk::read_framed_article(call.desk(), call.scope(), call.id<domain::ArticleId>("article")));
    FrameLook look;
    look.is_dark = text_at(call.query, "theme") == "dark";
    look.lists_images = text_at(call.query, "images") == "list";
    Reply out;
    out.bytes = frame_document(framed, look);
    out.content_type = "text/html; charset=utf-8";
    out.headers = {{"Content-Security-Policy", std::string(kFramePolicy)}, {"X-Frame-Options", "SAMEORIGIN"}};
    return out;
}

// Shown, not run: plain text, however it is opened.
Result<Reply> get_source(Call& call) {
    TRY(auto bytes, desk::read_raw(call.desk(), call.scope(), call.id<domain::ArticleId>("article")));
    Reply out;
    out.bytes = to_valid_utf8(std::string_view(bytes).substr(0, kSourceBytes));
    if (bytes.size() > kSourceBytes) out.bytes += "\n[...]\n";
    out.content_type = "text/plain; charset=utf-8";
    return out;
}

Result<Reply> get_attachment(Call& call) {
    TRY(auto file, desk::read_attachment(call.desk(), call.scope(), call.id<domain::AttachmentId>("attachment")));
    return show_or_download(std::move(file.bytes), file.attachment.name);
}

}  // namespace

Group articles_group() {
    Group out{"Articles", "What is said in a ticket: answers, notes, messages as they came, files.", {}, {}};
    out.schemas["ArticlePage"] = page_of("Article");
    out.schemas["TicketEventPage"] = page_of("Event");
    out.routes = {
        Route(Verb::get, "/api/v1/tickets/{ticket}/articles", "list_articles", Permission::tickets_read, list_articles)
            .says("Read older messages of a ticket", "Oldest first; the ticket itself comes with its newest.")
            .asks({may("before", id().say("Messages older than this one; the newest if left out.")),
                   may("limit", integer(1, kPageMost).say("50 if left out."))})
            .answers(200, "ArticlePage"),
        Route(Verb::get, "/api/v1/tickets/{ticket}/events", "list_ticket_events", Permission::tickets_read, list_events)
            .says("Read older steps of a ticket", "Oldest first; the ticket itself comes with its newest.")
            .asks({may("before", id().say("Steps older than this one; the newest if left out.")),
                   may("limit", integer(1, kPageMost).say("50 if left out."))})
            .answers(200, "TicketEventPage"),
        Route(Verb::get, "/api/v1/articles/{article}/raw", "get_raw_message", Permission::tickets_read, get_raw)
            .says("Download a message as it came")
            .answers_bytes("message/rfc822", "The bytes that the mail door was given."),
        Route(Verb::get, "/api/v1/articles/{article}/frame", "get_message_frame", Permission::tickets_read, get_frame)
            .says("Show the HTML of a message",
                  "A whole document for an iframe with the attribute sandbox: cleaned, with its inline images inside, "
                  "without scripts and without any access to the network. 404 for plain text.")
            .asks({may("theme", one_of({"light", "dark"}).say("Of the page around.")),
                   may("images", one_of({"none", "list"})
                                     .say("list: tell the addresses of remote images, which are never loaded."))})
            .answers_bytes("text/html", "A document with a content policy of its own."),
        Route(Verb::get, "/api/v1/articles/{article}/source", "get_message_source", Permission::tickets_read,
              get_source)
            .says("Show a message as it came", "The first 256 KiB; /raw downloads all of it.")
            .answers_bytes("text/plain", "Headers and bodies as text."),
        Route(Verb::get, "/api/v1/attachments/{attachment}", "get_attachment", Permission::tickets_read, get_attachment)
            .says("Download an attachment")
            .answers_bytes("application/octet-stream",
                           "PNG, JPEG, GIF and WebP images come with their type; everything else is a download."),
    };
    return out;
}

}  // namespace lotse::api
