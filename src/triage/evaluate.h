// SPDX-License-Identifier: Apache-2.0
// What triage would have done on a labelled history: trained on one part, judged on another that it never saw. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/rate_interval.h"
#include "gate/simulation.h"
#include "triage/calibration.h"
#include "triage/classifier.h"

namespace lotse::triage {

struct EvaluationRow {
    std::string subject;  // "" none
    std::string text;
    std::string label;    // any text; "oos" and the like are labels as others
    std::optional<Instant> at;
};

struct EvaluationSplit {
    std::vector<EvaluationRow> train;
    std::vector<EvaluationRow> test;
    bool is_by_time = false;
};
// By time if every row has one: the last part tests. Otherwise by a hash of the text within each label, so that the
// same file always splits the same way and every label is in both parts. Rows without label or text are left out.
EvaluationSplit split_rows(std::vector<EvaluationRow> rows, int train_percent);

// What the gate would have granted, and how often wrongly: thresholds planned on the calibration part of the training
// rows, the test rows dealt anew into evidence and future 400 times.
struct GateResult {
    double wanted_precision = 0;
    gate::Simulation simulation;
};

// Stated confidence against what came of it, in one of ten bins of equal width.
struct ReliabilityBin {
    std::size_t rows = 0;
    double confidence = 0;  // mean
    double accuracy = 0;
};

struct Confusion {
    std::string truth;
    std::string predicted;
    std::size_t rows = 0;
};

struct ClassResult {
    std::string label;
    std::size_t train_rows = 0;
    std::size_t test_rows = 0;
    double precision = 0;
    double recall = 0;
    double f1 = 0;
};

struct CurvePoint {
    int percent = 0;  // of the training rows
    std::size_t rows = 0;
    double accuracy = 0;
};

struct Evaluation {
    std::size_t train_rows = 0;
    std::size_t test_rows = 0;
    std::size_t classes = 0;         // of the training rows
    std::size_t unseen_labels = 0;   // test rows whose label no training row has: wrong by necessity
    std::size_t repeated_rows = 0;   // test rows whose words are those of a training row: easy by accident
    bool is_by_time = false;
    double accuracy = 0;
    RateInterval accuracy_interval;      // 95 %
    double macro_f1 = 0;             // over the labels of the test rows
    double ece = 0;                  // 15 bins
    std::string majority_label;
    double majority_accuracy = 0;    // always answering the most frequent label of the training rows
    std::vector<GateResult> gate;  // at 0.90, 0.95, 0.98
    std::vector<ReliabilityBin> reliability;  // ten
    std::vector<Confusion> confusions;  // most frequent first, at most 10
    std::vector<ClassResult> by_class;  // largest first
    std::vector<CurvePoint> curve;      // 10, 25, 50, 100 %
};

struct EvaluateOptions {
    bool has_curve = true;
    std::uint64_t seed = 1;
};

// Error: invalid, code "evaluate.too_few" (fewer than 20 training rows or 5 test rows) or "evaluate.one_label".
Result<Evaluation> evaluate(EvaluationSplit const& split, EvaluateOptions const& options = {},
                            Progress const& progress = {});

}  // namespace lotse::triage
