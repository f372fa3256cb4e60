// SPDX-License-Identifier: Apache-2.0
// The network: embeddings, then layers of attention and feed-forward, each followed by a normalization (BERT, Devlin et al.
// 2019). Internal to the encoder; immutable after it is made.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "encoder/kernels.h"
#include "encoder/weights_file.h"

namespace lotse::encoder {

class Transformer {
  public:
    // Repacks the matrices for `kernels`; the table of pieces stays where `file`'s bytes lie. Error: corrupt.
    static Result<Transformer> load(WeightsFile const& file, Kernels const& kernels);

    // Several texts in one go: the pieces of all of them, and where each begins, last the end. A text has at most
    // shape().positions pieces, each below shape().vocabulary. One row of shape().hidden floats a piece.
    std::vector<float> run(std::span<std::uint32_t const> pieces, std::span<std::size_t const> starts) const;
    Shape const& shape() const { return shape_; }

  private:
    struct Layer {
        PackedMatrix query_key_value;
        PackedMatrix attention_out;
        PackedMatrix widen;
        PackedMatrix narrow;
        std::vector<float> attention_weight;
        std::vector<float> attention_bias;
        std::vector<float> out_weight;
        std::vector<float> out_bias;
    };
    struct Scratch;
    static Result<Layer> load_layer(WeightsFile const& file, std::string const& prefix, std::size_t tile);
    void embed(std::span<std::uint32_t const> pieces, std::span<std::size_t const> starts, float* out) const;
    void run_layer(Layer const& layer, std::span<std::size_t const> starts, std::vector<float>& x, Scratch& s) const;

    Shape shape_;
    Kernels const* kernels_ = nullptr;
    std::string_view pieces_;  // groups, a row a piece
    std::vector<float> positions_;
    std::vector<float> embed_weight_;
    std::vector<float> embed_bias_;
    std::vector<Layer> layers_;
};

}  // namespace lotse::encoder
