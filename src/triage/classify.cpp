// SPDX-License-Identifier: Apache-2.0
#include "triage/classify.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

#include "base/text.h"

namespace lotse::triage {
namespace {

constexpr double kLeastConfidence = 0.3;
constexpr double kBlendExamples = 30;
constexpr double kForeignWord = 0.35;  // of a list in another language than the message's
constexpr double kPhrase = 1.5;
constexpr double kInSubject = 1.6;
constexpr double kLateWord = 0.5;  // after the first kOpening words
constexpr std::size_t kOpening = 80;

double place_weight(Found const& found, Reading const& reading) {
    if (found.first_token < reading.subject_tokens) return kInSubject;
    return found.first_token - reading.subject_tokens < kOpening ? 1 : kLateWord;
}

void name_word(WordVote& vote, std::size_t value, std::string const& words) { vote.words[value].push_back(words); }

// Two exclamation marks in a row or several words in capitals are how anger looks in writing.
double shouting(std::string_view text) {
    int capitals = 0;
    int run = 0;
    for (char const c : text) {
        run = c >= 'A' && c <= 'Z' ? run + 1 : 0;
        capitals += run == 4 ? 1 : 0;
    }
    return (text.find("!!") != std::string_view::npos ? 0.5 : 0) + (capitals >= 2 ? 0.5 : 0);
}

domain::Label abstention(std::string_view field, std::string code, std::string text, std::string version) {
    domain::Label label;
    label.field = field;
    label.because = {"keywords", std::move(code), std::move(text), std::nullopt, std::move(version), true};
    return label;
}

struct Candidate {
    std::size_t value = 0;
    double model = 0;  // what each source adds to the confidence
    double words = 0;
    double sum() const { return model + words; }
};

std::string one_known(ClassValues const& values, Classifier const& model);
std::vector<Candidate> blend(ClassValues const& values, WordVote const& vote, Classifier const& model,
                             Features const& features, std::span<float const> meaning);
domain::Label explain(std::string_view field, ClassValues const& values, WordVote const& vote,
                      std::vector<Candidate> const& ranked, Classifier const& model, std::string const& version,
                      TriageInput const& input, Features const& features);

}  // namespace

WordVote vote_on_category(Reading const& reading, TriageSetup const& setup) {
    auto const& index = *setup.category_words;
    auto const count = setup.categories.size();
    WordVote vote{std::vector<double>(count, 0), std::vector<std::vector<std::string>>(count)};
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> once;  // (value, pattern): repeating proves nothing
    for (auto const& found : find_words(index, reading)) {
        auto const weight = place_weight(found, reading) * (found.tokens > 1 ? kPhrase : 1) *
                            (found.is_own_language ? 1 : kForeignWord) /
                            static_cast<double>(index.shared_by(found.pattern));
        auto& best = once[{found.value, found.pattern}];
        if (best == 0) name_word(vote, found.value, found.words);
        best = std::max(best, weight);
    }
    for (auto const& [key, weight] : once) vote.share[key.first] += weight;
    auto const total = std::accumulate(vote.share.begin(), vote.share.end(), 0.0);
    if (total <= 0) return vote;
    // Squaring lets the leader lead; the last factor keeps a single word from sounding sure.
    double squares = 0;
    for (double const share : vote.share) squares += share * share;
    for (double& share : vote.share) share = share * share / squares * (0.9 - 0.5 * std::exp(-total / 1.6));
    return vote;
}

WordVote vote_on_type(Reading const& reading) {
    // A "please" ends most messages, whatever they are; anger or thanks, once said, decide.
    static constexpr std::array<double, 5> kWeight{1.3, 0.7, 0.8, 1.8, 1.8};
    WordVote vote{std::vector<double>(kWeight.size(), 0), std::vector<std::vector<std::string>>(kWeight.size())};
    auto found = reading.type_words;
    mark_negated(found, reading);
    std::array<double, 5> points{};
    for (auto const& one : found) {
        if (one.is_negated || !one.is_own_language) continue;
        points[one.value] += kWeight[one.value] * place_weight(one, reading);
        name_word(vote, one.value, one.words);
    }
    auto const asks = std::count(reading.text.begin(), reading.text.end(), '?');
    bool const is_polite = points[static_cast<std::size_t>(domain::TicketType::request)] > 0;  // "could you ...?"
    points[static_cast<std::size_t>(domain::TicketType::question)] +=
        (is_polite ? 0.2 : 0.6) * static_cast<double>(std::min<long>(asks, 2));
    points[static_cast<std::size_t>(domain::TicketType::complaint)] += shouting(reading.text);
    auto const total = std::accumulate(points.begin(), points.end(), 0.0);
    if (total <= 0) return vote;
    double squares = 0;
    for (double const point : points) squares += point * point;
    for (std::size_t i = 0; i < points.size(); ++i)
        vote.share[i] = points[i] * points[i] / squares * (0.85 - 0.45 * std::exp(-total / 1.5));
    return vote;
}

std::vector<std::string> telling_words(TriageInput const& input, Features const& features, LinearModel const& words,
                                       std::string_view value) {
    auto const terms = readable_terms({input.subject, input.new_text, {}}, 200);
    std::vector<std::uint32_t> indices;
    for (auto const& term : terms) indices.push_back(term.index);
    auto const weights = words.contributions(features, indices, value);
    std::vector<std::size_t> order(terms.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](auto a, auto b) { return weights[a] != weights[b] ? weights[a] > weights[b] : a < b; });
    std::vector<std::string> out;
    for (auto const i : order) {
        if (weights[i] <= 0 || out.size() == 4) break;
        // "invoice" says all that "the invoice" does.
        bool const is_said = std::any_of(out.begin(), out.end(), [&](auto const& word) {
            return word.find(terms[i].text) != std::string::npos || terms[i].text.find(word) != std::string::npos;
        });
        if (!is_said && terms[i].text.size() > 1) out.push_back(terms[i].text);
    }
    return out;
}

domain::Label decide_class(std::string_view field, ClassValues const& values, WordVote const& vote,
                           Classifier const& model, std::string const& version, TriageInput const& input,
                           Features const& features, std::span<float const> meaning) {
    auto const name = std::string(field);
    auto const ranked = blend(values, vote, model, features, meaning);
    bool const is_one = !model.is_empty() && !model.tells_apart();
    if (ranked.empty() || ranked[0].sum() <= 0) {
        if (is_one) return abstention(field, name + ".one_known", one_known(values, model), version);
        return abstention(field, name + ".no_words", "No word of the message points to any " + name + ".", version);
    }
    auto label = explain(field, values, vote, ranked, model, version, input, features);
    for (auto const& one : ranked)
        if (label.alternatives.size() < 3 && one.sum() > 0.005)
            label.alternatives.push_back({values.keys[one.value], one.sum()});
    if (ranked[0].sum() >= kLeastConfidence) return label;
    auto undecided = abstention(field, name + ".unsure", "", version);
    undecided.because.source = label.because.source;
    undecided.words = std::move(label.words);
    undecided.because.confidence = ranked[0].sum();
    auto const& first = values.names[ranked[0].value];
    auto const seen = model.examples_of(values.keys[ranked[0].value]);
    if (is_one) {
        undecided.because.code = name + ".one_known";
        undecided.because.text = one_known(values, model);
    } else if (ranked[0].model >= ranked[0].words && seen < kRareBelow) {
        undecided.because.code = name + ".few_known";
        undecided.because.text = "Most like " + first + ", but " +
                                 (seen == 1 ? "a single earlier ticket of it is"
                                            : "only " + std::to_string(seen) + " earlier tickets of it are") +
                                 " known: too few to tell.";
    } else {
        undecided.because.text =
            "Too close to call: " + first +
            (ranked.size() > 1 && ranked[1].sum() > 0.005 ? " or " + values.names[ranked[1].value] : "") +
            ", neither with enough behind it.";
    }
    undecided.alternatives = std::move(label.alternatives);
    return undecided;
}

namespace {

std::string one_known(ClassValues const& values, Classifier const& model) {
    auto const most = std::ranges::max_element(model.classes(), {}, &ClassCount::examples);
    auto const found = std::ranges::find(values.keys, most->name);
    auto const name =
        found == values.keys.end() ? most->name : values.names[static_cast<std::size_t>(found - values.keys.begin())];
    return "So far triage has learned enough of " + name +
           " alone; it cannot tell one thing from another before it knows two (" + std::to_string(kRareBelow) +
           " tickets of each).";
}

std::vector<Candidate> blend(ClassValues const& values, WordVote const& vote, Classifier const& model,
                             Features const& features, std::span<float const> meaning) {
    std::vector<Candidate> out;
    for (std::size_t i = 0; i < values.keys.size(); ++i) out.push_back({i, 0, vote.share[i]});
    if (model.tells_apart()) {
        auto const prediction = model.predict(features, meaning);
        auto const n = static_cast<double>(model.examples_of(prediction.best[0].value));
        bool const is_alone = n >= kBlendExamples && !prediction.abstains;
        double const share = is_alone ? 1 : n / (n + kBlendExamples) * (prediction.abstains ? 0.5 : 1);
        auto const chances = model.probabilities(features, meaning);
        std::unordered_map<std::string_view, double>
            chance_of;  // with thousands of classes a search for each is too slow
        for (std::size_t i = 0; i < chances.size(); ++i) chance_of[model.classes()[i].name] = chances[i];
        for (auto& one : out) {
            one.words *= 1 - share;
            if (auto const found = chance_of.find(values.keys[one.value]); found != chance_of.end())
                one.model = share * found->second;
        }
    }
    std::sort(out.begin(), out.end(),
              [](auto const& a, auto const& b) { return a.sum() != b.sum() ? a.sum() > b.sum() : a.value < b.value; });
    return out;
}

domain::Label explain(std::string_view field, ClassValues const& values, WordVote const& vote,
                      std::vector<Candidate> const& ranked, Classifier const& model, std::string const& version,
                      TriageInput const& input, Features const& features) {
    auto const& first = ranked[0];
    bool const by_model = first.model >= first.words;
    domain::Label label;
    label.field = field;
    label.value = values.keys[first.value];
    auto words = by_model ? telling_words(input, features, model.words(), label.value) : vote.words[first.value];
    auto const& name = values.names[first.value];
    label.because.source = by_model ? "model" : "keywords";
    label.because.code = std::string(field) + (by_model ? ".model" : ".keywords");
    label.because.confidence = first.sum();
    label.because.version = by_model ? version : "keywords";
    label.because.unproven = true;
    auto const seen = std::to_string(model.examples_of(label.value));
    if (words.empty())
        label.because.text = by_model ? "Most like " + name + " among " + seen + " earlier tickets of it."
                                      : "The form of the message points to " + name + ".";
    else
        label.because.text = quoted(words) + (words.size() == 1 ? " points to " : " point to ") + name +
                             (by_model ? ", as in " + seen + " earlier tickets." : ".");
    label.words = std::move(words);
    return label;
}

}  // namespace
}  // namespace lotse::triage
