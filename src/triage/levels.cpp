// SPDX-License-Identifier: Apache-2.0
#include "triage/levels.h"

#include <algorithm>

namespace lotse::triage {
namespace {

using domain::Level;

constexpr std::array<Level, 3> kLevels{Level::low, Level::medium, Level::high};

std::size_t at(Level level) { return static_cast<std::size_t>(level); }

domain::Label label_for(std::string_view field, LevelGuess const& guess, Level level) {
    domain::Label label;
    label.field = field;
    label.value = domain::name_of(level);
    label.because.confidence = guess.chance[at(level)];
    label.because.version = "keywords";
    label.because.unproven = true;
    for (auto const one : kLevels)
        if (guess.chance[at(one)] > 0.005)
            label.alternatives.push_back({std::string(domain::name_of(one)), guess.chance[at(one)]});
    std::sort(label.alternatives.begin(), label.alternatives.end(),
              [](auto const& a, auto const& b) { return a.confidence > b.confidence; });
    return label;
}

LevelGuess prior(std::string_view field, Level level, std::array<double, 3> chance, std::string text) {
    LevelGuess out{chance, {}};
    out.label = label_for(field, out, level);
    out.label.because.source = "prior";
    out.label.because.code = std::string(field) + ".nothing_said";
    out.label.because.text = std::move(text);
    return out;
}

struct Cues3 {
    std::array<double, 3> points{};
    std::array<std::vector<std::string>, 3> words;
    std::array<std::vector<std::string>, 3> found;  // the same without the "not"
};

Cues3 read_cues(KeywordIndex const& index, Reading const& reading, bool negation_lowers) {
    Cues3 out;
    auto found = find_words(index, reading);
    mark_negated(found, reading);
    for (auto const& one : found) {
        if (!one.is_own_language) continue;
        auto value = one.value;
        auto words = one.words;
        if (one.is_negated) {
            if (!negation_lowers || value == at(Level::low)) continue;
            value = static_cast<std::uint32_t>(at(Level::low));
            words = "not " + words;
        }
        out.points[value] += one.first_token < reading.subject_tokens ? 1.4 : 1;
        out.words[value].push_back(words);
        out.found[value].push_back(one.words);
    }
    return out;
}

// The most that was said wins, the higher level among equals: a missed outage costs more than a false alarm.
LevelGuess from_cues(std::string_view field, Cues3 const& cues, std::string_view what) {
    auto level = Level::low;
    for (auto const one : kLevels)
        if (cues.points[at(one)] > 0 && cues.points[at(one)] >= cues.points[at(level)]) level = one;
    double total = 0;
    for (double const points : cues.points) total += points;
    LevelGuess out;
    // One cue is right in about half of the messages; each further one adds, a contradiction takes away.
    double const top =
        std::clamp(0.42 + 0.1 * cues.points[at(level)] - 0.15 * (total - cues.points[at(level)]), 0.4, 0.85);
    double rest = 0;
    for (auto const one : kLevels)
        if (one != level)
            rest += out.chance[at(one)] =
                cues.points[at(one)] + (std::max(at(one), at(level)) - std::min(at(one), at(level)) == 1 ? 0.7 : 0.3);
    for (auto const one : kLevels) out.chance[at(one)] *= (1 - top) / rest;
    out.chance[at(level)] = top;
    out.label = label_for(field, out, level);
    out.label.because.source = "keywords";
    out.label.because.code = std::string(field) + ".words";
    auto const& words = cues.words[at(level)];
    out.label.words = cues.found[at(level)];
    out.label.because.text = quoted(words) + (words.size() == 1 ? " tells of " : " tell of ") +
                             std::string(domain::name_of(level)) + " " + std::string(what) + ".";
    return out;
}

bool has_cue(Cues3 const& cues) {
    return std::any_of(cues.points.begin(), cues.points.end(), [](double points) { return points > 0; });
}

}  // namespace

LevelGuess guess_impact(Reading const& reading, TriageSetup const& setup) {
    auto const cues = read_cues(setup.cues->impact, reading, false);
    if (has_cue(cues)) return from_cues("impact", cues, "impact");
    return prior("impact", Level::low, {0.65, 0.3, 0.05}, "Nothing says that more than one person is touched.");
}

LevelGuess guess_urgency(Reading const& reading, TriageSetup const& setup, std::string_view type) {
    auto const cues = read_cues(setup.cues->urgency, reading, true);
    if (has_cue(cues)) return from_cues("urgency", cues, "urgency");
    if (type == "question" || type == "no_action")
        return prior("urgency", Level::low, {0.65, 0.3, 0.05}, "Nothing is broken and no haste is asked for.");
    return prior("urgency", Level::medium, {0.35, 0.55, 0.1}, "Nothing says how soon it is wanted; medium is usual.");
}

domain::Label priority_of(LevelGuess const& impact, LevelGuess const& urgency, domain::PriorityMatrix const& matrix) {
    std::array<double, 4> chance{};
    for (auto const i : kLevels)
        for (auto const u : kLevels)
            chance[static_cast<std::size_t>(matrix.at(i, u))] += impact.chance[at(i)] * urgency.chance[at(u)];
    auto const first = *domain::find_enum<Level>(impact.label.value);
    auto const second = *domain::find_enum<Level>(urgency.label.value);
    auto const value = matrix.at(first, second);
    domain::Label label;
    label.field = "priority";
    label.value = domain::name_of(value);
    for (std::size_t i = 0; i < chance.size(); ++i)
        if (chance[i] > 0.005)
            label.alternatives.push_back({std::string(domain::EnumNames<domain::Priority>::all[i]), chance[i]});
    std::sort(label.alternatives.begin(), label.alternatives.end(),
              [&](auto const& a, auto const& b) { return a.confidence > b.confidence; });
    if (label.alternatives.size() > 3) label.alternatives.resize(3);
    label.because = {
        "matrix",
        "priority.matrix",
        "Impact " + impact.label.value + " and urgency " + urgency.label.value + " give " + label.value + ".",
        chance[static_cast<std::size_t>(value)],
        "matrix",
        true};
    return label;
}

}  // namespace lotse::triage
