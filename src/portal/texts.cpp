// SPDX-License-Identifier: Apache-2.0
#include "portal/texts.h"

#include <algorithm>
#include <cstdlib>

#include "base/json.h"
#include "base/must.h"
#include "base/text.h"

// Made by CMake from the files in texts/.
namespace lotse::embedded {
std::string_view portal_texts_help_en_json();
std::string_view portal_texts_help_de_json();
std::string_view portal_texts_help_pl_json();
}  // namespace lotse::embedded

namespace lotse::portal {
namespace {

// "de-AT;q=0.8" -> ("de", 0.8)
std::pair<std::string_view, double> read_range(std::string_view part) {
    auto const semicolon = part.find(';');
    auto range = trim(part.substr(0, semicolon));
    double weight = 1;
    if (semicolon != std::string_view::npos) {
        auto const q = trim(part.substr(semicolon + 1));
        if (q.starts_with("q=")) weight = std::strtod(std::string(q.substr(2)).c_str(), nullptr);
    }
    return {range.substr(0, range.find('-')), weight};
}

}  // namespace

Texts::Texts(std::string_view language, std::string_view json) : language_(language) {
    auto const parsed = parse_json(json);
    must(parsed.has_value() && parsed->is_object(), "texts of the portal");
    for (auto const& [key, value] : parsed->get_object())
        all_.emplace(std::string(key), std::string(value.as_string().c_str()));
}

std::string Texts::get(std::string_view key, TextValues values) const {
    auto const found = all_.find(key);
    must(found != all_.end(), "a text of the portal");
    auto const& pattern = found->second;
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        auto const begin = pattern.find("{{", at);
        auto const end = begin == std::string::npos ? begin : pattern.find("}}", begin);
        if (end == std::string::npos) return out += pattern.substr(at);
        out += pattern.substr(at, begin - at);
        auto const name = std::string_view(pattern).substr(begin + 2, end - begin - 2);
        for (auto const& [given, value] : values)
            if (given == name) out += value;
        at = end + 2;
    }
    return out;
}

Texts const& texts_of(std::string_view language) {
    static Texts const english("en", embedded::portal_texts_help_en_json());
    static Texts const german("de", embedded::portal_texts_help_de_json());
    static Texts const polish("pl", embedded::portal_texts_help_pl_json());
    if (language == "de") return german;
    return language == "pl" ? polish : english;
}

std::string_view choose_language(std::string_view accept_language, std::string_view otherwise) {
    std::string_view best;
    double most = 0;
    for (auto const part : split(accept_language, ',')) {
        auto const [range, weight] = read_range(part);
        auto const ours = std::ranges::find_if(kLanguages, [&](auto one) { return equals_ignoring_case(one, range); });
        if (ours == kLanguages.end() || weight <= most) continue;
        best = *ours;
        most = weight;
    }
    if (!best.empty()) return best;
    auto const known = std::ranges::find(kLanguages, otherwise);
    return known == kLanguages.end() ? kLanguages.front() : *known;
}

}  // namespace lotse::portal
