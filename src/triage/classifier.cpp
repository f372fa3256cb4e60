// SPDX-License-Identifier: Apache-2.0
#include "triage/classifier.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "triage/bytes.h"
#include "triage/mixture.h"

namespace lotse::triage {
namespace {

constexpr std::uint32_t kMagic = 0x31464C43;  // "CLF1"
constexpr double kLeastConfidence = 0.25;
constexpr double kLeastMargin = 0.03;
constexpr double kLeastKnownShare = 0.3;

Error damaged(std::string detail) {
    return {Kind::corrupt, "model.damaged", "The stored triage model is damaged; train it again.", std::move(detail),
            ""};
}

}  // namespace

std::vector<double> Classifier::scores(Features const& features, std::span<float const> meaning) const {
    auto words = log_of(linear_.probabilities(features));
    if (!uses(meaning)) return words;
    auto const dense = log_softmax(dense_.log_densities(meaning), dense_temperature_);
    return mix(classes(), words, places_among(dense_.classes(), classes()), dense, share_);
}

std::vector<double> Classifier::chances(Features const& features, std::span<float const> meaning) const {
    if (is_empty()) return {};
    return exp_of(log_softmax(scores(features, meaning), trust(uses(meaning)).temperature));
}

std::vector<double> Classifier::probabilities(Features const& features, std::span<float const> meaning) const {
    auto out = chances(features, meaning);
    apply_bounds(out, trust(uses(meaning)).bounds);
    return out;
}

double Classifier::familiarity(Features const& features, std::span<float const> meaning) const {
    return familiarity_of(chances(features, meaning));
}

Prediction Classifier::predict(Features const& features, std::span<float const> meaning) const {
    if (is_empty()) return {};
    auto out = linear_.predict(features);  // what the words know of the message
    bool const is_mixed = uses(meaning);
    auto all = chances(features, meaning);
    double const familiar = familiarity_of(all);
    apply_bounds(all, trust(is_mixed).bounds);
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), 0U);
    auto const shown = std::min<std::size_t>(3, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown), order.end(),
                      [&](auto a, auto b) { return all[a] != all[b] ? all[a] > all[b] : a < b; });
    out.best.clear();
    for (std::size_t i = 0; i < shown; ++i) out.best.push_back({classes()[order[i]].name, all[order[i]]});
    out.margin = out.best[0].confidence - (shown > 1 ? out.best[1].confidence : 0);
    out.by_centroid = classes()[order[0]].examples < kRareBelow;
    // A message none of whose words is known may still mean something that is.
    bool const is_strange = features.empty() || familiar < trust(is_mixed).least_familiarity ||
                            (!is_mixed && !out.by_centroid && out.known_share < kLeastKnownShare);
    out.abstains =
        is_strange || !tells_apart() || out.best[0].confidence < kLeastConfidence || out.margin < kLeastMargin;
    return out;
}

void Classifier::learn(Features const& features, std::span<float const> meaning, std::string_view label, float weight) {
    if (!(weight > 0)) return;
    linear_.learn(features, label, weight);
    dense_.learn(meaning, label);
}

//   "CLF1" | words | meanings | dense temperature | share | 2 x (temperature, least familiarity, bounds)
std::string Classifier::save() const {
    ByteWriter out;
    out.number(kMagic);
    out.text(linear_.save());
    out.text(dense_.save());
    out.real(dense_temperature_);
    out.real(share_);
    for (auto const* trust : {&alone_, &mixed_}) {
        out.real(trust->temperature);
        out.real(trust->least_familiarity);
        trust->bounds.save(out);
    }
    return out.finish();
}

Result<Classifier> Classifier::load(std::string_view bytes) {
    Classifier out;
    ByteReader in(bytes);
    if (in.number<std::uint32_t>() != kMagic) {
        // Before there was a mixture, a field's classifier was its words alone.
        TRY(out.linear_, LinearModel::load(bytes));
        return out;
    }
    auto const words = in.text();
    auto const meanings = in.text();
    TRY(out.linear_, LinearModel::load(words));
    TRY(out.dense_, DenseModel::load(meanings));
    out.dense_temperature_ = in.real64();
    out.share_ = in.real64();
    bool is_sane = out.dense_temperature_ > 0.001 && out.dense_temperature_ < 1e6 && out.share_ >= 0 && out.share_ <= 1;
    for (auto* trust : {&out.alone_, &out.mixed_}) {
        trust->temperature = in.real64();
        trust->least_familiarity = in.real64();
        TRY(trust->bounds, VennAbers::load(in));
        is_sane = is_sane && trust->temperature > 0.001 && trust->temperature < 1000 && trust->least_familiarity >= 0 &&
                  trust->least_familiarity <= 1;
    }
    if (!is_sane || in.is_bad() || in.left() != 0) return damaged("mixture");
    return out;
}

}  // namespace lotse::triage
