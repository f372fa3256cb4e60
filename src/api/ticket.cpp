// SPDX-License-Identifier: Apache-2.0
// One ticket: read it whole, change fields, close it, open it again.
#include <array>

#include "api/category_choice.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/show_ticket.h"
#include "api/show_viewers.h"
#include "desk/answers.h"
#include "desk/hold_mail.h"
#include "desk/made.h"
#include "desk/update_ticket.h"
#include "desk/view_ticket.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema ticket_patch_schema() {
    return object({may("subject", line(500, 1)), may("status", one_of({"open", "waiting", "solved", "closed"})),
                   may("customer", id()), may("organization", id().or_null()), may("queue", id()),
                   may("agent", id().or_null().say("null takes the owner away.")),
                   may("category", category_choice().or_null()), may("type", choice<domain::TicketType>()),
                   may("impact", choice<domain::Level>().say("Without a priority, the matrix sets it.")),
                   may("urgency", choice<domain::Level>().say("Without a priority, the matrix sets it.")),
                   may("priority", choice<domain::Priority>()), may("language", language()),
                   may("due_at", instant().or_null().say("Stands beside the targets; null takes it away.")),
                   may("tags", list(line(50, 1), 50).say("All of them, by name.")),
                   may("tags_add", list(line(50, 1), 50).say("Beside those that it has; may be sent twice.")),
                   may("tags_remove", list(line(50, 1), 50)),
                   may("fields", map(anything())
                                     .say("Custom fields by key; null empties one, the others stay.")
                                     .such_as(JsonObject{{"office", "Berlin"}}))});
}

Result<Reply> show_one(Call const& call, domain::Ticket const& ticket) {
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    TRY(auto names, desk::names_of(call.desk(), call.scope(), std::array{ticket}));
    Reply out;
    out.body = show(ticket, *setup, names);
    out.version = ticket.version;
    return out;
}

Result<Reply> get_ticket(Call& call) {
    TRY(auto view, desk::view_ticket(call.desk(), call.scope(), call.id<domain::TicketId>("ticket")));
    TRY(auto names, desk::names_of(call.desk(), call.scope(), std::array{view.ticket}));
    Reply out;
    auto body = show(view, names);
    body["viewers"] = show(call.presence.viewers(call.scope().tenant(), view.ticket.id), *view.setup);
    TRY(auto signature, desk::signature_for(call.desk(), call.principal(), view.ticket, view.customer));
    body["signature"] = std::move(signature.text);
    out.body = std::move(body);
    out.version = view.ticket.version;
    return out;
}

Result<Reply> change(Call const& call, desk::TicketPatch const& patch) {
    TRY(auto ticket, desk::update_ticket(call.desk(), call.principal(), call.id<domain::TicketId>("ticket"),
                                         call.expected_version, patch));
    return show_one(call, ticket);
}

Result<Reply> patch_ticket(Call& call) {
    Fields const fields(call.body);
    desk::TicketPatch patch;
    fields.take("subject", patch.subject);
    fields.take("status", patch.status);
    fields.take("customer", patch.customer);
    fields.take("organization", patch.organization);
    fields.take("queue", patch.queue);
    fields.take("agent", patch.agent);
    if (fields.has("category")) {
        TRY(patch.category, chosen_category(call));
    }
    fields.take("type", patch.type);
    fields.take("impact", patch.impact);
    fields.take("urgency", patch.urgency);
    fields.take("priority", patch.priority);
    fields.take("language", patch.language);
    fields.take("due_at", patch.due_at);
    fields.take("tags", patch.tags.whole);
    fields.take("tags_add", patch.tags.add);
    fields.take("tags_remove", patch.tags.remove);
    patch.fields = object_at(call.body, "fields");
    return change(call, patch);
}

Result<Reply> close_ticket(Call& call) {
    desk::TicketPatch patch;
    patch.status = domain::Status::closed;
    Fields(call.body).take("status", patch.status);
    Fields(call.body).take("children", patch.with_children);
    return change(call, patch);
}

// A closed ticket stays closed (the desk says so); a solved one opens again.
Result<Reply> reopen_ticket(Call& call) {
    desk::TicketPatch patch;
    patch.status = domain::Status::open;
    return change(call, patch);
}

Result<Reply> release_ticket(Call& call) {
    TRY(auto ticket, desk::let_mail_through(call.desk(), call.principal(), call.id<domain::TicketId>("ticket")));
    return show_one(call, ticket);
}

}  // namespace

Group ticket_group() {
    Group out{"Tickets", "Requests and their history.", {}, {}};
    out.schemas["TicketPatch"] = ticket_patch_schema();
    out.schemas["Closure"] = object(
        {may("status", one_of({"solved", "closed"}).say("solved may open again; closed, the default, is final.")),
         may("children", boolean().say("Its open children too."))});
    out.routes = {
        Route(Verb::get, "/api/v1/tickets/{ticket}", "get_ticket", Permission::tickets_read, get_ticket)
            .says("Read a ticket", "With its articles, its whole history and the reason of every change.")
            .answers(200, "TicketDetail")
            .versioned(),
        Route(Verb::patch, "/api/v1/tickets/{ticket}", "patch_ticket", Permission::tickets_write, patch_ticket)
            .says("Change fields of a ticket", "What follows (deadlines, who hears of it) is decided a moment later.")
            .takes("TicketPatch")
            .answers(200, "Ticket")
            .versioned(),
        Route(Verb::put, "/api/v1/tickets/{ticket}/closure", "close_ticket", Permission::tickets_write, close_ticket)
            .says("Close a ticket")
            .takes("Closure")
            .answers(200, "Ticket")
            .versioned(),
        Route(Verb::remove, "/api/v1/tickets/{ticket}/closure", "reopen_ticket", Permission::tickets_write,
              reopen_ticket)
            .says("Open a solved ticket again")
            .answers(200, "Ticket")
            .versioned(),
        Route(Verb::remove, "/api/v1/tickets/{ticket}/hold", "release_ticket", Permission::tickets_write,
              release_ticket)
            .says("Let held mail through", "Mail of a sender who writes too often waits for this, an hour at most.")
            .answers(200, "Ticket"),
    };
    return out;
}

}  // namespace lotse::api
