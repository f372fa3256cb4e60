// SPDX-License-Identifier: Apache-2.0
// How tickets stand to each other: links, merges and splits, each with its undoing.
#include <fmt/format.h>

#include "api/fields.h"
#include "api/groups.h"
#include "api/show_ticket.h"
#include "desk/merge_tickets.h"
#include "desk/ticket_relations.h"

namespace lotse::api {
namespace {

using access::Permission;

Result<Reply> put_link(Call& call) {
    domain::LinkKind kind = domain::LinkKind::related;
    Fields(call.body).take("kind", kind);
    TRY(auto relations, desk::link_tickets(call.desk(), call.principal(), call.id<domain::TicketId>("ticket"),
                                           call.id<domain::TicketId>("other"), kind));
    Reply out;
    out.body = JsonObject{{"links", show_links(relations)}};
    return out;
}

Result<Reply> remove_link(Call& call) {
    CHECK_OK(desk::unlink_tickets(call.desk(), call.principal(), call.id<domain::TicketId>("ticket"),
                                  call.id<domain::TicketId>("other")));
    return Reply{};
}

Result<Reply> merge_ticket(Call& call) {
    domain::TicketId into;
    Fields(call.body).take("into", into);
    TRY(auto merged,
        desk::merge_tickets(call.desk(), call.principal(), call.id<domain::TicketId>("ticket"), into, call.key()));
    Reply out;
    out.is_repeated = merged.is_known;
    out.body = JsonObject{{"ticket", merged.ticket.value}, {"into", merged.into.value}, {"articles", merged.articles}};
    return out;
}

Result<Reply> undo_merge(Call& call) {
    CHECK_OK(desk::undo_merge(call.desk(), call.principal(), call.id<domain::TicketId>("ticket")));
    return Reply{};
}

Result<Reply> split_ticket(Call& call) {
    desk::NewSplit wanted;
    wanted.ticket = call.id<domain::TicketId>("ticket");
    Fields const fields(call.body);
    fields.take("articles", wanted.articles);
    fields.take("subject", wanted.subject);
    wanted.key = call.key();
    TRY(auto split, desk::split_ticket(call.desk(), call.principal(), wanted));
    auto const url = fmt::format("/api/v1/tickets/{}", split.ticket.value);
    Reply out;
    out.is_repeated = split.is_known;
    out.body = JsonObject{{"ticket", split.ticket.value}, {"url", url}};
    out.headers.emplace_back("Location", url);
    return out;
}

Result<Reply> undo_split(Call& call) {
    CHECK_OK(desk::undo_split(call.desk(), call.principal(), call.id<domain::TicketId>("ticket")));
    return Reply{};
}

}  // namespace

Group relations_group() {
    Group out{"Tickets", "Requests and their history.", {}, {}};
    out.schemas = {
        {"NewLink", object({need("kind", one_of({"related", "duplicate", "parent"})
                                             .say("What the other is to this one; a duplicate is of the other."))})},
        {"Links", object({need("links", list(reference("TicketLink")))})},
        {"NewMerge", object({need("into", id())})},
        {"Merge", object({need("ticket", id()), need("into", id()),
                          need("articles", integer(0, INT64_MAX).say("Messages that moved."))})},
        {"NewSplit", object({need("articles", list(id(), 500).say("Those that move; at least one stays.")),
                             may("subject", line(500).say("Of the new ticket; that of the old one if left out."))})},
        {"Split", object({need("ticket", id().say("The new one.")), need("url", text(0))})},
    };
    out.routes = {
        Route(Verb::put, "/api/v1/tickets/{ticket}/links/{other}", "put_link", Permission::tickets_write, put_link)
            .says("Link two tickets", "Seen from both; safe to repeat. A pair has one link.")
            .takes("NewLink")
            .answers(200, "Links"),
        Route(Verb::remove, "/api/v1/tickets/{ticket}/links/{other}", "remove_link", Permission::tickets_write,
              remove_link)
            .says("Take a link away")
            .answers_nothing(),
        Route(Verb::post, "/api/v1/tickets/{ticket}/merges", "merge_ticket", Permission::tickets_write, merge_ticket)
            .says(
                "Merge a ticket into another",
                "Its messages stand there in the order in which they came; it is closed and points there, and mail to "
                "its thread lands there.")
            .takes("NewMerge")
            .answers(201, "Merge")
            .once(),
        Route(Verb::remove, "/api/v1/tickets/{ticket}/merge", "undo_merge", Permission::tickets_write, undo_merge)
            .says("Take a merge back", "The ticket is as it was; what came to the other one since stays there.")
            .answers_nothing(),
        Route(Verb::post, "/api/v1/tickets/{ticket}/splits", "split_ticket", Permission::tickets_write, split_ticket)
            .says("Make a new ticket of some messages", "It is placed like any other; nobody is mailed.")
            .takes("NewSplit")
            .answers(201, "Split")
            .once(),
        Route(Verb::remove, "/api/v1/tickets/{ticket}/split", "undo_split", Permission::tickets_write, undo_split)
            .says("Take a split back", "All its messages go back to where it came from, as by a merge.")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
