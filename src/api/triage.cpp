// SPDX-License-Identifier: Apache-2.0
// What triage would say, without making a ticket; and what people decided, to teach it.
#include <algorithm>

#include "api/call_limits.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"
#include "api/show_ticket.h"
#include "base/text.h"
#include "desk/forget_lessons.h"
#include "desk/lessons.h"
#include "desk/triage_text.h"

namespace lotse::embedded {
std::string_view api_samples_triage_sh();
std::string_view api_samples_triage_py();
std::string_view api_samples_triage_js();
std::string_view api_samples_feedback_sh();
std::string_view api_samples_feedback_py();
std::string_view api_samples_feedback_js();
}  // namespace lotse::embedded

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::size_t kMostItems = 1000;
constexpr std::size_t kMostBytes = 16UL * 1024 * 1024;

std::vector<Property> message_fields() {
    return {may("id", line(200, 1).say("Your own name of the message, given back; draws whether it is an audit.")),
            may("subject", text(1000).such_as("Printer on floor 2 is jammed")),
            may("body", text(200'000).such_as("Since this morning nothing comes out.")),
            may("channel", choice<domain::Channel>()),
            may("mailbox", line(254).say("Address that it was written to.")),
            may("organization", id()),
            may("customer_language", language().say("Last known.")),
            may("content_language", language().say("As the message's header says.")),
            may("hour", integer(0, 23).say("On the desk's clock.")),
            may("is_automatic", boolean().say("An automatic reply, bounce or list mail."))};
}

Schema request_schema() {
    auto fields = message_fields();
    fields.push_back(may("items", list(object(message_fields()), kMostItems)
                                      .say("Instead of one message: up to 1,000, answered in their order.")));
    return object(std::move(fields));
}

Schema reason_schema() {
    return object({need("text", text(0).say("As it stands there.")), need("in", one_of({"subject", "body"})),
                   need("start", integer(0, INT64_MAX).say("Code points from the start of that text.")),
                   need("end", integer(0, INT64_MAX).say("Behind the last."))});
}

Schema answered_label_schema() {
    return object(
        {need("field", one_of({"language", "category", "type", "impact", "urgency", "priority", "sentiment"})),
         need("value", text(0).or_null().say("null where triage abstains; because tells why.")),
         need("abstains", boolean()), need("confidence", share().or_null()),
         need("mode", one_of({"shadow", "suggest", "automatic"})
                          .say("What was earned by blind decisions: act alone, propose, or keep quiet.")),
         need("model", text(0).say("Version of what said so; \"keywords\": the lists; \"matrix\".")),
         need("because", reference("Because")),
         need("reasons", list(reference("TriageReason")).say("The words that speak for it, at most 20.")),
         need("alternatives", list(object({need("value", text(0)), need("confidence", share())}))
                                  .say("Best first, the value itself included.")),
         need("evidence", list(object({need("begin", integer(0, INT64_MAX)), need("end", integer(1, INT64_MAX))}))
                              .say("Of sentiment: where the message says so, in code points.")),
         need("parts",
              list(object({need("language", text(0).or_null()), need("begin", integer(0, INT64_MAX)),
                           need("end", integer(1, INT64_MAX)), need("opening", text(0))}))
                  .say("Of language, where a message has several: which part of the newest message is in which, in "
                       "code points, and how each part begins."))});
}

Schema answer_schema() {
    return object({need("id", text(0).or_null()), need("model", text(0).say("Version that serves.")),
                   need("is_audit", boolean().say("Drawn by the id, as often as the gate is set to: let people decide "
                                                  "before they see this, then tell it with \"seen\": false.")),
                   need("labels", list(reference("TriageLabel")))});
}

Schema feedback_schema() {
    auto fields = message_fields();
    std::erase_if(fields, [](auto const& one) { return one.name == "is_automatic"; });
    fields.push_back(may("ticket", id().say("A ticket of this desk, instead of words. It stays as it is.")));
    fields.push_back(
        need("labels", object({may("category", line(100, 1).such_as("printing").say("Key or name.")),
                               may("type", choice<domain::TicketType>().such_as("incident")),
                               may("impact", choice<domain::Level>()), may("urgency", choice<domain::Level>())})
                           .say("What was decided, one at least.")));
    fields.push_back(may("seen", boolean().such_as(false).say(
                                     "Had the person seen what triage said, or anything that follows from it? Only "
                                     "false makes evidence. Without it: true.")));
    fields.push_back(may("create", boolean().say("Add a category that is missing; needs setup:write.")));
    return object(std::move(fields));
}

Schema lesson_schema() {
    return object(
        {need("id", id()), need("reference", text(0).or_null().say("The id that was sent.")),
         need("is_evidence", boolean().say("Decided blind, of words that nobody had told before: the gate counts it.")),
         need("seen", boolean()),
         need("labels", list(object({need("field", text(0)), need("decided", text(0)),
                                     need("said", text(0).or_null().say("By triage, just before; null: it abstained.")),
                                     need("score", share()), need("model", text(0))}))),
         need("at", instant())});
}

Schema taught_schema() {
    auto out = lesson_schema();
    out.properties.push_back(need("is_new", boolean().say("false: the same was told before, nothing was learned.")));
    out.properties.push_back(need("model", text(0).say("Version that serves now, with what it has learned.")));
    return out;
}

triage::TriageInput input_in(JsonObject const& message) {
    Fields const fields(message);
    triage::TriageInput out;
    fields.take("subject", out.subject);
    fields.take("body", out.new_text);
    fields.take("channel", out.channel);
    fields.take("mailbox", out.mailbox);
    fields.take("organization", out.organization);
    fields.take("customer_language", out.customer_language);
    fields.take("content_language", out.content_language);
    fields.take("hour", out.hour);
    fields.take("is_automatic", out.is_automatic);
    return out;
}

desk::Question question_in(JsonObject const& message) {
    return {std::string(text_at(message, "id")), input_in(message)};
}

bool has_words(JsonObject const& message) {
    return !trim(text_at(message, "subject")).empty() || !trim(text_at(message, "body")).empty();
}

JsonObject shown(triage::Span const& span) {
    return {
        {"text", span.text}, {"in", span.is_in_subject ? "subject" : "body"}, {"start", span.begin}, {"end", span.end}};
}

JsonObject shown(desk::TriageAnswer const& answer) {
    auto out = show(answer.suggestion);
    auto& labels = out["labels"].get_array();
    for (std::size_t i = 0; i < labels.size(); ++i) {
        auto& label = labels[i].get_object();
        label["mode"] = gate::name_of(answer.modes[i]);
        label["model"] = answer.suggestion.labels[i].because.version;
        JsonArray reasons;
        for (auto const& span : answer.spans[i]) reasons.emplace_back(shown(span));
        label["reasons"] = std::move(reasons);
    }
    out["id"] = text_or_null(answer.reference);
    out["is_audit"] = answer.is_audit;
    return out;
}

Result<Reply> triage_message(Call& call) {
    bool const is_batch = call.body.contains("items");
    if (is_batch && call.body.size() > 1) return invalid("triage.both", "Send either one message or items.", "/items");
    if (!is_batch && !has_words(call.body)) return invalid("triage.empty", "Send a subject or a body.", "/body");
    std::vector<desk::Question> questions;
    if (!is_batch) questions.push_back(question_in(call.body));
    for (auto const& item : array_at(call.body, "items")) questions.push_back(question_in(item.get_object()));
    TRY(auto answers, desk::triage_texts(call.desk(), call.scope(), questions));
    Reply out;
    if (!is_batch) {
        out.body = shown(answers.front());
        return out;
    }
    JsonArray items;
    for (auto const& answer : answers) items.emplace_back(shown(answer));
    out.body = JsonObject{{"items", std::move(items)}};
    return out;
}

JsonObject shown(domain::Lesson const& lesson) {
    JsonArray labels;
    for (auto const& one : lesson.answers)
        labels.push_back(JsonObject{{"field", one.field},
                                    {"decided", one.decided},
                                    {"said", text_or_null(one.said)},
                                    {"score", one.score},
                                    {"model", one.model}});
    return {{"id", lesson.id.value},
            {"reference", text_or_null(lesson.reference)},
            {"is_evidence", lesson.is_evidence},
            {"seen", lesson.is_seen},
            {"labels", std::move(labels)},
            {"at", to_rfc3339(lesson.at)}};
}

desk::NewLesson lesson_in(JsonObject const& body) {
    desk::NewLesson out;
    auto const input = input_in(body);
    out.message.reference = text_at(body, "id");
    out.message.subject = input.subject;
    out.message.text = input.new_text;
    out.message.channel = input.channel;
    out.message.mailbox = input.mailbox;
    out.message.organization = input.organization;
    out.message.customer_language = input.customer_language;
    out.message.content_language = input.content_language;
    out.message.hour = input.hour;
    Fields const fields(body);
    fields.take("ticket", out.ticket);
    fields.take("seen", out.message.is_seen);
    fields.take("create", out.creates);
    for (auto const& [field, value] : object_at(body, "labels"))
        out.decided.emplace_back(field, std::string(Fields::text_of(value)));
    return out;
}

Result<Reply> teach_triage(Call& call) {
    bool const has_ticket = call.body.contains("ticket");
    if (has_ticket && (call.body.contains("subject") || call.body.contains("body")))
        return invalid("triage.both", "Send either a ticket of this desk or words.", "/ticket");
    if (!has_ticket && !has_words(call.body))
        return invalid("triage.empty", "Send a subject or a body, or a ticket of this desk.", "/body");
    CHECK_OK(call.limits.count_lessons(call.scope().tenant(), 1));
    TRY(auto const taught, desk::teach(call.desk(), call.principal(), lesson_in(call.body), call.key()));
    Reply out;
    auto body = shown(taught.lesson);
    body["is_new"] = !taught.is_known;
    body["model"] = taught.model;
    out.body = std::move(body);
    out.is_repeated = taught.is_repeated;
    return out;
}

Result<Reply> list_feedback(Call& call) {
    auto const after = page_after(call);
    auto const before = after.empty() ? std::optional<std::int64_t>(0) : to_int(after);
    if (!before || *before < 0) return invalid("page.cursor", "This cursor is none of ours.", "?after");
    int const limit = page_limit(call);
    TRY(auto const lessons, desk::list_lessons(call.desk(), call.scope(), domain::LessonId{*before}, limit));
    JsonArray items;
    for (auto const& lesson : lessons) items.emplace_back(shown(lesson));
    bool const is_full = lessons.size() == static_cast<std::size_t>(limit);
    return page_reply(call, std::move(items), is_full ? std::to_string(lessons.back().id.value) : std::string());
}

Result<Reply> remove_feedback(Call& call) {
    CHECK_OK(desk::forget_lesson(call.desk(), call.principal(), call.id<domain::LessonId>("lesson")));
    return Reply{};
}

Result<Reply> erase_feedback(Call& call) {
    std::optional<std::string> reference;
    Fields(call.query).take("reference", reference);
    TRY(auto const gone, desk::forget_lessons_about(call.desk(), call.principal(), reference.value_or("")));
    Reply out;
    out.body = JsonObject{{"removed", gone}};
    return out;
}

// Without the first line, which is the file's and not the reader's.
std::string program(std::string_view file) { return std::string(file.substr(file.find('\n') + 1)); }

std::vector<Sample> samples(std::string_view shell, std::string_view python, std::string_view script) {
    return {{"curl", program(shell)}, {"Python", program(python)}, {"JavaScript", program(script)}};
}

Schemas schemas() {
    return {{"ErasedFeedback", object({need("removed", integer(0, INT64_MAX))})},
            {"TriageRequest", request_schema()},
            {"TriageReason", reason_schema()},
            {"TriageLabel", answered_label_schema()},
            {"TriageSuggestion", answer_schema()},
            {"TriageAnswer", either({reference("TriageSuggestion"), reference("TriageSuggestionList")})},
            {"TriageSuggestionList", object({need("items", list(reference("TriageSuggestion")))})},
            {"NewTriageLesson", feedback_schema()},
            {"TriageLesson", lesson_schema()},
            {"TriageLessonPage", page_of("TriageLesson")},
            {"TaughtTriageLesson", taught_schema()}};
}

}  // namespace

Group triage_group() {
    Group out{"Triage",
              "The brain without the desk: ask what a message is about, act by its mode, and tell what people decided. "
              "Of the words nothing leaves this machine.",
              {},
              {}};
    out.schemas = schemas();
    out.routes = {
        Route(Verb::post, "/api/v1/triage", "triage", Permission::triage_use, triage_message)
            .says("Ask what triage would say",
                  "Nothing is stored and nothing is learned. Each label has a calibrated confidence, the mode that it "
                  "has earned, its reasons with their places, and alternatives; or it abstains and says why.")
            .takes("TriageRequest", kMostBytes)
            .answers(200, "TriageAnswer")
            .shows(samples(embedded::api_samples_triage_sh(), embedded::api_samples_triage_py(),
                           embedded::api_samples_triage_js())),
        Route(Verb::post, "/api/v1/triage/feedback", "teach_triage", Permission::triage_teach, teach_triage)
            .says("Tell what people decided",
                  "Teaches at once: the next answer knows it. The same words with other labels are a correction. The "
                  "desk keeps the newest 20,000, for every later fit. It is evidence for the gate only if the person "
                  "had not seen what triage said (seen: false) and nobody had told these words before.")
            .takes("NewTriageLesson")
            .answers(200, "TaughtTriageLesson")
            .once()
            .shows(samples(embedded::api_samples_feedback_sh(), embedded::api_samples_feedback_py(),
                           embedded::api_samples_feedback_js())),
        Route(Verb::get, "/api/v1/triage/feedback", "list_triage_feedback", Permission::setup_read, list_feedback)
            .says("List what was told",
                  "In force, newest first, without the words; with what triage had said, so that "
                  "anybody can count the evidence again.")
            .asks(paged())
            .answers(200, "TriageLessonPage"),
        Route(Verb::remove, "/api/v1/triage/feedback/{lesson}", "remove_triage_feedback", Permission::setup_write,
              remove_feedback)
            .says("Remove feedback",
                  "With all that was told of the same words. What triage has learned of it goes with the next nightly "
                  "fit.")
            .answers_nothing(),
        Route(Verb::remove, "/api/v1/triage/feedback", "erase_triage_feedback", Permission::setup_write, erase_feedback)
            .says("Erase all feedback on one message or person",
                  "All that was told with this reference, as when your system must forget a person.")
            .asks({need("reference", text(200, 1))})
            .answers(200, "ErasedFeedback"),
    };
    return out;
}

}  // namespace lotse::api
