// SPDX-License-Identifier: Apache-2.0
// What is said in a ticket: answers, notes, the messages as they came, and their files.
#include <fmt/format.h>

#include "api/download.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/message_frame.h"
#include "base/text.h"
#include "desk/framed_article.h"
#include "desk/reply.h"
#include "desk/view_ticket.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::size_t kTextLength = 500'000;
constexpr std::size_t kSourceBytes = 256UL * 1024;  // enough for every header and the text

Reply written_reply(domain::TicketId ticket, desk::Written const& written) {
    Reply out;
    out.is_repeated = written.is_known;
    out.body = JsonObject{{"ticket", ticket.value}, {"article", written.article.value}};
    return out;
}

Result<Reply> write_reply(Call& call) {
    desk::NewReply wanted;
    wanted.ticket = call.id<domain::TicketId>("ticket");
    wanted.expected_version = call.expected_version;
    wanted.text = text_at(call.body, "text");
    Fields(call.body).take("then", wanted.then);
    wanted.key = call.key();
    TRY(auto written, desk::reply(call.desk(), call.principal(), wanted));
    return written_reply(wanted.ticket, written);
}

Result<Reply> write_note(Call& call) {
    desk::NewNote wanted;
    wanted.ticket = call.id<domain::TicketId>("ticket");
    wanted.text = text_at(call.body, "text");
    wanted.key = call.key();
    TRY(auto written, desk::add_note(call.desk(), call.principal(), wanted));
    return written_reply(wanted.ticket, written);
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
    out.schemas["NewReply"] =
        object({need("text", text(kTextLength, 1).such_as("Hello Anna, the printer works again.")),
                may("then", one_of({"open", "waiting", "solved"}).say("Status afterwards; waiting if left out."))});
    out.schemas["NewNote"] = object({need("text", text(kTextLength, 1))});
    out.schemas["Written"] = object({need("ticket", id()), need("article", id())});
    out.routes = {
        Route(Verb::post, "/api/v1/tickets/{ticket}/replies", "write_reply", Permission::tickets_write, write_reply)
            .says("Answer the customer", "The mail goes out by itself; a ticket without owner becomes yours.")
            .takes("NewReply")
            .answers(201, "Written")
            .versioned()
            .once(),
        Route(Verb::post, "/api/v1/tickets/{ticket}/notes", "write_note", Permission::notes_write, write_note)
            .says("Write an internal note", "It never leaves the house.")
            .takes("NewNote")
            .answers(201, "Written")
            .once(),
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
