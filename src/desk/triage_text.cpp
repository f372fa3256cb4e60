// SPDX-License-Identifier: Apache-2.0
#include "desk/triage_text.h"

#include "triage/suggest.h"

namespace lotse::desk {

Result<std::vector<domain::Suggestion>> triage_texts(Desk& desk, domain::TenantScope const& scope,
                                                     std::span<triage::TriageInput const> inputs) {
    std::shared_ptr<Setup const> setup;
    std::shared_ptr<triage::TriageModel const> model;
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(setup, desk.setups.get(txn));
        model = desk.models.get(txn);
        return {};
    }));
    std::vector<domain::Suggestion> out;
    out.reserve(inputs.size());
    for (auto const& input : inputs) out.push_back(triage::suggest(input, *model, setup->triage));
    return out;
}

}  // namespace lotse::desk
