// SPDX-License-Identifier: Apache-2.0
// Whether the mood of a text is read as people read it.
//   ratings  a table of number, mean rating, text without a head line, as in the data of VADER (Hutto & Gilbert 2014; MIT, in the
//            source of the PyPI package vaderSentiment): at -1 and below people found the sentence negative, from -0.3 on not;
//            those between are left out. English; no word of our lists was chosen by it
//   demo     the project's own tickets in three languages, some of which were written to be angry; the lists are by the same
//            hands, so this shows what is lost, not what is won
//
// bench_sentiment ratings FILE | demo FOLDER
#include <fstream>

#include "base/json.h"
#include "base/rate_interval.h"
#include "base/text.h"
#include "bench/measure.h"
#include "triage/sentiment.h"

namespace lotse::bench {
namespace {

constexpr double kNegative = -1;
constexpr double kNotNegative = -0.3;

struct Counts {
    std::size_t negative = 0;  // by people
    std::size_t other = 0;
    std::size_t found = 0;  // negative and said to be
    std::size_t false_alarms = 0;
    std::size_t silent = 0;  // too few words to tell

    void add(bool is_negative, std::string const& said) {
        bool const is_said = said == "unhappy" || said == "angry";
        silent += said.empty() ? 1 : 0;
        ++(is_negative ? negative : other);
        found += is_negative && is_said ? 1 : 0;
        false_alarms += !is_negative && is_said ? 1 : 0;
    }
};

double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string shown(std::size_t part, std::size_t whole) {
    auto const interval = wilson(part, whole);
    return fmt::format("{:.3f} [{:.3f}, {:.3f}] n={}", ratio(part, whole), interval.low, interval.high, whole);
}

double f1(std::size_t right, std::size_t said, std::size_t wanted) { return 2 * ratio(right, said + wanted); }

void print(std::string_view name, Counts const& counts) {
    auto const said = counts.found + counts.false_alarms;
    auto const calm = counts.other - counts.false_alarms;
    double const macro =
        (f1(counts.found, said, counts.negative) + f1(calm, counts.negative + counts.other - said, counts.other)) / 2;
    fmt::print("{}  negative: recall {}  precision {}; macro-F1 {:.3f}; silent {}\n", name,
               shown(counts.found, counts.negative), shown(counts.found, said), macro, counts.silent);
}

Result<void> ratings(std::string const& path) {
    std::ifstream in(path);
    if (!in) return invalid("bench.file", "The file cannot be read: " + path);
    Counts counts;
    for (std::string line; std::getline(in, line);) {
        auto const first = line.find('\t');
        auto const second = line.find('\t', first + 1);
        if (second == std::string::npos) continue;
        double const rating = std::stod(line.substr(first + 1, second - first - 1));
        if (rating > kNegative && rating < kNotNegative) continue;
        counts.add(rating <= kNegative,
                   triage::sentiment_label("", to_valid_utf8(line.substr(second + 1)), "en").value);
    }
    print("ratings, en", counts);
    return {};
}

Result<void> demo(std::string const& folder) {
    for (auto const* language : {"en", "de", "pl"}) {
        std::ifstream in(folder + "/" + language + ".jsonl");
        if (!in) return invalid("bench.file", "There are no demo texts in " + folder);
        Counts counts;
        for (std::string line; std::getline(in, line);) {
            TRY(auto const parsed, parse_json(line));
            if (!parsed.is_object()) continue;
            auto const& ticket = parsed.get_object();
            bool is_angry = false;
            for (auto const& style : array_at(ticket, "style")) is_angry = is_angry || style == "angry";
            counts.add(is_angry,
                       triage::sentiment_label(text_at(ticket, "subject"), text_at(ticket, "body"), language).value);
        }
        print(std::string("demo, ") + language, counts);
    }
    return {};
}

Result<void> run(int count, char** words) {
    std::string_view const kind = count == 3 ? words[1] : "";
    if (kind == "ratings") return ratings(words[2]);
    if (kind == "demo") return demo(words[2]);
    return invalid("bench.words", "bench_sentiment ratings FILE | demo FOLDER");
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) { return lotse::bench::finish(lotse::bench::run(count, words)); }
