// SPDX-License-Identifier: Apache-2.0
// Canned answers and signatures: texts by language, filled with what is known of a ticket when they are used.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/made.h"
#include "domain/ticket.h"
#include "domain/wording.h"

namespace lotse::desk {

struct AnswerFields {
    std::optional<std::string> name;
    std::optional<std::string> shortcut;
    std::optional<std::vector<domain::QueueId>> queues;
    std::optional<domain::Texts> texts;
};
Result<std::vector<domain::Answer>> list_answers(Desk& desk, domain::TenantScope const& scope);
Result<domain::Answer> get_answer(Desk& desk, domain::TenantScope const& scope, domain::AnswerId id);
// Errors: invalid with the field, conflict "answer.shortcut_taken", "answer.stale_version"; not_found.
Result<Made<domain::Answer>> make_answer(Desk& desk, access::Principal const& principal, AnswerFields const& fields,
                                         CallKey const& key);
Result<domain::Answer> change_answer(Desk& desk, access::Principal const& principal, domain::AnswerId id,
                                     std::int64_t expected_version, AnswerFields const& fields);
Result<void> remove_answer(Desk& desk, access::Principal const& principal, domain::AnswerId id);

struct FilledText {
    std::string text;
    std::string language;  // "" without a text
};
// In the ticket's language, as this person would write it.
Result<FilledText> answer_text(Desk& desk, access::Principal const& principal, domain::AnswerId id,
                               domain::TicketId ticket);

Result<domain::Texts> read_signature(Desk& desk, domain::TenantScope const& scope, domain::QueueId queue);
Result<domain::Texts> read_signature(Desk& desk, domain::TenantScope const& scope, domain::AgentId agent);
Result<void> write_signature(Desk& desk, access::Principal const& principal, domain::QueueId queue,
                             domain::Texts const& texts);
Result<void> write_signature(Desk& desk, access::Principal const& principal, domain::AgentId agent,
                             domain::Texts const& texts);
// The person's own, else the queue's, filled in; "" without any.
Result<FilledText> signature_for(Desk& desk, access::Principal const& principal, domain::Ticket const& ticket,
                                 domain::Customer const& customer);

// Error: invalid "queue.missing" at /queues/N.
Result<void> check_queues(store::ReadTxn& txn, std::vector<domain::QueueId> const& queues);

}  // namespace lotse::desk
