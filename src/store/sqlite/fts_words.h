// SPDX-License-Identifier: Apache-2.0
// The full-text index in the table ticket_fts. The number of a row holds tenant and ticket, tenant first, so a tenant's
// entries lie together and every statement here is bound to that range: neither terms nor scores of another tenant's
// rows are met. Repositories cannot name the table; the authorizer lets only `engine_each` write to it.
#pragma once

#include "store/sqlite/session.h"
#include "store/words.h"

namespace lotse::store::sqlite {

class FtsWords final : public WordIndex {
  public:
    FtsWords(Session& session, domain::TenantId tenant) : session_(session), tenant_(tenant) {}
    Result<void> find(WordSearch const& search, OnHit const& on_hit) override;
    Result<void> put(domain::TicketId ticket, WordLines const& lines) override;
    Result<std::int64_t> remove(domain::TicketId first, domain::TicketId last) override;

  private:
    Session& session_;
    domain::TenantId tenant_;
};

// As FTS5 reads it.
std::string match_text(search::TextQuery const& query);

}  // namespace lotse::store::sqlite
