// SPDX-License-Identifier: Apache-2.0
// What a ticket looks like in answers, declared beside show_ticket.cpp, which fills it.
#include "api/show.h"
#include "api/show_composer.h"
#include "api/show_ticket.h"

namespace lotse::api {
namespace {

using namespace domain;

std::vector<Property> ticket_fields() {
    return {
        need("id", id().such_as(7).say("The number that people see.")),
        need("version", integer(1, INT64_MAX).say("Counts up with every change; the ETag is \"v\" and this.")),
        need("subject", text(0)),
        need("status", choice<Status>()),
        need("channel", choice<Channel>()),
        need("customer", object({need("id", id()), need("name", text(0)), need("email", text(0).or_null())})),
        need("organization", reference("Named").or_null()),
        need("queue", reference("Named").or_null()),
        need("agent", reference("Named").or_null().say("The owner; null while nobody has it.")),
        need("category", reference("NamedCategory").or_null()),
        need("type", choice<TicketType>().or_null()),
        need("impact", choice<Level>()),
        need("urgency", choice<Level>()),
        need("priority", choice<Priority>()),
        need("language", language().or_null()),
        need("sentiment", choice<Sentiment>().say("Of the customer's newest message, as far as its words tell.")),
        need("is_unreadable", boolean().say("The mail could not be parsed; its raw bytes are kept.")),
        need("is_escalated", boolean().say("A target was missed and the lead was told.")),
        need("follows", id().or_null().say("The ticket that was closed for good before this one.")),
        need("created_at", instant()),
        need("updated_at", instant()),
        need("first_reply_at", instant().or_null()),
        need("solved_at", instant().or_null()),
        need("closed_at", instant().or_null()),
        need("first_reply_due_at", instant().or_null()),
        need("next_reply_due_at", instant().or_null().say("To a customer who wrote again.")),
        need("update_due_at", instant().or_null().say("By then the customer hears something.")),
        need("solution_due_at", instant().or_null()),
        need("handover_due_at",
             instant().or_null().say("By then the team must have acted; nothing the customer sees.")),
        need("unexplained_breaches", integer(0, INT64_MAX).say("Missed targets without a reason.")),
        need("due_at", instant().or_null().say("Wished by a person; the targets go on beside it.")),
        need("merged_into", id().or_null().say("The ticket where its messages stand now.")),
        need("tags", list(text(0))),
        need("fields", map(anything()).say("Custom fields that have a value, by key.")),
        need("snoozed_until", instant().or_null().say("Asleep until then, or until the customer writes.")),
        need("url", text(0)),
    };
}

Schema attachment_schema() {
    return object({need("id", id()), need("name", text(0).say("As the sender called it; never a path.")),
                   need("content_type", text(0)), need("content_id", text(0).or_null()), need("is_inline", boolean()),
                   need("size", integer(0, INT64_MAX)), need("url", text(0))});
}

Schema article_schema() {
    return object(
        {need("id", id()),
         need("kind", choice<ArticleKind>().say("A note never leaves the house.")),
         need("author", choice<Author>()),
         need("agent", reference("Named").or_null()),
         need("channel", choice<Channel>()),
         need("from_name", text(0)),
         need("from_address", text(0).or_null()),
         need("to", text(0)),
         need("cc", text(0)),
         need("recipients", object({need("to", recipients_schema()), need("cc", recipients_schema())})
                                .or_null()
                                .say("Of a message of ours, one by one.")),
         need("subject", text(0)),
         need("text", text(0).say("The whole plain text.")),
         need("new_text", text(0).say("What this message adds, without quote and signature.")),
         need("quoted", text(0)),
         need("signature", text(0)),
         need("html", text(0).or_null().say("Cleaned HTML.")),
         need("language", language().or_null()),
         need("message_id", text(0).or_null()),
         need("sender_proof", choice<SenderProof>()),
         need("is_automatic", boolean()),
         need("is_quarantined", boolean().say("Doubtful: kept and shown, moves nothing.")),
         need("remark", text(0).or_null()),
         need("attachments", list(reference("Attachment"))),
         need("sending_at", instant().or_null().say("Can be taken back until it leaves then.")),
         need("personal_data", list(reference("PersonalSpan"))
                                   .say("Where new_text (text, if that is empty) holds data about people, in order.")),
         need("entities",
              list(reference("EntitySpan")).say("Where it holds what the desk knows by a pattern, in order.")),
         need("created_at", instant())});
}

Schema personal_span_schema() {
    return object(
        {need("kind", choice<domain::PersonalKind>()),
         need("begin", integer(0, INT64_MAX).say("In Unicode code points.")),
         need("end", integer(1, INT64_MAX).say("The first one behind it.")),
         need("reason", choice<domain::PersonalReason>().say(
                            "check_digits: the number proves itself; sentence: a model of sentences reads a name "
                            "there.")),
         need("confidence", share().say("How often this rule is right."))});
}

Schema entity_span_schema() {
    return object({need("kind", reference("Named")),
                   need("begin", integer(0, INT64_MAX).say("In Unicode code points.")),
                   need("end", integer(1, INT64_MAX).say("The first one behind it.")), need("text", text(0))});
}

Schema risk_schema() {
    return object({need("risk", choice<domain::Risk>().say("breach: of the solution target.")),
                   need("chance", share().or_null().say("Calibrated; null where it cannot be told.")),
                   need("is_guess", boolean().say("It cannot be told although history is long enough: on its newest "
                                                  "tickets the model was no better than chance.")),
                   need("usual", share().or_null().say("Share of all tickets of that history.")),
                   need("tickets", integer(0, INT64_MAX).say("Closed tickets that it was learned from.")),
                   need("cases", integer(0, INT64_MAX).say("Of them it came to."))});
}

Schema promise_schema() {
    return object(
        {need("awaited", choice<domain::Awaited>()),
         need("until",
              instant().say("As it stands now: so many of a hundred tickets like this have come so far by then.")),
         need("told_until", instant().say("As it was said first; it is judged by this.")),
         need("percent", integer(1, 99)),
         need("is_told", boolean().say("false: measured only, since promises of this kind were not kept lately.")),
         need("state", choice<domain::PromiseState>()), need("made_at", instant()),
         need("tickets", integer(0, INT64_MAX).say("That came to an end lately, by which it is judged.")),
         need("because", reference("Because"))});
}

Schema change_schema() {
    return object({need("field", line(50)), need("from", text(0)), need("to", text(0)),
                   need("from_name", text(0).or_null()), need("to_name", text(0).or_null()),
                   need("because", reference("Because"))});
}

Schema event_schema() {
    return object({need("id", id()),
                   need("kind", one_of({"opened", "customer_wrote", "agent_replied", "noted", "updated", "settled",
                                        "timer_fired", "notice_failed", "settle_failed", "reply_scheduled",
                                        "reply_taken_back", "forwarded", "judged", "escalation"})),
                   need("actor", one_of({"customer", "agent", "api", "lotse"})),
                   need("agent", reference("Named").or_null()), need("article", id().or_null()),
                   need("data", map(anything())), need("changes", list(reference("Change"))),
                   need("is_settled", boolean().say("false while Lotse has yet to decide what follows.")),
                   need("at", instant())});
}

Schema notice_schema() {
    return object({need("id", id()),
                   need("kind", one_of({"confirmation", "reply", "solved", "reopened", "assigned", "customer_replied",
                                        "warning", "breach", "forward", "mentioned", "delayed", "escalated"})),
                   need("article", id().or_null()), need("to_name", text(0)), need("to", text(0)),
                   need("language", text(0)), need("subject", text(0)), need("text", text(0)),
                   need("state", one_of({"waiting", "sent", "dead"})), need("tries", integer(0, 1000)),
                   need("last_error", text(0).or_null()), need("created_at", instant()),
                   need("sent_at", instant().or_null())});
}

Schema label_schema() {
    return object(
        {need("field", one_of({"language", "category", "type", "impact", "urgency", "priority", "sentiment"})),
         need("value", text(0).or_null().say("null where triage abstains; because tells why.")),
         need("abstains", boolean()), need("confidence", share().or_null()), need("because", reference("Because")),
         need("alternatives", list(object({need("value", text(0)), need("confidence", share())}))
                                  .say("Best first, the value itself included.")),
         need("evidence", list(object({need("begin", integer(0, INT64_MAX)), need("end", integer(1, INT64_MAX))}))
                              .say("Of sentiment: where the newest message says so, in Unicode code points.")),
         need("parts",
              list(object({need("language", text(0).or_null()), need("begin", integer(0, INT64_MAX)),
                           need("end", integer(1, INT64_MAX)), need("opening", text(0))}))
                  .say("Of language, where a message has several: which part of the newest message is in which, in "
                       "code points, and how each part begins."))});
}

}  // namespace

Schemas ticket_schemas() {
    auto detail = ticket_fields();
    detail.push_back(need("articles", list(reference("Article")).say("The newest 50, oldest first.")));
    detail.push_back(
        need("held_until",
             instant().or_null().say("Mail of a sender who writes too often: decided on then, or when let through.")));
    detail.push_back(need("satisfaction", object({need("score", integer(1, 5).say("5 is good, 1 is not.")),
                                                  need("comment", text(0).or_null()), need("at", instant())})
                                              .or_null()
                                              .say("What the customer says of how it went.")));
    detail.push_back(need("events", list(reference("Event")).say("The newest 200 steps, oldest first.")));
    detail.push_back(need("article_count", integer(0, INT64_MAX)));
    detail.push_back(
        need("articles_before", text(0).or_null().say("Where older messages are; null if there are none.")));
    detail.push_back(need("events_before", text(0).or_null().say("Where older steps are; null if there are none.")));
    detail.push_back(need("drafts", list(reference("Draft")).say("Of a reply and of a note, empty or not.")));
    detail.push_back(need("signature", text(0).say("The caller's own or the queue's, filled in.")));
    detail.push_back(need("followers", list(reference("Named"))));
    detail.push_back(need("checklist", list(reference("ChecklistItem"))));
    detail.push_back(need("times", list(reference("TimeEntry"))));
    detail.push_back(need("minutes_spent", integer(0, INT64_MAX)));
    detail.push_back(need("notices", list(reference("Notice")).say("What Lotse sent, or will; the newest 100.")));
    detail.push_back(need("timers", list(object({need("kind", one_of({kTimerNames.begin(), kTimerNames.end()})),
                                                 need("due_at", instant())}))));
    auto const person = object({need("id", id()), need("name", text(0)), need("email", text(0).or_null())});
    detail.push_back(need("links", list(reference("TicketLink")).say("Those of merged tickets included.")));
    detail.push_back(need("merged", list(object({need("ticket", reference("TicketBrief")), need("customer", person),
                                                 need("at", instant()), need("agent", reference("Named").or_null())}))
                                        .say("What was merged into this one.")));
    detail.push_back(need("cc_people", list(person).say("Customers of merged tickets: offer them as cc.")));
    detail.push_back(need("split_from", reference("TicketBrief").or_null()));
    detail.push_back(need("blind_fields", list(text(0)).say("To be decided without having seen what triage said.")));
    detail.push_back(
        need("risks", list(reference("RiskFigure")).say("Of what can still come to it; none once solved.")));
    detail.push_back(
        need("promises", list(reference("Promise")).say("At most one of a kind; none where history is too short.")));
    detail.push_back(need("suggestion", reference("Suggestion").or_null()));
    detail.push_back(need("viewers", list(reference("Viewer")).say("Who is at this ticket now.")));
    return {
        {"Named", named_schema()},
        {"NamedCategory", object({need("id", id()), need("key", text(0)), need("name", text(0))})},
        {"TicketBrief", object({need("id", id()), need("subject", text(0)), need("status", choice<Status>())})},
        {"TicketLink", object({need("kind", choice<LinkKind>().say("What the other is to this one.")),
                               need("ticket", reference("TicketBrief"))})},
        {"Because", because_schema()},
        {"Attachment", attachment_schema()},
        {"Article", article_schema()},
        {"PersonalSpan", personal_span_schema()},
        {"EntitySpan", entity_span_schema()},
        {"RiskFigure", risk_schema()},
        {"Promise", promise_schema()},
        {"Change", change_schema()},
        {"Event", event_schema()},
        {"Notice", notice_schema()},
        {"Label", label_schema()},
        {"Suggestion", object({need("model", text(0).say("Version; \"keywords\" before there is history.")),
                               need("labels", list(reference("Label")))})},
        {"Ticket", object(ticket_fields())},
        {"TicketPage", page_of("Ticket")},
        {"TicketDetail", object(std::move(detail))},
    };
}

}  // namespace lotse::api
