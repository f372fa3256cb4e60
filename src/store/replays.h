// SPDX-License-Identifier: Apache-2.0
// What-if questions as jobs, and their answers: the newest 50 of a desk are kept.
#pragma once

#include <optional>

#include "domain/replay.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::ReplayJob> add_replay(WriteTxn& txn, domain::ReplayQuestion const& question, Instant now);
// The newest one of the same question that is waiting, or was asked since `since`.
Result<std::optional<domain::ReplayJob>> find_replay(ReadTxn& txn, domain::ReplayQuestion const& question,
                                                     Instant since);
// The oldest that waits; the backlog's partial index.
Result<std::optional<domain::ReplayJob>> next_replay(ReadTxn& txn);
Result<void> note_replay_progress(WriteTxn& txn, domain::ReplayId id, int percent);
// Of one that waits; of another nothing happens.
Result<void> finish_replay(WriteTxn& txn, domain::ReplayId id, domain::ReplayState state, std::string_view answer,
                           Instant now);

}  // namespace lotse::store
