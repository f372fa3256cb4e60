// SPDX-License-Identifier: Apache-2.0
// How was it? One answer per ticket, by its customer: in the portal, or by a link in the mail that says it is solved.
#pragma once

#include <optional>
#include <string>

#include "desk/desk.h"
#include "domain/ticket.h"
#include "store/surveys.h"

namespace lotse::desk {

constexpr int kGoodScore = 5;
constexpr int kBadScore = 1;

// "12-<26 characters>": ticket and 128 bits of HMAC, so nobody can answer for a ticket whose mail they did not get. It
// opens nothing else.
std::string make_survey_token(std::string_view key, domain::TenantId tenant, domain::TicketId ticket);

using SurveyGiven = store::Survey;

struct SurveyPlace {
    domain::TicketId ticket;
    std::optional<SurveyGiven> given;
};
// Errors: not_found for a token that is not ours, and for a ticket that is not there: the same.
Result<SurveyPlace> open_survey(Desk& desk, domain::TenantScope const& scope, std::string_view token);
Result<void> answer_survey(Desk& desk, domain::TenantScope const& scope, std::string_view token, int score,
                           std::string_view comment);

// The same word again changes nothing; another one is a step of the ticket, which open pages see. Inside a transaction of
// the caller, who knows that it is the customer's ticket. Error: invalid "/score".
Result<void> store_survey(Desk& desk, store::WriteTxn& txn, domain::TicketId ticket, int score,
                          std::string_view comment);

}  // namespace lotse::desk
