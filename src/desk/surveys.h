// SPDX-License-Identifier: Apache-2.0
// How was it? One answer per ticket, by its customer: in the portal, or by a link in the mail that says it is solved.
#pragma once

#include <optional>
#include <string>

#include "desk/desk.h"
#include "domain/portal.h"
#include "domain/ticket.h"
#include "store/surveys.h"

namespace lotse::desk {

constexpr int kGoodScore = 5;
constexpr int kBadScore = 1;

// How long the link of a mail is good, from when the ticket was solved.
constexpr std::chrono::days kSurveyLife{30};

// "12-<seconds>-<26 characters>": ticket, when it was solved, and 128 bits of HMAC over both, so nobody can answer for a
// ticket whose mail they did not get. It opens nothing else, and is about that solution alone.
std::string make_survey_token(std::string_view key, domain::TenantId tenant, domain::TicketId ticket,
                              Instant solved_at);
// Where the customer answers, without the answer; the ticket has been solved and the portal has a URL.
std::string survey_url(domain::Portal const& portal, std::string_view key, domain::TenantId tenant,
                       domain::Ticket const& ticket);

using SurveyGiven = store::Survey;

enum class SurveyState : std::uint8_t {
    open,
    used,  // answered since it was solved
    moved,  // the ticket was opened again after this link; when it is solved anew, a new link follows
    late,  // older than kSurveyLife
};
struct SurveyPlace {
    domain::TicketId ticket;
    SurveyState state = SurveyState::open;
    std::optional<SurveyGiven> given;  // the answer to this link: only where it is used
};
// Errors: not_found for a token that is not ours, and for a ticket that is not there: the same.
Result<SurveyPlace> open_survey(Desk& desk, domain::TenantScope const& scope, std::string_view token);
// Once per solution. Error: conflict "survey.spent" where open_survey says another state than open.
Result<void> answer_survey(Desk& desk, domain::TenantScope const& scope, std::string_view token, int score,
                           std::string_view comment);

// The same word again changes nothing; another one is a step of the ticket, which open pages see. Inside a transaction of
// the caller, who knows that it is the customer's ticket. Error: invalid "/score".
Result<void> store_survey(Desk& desk, store::WriteTxn& txn, domain::TicketId ticket, int score,
                          std::string_view comment);

}  // namespace lotse::desk
