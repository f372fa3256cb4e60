// SPDX-License-Identifier: Apache-2.0
#include "triage/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <cstdio>  // the header below forgets it

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "base/text.h"
#include "triage/language_grams.h"
#include "triage/language_words.h"

namespace lotse::triage {
namespace {

constexpr std::size_t kReadLimit = 8 * 1024;
constexpr std::size_t kTokenLimit = 600;
constexpr std::size_t kFewLetters = 12;
constexpr std::size_t kForeignLetters = 40;  // before a language that nobody configured is believed
constexpr std::size_t kPartLetters = 20;     // before a paragraph counts as one

constexpr double kCld2Points = 4;
constexpr double kCustomerPoints = 1.2;
constexpr double kContentPoints = 0.8;
constexpr double kDeskPoints = 0.5;
constexpr double kForeignPenalty = 2.5;
constexpr double kLeastEvidence = 1.2;
constexpr double kGramPoints = 6;
constexpr double kGramLetters = 120;  // up to here letter groups count in full
constexpr double kForeignFamiliarity = 0.5;
constexpr double kFamiliarityRange = 0.25;
constexpr double kSureOfFewLetters = 0.9;
constexpr double kFamiliarFewLetters = 0.7;

using Points = std::map<std::string, double, std::less<>>;

struct Reading {
    Points points;
    std::size_t letters = 0;
    double evidence = 0;  // of the text itself for the best language, before priors
    OwnEvidence own;
};

std::string base_code(std::string_view code);
bool is_configured(std::string_view language, LanguagePriors const& priors);
std::string neighbour(std::string code, LanguagePriors const& priors);
Reading read(std::string_view text, LanguagePriors const& priors);
void ask_cld2(std::string_view text, LanguagePriors const& priors, Reading& out);
LanguageGuess from_few_letters(std::string_view text, LanguagePriors const& priors);
LanguageGuess from_priors(LanguagePriors const& priors);
LanguageGuess rank(Reading const& reading, LanguagePriors const& priors);
void read_parts(std::string_view text, LanguagePriors const& priors, LanguageGuess& out);
bool is_one_paragraph(std::string_view text);
std::size_t count_letters(std::vector<Token> const& tokens);
std::string reason_for(Reading const& reading, std::string const& language);

}  // namespace

LanguageGuess detect_language(std::string_view subject, std::string_view new_text, LanguagePriors const& priors) {
    auto const body = to_valid_utf8(cut_utf8(new_text, kReadLimit));
    auto const text = to_valid_utf8(cut_utf8(subject, 1000)) + "\n" + body;
    auto const reading = read(text, priors);
    if (reading.letters < kFewLetters) return from_few_letters(text, priors);
    if (reading.evidence < kLeastEvidence) {
        auto guess = from_priors(priors);
        guess.confidence = std::min(guess.confidence, 0.5);
        return guess;
    }
    auto guess = rank(reading, priors);
    if (is_one_paragraph(body)) guess.parts = {{guess.language, 1}};
    else read_parts(body, priors, guess);
    // In a mixed mail the larger part decides; "Hi all," above two German paragraphs is no English mail.
    if (guess.parts.size() > 1 && guess.parts[0].language != guess.language && guess.parts[0].share >= 0.6 &&
        !guess.parts[0].language.empty()) {
        guess.language = guess.parts[0].language;
        guess.confidence = std::min(guess.confidence, guess.parts[0].share);
        guess.reason = "most paragraphs are written in it";
    }
    return guess;
}

namespace {

std::string base_code(std::string_view code) {
    auto out = to_lower_ascii(code.substr(0, code.find_first_of("-_")));
    if (out == "iw") return "he";
    return out == "un" || out.size() > 3 ? "" : out;
}

bool is_configured(std::string_view language, LanguagePriors const& priors) {
    return std::any_of(priors.configured.begin(), priors.configured.end(),
                       [&](auto const& code) { return base_code(code) == language; });
}

std::string neighbour(std::string code, LanguagePriors const& priors) {
    static constexpr std::array<std::array<std::string_view, 2>, 8> kNear{{{"sk", "pl"},
                                                                           {"cs", "pl"},
                                                                           {"sl", "pl"},
                                                                           {"hr", "pl"},
                                                                           {"lb", "de"},
                                                                           {"nl", "de"},
                                                                           {"fy", "de"},
                                                                           {"sco", "en"}}};
    if (is_configured(code, priors)) return code;
    for (auto const& [from, to] : kNear)
        if (code == from && is_configured(to, priors)) return std::string(to);
    return code;
}

// On a long text CLD2 needs no help; a text that is like none of the three is left to it as well.
double gram_points(GramEvidence const& grams, std::size_t letters) {
    double const likeness = std::clamp((grams.familiarity - kForeignFamiliarity) / kFamiliarityRange, 0.0, 1.0);
    return kGramPoints * likeness *
           std::min(1.0, kGramLetters / static_cast<double>(std::max<std::size_t>(letters, 1)));
}

Reading read(std::string_view text, LanguagePriors const& priors) {
    Reading out;
    auto const tokens = tokenize(text, kTokenLimit);
    out.letters = count_letters(tokens);
    for (auto const& code : priors.configured) out.points[base_code(code)] = 0;
    if (out.letters < kFewLetters) return out;
    ask_cld2(text, priors, out);
    out.own = read_own_evidence(text, tokens);
    for (std::size_t i = 0; i < kKnownLanguages.size(); ++i)
        if (is_configured(kKnownLanguages[i], priors)) out.points[std::string(kKnownLanguages[i])] += out.own.points[i];
    auto const grams = read_grams(text, tokens);
    for (std::size_t i = 0; i < kKnownLanguages.size(); ++i)
        if (is_configured(kKnownLanguages[i], priors))
            out.points[std::string(kKnownLanguages[i])] += gram_points(grams, out.letters) * grams.chance[i];
    for (auto const& [code, points] : out.points) out.evidence = std::max(out.evidence, points);
    return out;
}

void ask_cld2(std::string_view text, LanguagePriors const& priors, Reading& out) {
    CLD2::CLDHints const hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language languages[3]{CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
    int percent[3]{};
    double scores[3]{};
    int text_bytes = 0;
    int valid_bytes = 0;
    bool is_reliable = false;
    // CLD2 stops at a control character and then writes nothing at all.
    std::string plain(text);
    for (char& c : plain)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    CLD2::ExtDetectLanguageSummaryCheckUTF8(plain.data(), static_cast<int>(plain.size()), true, &hints,
                                            CLD2::kCLDFlagBestEffort, languages, percent, scores, nullptr, &text_bytes,
                                            &is_reliable, &valid_bytes);
    // CLD2 was trained on long texts: on a short line its word counts for less.
    double const length = std::min(1.0, 0.4 + static_cast<double>(out.letters) / 80.0);
    for (int i = 0; i < 3; ++i) {
        if (languages[i] == CLD2::UNKNOWN_LANGUAGE || percent[i] <= 0) continue;
        auto const code = neighbour(base_code(CLD2::LanguageCode(languages[i])), priors);
        if (code.empty()) continue;
        double points = kCld2Points * percent[i] / 100.0 * length * (is_reliable ? 1.0 : 0.7);
        bool const is_foreign = !is_configured(code, priors);
        if (is_foreign && out.letters < kForeignLetters) continue;
        // A language without a word list of ours makes up for it: the longer and surer, the more it weighs.
        bool const has_list = std::find(kKnownLanguages.begin(), kKnownLanguages.end(), code) != kKnownLanguages.end();
        if (!has_list && is_reliable)
            points +=
                std::min(8.0, static_cast<double>(out.letters) / 20.0) * percent[i] / 100.0 * (is_foreign ? 1 : 2);
        if (is_foreign && !out.points.contains(code)) points -= kForeignPenalty;
        out.points[code] += points;
    }
}

// A prior decides if there is one; a word that only one language has ("bitte") is the last straw.
LanguageGuess from_few_letters(std::string_view text, LanguagePriors const& priors) {
    auto guess = from_priors(priors);
    if (!guess.language.empty()) return guess;
    auto const tokens = tokenize(text, kTokenLimit);
    auto const own = read_own_evidence(text, tokens);
    for (std::size_t i = 0; i < kKnownLanguages.size(); ++i) {
        auto points = own.points;
        auto const mine = std::exchange(points[i], 0);
        if (own.words[i].empty() || mine < 2 * *std::max_element(points.begin(), points.end()) ||
            !is_configured(kKnownLanguages[i], priors))
            continue;
        guess.from_prior = false;
        guess.language = kKnownLanguages[i];
        guess.confidence = 0.7;
        guess.ranked = {{guess.language, guess.confidence}};
        guess.reason = "little text, but '" + own.words[i][0] + "' belongs to it";
        return guess;
    }
    // No such word, but at least two whose letters stand together in one of the languages and in no other.
    auto const grams = read_grams(text, tokens);
    auto const best = static_cast<std::size_t>(std::ranges::max_element(grams.chance) - grams.chance.begin());
    if (tokens.size() < 2 || grams.chance[best] < kSureOfFewLetters || grams.familiarity < kFamiliarFewLetters ||
        !is_configured(kKnownLanguages[best], priors))
        return guess;
    guess.from_prior = false;
    guess.language = kKnownLanguages[best];
    guess.confidence = 0.6;
    guess.ranked = {{guess.language, guess.confidence}};
    guess.reason = "little text, but its letters stand together as in this language";
    return guess;
}

LanguageGuess from_priors(LanguagePriors const& priors) {
    LanguageGuess out;
    out.from_prior = true;
    struct Source {
        std::string const& code;
        double confidence;
        std::string_view why;
    };
    for (auto const& [code, confidence, why] : {Source{priors.customer, 0.8, "the customer wrote in it before"},
                                                Source{priors.content_language, 0.7, "the message's header says so"},
                                                Source{priors.desk, 0.5, "it is the desk's language"}}) {
        out.language = base_code(code);
        if (out.language.empty()) continue;
        out.confidence = confidence;
        out.ranked = {{out.language, confidence}};
        out.reason = "too little text to tell; " + std::string(why);
        return out;
    }
    out.reason = "too little text to tell, and nothing else is known";
    return out;
}

LanguageGuess rank(Reading const& reading, LanguagePriors const& priors) {
    Points points = reading.points;
    auto const lean = [&](std::string const& code, double by) {
        if (auto const found = points.find(base_code(code)); found != points.end()) found->second += by;
    };
    lean(priors.customer, kCustomerPoints);
    lean(priors.content_language, kContentPoints);
    lean(priors.desk, kDeskPoints);
    double top = -1e9;
    for (auto const& [code, value] : points) top = std::max(top, value);
    double total = 0;
    for (auto& [code, value] : points) total += value = std::exp((value - top) / 1.5);
    LanguageGuess out;
    for (auto const& [code, value] : points) out.ranked.push_back({code, std::min(0.99, value / total)});
    std::sort(out.ranked.begin(), out.ranked.end(),
              [](auto const& a, auto const& b) { return a.confidence > b.confidence; });
    out.ranked.resize(std::min<std::size_t>(3, out.ranked.size()));
    out.language = out.ranked[0].value;
    out.confidence = out.ranked[0].confidence;
    out.reason = reason_for(reading, out.language);
    return out;
}

bool is_one_paragraph(std::string_view text) {
    return trim(text).find("\n\n") == std::string_view::npos && trim(text).find("\n\r\n") == std::string_view::npos;
}

void add_place(std::vector<LanguagePlace>& places, std::string const& language, std::size_t begin, std::size_t end) {
    if (!places.empty() && places.back().language == language) places.back().end = end;
    else places.push_back({language, begin, end});
}

void read_parts(std::string_view text, LanguagePriors const& priors, LanguageGuess& out) {
    std::map<std::string, std::size_t, std::less<>> letters;
    std::size_t total = 0;
    std::size_t begin = 0;
    int left = 40;  // paragraphs read on their own; the rest counts as the whole
    while (begin < text.size()) {
        auto end = text.find("\n\n", begin);
        if (auto const other = text.find("\n\r\n", begin); other < end) end = other;
        if (end == std::string_view::npos) end = text.size();
        auto const from = begin;
        auto const part = text.substr(from, end - from);
        begin = end + 1;
        auto const words = tokenize(part, kTokenLimit);
        auto const size = count_letters(words);
        if (size == 0) continue;
        std::string language = out.language;
        if (size >= kPartLetters && left-- > 0) {
            auto const reading = read(part, priors);
            auto const guess = rank(reading, priors);
            if (reading.evidence >= kLeastEvidence && guess.confidence >= 0.8) language = guess.language;
        }
        add_place(out.places, language, from + words.front().begin, from + words.back().end);
        letters[language] += size;
        total += size;
    }
    for (auto const& [language, count] : letters)
        out.parts.push_back({language, static_cast<double>(count) / static_cast<double>(total)});
    std::ranges::sort(out.parts, std::ranges::greater{}, &LanguageShare::share);
    if (out.parts.size() < 2) out.places.clear();
}

std::size_t count_letters(std::vector<Token> const& tokens) {
    std::size_t out = 0;
    for (auto const& token : tokens)
        for (char const c : token.folded)
            if (!(c >= '0' && c <= '9') && c != '_') ++out;
    return out;
}

std::string reason_for(Reading const& reading, std::string const& language) {
    auto const at = std::find(kKnownLanguages.begin(), kKnownLanguages.end(), language) - kKnownLanguages.begin();
    if (at < 3 && !reading.own.words[static_cast<std::size_t>(at)].empty()) {
        std::string out;
        for (auto const& word : reading.own.words[static_cast<std::size_t>(at)])
            out += (out.empty() ? "'" : ", '") + std::string(word) + "'";
        return "words such as " + out;
    }
    return "the letter groups of the text";
}

}  // namespace
}  // namespace lotse::triage
