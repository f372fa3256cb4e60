// SPDX-License-Identifier: Apache-2.0
#include "triage/linear_model.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "triage/calibration.h"
#include "triage/ftrl.h"

namespace lotse::triage {
namespace {

constexpr float kNever = std::numeric_limits<float>::lowest();
constexpr double kLeastConfidence = 0.25;
constexpr double kLeastMargin = 0.03;
constexpr double kLeastKnownShare = 0.3;

}  // namespace

bool LinearModel::tells_apart() const {
    if (columns_ > 0 || classes_.size() < 2) return columns_ > 1;
    auto const known = std::ranges::count_if(classes_, [](auto const& one) { return one.examples >= kRareBelow; });
    return known != 1;
}

std::int64_t LinearModel::examples_of(std::string_view label) const {
    auto const at = find_class(label);
    return at < classes_.size() ? classes_[at].examples : 0;
}

Prediction LinearModel::predict(Features const& features) const {
    Prediction out;
    if (is_empty()) return out;
    auto const x = weighted(features);
    auto const chances = mixed(x, out.by_centroid);
    std::vector<std::size_t> order(chances.size());
    std::iota(order.begin(), order.end(), 0U);
    auto const shown = std::min<std::size_t>(3, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown), order.end(),
                      [&](auto a, auto b) { return chances[a] != chances[b] ? chances[a] > chances[b] : a < b; });
    for (std::size_t i = 0; i < shown; ++i) out.best.push_back({classes_[order[i]].name, chances[order[i]]});
    out.margin = out.best[0].confidence - (shown > 1 ? out.best[1].confidence : 0);
    for (auto const& feature : x)
        if (feature.index < kMetadataFrom && !row_of_.empty() && row_of_[feature.index] != 0)
            out.known_share += static_cast<double>(feature.value) * feature.value;
    out.abstains = x.empty() || out.best[0].confidence < kLeastConfidence || out.margin < kLeastMargin ||
                   (!out.by_centroid && out.known_share < kLeastKnownShare);
    return out;
}

std::vector<double> LinearModel::probabilities(Features const& features) const {
    bool by_centroid = false;
    return mixed(weighted(features), by_centroid);
}

std::vector<double> LinearModel::contributions(Features const& features, std::span<std::uint32_t const> indices,
                                               std::string_view label) const {
    std::vector<double> out(indices.size(), 0);
    auto const at = find_class(label);
    if (at == classes_.size() || row_of_.empty()) return out;
    auto const x = weighted(features);
    auto const* centroid = rare_.find(static_cast<std::uint32_t>(at));
    for (std::size_t i = 0; i < indices.size(); ++i) {
        auto const found =
            std::lower_bound(x.begin(), x.end(), indices[i], [](auto const& f, auto index) { return f.index < index; });
        if (found == x.end() || found->index != indices[i]) continue;
        if (centroid != nullptr) {
            out[i] = dot({*found}, *centroid);
        } else if (auto const row = row_of_[found->index]; row != 0) {
            auto const* weights = &weight_[(row - 1) * stride_];
            double const mean = std::accumulate(weights, weights + columns_, 0.0) / static_cast<double>(columns_);
            out[i] = found->value * (static_cast<double>(weights[at]) - mean);
        }
    }
    return out;
}

void LinearModel::learn(Features const& features, std::string_view label, float weight) {
    if (label.empty() || !(weight > 0) || features.empty()) return;
    auto const at = class_for(label);
    if (at == classes_.size()) return;
    auto const x = weighted(features);
    ++classes_[at].examples;
    ++examples_;
    if (!is_rare(at)) return step(x, at, weight);
    rare_.add(static_cast<std::uint32_t>(at), x);
    if (classes_[at].examples >= kRareBelow && columns_ < kMostWeighted) promote(at);
}

// The class has outgrown its centroid: what the centroid knows goes into weights, then it is dropped. The first two go
// together, since weights learn by telling one class from another. Among thousands of classes that are all judged by their
// centroids none gets weights: it would win against all that have none.
void LinearModel::promote(std::size_t label) {
    std::vector<std::size_t> ready{label};
    if (columns_ == 0) {
        if (classes_.size() > kMostWeighted) return;
        std::size_t other = 0;
        while (other < classes_.size() && (other == label || classes_[other].examples < kRareBelow)) ++other;
        if (other == classes_.size()) return;
        ready.push_back(other);
        std::ranges::sort(ready);  // so that the second is not moved by the first
    }
    if (!make_room(columns_ + ready.size())) return;
    std::vector<std::pair<std::size_t, Features>> means;
    for (auto const from : ready) {
        auto mean = rare_.take(static_cast<std::uint32_t>(from));
        // Classes with weights come first.
        auto const place = columns_++;
        if (from != place) {
            rare_.rename(static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(from));
            std::swap(classes_[place], classes_[from]);
        }
        auto const length = static_cast<float>(std::sqrt(dot(mean, mean)));
        for (auto& feature : mean) feature.value /= length;
        means.emplace_back(place, std::move(mean));
    }
    for (int i = 0; i < kRareBelow; ++i)
        for (auto const& [place, mean] : means) step(mean, place, 1);
}

std::size_t LinearModel::find_class(std::string_view label) const {
    auto const found = std::find_if(classes_.begin(), classes_.end(), [&](auto const& c) { return c.name == label; });
    return static_cast<std::size_t>(found - classes_.begin());
}

std::size_t LinearModel::class_for(std::string_view label) {
    auto const at = find_class(label);
    if (at < classes_.size() || at == kMaxClasses) return at;
    if (row_of_.empty()) row_of_.assign(kFeatureSpace, 0);
    if (!make_room(std::max<std::size_t>(columns_, 1))) return classes_.size();
    classes_.push_back({std::string(label), 0});
    return at;
}

bool LinearModel::make_room(std::size_t columns) {
    if (idf_.empty()) idf_.assign(1, 1.0F);
    if (columns <= stride_) return true;
    auto const rows = idf_.size();
    auto const wider = stride_ + std::max<std::size_t>(8, stride_ / 4 / 8 * 8);
    if (rows * wider > kMaxCoordinates) return false;
    auto const widen = [&](std::vector<float>& table) {
        std::vector<float> moved(rows * wider, 0.0F);
        for (std::size_t row = 0; stride_ > 0 && row < rows; ++row)
            std::copy_n(&table[row * stride_], stride_, &moved[row * wider]);
        table = std::move(moved);
    };
    widen(weight_);
    widen(rate_);
    stride_ = wider;
    return true;
}

std::uint32_t LinearModel::row_for_learning(std::uint32_t index) {
    if (row_of_[index] != 0 || (idf_.size() + 1) * stride_ > kMaxCoordinates) return row_of_[index];
    weight_.resize(weight_.size() + stride_, 0.0F);
    rate_.resize(rate_.size() + stride_, 0.0F);
    idf_.push_back(new_idf_);
    return row_of_[index] = static_cast<std::uint32_t>(idf_.size());
}

Features LinearModel::weighted(Features const& features) const {
    Features out = features;
    double sum = 0;
    auto const metadata = std::lower_bound(out.begin(), out.end(), kMetadataFrom,
                                           [](auto const& f, auto index) { return f.index < index; });
    for (auto feature = out.begin(); feature != metadata; ++feature) {
        auto const row = row_of_.empty() ? 0 : row_of_[feature->index];
        feature->value *= row != 0 ? idf_[row - 1] : new_idf_;
        sum += static_cast<double>(feature->value) * feature->value;
    }
    if (sum <= 0) return out;
    auto const scale = static_cast<float>(1 / std::sqrt(sum));
    for (auto feature = out.begin(); feature != metadata; ++feature) feature->value *= scale;
    return out;
}

std::vector<float> LinearModel::scores(Features const& x) const {
    std::vector<float> out(classes_.size(), kNever);
    auto const frequent = std::span(out).first(columns_);
    std::copy_n(weight_.begin(), columns_, frequent.begin());
    for (auto const& feature : x)
        if (auto const row = row_of_[feature.index]; row != 0)
            add_row(frequent, &weight_[(row - 1) * stride_], feature.value);
    return out;
}

// The weights judge the frequent classes. A rare class steps in front only when the message is more like its centroid
// than nearly all messages of frequent classes were (rare_threshold_), and then with a modest share.
std::vector<double> LinearModel::mixed(Features const& x, bool& by_centroid) const {
    by_centroid = false;
    if (is_empty()) return {};
    bool const has_frequent = columns_ > 0;
    std::vector<double> out(classes_.size(), 0.0);
    if (has_frequent) out = softmax(scores(x), temperature_);
    double best = 0;
    double total = 0;
    auto share = rare_.likeness(x);
    for (double& alike : share) {
        if (alike < rare_threshold_ && has_frequent) {
            alike = 0;
            continue;
        }
        best = std::max(best, alike);
        total += alike = std::exp(10 * alike);
    }
    if (total <= 0) return out;
    double const mass = has_frequent ? 0.5 + 0.4 * (best - rare_threshold_) / (1 - rare_threshold_) : 1;
    for (double& chance : out) chance *= 1 - mass;
    for (std::size_t i = 0; i < share.size(); ++i) out[rare_.all()[i].label] += mass * share[i] / total;
    auto const top = std::max_element(out.begin(), out.end()) - out.begin();
    by_centroid = is_rare(static_cast<std::size_t>(top));
    return out;
}

void LinearModel::step(Features const& x, std::size_t label, float weight) {
    for (auto const& feature : x) row_for_learning(feature.index);
    auto logits = scores(x);
    auto const active = active_classes(std::span(logits).first(columns_), label, weight);
    update_row(&weight_[0], &rate_[0], active, 1);
    for (auto const& feature : x)
        if (auto const row = row_of_[feature.index]; row != 0)
            update_row(&weight_[(row - 1) * stride_], &rate_[(row - 1) * stride_], active, feature.value);
}

}  // namespace lotse::triage
