// SPDX-License-Identifier: Apache-2.0
// Keeps the full-text index behind the tickets: soon after a change, and anew when the analyser has changed or a desk
// comes from a version without one. Runs beside everything else and is taken up again where it stopped.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "desk/desk.h"
#include "store/search_index.h"
#include "store/words.h"

namespace lotse::desk {

// Used by one thread at a time; several processes may each have one.
class TicketIndexer {
  public:
    explicit TicketIndexer(Desk& desk) : desk_(desk) {}
    // One batch for every desk: tickets that changed, or else the next ones of a desk that is being indexed anew. Gives
    // how many entries were made or asked for; 0: there is nothing to do.
    Result<int> step();

  private:
    Result<int> index_changed(domain::TenantScope const& scope);
    Result<int> ask_for_next(domain::TenantScope const& scope);
    Result<int> index_people(domain::TenantScope const& scope);
    std::vector<std::string> new_words(domain::TenantId tenant, std::vector<store::WordLines> const& entries);

    Desk& desk_;
    // Words that are in the list of words already, by tenant; forgotten when there are too many.
    std::unordered_map<std::int64_t, std::unordered_set<std::string>> known_;
};

// The entry of a ticket.
store::WordLines word_lines(store::SearchSource const& source);

// What the index of a desk still lacks.
struct IndexProgress {
    std::int64_t changed = 0;  // tickets whose entry waits to be made, counted up to 10,000
    std::int64_t never = 0;  // about so many old ones that have not been asked for yet
};
Result<IndexProgress> index_progress(store::ReadTxn& txn);

}  // namespace lotse::desk
