// SPDX-License-Identifier: Apache-2.0
// What triage would say, without making a ticket.
#include "desk/triage_text.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/show_ticket.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::size_t kMostItems = 1000;
constexpr std::size_t kMostBytes = 16UL * 1024 * 1024;

std::vector<Property> message_fields() {
    return {may("subject", text(1000).such_as("Printer on floor 2 is jammed")),
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

bool has_words(JsonObject const& message) {
    return !text_at(message, "subject").empty() || !text_at(message, "body").empty();
}

Result<Reply> triage_message(Call& call) {
    bool const is_batch = call.body.contains("items");
    if (is_batch && call.body.size() > 1) return invalid("triage.both", "Send either one message or items.", "/items");
    if (!is_batch && !has_words(call.body)) return invalid("triage.empty", "Send a subject or a body.", "/body");
    std::vector<triage::TriageInput> inputs;
    if (!is_batch) inputs.push_back(input_in(call.body));
    for (auto const& item : array_at(call.body, "items")) inputs.push_back(input_in(item.get_object()));
    TRY(auto suggestions, desk::triage_texts(call.desk(), call.scope(), inputs));
    Reply out;
    if (!is_batch) {
        out.body = show(suggestions.front());
        return out;
    }
    JsonArray items;
    for (auto const& suggestion : suggestions) items.emplace_back(show(suggestion));
    out.body = JsonObject{{"items", std::move(items)}};
    return out;
}

}  // namespace

Group triage_group() {
    Group out{"Triage", "Language, category, type, impact, urgency and priority of a message, with reasons.", {}, {}};
    out.schemas = {{"TriageRequest", request_schema()},
                   {"TriageAnswer", either({reference("Suggestion"), reference("SuggestionList")})},
                   {"SuggestionList", object({need("items", list(reference("Suggestion")))})}};
    out.routes = {
        Route(Verb::post, "/api/v1/triage", "triage", Permission::triage_use, triage_message)
            .says("Ask what triage would say",
                  "Nothing is stored and nothing is learned. Each label has a calibrated confidence, its reasons and "
                  "alternatives, or abstains and says why.")
            .takes("TriageRequest", kMostBytes)
            .answers(200, "TriageAnswer"),
    };
    return out;
}

}  // namespace lotse::api
