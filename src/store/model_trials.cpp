// SPDX-License-Identifier: Apache-2.0
#include "store/models.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, at, examples, won, version, report";

ModelTrial read_trial(Row const& row) {
    return {row.id<domain::ModelTrialTag>(0), row.at(1), row.integer(2), row.flag(3), std::string(row.text(4)),
            std::string(row.text(5))};
}

Error missing() { return not_found("model.missing", "There is no such model."); }

}  // namespace

Result<ModelTrial> add_model_trial(WriteTxn& txn, ModelTrial trial) {
    TRY(trial.id.value, txn.next_id("model_trial"));
    auto const done =
        txn.run(sql<"INSERT INTO model_trial (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6)">,
                {trial.id, trial.at, trial.examples, trial.won, trial.version, trial.report});
    if (!done) return done.error();
    return trial;
}

Result<std::vector<ModelTrial>> list_model_trials(ReadTxn& txn, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns, " FROM model_trial WHERE tenant_id = :tenant ORDER BY id DESC LIMIT ?1">,
                    {limit}, read_trial);
}

Result<ModelTrial> get_model_trial(ReadTxn& txn, domain::ModelTrialId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM model_trial WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_trial, missing);
}

Result<std::vector<std::string>> list_kept_models(ReadTxn& txn) {
    return list_all<std::string>(
        txn, "SELECT version FROM model WHERE tenant_id = :tenant ORDER BY is_serving DESC, created_at DESC", {},
        [](Row const& row) { return std::string(row.text(0)); });
}

Result<std::string> serving_version(ReadTxn& txn) {
    TRY(auto const found,
        find_one<std::string>(txn, "SELECT version FROM model WHERE tenant_id = :tenant AND is_serving = 1", {},
                              [](Row const& row) { return std::string(row.text(0)); }));
    return found.value_or("");
}

Result<void> serve_model(WriteTxn& txn, std::string_view version) {
    auto const stopped = txn.run(
        "UPDATE model SET is_serving = 0 WHERE tenant_id = :tenant AND is_serving = 1 AND version <> ?1", {version});
    if (!stopped) return stopped.error();
    TRY(auto const changed,
        txn.run("UPDATE model SET is_serving = 1 WHERE tenant_id = :tenant AND version = ?1", {version}));
    if (changed == 0)
        return conflict("model.gone", "Only the last few models are kept, and this one is none of them any more.");
    return {};
}

}  // namespace lotse::store
