// SPDX-License-Identifier: Apache-2.0
#include "desk/models.h"

#include "base/log.h"
#include "store/models.h"

namespace lotse::desk {
namespace {

std::shared_ptr<triage::TriageModel const> read_model(store::ReadTxn& txn) {
    auto const empty = std::make_shared<triage::TriageModel const>();
    auto const stored = store::serving_model(txn);
    if (!stored) {
        log_error("the triage model cannot be read", stored.error(), {{"tenant", txn.tenant().value}});
        return empty;
    }
    if (!stored->has_value()) return empty;
    auto model = triage::load_triage_model((*stored)->bytes);
    if (model) return std::make_shared<triage::TriageModel const>(*std::move(model));
    // A damaged model must not stop tickets: word lists decide until the next refit.
    log_error("the triage model is damaged", model.error(), {{"tenant", txn.tenant().value}});
    return empty;
}

}  // namespace

std::shared_ptr<triage::TriageModel const> Models::get(store::ReadTxn& txn) {
    auto const kept = models_.with([&](auto& models) -> std::shared_ptr<triage::TriageModel const> {
        auto const found = models.find(txn.tenant().value);
        return found == models.end() ? nullptr : found->second;
    });
    if (kept) return kept;
    auto fresh = read_model(txn);
    return models_.with([&](auto& models) { return models.emplace(txn.tenant().value, fresh).first->second; });
}

void Models::put(domain::TenantId tenant, std::shared_ptr<triage::TriageModel const> model) {
    models_.with([&](auto& models) { models[tenant.value] = std::move(model); });
}

void Models::drop(domain::TenantId tenant) {
    models_.with([&](auto& models) { models.erase(tenant.value); });
}

}  // namespace lotse::desk
