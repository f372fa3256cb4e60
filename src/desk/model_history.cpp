// SPDX-License-Identifier: Apache-2.0
#include "desk/model_history.h"

#include <algorithm>

#include "desk/made.h"
#include "desk/make_vectors.h"

namespace lotse::desk {
namespace {

// The same words may be fitted to the same model twice; the bytes are those of the newest that won.
struct Kept {
    std::vector<std::string> versions;
    std::string serving;

    static Result<Kept> read(store::ReadTxn& txn) {
        Kept out;
        TRY(out.versions, store::list_kept_models(txn));
        TRY(out.serving, store::serving_version(txn));
        return out;
    }
    ModelView view(store::ModelTrial trial) const {
        ModelView out{std::move(trial), false, false};
        out.is_serving = out.trial.won && out.trial.version == serving;
        out.is_kept = out.trial.won && std::ranges::find(versions, out.trial.version) != versions.end();
        return out;
    }
};

}  // namespace

Result<ModelHistory> model_history(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<ModelHistory> {
        ModelHistory out;
        auto const model = desk.models.get(txn);
        out.corrections = model->corrections;
        TRY(auto const kept, Kept::read(txn));
        TRY(auto trials, store::list_model_trials(txn, kMostModels));
        for (auto& trial : trials) out.items.push_back(kept.view(std::move(trial)));
        out.language_model = desk.meanings.status();
        if (out.language_model.state == MeaningState::on) {
            TRY(auto const left, vector_progress(txn, out.language_model.version));
            out.unread = left.changed + left.never;
        }
        TRY(out.pin, read_model_pin(txn));
        TRY(auto const setup, desk.setups.get(txn));
        if (auto const* agent = out.pin ? setup->find_agent(out.pin->by) : nullptr) out.pinned_by = agent->name;
        out.serving = kept.serving.empty() ? "keywords" : kept.serving;
        return out;
    });
}

Result<ModelView> serve_model(Desk& desk, access::Principal const& principal, domain::ModelTrialId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<ModelView> {
        TRY(auto trial, store::get_model_trial(txn, id));
        if (!trial.won)
            return conflict("model.gone", "This model lost against the one that served then; its bytes were not kept.");
        CHECK_OK(store::serve_model(txn, trial.version));
        TRY(auto const trials, store::list_model_trials(txn, kMostModels));
        auto const newest = std::ranges::find(trials, true, &store::ModelTrial::won);
        bool const is_newest = newest != trials.end() && newest->version == trial.version;
        CHECK_OK(is_newest ? lift_model_pin(txn) : pin_model(txn, {trial.version, principal.agent, desk.clock.now()}));
        txn.after_commit([&desk, tenant = txn.tenant()] { desk.models.drop(tenant); });
        announce_setup(desk, txn);
        TRY(auto const kept, Kept::read(txn));
        return kept.view(std::move(trial));
    });
}

Result<void> unpin_model(Desk& desk, access::Principal const& principal) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        CHECK_OK(lift_model_pin(txn));
        announce_setup(desk, txn);
        return {};
    });
}

}  // namespace lotse::desk
