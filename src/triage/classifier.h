// SPDX-License-Identifier: Apache-2.0
// One field's classifier as it serves: n-grams and, where an encoder is at hand, the direction of the meaning, mixed; the
// confidence of the first class put right on examples that neither had learned; and the message that belongs to none.
//
//   log p = (1 - share) log p_words + share log p_meaning, normalized; share and temperatures have the least log loss on
//   the held-out fifth. A class that the words know from fewer than kRareBelow examples is judged by its meaning alone.
//
// A value; learn() is not thread-safe, asking is.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "triage/dense_model.h"
#include "triage/linear_model.h"
#include "triage/venn_abers.h"

namespace lotse::triage {

// The share of held-out messages that may be turned away as belonging to no class. What belongs nowhere is never a class of
// its own: it has no examples that the next one resembles.
constexpr double kTurnedAway = 0.05;

// How far to believe the numbers of one way of asking (by words, or by words and meaning).
struct Trust {
    double temperature = 1;
    double least_familiarity = 0;  // below it a message belongs to no class; 0 unknown
    VennAbers bounds;  // of the first class's confidence; empty: the temperature alone served better
};

class Classifier {
  public:
    // Also gives what a classifier of the first four fifths said of the last, calibrated: the rows
    // from which thresholds may be chosen without looking at a test.
    static struct FittedClassifier fit(std::span<LabelledFeatures const> examples, FitOptions const& options = {},
                                       Progress const& progress = {});
    static struct FittedClassifier fit_all(TrainingRows examples, FitOptions const& options, Progress const& progress);

    bool is_empty() const { return linear_.is_empty(); }
    std::vector<ClassCount> const& classes() const { return linear_.classes(); }
    std::int64_t examples_of(std::string_view label) const { return linear_.examples_of(label); }
    // Whether two classes are known well enough to tell one from the other; until then predict() abstains.
    bool tells_apart() const { return linear_.tells_apart(); }
    // `meaning` empty: by words alone, also where the vector is of another length than those learned.
    Prediction predict(Features const& features, std::span<float const> meaning = {}) const;
    // All classes in the order of classes(), summing to 1, calibrated as predict() is.
    std::vector<double> probabilities(Features const& features, std::span<float const> meaning = {}) const;
    // In [0, 1]: how much like anything learned; unlike a confidence it stays low where two known classes compete for a
    // message that is neither. The first class's share at twice the temperature (Liang et al. 2018).
    double familiarity(Features const& features, std::span<float const> meaning = {}) const;
    void learn(Features const& features, std::span<float const> meaning, std::string_view label, float weight = 1);

    LinearModel const& words() const { return linear_; }
    DenseModel const& meanings() const { return dense_; }
    double meaning_share() const { return share_; }
    Trust const& trust(bool with_meaning) const { return with_meaning ? mixed_ : alone_; }
    // For measuring one way of calibrating beside the other.
    void set_bounds(bool with_meaning, VennAbers bounds) {
        (with_meaning ? mixed_ : alone_).bounds = std::move(bounds);
    }

    std::string save() const;
    static Result<Classifier> load(std::string_view bytes);  // corrupt "model.damaged"

  private:
    friend class ClassifierFit;
    bool uses(std::span<float const> meaning) const {
        return share_ > 0 && !meaning.empty() && meaning.size() == dense_.dimensions();
    }
    std::vector<double> scores(Features const& features, std::span<float const> meaning) const;  // log, before Trust
    std::vector<double> chances(Features const& features,
                                std::span<float const> meaning) const;  // by temperature alone

    LinearModel linear_;
    DenseModel dense_;
    double dense_temperature_ = 10;
    double share_ = 0;
    Trust alone_;
    Trust mixed_;
};

struct FittedClassifier {
    Classifier model;
    std::vector<Judged> held_out;  // confidences as they will be stated
    // On the held-out fifth; 0 where there was none. What the page of a model shows.
    struct Measured {
        std::size_t rows = 0;
        double accuracy = 0;
        double log_loss = 0;
        double ece = 0;
    };
    Measured by_words;
    Measured mixed;
};

}  // namespace lotse::triage
