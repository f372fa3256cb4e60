// SPDX-License-Identifier: Apache-2.0
#include "store/surveys.h"

namespace lotse::store {

Result<void> put_survey(WriteTxn& txn, Survey const& survey) {
    auto const done = txn.run(
        "INSERT INTO survey (tenant_id, ticket_id, score, comment, at) VALUES (:tenant, ?1, ?2, ?3, ?4) "
        "ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET score = ?2, comment = ?3, at = ?4",
        {survey.ticket, survey.score, survey.comment, survey.at});
    if (!done) return done.error();
    return {};
}

Result<std::optional<Survey>> find_survey(ReadTxn& txn, domain::TicketId ticket) {
    std::optional<Survey> found;
    auto const done =
        txn.each("SELECT score, comment, at FROM survey WHERE tenant_id = :tenant AND ticket_id = ?1", {ticket},
                 [&](Row const& row) {
                     found = Survey{ticket, static_cast<int>(row.integer(0)), std::string(row.text(1)), row.at(2)};
                 });
    if (!done) return done.error();
    return found;
}

}  // namespace lotse::store
