// SPDX-License-Identifier: Apache-2.0
#include "triage/suggest.h"

#include <algorithm>

#include "base/text.h"
#include "domain/language_name.h"
#include "triage/classify.h"
#include "triage/language.h"
#include "triage/levels.h"
#include "triage/reading.h"
#include "triage/sentiment.h"

namespace lotse::triage {
namespace {

constexpr std::size_t kOpening = 60;  // code points

// Those compiled in are the same for every desk of this process.
std::shared_ptr<CueIndex const> compiled(Cues const& cues) {
    auto const make = [&] { return std::make_shared<CueIndex const>(make_cue_index(cues)); };
    if (&cues != &default_cues()) return make();
    static std::shared_ptr<CueIndex const> const kDefault = make();
    return kDefault;
}

domain::Label language_label(LanguageGuess const& guess, TriageInput const& input);
domain::Label category_label(TriageInput const& input, Reading const& reading, Features const& features,
                             TriageModel const& model, TriageSetup const& setup);
domain::Label type_label(TriageInput const& input, Reading const& reading, Features const& features,
                         TriageModel const& model);

}  // namespace

TriageSetup make_triage_setup(std::vector<domain::Category> categories, domain::PriorityMatrix const& matrix,
                              std::vector<std::string> languages, std::string desk_language, Cues const& cues) {
    TriageSetup setup;
    auto words = std::make_shared<KeywordIndex>();
    for (std::size_t i = 0; i < categories.size(); ++i)
        for (auto const& [language, patterns] : categories[i].keywords)
            for (auto const& pattern : patterns) words->add(pattern, static_cast<std::uint32_t>(i), language);
    setup.category_words = std::move(words);
    setup.cues = compiled(cues);
    setup.categories = std::move(categories);
    setup.matrix = matrix;
    setup.languages = std::move(languages);
    setup.desk_language = std::move(desk_language);
    return setup;
}

domain::Suggestion suggest(TriageInput const& input, TriageModel const& model, TriageSetup const& setup) {
    auto const language =
        detect_language(input.subject, input.new_text,
                        {input.customer_language, input.content_language, setup.desk_language, setup.languages});
    auto const reading = read_message(input, language.language, *setup.cues);
    auto const features = model.is_empty() ? Features{} : features_of(input);
    domain::Suggestion out;
    out.model_version = model.version();
    out.labels.push_back(language_label(language, input));
    out.labels.push_back(category_label(input, reading, features, model, setup));
    out.labels.push_back(type_label(input, reading, features, model));
    auto impact = guess_impact(reading, setup);
    auto urgency = guess_urgency(reading, setup, out.labels.back().value);
    auto priority = priority_of(impact, urgency, setup.matrix);
    out.labels.push_back(std::move(impact.label));
    out.labels.push_back(std::move(urgency.label));
    out.labels.push_back(std::move(priority));
    bool const is_first = input.newest_from == 0 || input.newest_from > input.new_text.size();
    out.labels.push_back(sentiment_label(is_first ? std::string_view(input.subject) : std::string_view(),
                                         std::string_view(input.new_text).substr(is_first ? 0 : input.newest_from),
                                         language.language));
    return out;
}

namespace {

std::string opening_of(std::string_view part) {
    std::size_t bytes = 0;
    for (std::size_t points = 0; bytes < part.size() && part[bytes] != '\n' && part[bytes] != '\r'; ++bytes) {
        bool const begins = (static_cast<unsigned char>(part[bytes]) & 0xC0U) != 0x80U;
        if (begins && ++points > kOpening) break;
    }
    return std::string(part.substr(0, bytes));
}

// Those that the newest message has; what came before was said earlier.
std::vector<domain::LanguagePart> parts_of(LanguageGuess const& guess, TriageInput const& input) {
    std::string_view const text = input.new_text;
    auto const from = input.newest_from > text.size() ? 0 : input.newest_from;
    std::vector<domain::LanguagePart> out;
    for (auto const& [language, begins, ends] : guess.places) {
        auto const begin = std::max(begins, from);
        auto const end = std::min(ends, text.size());
        if (begin >= end) continue;
        auto const first = count_code_points(text.substr(from, begin - from));
        out.push_back({language,
                       {first, first + count_code_points(text.substr(begin, end - begin))},
                       opening_of(text.substr(begin, end - begin))});
    }
    if (out.size() < 2) out.clear();
    return out;
}

domain::Label language_label(LanguageGuess const& guess, TriageInput const& input) {
    domain::Label label;
    label.field = "language";
    label.value = guess.language;
    label.alternatives = guess.ranked;
    label.parts = parts_of(guess, input);
    bool const is_prior = guess.from_prior || guess.language.empty();
    label.because.source = is_prior ? "prior" : "keywords";
    label.because.code = guess.language.empty() ? "language.unknown" : is_prior ? "language.prior" : "language.text";
    label.because.version = "keywords";
    label.because.unproven = true;
    if (!guess.language.empty()) label.because.confidence = guess.confidence;
    auto const name = guess.language.empty() ? std::string("Unknown") : domain::language_name(guess.language);
    label.because.text = name + ": " + guess.reason + ".";
    if (guess.parts.size() > 1 && !guess.parts[1].language.empty())
        label.because.text += " A part is in " + domain::language_name(guess.parts[1].language) + ".";
    return label;
}

domain::Label category_label(TriageInput const& input, Reading const& reading, Features const& features,
                             TriageModel const& model, TriageSetup const& setup) {
    ClassValues values;
    for (auto const& category : setup.categories) {
        values.keys.push_back(category.key);
        values.names.push_back(category.name);
    }
    return decide_class("category", values, vote_on_category(reading, setup), model.category, model.version(), input,
                        features, model.meaning_of(input));
}

domain::Label type_label(TriageInput const& input, Reading const& reading, Features const& features,
                         TriageModel const& model) {
    if (input.is_automatic && input.channel != domain::Channel::monitoring) {  // an alert is automatic, too
        domain::Label label;
        label.field = "type";
        label.value = domain::name_of(domain::TicketType::no_action);
        label.because = {"prior", "type.automatic", "The message was sent by a machine, so nobody waits for an answer.",
                         0.9,     "keywords",       true};
        label.alternatives = {{label.value, 0.9}};
        return label;
    }
    static ClassValues const kValues = [] {
        ClassValues values;
        for (auto const name : domain::EnumNames<domain::TicketType>::all) values.keys.emplace_back(name);
        values.names = {"an incident", "a request", "a question", "a complaint", "a message that needs no action"};
        return values;
    }();
    return decide_class("type", kValues, vote_on_type(reading), model.type, model.version(), input, features,
                        model.meaning_of(input));
}

}  // namespace
}  // namespace lotse::triage
