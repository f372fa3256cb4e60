// SPDX-License-Identifier: Apache-2.0
// Queues: the pools of work.
#include "desk/queues.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema queue_input() {
    return object(
        {need("name", line(100, 1).such_as("Printing")),
         may("address", line(254).or_null().such_as("printing@desk.example").say("Mail to it lands here.")),
         may("lead", id().or_null().say("The agent who hears of missed targets.")),
         may("skills", list(line(50, 1), 50).say("Wanted of whoever takes its tickets.")),
         may("calendar", id().or_null().say("Its own hours; else those of the policy.")),
         may("assignment", choice<domain::Assignment>().say(
                               "push: a ticket gets its owner when it comes, by load. pull: it waits in the pool until "
                               "somebody is free. push if left out.")),
         may("hands_out_below",
             integer(0, 50).say("pull: whoever owns fewer open tickets is given the next one; 0: only who "
                                "asks for it. 1 if left out.")),
         may("preferred_skills", list(line(50, 1), 50).say("Whoever has them is quicker with its tickets.")),
         may("language_is_required",
             boolean().say("false: who does not speak the customer's language may take it, too, after "
                           "those who do. true if left out.")),
         may("handover_minutes",
             integer(0, 525'600)
                 .say("Business minutes of the queue's own calendar until somebody of its team must have "
                      "acted on a ticket that came in; 0, or left out: no such target."))});
}

Schema queue_schema() {
    return object({need("id", id()), need("version", id()), need("name", text(0)), need("address", text(0).or_null()),
                   need("lead", id().or_null()), need("skills", list(text(0))), need("calendar", id().or_null()),
                   need("assignment", choice<domain::Assignment>()), need("hands_out_below", integer(0, 50)),
                   need("preferred_skills", list(text(0))), need("language_is_required", boolean()),
                   need("handover_minutes", integer(0, 525'600))});
}

JsonObject shown(domain::Queue const& queue) {
    return {{"id", queue.id.value},
            {"version", queue.version},
            {"name", queue.name},
            {"address", text_or_null(queue.address)},
            {"lead", id_or_null(queue.lead)},
            {"skills", show(queue.skills)},
            {"calendar", id_or_null(queue.calendar)},
            {"assignment", domain::name_of(queue.assignment)},
            {"hands_out_below", queue.hands_out_below},
            {"preferred_skills", show(queue.preferred_skills)},
            {"language_is_required", queue.language_is_required},
            {"handover_minutes", queue.handover_minutes}};
}

desk::QueueFields queue_fields(JsonObject const& body) {
    Fields const fields(body);
    desk::QueueFields out;
    fields.take("name", out.name);
    fields.take("address", out.address);
    fields.take("lead", out.lead);
    fields.take("skills", out.skills);
    fields.take("calendar", out.calendar);
    fields.take("assignment", out.assignment);
    fields.take("hands_out_below", out.hands_out_below);
    fields.take("preferred_skills", out.preferred_skills);
    fields.take("language_is_required", out.language_is_required);
    fields.take("handover_minutes", out.handover_minutes);
    return out;
}

Result<Reply> list_queues(Call& call) {
    TRY(auto queues, desk::list_queues(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& queue : queues) items.emplace_back(shown(queue));
    return whole_list(std::move(items));
}

Result<Reply> create_queue(Call& call) {
    TRY(auto made, desk::make_queue(call.desk(), call.principal(), queue_fields(call.body), call.key()));
    call.parts.addresses_changed();
    return made_reply(call, shown(made.value), made.value.id.value, made.value.version, made.is_known);
}

Result<Reply> get_queue(Call& call) {
    TRY(auto queue, desk::get_queue(call.desk(), call.scope(), call.id<domain::QueueId>("queue")));
    return versioned_reply(shown(queue), queue.version);
}

Result<Reply> patch_queue(Call& call) {
    TRY(auto queue, desk::change_queue(call.desk(), call.principal(), call.id<domain::QueueId>("queue"),
                                       call.expected_version, queue_fields(call.body)));
    call.parts.addresses_changed();
    return versioned_reply(shown(queue), queue.version);
}

}  // namespace

Group queues_group() {
    Group out{"Queues", "The pools of work.", {}, {}};
    out.schemas = {{"NewQueue", queue_input()},
                   {"QueuePatch", partial(queue_input())},
                   {"Queue", queue_schema()},
                   {"QueuePage", page_of("Queue")}};
    out.routes = {
        Route(Verb::get, "/api/v1/queues", "list_queues", Permission::setup_read, list_queues)
            .says("List queues")
            .answers(200, "QueuePage"),
        Route(Verb::post, "/api/v1/queues", "create_queue", Permission::setup_write, create_queue)
            .says("Add a queue")
            .takes("NewQueue")
            .answers(201, "Queue")
            .once(),
        Route(Verb::get, "/api/v1/queues/{queue}", "get_queue", Permission::setup_read, get_queue)
            .says("Read a queue")
            .answers(200, "Queue")
            .versioned(),
        Route(Verb::patch, "/api/v1/queues/{queue}", "patch_queue", Permission::setup_write, patch_queue)
            .says("Change a queue")
            .takes("QueuePatch")
            .answers(200, "Queue")
            .versioned(),
    };
    return out;
}

}  // namespace lotse::api
