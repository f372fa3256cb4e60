// SPDX-License-Identifier: Apache-2.0
#include "triage/dense_model.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "triage/bytes.h"

namespace lotse::triage {
namespace {

constexpr std::uint32_t kMagic = 0x314D444C;  // "LDM1"
// So many examples tell the covariance; more would only take time.
constexpr std::size_t kCovarianceExamples = 4096;
// Before classes have several examples, the spread inside them is taken to be this share of the spread of all, with the
// weight of so many examples.
constexpr double kPriorSpread = 0.3;
constexpr double kPriorExamples = 50;

using Matrix = std::vector<double>;  // square, row by row; only the lower triangle is used

Error damaged(std::string detail) {
    return {Kind::corrupt, "model.damaged", "The stored triage model is damaged; train it again.", std::move(detail),
            ""};
}

struct Usable {
    TrainingRow const* example = nullptr;
    std::size_t label = 0;
};

// scatter += d d', d the difference from the class's mean
void add_outer(Matrix& scatter, std::vector<float> const& d) {
    auto const size = d.size();
    for (std::size_t i = 0; i < size; ++i) {
        double const value = d[i];
        double* row = &scatter[i * size];
        for (std::size_t j = 0; j <= i; ++j) row[j] += value * static_cast<double>(d[j]);
    }
}

Matrix covariance_of(std::vector<Usable> const& usable, std::vector<std::vector<float>> const& means,
                     std::vector<float> const& centre) {
    auto const size = centre.size();
    Matrix out(size * size, 0.0);
    auto const every = (usable.size() + kCovarianceExamples - 1) / kCovarianceExamples;
    double spread = 0;
    std::size_t seen = 0;
    std::vector<float> d(size);
    for (std::size_t i = 0; i < usable.size(); i += every, ++seen) {
        auto const& x = usable[i].example->meaning;
        for (std::size_t k = 0; k < size; ++k) {
            double const from_centre = static_cast<double>(x[k]) - centre[k];
            spread += from_centre * from_centre;
            d[k] = x[k] - means[usable[i].label][k];
        }
        add_outer(out, d);
    }
    auto const n = static_cast<double>(size);
    double const prior = kPriorExamples * kPriorSpread * spread / static_cast<double>(seen) / n;
    // Each class's mean has taken its share of the freedom; of a sample, in proportion.
    double const freedom =
        static_cast<double>(seen) * (1 - static_cast<double>(means.size()) / static_cast<double>(usable.size()));
    double trace = 0;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j <= i; ++j) out[i * size + j] /= freedom + kPriorExamples;
        trace += out[i * size + i] += prior / (freedom + kPriorExamples);
    }
    for (double& value : out) value *= 1 - kShrinkage;
    for (std::size_t i = 0; i < size; ++i) out[i * size + i] += kShrinkage * trace / n + 1e-9;
    return out;
}

// In place: a = L L', the lower triangle becomes L.
void decompose(Matrix& a, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = a[i * size + j];
            for (std::size_t k = 0; k < j; ++k) sum -= a[i * size + k] * a[j * size + k];
            a[i * size + j] = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / a[j * size + j];
        }
    }
}

// The inverse of L, column by column from the diagonal down.
std::vector<float> inverted(Matrix const& l, std::size_t size) {
    std::vector<float> out;
    out.reserve(size * (size + 1) / 2);
    std::vector<double> column(size);
    for (std::size_t j = 0; j < size; ++j) {
        for (std::size_t i = j; i < size; ++i) {
            double sum = i == j ? 1 : 0;
            for (std::size_t k = j; k < i; ++k) sum -= l[i * size + k] * column[k];
            column[i] = sum / l[i * size + i];
            out.push_back(static_cast<float>(column[i]));
        }
    }
    return out;
}

}  // namespace

DenseModel DenseModel::fit(std::span<LabelledFeatures const> examples) { return fit_all(rows_of(examples)); }

DenseModel DenseModel::fit_all(TrainingRows examples) {
    DenseModel out;
    std::vector<Usable> usable;
    std::map<std::string_view, std::size_t> known;
    std::size_t size = 0;
    for (auto const& example : examples) {
        if (example.label.empty() || !(example.weight > 0) || example.meaning.empty()) continue;
        if (size == 0) size = example.meaning.size();
        if (example.meaning.size() != size || size > kMostDimensions) continue;
        auto const [found, is_new] = known.emplace(example.label, out.classes_.size());
        if (is_new && out.classes_.size() == kMaxClasses) continue;
        if (is_new) out.classes_.push_back({std::string(example.label), 0});
        if (found->second >= out.classes_.size()) continue;  // one of those for which there was no room
        ++out.classes_[found->second].examples;
        usable.push_back({&example, found->second});
    }
    if (usable.empty()) return {};
    out.centre_.assign(size, 0.0F);
    std::vector<std::vector<float>> means(out.classes_.size(), std::vector<float>(size, 0.0F));
    for (auto const& [example, label] : usable)
        for (std::size_t k = 0; k < size; ++k)
            means[label][k] += example->meaning[k] / static_cast<float>(out.classes_[label].examples);
    for (std::size_t label = 0; label < means.size(); ++label)
        for (std::size_t k = 0; k < size; ++k)
            out.centre_[k] +=
                means[label][k] * static_cast<float>(out.classes_[label].examples) / static_cast<float>(usable.size());
    auto covariance = covariance_of(usable, means, out.centre_);
    decompose(covariance, size);
    out.whitening_ = inverted(covariance, size);
    for (auto const& mean : means) {
        auto const white = out.whitened(mean);
        out.means_.insert(out.means_.end(), white.begin(), white.end());
    }
    return out;
}

std::vector<float> DenseModel::whitened(std::span<float const> meaning) const {
    auto const size = centre_.size();
    std::vector<float> out(size, 0.0F);
    auto const* column = whitening_.data();
    for (std::size_t j = 0; j < size; ++j) {
        float const value = meaning[j] - centre_[j];
        for (std::size_t i = j; i < size; ++i) out[i] += *column++ * value;
    }
    return out;
}

std::vector<double> DenseModel::log_densities(std::span<float const> meaning) const {
    auto const size = centre_.size();
    if (is_empty() || meaning.size() != size) return {};
    auto const x = whitened(meaning);
    std::vector<double> out;
    out.reserve(classes_.size());
    for (std::size_t label = 0; label < classes_.size(); ++label) {
        auto const* mean = &means_[label * size];
        double square = 0;
        for (std::size_t k = 0; k < size; ++k) {
            double const d = static_cast<double>(x[k]) - mean[k];
            square += d * d;
        }
        auto const n = static_cast<double>(classes_[label].examples);
        out.push_back(-0.5 * square * n / (n + 1));
    }
    return out;
}

void DenseModel::learn(std::span<float const> meaning, std::string_view label) {
    auto const size = centre_.size();
    if (is_empty() || meaning.size() != size || label.empty()) return;
    auto const found = std::ranges::find(classes_, label, &ClassCount::name);
    auto const at = static_cast<std::size_t>(found - classes_.begin());
    if (found == classes_.end()) {
        if (classes_.size() == kMaxClasses) return;
        classes_.push_back({std::string(label), 0});
        means_.resize(means_.size() + size, 0.0F);
    }
    auto const x = whitened(meaning);
    auto const n = static_cast<float>(++classes_[at].examples);
    for (std::size_t k = 0; k < size; ++k) means_[at * size + k] += (x[k] - means_[at * size + k]) / n;
}

//   "LDM1" | dimensions | centre | whitening | classes: n, n x (name, examples) | means
std::string DenseModel::save() const {
    ByteWriter out;
    out.number(kMagic);
    out.number(static_cast<std::uint32_t>(centre_.size()));
    for (float const value : centre_) out.real(value);
    for (float const value : whitening_) out.real(value);
    out.number(static_cast<std::uint32_t>(classes_.size()));
    for (auto const& [name, count] : classes_) {
        out.text(name);
        out.number(static_cast<std::uint64_t>(count));
    }
    for (float const value : means_) out.real(value);
    return out.finish();
}

Result<DenseModel> DenseModel::load(std::string_view bytes) {
    DenseModel out;
    ByteReader in(bytes);
    bool is_sane = in.number<std::uint32_t>() == kMagic;
    std::size_t const size = in.number<std::uint32_t>();
    if (!is_sane || size > kMostDimensions || !in.holds(size * (size + 3) / 2, sizeof(float)))
        return damaged("dense head");
    auto const read = [&](std::vector<float>& to, std::size_t count) {
        to.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            to.push_back(in.real32());
            is_sane = is_sane && std::isfinite(to.back()) && std::abs(to.back()) < 1e9F;
        }
    };
    read(out.centre_, size);
    read(out.whitening_, size * (size + 1) / 2);
    auto const classes = in.number<std::uint32_t>();
    if (classes > kMaxClasses || (size == 0) != (classes == 0) || !in.holds(classes, 12))
        return damaged("dense classes");
    for (std::uint32_t i = 0; i < classes; ++i) {
        std::string name(in.text());
        auto const count = in.number<std::uint64_t>();
        if (in.is_bad() || name.empty() || count == 0 || count > 1U << 31) return damaged("dense class");
        out.classes_.push_back({std::move(name), static_cast<std::int64_t>(count)});
    }
    if (!in.holds(classes * size, sizeof(float))) return damaged("dense means");
    read(out.means_, classes * size);
    if (!is_sane || in.is_bad() || in.left() != 0) return damaged("dense numbers");
    return out;
}

}  // namespace lotse::triage
