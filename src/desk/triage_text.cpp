// SPDX-License-Identifier: Apache-2.0
#include "desk/triage_text.h"

#include <algorithm>

#include "base/log.h"
#include "triage/suggest.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kReadForMeaning = 20;  // texts of a call: a second, about

gate::Stage mode_of(GateRights const& rights, domain::Suggestion const& suggestion, std::string_view field,
                    std::string_view model) {
    auto const* label = suggestion.find(field);
    if (label == nullptr || label->abstains()) return gate::Stage::shadow;
    if (field == "priority")
        return std::min(mode_of(rights, suggestion, "impact", model), mode_of(rights, suggestion, "urgency", model));
    return earned_stage(rights, field, label->value, label->because.confidence.value_or(0), model);
}

}  // namespace

Result<std::vector<TriageAnswer>> triage_texts(Desk& desk, domain::TenantScope const& scope,
                                               std::span<Question const> questions) {
    std::shared_ptr<Setup const> setup;
    std::shared_ptr<triage::TriageModel const> model;
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(setup, desk.setups.get(txn));
        model = desk.models.get(txn);
        return {};
    }));
    std::string const version = model->fitted.empty() ? "keywords" : model->fitted;
    std::vector<TriageAnswer> out;
    out.reserve(questions.size());
    std::size_t read = 0;
    for (auto const& [reference, plain] : questions) {
        TriageAnswer answer;
        answer.reference = reference;
        auto input = plain;
        bool is_whole = model->encoder.empty();
        if (!is_whole && read++ < kReadForMeaning) {
            auto meaning = desk.meanings.of(meaning_text(input.subject, input.new_text));
            if (meaning) input.meaning = *std::move(meaning);
            else log_error("a text was not read for its meaning", meaning.error());
            is_whole = input.meaning.encoder == model->encoder;
        }
        answer.suggestion = triage::suggest(input, *model, setup->triage);
        for (auto& label : answer.suggestion.labels) {
            // By words alone a model that has learned meanings has proved nothing.
            auto const mode =
                is_whole ? mode_of(setup->gate, answer.suggestion, label.field, version) : gate::Stage::shadow;
            label.because.unproven = mode != gate::Stage::automatic;
            answer.modes.push_back(mode);
            answer.spans.push_back(triage::find_spans(input.subject, input.new_text, label.words));
        }
        answer.is_audit = is_drawn_blind(setup->gate, reference);
        out.push_back(std::move(answer));
    }
    return out;
}

}  // namespace lotse::desk
