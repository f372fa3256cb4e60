// SPDX-License-Identifier: Apache-2.0
// How often the language of a short text is told right, on texts that nothing was made from:
//   words     runs of three words of a row, without any prior
//   message   the row as it is, without any prior
//   mixed     two rows of two languages, a paragraph each: are exactly these two languages named among the parts?
// Each file is one language, a row a message: plain text (a line a row), or a table (its column after the name).
//
// bench_language de=FILE[:COLUMN] pl=FILE[:COLUMN] ...
#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "app/demo/random.h"
#include "app/table_reader.h"
#include "base/rate_interval.h"
#include "base/text.h"
#include "bench/measure.h"
#include "triage/keywords.h"
#include "triage/language.h"

namespace lotse::bench {
namespace {

constexpr std::size_t kMostRows = 5000;
constexpr std::size_t kLeastWords = 3;
constexpr std::size_t kMixed = 1000;
constexpr std::size_t kParagraphLetters = 60;  // of a paragraph in the mixed mails

struct Language {
    std::string code;
    std::vector<std::string> rows;
};

struct Counts {
    std::size_t right = 0;
    std::size_t unknown = 0;
    std::size_t of = 0;
    std::map<std::string, std::size_t> wrong;  // by what was said instead

    void add(std::string const& truth, std::string const& said) {
        ++of;
        if (said == truth) ++right;
        else if (said.empty()) ++unknown;
        else ++wrong[said];
    }
};

Result<Language> read_language(std::string_view word) {
    auto const equals = word.find('=');
    if (equals == std::string_view::npos) return invalid("bench.words", "bench_language de=FILE[:COLUMN] ...");
    Language out{std::string(word.substr(0, equals)), {}};
    auto const place = word.substr(equals + 1);
    auto const colon = place.rfind(':');
    if (colon == std::string_view::npos) {
        std::ifstream in{std::string(place)};
        if (!in) return invalid("bench.file", "The file cannot be read: " + std::string(place));
        for (std::string line; out.rows.size() < kMostRows && std::getline(in, line);)
            if (triage::tokenize(line).size() >= kLeastWords) out.rows.push_back(line);
        return out;
    }
    TRY(auto table,
        app::TableReader::open(std::string(place.substr(0, colon)), {std::string(place.substr(colon + 1))}));
    while (out.rows.size() < kMostRows) {
        TRY(auto row, table.next());
        if (!row) break;
        if (triage::tokenize(row->fields[0]).size() >= kLeastWords) out.rows.push_back(row->fields[0]);
    }
    return out;
}

std::string three_words(std::string const& row, app::Random& random) {
    auto const tokens = triage::tokenize(row);
    auto const first = random.below(tokens.size() - kLeastWords + 1);
    return row.substr(tokens[first].begin, tokens[first + kLeastWords - 1].end - tokens[first].begin);
}

std::string shown(Counts const& counts) {
    auto const interval = wilson(counts.right, counts.of);
    auto out = fmt::format("{:.4f} [{:.4f}, {:.4f}] n={} unknown={}",
                           static_cast<double>(counts.right) / static_cast<double>(std::max<std::size_t>(counts.of, 1)),
                           interval.low, interval.high, counts.of, counts.unknown);
    for (auto const& [code, count] : counts.wrong) out += fmt::format(" {}={}", code, count);
    return out;
}

void measure(Language const& language, Counts& all_words, Counts& all_messages) {
    app::Random random(7);
    Counts words;
    Counts messages;
    for (auto const& row : language.rows) {
        auto const by_words = triage::detect_language("", three_words(row, random), {}).language;
        auto const by_message = triage::detect_language("", row, {}).language;
        words.add(language.code, by_words);
        messages.add(language.code, by_message);
        all_words.add(language.code, by_words);
        all_messages.add(language.code, by_message);
    }
    fmt::print("{}  3 words  {}\n    message  {}\n", language.code, shown(words), shown(messages));
}

// A paragraph of whole rows that is long enough to be one.
std::string paragraph(Language const& language, app::Random& random) {
    std::string out;
    while (out.size() < kParagraphLetters) out += (out.empty() ? "" : " ") + random.pick(language.rows);
    return out;
}

void measure_mixed(std::vector<Language> const& languages) {
    app::Random random(11);
    std::size_t named = 0;
    std::size_t right = 0;
    std::size_t wanted = 0;
    std::size_t exact = 0;
    for (std::size_t i = 0; i < kMixed; ++i) {
        auto const first = random.below(languages.size());
        auto const second = (first + 1 + random.below(languages.size() - 1)) % languages.size();
        auto const text = paragraph(languages[first], random) + "\n\n" + paragraph(languages[second], random);
        std::set<std::string> said;
        for (auto const& part : triage::detect_language("", text, {}).parts) said.insert(part.language);
        std::set<std::string> const truth{languages[first].code, languages[second].code};
        wanted += truth.size();
        named += said.size();
        for (auto const& code : said) right += truth.contains(code) ? 1 : 0;
        exact += said == truth ? 1 : 0;
    }
    double const precision = static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(named, 1));
    double const recall = static_cast<double>(right) / static_cast<double>(wanted);
    auto const interval = wilson(exact, kMixed);
    fmt::print("mixed  F1 {:.4f} (precision {:.4f}, recall {:.4f}); both and no other {:.4f} [{:.4f}, {:.4f}] n={}\n",
               2 * precision * recall / (precision + recall), precision, recall,
               static_cast<double>(exact) / static_cast<double>(kMixed), interval.low, interval.high, kMixed);
}

Result<void> run(int count, char** words) {
    std::vector<Language> languages;
    for (int i = 1; i < count; ++i) {
        TRY(auto language, read_language(words[i]));
        languages.push_back(std::move(language));
    }
    Counts all_words;
    Counts all_messages;
    for (auto const& language : languages) measure(language, all_words, all_messages);
    if (languages.size() < 2) return {};
    fmt::print("all 3 words  {}\n    message  {}\n", shown(all_words), shown(all_messages));
    measure_mixed(languages);
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) { return lotse::bench::finish(lotse::bench::run(count, words)); }
