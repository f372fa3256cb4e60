// SPDX-License-Identifier: Apache-2.0
#include "desk/surveys.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"
#include "desk/desk_secrets.h"
#include "desk/ticket_step.h"
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
    auto const now = desk.clock.now();
    store::Survey survey{ticket, score, std::string(cut_utf8(to_valid_utf8(trim(comment)), kCommentBytes)), now};
    TRY(auto const before, store::find_survey(txn, ticket));
    if (before && before->score == score && before->comment == survey.comment) return {};
    CHECK_OK(store::put_survey(txn, survey));
    domain::Event event;
    event.ticket = ticket;
    event.kind = domain::EventKind::judged;
    event.actor = domain::Actor::customer;
    event.data["score"] = score;
    event.at = now;
    TRY(auto current, store::get_ticket(txn, ticket));
    TRY([[maybe_unused]] auto const done, store_step(txn, std::move(event), {}, std::move(current)));
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.ticket_settled(tenant); });
    return {};
}

}  // namespace lotse::desk
