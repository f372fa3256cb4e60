// SPDX-License-Identifier: Apache-2.0
// What is said in a ticket: answers, notes, the messages as they came, and their files.
#include <fmt/format.h>

#include "api/download.h"
#include "api/fields.h"
#include "api/groups.h"
#include "desk/reply.h"
#include "desk/view_ticket.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::size_t kTextLength = 500'000;

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
        Route(Verb::get, "/api/v1/attachments/{attachment}", "get_attachment", Permission::tickets_read, get_attachment)
            .says("Download an attachment")
            .answers_bytes("application/octet-stream",
                           "PNG, JPEG, GIF and WebP images come with their type; everything else is a download."),
    };
    return out;
}

}  // namespace lotse::api
