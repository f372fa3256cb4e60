// SPDX-License-Identifier: Apache-2.0
// Two opinions on the same classes made one: the log-linear mixture, and what is needed to choose its weights. Internal to
// the classifier.
#pragma once

#include <span>
#include <vector>

#include "triage/linear_model.h"

namespace lotse::triage {

// Logarithms, none below that of 1e-6: one source alone must not forbid a class.
std::vector<double> log_of(std::vector<double> const& chances);
std::vector<double> exp_of(std::vector<double> logs);
// log softmax(scores / temperature)
std::vector<double> log_softmax(std::vector<double> scores, double temperature);
// Where each of `names` stands among `dense_names`; their count: nowhere.
std::vector<std::size_t> places_among(std::vector<ClassCount> const& dense_names, std::vector<ClassCount> const& names);
// In the order of `names`; both opinions are normalized logarithms. A class with fewer than kRareBelow examples beside
// frequent ones is judged by meaning alone; one that `dense` does not know, by words alone.
std::vector<double> mix(std::vector<ClassCount> const& names, std::vector<double> const& words,
                        std::vector<std::size_t> const& places, std::vector<double> const& dense, double share);
// The first class's share at twice the temperature.
double familiarity_of(std::vector<double> const& chances);

// Scores of one held-out example by class, and which is right (scores.size(): none of them).
struct Scored {
    std::vector<double> scores;
    std::size_t truth = 0;
};
// Mean log loss at a temperature; a truth that is no class costs as much as a probability of 1e-6.
double log_loss_at(std::span<Scored const> rows, double temperature);
// The temperature in [0.05, 100] with the least loss, within 3 %; 1 if there are fewer than 20 rows.
double best_temperature(std::span<Scored const> rows);

}  // namespace lotse::triage
