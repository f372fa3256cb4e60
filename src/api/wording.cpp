// SPDX-License-Identifier: Apache-2.0
// Canned answers and signatures.
#include "api/fields.h"
#include "api/groups.h"
#include "api/kept_records.h"
#include "api/show.h"
#include "desk/answers.h"
#include "desk/placeholders.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::size_t kTextLength = 64 * 1024;

Schema texts_schema() {
    return map(text(kTextLength)).say("By language: {\"en\": \"...\"}. Placeholders as {{customer.name}}.");
}

Schema answer_input() {
    return object({need("name", line(100, 1).such_as("Ask for a restart")),
                   may("shortcut", line(40).or_null().such_as("restart")),
                   need("texts", texts_schema().such_as(JsonObject{{"en", "Hello {{customer.first_name}}, ..."}})),
                   may("queues", list(id(), 100).say("Where it is offered; none: everywhere."))});
}

Schema answer_schema() {
    return object({need("id", id()), need("version", id()), need("name", text(0)), need("shortcut", text(0).or_null()),
                   need("texts", map(text(0))), need("queues", list(id()))});
}

JsonObject shown(domain::Texts const& texts) {
    JsonObject out;
    for (auto const& [language, words] : texts) out[language] = words;
    return out;
}

JsonObject shown_answer(domain::Answer const& answer) {
    JsonArray queues;
    for (auto const queue : answer.queues) queues.emplace_back(queue.value);
    return {{"id", answer.id.value},        {"version", answer.version},
            {"name", answer.name},          {"shortcut", text_or_null(answer.shortcut)},
            {"texts", shown(answer.texts)}, {"queues", std::move(queues)}};
}

domain::Texts texts_in(JsonObject const& body) {
    domain::Texts out;
    for (auto const& [language, words] : object_at(body, "texts"))
        out.emplace(std::string(language), std::string(Fields::text_of(words)));
    return out;
}

struct Answers {
    using Id = domain::AnswerId;
    static constexpr char const* kName = "answer";
    static constexpr auto kList = desk::list_answers;
    static constexpr auto kMake = desk::make_answer;
    static constexpr auto kGet = desk::get_answer;
    static constexpr auto kChange = desk::change_answer;
    static constexpr auto kRemove = desk::remove_answer;

    static desk::AnswerFields fields(JsonObject const& body) {
        Fields const fields(body);
        desk::AnswerFields out;
        fields.take("name", out.name);
        fields.take("shortcut", out.shortcut);
        fields.take("queues", out.queues);
        if (fields.has("texts")) out.texts = texts_in(body);
        return out;
    }
    static Result<JsonObject> shown(Call const&, domain::Answer const& answer) { return shown_answer(answer); }
    static std::int64_t version_of(domain::Answer const& answer) { return answer.version; }
};
using Kept = KeptRecords<Answers>;

Result<Reply> fill_answer(Call& call) {
    TRY(auto filled, desk::answer_text(call.desk(), call.principal(), Kept::id_in(call),
                                       domain::TicketId{int_at(call.query, "ticket")}));
    Reply out;
    out.body = JsonObject{{"text", filled.text}, {"language", text_or_null(filled.language)}};
    return out;
}

Result<Reply> list_placeholders(Call&) {
    JsonArray items;
    for (auto const& one : desk::placeholders())
        items.push_back(JsonObject{{"name", one.name}, {"example", one.example}});
    return whole_list(std::move(items));
}

template <class IdType>
Result<Reply> get_signature(Call const& call, char const* owner) {
    TRY(auto texts, desk::read_signature(call.desk(), call.scope(), call.id<IdType>(owner)));
    Reply out;
    out.body = JsonObject{{"texts", shown(texts)}};
    return out;
}

template <class IdType>
Result<Reply> put_signature(Call const& call, char const* owner) {
    auto const texts = texts_in(call.body);
    CHECK_OK(desk::write_signature(call.desk(), call.principal(), call.id<IdType>(owner), texts));
    Reply out;
    out.body = JsonObject{{"texts", shown(texts)}};
    return out;
}

Result<Reply> get_queue_signature(Call& call) { return get_signature<domain::QueueId>(call, "queue"); }
Result<Reply> put_queue_signature(Call& call) { return put_signature<domain::QueueId>(call, "queue"); }
Result<Reply> get_agent_signature(Call& call) { return get_signature<domain::AgentId>(call, "agent"); }
Result<Reply> put_agent_signature(Call& call) { return put_signature<domain::AgentId>(call, "agent"); }

std::vector<Route> answer_routes() {
    return {
        Route(Verb::get, "/api/v1/answers", "list_answers", Permission::setup_read, Kept::list)
            .says("List canned answers")
            .answers(200, "AnswerPage"),
        Route(Verb::post, "/api/v1/answers", "create_answer", Permission::setup_write, Kept::create)
            .says("Add a canned answer")
            .takes("NewAnswer")
            .answers(201, "Answer")
            .once(),
        Route(Verb::get, "/api/v1/answers/{answer}", "get_answer", Permission::setup_read, Kept::get)
            .says("Read a canned answer")
            .answers(200, "Answer")
            .versioned(),
        Route(Verb::patch, "/api/v1/answers/{answer}", "patch_answer", Permission::setup_write, Kept::patch)
            .says("Change a canned answer")
            .takes("AnswerPatch")
            .answers(200, "Answer")
            .versioned(),
        Route(Verb::remove, "/api/v1/answers/{answer}", "delete_answer", Permission::setup_write, Kept::remove)
            .says("Remove a canned answer")
            .answers_nothing(),
        Route(Verb::get, "/api/v1/answers/{answer}/text", "fill_answer", Permission::tickets_read, fill_answer)
            .says("Fill a canned answer in for a ticket", "In the ticket's language, else in the desk's.")
            .asks({need("ticket", id())})
            .answers(200, "FilledText"),
        Route(Verb::get, "/api/v1/placeholders", "list_placeholders", Permission::setup_read, list_placeholders)
            .says("List what ready-made texts can name")
            .answers(200, "PlaceholderPage"),
    };
}

}  // namespace

Group wording_group() {
    Group out{"Wording", "Ready-made words: canned answers, signatures.", answer_routes(), {}};
    out.schemas = {
        {"NewAnswer", answer_input()},
        {"AnswerPatch", partial(answer_input())},
        {"Answer", answer_schema()},
        {"AnswerPage", page_of("Answer")},
        {"FilledText", object({need("text", text(0)), need("language", text(0).or_null())})},
        {"Placeholder", object({need("name", text(0)), need("example", text(0))})},
        {"PlaceholderPage", page_of("Placeholder")},
        {"SignatureInput", object({need("texts", texts_schema().say("By language; empty removes it."))})},
        {"Signature", object({need("texts", map(text(0)))})},
    };
    auto const add = [&](Verb verb, char const* path, char const* name, Access access, Operation run) -> Route& {
        return out.routes.emplace_back(verb, path, name, access, run);
    };
    add(Verb::get, "/api/v1/queues/{queue}/signature", "get_queue_signature", Permission::setup_read,
        get_queue_signature)
        .says("Read the signature of a queue")
        .answers(200, "Signature");
    add(Verb::put, "/api/v1/queues/{queue}/signature", "put_queue_signature", Permission::setup_write,
        put_queue_signature)
        .says("Set the signature of a queue")
        .takes("SignatureInput", 2UL * 1024 * 1024)
        .answers(200, "Signature");
    add(Verb::get, "/api/v1/agents/{agent}/signature", "get_agent_signature", Permission::agents_read,
        get_agent_signature)
        .says("Read the signature of an agent")
        .answers(200, "Signature");
    add(Verb::put, "/api/v1/agents/{agent}/signature", "put_agent_signature",
        Access::own_record(Permission::agents_write), put_agent_signature)
        .says("Set the signature of an agent", "Everybody may set their own.")
        .takes("SignatureInput", 2UL * 1024 * 1024)
        .answers(200, "Signature");
    return out;
}

}  // namespace lotse::api
