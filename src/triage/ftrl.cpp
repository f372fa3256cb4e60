// SPDX-License-Identifier: Apache-2.0
#include "triage/ftrl.h"

#include <algorithm>

#include "triage/calibration.h"

namespace lotse::triage {

std::vector<ActiveClass> active_classes(std::span<float> scores, std::size_t truth, float weight, float margin) {
    scores[truth] -= margin;
    auto gradient = softmax(scores, 1);
    gradient[truth] -= 1;
    std::vector<ActiveClass> out;
    for (std::size_t i = 0; i < gradient.size(); ++i)
        if (std::abs(gradient[i]) >= kIdleGradient)
            out.push_back({static_cast<std::uint32_t>(i), static_cast<float>(gradient[i]) * weight});
    return out;
}

void update_row(float* weights, float* rates, std::span<ActiveClass const> active, float value) {
    for (auto const& [label, gradient] : active) {
        float const g = gradient * value;
        rates[label] += g * g;
        weights[label] -= kAlpha * g / (kBeta + std::sqrt(rates[label]));
    }
}

void add_row(std::span<float> out, float const* row, float value) {
    float* const to = out.data();
    for (std::size_t i = 0, n = out.size(); i < n; ++i) to[i] += value * row[i];
}

namespace {

// A block of columns stays in registers while all features pass.
template <std::size_t kBlock>
[[gnu::always_inline]] inline void add_block(float* __restrict out, float const* __restrict table, std::size_t stride,
                                             Feature const* features, std::size_t count) {
    float sums[kBlock];
    for (std::size_t k = 0; k < kBlock; ++k) sums[k] = out[k];
    for (std::size_t i = 0; i < count; ++i) {
        float const* const row = table + features[i].index * stride;
        float const value = features[i].value;
        for (std::size_t k = 0; k < kBlock; ++k) sums[k] += value * row[k];
    }
    for (std::size_t k = 0; k < kBlock; ++k) out[k] = sums[k];
}

[[gnu::always_inline]] inline void add_all(float* out, std::size_t columns, float const* table, std::size_t stride,
                                           Feature const* features, std::size_t count) {
    std::size_t at = 0;
    for (; at + 32 <= columns; at += 32) add_block<32>(out + at, table + at, stride, features, count);
    for (; at + 8 <= columns; at += 8) add_block<8>(out + at, table + at, stride, features, count);
    for (; at < columns; ++at) add_block<1>(out + at, table + at, stride, features, count);
}

using AddAll = void (*)(float*, std::size_t, float const*, std::size_t, Feature const*, std::size_t);

void add_all_plain(float* out, std::size_t columns, float const* table, std::size_t stride, Feature const* features,
                   std::size_t count) {
    add_all(out, columns, table, stride, features, count);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void add_all_avx2(float* out, std::size_t columns, float const* table, std::size_t stride,
                                          Feature const* features, std::size_t count) {
    add_all(out, columns, table, stride, features, count);
}
AddAll const kAddAll = __builtin_cpu_supports("avx2") ? add_all_avx2 : add_all_plain;
#else
AddAll const kAddAll = add_all_plain;
#endif

}  // namespace

void add_rows(std::span<float> out, float const* table, std::size_t stride, Features const& features) {
    kAddAll(out.data(), out.size(), table, stride, features.data(), features.size());
}

// The shorter one leads, so a long centroid costs only look-ups.
double dot(Features const& a, Features const& b) {
    if (a.size() > b.size()) return dot(b, a);
    double sum = 0;
    auto from = b.begin();
    for (auto const& feature : a) {
        from =
            std::lower_bound(from, b.end(), feature.index, [](auto const& f, auto index) { return f.index < index; });
        if (from == b.end()) break;
        if (from->index == feature.index) sum += static_cast<double>(feature.value) * from->value;
    }
    return sum;
}

Features sum_of(Features const& a, Features const& b) {
    Features out;
    out.reserve(a.size() + b.size());
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() || right != b.end()) {
        if (right == b.end() || (left != a.end() && left->index < right->index)) {
            out.push_back(*left++);
        } else if (left == a.end() || right->index < left->index) {
            out.push_back(*right++);
        } else {
            out.push_back({left->index, left->value + right->value});
            ++left, ++right;
        }
    }
    return out;
}

void merge(Features& unsorted) {
    std::ranges::stable_sort(unsorted, {}, &Feature::index);
    std::size_t kept = 0;
    for (auto const& feature : unsorted) {
        if (kept > 0 && unsorted[kept - 1].index == feature.index) unsorted[kept - 1].value += feature.value;
        else unsorted[kept++] = feature;
    }
    unsorted.resize(kept);
}

}  // namespace lotse::triage
