// SPDX-License-Identifier: Apache-2.0
// What a person decided on a message, told by whoever keeps the message: another ticket system that asks this desk's
// triage. It teaches the model; and decided blind it is evidence, with what triage said just before it was taught.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/json.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

struct Lesson {
    LessonId id;
    std::string reference;  // the caller's own name of the message; "" none
    std::string principal;  // who told
    AgentId agent;          // whose decision it is; none: not known
    std::string subject;
    std::string text;
    Channel channel = Channel::email;
    std::string mailbox;
    OrganizationId organization;
    std::string customer_language;
    std::string content_language;
    int hour = -1;

    struct Answer {
        std::string field;    // "category", "type", "impact", "urgency"
        std::string decided;  // category: its key
        std::string said;     // by triage, before the lesson; "" where it abstained
        double score = 0;
        std::vector<std::string> among;  // triage's first three
        std::string model;
    };
    std::vector<Answer> answers;

    bool is_seen = true;  // the person knew what triage had said
    bool is_evidence = false;
    Instant at{};

    std::string_view decided(std::string_view field) const {
        for (auto const& answer : answers)
            if (answer.field == field) return answer.decided;
        return {};
    }
};

// All but id, principal, is_evidence and at, which have columns.
JsonObject to_json(Lesson const& lesson);
Lesson lesson_from(JsonObject const& document);

}  // namespace lotse::domain
