// SPDX-License-Identifier: Apache-2.0
#include "domain/language_name.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace lotse::domain {
namespace {

using Entry = std::pair<std::string_view, std::string_view>;

// Sorted by code. ISO 639-1 with the names in common use; "iw" and "jw" are old codes that language detectors still
// give.
// clang-format off
constexpr auto kNames = std::to_array<Entry>({
    {"af", "Afrikaans"}, {"am", "Amharic"}, {"ar", "Arabic"}, {"as", "Assamese"}, {"az", "Azerbaijani"},
    {"be", "Belarusian"}, {"bg", "Bulgarian"}, {"bn", "Bengali"}, {"bo", "Tibetan"}, {"br", "Breton"},
    {"bs", "Bosnian"}, {"ca", "Catalan"}, {"co", "Corsican"}, {"cs", "Czech"}, {"cy", "Welsh"}, {"da", "Danish"},
    {"de", "German"}, {"dz", "Dzongkha"}, {"el", "Greek"}, {"en", "English"}, {"eo", "Esperanto"}, {"es", "Spanish"},
    {"et", "Estonian"}, {"eu", "Basque"}, {"fa", "Persian"}, {"fi", "Finnish"}, {"fj", "Fijian"}, {"fo", "Faroese"},
    {"fr", "French"}, {"fy", "Frisian"}, {"ga", "Irish"}, {"gd", "Scottish Gaelic"}, {"gl", "Galician"},
    {"gn", "Guarani"}, {"gu", "Gujarati"}, {"ha", "Hausa"}, {"he", "Hebrew"}, {"hi", "Hindi"}, {"hr", "Croatian"},
    {"ht", "Haitian Creole"}, {"hu", "Hungarian"}, {"hy", "Armenian"}, {"id", "Indonesian"}, {"ig", "Igbo"},
    {"is", "Icelandic"}, {"it", "Italian"}, {"iw", "Hebrew"}, {"ja", "Japanese"}, {"jv", "Javanese"},
    {"jw", "Javanese"}, {"ka", "Georgian"}, {"kk", "Kazakh"}, {"kl", "Greenlandic"}, {"km", "Khmer"},
    {"kn", "Kannada"}, {"ko", "Korean"}, {"ku", "Kurdish"}, {"ky", "Kyrgyz"}, {"la", "Latin"},
    {"lb", "Luxembourgish"}, {"lo", "Lao"}, {"lt", "Lithuanian"}, {"lv", "Latvian"}, {"mg", "Malagasy"},
    {"mi", "Maori"}, {"mk", "Macedonian"}, {"ml", "Malayalam"}, {"mn", "Mongolian"}, {"mr", "Marathi"},
    {"ms", "Malay"}, {"mt", "Maltese"}, {"my", "Burmese"}, {"nb", "Norwegian"}, {"ne", "Nepali"}, {"nl", "Dutch"},
    {"nn", "Norwegian Nynorsk"}, {"no", "Norwegian"}, {"oc", "Occitan"}, {"or", "Odia"}, {"pa", "Punjabi"},
    {"pl", "Polish"}, {"ps", "Pashto"}, {"pt", "Portuguese"}, {"qu", "Quechua"}, {"rm", "Romansh"},
    {"ro", "Romanian"}, {"ru", "Russian"}, {"rw", "Kinyarwanda"}, {"sd", "Sindhi"}, {"si", "Sinhala"},
    {"sk", "Slovak"}, {"sl", "Slovenian"}, {"so", "Somali"}, {"sq", "Albanian"}, {"sr", "Serbian"},
    {"su", "Sundanese"}, {"sv", "Swedish"}, {"sw", "Swahili"}, {"ta", "Tamil"}, {"te", "Telugu"}, {"tg", "Tajik"},
    {"th", "Thai"}, {"ti", "Tigrinya"}, {"tk", "Turkmen"}, {"tl", "Tagalog"}, {"tr", "Turkish"}, {"tt", "Tatar"},
    {"ug", "Uyghur"}, {"uk", "Ukrainian"}, {"ur", "Urdu"}, {"uz", "Uzbek"}, {"vi", "Vietnamese"}, {"wo", "Wolof"},
    {"xh", "Xhosa"}, {"yi", "Yiddish"}, {"yo", "Yoruba"}, {"zh", "Chinese"}, {"zu", "Zulu"},
});
// clang-format on
static_assert(std::ranges::is_sorted(kNames, {}, &Entry::first));

std::string_view primary_subtag(std::string_view code) { return code.substr(0, code.find_first_of("-_")); }

}  // namespace

std::string language_name(std::string_view code) {
    auto const primary = to_lower_ascii(primary_subtag(code));
    auto const* const found = std::ranges::lower_bound(kNames, std::string_view(primary), {}, &Entry::first);
    if (found != kNames.end() && found->first == primary) return std::string(found->second);
    return "'" + std::string(code) + "'";
}

bool is_same_language(std::string_view a, std::string_view b) {
    return equals_ignoring_case(primary_subtag(a), primary_subtag(b));
}

}  // namespace lotse::domain
