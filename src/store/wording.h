// SPDX-License-Identifier: Apache-2.0
// Canned answers, macros, signatures. A desk has at most some thousand, so lists are whole and ordered by id; updates are
// by version (conflict "<noun>.stale_version"); absent ids are not_found "<noun>.missing".
#pragma once

#include <vector>

#include "domain/wording.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::Answer> add_answer(WriteTxn& txn, domain::Answer answer);  // conflict "answer.shortcut_taken"
Result<domain::Answer> get_answer(ReadTxn& txn, domain::AnswerId id);
Result<domain::Answer> update_answer(WriteTxn& txn, domain::Answer answer);
Result<void> remove_answer(WriteTxn& txn, domain::AnswerId id);
Result<std::vector<domain::Answer>> list_answers(ReadTxn& txn);

Result<domain::Macro> add_macro(WriteTxn& txn, domain::Macro macro);
Result<domain::Macro> get_macro(ReadTxn& txn, domain::MacroId id);
Result<domain::Macro> update_macro(WriteTxn& txn, domain::Macro macro);
Result<void> remove_macro(WriteTxn& txn, domain::MacroId id);
Result<std::vector<domain::Macro>> list_macros(ReadTxn& txn);

// Empty where there is none; writing an empty one removes it.
Result<domain::Texts> read_signature(ReadTxn& txn, domain::QueueId queue);
Result<domain::Texts> read_signature(ReadTxn& txn, domain::AgentId agent);
Result<void> write_signature(WriteTxn& txn, domain::QueueId queue, domain::Texts const& texts);
Result<void> write_signature(WriteTxn& txn, domain::AgentId agent, domain::Texts const& texts);

}  // namespace lotse::store
