// SPDX-License-Identifier: Apache-2.0
#include "desk/surveys.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"
#include "desk/desk_secrets.h"
#include "store/events.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kCommentBytes = 4000;

Error no_such_survey() { return not_found("survey.missing", "There is nothing at this address."); }

Result<domain::TicketId> ticket_of(Desk& desk, store::ReadTxn& txn, std::string_view token) {
    auto const number = to_int(token.substr(0, token.find('-')));
    if (!number || *number <= 0) return no_such_survey();
    domain::TicketId const ticket{*number};
    TRY(auto const key, reply_key(desk, txn));
    if (!equal_in_constant_time(token, make_survey_token(key, txn.tenant(), ticket))) return no_such_survey();
    if (!store::get_ticket(txn, ticket)) return no_such_survey();
    return ticket;
}

}  // namespace

std::string make_survey_token(std::string_view key, domain::TenantId tenant, domain::TicketId ticket) {
    auto const mac = hmac_sha256(key, fmt::format("survey|{}|{}", tenant.value, ticket.value));
    return fmt::format("{}-{}", ticket.value, base32_lower(std::string_view(mac).substr(0, 16)));
}

Result<SurveyPlace> open_survey(Desk& desk, domain::TenantScope const& scope, std::string_view token) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<SurveyPlace> {
        SurveyPlace out;
        TRY(out.ticket, ticket_of(desk, txn, token));
        TRY(out.given, store::find_survey(txn, out.ticket));
        return out;
    });
}

Result<void> answer_survey(Desk& desk, domain::TenantScope const& scope, std::string_view token, int score,
                           std::string_view comment) {
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const ticket, ticket_of(desk, txn, token));
        return store_survey(desk, txn, ticket, score, comment);
    });
}

Result<void> store_survey(Desk& desk, store::WriteTxn& txn, domain::TicketId ticket, int score,
                          std::string_view comment) {
    if (score < kBadScore || score > kGoodScore) return invalid("survey.score", "A score is 1 to 5.", "/score");
    auto const text = to_valid_utf8(trim(comment));
    return store::put_survey(txn, {ticket, score, std::string(cut_utf8(text, kCommentBytes)), desk.clock.now()});
}

}  // namespace lotse::desk
