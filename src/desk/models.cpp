// SPDX-License-Identifier: Apache-2.0
#include "desk/models.h"

#include "base/log.h"
#include "desk/risk.h"
#include "store/models.h"
#include "store/tenants.h"

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

std::shared_ptr<triage::RiskModel const> read_risks(store::ReadTxn& txn) {
    auto const note = store::read_note(txn, kRiskNote);
    if (!note) log_error("the risk model cannot be read", note.error(), {{"tenant", txn.tenant().value}});
    if (!note || note->empty()) return std::make_shared<triage::RiskModel const>();
    auto model = triage::RiskModel::load(*note);
    if (model) return std::make_shared<triage::RiskModel const>(*std::move(model));
    log_error("the risk model is damaged", model.error(), {{"tenant", txn.tenant().value}});
    return std::make_shared<triage::RiskModel const>();
}

}  // namespace

std::shared_ptr<triage::RiskModel const> Models::risks(store::ReadTxn& txn) {
    auto const kept = risks_.with([&](auto& models) -> std::shared_ptr<triage::RiskModel const> {
        auto const found = models.find(txn.tenant().value);
        return found == models.end() ? nullptr : found->second;
    });
    if (kept) return kept;
    auto fresh = read_risks(txn);
    return risks_.with([&](auto& models) { return models.emplace(txn.tenant().value, fresh).first->second; });
}

void Models::put_risks(domain::TenantId tenant, std::shared_ptr<triage::RiskModel const> model) {
    risks_.with([&](auto& models) { models[tenant.value] = std::move(model); });
}

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
