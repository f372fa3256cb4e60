// SPDX-License-Identifier: Apache-2.0
// An encoder that knows a dozen words in three languages: the same thing said in another one has the same direction. As in
// real ones, texts that have nothing in common are alike to about .8.
#pragma once

#include <atomic>
#include <cmath>
#include <map>
#include <string>

#include "base/text.h"
#include "encoder/text_encoder.h"
#include "search/fold.h"
#include "triage/hash.h"

namespace lotse {

class ConceptEncoder : public encoder::TextEncoder {
  public:
    explicit ConceptEncoder(std::string version = "concepts-1") : version_(std::move(version)) {}
    std::string const& version() const override { return version_; }
    std::size_t dimensions() const override { return kSize; }
    Result<std::vector<encoder::Embedding>> encode(std::vector<std::string_view> const& texts,
                                                   encoder::Role) const override {
        std::vector<encoder::Embedding> out;
        for (auto const text : texts) out.push_back(vector_of(text));
        encoded_ += static_cast<int>(texts.size());
        return out;
    }
    std::size_t count_tokens(std::string_view text, encoder::Role) const override { return text.size(); }
    int encoded() const { return encoded_; }

    static constexpr std::size_t kSize = 64;

    // Of two things that no letters tell: "zz17" is one or the other by a hash.
    static bool is_odd(std::string const& word) { return triage::hash_of(word) % 2 == 1; }

  private:
    static std::string concept_of(std::string const& word) {
        if (word.starts_with("zz")) return is_odd(word) ? "odd" : "even";
        static std::map<std::string, std::string> const kSame{
            {"drucker", "printer"}, {"drukarka", "printer"}, {"klemmt", "jams"},  {"zacina", "jams"},
            {"papier", "paper"},    {"rechnung", "invoice"}, {"falsch", "wrong"}, {"kennwort", "password"},
            {"brimp", "zorp"},      {"brimpel", "blenk"},    {"kalm", "vlim"},    {"kalmen", "drask"}};
        auto const found = kSame.find(word);
        return found == kSame.end() ? word : found->second;
    }
    static encoder::Embedding vector_of(std::string_view text) {
        encoder::Embedding out(kSize, 0.0F);
        for (auto const& word : search::words_in(text)) {
            auto hash = triage::hash_of(concept_of(word.folded));
            for (int i = 0; i < 4; ++i, hash = triage::hash_of(std::to_string(hash)))
                out[hash % kSize] += (hash >> 32) % 2 == 0 ? 1.0F : -1.0F;
        }
        double squares = 0;
        for (float const value : out) squares += static_cast<double>(value) * value;
        auto const shared = static_cast<float>(2 * std::sqrt(squares / kSize)) + 0.01F;
        squares = 0;
        for (float& value : out) squares += std::pow(static_cast<double>(value += shared), 2);
        for (float& value : out) value /= static_cast<float>(std::sqrt(squares));
        return out;
    }

    std::string version_;
    mutable std::atomic<int> encoded_{0};
};

}  // namespace lotse
