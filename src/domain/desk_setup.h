// SPDX-License-Identifier: Apache-2.0
// What an admin sets up: queues, categories, the priority matrix, policies, mailboxes.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/secret.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

struct Queue {
    QueueId id;
    std::int64_t version = 1;
    std::string name;
    std::string address;  // mail to it lands here; "" none
    AgentId lead;         // hears of breaches; none if 0
    std::vector<std::string> skills;  // wanted of whoever takes its tickets
    CalendarId calendar;              // none if 0: the policy's
    Assignment assignment = Assignment::push;
    // pull: who owns fewer open tickets than this is given the next one; 0: only who asks for it.
    int hands_out_below = 1;
    std::vector<std::string> preferred_skills = {};  // whoever has them works faster on its tickets
    bool language_is_required = true;                // false: who does not speak the customer's may take it, too
    // What teams owe each other: minutes of the queue's own calendar until somebody of its team must have acted on a
    // ticket that came in; 0: no such target.
    int handover_minutes = 0;
};

struct Category {
    CategoryId id;
    std::int64_t version = 1;
    CategoryId parent;
    std::string key;  // stable: "access"
    std::string name;  // as shown, in the desk's language
    QueueId queue;  // where its tickets go; none if 0
    std::vector<std::string> skills;
    // Words and phrases that point here before there is history, lower case, by language ("en", "de", "pl", "*").
    std::vector<std::pair<std::string, std::vector<std::string>>> keywords;
};

// priority[impact][urgency]; editable (ITIL).
struct PriorityMatrix {
    std::array<std::array<Priority, 3>, 3> cells{{
        {Priority::low, Priority::low, Priority::normal},
        {Priority::low, Priority::normal, Priority::high},
        {Priority::normal, Priority::high, Priority::urgent},
    }};
    Priority at(Level impact, Level urgency) const {
        return cells[static_cast<std::size_t>(impact)][static_cast<std::size_t>(urgency)];
    }
};

struct Targets {
    std::optional<int> first_reply_minutes;  // business minutes
    std::optional<int> solution_minutes;
    std::optional<int> next_reply_minutes = {};  // to a customer who wrote again
    std::optional<int> update_minutes = {};  // between two messages to the customer
};

// Which tickets a policy is for. Within one list any of them, of the three lists all that are not empty. A policy
// without any condition is taken where an organization names it, or as the default.
struct PolicyConditions {
    std::vector<OrganizationId> organizations;
    std::vector<CategoryId> categories;  // with all that hang below
    std::vector<QueueId> queues;
    bool is_empty() const { return organizations.empty() && categories.empty() && queues.empty(); }
    bool operator==(PolicyConditions const&) const = default;
};

struct Policy {
    PolicyId id;
    std::int64_t version = 1;
    std::string name;
    CalendarId calendar;
    std::array<Targets, 4> targets;  // by Priority
    bool is_default = false;
    std::int64_t position = 0;  // the lower is asked first
    PolicyConditions conditions = {};
};

struct Mailbox {
    MailboxId id;
    std::int64_t version = 1;
    std::string address;
    QueueId queue;
    std::string host;  // "" : only a recipient address of the SMTP door
    int port = 993;
    std::string security = "tls";  // tls | starttls | none (loopback only)
    std::string user;
    Secret<std::string> password;  // sealed in the database
    std::string auth = "plain";  // plain | login | xoauth2
    std::string folder = "INBOX";
    std::string after = "seen";  // seen | move
    std::string move_to;  // folder for `move`
    bool is_enabled = true;
};

// Why a target was missed, in the desk's words. What breaches name stays here for ever, so that it can be read.
struct BreachReasonWord {
    int id = 0;  // 1..6: those that every desk begins with, see domain/breach.h; the desk's own from 20
    std::string name;  // "" : the text of the pages for 1..6
    bool is_offered = true;
    bool wants_remark = false;
    bool operator==(BreachReasonWord const&) const = default;
};

// Desk-wide numbers with their defaults.
struct DeskSettings {
    int reopen_window_days = 14;  // a customer's answer after that opens a linked ticket
    int close_after_days = 7;  // solved -> closed
    int warn_at_percent = 80;  // of a target's business time
    int hold_seconds = 10;  // a reply can be taken back so long
    int mails_per_sender_hour = 30;  // more of one sender are held; 0 = no limit
    // Of a desk that is older than this choice; a new one begins with everybody (desk/bootstrap).
    SecondFactor second_factor = SecondFactor::nobody;
    bool tells_delays = true;  // a customer who must wait longer than they were told hears so before
    int audit_days = 0;  // how long the audit list is kept; 0 = for ever
    int escalation_days = 365;  // how long ended escalations are kept; 0 = for ever
    std::vector<BreachReasonWord> breach_reasons = {};  // in the order of the choice; empty: those of every desk
    int lesson_days = 730;  // how long feedback on messages of other systems is kept; 0 = while there is room
    PriorityMatrix matrix;
};

}  // namespace lotse::domain
