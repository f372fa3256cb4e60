// SPDX-License-Identifier: Apache-2.0
#include "desk/ask_for_labels.h"

#include <algorithm>
#include <array>

namespace lotse::desk {
namespace {

constexpr double kUnsure = 0.2;
constexpr double kHalfWay = 20;  // decisions at which nearness is one half
constexpr std::array<std::string_view, 2> kLearned{"category", "type"};  // what corrections teach

double nearness(GateRights const& rights, std::string_view field) {
    auto const found = rights.fields.find(field);
    if (found == rights.fields.end()) return 0;
    double out = 0;
    for (auto const& [value, right] : found->second.values)
        if (right.needed) out = std::max(out, 1 / (1 + static_cast<double>(*right.needed) / kHalfWay));
    return out;
}

double margin_of(domain::Label const& label) {
    if (label.alternatives.size() < 2) return 1;
    return label.alternatives[0].confidence - label.alternatives[1].confidence;
}

std::optional<domain::LabelRequest> ask_the_unsure(Facts const& facts, domain::Suggestion const& suggestion) {
    domain::LabelRequest out;
    double least = kUnsure;
    for (auto const field : kLearned) {
        auto const* label = suggestion.find(field);
        if (label == nullptr || facts.fixed_fields.contains(std::string(field))) continue;
        double const margin = label->abstains() ? 0 : margin_of(*label);
        if (margin >= kUnsure) continue;
        out.fields.emplace_back(field);
        out.kind = label->abstains() ? domain::AskKind::silent : out.kind;
        least = std::min(least, margin);
    }
    if (out.fields.empty()) return std::nullopt;
    out.value = 1 - std::max(least, 0.0);
    return out;
}

// Also the fields where triage would not say: which those are must not show either.
std::optional<domain::LabelRequest> ask_blind(Facts const& facts, std::vector<domain::Prediction> const& predictions) {
    domain::LabelRequest out;
    out.kind = domain::AskKind::blind;
    for (auto const field : kGatedFields) {
        bool const is_seen = std::ranges::any_of(
            predictions, [&](auto const& said) { return said.field == field && said.shown != domain::Shown::hidden; });
        if (!is_seen && !facts.fixed_fields.contains(std::string(field))) out.fields.emplace_back(field);
    }
    out.value = blind_value(facts.setup->gate, out.fields);
    return out;
}

}  // namespace

double blind_value(GateRights const& rights, std::vector<std::string> const& fields) {
    double nearest = 0;
    for (auto const& field : fields) nearest = std::max(nearest, nearness(rights, field));
    return 2 + nearest;
}

std::vector<std::string> nearest_first(GateRights const& rights, std::vector<std::string> fields) {
    auto const usual = [](std::string const& field) { return std::ranges::find(kGatedFields, field); };
    std::ranges::sort(fields, [&](auto const& a, auto const& b) {
        double const of_a = nearness(rights, a);
        double const of_b = nearness(rights, b);
        return of_a != of_b ? of_a > of_b : usual(a) < usual(b);
    });
    return fields;
}

std::optional<domain::LabelRequest> ask_for_labels(Facts const& facts, domain::Suggestion const& suggestion,
                                                   std::vector<domain::Prediction> const& predictions) {
    bool const is_blind =
        std::ranges::any_of(predictions, [](auto const& said) { return said.shown == domain::Shown::hidden; });
    auto out = is_blind ? ask_blind(facts, predictions) : ask_the_unsure(facts, suggestion);
    if (!out) return out;
    out->ticket = facts.ticket.id;
    out->asked_at = facts.now;
    return out;
}

}  // namespace lotse::desk
