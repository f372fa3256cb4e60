// SPDX-License-Identifier: Apache-2.0
// Triage models by version, and the examples they learn from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/enums.h"
#include "domain/ids.h"
#include "store/db.h"

namespace lotse::store {

struct StoredModel {
    std::string version;
    std::string bytes;
    std::string report;  // JSON: n, accuracy and so on, as measured when it was made
    bool is_serving = false;
    Instant created_at{};
};
// Serving replaces the one that served; of those that do not serve the newest three are kept.
Result<void> add_model(WriteTxn& txn, StoredModel const& model);
Result<std::optional<StoredModel>> serving_model(ReadTxn& txn);

// What people decided: the text of a ticket with the final value of a field.
struct Example {
    domain::TicketId ticket;
    std::string subject;
    std::string text;
    // What was known before anybody read it, as triage is told when it serves.
    domain::Channel channel = domain::Channel::email;
    domain::OrganizationId organization;
    std::string mailbox;            // the recipient's address; "" none
    std::string customer_language;  // "" unknown
    std::string content_language;   // of the message's header; "" none
    std::string category;  // key; "" unknown
    std::string type;      // "" unknown
    double weight = 1;
    Instant at{};
};
// Tickets that are solved or closed, newest first, with labels that a person set or left; values that a machine set and
// nobody confirmed have weight 0 unless the ticket was solved by a person who changed nothing for 72 h (science: no
// self-confirmation).
Result<std::vector<Example>> list_examples(ReadTxn& txn, int limit);
// One ticket's words and where they came from, whatever its status, without its labels. Nothing if no customer wrote in it.
Result<std::optional<Example>> find_example(ReadTxn& txn, domain::TicketId ticket);

}  // namespace lotse::store
