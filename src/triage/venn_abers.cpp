// SPDX-License-Identifier: Apache-2.0
#include "triage/venn_abers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lotse::triage {
namespace {

constexpr double kThousand = 1000;
constexpr std::size_t kParts = 5;
constexpr double kOrderKept = 0.01;

std::uint16_t thousandths(double score) {
    return static_cast<std::uint16_t>(std::lround(std::clamp(score, 0.0, 1.0) * kThousand));
}

double loss_of(double probability, bool is_right) {
    return -std::log(std::clamp(is_right ? probability : 1 - probability, 1e-4, 1.0));
}

}  // namespace

VennAbers VennAbers::fit(std::span<Judged const> judged) {
    VennAbers out;
    if (judged.size() < kVennAbersLeast) return out;
    std::vector<Group> all(static_cast<std::size_t>(kThousand) + 1);
    for (auto const& one : judged) {
        auto& group = all[thousandths(one.confidence)];
        ++group.rows;
        group.right += one.is_right ? 1 : 0;
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].score = static_cast<std::uint16_t>(i);
        if (all[i].rows > 0) out.groups_.push_back(all[i]);
    }
    return out;
}

VennAbers::Bounds VennAbers::ask(double score) const {
    if (groups_.empty()) return {};
    return {fitted_at(thousandths(score), false), fitted_at(thousandths(score), true)};
}

// Pool adjacent violators over all groups with one row more at `score`; the height of its block.
double VennAbers::fitted_at(std::uint16_t score, bool is_right) const {
    struct Block {
        double rows = 0;
        double right = 0;
        bool is_asked = false;
        double height() const { return right / rows; }
    };
    std::vector<Block> blocks;
    blocks.reserve(groups_.size() + 1);
    auto const push = [&](Block block) {
        while (!blocks.empty() && blocks.back().height() >= block.height()) {
            block.rows += blocks.back().rows;
            block.right += blocks.back().right;
            block.is_asked = block.is_asked || blocks.back().is_asked;
            blocks.pop_back();
        }
        blocks.push_back(block);
    };
    bool is_in = false;
    for (auto const& group : groups_) {
        if (!is_in && score < group.score) push({1, is_right ? 1.0 : 0.0, true}), is_in = true;
        Block block{static_cast<double>(group.rows), static_cast<double>(group.right), false};
        if (!is_in && score == group.score) {
            block = {block.rows + 1, block.right + (is_right ? 1 : 0), true};
            is_in = true;
        }
        push(block);
    }
    if (!is_in) push({1, is_right ? 1.0 : 0.0, true});
    return std::ranges::find(blocks, true, &Block::is_asked)->height();
}

void VennAbers::save(ByteWriter& out) const {
    out.number(static_cast<std::uint32_t>(groups_.size()));
    for (auto const& group : groups_) {
        out.number(group.score);
        out.number(group.rows);
        out.number(group.right);
    }
}

Result<VennAbers> VennAbers::load(ByteReader& in) {
    VennAbers out;
    auto const count = in.number<std::uint32_t>();
    bool is_sane = in.holds(count, 10);
    for (std::uint32_t i = 0; is_sane && i < count; ++i) {
        Group const group{in.number<std::uint16_t>(), in.number<std::uint32_t>(), in.number<std::uint32_t>()};
        is_sane = group.rows > 0 && group.right <= group.rows && group.rows < 1U << 30 && group.score <= kThousand &&
                  (out.groups_.empty() || group.score > out.groups_.back().score);
        out.groups_.push_back(group);
    }
    if (!is_sane || in.is_bad())
        return Error{Kind::corrupt, "model.damaged", "The stored triage model is damaged; train it again.",
                     "calibration", ""};
    return out;
}

void apply_bounds(std::vector<double>& chances, VennAbers const& bounds) {
    if (bounds.is_empty() || chances.size() < 2) return;
    auto const first = std::ranges::max_element(chances);
    double const before = *first;
    double second = 0;
    for (auto at = chances.begin(); at != chances.end(); ++at)
        if (at != first) second = std::max(second, *at);
    double after = (1 - kOrderKept) * bounds.ask(before).probability() + kOrderKept * before;
    after = std::max(after, 1 - before > 1e-12 ? second / (1 - before + second) : 0.5);
    // Certainty leaves the others nothing to share in proportion: then they share alike.
    double const rest = 1 - before;
    auto const others = static_cast<double>(chances.size() - 1);
    for (double& chance : chances) chance = rest > 1e-12 ? chance * (1 - after) / rest : (1 - after) / others;
    *first = after;
}

bool venn_abers_helps(std::span<Judged const> judged) {
    if (judged.size() < kVennAbersLeast) return false;
    double with = 0;
    double without = 0;
    for (std::size_t part = 0; part < kParts; ++part) {
        std::vector<Judged> rest;
        for (std::size_t i = 0; i < judged.size(); ++i)
            if (i % kParts != part) rest.push_back({judged[i].confidence, judged[i].is_right, {}});
        if (rest.size() < kVennAbersLeast) return false;
        auto const fitted = VennAbers::fit(rest);
        for (std::size_t i = part; i < judged.size(); i += kParts) {
            with += loss_of(fitted.ask(judged[i].confidence).probability(), judged[i].is_right);
            without += loss_of(judged[i].confidence, judged[i].is_right);
        }
    }
    return with < without;
}

}  // namespace lotse::triage
