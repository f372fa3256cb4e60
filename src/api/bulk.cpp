// SPDX-License-Identifier: Apache-2.0
// One change of many tickets, as a job.
#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "base/text.h"
#include "desk/bulk_jobs.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema job_schema() {
    return object({need("id", id()), need("kind", choice<domain::BulkKind>()),
                   need("state", one_of({"waiting", "running", "done"})), need("total", integer(0, INT64_MAX)),
                   need("done", integer(0, INT64_MAX).say("Tickets that were looked at, whatever came of it.")),
                   need("failed", integer(0, INT64_MAX)), need("created_at", instant()),
                   need("finished_at", instant().or_null()), need("reverses", id().or_null()),
                   need("reversed_by", id().or_null())});
}

Schema item_schema() {
    return object({need("ticket", id()),
                   need("state", choice<domain::BulkState>().say("skipped: there was nothing to change.")),
                   need("code", text(0).or_null()), need("message", text(0).or_null().say("Why not."))});
}

Reply job_reply(desk::StartedJob const& started) {
    Reply out;
    out.is_repeated = started.is_known;
    out.body = desk::to_json(started.job);
    return out;
}

Result<Reply> change_tickets(Call& call) {
    std::vector<domain::TicketId> tickets;
    Fields(call.body).take("tickets", tickets);
    TRY(auto started,
        desk::start_bulk(call.desk(), call.principal(), tickets, object_at(call.body, "changes"), call.key()));
    return job_reply(started);
}

Result<Reply> reverse_job(Call& call) {
    TRY(auto started, desk::start_reversal(call.desk(), call.principal(), call.id<domain::JobId>("job")));
    return job_reply(started);
}

Result<Reply> get_job(Call& call) {
    TRY(auto job, desk::get_job(call.desk(), call.scope(), call.id<domain::JobId>("job")));
    Reply out;
    out.body = desk::to_json(job);
    return out;
}

Result<Reply> list_job_items(Call& call) {
    auto const after = page_after(call);
    auto const position = after.empty() ? std::optional<std::int64_t>(0) : to_int(after);
    if (!position || *position < 0) return invalid("page.cursor", "This cursor is none of ours.", "?after");
    int const limit = page_limit(call);
    TRY(auto items, desk::list_items(call.desk(), call.scope(), call.id<domain::JobId>("job"), *position, limit));
    JsonArray out;
    for (auto const& item : items)
        out.push_back(JsonObject{{"ticket", item.ticket.value},
                                 {"state", domain::name_of(item.state)},
                                 {"code", item.code.empty() ? Json(nullptr) : Json(item.code)},
                                 {"message", item.message.empty() ? Json(nullptr) : Json(item.message)}});
    bool const is_full = items.size() == static_cast<std::size_t>(limit);
    return page_reply(call, std::move(out), is_full ? std::to_string(items.back().position) : std::string());
}

}  // namespace

Group bulk_group() {
    Group out{"Jobs", "One change of many tickets, done piece by piece.", {}, {}};
    auto tickets = list(id(), 1000);
    tickets.least = 1;
    out.schemas = {{"NewBulk", object({need("tickets", tickets), need("changes", reference("TicketPatch"))})},
                   {"Job", job_schema()},
                   {"JobItem", item_schema()},
                   {"JobItemPage", page_of("JobItem")}};
    out.routes = {
        Route(Verb::post, "/api/v1/tickets/bulk", "change_tickets", Permission::tickets_write, change_tickets)
            .says("Change many tickets", "Each on its own; ask the job how far it is, or follow the live event job.")
            .takes("NewBulk")
            .answers(202, "Job")
            .once(),
        Route(Verb::get, "/api/v1/jobs/{job}", "get_job", Permission::tickets_read, get_job)
            .says("How far is a job?")
            .answers(200, "Job"),
        Route(Verb::get, "/api/v1/jobs/{job}/items", "list_job_items", Permission::tickets_read, list_job_items)
            .says("What came of each ticket")
            .asks(paged())
            .answers(200, "JobItemPage"),
        Route(Verb::post, "/api/v1/bulk/{job}/reversal", "reverse_job", Permission::tickets_write, reverse_job)
            .says("Take a job back",
                  "What nobody has changed since is put back. A job has one reversal; asking again "
                  "shows that.")
            .answers(202, "Job"),
    };
    return out;
}

}  // namespace lotse::api
