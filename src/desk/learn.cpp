// SPDX-License-Identifier: Apache-2.0
#include "desk/learn.h"

#include <algorithm>

#include "base/log.h"
#include "store/articles.h"
#include "store/models.h"

namespace lotse::desk {
namespace {

constexpr int kExamples = 20000;
constexpr std::size_t kMinimum = 50;

triage::TrainingExample example_of(store::Example const& stored) {
    triage::TrainingExample out;
    out.input.subject = stored.subject;
    out.input.new_text = stored.text;
    out.input.customer_language = stored.language;
    out.category = stored.category;
    out.type = stored.type;
    out.weight = stored.weight;
    return out;
}

Result<triage::TrainingExample> correction(Desk& desk, store::ReadTxn& txn, domain::Ticket const& ticket) {
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto articles, store::list_articles(txn, ticket.id, {}, 1));
    triage::TrainingExample out;
    out.input.subject = ticket.subject;
    if (!articles.empty()) out.input.new_text = articles.front().new_text;
    out.input.channel = ticket.channel;
    out.input.organization = ticket.organization;
    out.input.customer_language = ticket.language;
    if (auto const* category = setup->find_category(ticket.category)) out.category = category->key;
    if (ticket.has_type) out.type = domain::name_of(ticket.type);
    return out;
}

}  // namespace

void learn_from_correction(Desk& desk, domain::TenantScope const& scope, domain::Ticket const& ticket) {
    std::shared_ptr<triage::TriageModel const> serving;
    auto const example = desk.store.read(scope, [&](store::ReadTxn& txn) {
        serving = desk.models.get(txn);
        return correction(desk, txn, ticket);
    });
    if (!example) {
        log_error("a correction was not learned", example.error(), {{"ticket", ticket.id.value}});
        return;
    }
    auto taught = std::make_shared<triage::TriageModel>(*serving);
    triage::learn_one(*taught, *example);
    desk.models.put(scope.tenant(), std::move(taught));
}

Result<Refit> refit(Desk& desk, domain::TenantScope const& scope) {
    std::shared_ptr<triage::TriageModel const> serving;
    TRY(auto stored, desk.store.read(scope, [&](store::ReadTxn& txn) {
        serving = desk.models.get(txn);
        return store::list_examples(txn, kExamples);
    }));
    Refit out;
    out.examples = stored.size();
    out.version = serving->version();
    if (stored.size() < kMinimum) return out;

    std::vector<triage::TrainingExample> examples;
    examples.reserve(stored.size());
    for (auto const& example : stored) examples.push_back(example_of(example));
    std::ranges::reverse(examples);  // oldest first

    // The newest fifth judges a candidate that has not seen it; the one that then serves is fitted on everything.
    auto const cut = examples.size() - examples.size() / 5;
    std::vector<triage::TrainingExample> const past(examples.begin(), examples.begin() + static_cast<std::ptrdiff_t>(cut));
    std::vector<triage::TrainingExample> const recent(examples.begin() + static_cast<std::ptrdiff_t>(cut), examples.end());
    auto const verdict = triage::compare(triage::fit_triage(past), *serving, recent);
    out.report = JsonObject{{"examples", examples.size()},
                            {"held_out", verdict.examples},
                            {"candidate_accuracy", verdict.candidate_accuracy},
                            {"serving_accuracy", verdict.serving_accuracy},
                            {"candidate_log_loss", verdict.candidate_log_loss},
                            {"serving_log_loss", verdict.serving_log_loss}};
    if (!verdict.candidate_wins && !serving->is_empty()) return out;

    auto const fresh = std::make_shared<triage::TriageModel const>(triage::fit_triage(examples));
    store::StoredModel const row{fresh->version(), triage::save(*fresh), to_string(out.report), true, desk.clock.now()};
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) { return store::add_model(txn, row); }));
    desk.models.put(scope.tenant(), fresh);
    out.replaced = true;
    out.version = fresh->version();
    return out;
}

}  // namespace lotse::desk
