// SPDX-License-Identifier: Apache-2.0
// Fits the weights of the tagger of names (triage/name_model) from sentences with spans, as tools/make_name_sentences.py
// writes them: JSON lines with text, spans ([begin, end] in code points) and group, the template that a line came from.
//   --folds N   tells what N parts, cut between groups, say about the rest, at several thresholds
//   --test F    tells it of another file, that nothing is learned from
//   --out F     writes the weights that the program ships (src/triage/name_weights.json)
// Averages of AdaGrad over the chain's likelihood; the same sentences give the same weights.
//
// bench_fit_names --train FILE.jsonl [--train FILE.jsonl ...] [--test FILE.jsonl] [--folds N] [--out FILE] [--passes N]
#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <random>

#include "base/json.h"
#include "bench/measure.h"
#include "triage/hash.h"
#include "triage/name_model.h"

namespace lotse::bench {
namespace {

using triage::kNameGaps;
using triage::NameText;
using triage::NameWeights;

struct Sentence {
    NameText read;
    std::vector<std::uint8_t> is_name;
    std::uint64_t group = 0;
    std::string source;
    std::string text;
    std::vector<triage::Token> tokens;
};
struct Wanted {
    std::vector<std::string> train;
    std::string test;
    std::string out;
    std::size_t folds = 0;
    int passes = 6;
    float rate = 0.1F;
    float shrink = 0;
    std::string show;  // a source whose mistakes are printed
    double drop = 0.3;  // share of features that a sentence is learned without
};

std::vector<std::size_t> byte_places(std::string_view text) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) out.push_back(i);
    out.push_back(text.size());
    return out;
}

Result<void> read_sentences(std::string const& path, std::vector<Sentence>& out) {
    std::ifstream in(path);
    if (!in) return invalid("bench.file", "The file cannot be read: " + path);
    for (std::string line; std::getline(in, line);) {
        TRY(auto const row, parse_json(line));
        auto const text = text_at(row.get_object(), "text");
        auto const places = byte_places(text);
        auto const tokens = triage::tokenize(text, text.size());
        Sentence one{triage::read_name_text(text, tokens),
                     std::vector<std::uint8_t>(tokens.size()),
                     triage::hash_of(text_at(row.get_object(), "group")),
                     std::string(text_at(row.get_object(), "source")),
                     std::string(text),
                     {}};
        for (auto const& span : array_at(row.get_object(), "spans")) {
            auto const begin = places.at(span.get_array().at(0).to_number<std::size_t>());
            auto const end = places.at(span.get_array().at(1).to_number<std::size_t>());
            for (std::size_t i = 0; i < tokens.size(); ++i)
                if (tokens[i].begin < end && tokens[i].end > begin) one.is_name[i] = 1;
        }
        one.tokens = tokens;
        out.push_back(std::move(one));
    }
    return {};
}

// One number that learns, its squared slopes, and its sum over time for the average.
struct Rates {
    NameWeights weights;
    std::vector<float> slopes = std::vector<float>(triage::kNameWeights, 1e-3F);
    std::vector<float> step_slopes = std::vector<float>(kNameGaps * 4, 1e-3F);
};

void move(float& weight, float& slopes, float slope, Wanted const& wanted) {
    slopes += slope * slope;
    weight += wanted.rate * slope / std::sqrt(slopes);
}

// Chances of two neighbours together need the messages; the likelihood's slope of a step is told from the marginals of
// pairs, and pairs are told from forward and backward sums, here once more, in full.
struct Pairs {
    std::vector<float> chances;
    std::vector<std::array<std::array<double, 2>, 2>> pairs;
};
Pairs weigh_pairs(NameText const& read, NameWeights const& weights) {
    auto const count = read.words.size();
    Pairs out{triage::weigh_names(read, weights), {}};
    std::vector<double> own(count);
    std::vector<std::array<double, 2>> forward(count);
    std::vector<std::array<double, 2>> backward(count, {1, 1});
    auto const step = [&](std::size_t i, std::size_t was, std::size_t is) {
        return std::exp(double{weights.steps[static_cast<std::size_t>(read.gaps[i])][was][is]} +
                        (is == 1 ? own[i] : 0));
    };
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < read.words[i].count; ++k)
            own[i] += double{weights.features[read.words[i].numbers[k]]};
        own[i] = std::clamp(own[i], -30.0, 30.0);
        for (std::size_t is = 0; is < 2; ++is)
            forward[i][is] =
                i == 0 ? step(i, 0, is) : forward[i - 1][0] * step(i, 0, is) + forward[i - 1][1] * step(i, 1, is);
        auto const total = forward[i][0] + forward[i][1];
        for (auto& one : forward[i]) one /= total;
    }
    for (auto i = count; i-- > 1;) {
        for (std::size_t was = 0; was < 2; ++was)
            backward[i - 1][was] = step(i, was, 0) * backward[i][0] + step(i, was, 1) * backward[i][1];
        auto const total = backward[i - 1][0] + backward[i - 1][1];
        for (auto& one : backward[i - 1]) one /= total;
    }
    out.pairs.resize(count);
    for (std::size_t i = 1; i < count; ++i) {
        double total = 0;
        for (std::size_t was = 0; was < 2; ++was)
            for (std::size_t is = 0; is < 2; ++is)
                total += out.pairs[i][was][is] = forward[i - 1][was] * step(i, was, is) * backward[i][is];
        for (auto& row : out.pairs[i])
            for (auto& one : row) one /= total;
    }
    return out;
}

void learn(Sentence const& one, Rates& rates, Wanted const& wanted) {
    auto const now = weigh_pairs(one.read, rates.weights);
    for (std::size_t i = 0; i < one.is_name.size(); ++i) {
        auto const slope = static_cast<float>(one.is_name[i]) - now.chances[i];
        if (std::abs(slope) > 1e-3F)
            for (std::size_t k = 0; k < one.read.words[i].count; ++k) {
                auto const number = one.read.words[i].numbers[k];
                auto& weight = rates.weights.features[number];
                move(weight, rates.slopes[number], slope - wanted.shrink * 1000 * weight, wanted);
            }
        if (i == 0) continue;
        auto const gap = static_cast<std::size_t>(one.read.gaps[i]);
        for (std::size_t was = 0; was < 2; ++was)
            for (std::size_t is = 0; is < 2; ++is) {
                bool const happened = one.is_name[i - 1] == was && one.is_name[i] == is;
                auto const pull = static_cast<float>((happened ? 1.0 : 0.0) - now.pairs[i][was][is]);
                move(rates.weights.steps[gap][was][is], rates.step_slopes[gap * 4 + was * 2 + is], pull, wanted);
            }
    }
}

// Without some features, so that no word is relied on alone: names and sentences to come hold other words.
Sentence thinned(Sentence one, double drop, std::mt19937& order) {
    if (drop <= 0) return one;
    auto const limit = static_cast<std::uint32_t>(drop * 4294967295.0);
    for (auto& word : one.read.words) {
        std::size_t kept = 0;
        for (std::size_t k = 0; k < word.count; ++k)
            if (static_cast<std::uint32_t>(order()) >= limit) word.numbers[kept++] = word.numbers[k];
        word.count = kept;
    }
    return one;
}

NameWeights fit(std::vector<Sentence const*> sentences, Wanted const& wanted) {
    Rates rates;
    NameWeights mean;
    std::mt19937 order(20241126);
    int taken = 0;
    for (int pass = 0; pass < wanted.passes; ++pass) {
        std::ranges::shuffle(sentences, order);
        for (auto const* one : sentences) learn(thinned(*one, wanted.drop, order), rates, wanted);
        if (pass < wanted.passes / 2) continue;  // the later half is averaged
        ++taken;
        for (std::size_t i = 0; i < triage::kNameWeights; ++i) mean.features[i] += rates.weights.features[i];
        for (std::size_t g = 0; g < kNameGaps; ++g)
            for (std::size_t k = 0; k < 4; ++k) mean.steps[g][k / 2][k % 2] += rates.weights.steps[g][k / 2][k % 2];
    }
    for (auto& one : mean.features) one /= static_cast<float>(taken);
    for (auto& gap : mean.steps)
        for (auto& row : gap)
            for (auto& one : row) one /= static_cast<float>(taken);
    return mean;
}

struct Counts {
    std::size_t gold = 0;
    std::size_t said = 0;
    std::size_t found = 0;
    std::size_t right = 0;
};
// Of spans, in words: one counts as found if another shares at least half of the union with it.
void compare(Sentence const& one, std::vector<float> const& chances, double least, Counts& out) {
    std::vector<float> truth(one.is_name.begin(), one.is_name.end());
    auto const gold = triage::find_name_runs(one.read, truth, 0.5);
    auto const said = triage::find_name_runs(one.read, chances, least);
    auto const agrees = [](auto const& a, auto const& b) {
        if (a.first > b.last || b.first > a.last) return false;
        auto const shared = std::min(a.last, b.last) - std::max(a.first, b.first) + 1;
        return 2 * shared >= std::max(a.last, b.last) - std::min(a.first, b.first) + 1;
    };
    out.gold += gold.size();
    out.said += said.size();
    for (auto const& g : gold)
        out.found += std::ranges::any_of(said, [&](auto const& s) { return agrees(g, s); }) ? 1 : 0;
    for (auto const& s : said)
        out.right += std::ranges::any_of(gold, [&](auto const& g) { return agrees(g, s); }) ? 1 : 0;
}

constexpr std::array kLeast{0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
using Table = std::map<std::string, std::array<Counts, kLeast.size()>>;

void show(Sentence const& one, std::vector<float> const& chances) {
    std::string marked;
    std::size_t at = 0;
    bool is_wrong = false;
    for (std::size_t i = 0; i < one.tokens.size(); ++i) {
        bool const is_said = chances[i] >= 0.5F;
        is_wrong |= is_said != (one.is_name[i] == 1);
        marked += one.text.substr(at, one.tokens[i].begin - at);
        if (one.is_name[i] == 1) marked += is_said ? "+" : "-";
        else if (is_said) marked += "!";
        marked += one.text.substr(one.tokens[i].begin, one.tokens[i].end - one.tokens[i].begin);
        at = one.tokens[i].end;
    }
    if (is_wrong) fmt::print("    {}\n", marked);
}

void count(std::vector<Sentence const*> const& sentences, NameWeights const& weights, std::string const& shown,
           Table& out) {
    for (auto const* one : sentences) {
        auto const chances = triage::weigh_names(one->read, weights);
        if (one->source == shown) show(*one, chances);
        for (std::size_t k = 0; k < kLeast.size(); ++k) {
            compare(*one, chances, kLeast[k], out[one->source][k]);
            compare(*one, chances, kLeast[k], out["all"][k]);
        }
    }
}

void print(Table const& table) {
    for (auto const& [source, row] : table)
        for (std::size_t k = 0; k < kLeast.size(); ++k) {
            auto const& one = row[k];
            fmt::print(
                "  {:<12} least {:.1f}  recall {:.3f} of {}  precision {:.3f} of {}\n", source, kLeast[k],
                static_cast<double>(one.found) / static_cast<double>(std::max<std::size_t>(one.gold, 1)), one.gold,
                static_cast<double>(one.right) / static_cast<double>(std::max<std::size_t>(one.said, 1)), one.said);
        }
}

void write(NameWeights const& weights, std::string const& path) {
    constexpr std::string_view kSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    // The few widest weights are cut, so that the many get finer steps.
    std::vector<float> sizes;
    for (auto const one : weights.features) sizes.push_back(std::abs(one));
    auto const place = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 999 / 1000);
    std::ranges::nth_element(sizes, place);
    auto const scale = *place / 31;
    std::ofstream out(path);
    out << "{\"scale\":" << scale << ",\"steps\":[";
    for (std::size_t i = 0; i < kNameGaps * 4; ++i)
        out << (i == 0 ? "" : ",") << fmt::format("{:.4f}", weights.steps[i / 4][i / 2 % 2][i % 2]);
    out << "],\"weights\":\"";
    for (auto const one : weights.features)
        out << kSigns[static_cast<std::size_t>(std::clamp(std::lround(one / scale), -32L, 31L) + 32)];
    out << "\"}\n";
}

Result<void> run(int count_of_words, char** words) {
    Wanted wanted;
    for (int i = 1; i + 1 < count_of_words; i += 2) {
        std::string_view const name = words[i];
        std::string const value = words[i + 1];
        if (name == "--train") wanted.train.push_back(value);
        if (name == "--test") wanted.test = value;
        if (name == "--out") wanted.out = value;
        if (name == "--folds") wanted.folds = std::stoul(value);
        if (name == "--passes") wanted.passes = std::stoi(value);
        if (name == "--rate") wanted.rate = std::stof(value);
        if (name == "--show") wanted.show = value;
        if (name == "--drop") wanted.drop = std::stod(value);
        if (name == "--shrink") wanted.shrink = std::stof(value);
    }
    std::vector<Sentence> sentences;
    for (auto const& path : wanted.train) CHECK_OK(read_sentences(path, sentences));
    fmt::print("names: {} sentences, {} passes, rate {}, shrink {}\n", sentences.size(), wanted.passes, wanted.rate,
               wanted.shrink);
    auto const some = [&](auto const& fits) {
        std::vector<Sentence const*> out;
        for (auto const& one : sentences)
            if (fits(one)) out.push_back(&one);
        return out;
    };
    if (wanted.folds > 1) {
        Table table;
        for (std::size_t fold = 0; fold < wanted.folds; ++fold) {
            auto const weights = fit(some([&](auto const& one) { return one.group % wanted.folds != fold; }), wanted);
            count(some([&](auto const& one) { return one.group % wanted.folds == fold; }), weights, wanted.show, table);
        }
        fmt::print("of groups that were left out, {} folds\n", wanted.folds);
        print(table);
    }
    if (wanted.test.empty() && wanted.out.empty()) return {};
    auto const weights = fit(some([](auto const&) { return true; }), wanted);
    if (!wanted.test.empty()) {
        std::vector<Sentence> other;
        CHECK_OK(read_sentences(wanted.test, other));
        std::vector<Sentence const*> all;
        for (auto const& one : other) all.push_back(&one);
        Table table;
        count(all, weights, wanted.show, table);
        fmt::print("of {}\n", wanted.test);
        print(table);
    }
    if (!wanted.out.empty()) write(weights, wanted.out);
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) { return lotse::bench::finish(lotse::bench::run(count, words)); }
