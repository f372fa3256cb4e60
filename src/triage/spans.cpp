// SPDX-License-Identifier: Apache-2.0
#include "triage/spans.h"

#include <algorithm>

#include "base/text.h"
#include "triage/features.h"
#include "triage/keywords.h"

namespace lotse::triage {
namespace {

using Phrase = std::vector<std::string>;

// As the model sees a word: digits in a row are one "0" (features.cpp).
std::string without_digits(std::string_view folded) {
    std::string out;
    for (char const c : folded) {
        bool const is_digit = c >= '0' && c <= '9';
        if (is_digit && !out.empty() && out.back() == '0') continue;
        out += is_digit ? '0' : c;
    }
    return out;
}

std::vector<Phrase> phrases_of(std::vector<std::string> const& words) {
    std::vector<Phrase> out;
    for (auto const& word : words) {
        Phrase phrase;
        for (auto const& token : tokenize(word, 20)) phrase.push_back(without_digits(token.folded));
        if (!phrase.empty()) out.push_back(std::move(phrase));
    }
    // The longest first, so that "paper jam" is marked as one and not as two.
    std::ranges::stable_sort(out, [](auto const& a, auto const& b) { return a.size() > b.size(); });
    return out;
}

std::size_t length_at(std::vector<Phrase> const& phrases, std::vector<std::string> const& seen, std::size_t at) {
    for (auto const& phrase : phrases) {
        if (at + phrase.size() > seen.size()) continue;
        if (std::equal(phrase.begin(), phrase.end(), seen.begin() + static_cast<std::ptrdiff_t>(at)))
            return phrase.size();
    }
    return 0;
}

void find_in(std::string_view text, bool is_subject, std::vector<Phrase> const& phrases, std::size_t most,
             std::vector<Span>& out) {
    auto const read = cut_utf8(text, kTextLimit);
    auto const tokens = tokenize(read);
    std::vector<std::string> seen;
    seen.reserve(tokens.size());
    for (auto const& token : tokens) seen.push_back(without_digits(token.folded));
    std::size_t counted = 0;  // bytes
    std::size_t points = 0;   // code points in them
    auto const points_until = [&](std::size_t bytes) {
        points += count_code_points(read.substr(counted, bytes - counted));
        counted = bytes;
        return points;
    };
    for (std::size_t i = 0; i < seen.size() && out.size() < most;) {
        auto const length = length_at(phrases, seen, i);
        if (length == 0) {
            ++i;
            continue;
        }
        auto const begin = tokens[i].begin;
        auto const end = tokens[i + length - 1].end;
        Span span{is_subject, points_until(begin), 0, std::string(read.substr(begin, end - begin))};
        span.end = points_until(end);
        out.push_back(std::move(span));
        i += length;
    }
}

}  // namespace

std::vector<Span> find_spans(std::string_view subject, std::string_view text, std::vector<std::string> const& words,
                             std::size_t most) {
    std::vector<Span> out;
    auto const phrases = phrases_of(words);
    if (phrases.empty()) return out;
    find_in(subject, true, phrases, most, out);
    find_in(text, false, phrases, most, out);
    return out;
}

}  // namespace lotse::triage
