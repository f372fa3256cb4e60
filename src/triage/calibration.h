// SPDX-License-Identifier: Apache-2.0
// Makes confidences mean what they say: one temperature on the scores (Guo et al. 2017), fitted on held-out examples,
// and the measure of how far off they are. Calibration does not change which class is first.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace lotse::triage {

struct HeldOut {
    std::vector<float> scores;  // logits, one per class
    std::size_t truth = 0;      // position of the right class in scores
};

// The temperature in [0.02, 20] with the least log-loss, by golden-section search; 1 if there are fewer than 20.
double fit_temperature(std::span<HeldOut const> examples);
// softmax(scores / temperature)
std::vector<double> softmax(std::span<float const> scores, double temperature);

struct Judged {
    double confidence = 0;
    bool is_right = false;
    std::string value = {};  // what was said; "" where nobody asks
};
// Expected calibration error over equally wide bins (Naeini et al. 2015); 0 if empty.
double expected_calibration_error(std::span<Judged const> judged, int bins = 15);

}  // namespace lotse::triage
