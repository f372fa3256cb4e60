// SPDX-License-Identifier: Apache-2.0
#include "domain/lesson.h"

namespace lotse::domain {

JsonObject to_json(Lesson const& lesson) {
    JsonArray answers;
    for (auto const& one : lesson.answers) {
        JsonArray among;
        for (auto const& value : one.among) among.emplace_back(value);
        answers.push_back(JsonObject{{"field", one.field},
                                     {"decided", one.decided},
                                     {"said", one.said},
                                     {"score", one.score},
                                     {"among", std::move(among)},
                                     {"model", one.model}});
    }
    return {{"reference", lesson.reference},
            {"subject", lesson.subject},
            {"text", lesson.text},
            {"channel", name_of(lesson.channel)},
            {"mailbox", lesson.mailbox},
            {"organization", lesson.organization.value},
            {"customer_language", lesson.customer_language},
            {"content_language", lesson.content_language},
            {"hour", lesson.hour},
            {"answers", std::move(answers)},
            {"is_seen", lesson.is_seen},
            {"agent", lesson.agent.value}};
}

Lesson lesson_from(JsonObject const& document) {
    Lesson out;
    out.reference = text_at(document, "reference");
    out.subject = text_at(document, "subject");
    out.text = text_at(document, "text");
    out.channel = find_enum<Channel>(text_at(document, "channel")).value_or(Channel::api);
    out.mailbox = text_at(document, "mailbox");
    out.organization = OrganizationId{int_at(document, "organization")};
    out.customer_language = text_at(document, "customer_language");
    out.content_language = text_at(document, "content_language");
    out.hour = static_cast<int>(int_at(document, "hour", -1));
    out.is_seen = bool_at(document, "is_seen", true);
    out.agent = AgentId{int_at(document, "agent")};
    for (auto const& entry : array_at(document, "answers")) {
        if (!entry.is_object()) continue;
        auto const& stored = entry.get_object();
        Lesson::Answer answer;
        answer.field = text_at(stored, "field");
        answer.decided = text_at(stored, "decided");
        answer.said = text_at(stored, "said");
        answer.score = number_at(stored, "score");
        for (auto const& value : array_at(stored, "among"))
            if (value.is_string()) answer.among.emplace_back(value.get_string());
        answer.model = text_at(stored, "model");
        out.answers.push_back(std::move(answer));
    }
    return out;
}

}  // namespace lotse::domain
