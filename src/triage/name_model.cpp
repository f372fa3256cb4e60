// SPDX-License-Identifier: Apache-2.0
#include "triage/name_model.h"

#include <algorithm>
#include <cmath>

#include "base/json.h"
#include "base/must.h"

// Made by CMake.
namespace lotse::embedded {
std::string_view triage_name_weights_json();
}

namespace lotse::triage {
namespace {

double softly(double a, double b) {  // log(exp(a) + exp(b))
    auto const most = std::max(a, b);
    return most + std::log1p(std::exp(std::min(a, b) - most));
}

// One sign of base64 is one weight: 32 is nothing.
NameWeights read_weights(std::string_view text) {
    constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<int, 256> places{};
    for (std::size_t i = 0; i < kSigns.size(); ++i)
        places[static_cast<unsigned char>(kSigns[i])] = static_cast<int>(i) - 32;
    auto const parsed = parse_json(text);
    must(parsed.has_value() && parsed->is_object(), "the weights of names");
    auto const& object = parsed->get_object();
    auto const scale = object.at("scale").to_number<float>();
    std::string_view const signs = object.at("weights").get_string();
    must(signs.size() == kNameWeights, "as many weights of names as features");
    NameWeights out;
    for (std::size_t i = 0; i < kNameWeights; ++i)
        out.features[i] = scale * static_cast<float>(places[static_cast<unsigned char>(signs[i])]);
    auto const& steps = object.at("steps").get_array();
    must(steps.size() == kNameGaps * 4, "four weights for each gap");
    for (std::size_t i = 0; i < steps.size(); ++i) out.steps[i / 4][i / 2 % 2][i % 2] = steps[i].to_number<float>();
    return out;
}

}  // namespace

std::vector<float> weigh_names(NameText const& read, NameWeights const& weights) {
    auto const count = read.words.size();
    std::vector<float> out(count);
    if (count == 0) return out;
    std::vector<std::array<double, 2>> forward(count);
    std::vector<double> own(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto const& features = read.words[i];
        double sum = 0;
        for (std::size_t k = 0; k < features.count; ++k) sum += weights.features[features.numbers[k]];
        own[i] = sum;
        auto const& step = weights.steps[static_cast<std::size_t>(read.gaps[i])];
        for (std::size_t is = 0; is < 2; ++is)
            forward[i][is] = (is == 1 ? sum : 0) + (i == 0 ? double{step[0][is]}
                                                           : softly(forward[i - 1][0] + double{step[0][is]},
                                                                    forward[i - 1][1] + double{step[1][is]}));
        auto const total = softly(forward[i][0], forward[i][1]);  // kept near nought, whatever the length
        forward[i][0] -= total;
        forward[i][1] -= total;
    }
    std::array<double, 2> backward{};
    for (auto i = count; i-- > 0;) {
        auto const name = forward[i][1] + backward[1];
        auto const none = forward[i][0] + backward[0];
        out[i] = static_cast<float>(1 / (1 + std::exp(none - name)));
        auto const& step = weights.steps[static_cast<std::size_t>(read.gaps[i])];
        std::array<double, 2> next{};
        for (std::size_t was = 0; was < 2; ++was)
            next[was] = softly(double{step[was][0]} + backward[0], double{step[was][1]} + own[i] + backward[1]);
        auto const total = softly(next[0], next[1]);
        backward = {next[0] - total, next[1] - total};
    }
    return out;
}

std::vector<NameRun> find_name_runs(NameText const& read, std::vector<float> const& chances, double least) {
    std::vector<NameRun> out;
    for (std::size_t first = 0; first < chances.size();) {
        if (double{chances[first]} < least) {
            ++first;
            continue;
        }
        auto last = first;
        double sum = double{chances[first]};
        while (last + 1 < chances.size() && double{chances[last + 1]} >= least &&
               read.gaps[last + 1] != NameGap::comma && read.gaps[last + 1] != NameGap::line &&
               read.gaps[last + 1] != NameGap::other)
            sum += double{chances[++last]};
        out.push_back({first, last, sum / static_cast<double>(last - first + 1)});
        first = last + 1;
    }
    return out;
}

NameWeights const& shipped_name_weights() {
    static NameWeights const kWeights = read_weights(embedded::triage_name_weights_json());
    return kWeights;
}

}  // namespace lotse::triage
