// SPDX-License-Identifier: Apache-2.0
#include "triage/centroids.h"

#include <algorithm>
#include <cmath>

#include "triage/ftrl.h"

namespace lotse::triage {
namespace {

constexpr std::size_t kCoordinates = 4U << 20;  // of all centroids together: 32 MB, and as much for the index
constexpr std::size_t kLeastCoordinates = 256;
constexpr std::size_t kIndexedFrom = 64;  // fewer are asked one by one as fast

void keep_strongest(Features& sum, std::size_t count) {
    if (sum.size() <= count) return;
    std::ranges::nth_element(sum, sum.begin() + static_cast<std::ptrdiff_t>(count), [](auto const& a, auto const& b) {
        return a.value != b.value ? a.value > b.value : a.index < b.index;
    });
    sum.resize(count);
    std::ranges::sort(sum, {}, &Feature::index);
}

}  // namespace

std::optional<std::size_t> Centroids::position_of(std::uint32_t label) const {
    auto const found = std::ranges::find(all_, label, &Centroid::label);
    if (found == all_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all_.begin());
}

Features const* Centroids::find(std::uint32_t label) const {
    auto const at = position_of(label);
    return at ? &all_[*at].sum : nullptr;
}

void Centroids::put(Centroid centroid) {
    length_.push_back(std::sqrt(dot(centroid.sum, centroid.sum)));
    all_.push_back(std::move(centroid));
    if (!from_.empty()) touched_.push_back(static_cast<std::uint32_t>(all_.size() - 1));
}

void Centroids::touch(std::size_t position) {
    length_[position] = std::sqrt(dot(all_[position].sum, all_[position].sum));
    auto const at = static_cast<std::uint32_t>(position);
    if (!from_.empty() && std::ranges::find(touched_, at) == touched_.end()) touched_.push_back(at);
}

void Centroids::add(std::uint32_t label, Features const& features) {
    auto const at = position_of(label);
    if (!at) return put({label, features});
    all_[*at].sum = sum_of(all_[*at].sum, features);
    touch(*at);
}

Features Centroids::take(std::uint32_t label) {
    auto const at = position_of(label).value();
    auto out = std::move(all_[at].sum);
    // The last one moves into the gap: the index knows it at its old place only.
    if (at + 1 < all_.size()) {
        all_[at] = std::move(all_.back());
        touch(at);
    }
    all_.pop_back();
    length_.pop_back();
    std::erase(touched_, static_cast<std::uint32_t>(all_.size()));
    return out;
}

void Centroids::rename(std::uint32_t from, std::uint32_t to) { all_[position_of(from).value()].label = to; }

void Centroids::tidy() {
    from_.clear();
    postings_.clear();
    touched_.clear();
    if (all_.empty()) return;
    auto const most = std::max(kLeastCoordinates, kCoordinates / all_.size());
    for (std::size_t at = 0; at < all_.size(); ++at) {
        keep_strongest(all_[at].sum, most);
        touch(at);
    }
    if (all_.size() < kIndexedFrom) return;
    from_.assign(kFeatureSpace + 1, 0);
    for (auto const& one : all_)
        for (auto const& feature : one.sum) ++from_[feature.index + 1];
    for (std::size_t i = 1; i < from_.size(); ++i) from_[i] += from_[i - 1];
    postings_.resize(from_.back());
    auto next = from_;
    for (std::size_t at = 0; at < all_.size(); ++at)
        for (auto const& feature : all_[at].sum)
            postings_[next[feature.index]++] = {static_cast<std::uint32_t>(at), feature.value};
}

std::vector<double> Centroids::likeness(Features const& features) const {
    std::vector<double> out(all_.size(), 0.0);
    double const own = std::sqrt(dot(features, features));
    if (own <= 0) return out;
    auto const direct = [&](std::size_t at) { out[at] = dot(features, all_[at].sum); };
    if (from_.empty()) {
        for (std::size_t at = 0; at < all_.size(); ++at) direct(at);
    } else {
        for (auto const& feature : features)
            for (auto i = from_[feature.index]; i < from_[feature.index + 1]; ++i)
                if (postings_[i].position < out.size())
                    out[postings_[i].position] += static_cast<double>(feature.value) * postings_[i].value;
        for (auto const at : touched_) direct(at);
    }
    for (std::size_t at = 0; at < all_.size(); ++at) out[at] = length_[at] > 0 ? out[at] / (own * length_[at]) : 0;
    return out;
}

}  // namespace lotse::triage
