// SPDX-License-Identifier: Apache-2.0
// The fit of a classifier: parts on the first four fifths, weights and trust from the last, then the parts on everything.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "triage/classifier.h"
#include "triage/hash.h"
#include "triage/mixture.h"

namespace lotse::triage {
namespace {

constexpr std::size_t kLeastHeldOut = 20;
constexpr std::size_t kLeastForRejection = 100;
// Held-out rows beyond these (the newest) tell nothing new and cost time for each share that is tried.
constexpr std::size_t kMostHeldOut = 4000;
// Where too few examples are held out to choose: as cross-validation chose at one to ten examples a class.
constexpr double kUsualShare = 0.7;
constexpr double kUsualDenseTemperature = 14;
constexpr std::array kShares{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
// Fewer examples with a vector than this share of them: the encoder came lately, and its classes are not yet whole.
constexpr double kLeastWithMeaning = 0.5;
// So many of a label would be expected where there are none: by chance once in 160,000 (Poisson).
constexpr double kRetired = 12;

std::vector<double> losses_at(std::span<Scored const> rows, double temperature) {
    std::vector<double> out;
    out.reserve(rows.size());
    for (auto const& row : rows) out.push_back(log_loss_at({&row, 1}, temperature));
    return out;
}

std::size_t position_of(std::vector<ClassCount> const& classes, std::string_view label) {
    return static_cast<std::size_t>(std::ranges::find(classes, label, &ClassCount::name) - classes.begin());
}

bool gains_clearly(std::vector<double> const& before, std::vector<double> const& after) {
    auto const n = static_cast<double>(before.size());
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        double const gain = before[i] - after[i];
        sum += gain;
        squares += gain * gain;
    }
    double const mean = sum / n;
    return mean > 2 * std::sqrt(std::max(0.0, squares / n - mean * mean) / n);
}

}  // namespace

class ClassifierFit {
  public:
    ClassifierFit(TrainingRows examples, FitOptions const& options, Progress const& progress)
        : options_(options), progress_(progress) {
        for (auto const& one : examples)
            if (!one.label.empty() && one.weight > 0 && !one.features->empty()) usable_.push_back(one);
        std::size_t with_meaning = 0;
        for (auto const& one : usable_) with_meaning += one.meaning.empty() ? 0 : 1;
        has_meaning_ = with_meaning > 0 &&
                       static_cast<double>(with_meaning) >= kLeastWithMeaning * static_cast<double>(usable_.size());
    }
    FittedClassifier run();

  private:
    using Picked = std::vector<TrainingRow>;
    bool is_held_out(std::size_t position) const {
        auto const count = usable_.size();
        if (options_.is_time_ordered) return position >= count - count / 5;
        return hash_of(std::to_string(position)) % 5 == 0;
    }
    void leave_out_retired();
    bool is_like(LinearModel const& early) const;
    void fit_parts(Classifier& model, Picked const& picked, LinearModel const* before, double from, double to) const;
    void choose_share(Classifier& model, Picked const& held_out) const;
    std::vector<Judged> set_trust(Classifier& model, Picked const& held_out, bool with_meaning,
                                  FittedClassifier::Measured& measured) const;

    FitOptions options_;
    Progress const& progress_;
    Picked usable_;
    bool has_meaning_ = false;
};

FittedClassifier Classifier::fit(std::span<LabelledFeatures const> examples, FitOptions const& options,
                                 Progress const& progress) {
    return ClassifierFit(rows_of(examples), options, progress).run();
}

FittedClassifier Classifier::fit_all(TrainingRows examples, FitOptions const& options, Progress const& progress) {
    return ClassifierFit(examples, options, progress).run();
}

// A label that was common and that the newest fifth has nowhere was renamed, merged into another or given up: what it taught
// would divide with its heir what both explain. Where it comes back, the next fit has it again, all of it.
void ClassifierFit::leave_out_retired() {
    if (!options_.is_time_ordered) return;
    auto const recent = usable_.size() / 5;
    std::map<std::string_view, double> expected;
    for (std::size_t i = 0; i < usable_.size() - recent; ++i)
        expected[usable_[i].label] += static_cast<double>(recent) / static_cast<double>(usable_.size() - recent);
    for (std::size_t i = usable_.size() - recent; i < usable_.size(); ++i) expected.erase(usable_[i].label);
    std::erase_if(usable_, [&](auto const& one) {
        auto const found = expected.find(one.label);
        return found != expected.end() && found->second >= kRetired;
    });
}

FittedClassifier ClassifierFit::run() {
    FittedClassifier out;
    if (usable_.empty()) return out;
    leave_out_retired();
    Picked early;
    Picked held_out;
    for (std::size_t i = 0; i < usable_.size(); ++i) (is_held_out(i) ? held_out : early).push_back(usable_[i]);
    bool const can_judge = options_.calibrates && held_out.size() >= kLeastHeldOut && !early.empty();
    Classifier first;
    first.share_ = has_meaning_ ? kUsualShare : 0;
    first.dense_temperature_ = kUsualDenseTemperature;
    if (can_judge) {
        if (held_out.size() > kMostHeldOut) held_out.erase(held_out.begin(), held_out.end() - kMostHeldOut);
        fit_parts(first, early, nullptr, 0, 0.65);
        auto alone = set_trust(first, held_out, false, out.by_words);
        if (has_meaning_) {
            choose_share(first, held_out);
            out.held_out = set_trust(first, held_out, true, out.mixed);
        }
        if (first.share_ == 0) out.held_out = std::move(alone);
    }
    out.model.share_ = first.share_;
    out.model.dense_temperature_ = first.dense_temperature_;
    if (is_like(first.linear_)) out.model.alone_ = std::move(first.alone_);
    out.model.mixed_ = std::move(first.mixed_);
    auto const* before = first.is_empty() || !is_like(first.linear_) ? nullptr : &first.linear_;
    fit_parts(out.model, usable_, before, can_judge ? 0.65 : 0, 1);
    if (options_.is_given_up()) return {};
    return out;
}

// Whether the words of the first four fifths judge as those of everything will: not so if many classes were rare then, judged
// by their centroid, and are not any more. Then what they said says nothing of how far to trust the others.
bool ClassifierFit::is_like(LinearModel const& early) const {
    std::map<std::string_view, std::int64_t> counts;
    for (auto const& one : usable_) ++counts[one.label];
    auto const grown = std::ranges::count_if(counts, [&](auto const& entry) {
        return entry.second >= kRareBelow && early.examples_of(entry.first) < kRareBelow;
    });
    return 5 * static_cast<std::size_t>(grown) <= counts.size();
}

void ClassifierFit::fit_parts(Classifier& model, Picked const& picked, LinearModel const* before, double from,
                              double to) const {
    auto options = options_;
    options.calibrates = false;  // its own temperature would be fitted on a fifth that we hold out already
    Progress share;
    if (progress_) share = [this, from, to](double done) { progress_(from + (to - from) * done); };
    model.linear_ = LinearModel::fit_all(picked, options, share, before);
    if (has_meaning_) model.dense_ = DenseModel::fit_all(picked);
}

// The temperature of the meanings first, by themselves; then the share with the least loss, and none if words alone do
// better.
void ClassifierFit::choose_share(Classifier& model, Picked const& held_out) const {
    std::vector<Scored> words;
    std::vector<Scored> dense;
    auto const& names = model.classes();
    auto const places = places_among(model.dense_.classes(), names);
    for (auto const& one : held_out) {
        auto const densities = model.dense_.log_densities(one.meaning);
        // A class whose only examples are held out can be found by neither: it tells nothing of the share.
        auto const at = position_of(names, one.label);
        if (densities.empty() || at == names.size()) continue;
        words.push_back({log_of(model.linear_.probabilities(*one.features)), at});
        dense.push_back({densities, places[at]});
    }
    if (dense.size() < kLeastHeldOut) return;
    model.dense_temperature_ = best_temperature(dense);
    for (auto& row : dense) row.scores = log_softmax(row.scores, model.dense_temperature_);
    double least = log_loss_at(words, model.alone_.temperature);
    double best = 0;
    std::vector<double> best_losses;
    for (double const share : kShares) {
        std::vector<Scored> mixed;
        mixed.reserve(words.size());
        for (std::size_t i = 0; i < words.size(); ++i)
            mixed.push_back({mix(names, words[i].scores, places, dense[i].scores, share), words[i].truth});
        double const temperature = best_temperature(mixed);
        double const loss = log_loss_at(mixed, temperature);
        if (loss < least) least = loss, best = share, best_losses = losses_at(mixed, temperature);
    }
    // By chance some share is always a little better: the gain must be twice its standard error.
    bool const is_clear = best > 0 && gains_clearly(losses_at(words, model.alone_.temperature), best_losses);
    model.share_ = is_clear ? best : 0;
}

// Temperature, rejection and bounds from what the model says of rows that it has not learned.
std::vector<Judged> ClassifierFit::set_trust(Classifier& model, Picked const& held_out, bool with_meaning,
                                             FittedClassifier::Measured& measured) const {
    auto& trust = with_meaning ? model.mixed_ : model.alone_;
    std::vector<Scored> rows;
    auto const& names = model.classes();
    for (auto const& one : held_out) {
        auto const meaning = with_meaning ? one.meaning : std::span<float const>();
        rows.push_back({model.scores(*one.features, meaning), position_of(names, one.label)});
    }
    trust.temperature = best_temperature(rows);
    std::vector<Judged> judged;
    std::vector<double> familiar;
    for (auto const& row : rows) {
        auto const chances = exp_of(log_softmax(row.scores, trust.temperature));
        auto const first = static_cast<std::size_t>(std::ranges::max_element(chances) - chances.begin());
        judged.push_back({chances[first], first == row.truth, names[first].name});
        familiar.push_back(familiarity_of(chances));
    }
    if (familiar.size() >= kLeastForRejection) {
        auto const at = static_cast<std::size_t>(kTurnedAway * static_cast<double>(familiar.size()));
        std::ranges::nth_element(familiar, familiar.begin() + static_cast<std::ptrdiff_t>(at));
        trust.least_familiarity = familiar[at];
    }
    if (venn_abers_helps(judged)) trust.bounds = VennAbers::fit(judged);
    // As they will be stated, so that thresholds planned from them fit.
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto chances = exp_of(log_softmax(rows[i].scores, trust.temperature));
        apply_bounds(chances, trust.bounds);
        judged[i].confidence = *std::ranges::max_element(chances);
    }
    measured.rows = judged.size();
    measured.log_loss = log_loss_at(rows, trust.temperature);
    measured.ece = expected_calibration_error(judged);
    measured.accuracy = static_cast<double>(std::ranges::count(judged, true, &Judged::is_right)) /
                        static_cast<double>(std::max<std::size_t>(1, judged.size()));
    return judged;
}

}  // namespace lotse::triage
