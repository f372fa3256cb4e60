// SPDX-License-Identifier: Apache-2.0
// One step of FTRL-Proximal with L1 = 0 (McMahan et al. 2013, algorithm 1). Without L1 the state z follows from the
// weight, and the update is w -= g / ((beta + sqrt(n)) / alpha) with n the sum of squared gradients. Internal to the
// linear model and its fit.
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "triage/features.h"

namespace lotse::triage {

constexpr float kAlpha = 0.5F;
constexpr float kBeta = 0.1F;
// Learning handicaps the right class by this much (softmax-margin, Gimpel & Smith 2010): it must win clearly, as with
// a support vector machine. Worth 0.4 to 1.2 points of accuracy on three public sets; the temperature puts the
// confidences right again.
constexpr float kMargin = 5.0F;
// A class this far from being moved is left alone: with 150 classes nine in ten are, and most of the time is saved.
constexpr double kIdleGradient = 0.004;

struct ActiveClass {
    std::uint32_t label = 0;
    float gradient = 0;
};

// What the example asks of each class; `scores` are logits, the lowest float for a class that takes no part.
std::vector<ActiveClass> active_classes(std::span<float> scores, std::size_t truth, float weight,
                                        float margin = kMargin);
void update_row(float* weights, float* rates, std::span<ActiveClass const> active, float value);
// out += value * row
void add_row(std::span<float> out, float const* row, float value);
// out += the sum of value * row over the features, whose indices are rows of a table of `stride` columns. The same numbers on
// every processor: what is done at once is independent, and nothing is contracted.
void add_rows(std::span<float> out, float const* table, std::size_t stride, Features const& features);

// Both sorted by index.
double dot(Features const& a, Features const& b);
Features sum_of(Features const& a, Features const& b);
void merge(Features& unsorted);  // sorts, and adds up what has the same index

}  // namespace lotse::triage
