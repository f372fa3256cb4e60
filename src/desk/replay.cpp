// SPDX-License-Identifier: Apache-2.0
#include "desk/replay.h"

#include <algorithm>
#include <map>

#include "desk/plan_gate.h"
#include "desk/replay_choices.h"
#include "store/ledger.h"
#include "store/models.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kWrong = 100;
constexpr std::size_t kPairs = 20;
constexpr std::size_t kExamples = 20'000;
constexpr std::size_t kLeastTraining = 50;
constexpr std::size_t kLeastJudged = 20;

// Choices and the thresholds that go with them.
struct Source {
    Choices choices;
    Basis basis = Basis::ledger;
    GatePlan plan;
    std::size_t excluded = 0;
    Span span;
};

ReplayProgress part(ReplayProgress const& progress, double from, double to) {
    if (!progress) return {};
    return [&progress, from, to](double done) { progress(from + (to - from) * done); };
}

bool has_two_values(std::vector<triage::TrainingExample> const& examples, std::string const& field) {
    std::string first;
    for (auto const& one : examples) {
        auto const& value = field == "category" ? one.category : one.type;
        if (value.empty() || !(one.weight > 0)) continue;
        if (first.empty()) first = value;
        else if (value != first) return true;
    }
    return false;
}

Result<Source> from_stored(Desk& desk, domain::TenantScope const& scope, domain::ReplayQuestion const& question,
                           Span span, ReplayProgress const& progress) {
    Source out;
    out.basis = Basis::stored;
    store::StoredModel stored;
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(stored, store::get_model(txn, question.model));
        return {};
    }));
    TRY(auto const model, triage::load_triage_model(stored.bytes));
    auto const report = parse_json(stored.report);
    if (report && report->is_object()) out.plan = GatePlan::of(object_at(report->get_object(), "held_out_rows"));
    out.span = {std::max(span.from, stored.created_at), span.until};
    if (out.span.from >= out.span.until) return out;
    if (out.span.from > span.from) {
        TRY(auto const learned, desk.store.read(scope, [&](store::ReadTxn& txn) {
            return store::count_done_tickets(txn, span.from, out.span.from);
        }));
        out.excluded = static_cast<std::size_t>(learned);
    }
    TRY(out.choices, choices_of_model(desk, scope, question.field, model, out.span, progress));
    out.choices.models = {question.model};
    return out;
}

// A model of the tickets before the span, or of the older two thirds where there are too few. Nothing where neither will do.
Result<std::optional<Source>> from_held_out(Desk& desk, domain::TenantScope const& scope,
                                            domain::ReplayQuestion const& question, Span span,
                                            ReplayProgress const& progress) {
    if (question.field != "category" && question.field != "type") return std::optional<Source>();
    Source out;
    out.basis = Basis::held_out;
    out.span = span;
    TRY(auto past, settled_examples(desk, scope, {Instant{}, span.from}, kExamples));
    if (past.size() < kLeastTraining) {
        TRY(past, settled_examples(desk, scope, {Instant{}, span.until}, kExamples));
        auto const recent = past.size() / 3;
        if (past.size() - recent < kLeastTraining || recent < kLeastJudged) return std::optional<Source>();
        out.span.from = past[recent - 1].at;
        std::erase_if(past, [&](auto const& one) { return one.at >= out.span.from; });
    }
    out.excluded = past.size();
    std::vector<triage::TrainingExample> training;
    for (auto i = past.size(); i-- > 0;) training.push_back(std::move(past[i].example));
    past.clear();
    if (!has_two_values(training, question.field)) return std::optional<Source>();
    auto const fitted = triage::fit_and_judge_triage(training, {}, part(progress, 0, 0.6));
    out.plan = GatePlan::of(held_out_rows(fitted));
    TRY(out.choices, choices_of_model(desk, scope, question.field, fitted.model, out.span, part(progress, 0.6, 1)));
    out.choices.models = {fitted.model.version()};
    return std::optional(std::move(out));
}

Result<Source> from_ledger(Desk& desk, domain::TenantScope const& scope, domain::ReplayQuestion const& question,
                           Span span, ReplayProgress const& progress) {
    Source out;
    out.span = span;
    TRY(out.choices, choices_of_ledger(desk, scope, question.field, question.model, span, progress));
    if (out.choices.is_cut) out.span.from = out.choices.rows.front().at;
    TRY(out.plan, desk.store.read(scope, [](store::ReadTxn& txn) { return GatePlan::read(txn); }));
    return out;
}

Result<Source> source_of(Desk& desk, domain::TenantScope const& scope, domain::ReplayQuestion const& question,
                         Span span, ReplayProgress const& progress) {
    TRY(auto ledger, from_ledger(desk, scope, question, span, part(progress, 0, 0.3)));
    if (ledger.choices.judged() >= kLeastBlind) return ledger;
    if (!question.model.empty() && question.model != "keywords") {
        auto stored = from_stored(desk, scope, question, span, part(progress, 0.3, 1));
        // What served once may be gone and still have its line in the ledger.
        if (stored && stored->choices.judged() > ledger.choices.judged()) return stored;
        if (!stored && ledger.choices.rows.empty()) return stored.error();
    } else if (question.model.empty()) {
        TRY(auto held_out, from_held_out(desk, scope, question, span, part(progress, 0.3, 1)));
        if (held_out && held_out->choices.judged() > ledger.choices.judged()) return *std::move(held_out);
    }
    if (!ledger.choices.rows.empty()) return ledger;
    return invalid("replay.nothing",
                   "In these days there is neither a choice of triage nor a decision to judge it by. Ask "
                   "for more days, or for another version.");
}

gate::Target wished(std::vector<domain::GateField> const& fields, std::string_view field) {
    auto const found = std::ranges::find(fields, field, &domain::GateField::field);
    return found == fields.end() ? gate::Target{} : gate::Target{found->precision, found->delta};
}

void count_confusions(std::vector<MadeChoice> const& rows, Replay& out) {
    std::map<std::pair<std::string, std::string>, std::vector<double>> pairs;
    for (auto const& one : rows)
        if (one.is_judged && !one.is_right()) pairs[{one.decided, one.said}].push_back(one.score);
    std::vector<std::pair<std::pair<std::string, std::string>, std::vector<double>>> order(pairs.begin(), pairs.end());
    std::ranges::stable_sort(order, [](auto const& a, auto const& b) { return a.second.size() > b.second.size(); });
    if (order.size() > kPairs) order.resize(kPairs);
    for (auto const& [pair, scores] : order) {
        ConfusedPair one{pair.first, pair.second, {}};
        for (auto const& point : out.curve)
            one.rows.push_back(static_cast<std::size_t>(
                std::ranges::count_if(scores, [&](double score) { return score + 1e-9 >= point.threshold; })));
        out.confusions.push_back(std::move(one));
    }
}

void list_wrong(std::vector<MadeChoice> const& rows, Replay& out) {
    for (auto const& one : rows)
        if ((one.is_judged && !one.is_right()) || one.is_changed_act)
            out.wrong.push_back({one.ticket, one.said, one.decided, one.score, one.is_judged});
    std::ranges::stable_sort(out.wrong, [](auto const& a, auto const& b) { return a.score > b.score; });
    if (out.wrong.size() > kWrong) out.wrong.resize(kWrong);
}

// Both wishes on the same choices; each plans its own thresholds, as the gate would.
void run_gates(Source const& source, domain::ReplayQuestion const& question, std::vector<gate::Choice>& choices,
               Replay& out) {
    std::vector<std::string> values;
    std::size_t next = 0;
    for (auto const& one : source.choices.rows) {
        if (one.said.empty()) continue;
        auto found = std::ranges::find(values, one.said);
        if (found == values.end()) found = values.insert(values.end(), one.said);
        choices[next++].slice = static_cast<std::uint32_t>(found - values.begin());
    }
    auto const run = [&](gate::Target const& target) {
        std::vector<std::vector<double>> thresholds;
        for (auto const& value : values) thresholds.push_back(source.plan.thresholds(question.field, value, target));
        return gate::run_gate(choices, thresholds, target);
    };
    out.now = run(out.now_wished);
    out.then_wished = {question.precision, question.delta};
    out.then = run(out.then_wished);
    for (std::size_t i = 0; i < values.size(); ++i)
        out.values.push_back({values[i], out.now.slices[i], out.then.slices[i]});
    std::ranges::stable_sort(out.values, [](auto const& a, auto const& b) { return a.then.blind > b.then.blind; });
}

}  // namespace

std::string_view name_of(Basis basis) {
    switch (basis) {
        case Basis::ledger: return "ledger";
        case Basis::stored: return "stored";
        case Basis::held_out: return "held_out";
    }
    return {};
}

Result<void> check_question(domain::ReplayQuestion const& question) {
    if (question.days < 1 || question.days > 730) return invalid("replay.days", "Ask for 1 to 730 days.", "?days");
    if (std::ranges::find(kGatedFields, question.field) == kGatedFields.end())
        return invalid("replay.field", "The fields are category, type, impact and urgency.", "?field");
    if (!(question.precision >= 0.5 && question.precision <= 0.999))
        return invalid("replay.precision", "The wanted precision lies between 0.5 and 0.999.", "?target");
    if (!(question.delta >= 0.001 && question.delta <= 0.2))
        return invalid("replay.delta", "The chance of granting wrongly lies between 0.001 and 0.2.", "?delta");
    return {};
}

Result<Replay> replay(Desk& desk, domain::TenantScope const& scope, domain::ReplayQuestion const& question,
                      ReplayProgress const& progress) {
    CHECK_OK(check_question(question));
    auto const now = desk.clock.now();
    Span const span{now - std::chrono::days{question.days}, now};
    TRY(auto source, source_of(desk, scope, question, span, progress));
    Replay out;
    TRY(auto const wishes, desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_gate_fields(txn); }));
    out.now_wished = wished(wishes, question.field);
    out.basis = source.basis;
    out.from = source.span.from;
    out.until = source.span.until;
    out.is_blind = source.choices.is_blind;
    out.is_cut = source.choices.is_cut;
    out.excluded = source.excluded;
    auto const& rows = source.choices.rows;
    out.tickets = rows.size();
    out.judged = source.choices.judged();
    for (auto const& model : source.choices.models) out.models.emplace_back(model, 0);
    std::vector<gate::Choice> choices;
    for (auto const& one : rows) {
        if (one.model < out.models.size()) ++out.models[one.model].second;
        if (!one.said.empty()) choices.push_back({one.score, one.is_judged, one.is_right(), one.is_among_three, 0});
    }
    out.curve = gate::curve_of(choices, rows.size());
    count_confusions(rows, out);
    list_wrong(rows, out);
    run_gates(source, question, choices, out);
    if (progress) progress(1);
    return out;
}

}  // namespace lotse::desk
