// SPDX-License-Identifier: Apache-2.0
// Tickets that ask a person for labels: the list, a claim on the next one, the decision and the way back.
#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"
#include "desk/label_tickets.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::string_view kOrder =
    "The most valuable first. A ticket that is decided blind: 2 + 1 / (1 + n / 20), n being the fewest further blind "
    "decisions that any value of its fields needs for its next right, so 2 to 3. Any other: 1 minus the distance of "
    "the "
    "two values that triage thinks likeliest, so up to 1. Of the same value the longest waiting comes first; what was "
    "skipped comes last. The order tells nothing of what triage said of a blind ticket.";

Schema why() {
    return one_of({"blind", "unsure", "silent"})
        .say(
            "blind: nobody may see what triage said, so the answer is evidence; unsure: triage wavers between two "
            "values; silent: triage would not say.");
}
Schema gated_field() { return one_of({"category", "type", "impact", "urgency"}); }

Schema choice_schema() {
    return object({need("value", text(0)), need("name", text(0).or_null().say("Of a category.")),
                   need("confidence", share().or_null().say("Of triage; null for a blind ticket."))});
}

Schema field_schema() {
    return object({need("field", gated_field()),
                   need("standing", text(0).or_null().say("What the ticket has now; null: nothing, or kept back.")),
                   need("choices", list(reference("LabelChoice"))
                                       .say("For a blind ticket the same and in the same order for every ticket."))});
}

Schema task_schema() {
    return object(
        {need("ticket", id()), need("claim", integer(0, INT64_MAX).say("Goes with the decision.")),
         need("claimed_until", instant()), need("why", why()), need("value", number()), need("subject", text(0)),
         need("text", text(0).say("The customer's first message.")),
         need("later_text", text(0).or_null().say("The newest of the customer's messages, if there is another.")),
         need("customer", text(0)), need("organization", text(0).or_null()), need("language", text(0).or_null()),
         need("created_at", instant()),
         need("fields", list(reference("LabelField")).say("Still to be decided, nearest to a right first."))});
}

Schema request_schema() {
    return object({need("ticket", id()), need("subject", text(0)), need("created_at", instant()),
                   need("asked_at", instant()), need("why", why()),
                   need("value", number().say("Of a decision, 0 to 3: what the list is ordered by.")),
                   need("is_skipped", boolean()), need("fields", list(gated_field())),
                   need("claimed_by", text(0).or_null().say("Who has it at this moment."))});
}

Json show_choices(std::vector<desk::LabelChoice> const& choices) {
    JsonArray out;
    for (auto const& one : choices)
        out.push_back(JsonObject{{"value", one.value},
                                 {"name", text_or_null(one.name)},
                                 {"confidence", one.confidence ? Json(*one.confidence) : Json(nullptr)}});
    return out;
}

JsonObject shown(desk::LabelTask const& task) {
    JsonArray fields;
    for (auto const& one : task.fields)
        fields.push_back(JsonObject{
            {"field", one.field}, {"standing", text_or_null(one.standing)}, {"choices", show_choices(one.choices)}});
    return {{"ticket", task.request.ticket.value},
            {"claim", task.request.claim.number},
            {"claimed_until", show(task.request.claim.until)},
            {"why", domain::name_of(task.request.kind)},
            {"value", task.request.value},
            {"subject", task.subject},
            {"text", task.text},
            {"later_text", text_or_null(task.later_text)},
            {"customer", task.customer},
            {"organization", text_or_null(task.organization)},
            {"language", text_or_null(task.language)},
            {"created_at", show(task.created_at)},
            {"fields", std::move(fields)}};
}

JsonObject shown(desk::LabelLine const& line) {
    return {{"ticket", line.request.ticket.value},        {"subject", line.subject},
            {"created_at", show(line.created_at)},        {"asked_at", show(line.request.asked_at)},
            {"why", domain::name_of(line.request.kind)},  {"value", line.request.value},
            {"is_skipped", line.request.is_skipped},      {"fields", show(line.request.fields)},
            {"claimed_by", text_or_null(line.claimed_by)}};
}

Json task_or_null(std::optional<desk::LabelTask> const& task) { return task ? Json(shown(*task)) : Json(nullptr); }

Result<Reply> list_label_requests(Call& call) {
    TRY(auto lines, desk::list_labels(call.desk(), call.principal(), page_after(call), page_limit(call)));
    JsonArray items;
    for (auto const& line : lines.items) items.emplace_back(shown(line));
    return page_reply(call, std::move(items), lines.next);
}

Result<Reply> count_label_requests(Call& call) {
    TRY(auto const count, desk::count_labels(call.desk(), call.principal()));
    Reply out;
    out.body = JsonObject{{"count", count}, {"is_exact", count < desk::kMostCounted}};
    return out;
}

Result<Reply> claim_label(Call& call) {
    TRY(auto const task, desk::claim_label(call.desk(), call.principal()));
    Reply out;
    out.body = JsonObject{{"task", task_or_null(task)}};
    return out;
}

Result<Reply> decide_label(Call& call) {
    Fields const fields(call.body);
    desk::LabelAnswer answer;
    answer.ticket = call.id<domain::TicketId>("ticket");
    fields.take("claim", answer.claim);
    fields.take("field", answer.field);
    fields.take("value", answer.value);
    TRY(auto const done, desk::decide_label(call.desk(), call.principal(), answer, call.key()));
    Reply out;
    out.is_repeated = done.is_known;
    out.body = JsonObject{{"decision", done.decision.id.value}, {"task", task_or_null(done.task)}};
    return out;
}

Result<Reply> skip_label(Call& call) {
    std::int64_t claim = 0;
    Fields(call.body).take("claim", claim);
    CHECK_OK(desk::skip_label(call.desk(), call.principal(), call.id<domain::TicketId>("ticket"), claim));
    return Reply{};
}

Result<Reply> take_back_label(Call& call) {
    auto const decision = call.id<domain::LabelDecisionId>("label_decision");
    TRY(auto const task, desk::take_back_label(call.desk(), call.principal(), decision));
    Reply out;
    out.body = JsonObject{{"task", shown(task)}};
    return out;
}

}  // namespace

Group labels_group() {
    Group out{"Labels", "Tickets whose labels a person should decide, the most valuable first.", {}, {}};
    auto const claim = need("claim", integer(0, INT64_MAX).say("As it was given with the ticket."));
    out.schemas = {
        {"LabelChoice", choice_schema()},
        {"LabelField", field_schema()},
        {"LabelTask", task_schema()},
        {"LabelRequest", request_schema()},
        {"LabelRequestPage", page_of("LabelRequest")},
        {"LabelCount", object({need("count", integer(0, desk::kMostCounted)), need("is_exact", boolean())})},
        {"LabelClaim", object({need("task", reference("LabelTask").or_null().say("null: nothing waits."))})},
        {"LabelSkip", object({claim})},
        {"LabelAnswer", object({claim, need("field", gated_field()),
                                need("value", line(200, 1).say("A category's key, or one of the field's words."))})},
        {"LabelDone",
         object({need("decision", id()),
                 need("task", reference("LabelTask").or_null().say("What is left to decide of the same ticket."))})},
        {"LabelTakenBack", object({need("task", reference("LabelTask"))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/label-requests", "list_label_requests", Permission::tickets_read, list_label_requests)
            .says("List tickets that ask for labels", std::string(kOrder))
            .asks(paged())
            .answers(200, "LabelRequestPage"),
        Route(Verb::get, "/api/v1/label-requests/count", "count_label_requests", Permission::tickets_read,
              count_label_requests)
            .says("How many tickets ask for labels?", "Counting ends at 1,000.")
            .answers(200, "LabelCount"),
        Route(Verb::post, "/api/v1/label-requests/claim", "claim_label", Permission::tickets_write, claim_label)
            .says("Take the next ticket to label",
                  "It is yours for three minutes; asking again gives the same one until it is decided or skipped.")
            .answers(200, "LabelClaim"),
        Route(Verb::post, "/api/v1/label-requests/{ticket}/decision", "decide_label", Permission::tickets_write,
              decide_label)
            .says("Decide one label", "409 where somebody else has the ticket now, or the field was decided meanwhile.")
            .takes("LabelAnswer")
            .answers(200, "LabelDone")
            .once(),
        Route(Verb::post, "/api/v1/label-requests/{ticket}/skip", "skip_label", Permission::tickets_write, skip_label)
            .says("Leave a ticket to others", "It comes back behind all others.")
            .takes("LabelSkip")
            .answers_nothing(),
        Route(Verb::post, "/api/v1/label-decisions/{label_decision}/reversal", "take_back_label",
              Permission::tickets_write, take_back_label)
            .says("Take a decision back", "The field is as before, and the ticket is yours to decide again.")
            .answers(200, "LabelTakenBack"),
    };
    return out;
}

}  // namespace lotse::api
