// SPDX-License-Identifier: Apache-2.0
#include "desk/replay_choices.h"

#include <algorithm>

#include "desk/example_of.h"
#include "desk/stored_meaning.h"
#include "store/ledger.h"
#include "store/models.h"
#include "triage/suggest.h"

namespace lotse::desk {
namespace {

constexpr int kPage = 1'000;  // predictions
constexpr int kTextPage = 200;  // tickets with their words
constexpr std::size_t kMostChoices = 200'000;
constexpr std::size_t kMostRuns = 20'000;  // of a model, about half a millisecond each

bool is_decided(domain::Prediction const& one) {
    using domain::Outcome;
    return !one.decided.empty() && (one.outcome == Outcome::right || one.outcome == Outcome::wrong);
}

MadeChoice choice_of(domain::Prediction const& one) {
    MadeChoice out;
    out.ticket = one.ticket;
    out.at = one.made_at;
    out.said = one.value;
    out.score = one.score;
    if (is_decided(one)) out.decided = one.decided;
    out.is_judged = is_decided(one) && one.shown == domain::Shown::hidden;
    out.is_among_three = std::ranges::find(one.among, one.decided) != one.among.end();
    out.is_changed_act = is_decided(one) && one.shown == domain::Shown::acted && one.decided != one.value;
    return out;
}

std::uint32_t place_of(std::vector<std::string>& names, std::string const& name) {
    auto const found = std::ranges::find(names, name);
    if (found != names.end()) return static_cast<std::uint32_t>(found - names.begin());
    names.push_back(name);
    return static_cast<std::uint32_t>(names.size() - 1);
}

// Told the share of the span that lies behind: newest first.
void tell(ReplayProgress const& progress, Span span, Instant at) {
    auto const all = static_cast<double>((span.until - span.from).count());
    if (progress && all > 0) progress(std::clamp(static_cast<double>((span.until - at).count()) / all, 0.0, 1.0));
}

// One page after the other, newest first, until `take` has enough.
Result<void> each_prediction(Desk& desk, domain::TenantScope const& scope, std::string const& field, Span span,
                             std::function<Result<bool>(std::vector<domain::Prediction> const&)> const& take) {
    std::optional<store::MadeBefore> before = store::MadeBefore{span.until, domain::PredictionId{INT64_MAX}};
    for (;;) {
        TRY(auto const page, desk.store.read(scope, [&](store::ReadTxn& txn) {
            return store::list_predictions_made(txn, field, span.from, before, kPage);
        }));
        TRY(bool const goes_on, take(page));
        if (!goes_on || page.size() < static_cast<std::size_t>(kPage)) return {};
        before = store::MadeBefore{page.back().made_at, page.back().id};
    }
}

struct Brain {
    std::shared_ptr<Setup const> setup;
    triage::TriageModel const& model;
    std::string const& field;
};

MadeChoice ask(Brain const& brain, triage::TriageInput const& input, domain::TicketId ticket, Instant at,
               std::string decided) {
    MadeChoice out;
    out.ticket = ticket;
    out.at = at;
    out.decided = std::move(decided);
    auto const suggestion = triage::suggest(input, brain.model, brain.setup->triage);
    auto const* label = suggestion.find(brain.field);
    if (label == nullptr || label->abstains()) return out;
    out.said = label->value;
    out.score = label->because.confidence.value_or(0);
    out.is_judged = true;
    out.is_among_three =
        std::ranges::find(label->alternatives, out.decided, &domain::Alternative::value) != label->alternatives.end();
    return out;
}

struct BlindDecision {
    domain::TicketId ticket;
    Instant at{};
    std::string decided;
};

Result<std::vector<BlindDecision>> blind_decisions(Desk& desk, domain::TenantScope const& scope,
                                                   std::string const& field, Span span) {
    std::unordered_map<std::int64_t, bool> seen;
    std::vector<BlindDecision> out;
    CHECK_OK(each_prediction(desk, scope, field, span, [&](auto const& page) -> Result<bool> {
        for (auto const& one : page) {
            if (!is_decided(one) || one.shown != domain::Shown::hidden) continue;
            if (seen.emplace(one.ticket.value, true).second) out.push_back({one.ticket, one.made_at, one.decided});
        }
        return out.size() < kMostRuns;
    }));
    return out;
}

Result<Choices> run_on_blind(Desk& desk, domain::TenantScope const& scope, Brain const& brain,
                             std::vector<BlindDecision> const& decisions, ReplayProgress const& progress) {
    Choices out;
    for (std::size_t begin = 0; begin < decisions.size(); begin += kTextPage) {
        auto const end = std::min(decisions.size(), begin + kTextPage);
        std::vector<std::optional<store::Example>> words;
        std::vector<triage::Meaning> meanings;
        CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
            for (auto i = begin; i < end; ++i) {
                TRY(auto found, store::find_example(txn, decisions[i].ticket));
                words.push_back(std::move(found));
                TRY(auto meaning, stored_meaning(txn, decisions[i].ticket, brain.model.encoder));
                meanings.push_back(std::move(meaning));
            }
            return {};
        }));
        for (auto i = begin; i < end; ++i)
            if (auto const& example = words[i - begin]) {
                auto input = input_of(*example, *brain.setup);
                input.meaning = std::move(meanings[i - begin]);
                out.rows.push_back(ask(brain, input, decisions[i].ticket, decisions[i].at, decisions[i].decided));
            }
        if (progress) progress(static_cast<double>(end) / static_cast<double>(decisions.size()));
    }
    std::ranges::reverse(out.rows);
    return out;
}

}  // namespace

std::size_t Choices::judged() const {
    return static_cast<std::size_t>(std::ranges::count_if(rows, &MadeChoice::is_judged));
}

Result<Choices> choices_of_ledger(Desk& desk, domain::TenantScope const& scope, std::string const& field,
                                  std::string const& model, Span span, ReplayProgress const& progress) {
    Choices out;
    std::unordered_map<std::int64_t, std::size_t> row_of;
    CHECK_OK(each_prediction(desk, scope, field, span, [&](auto const& page) -> Result<bool> {
        for (auto const& one : page) {
            if (!model.empty() && one.model != model) continue;
            auto made = choice_of(one);
            made.model = place_of(out.models, one.model);
            auto const [found, is_new] = row_of.emplace(one.ticket.value, out.rows.size());
            if (is_new) out.rows.push_back(std::move(made));
            else if (out.rows[found->second].decided.empty() && !made.decided.empty()) out.rows[found->second] = made;
        }
        if (!page.empty()) tell(progress, span, page.back().made_at);
        out.is_cut = out.rows.size() >= kMostChoices;
        return !out.is_cut;
    }));
    std::ranges::stable_sort(out.rows, {}, &MadeChoice::at);
    return out;
}

Result<Choices> choices_of_model(Desk& desk, domain::TenantScope const& scope, std::string const& field,
                                 triage::TriageModel const& model, Span span, ReplayProgress const& progress) {
    Brain brain{nullptr, model, field};
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(brain.setup, desk.setups.get(txn));
        return {};
    }));
    TRY(auto const decisions, blind_decisions(desk, scope, field, span));
    if (decisions.size() >= kLeastBlind) return run_on_blind(desk, scope, brain, decisions, progress);
    Choices out;
    out.is_blind = false;
    TRY(auto const examples, settled_examples(desk, scope, span, kMostRuns));
    std::size_t done = 0;
    for (auto const& [example, ticket, at] : examples) {
        auto const& decided = field == "category" ? example.category : field == "type" ? example.type : std::string();
        if (!decided.empty() && example.weight > 0) out.rows.push_back(ask(brain, example.input, ticket, at, decided));
        if (progress && ++done % 200 == 0) progress(static_cast<double>(done) / static_cast<double>(examples.size()));
    }
    std::ranges::reverse(out.rows);
    return out;
}

Result<std::vector<DatedExample>> settled_examples(Desk& desk, domain::TenantScope const& scope, Span span,
                                                   std::size_t most) {
    std::vector<DatedExample> out;
    for (auto const status : {domain::Status::solved, domain::Status::closed}) {
        std::size_t taken = 0;
        std::optional<store::ExamplePlace> place = store::ExamplePlace{span.until, {}};
        while (place && taken < most) {
            std::shared_ptr<Setup const> setup;
            TRY(auto const page, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<store::ExamplePage> {
                TRY(setup, desk.setups.get(txn));
                return store::list_example_page(txn, status, span.from, *place, kTextPage);
            }));
            for (auto const& one : page.items) out.push_back({example_of(one, *setup), one.ticket, one.at});
            taken += page.items.size();
            place = page.next;
        }
    }
    std::ranges::stable_sort(out, [](auto const& a, auto const& b) { return a.at > b.at; });
    if (out.size() > most) out.resize(most);
    return out;
}

}  // namespace lotse::desk
