// SPDX-License-Identifier: Apache-2.0
// Multinomial logistic regression over named classes, learned by FTRL-Proximal with per-coordinate rates (McMahan
// et al. 2013, L1 = 0): online from each correction in microseconds, or in batch over a history.
// Classes appear by themselves. One with fewer than kRareBelow examples is judged by its centroid instead of by weights;
// where more than kMostWeighted classes have more, all are: a table for thousands would have no room for words.
// Not thread-safe for learn(); any number of threads may predict() while nobody learns.
// Memory: at most kMaxCoordinates weights and as many rates, 64 MB together, and as much for centroids; features beyond
// that are left out, the rarest first (fit) or the latest (learn).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/suggestion.h"
#include "triage/calibration.h"
#include "triage/centroids.h"
#include "triage/features.h"

namespace lotse::triage {

constexpr int kRareBelow = 8;
constexpr std::size_t kMaxCoordinates = 8U << 20;
constexpr std::size_t kMaxClasses = 16'384;
constexpr std::size_t kMostWeighted = 1024;
constexpr double kLeastLikeness = 0.2;

struct LabelledFeatures {
    Features features;
    std::string label;
    float weight = 1;  // 0: not learned from (a value that a machine set and nobody looked at)
    std::vector<float> meaning = {};  // of an encoder, length 1; empty: none
};

// Told the share done, 0..1, now and then. May be empty.
using Progress = std::function<void(double)>;

struct FitOptions {
    int epochs = 7;
    int epochs_more = 3;  // of a model that begins with what another has learned
    std::optional<float> margin =
        {};  // of the right class while learning (ftrl.h); none: as the number of examples asks
    std::uint64_t seed = 1;  // order of the examples; the same seed gives the same model
    bool is_time_ordered = true;  // the last 20 % calibrate; otherwise a stable fifth does
    bool calibrates = true;  // false: one pass less, confidences mean little; for learning curves
    // Asked every few milliseconds; true: the fit ends soon and gives an empty model.
    std::function<bool()> gives_up = {};

    bool is_given_up() const { return gives_up && gives_up(); }
};

// One example as a fit reads it; the caller keeps what it points at.
struct TrainingRow {
    Features const* features = nullptr;
    std::string_view label;
    float weight = 1;
    std::span<float const> meaning = {};
};
using TrainingRows = std::span<TrainingRow const>;
std::vector<TrainingRow> rows_of(std::span<LabelledFeatures const> examples);

struct Prediction {
    std::vector<domain::Alternative> best;  // at most 3, best first, calibrated; empty if the model is
    double margin = 0;  // first confidence less the second
    double known_share = 0;  // of the message's weight that the model has met before, 0..1
    bool by_centroid = false;  // a rare class won
    bool abstains = false;  // too unlike anything learned, or too close a race
};

struct ClassCount {
    std::string name;
    std::int64_t examples = 0;
};

class LinearModel {
  public:
    static LinearModel fit(std::span<LabelledFeatures const> examples, FitOptions const& options = {},
                           Progress const& progress = {});
    // A fit of few epochs that begins with what `before`, fitted on most of these examples, has learned.
    static LinearModel fit_all(TrainingRows examples, FitOptions const& options, Progress const& progress,
                               LinearModel const* before = nullptr);

    bool is_empty() const { return classes_.empty(); }
    std::vector<ClassCount> const& classes() const { return classes_; }
    std::int64_t examples_of(std::string_view label) const;  // 0 if unknown
    std::int64_t examples() const { return examples_; }
    // Whether anything can be told apart: two classes have kRareBelow examples, or none has and there are two. A model of one
    // class would give it to every message.
    bool tells_apart() const;
    double temperature() const { return temperature_; }
    void set_temperature(double temperature) { temperature_ = temperature; }

    Prediction predict(Features const& features) const;
    // All classes in the order of classes(), summing to 1, calibrated. For measuring.
    std::vector<double> probabilities(Features const& features) const;
    // How strongly each of `indices`, with the value it has in `features`, speaks for `label` against the average
    // class; 0 where unknown.
    std::vector<double> contributions(Features const& features, std::span<std::uint32_t const> indices,
                                      std::string_view label) const;
    // Does nothing when the label is empty, weight is not positive, or kMaxClasses is reached and the label is new.
    void learn(Features const& features, std::string_view label, float weight = 1);

    // Little-endian, versioned, with lengths checked on reading. Error: corrupt, code "model.damaged".
    std::string save() const;
    static Result<LinearModel> load(std::string_view bytes);

  private:
    friend class LinearFit;
    friend struct LinearBytes;
    bool is_rare(std::size_t label) const { return label >= columns_; }
    std::size_t find_class(std::string_view label) const;  // classes_.size() if unknown
    std::size_t class_for(std::string_view label);
    std::uint32_t row_for_learning(std::uint32_t index);
    Features weighted(Features const& features) const;
    std::vector<float> scores(Features const& weighted) const;  // logits; rare classes get the lowest float
    std::vector<double> mixed(Features const& weighted, bool& by_centroid) const;
    void step(Features const& weighted, std::size_t label, float weight);
    void promote(std::size_t label);
    bool make_room(std::size_t columns);  // false: the table would be too large

    std::vector<ClassCount> classes_;
    std::size_t columns_ = 0;  // the first so many classes have weights, the others a centroid
    std::int64_t examples_ = 0;
    double temperature_ = 1;
    double rare_threshold_ = kLeastLikeness;  // cosine from which a rare class wins
    std::vector<std::uint32_t> row_of_;  // feature index -> row + 1, 0 none; kFeatureSpace entries or empty
    std::vector<float> idf_;  // by row
    float new_idf_ = 1;  // for rows admitted after the fit
    std::size_t stride_ = 0;  // floats per row, at least columns_
    std::vector<float> weight_;  // rows x stride; row 0 is the bias
    std::vector<float> rate_;  // sums of squared gradients, the same shape
    Centroids rare_;
};

}  // namespace lotse::triage
