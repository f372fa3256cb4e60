// SPDX-License-Identifier: Apache-2.0
// A linear model as bytes. Rows are written sparsely: most classes have never moved most features.
//
//   "LLM1" | classes: n, n x (name, examples) | examples | temperature | rare threshold | new idf | stride
//   rows: n, n x (feature index, idf, m, m x (class, weight, rate))     row 0 is the bias, its index is unused
//   the classes that have no centroid have weights; earlier versions wrote them in any order
//   rare: n, n x (class, m, m x (index, value))
#include <algorithm>
#include <cmath>

#include "triage/bytes.h"
#include "triage/linear_model.h"

namespace lotse::triage {
namespace {

constexpr std::uint32_t kMagic = 0x314D4C4C;  // "LLM1"

// A real weight is about 1 and more; one near the smallest float would vanish when a feature is scaled by it.
constexpr float kSmallestIdf = 1e-6F;

Error damaged(std::string detail) {
    return {Kind::corrupt, "model.damaged", "The stored triage model is damaged; train it again.", std::move(detail),
            ""};
}

bool is_sane(double value) { return std::isfinite(value) && std::abs(value) < 1e9; }

}  // namespace

struct LinearBytes {
    static void write_rows(LinearModel const& model, ByteWriter& out);
    static void write_rare(LinearModel const& model, ByteWriter& out);
    static Ok read_head(LinearModel& model, ByteReader& in);
    static Ok read_rows(LinearModel& model, ByteReader& in);
    static Ok read_rare(LinearModel& model, ByteReader& in, std::vector<Centroid>& out);
    static Ok put_in_order(LinearModel& model, std::vector<Centroid> rare);
};

std::string LinearModel::save() const {
    ByteWriter out;
    out.number(kMagic);
    out.number(static_cast<std::uint32_t>(classes_.size()));
    for (auto const& [name, count] : classes_) {
        out.text(name);
        out.number(static_cast<std::uint64_t>(count));
    }
    out.number(static_cast<std::uint64_t>(examples_));
    out.real(temperature_);
    out.real(rare_threshold_);
    out.real(new_idf_);
    out.number(static_cast<std::uint32_t>(stride_));
    LinearBytes::write_rows(*this, out);
    LinearBytes::write_rare(*this, out);
    return out.finish();
}

Result<LinearModel> LinearModel::load(std::string_view bytes) {
    LinearModel model;
    ByteReader in(bytes);
    CHECK_OK(LinearBytes::read_head(model, in));
    CHECK_OK(LinearBytes::read_rows(model, in));
    std::vector<Centroid> rare;
    CHECK_OK(LinearBytes::read_rare(model, in, rare));
    if (in.left() != 0) return damaged("bytes after the end");
    CHECK_OK(LinearBytes::put_in_order(model, std::move(rare)));
    return model;
}

void LinearBytes::write_rows(LinearModel const& model, ByteWriter& out) {
    std::vector<std::uint32_t> index_of_row(model.idf_.size(), 0);
    for (std::uint32_t index = 0; index < model.row_of_.size(); ++index)
        if (model.row_of_[index] != 0) index_of_row[model.row_of_[index] - 1] = index;
    out.number(static_cast<std::uint32_t>(model.idf_.size()));
    for (std::size_t row = 0; row < model.idf_.size(); ++row) {
        auto const* weights = &model.weight_[row * model.stride_];
        auto const* rates = &model.rate_[row * model.stride_];
        std::uint16_t moved = 0;
        for (std::size_t k = 0; k < model.columns_; ++k) moved += rates[k] != 0 ? 1 : 0;
        out.number(index_of_row[row]);
        out.real(model.idf_[row]);
        out.number(moved);
        for (std::size_t k = 0; k < model.columns_; ++k) {
            if (rates[k] == 0) continue;
            out.number(static_cast<std::uint16_t>(k));
            out.real(weights[k]);
            out.real(rates[k]);
        }
    }
}

void LinearBytes::write_rare(LinearModel const& model, ByteWriter& out) {
    out.number(static_cast<std::uint32_t>(model.rare_.size()));
    for (auto const& [label, sum] : model.rare_.all()) {
        out.number(label);
        out.number(static_cast<std::uint32_t>(sum.size()));
        for (auto const& feature : sum) {
            out.number(feature.index);
            out.real(feature.value);
        }
    }
}

Ok LinearBytes::read_head(LinearModel& model, ByteReader& in) {
    auto const magic = in.number<std::uint32_t>();
    if (is_other_format(magic, kMagic)) return other_format();
    if (magic != kMagic) return damaged("not a linear model");
    auto const classes = in.number<std::uint32_t>();
    if (classes > kMaxClasses || !in.holds(classes, 12)) return damaged("class count");
    for (std::uint32_t i = 0; i < classes; ++i) {
        std::string name(in.text());
        auto const count = in.number<std::uint64_t>();
        if (in.is_bad() || name.empty() || count == 0 || count > 1U << 31) return damaged("class");
        model.classes_.push_back({std::move(name), static_cast<std::int64_t>(count)});
    }
    model.examples_ = static_cast<std::int64_t>(in.number<std::uint64_t>() & 0xFFFFFFFFU);
    model.temperature_ = in.real64();
    model.rare_threshold_ = in.real64();
    model.new_idf_ = in.real32();
    model.stride_ = in.number<std::uint32_t>();
    if (in.is_bad() || !(model.temperature_ > 0.001 && model.temperature_ < 1000) ||
        !(model.rare_threshold_ > 0 && model.rare_threshold_ < 1) || !is_sane(model.new_idf_) ||
        model.new_idf_ < kSmallestIdf)
        return damaged("numbers of the head");
    if (model.stride_ > kMaxClasses * 2 || (classes == 0) != (model.stride_ == 0)) return damaged("stride");
    return {};
}

Ok LinearBytes::read_rows(LinearModel& model, ByteReader& in) {
    auto const rows = in.number<std::uint32_t>();
    if (!in.holds(rows, 10) || rows > kFeatureSpace + 1) return damaged("row count");
    if ((rows == 0) != model.classes_.empty()) return damaged("rows without classes");
    if (rows * model.stride_ > kMaxCoordinates) return damaged("table too large");
    if (rows > 0) model.row_of_.assign(kFeatureSpace, 0);
    model.idf_.reserve(rows);
    model.weight_.assign(rows * model.stride_, 0.0F);
    model.rate_.assign(rows * model.stride_, 0.0F);
    for (std::uint32_t row = 0; row < rows; ++row) {
        auto const index = in.number<std::uint32_t>();
        auto const idf = in.real32();
        auto const moved = in.number<std::uint16_t>();
        if (in.is_bad() || index >= kFeatureSpace || !is_sane(idf) || idf < kSmallestIdf) return damaged("row");
        if (row > 0 && model.row_of_[index] != 0) return damaged("a feature with two rows");
        if (row > 0) model.row_of_[index] = row + 1;
        model.idf_.push_back(idf);
        for (std::uint16_t i = 0; i < moved; ++i) {
            auto const label = in.number<std::uint16_t>();
            auto const weight = in.real32();
            auto const rate = in.real32();
            if (in.is_bad() || label >= std::min(model.classes_.size(), model.stride_) || !is_sane(weight) ||
                !is_sane(rate) || rate <= 0)
                return damaged("weight");
            model.weight_[row * model.stride_ + label] = weight;
            model.rate_[row * model.stride_ + label] = rate;
        }
    }
    return {};
}

Ok LinearBytes::read_rare(LinearModel& model, ByteReader& in, std::vector<Centroid>& out) {
    auto const count = in.number<std::uint32_t>();
    if (!in.holds(count, 8) || count > model.classes_.size()) return damaged("centroid count");
    std::vector<bool> seen(model.classes_.size(), false);
    for (std::uint32_t i = 0; i < count; ++i) {
        auto const label = in.number<std::uint32_t>();
        auto const size = in.number<std::uint32_t>();
        if (!in.holds(size, 8) || size == 0 || label >= seen.size() || seen[label]) return damaged("centroid");
        seen[label] = true;
        Centroid centroid{label, {}};
        centroid.sum.reserve(size);
        for (std::uint32_t j = 0; j < size; ++j) {
            auto const index = in.number<std::uint32_t>();
            auto const value = in.real32();
            if (index >= kFeatureSpace || !is_sane(value) || value <= 0 ||
                (j > 0 && index <= centroid.sum.back().index))
                return damaged("centroid feature");
            centroid.sum.push_back({index, value});
        }
        out.push_back(std::move(centroid));
    }
    for (std::size_t label = 0; label < seen.size(); ++label)
        if (!seen[label] && model.classes_[label].examples < kRareBelow)
            return damaged("a rare class without centroid");
    if (in.is_bad()) return damaged("cut off");
    return {};
}

// Classes with weights first: predict() and learn() rely on it.
Ok LinearBytes::put_in_order(LinearModel& model, std::vector<Centroid> rare) {
    auto const count = model.classes_.size();
    std::vector<bool> is_rare(count, false);
    for (auto const& one : rare) is_rare[one.label] = true;
    std::vector<std::uint32_t> order;  // new place -> old
    for (auto const wanted : {false, true})
        for (std::uint32_t label = 0; label < count; ++label)
            if (is_rare[label] == wanted) order.push_back(label);
    model.columns_ = count - rare.size();
    if (model.columns_ > model.stride_) return damaged("stride");
    std::vector<std::uint32_t> place(count);
    for (std::uint32_t i = 0; i < count; ++i) place[order[i]] = i;
    std::vector<ClassCount> classes;
    for (auto const old : order) classes.push_back(std::move(model.classes_[old]));
    model.classes_ = std::move(classes);
    for (auto& one : rare) {
        one.label = place[one.label];
        model.rare_.put(std::move(one));
    }
    model.rare_.tidy();
    if (std::ranges::is_sorted(order)) return {};
    std::vector<float> before(model.stride_);
    for (auto* table : {&model.weight_, &model.rate_})
        for (std::size_t row = 0; row < model.idf_.size(); ++row) {
            auto const at = table->begin() + static_cast<std::ptrdiff_t>(row * model.stride_);
            std::copy_n(at, model.stride_, before.begin());
            for (std::size_t k = 0; k < model.stride_; ++k) at[static_cast<std::ptrdiff_t>(k)] = 0;
            for (std::size_t k = 0; k < model.columns_; ++k)
                at[static_cast<std::ptrdiff_t>(k)] = order[k] < model.stride_ ? before[order[k]] : 0;
        }
    return {};
}

}  // namespace lotse::triage
