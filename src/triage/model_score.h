// SPDX-License-Identifier: Apache-2.0
// How well a model says one field of tickets that it has not learned from. Pure.
#pragma once

#include <string>
#include <vector>

#include "triage/model.h"

namespace lotse::triage {

struct ModelScore {
    std::size_t rows = 0;  // with a label and a weight
    double accuracy = 0;
    double macro_f1 = 0;  // over the labels of the rows
    double ece = 0;  // 15 bins
};
// `part` and `label` name the same field: &TriageModel::category and &TrainingExample::category, or ::type.
ModelScore score_model(TriageModel const& model, Classifier TriageModel::* part,
                       std::span<PreparedExample const> held_out, std::string PreparedExample::* label);

}  // namespace lotse::triage
