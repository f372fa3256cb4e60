// SPDX-License-Identifier: Apache-2.0
// What came of a message that is no ticket of this desk: it teaches triage at once and every later fit; and where the
// person had not seen what triage said, it is evidence for the gate, weighed behind it (weigh_evidence.h).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"
#include "domain/lesson.h"

namespace lotse::desk {

struct NewLesson {
    domain::Lesson message;  // the words and what was known of them; reference; is_seen
    domain::TicketId
        ticket;  // of this desk, instead of words: teaches, and is never evidence (the ledger has the ticket)
    // Field and what was decided, a category by key or name. At least one.
    std::vector<std::pair<std::string, std::string>> decided;
    bool creates = false;  // a category that is missing; needs setup:write
};

struct Taught {
    domain::Lesson lesson;
    bool is_known = false;     // the same words with the same labels were told before: nothing was learned anew
    bool is_repeated = false;  // the same key: the answer is as it was
    std::string model;         // that serves now, with what it has learned
};

// The lesson is in force when this returns: the next question is answered with it. The same words with other labels are a
// correction and take the earlier lesson's place; they are no evidence, for the model knew them. Errors: invalid
// "triage.empty", "lesson.nothing", "category.missing" with the field; not_found "ticket.missing"; forbidden.
Result<Taught> teach(Desk& desk, access::Principal const& principal, NewLesson wanted, CallKey const& key);

// In force, newest first.
Result<std::vector<domain::Lesson>> list_lessons(Desk& desk, domain::TenantScope const& scope, domain::LessonId before,
                                                 int limit);

}  // namespace lotse::desk
