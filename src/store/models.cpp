// SPDX-License-Identifier: Apache-2.0
#include "store/models.h"

#include "store/rows.h"

namespace lotse::store {
namespace {

StoredModel read_model(Row const& row) {
    return {std::string(row.text(0)), row.bytes(1), std::string(row.text(2)), row.flag(3), row.at(4)};
}

Error missing() { return not_found("model.missing", "There is no triage model of this version."); }

}  // namespace

Result<void> add_model(WriteTxn& txn, StoredModel const& model) {
    if (model.is_serving) {
        auto const done = txn.run("UPDATE model SET is_serving = 0 WHERE tenant_id = :tenant AND is_serving = 1", {});
        if (!done) return done.error();
    }
    TRY(auto const added,
        txn.run("INSERT INTO model (tenant_id, version, bytes, report, is_serving, created_at) "
                "VALUES (:tenant, ?1, ?2, ?3, ?4, ?5) ON CONFLICT (tenant_id, version) DO NOTHING",
                {model.version, Bytes{model.bytes}, model.report, model.is_serving, model.created_at}));
    if (added == 0) return conflict("model.version_taken", "There is already a model of this version.");
    // A model is megabytes and a new one may come every night: three old ones are enough to go back to.
    TRY([[maybe_unused]] auto const removed,
        txn.run(
            "DELETE FROM model WHERE tenant_id = :tenant AND is_serving = 0 AND version NOT IN (SELECT version FROM "
            "model WHERE tenant_id = :tenant AND is_serving = 0 ORDER BY created_at DESC, version LIMIT 3)",
            {}));
    return {};
}

Result<std::optional<StoredModel>> serving_model(ReadTxn& txn) {
    return find_one(txn,
                    "SELECT version, bytes, report, is_serving, created_at FROM model "
                    "WHERE tenant_id = :tenant AND is_serving = 1",
                    {}, read_model);
}

Result<std::vector<StoredModel>> list_models(ReadTxn& txn) {
    return list_all<StoredModel>(
        txn,
        "SELECT version, report, is_serving, created_at FROM model WHERE tenant_id = :tenant "
        "ORDER BY is_serving DESC, created_at DESC, version LIMIT 4",
        {}, [](Row const& row) {
            return StoredModel{std::string(row.text(0)), {}, std::string(row.text(1)), row.flag(2), row.at(3)};
        });
}

Result<StoredModel> get_model(ReadTxn& txn, std::string_view version) {
    return get_one(txn,
                   "SELECT version, bytes, report, is_serving, created_at FROM model "
                   "WHERE tenant_id = :tenant AND version = ?1",
                   {version}, read_model, missing);
}

}  // namespace lotse::store
