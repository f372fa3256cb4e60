// SPDX-License-Identifier: Apache-2.0
#include "triage/language_grams.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "base/json.h"
#include "base/must.h"
#include "base/text.h"
#include "triage/hash.h"

// Made by CMake.
namespace lotse::embedded {
std::string_view triage_language_sample_json();
}

namespace lotse::triage {
namespace {

constexpr std::size_t kLanguages = kKnownLanguages.size();
constexpr std::size_t kLongest = 5;
constexpr std::size_t kFamiliarLength = 4;
constexpr std::size_t kBytesRead = 400;
constexpr double kUnseen = 0.1;  // that each group is taken to have been seen, beside its count
// The groups of a word overlap, so they are no independent witnesses: about so many say the same.
constexpr double kOverlap = 4;

using Counts = std::array<float, kLanguages>;

// Each group of letters of a word, with a blank on both sides, by its hash and its length.
template <class F>
void each_gram(std::string_view word, F&& take) {
    std::string const padded = " " + to_lower_utf8(word) + " ";
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < padded.size(); ++i)
        if ((static_cast<unsigned char>(padded[i]) & 0xC0U) != 0x80U) starts.push_back(i);
    starts.push_back(padded.size());
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        auto state = kHashStart;
        for (std::size_t length = 1; length <= kLongest && i + length < starts.size(); ++length) {
            auto const from = starts[i + length - 1];
            state = hash_on(state, std::string_view(padded).substr(from, starts[i + length] - from));
            if (length > 1 || padded[starts[i]] != ' ') take(hash_end(state), length);
        }
    }
}

struct Table {
    std::unordered_map<std::uint64_t, Counts> counts;
    std::array<Counts, kLongest + 1> all{};        // by length
    std::array<double, kLongest + 1> distinct{};

    // log of how often this group is met in the language, among those of its length
    double log_chance(Counts const& seen, std::size_t length, std::size_t language) const {
        return std::log((static_cast<double>(seen[language]) + kUnseen) /
                        (static_cast<double>(all[length][language]) + kUnseen * distinct[length]));
    }
};

Table make_table() {
    Table out;
    auto const parsed = parse_json(embedded::triage_language_sample_json());
    must(parsed.has_value() && parsed->is_object(), "the sample of languages");
    for (std::size_t language = 0; language < kLanguages; ++language) {
        for (auto const& [word, count] : object_at(parsed->get_object(), kKnownLanguages[language])) {
            auto const times = count.to_number<float>();
            each_gram({word.data(), word.size()}, [&](std::uint64_t gram, std::size_t length) {
                auto const [found, is_new] = out.counts.emplace(gram, Counts{});
                if (is_new) out.distinct[length] += 1;
                found->second[language] += times;
                out.all[length][language] += times;
            });
        }
    }
    return out;
}

}  // namespace

GramEvidence read_grams(std::string_view text, std::vector<Token> const& tokens) {
    static Table const kTable = make_table();
    static Counts const kNever{};
    std::array<double, kLanguages> logs{};
    std::array<double, kLanguages> familiar{};
    double groups = 0;
    std::size_t bytes = 0;
    for (auto const& token : tokens) {
        auto const word = text.substr(token.begin, token.end - token.begin);
        if (std::ranges::any_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '_'; })) continue;
        bytes += word.size();
        if (bytes > kBytesRead) break;
        each_gram(word, [&](std::uint64_t gram, std::size_t length) {
            auto const found = kTable.counts.find(gram);
            auto const& seen = found == kTable.counts.end() ? kNever : found->second;
            groups += length == kFamiliarLength ? 1 : 0;
            for (std::size_t i = 0; i < kLanguages; ++i) {
                logs[i] += kTable.log_chance(seen, length, i);
                if (length == kFamiliarLength && seen[i] > 0) familiar[i] += 1;
            }
        });
    }
    GramEvidence out;
    if (bytes == 0) return out;
    auto const best = static_cast<std::size_t>(std::ranges::max_element(logs) - logs.begin());
    double sum = 0;
    for (std::size_t i = 0; i < kLanguages; ++i) sum += out.chance[i] = std::exp((logs[i] - logs[best]) / kOverlap);
    for (double& chance : out.chance) chance /= sum;
    out.familiarity = groups > 0 ? familiar[best] / groups : 0;
    return out;
}

}  // namespace lotse::triage
