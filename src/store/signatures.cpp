// SPDX-License-Identifier: Apache-2.0
#include "store/rows.h"
#include "store/text_rows.h"
#include "store/wording.h"

namespace lotse::store {
namespace {

enum class Owner : std::uint8_t { queue, agent };

Result<domain::Texts> read(ReadTxn& txn, Owner owner, std::int64_t id) {
    domain::Texts out;
    auto const done = txn.each("SELECT texts FROM signature WHERE tenant_id = :tenant AND owner = ?1 AND owner_id = ?2",
                               {stored(owner), id}, [&](Row const& row) { out = texts_in(object_column(row, 0)); });
    if (!done) return done.error();
    return out;
}

Result<void> write(WriteTxn& txn, Owner owner, std::int64_t id, domain::Texts const& texts) {
    auto const done =
        texts.empty() ? txn.run("DELETE FROM signature WHERE tenant_id = :tenant AND owner = ?1 AND owner_id = ?2",
                                {stored(owner), id})
                      : txn.run(
                            "INSERT INTO signature (tenant_id, owner, owner_id, texts) VALUES (:tenant, ?1, ?2, ?3) "
                            "ON CONFLICT (tenant_id, owner, owner_id) DO UPDATE SET texts = excluded.texts",
                            {stored(owner), id, texts_text(texts)});
    if (!done) return done.error();
    return {};
}

}  // namespace

Result<domain::Texts> read_signature(ReadTxn& txn, domain::QueueId queue) {
    return read(txn, Owner::queue, queue.value);
}
Result<domain::Texts> read_signature(ReadTxn& txn, domain::AgentId agent) {
    return read(txn, Owner::agent, agent.value);
}
Result<void> write_signature(WriteTxn& txn, domain::QueueId queue, domain::Texts const& texts) {
    return write(txn, Owner::queue, queue.value, texts);
}
Result<void> write_signature(WriteTxn& txn, domain::AgentId agent, domain::Texts const& texts) {
    return write(txn, Owner::agent, agent.value, texts);
}

}  // namespace lotse::store
