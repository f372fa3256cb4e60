// SPDX-License-Identifier: Apache-2.0
// The page for labels: what waits for a person's decision, a short claim on the next ticket, the decision, and the way back.
// Of a ticket that is decided blind nothing is told that triage said; the choices are the same for every ticket.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"
#include "domain/label_request.h"

namespace lotse::desk {

// How long a claim stands. A decision that comes later is still taken while nobody else has claimed the ticket.
constexpr std::chrono::minutes kClaimStands{3};

struct LabelChoice {
    std::string value;  // a category's key, else the enum's name
    std::string name;  // of a category; "" where the value is a word of the API
    std::optional<double> confidence;  // of triage; never of a blind ticket
};
struct LabelField {
    std::string field;
    std::string standing;  // what the ticket has now; "" nothing, or kept back
    // Blind: categories by name, others from low to high. Else what triage thought of first, then the rest so.
    std::vector<LabelChoice> choices;
};

struct LabelTask {
    domain::LabelRequest request;  // of a second look: kind blind
    std::string subject;
    std::string text;  // the customer's first message, without quotes
    std::string later_text;  // the newest of the customer's, where triage has read that, too
    std::string customer;
    std::string organization;  // "" none
    std::string language;  // "" unknown
    Instant created_at{};
    std::vector<LabelField> fields;  // nearest to a right first
};

struct LabelLine {
    domain::LabelRequest request;  // as above
    std::string subject;
    Instant created_at{};
    std::string claimed_by;  // name; "" free
};
struct LabelLines {
    std::vector<LabelLine> items;
    std::string next;
};
Result<LabelLines> list_labels(Desk& desk, access::Principal const& principal, std::string_view after, int limit);
// Counting ends at kMostCounted.
constexpr std::int64_t kMostCounted = 1000;
Result<std::int64_t> count_labels(Desk& desk, access::Principal const& principal);

// The ticket that this principal holds, else the best that nobody holds; nothing if none waits. Repeatable.
Result<std::optional<LabelTask>> claim_label(Desk& desk, access::Principal const& principal);

struct LabelAnswer {
    domain::TicketId ticket;
    std::int64_t claim = 0;  // its number, as claim_label gave it
    std::string field;
    std::string value;
};
struct LabelDone {
    domain::LabelDecision decision;
    std::optional<LabelTask> task;  // what is left of the same ticket, still held
    bool is_known = false;
};
// Sets the field as a person's choice; of a second look it is only compared. Errors: conflict "label.claimed" where
// somebody else has the ticket now, "label.decided" where the field asks no more; invalid "label.value" at /value; those of
// update_ticket.
Result<LabelDone> decide_label(Desk& desk, access::Principal const& principal, LabelAnswer const& answer,
                               CallKey const& key);
// Behind all others, and free for everybody. Repeatable; nothing happens if somebody else has it.
Result<void> skip_label(Desk& desk, access::Principal const& principal, domain::TicketId ticket, std::int64_t claim);
// The field is as before, and this principal holds the ticket again. Errors: not_found; forbidden "label.not_yours";
// conflict "change.moved_on" where somebody has changed the field since. Repeatable.
Result<LabelTask> take_back_label(Desk& desk, access::Principal const& principal, domain::LabelDecisionId decision);

}  // namespace lotse::desk
