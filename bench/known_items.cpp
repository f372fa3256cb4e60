// SPDX-License-Identifier: Apache-2.0
#include "bench/known_items.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <optional>
#include <set>

#include "app/demo/scripts.h"
#include "base/text.h"
#include "search/fold.h"

namespace lotse::bench {
namespace {

constexpr std::size_t kShortest = 4;  // letters of a word that is asked for
constexpr std::size_t kLongest = 20;
constexpr std::size_t kAlike = 5;  // letters that two forms of a word begin with

std::map<std::string, std::string> const kNames{{"name", ""},    {"first", ""}, {"org", ""},  {"order", ""},
                                                {"invoice", ""}, {"asset", ""}, {"agent", ""}};

std::vector<std::string> sentences_of(std::string const& text) {
    std::vector<std::string> out;
    std::string sentence;
    for (char const c : text) {
        sentence += c == '\n' ? ' ' : c;
        if (c != '.' && c != '?' && c != '!' && c != '\n') continue;
        if (sentence.size() > 20) out.emplace_back(trim(sentence));
        if (sentence.size() > 20 || c == '\n') sentence.clear();
    }
    if (sentence.size() > 20) out.emplace_back(trim(sentence));
    return out;
}

std::vector<std::string> words_of(std::string const& text) {
    std::set<std::string> out;
    for (auto const& word : search::words_in(text, 400))
        if (word.folded.size() >= kShortest && word.folded.size() <= kLongest) out.insert(word.folded);
    return {out.begin(), out.end()};
}

// So many of them, in no order.
std::vector<std::string> some(std::vector<std::string> words, std::size_t count, app::Random& random) {
    std::vector<std::string> out;
    while (out.size() < count && !words.empty()) {
        auto const at = static_cast<std::ptrdiff_t>(random.below(words.size()));
        out.push_back(words[static_cast<std::size_t>(at)]);
        words.erase(words.begin() + at);
    }
    return out;
}

std::string joined(std::vector<std::string> const& words) {
    std::string out;
    for (auto const& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

struct Pair {
    std::string language;
    std::string one;
    std::string other;
};

Result<std::vector<Pair>> read_pairs(std::string const& path) {
    std::ifstream file(path);
    if (!file) return not_found("bench.inflections", path + " cannot be read.");
    std::vector<Pair> out;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#') || line.empty()) continue;
        auto const parts = split(line, '\t');
        if (parts.size() != 3) return invalid("bench.inflections", "not three columns: " + line);
        out.push_back({std::string(parts[0]), search::fold(parts[1]), search::fold(parts[2])});
    }
    return out;
}

using Maker = std::function<std::optional<std::vector<std::string>>(KnownItem const&, app::Random&)>;

Maker plain_words() {
    return [](KnownItem const& item, app::Random& random) -> std::optional<std::vector<std::string>> {
        auto out = some(words_of(item.subject + "\n" + item.body), 2 + random.below(3), random);
        if (out.size() < 2) return std::nullopt;
        return out;
    };
}

Maker with_typo() {
    return [](KnownItem const& item, app::Random& random) -> std::optional<std::vector<std::string>> {
        auto out = plain_words()(item, random);
        if (!out) return std::nullopt;
        auto const longest = std::ranges::max_element(*out, {}, &std::string::size);
        longest->erase(1 + random.below(longest->size() - 1), 1);
        return out;
    };
}

Maker inflected(std::vector<Pair> const& pairs) {
    return [&pairs](KnownItem const& item, app::Random& random) -> std::optional<std::vector<std::string>> {
        auto words = words_of(item.subject + "\n" + item.body);
        std::vector<std::pair<std::string, std::string>> fitting;  // as it stands there, as it is asked for
        for (auto const& [language, one, other] : pairs) {
            if (language != item.language) continue;
            bool const has_one = std::ranges::find(words, one) != words.end();
            bool const has_other = std::ranges::find(words, other) != words.end();
            if (has_one && !has_other) fitting.emplace_back(one, other);
            if (has_other && !has_one) fitting.emplace_back(other, one);
        }
        if (fitting.empty()) return std::nullopt;
        auto const& [stands, asked] = random.pick(fitting);
        std::erase(words, stands);
        auto out = some(words, 1 + random.below(2), random);
        out.push_back(asked);
        return out;
    };
}

Maker of_the_ending() {
    return [](KnownItem const& item, app::Random&) -> std::optional<std::vector<std::string>> {
        auto const known = words_of(item.subject + "\n" + item.body);
        std::vector<std::string> out;
        for (auto const& word : words_of(item.ending)) {
            if (word.size() < kAlike + 1) continue;
            if (std::ranges::any_of(known, [&](auto const& each) { return each.starts_with(word.substr(0, kAlike)); }))
                out.push_back(word);
        }
        if (out.size() < 2) return std::nullopt;
        std::ranges::sort(out, std::greater{}, &std::string::size);
        out.resize(std::min<std::size_t>(out.size(), 3));
        return out;
    };
}

}  // namespace

Result<ItemTexts> read_item_texts() {
    ItemTexts out;
    TRY(auto const scripts, app::read_scripts());
    for (std::size_t i = 0; i < scripts.size(); ++i) {
        auto const& script = scripts[i];
        auto const body = app::fill(script.body, kNames);
        if (i % 2 == 0) {
            out.items.push_back({script.language, app::fill(script.subject, kNames), body,
                                 app::fill(script.customer_followup + "\n" + script.resolution, kNames)});
            continue;
        }
        auto& pool = out.sentences[script.language];
        for (auto const& text :
             {body, app::fill(script.customer_followup, kNames), app::fill(script.first_reply, kNames)})
            std::ranges::move(sentences_of(text), std::back_inserter(pool));
    }
    return out;
}

OtherTicket draw_other(ItemTexts const& texts, app::Random& random) {
    OtherTicket out;
    auto const at = static_cast<std::ptrdiff_t>(random.below(texts.sentences.size()));
    auto const& [language, pool] = *std::next(texts.sentences.begin(), at);
    out.language = language;
    out.subject = std::string(cut_utf8(random.pick(pool), 60));
    for (std::size_t left = 3 + random.below(6); left > 0; --left) out.body += random.pick(pool) + "\n";
    return out;
}

Result<std::vector<Asked>> make_queries(ItemTexts const& texts, std::string const& inflections, int of_each,
                                        app::Random& random) {
    TRY(auto const pairs, read_pairs(inflections));
    std::vector<std::pair<std::string, Maker>> const kinds{
        {"words", plain_words()}, {"inflected", inflected(pairs)}, {"typo", with_typo()}, {"ending", of_the_ending()}};
    std::vector<Asked> out;
    for (auto const& [kind, make] : kinds) {
        std::map<std::string, int> made;
        std::set<std::string> known;
        for (int round = 0; round < of_each; ++round) {
            for (std::size_t i = 0; i < texts.items.size(); ++i) {
                auto const& item = texts.items[i];
                if (made[item.language] >= of_each) continue;
                auto const words = make(item, random);
                if (!words) continue;
                auto query = joined(*words);
                if (!known.insert(query).second) continue;
                ++made[item.language];
                out.push_back({kind, item.language, std::move(query), i, kind == "typo"});
            }
        }
    }
    return out;
}

}  // namespace lotse::bench
