// SPDX-License-Identifier: Apache-2.0
#include "encoder/e5_encoder.h"

#include <algorithm>
#include <cmath>

#include "encoder/transformer.h"
#include "encoder/unigram.h"

namespace lotse::encoder {
namespace {

// No piece that a tokenizer makes is longer; so much text always fills the tokens, and no more is looked at.
constexpr std::size_t kBytesPerToken = 48;
// Short texts are run together until so many tokens are there: the weights are read once for all of them.
constexpr std::size_t kTokensAtOnce = 512;

std::vector<std::uint32_t> tokens_of(Unigram const& unigram, std::size_t most, std::string_view text, Role role) {
    std::string whole(role == Role::query ? "query: " : "passage: ");
    whole += text.substr(0, most * kBytesPerToken);
    auto out = unigram.cut(whole);
    if (out.size() > most - 2) out.resize(most - 2);
    out.insert(out.begin(), unigram.vocabulary().begin);
    out.push_back(unigram.vocabulary().end);
    return out;
}

class E5Encoder final : public TextEncoder {
  public:
    E5Encoder(KeptBytes file, std::string version, Unigram unigram, Transformer transformer)
        : file_(std::move(file)),
          version_(std::move(version)),
          unigram_(std::move(unigram)),
          transformer_(std::move(transformer)),
          most_tokens_(std::min(kMostTokens, transformer_.shape().positions)) {}

    std::string const& version() const override { return version_; }
    std::size_t dimensions() const override { return transformer_.shape().hidden; }

    Result<std::vector<Embedding>> encode(std::vector<std::string_view> const& texts, Role role) const override {
        std::vector<Embedding> out;
        out.reserve(texts.size());
        std::vector<std::uint32_t> tokens;
        std::vector<std::size_t> starts{0};
        for (std::size_t i = 0; i < texts.size(); ++i) {
            auto const more = tokens_of(unigram_, most_tokens_, texts[i], role);
            tokens.insert(tokens.end(), more.begin(), more.end());
            starts.push_back(tokens.size());
            if (tokens.size() < kTokensAtOnce && i + 1 < texts.size()) continue;
            CHECK_OK(add_means(transformer_.run(tokens, starts), starts, out));
            tokens.clear();
            starts.assign(1, 0);
        }
        return out;
    }

    std::size_t count_tokens(std::string_view text, Role role) const override {
        return tokens_of(unigram_, most_tokens_, text, role).size();
    }

  private:
    Ok add_means(std::vector<float> const& rows, std::vector<std::size_t> const& starts,
                 std::vector<Embedding>& out) const {
        auto const size = dimensions();
        for (std::size_t text = 0; text + 1 < starts.size(); ++text) {
            Embedding sum(size, 0.0F);
            for (auto at = starts[text]; at < starts[text + 1]; ++at)
                for (std::size_t i = 0; i < size; ++i) sum[i] += rows[at * size + i];
            double square = 0;
            for (float const value : sum) square += static_cast<double>(value) * value;
            if (!std::isfinite(square) || square <= 0)
                return Error{Kind::corrupt, "model.damaged",
                             "The language model makes no vector of a text. Remove it and install it again.", "", ""};
            auto const scale = 1 / std::sqrt(square);
            for (float& value : sum) value = static_cast<float>(value * scale);
            out.push_back(std::move(sum));
        }
        return {};
    }

    KeptBytes file_;  // the table of pieces is read where it lies
    std::string version_;
    Unigram unigram_;
    Transformer transformer_;
    std::size_t most_tokens_;
};

}  // namespace

Result<SharedEncoder> open_e5(KeptBytes file, std::string version, Kernels const& kernels) {
    TRY(auto weights, WeightsFile::open(file.bytes));
    TRY(auto transformer, Transformer::load(weights, kernels));
    return SharedEncoder(std::make_shared<E5Encoder>(std::move(file), std::move(version),
                                                     Unigram(std::move(weights.vocabulary())), std::move(transformer)));
}

Result<std::vector<std::uint32_t>> e5_tokens(std::string_view file, std::string_view text, Role role) {
    TRY(auto weights, WeightsFile::open(file));
    auto const most = std::min(kMostTokens, weights.shape().positions);
    return tokens_of(Unigram(std::move(weights.vocabulary())), most, text, role);
}

}  // namespace lotse::encoder
