// SPDX-License-Identifier: Apache-2.0
// Classes in the space of a text encoder: one mean each, all with one covariance, shrunk half-way towards a ball (linear
// discriminant analysis, Fisher 1936; shrinkage, Friedman 1989). With one example a class it is the nearest centroid; with
// many it is close to logistic regression, fitted in one pass. A value; learn() is not thread-safe, asking is.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "triage/linear_model.h"

namespace lotse::triage {

// Share of the ball in the covariance. Chosen by cross-validation on the training parts of CLINC150 and of the IT tickets
// (docs/decisions/0012-triage-mixture.md).
constexpr double kShrinkage = 0.5;
constexpr std::size_t kMostDimensions = 1024;

class DenseModel {
  public:
    // Examples without a vector, or with one of another length than the first, are left out. About 0.3 s for 10,000.
    static DenseModel fit(std::span<LabelledFeatures const> examples);
    static DenseModel fit_all(TrainingRows examples);

    bool is_empty() const { return classes_.empty(); }
    std::size_t dimensions() const { return centre_.size(); }
    std::vector<ClassCount> const& classes() const { return classes_; }
    // How near each class is, as a log-density up to a constant that all share: -d^2 / 2 * n / (n + 1), where the last
    // factor is what is not known of a mean from n examples. Empty if the vector does not fit.
    std::vector<double> log_densities(std::span<float const> meaning) const;
    // Moves the class's mean, or begins a class. Microseconds.
    void learn(std::span<float const> meaning, std::string_view label);

    std::string save() const;
    static Result<DenseModel> load(std::string_view bytes);  // corrupt "model.damaged"

  private:
    std::vector<float> whitened(std::span<float const> meaning) const;

    std::vector<ClassCount> classes_;
    std::vector<float> centre_;
    std::vector<float> whitening_;  // inverse of the covariance's Cholesky factor: lower triangle, column by column
    std::vector<float> means_;  // whitened, a row a class
};

}  // namespace lotse::triage
