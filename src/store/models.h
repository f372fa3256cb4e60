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
// The one that serves first, then the newest. At most four; without bytes.
Result<std::vector<StoredModel>> list_models(ReadTxn& txn);
Result<StoredModel> get_model(ReadTxn& txn, std::string_view version);  // not_found "model.missing"

// One that was fitted, whether it came to serve or not. Kept when the model's bytes are gone.
struct ModelTrial {
    domain::ModelTrialId id;
    Instant at{};
    std::int64_t examples = 0;  // it was fitted on; 0: not known
    bool won = false;  // over the one that served then
    std::string version;
    std::string report;  // JSON: what was measured
};
Result<ModelTrial> add_model_trial(WriteTxn& txn, ModelTrial trial);  // id is given here
Result<std::vector<ModelTrial>> list_model_trials(ReadTxn& txn, int limit);  // newest first
Result<ModelTrial> get_model_trial(ReadTxn& txn, domain::ModelTrialId id);  // not_found "model.missing"
// Versions whose bytes are kept, the serving one first.
Result<std::vector<std::string>> list_kept_models(ReadTxn& txn);
Result<std::string> serving_version(ReadTxn& txn);  // "" none
// Error: conflict "model.gone" where its bytes are not kept.
Result<void> serve_model(WriteTxn& txn, std::string_view version);

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
    domain::AgentId category_by;  // who set it last, or let a machine's value stand; none: set before it was opened
    domain::AgentId type_by;
    double weight = 1;
    Instant at{};
};
// Tickets that are solved or closed, with labels that a person set or left; values that a machine set and nobody confirmed
// have weight 0 unless the ticket was solved by a person who changed nothing for 72 h (science: no self-confirmation). In
// pages, of one status: tickets that were opened from `from` on and before `before`, newest first. `next` is the place of the
// oldest, for the next page; none at the end.
struct ExamplePlace {
    Instant created_at{};
    domain::TicketId ticket;
};
struct ExamplePage {
    std::vector<Example> items;
    std::optional<ExamplePlace> next;
};
Result<ExamplePage> list_example_page(ReadTxn& txn, domain::Status status, Instant from, ExamplePlace const& before,
                                      int limit);
// Solved and closed tickets that were opened in [from, until): one range of an index a status.
Result<std::int64_t> count_done_tickets(ReadTxn& txn, Instant from, Instant until);
// One ticket's words and where they came from, whatever its status, without its labels. Nothing if no customer wrote in it.
Result<std::optional<Example>> find_example(ReadTxn& txn, domain::TicketId ticket);

}  // namespace lotse::store
