// SPDX-License-Identifier: Apache-2.0
// Tickets as a list: create one, look through them, count them by queue.
#include <fmt/format.h>

#include "api/category_choice.h"
#include "api/facet_filter.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"
#include "api/show_counts.h"
#include "api/show_ticket.h"
#include "base/text.h"
#include "desk/create_ticket.h"
#include "desk/find_tickets.h"
#include "desk/view_ticket.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::size_t kMostBytes = 40UL * 1024 * 1024;  // a mail of 30 MB, as base64
constexpr std::size_t kMostFiles = 100;

Schema new_ticket_schema() {
    auto const customer = object({may("id", id()), may("email", line(254)), may("name", line(200))})
                              .say("Either an id, or an address that is found or made.");
    auto const file = object({need("name", line(255, 1)), may("content_type", line(200)),
                              need("content", text(0).say("The bytes as base64."))});
    return object(
        {need("subject", text(1000).such_as("Printer on floor 2 is jammed")),
         may("text", text(500'000).such_as("Since this morning nothing comes out.")),
         may("customer", customer.such_as(JsonObject{{"email", "anna@example.org"}, {"name", "Anna Kowalska"}})),
         may("channel", one_of({"api", "phone", "portal"})), may("phone", line(50)), may("language", language()),
         may("queue", id()), may("category", category_choice()), may("priority", choice<domain::Priority>()),
         may("type", choice<domain::TicketType>()), may("attachments", list(file, kMostFiles))});
}

Result<std::vector<domain::InboundFile>> files_in(JsonObject const& body) {
    std::vector<domain::InboundFile> out;
    for (auto const& item : array_at(body, "attachments")) {
        auto const& given = item.get_object();
        auto bytes = from_base64(text_at(given, "content"));
        if (!bytes)
            return invalid("attachment.base64", "This is no base64.",
                           fmt::format("/attachments/{}/content", out.size()));
        domain::InboundFile file;
        file.name = text_at(given, "name");
        file.content_type = text_at(given, "content_type", "application/octet-stream");
        file.bytes = std::move(*bytes);
        out.push_back(std::move(file));
    }
    return out;
}

// A subject of several lines is one that a program pasted; it becomes one line rather than a refusal.
std::string one_line(std::string_view text) {
    std::string out(trim(text));
    for (auto& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return out;
}

Result<desk::NewTicket> new_ticket_in(Call const& call) {
    Fields const fields(call.body);
    desk::NewTicket out;
    out.subject = one_line(text_at(call.body, "subject"));
    fields.take("text", out.text);
    fields.take("channel", out.channel);
    fields.take("phone", out.phone);
    fields.take("language", out.language);
    fields.take("queue", out.queue);
    fields.take("priority", out.priority);
    fields.take("type", out.type);
    Fields const customer(object_at(call.body, "customer"));
    customer.take("id", out.customer);
    customer.take("email", out.from.address);
    customer.take("name", out.from.name);
    TRY(out.category, chosen_category(call));
    TRY(out.files, files_in(call.body));
    out.key = call.key();
    return out;
}

Result<Reply> create_ticket(Call& call) {
    TRY(auto wanted, new_ticket_in(call));
    TRY(auto made, desk::create_ticket(call.desk(), call.principal(), wanted));
    auto const url = fmt::format("/api/v1/tickets/{}", made.ticket.value);
    Reply out;
    out.is_repeated = made.is_known;
    out.body = JsonObject{{"id", made.ticket.value}, {"article", made.article.value}, {"url", url}};
    out.headers.emplace_back("Location", url);
    return out;
}

std::vector<Property> filters() {
    std::vector<Property> out{
        may("q", line(4096)
                     .say("What to look for: words and field:value, as docs/user/query.md tells.")
                     .such_as("printer status:open")),
        may("view", line(40).say("The id of a view, or the key of a built-in one; narrows like the others.")),
        may("total", boolean().say("Also tell how many there are.")),
        may("offset", integer(0, 100'000).say("Pass over so many first, to jump; to go on, `next` is cheaper.")),
        may("status", list(choice<domain::Status>(), 5).say("Any of these.")),
        may("queue", id()),
        may("agent", either({integer(1, INT64_MAX), one_of({"none"})}).say("An owner's id, or none: without owner.")),
        may("customer", id()),
        may("organization", id()),
        may("category", id()),
        may("priority", choice<domain::Priority>()),
        may("language", language()),
        may("channel", choice<domain::Channel>()),
        may("escalated", boolean()),
        may("snoozed", boolean().say("Asleep, or not; both if left out.")),
        may("created_from", instant().say("Opened at this time or later.")),
        may("created_to", instant().say("Opened before this time.")),
        may("sort", one_of({"updated", "-updated", "created", "-created", "first_reply_due", "-first_reply_due",
                            "solution_due", "-solution_due", "next_due", "-next_due", "priority", "-priority"})
                        .say("A minus turns it around. If left out the view's, else the newest change first.")),
    };
    for (auto& filter : facet_filters()) out.push_back(std::move(filter));
    return paged(std::move(out));
}

store::TicketQuery query_in(Call const& call) {
    Fields const fields(call.query);
    store::TicketQuery out;
    fields.take("status", out.statuses);
    fields.take("queue", out.queue);
    if (auto const* agent = fields.find("agent"))
        out.agent = agent->is_string() ? domain::AgentId{} : domain::AgentId{int_at(call.query, "agent")};
    fields.take("customer", out.customer);
    fields.take("organization", out.organization);
    fields.take("category", out.category);
    fields.take("priority", out.priority);
    fields.take("language", out.language);
    fields.take("channel", out.channel);
    fields.take("escalated", out.escalated);
    fields.take("snoozed", out.snoozed);
    fields.take("created_from", out.created_from);
    fields.take("created_to", out.created_to);
    out.after = page_after(call);
    // A page that goes on from its cursor has passed over them already.
    if (out.after.empty()) out.offset = static_cast<int>(int_at(call.query, "offset"));
    out.limit = page_limit(call);
    return out;
}

Result<Reply> list_tickets(Call& call) {
    desk::TicketWish wish;
    wish.query = query_in(call);
    TRY(wish.query.facets, facets_in(call));
    wish.text = text_at(call.query, "q");
    wish.view = text_at(call.query, "view");
    wish.sort = text_at(call.query, "sort");
    wish.wants_total = bool_at(call.query, "total");
    TRY(auto found, desk::find_tickets(call.desk(), call.principal(), wish));
    TRY(auto names, desk::names_of(call.desk(), call.scope(), found.page.items));
    JsonArray items;
    for (auto const& ticket : found.page.items) items.emplace_back(show(ticket, *found.setup, names));
    auto reply = page_reply(call, std::move(items), found.page.next);
    if (found.total)
        reply.body.as_object()["total"] =
            JsonObject{{"count", found.total->count}, {"is_exact", found.total->is_exact}};
    return reply;
}

Result<Reply> count_queues(Call& call) {
    TRY(auto counts, desk::queue_counts(call.desk(), call.scope()));
    return whole_list(show(counts));
}

Schema queue_count_schema() {
    std::vector<Property> counts;
    for (auto const name : domain::EnumNames<domain::Status>::all)
        counts.push_back(need(std::string(name), integer(0, INT64_MAX)));
    return object({need("queue", reference("Named")), need("counts", object(std::move(counts)))});
}

}  // namespace

Group tickets_group() {
    Group out{"Tickets", "Requests and their history.", {}, ticket_schemas()};
    auto const total = object(
        {need("count", integer(0, INT64_MAX)), need("is_exact", boolean().say("false: there are at least so many."))});
    out.schemas["TicketPage"].properties.push_back(may("total", total));
    out.schemas["NewTicket"] = new_ticket_schema();
    out.schemas["CreatedTicket"] =
        object({need("id", id()), need("article", id().say("The first message.")), need("url", text(0))});
    out.schemas["QueueCounts"] = queue_count_schema();
    out.schemas["QueueCountsList"] = page_of("QueueCounts");
    out.routes = {
        Route(Verb::post, "/api/v1/tickets", "create_ticket", Permission::tickets_create, create_ticket)
            .says("Open a ticket", "Also notes of a phone call. What you leave out, triage and routing decide.")
            .takes("NewTicket", kMostBytes)
            .answers(201, "CreatedTicket")
            .once(),
        Route(Verb::get, "/api/v1/tickets", "list_tickets", Permission::tickets_read, list_tickets)
            .says("List tickets", "Filters narrow together; status may be given several times.")
            .asks(filters())
            .answers(200, "TicketPage"),
        Route(Verb::get, "/api/v1/queues/counts", "count_queues", Permission::tickets_read, count_queues)
            .says("Count the tickets of each queue by status")
            .answers(200, "QueueCountsList"),
    };
    return out;
}

}  // namespace lotse::api
