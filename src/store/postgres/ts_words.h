// SPDX-License-Identifier: Apache-2.0
// The full-text index in the table ticket_words. Row-level security stands on it as on every table, but PostgreSQL uses
// no index for a text search behind such a policy (its operators are not leakproof). So reading goes through the
// function find_words, which belongs to the schema's owner, takes the tenant from the transaction's own setting and
// gives nothing but numbers.
#pragma once

#include "store/postgres/session.h"
#include "store/words.h"

namespace lotse::store::postgres {

class TsWords final : public WordIndex {
  public:
    TsWords(Session& session, domain::TenantId tenant) : session_(session), tenant_(tenant) {}
    Result<void> find(WordSearch const& search, OnHit const& on_hit) override;
    Result<void> put(domain::TicketId ticket, WordLines const& lines) override;
    Result<std::int64_t> remove(domain::TicketId first, domain::TicketId last) override;

  private:
    Session& session_;
    domain::TenantId tenant_;
};

// As PostgreSQL reads them.
std::string tsquery_text(search::TextQuery const& query);
std::string tsvector_text(WordLines const& lines);

}  // namespace lotse::store::postgres
