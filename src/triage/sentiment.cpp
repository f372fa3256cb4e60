// SPDX-License-Identifier: Apache-2.0
#include "triage/sentiment.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "domain/sentiment.h"
#include "triage/features.h"
#include "triage/reading.h"
#include "triage/sentiment_words.h"

namespace lotse::triage {
namespace {

using domain::Sentiment;

constexpr std::size_t kFewWords = 3;
constexpr std::size_t kNegationReach = 3;  // words, in the same clause
constexpr std::size_t kEvidence = 8;
constexpr double kStronger = 1.5;
constexpr double kSofter = 0.6;
constexpr double kAngryWord = 2;
constexpr double kShouting = 1;
constexpr double kUnhappyFrom = 0.9;
constexpr double kAngryFrom = 2;
constexpr double kAngryByMany = 4.5;  // points of all kinds: who has six complaints is no longer just unhappy

struct Feeling {
    double unhappy = 0;
    double angry = 0;
    std::vector<Found> evidence;  // in the order of the text
};

bool is_near(Reading const& reading, Found const& before, Found const& word, std::size_t reach) {
    auto const after = before.first_token + before.tokens;
    return word.first_token >= after && word.first_token < after + reach &&
           reading.tokens[word.first_token].clause == reading.tokens[before.first_token].clause;
}

// Capitals in most of five words and more, or three exclamation marks in a row.
double shouting(std::string_view text, std::vector<Token> const& tokens) {
    std::size_t loud = 0;
    std::size_t long_words = 0;
    for (auto const& token : tokens) {
        auto const word = text.substr(token.begin, token.end - token.begin);
        if (word.size() < 4) continue;
        ++long_words;
        bool const is_loud = to_lower_utf8(word) != word && std::ranges::none_of(word, [](char c) {
                                 return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
                             });
        loud += is_loud ? 1 : 0;
    }
    bool const is_capital = long_words >= 5 && 10 * loud >= 6 * long_words;
    bool const is_marked = text.find("!!!") != std::string_view::npos || text.find("?!?") != std::string_view::npos;
    return (is_capital ? kShouting : 0) + (is_marked ? kShouting : 0);
}

Feeling read_feeling(Reading const& reading) {
    Feeling out;
    auto const found = find_words(sentiment_words(), reading);
    std::array<std::vector<Found const*>, kMoods> by_mood;
    for (auto const& one : found)
        if (one.is_own_language) by_mood[one.value].push_back(&one);
    auto const of = [&](Mood mood) -> auto const& { return by_mood[static_cast<std::size_t>(mood)]; };
    auto const is_after = [&](Mood mood, Found const& word, std::size_t reach) {
        return std::ranges::any_of(of(mood), [&](Found const* one) { return is_near(reading, *one, word, reach); });
    };
    for (auto const& one : found) {
        auto const mood = static_cast<Mood>(one.value);
        bool const speaks = mood == Mood::content || mood == Mood::unhappy || mood == Mood::angry;
        if (!one.is_own_language || !speaks) continue;
        bool const is_negated = is_after(Mood::negation, one, kNegationReach);
        // "Not happy" is unhappy; "not disappointed" is nothing; plain praise softens nothing that was said.
        if ((mood == Mood::content) != is_negated) continue;
        double points = mood == Mood::angry ? kAngryWord : 1;
        if (is_after(Mood::stronger, one, 2)) points *= kStronger;
        if (is_after(Mood::softer, one, 2)) points *= kSofter;
        (mood == Mood::angry ? out.angry : out.unhappy) += points;
        out.evidence.push_back(one);
    }
    return out;
}

Sentiment verdict(Feeling const& feeling, double loudness) {
    double const all = feeling.unhappy + feeling.angry;
    if (all <= 0) return Sentiment::calm;
    if (feeling.angry + loudness >= kAngryFrom || all + loudness >= kAngryByMany) return Sentiment::angry;
    return all + loudness >= kUnhappyFrom ? Sentiment::unhappy : Sentiment::calm;
}

// How sure: one word is a hint, three are a mood. Neighbours share the rest.
std::array<double, 3> chances(Sentiment value, Feeling const& feeling, double loudness) {
    double const points = feeling.unhappy + feeling.angry + loudness;
    double const top = value == Sentiment::calm ? 0.85 : std::min(0.95, 0.5 + 0.1 * points);
    std::array<double, 3> out{};
    auto const at = static_cast<std::size_t>(value);
    out.fill((1 - top) * 0.3);
    out[at] = top;
    out[value == Sentiment::unhappy ? 2 : 1] = (1 - top) * 0.7;
    return out;
}

void tell_places(Feeling const& feeling, Reading const& reading, std::size_t text_begin, domain::Label& out) {
    std::size_t bytes = text_begin;
    std::size_t points = 0;
    auto const point_at = [&](std::size_t byte) {
        points += count_code_points(std::string_view(reading.text).substr(bytes, byte - bytes));
        bytes = byte;
        return points;
    };
    for (auto const& one : feeling.evidence) {
        auto const begin = reading.tokens[one.first_token].begin;
        auto const end = reading.tokens[one.first_token + one.tokens - 1].end;
        if (begin < bytes || out.evidence.size() == kEvidence) continue;  // in the subject, or inside the one before
        auto const first = point_at(begin);
        out.evidence.push_back({first, point_at(end)});
    }
}

std::string reason(Feeling const& feeling, double loudness) {
    std::vector<std::string> words;
    for (auto const& one : feeling.evidence) words.push_back(one.words);
    auto text = quoted(words);
    if (loudness > 0) text += text.empty() ? "Capitals and exclamation marks" : ", and how it is written,";
    return text + (words.size() == 1 && loudness == 0 ? " speaks of it." : " speak of it.");
}

}  // namespace

domain::Label sentiment_label(std::string_view subject, std::string_view text, std::string_view language) {
    domain::Label label;
    label.field = "sentiment";
    label.because.source = "keywords";
    label.because.version = "keywords";
    label.because.unproven = true;
    static CueIndex const kNoCues{};
    TriageInput input;
    input.subject = subject;
    input.new_text = text;
    auto const reading = read_message(input, language, kNoCues);
    bool const has_list = language.empty() || language == "en" || language == "de" || language == "pl";
    if (!has_list || reading.tokens.size() < kFewWords) {
        label.because.source = "prior";
        label.because.code = has_list ? "sentiment.few_words" : "sentiment.language";
        label.because.text =
            has_list ? "Too few words to tell a mood." : "There is no list of words for this language.";
        return label;
    }
    auto const feeling = read_feeling(reading);
    double const loudness = shouting(reading.text, reading.tokens);
    auto const value = verdict(feeling, loudness);
    auto const chance = chances(value, feeling, loudness);
    label.value = domain::name_of(value);
    label.because.confidence = chance[static_cast<std::size_t>(value)];
    for (std::size_t i = 0; i < chance.size(); ++i)
        label.alternatives.push_back({std::string(domain::EnumNames<Sentiment>::all[i]), chance[i]});
    std::ranges::sort(label.alternatives, std::ranges::greater{}, &domain::Alternative::confidence);
    if (value == Sentiment::calm) {
        label.because.code = "sentiment.nothing_said";
        label.because.text = "Nothing is said in anger or disappointment.";
        return label;
    }
    label.because.code = "sentiment.words";
    label.because.text = reason(feeling, loudness);
    tell_places(feeling, reading, reading.text.find('\n') + 1, label);
    return label;
}

}  // namespace lotse::triage
