// SPDX-License-Identifier: Apache-2.0
#include "triage/model_score.h"

#include <algorithm>
#include <map>

namespace lotse::triage {
namespace {

struct Counts {
    double true_rows = 0;
    double said = 0;
    double right = 0;
};

double macro_f1(std::map<std::string, Counts> const& counts) {
    double sum = 0;
    double labels = 0;
    for (auto const& [name, one] : counts) {
        if (one.true_rows == 0) continue;
        ++labels;
        sum += 2 * one.right / (one.true_rows + one.said);  // 2 TP / (2 TP + FP + FN)
    }
    return labels > 0 ? sum / labels : 0;
}

}  // namespace

ModelScore score_model(TriageModel const& model, Classifier TriageModel::* part,
                       std::span<PreparedExample const> held_out, std::string PreparedExample::* label) {
    ModelScore out;
    std::map<std::string, Counts> counts;
    std::vector<Judged> judged;
    double right = 0;
    for (auto const& example : held_out) {
        auto const& truth = example.*label;
        if (!(example.weight > 0) || truth.empty()) continue;
        auto const said = (model.*part).predict(example.features, model.meaning_of(example));
        std::string const value = said.best.empty() ? std::string() : said.best.front().value;
        bool const is_right = value == truth;
        ++counts[truth].true_rows;
        ++counts[value].said;
        if (is_right) ++counts[truth].right;
        right += is_right ? 1 : 0;
        judged.push_back({said.best.empty() ? 0 : said.best.front().confidence, is_right, value});
    }
    out.rows = judged.size();
    if (judged.empty()) return out;
    out.accuracy = right / static_cast<double>(out.rows);
    out.macro_f1 = macro_f1(counts);
    out.ece = expected_calibration_error(judged);
    return out;
}

}  // namespace lotse::triage
