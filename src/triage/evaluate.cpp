// SPDX-License-Identifier: Apache-2.0
#include "triage/evaluate.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_set>

#include "triage/hash.h"
#include "triage/keywords.h"

namespace lotse::triage {
namespace {

constexpr std::size_t kLeastTrain = 20;
constexpr std::size_t kLeastTest = 5;
constexpr std::size_t kConfusions = 10;
constexpr std::size_t kBins = 10;
constexpr std::array<double, 3> kPrecisions{0.90, 0.95, 0.98};
constexpr std::array<int, 3> kCurve{10, 25, 50};

struct Judgement {
    std::string predicted;
    double confidence = 0;
    bool is_right = false;
};

std::uint64_t words_hash(EvaluationRow const& row);
std::vector<LabelledFeatures> features_of(std::vector<EvaluationRow> const& rows);
std::vector<Judgement> judge(Classifier const& model, std::vector<LabelledFeatures> const& test);
double accuracy_of(std::vector<Judgement> const& judged);
void count_rows(EvaluationSplit const& split, Evaluation& out);
void count_classes(EvaluationSplit const& split, std::vector<Judgement> const& judged, Evaluation& out);
void simulate_gate(std::vector<Judged> const& held_out, std::vector<Judgement> const& judged, std::uint64_t seed,
                   Evaluation& out);
std::vector<ReliabilityBin> reliability_of(std::vector<Judged> const& judged);
std::vector<CurvePoint> curve_of(EvaluationSplit const& split, std::vector<LabelledFeatures> const& train,
                                 std::vector<LabelledFeatures> const& test, FitOptions fit, Progress const& progress);

}  // namespace

EvaluationSplit split_rows(std::vector<EvaluationRow> rows, int train_percent) {
    std::erase_if(rows, [](auto const& row) { return row.label.empty() || (row.text.empty() && row.subject.empty()); });
    EvaluationSplit out;
    out.is_by_time =
        !rows.empty() && std::all_of(rows.begin(), rows.end(), [](auto const& row) { return row.at.has_value(); });
    std::vector<std::size_t> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (out.is_by_time) {
        std::sort(order.begin(), order.end(),
                  [&](auto a, auto b) { return rows[a].at != rows[b].at ? *rows[a].at < *rows[b].at : a < b; });
        auto const cut = rows.size() * static_cast<std::size_t>(train_percent) / 100;
        for (std::size_t i = 0; i < order.size(); ++i)
            (i < cut ? out.train : out.test).push_back(std::move(rows[order[i]]));
        return out;
    }
    std::map<std::string, std::vector<std::pair<std::uint64_t, std::size_t>>> by_label;
    for (auto const i : order) by_label[rows[i].label].emplace_back(hash_of(rows[i].subject + "\n" + rows[i].text), i);
    std::vector<bool> trains(rows.size(), false);
    for (auto& [label, members] : by_label) {
        std::sort(members.begin(), members.end());
        auto const cut = (members.size() * static_cast<std::size_t>(train_percent) + 99) / 100;
        for (std::size_t i = 0; i < cut; ++i) trains[members[i].second] = true;
    }
    for (auto const i : order) (trains[i] ? out.train : out.test).push_back(std::move(rows[i]));
    return out;
}

Result<Evaluation> evaluate(EvaluationSplit const& split, EvaluateOptions const& options, Progress const& progress) {
    if (split.train.size() < kLeastTrain || split.test.size() < kLeastTest)
        return invalid("evaluate.too_few",
                       "There are too few labelled rows: at least 20 to train on and 5 to test with are needed.");
    Evaluation out;
    count_rows(split, out);
    if (out.classes < 2)
        return invalid("evaluate.one_label", "All training rows have the same label, so there is nothing to decide.");
    auto const part = [&](double from, double to) -> Progress {
        if (!progress) return {};
        return [&progress, from, to](double done) { progress(from + (to - from) * done); };
    };
    auto const train = features_of(split.train);
    auto const test = features_of(split.test);
    FitOptions fit;
    fit.seed = options.seed;
    fit.is_time_ordered = split.is_by_time;
    auto const fitted = Classifier::fit(train, fit, part(0.1, options.has_curve ? 0.65 : 0.95));
    auto const judged = judge(fitted.model, test);
    std::size_t right = 0;
    std::vector<Judged> confidences;
    for (auto const& one : judged) {
        right += one.is_right ? 1 : 0;
        confidences.push_back({one.confidence, one.is_right, {}});
    }
    out.accuracy = accuracy_of(judged);
    out.accuracy_interval = wilson(right, judged.size());
    out.ece = expected_calibration_error(confidences);
    count_classes(split, judged, out);
    simulate_gate(fitted.held_out, judged, options.seed, out);
    out.reliability = reliability_of(confidences);
    if (options.has_curve) out.curve = curve_of(split, train, test, fit, part(0.65, 1));
    if (options.has_curve) out.curve.push_back({100, train.size(), out.accuracy});
    if (progress) progress(1);
    return out;
}

namespace {

std::uint64_t words_hash(EvaluationRow const& row) {
    auto state = kHashStart;
    for (auto const& text : {row.subject, row.text})
        for (auto const& token : tokenize(text)) state = hash_on(hash_on(state, token.folded), " ");
    return hash_end(state);
}

std::vector<LabelledFeatures> features_of(std::vector<EvaluationRow> const& rows) {
    std::vector<LabelledFeatures> out;
    out.reserve(rows.size());
    for (auto const& row : rows) out.push_back({extract_features({row.subject, row.text, {}}), row.label, 1});
    return out;
}

std::vector<Judgement> judge(Classifier const& model, std::vector<LabelledFeatures> const& test) {
    std::vector<Judgement> out;
    out.reserve(test.size());
    for (auto const& row : test) {
        auto const prediction = model.predict(row.features);
        if (prediction.best.empty()) out.push_back({});
        else
            out.push_back(
                {prediction.best[0].value, prediction.best[0].confidence, prediction.best[0].value == row.label});
    }
    return out;
}

double accuracy_of(std::vector<Judgement> const& judged) {
    auto const right = std::count_if(judged.begin(), judged.end(), [](auto const& one) { return one.is_right; });
    return judged.empty() ? 0 : static_cast<double>(right) / static_cast<double>(judged.size());
}

void count_rows(EvaluationSplit const& split, Evaluation& out) {
    out.train_rows = split.train.size();
    out.test_rows = split.test.size();
    out.is_by_time = split.is_by_time;
    std::map<std::string, std::size_t> labels;
    std::unordered_set<std::uint64_t> known;
    for (auto const& row : split.train) {
        ++labels[row.label];
        known.insert(words_hash(row));
    }
    out.classes = labels.size();
    auto const top = std::max_element(labels.begin(), labels.end(),
                                      [](auto const& a, auto const& b) { return a.second < b.second; });
    out.majority_label = top->first;
    std::size_t majority = 0;
    for (auto const& row : split.test) {
        out.unseen_labels += labels.contains(row.label) ? 0 : 1;
        out.repeated_rows += known.contains(words_hash(row)) ? 1 : 0;
        majority += row.label == out.majority_label ? 1 : 0;
    }
    out.majority_accuracy = static_cast<double>(majority) / static_cast<double>(split.test.size());
}

void count_classes(EvaluationSplit const& split, std::vector<Judgement> const& judged, Evaluation& out) {
    struct Tally {
        std::size_t train = 0;
        std::size_t truth = 0;
        std::size_t predicted = 0;
        std::size_t right = 0;
    };
    std::map<std::string, Tally> tallies;
    std::map<std::pair<std::string, std::string>, std::size_t> wrong;
    for (auto const& row : split.train) ++tallies[row.label].train;
    for (std::size_t i = 0; i < judged.size(); ++i) {
        auto const& truth = split.test[i].label;
        ++tallies[truth].truth;
        ++tallies[judged[i].predicted].predicted;
        if (judged[i].is_right) ++tallies[truth].right;
        else ++wrong[{truth, judged[i].predicted}];
    }
    double sum = 0;
    std::size_t tested = 0;
    for (auto const& [label, tally] : tallies) {
        if (tally.truth == 0) continue;
        ClassResult result{label, tally.train, tally.truth, 0, 0, 0};
        auto const right = static_cast<double>(tally.right);
        if (tally.predicted > 0) result.precision = right / static_cast<double>(tally.predicted);
        result.recall = right / static_cast<double>(tally.truth);
        result.f1 = 2 * right / static_cast<double>(tally.predicted + tally.truth);
        sum += result.f1;
        ++tested;
        out.by_class.push_back(std::move(result));
    }
    out.macro_f1 = tested > 0 ? sum / static_cast<double>(tested) : 0;
    std::sort(out.by_class.begin(), out.by_class.end(), [](auto const& a, auto const& b) {
        return a.test_rows != b.test_rows ? a.test_rows > b.test_rows : a.label < b.label;
    });
    for (auto const& [pair, rows] : wrong) out.confusions.push_back({pair.first, pair.second, rows});
    std::sort(out.confusions.begin(), out.confusions.end(), [](auto const& a, auto const& b) {
        return a.rows != b.rows ? a.rows > b.rows : std::tie(a.truth, a.predicted) < std::tie(b.truth, b.predicted);
    });
    if (out.confusions.size() > kConfusions) out.confusions.resize(kConfusions);
}

void simulate_gate(std::vector<Judged> const& held_out, std::vector<Judgement> const& judged, std::uint64_t seed,
                   Evaluation& out) {
    std::vector<gate::Row> training;
    for (auto const& one : held_out) training.push_back({one.confidence, one.is_right});
    std::vector<gate::Row> rows;
    for (auto const& one : judged) rows.push_back({one.confidence, one.is_right});
    for (double const wanted : kPrecisions) {
        gate::SimulationOptions options;
        options.target.precision = wanted;
        options.seed = seed;
        out.gate.push_back({wanted, gate::simulate(training, rows, options)});
    }
}

std::vector<ReliabilityBin> reliability_of(std::vector<Judged> const& judged) {
    std::vector<ReliabilityBin> out(kBins);
    for (auto const& one : judged) {
        auto& bin = out[std::min(kBins - 1, static_cast<std::size_t>(one.confidence * kBins))];
        ++bin.rows;
        bin.confidence += one.confidence;
        bin.accuracy += one.is_right ? 1 : 0;
    }
    for (auto& bin : out) {
        auto const rows = static_cast<double>(std::max<std::size_t>(1, bin.rows));
        bin.confidence /= rows;
        bin.accuracy /= rows;
    }
    return out;
}

// By time the most recent rows are taken, as a young desk would have them; otherwise a stable sample.
std::vector<CurvePoint> curve_of(EvaluationSplit const& split, std::vector<LabelledFeatures> const& train,
                                 std::vector<LabelledFeatures> const& test, FitOptions fit, Progress const& progress) {
    std::vector<std::size_t> order(train.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (split.is_by_time) {
        std::reverse(order.begin(), order.end());
    } else {
        std::vector<std::uint64_t> keys;
        for (auto const& row : split.train) keys.push_back(hash_of("curve" + row.subject + "\n" + row.text));
        std::sort(order.begin(), order.end(),
                  [&](auto a, auto b) { return keys[a] != keys[b] ? keys[a] < keys[b] : a < b; });
    }
    fit.calibrates = false;
    std::vector<CurvePoint> out;
    for (int const percent : kCurve) {
        auto const count = train.size() * static_cast<std::size_t>(percent) / 100;
        if (count < kLeastTrain / 2) continue;
        std::vector<LabelledFeatures> some;
        some.reserve(count);
        for (std::size_t i = 0; i < count; ++i) some.push_back(train[order[i]]);
        out.push_back({percent, count, accuracy_of(judge(Classifier::fit(some, fit).model, test))});
        if (progress) progress(static_cast<double>(out.size()) / static_cast<double>(kCurve.size()));
    }
    return out;
}

}  // namespace
}  // namespace lotse::triage
