// SPDX-License-Identifier: Apache-2.0
#include "gate/proof.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace lotse::gate {
namespace {

constexpr std::size_t kLeastRows = 20;  // of the training window above the first threshold
constexpr double kStep = 0.04;          // of the training window between two thresholds
constexpr std::int64_t kFewRows = 10;

struct Cut {
    double threshold = 0;
    std::size_t rows = 0;
    std::size_t right = 0;
};

// One for each distinct score, strictest first.
std::vector<Cut> cuts_of(std::span<Row const> training) {
    std::vector<Row> rows(training.begin(), training.end());
    std::sort(rows.begin(), rows.end(), [](Row const& a, Row const& b) { return a.score > b.score; });
    std::vector<Cut> out;
    std::size_t right = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        right += rows[i].is_right ? 1 : 0;
        if (i + 1 == rows.size() || rows[i + 1].score < rows[i].score) out.push_back({rows[i].score, i + 1, right});
    }
    return out;
}

// Tickets until a proof above this cut is expected: rows it takes, divided by the share of tickets that are above.
double expected_tickets(Cut const& cut, std::size_t all, Target const& target) {
    // One imagined error keeps a short lucky run from looking best.
    double const rate = static_cast<double>(cut.right) / static_cast<double>(cut.rows + 1);
    auto const rows = EProcess(target.precision).rows_until(-std::log(target.delta), rate);
    if (!rows) return std::numeric_limits<double>::infinity();
    return static_cast<double>(*rows) * static_cast<double>(all) / static_cast<double>(cut.rows);
}

}  // namespace

std::vector<double> plan_thresholds(std::span<Row const> training, Target const& target, std::size_t most) {
    auto const cuts = cuts_of(training);
    if (cuts.empty() || most == 0) return {};
    std::size_t first = cuts.size();
    std::size_t strictest = cuts.size() - 1;
    double soonest = std::numeric_limits<double>::infinity();
    for (std::size_t i = cuts.size(); i-- > 0;) {
        if (cuts[i].rows < std::min(kLeastRows, training.size())) break;
        strictest = i;
        if (double const tickets = expected_tickets(cuts[i], training.size(), target); tickets < soonest) {
            soonest = tickets;
            first = i;
        }
    }
    if (first == cuts.size()) return {cuts[strictest].threshold};
    auto const step = std::max(1.0, kStep * static_cast<double>(training.size()));
    std::vector<double> out{cuts[first].threshold};
    auto last_rows = static_cast<double>(cuts[first].rows);
    for (std::size_t i = first + 1; i < cuts.size() && out.size() < most; ++i) {
        if (static_cast<double>(cuts[i].rows) < last_rows + step) continue;
        out.push_back(cuts[i].threshold);
        last_rows = static_cast<double>(cuts[i].rows);
    }
    return out;
}

Proof::Proof(Target const& target, std::vector<double> thresholds) : target_(target) {
    std::sort(thresholds.begin(), thresholds.end(), std::greater<>());
    thresholds.erase(std::unique(thresholds.begin(), thresholds.end()), thresholds.end());
    for (double const threshold : thresholds) claims_.push_back({threshold, EProcess(target.precision)});
}

void Proof::observe(Row const& row) {
    ++rows_;
    for (auto& claim : claims_)
        if (row.score >= claim.threshold) claim.wealth.observe(row.is_right);
}

std::size_t Proof::accepted() const {
    double const goal = -std::log(target_.delta);
    std::size_t count = 0;
    while (count < claims_.size() && claims_[count].wealth.log_peak() >= goal) ++count;
    return count;
}

std::optional<double> Proof::earned() const {
    auto const count = accepted();
    if (count == 0) return std::nullopt;
    return claims_[count - 1].threshold;
}

double Proof::log_e_value() const { return claims_.empty() ? 0 : claims_.front().wealth.log_wealth(); }

std::optional<std::int64_t> Proof::decisions_needed(double rate) const {
    auto const next = accepted();
    if (next == claims_.size()) return std::nullopt;
    auto const& wealth = claims_[next].wealth;
    bool const is_known = wealth.rows() >= kFewRows;
    if (is_known) rate = static_cast<double>(wealth.right()) / static_cast<double>(wealth.rows());
    auto const needed = wealth.rows_until(-std::log(target_.delta), rate);
    if (!needed) return std::nullopt;
    double const share = is_known ? static_cast<double>(wealth.rows()) / static_cast<double>(rows_) : 1;
    return static_cast<std::int64_t>(std::ceil(static_cast<double>(*needed) / share));
}

Proof Proof::from(Target const& target, std::vector<Claim> claims, std::int64_t rows) {
    Proof out;
    out.target_ = target;
    out.claims_ = std::move(claims);
    out.rows_ = rows;
    return out;
}

}  // namespace lotse::gate
