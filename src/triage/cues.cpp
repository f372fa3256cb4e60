// SPDX-License-Identifier: Apache-2.0
#include "triage/cues.h"

#include <span>

namespace lotse::triage {
namespace {

constexpr std::size_t kMostWords = 20000;

Result<WordLists> read_lists(JsonObject const& parent, std::string_view key, std::string const& pointer);
JsonObject write_lists(WordLists const& lists);
template <class E, std::size_t N>
Ok read_group(JsonObject const& document, std::string_view group, std::array<WordLists, N>& into);
template <class E, std::size_t N>
JsonObject write_group(std::array<WordLists, N> const& lists);
void add_all(std::span<WordLists const> lists, KeywordIndex& into);

}  // namespace

Result<Cues> parse_cues(std::string_view json) {
    TRY(auto const parsed, parse_json(json));
    if (!parsed.is_object()) return invalid("cues.shape", "The word lists must be one JSON object.", "");
    auto const& document = parsed.get_object();
    if (int_at(document, "version") != 1)
        return invalid("cues.version", "Only version 1 of the word lists is known.", "/version");
    Cues out;
    CHECK_OK(read_group<domain::TicketType>(document, "type", out.type));
    CHECK_OK(read_group<domain::Level>(document, "impact", out.impact));
    CHECK_OK(read_group<domain::Level>(document, "urgency", out.urgency));
    TRY(out.negation, read_lists(document, "negation", ""));
    return out;
}

JsonObject to_json(Cues const& cues) {
    return JsonObject{{"version", 1},
                      {"type", write_group<domain::TicketType>(cues.type)},
                      {"impact", write_group<domain::Level>(cues.impact)},
                      {"urgency", write_group<domain::Level>(cues.urgency)},
                      {"negation", write_lists(cues.negation)}};
}

CueIndex make_cue_index(Cues const& cues) {
    CueIndex out;
    add_all(cues.type, out.type);
    add_all(cues.impact, out.impact);
    add_all(cues.urgency, out.urgency);
    add_all({&cues.negation, 1}, out.negation);
    return out;
}

namespace {

template <class E, std::size_t N>
Ok read_group(JsonObject const& document, std::string_view group, std::array<WordLists, N>& into) {
    auto const& names = domain::EnumNames<E>::all;
    auto const pointer = "/" + std::string(group);
    auto const* found = document.if_contains(group);
    if (found == nullptr) return {};
    if (!found->is_object()) return invalid("cues.shape", "Here a JSON object is expected.", pointer);
    for (auto const& [key, value] : found->get_object())
        if (!domain::find_enum<E>(std::string_view(key)))
            return invalid("cues.unknown", "This name is not one of the known values.",
                           pointer + "/" + std::string(key));
    for (std::size_t i = 0; i < N; ++i) {
        TRY(into[i], read_lists(found->get_object(), names[i], pointer));
    }
    return {};
}

Result<WordLists> read_lists(JsonObject const& parent, std::string_view key, std::string const& pointer) {
    WordLists out;
    auto const here = pointer + "/" + std::string(key);
    auto const* found = parent.if_contains(key);
    if (found == nullptr) return out;
    if (!found->is_object()) return invalid("cues.shape", "Here lists by language are expected.", here);
    std::size_t words = 0;
    for (auto const& [language, list] : found->get_object()) {
        auto const at = here + "/" + std::string(language);
        if (!list.is_array()) return invalid("cues.shape", "Here a list of words is expected.", at);
        std::vector<std::string> patterns;
        for (auto const& word : list.get_array()) {
            if (!word.is_string() || word.get_string().empty() || word.get_string().size() > 200)
                return invalid("cues.word", "A word is a text of 1 to 200 bytes.", at);
            if (++words > kMostWords) return too_large("cues.too_many", "There are too many words in one list.", at);
            patterns.emplace_back(word.get_string());
        }
        out.emplace_back(std::string(language), std::move(patterns));
    }
    return out;
}

template <class E, std::size_t N>
JsonObject write_group(std::array<WordLists, N> const& lists) {
    JsonObject out;
    for (std::size_t i = 0; i < N; ++i) out[domain::EnumNames<E>::all[i]] = write_lists(lists[i]);
    return out;
}

JsonObject write_lists(WordLists const& lists) {
    JsonObject out;
    for (auto const& [language, words] : lists) {
        JsonArray list;
        for (auto const& word : words) list.emplace_back(word);
        out[language] = std::move(list);
    }
    return out;
}

void add_all(std::span<WordLists const> lists, KeywordIndex& into) {
    for (std::size_t value = 0; value < lists.size(); ++value)
        for (auto const& [language, words] : lists[value])
            for (auto const& word : words) into.add(word, static_cast<std::uint32_t>(value), language);
}

}  // namespace
}  // namespace lotse::triage
