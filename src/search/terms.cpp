// SPDX-License-Identifier: Apache-2.0
#include "search/terms.h"

#include <libstemmer.h>

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "base/must.h"
#include "search/polish.h"

namespace lotse::search {
namespace {

// Texts repeat their words; a stem is looked up more cheaply than made. Cleared when full.
constexpr std::size_t kMostKept = 40'000;

struct Drop {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

class Stemmer {
  public:
    explicit Stemmer(char const* language) : stemmer_(sb_stemmer_new(language, "UTF_8")) {
        must(stemmer_ != nullptr, "a stemmer of libstemmer");
    }
    std::string stem(std::string_view word) const {
        auto const* bytes = reinterpret_cast<sb_symbol const*>(word.data());
        auto const* out = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
        auto const size = sb_stemmer_length(stemmer_.get());
        return {reinterpret_cast<char const*>(out), static_cast<std::size_t>(size)};
    }

  private:
    std::unique_ptr<sb_stemmer, Drop> stemmer_;
};

bool is_vowel(char c) { return std::string_view("aeiouyq").contains(c); }

// "stoerung" -> "störung"; not in "neue", "dauer", "quelle".
std::string with_umlauts(std::string_view word) {
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
        bool const is_pair = i + 1 < word.size() && word[i + 1] == 'e' && (i == 0 || !is_vowel(word[i - 1]));
        if (is_pair && word[i] == 'a') {
            out += "ä";
        } else if (is_pair && word[i] == 'o') {
            out += "ö";
        } else if (is_pair && word[i] == 'u') {
            out += "ü";
        } else {
            out += word[i];
            continue;
        }
        ++i;
    }
    return out;
}

// One per thread: a stemmer keeps its last word.
struct Workshop {
    Stemmer english{"english"};
    Stemmer german{"german"};
    std::unordered_map<std::string, std::vector<std::string>> kept;
};

Workshop& workshop() {
    thread_local Workshop shop;
    return shop;
}

// Numbers and mixtures such as part numbers have no stem.
bool is_language(std::string_view folded) {
    return folded.size() > 2 && std::ranges::none_of(folded, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<std::string> terms_of(Word const& word) {
    std::vector<std::string> terms{word.folded};
    if (!is_language(word.folded)) return terms;
    auto& shop = workshop();
    if (auto const found = shop.kept.find(word.lower); found != shop.kept.end()) return found->second;
    auto const add = [&](std::string term) {
        if (!term.empty() && std::ranges::find(terms, term) == terms.end()) terms.push_back(std::move(term));
    };
    add(shop.english.stem(word.folded));
    add(fold(shop.german.stem(with_umlauts(word.lower))));
    add(polish_stem(word.folded));
    if (shop.kept.size() >= kMostKept) shop.kept.clear();
    shop.kept.emplace(word.lower, terms);
    return terms;
}

std::string term_line(std::string_view text, std::size_t most) {
    std::string line;
    for (auto const& word : words_in(text, most)) {
        if (!line.empty()) line += ' ';
        bool is_first = true;
        for (auto const& term : terms_of(word)) {
            if (!is_first) line += '|';
            line += term;
            is_first = false;
        }
    }
    return line;
}

}  // namespace lotse::search
