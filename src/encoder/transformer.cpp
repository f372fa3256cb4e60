// SPDX-License-Identifier: Apache-2.0
#include "encoder/transformer.h"

#include <cstring>

namespace lotse::encoder {
namespace {

float scale_of(char const* group) {
    std::uint16_t half = 0;
    std::memcpy(&half, group, sizeof half);
    return half_to_float(half);
}
// The file puts weight i and weight i + 16 of a group into one byte.
std::uint8_t weight_at(char const* group, std::size_t i) {
    auto const byte = static_cast<unsigned char>(group[2 + i % 16]);
    return static_cast<std::uint8_t>(i < 16 ? byte & 15U : byte >> 4);
}

// Appends `rows` outputs of `inputs` weights each to a matrix that still lies row by row in `parts`.
PackedMatrix pack(std::vector<std::string_view> const& parts, std::size_t rows_each, std::size_t inputs,
                  std::size_t tile) {
    PackedMatrix out;
    out.outputs = rows_each * parts.size();
    out.inputs = inputs;
    out.tile = tile;
    auto const groups = inputs / kGroup;
    out.weights.resize(out.outputs * inputs);
    out.scales.resize(out.outputs * groups);
    for (std::size_t row = 0; row < out.outputs; ++row) {
        for (std::size_t g = 0; g < groups; ++g) {
            auto const* group = parts[row / rows_each].data() + (row % rows_each * groups + g) * kGroupBytes;
            auto const at = (row / tile * groups + g) * tile;
            out.scales[at + row % tile] = scale_of(group);
            auto* weights = &out.weights[at * kGroup + row % tile * 4];
            for (std::size_t i = 0; i < kGroup; ++i) weights[i / 4 * tile * 4 + i % 4] = weight_at(group, i);
        }
    }
    return out;
}

Result<PackedMatrix> load_matrix(WeightsFile const& file, std::vector<std::string> const& names, std::size_t rows_each,
                                 std::size_t inputs, std::size_t tile) {
    std::vector<std::string_view> parts;
    std::vector<float> bias;
    for (auto const& name : names) {
        TRY(auto const groups, file.groups(name + ".w", rows_each, inputs));
        TRY(auto const more, file.reals(name + ".b", rows_each));
        parts.push_back(groups);
        bias.insert(bias.end(), more.begin(), more.end());
    }
    auto out = pack(parts, rows_each, inputs, tile);
    out.bias = std::move(bias);
    return out;
}

}  // namespace

struct Transformer::Scratch {
    QuantizedRows quantized;
    std::vector<float> query_key_value;
    std::vector<float> attended;
    std::vector<float> narrow;
    std::vector<float> wide;
    std::vector<float> keys;
};

Result<Transformer> Transformer::load(WeightsFile const& file, Kernels const& kernels) {
    Transformer out;
    out.shape_ = file.shape();
    out.kernels_ = &kernels;
    auto const hidden = out.shape_.hidden;
    TRY(out.pieces_, file.groups("emb.word", out.shape_.vocabulary, hidden));
    TRY(out.positions_, file.reals("emb.pos", out.shape_.positions * hidden));
    TRY(auto const type, file.reals("emb.type", hidden * 2));
    for (std::size_t i = 0; i < out.positions_.size(); ++i) out.positions_[i] += type[i % hidden];
    TRY(out.embed_weight_, file.reals("emb.ln.w", hidden));
    TRY(out.embed_bias_, file.reals("emb.ln.b", hidden));
    for (std::size_t i = 0; i < out.shape_.layers; ++i) {
        TRY(auto layer, load_layer(file, "l" + std::to_string(i) + ".", kernels.tile));
        out.layers_.push_back(std::move(layer));
    }
    return out;
}

Result<Transformer::Layer> Transformer::load_layer(WeightsFile const& file, std::string const& prefix,
                                                   std::size_t tile) {
    Layer out;
    auto const hidden = file.shape().hidden;
    auto const wide = file.shape().feed_forward;
    TRY(out.query_key_value, load_matrix(file, {prefix + "q", prefix + "k", prefix + "v"}, hidden, hidden, tile));
    TRY(out.attention_out, load_matrix(file, {prefix + "ao"}, hidden, hidden, tile));
    TRY(out.widen, load_matrix(file, {prefix + "fi"}, wide, hidden, tile));
    TRY(out.narrow, load_matrix(file, {prefix + "fo"}, hidden, wide, tile));
    TRY(out.attention_weight, file.reals(prefix + "aln.w", hidden));
    TRY(out.attention_bias, file.reals(prefix + "aln.b", hidden));
    TRY(out.out_weight, file.reals(prefix + "oln.w", hidden));
    TRY(out.out_bias, file.reals(prefix + "oln.b", hidden));
    return out;
}

void Transformer::embed(std::span<std::uint32_t const> pieces, std::span<std::size_t const> starts, float* out) const {
    auto const hidden = shape_.hidden;
    for (std::size_t text = 0; text + 1 < starts.size(); ++text) {
        for (auto at = starts[text]; at < starts[text + 1]; ++at, out += hidden) {
            auto const* group = pieces_.data() + pieces[at] * (hidden / kGroup) * kGroupBytes;
            auto const* position = &positions_[(at - starts[text]) * hidden];
            for (std::size_t i = 0; i < hidden; i += kGroup, group += kGroupBytes) {
                float const scale = scale_of(group);
                for (std::size_t j = 0; j < kGroup; ++j)
                    out[i + j] = static_cast<float>(weight_at(group, j) - 8) * scale + position[i + j];
            }
        }
    }
}

std::vector<float> Transformer::run(std::span<std::uint32_t const> pieces, std::span<std::size_t const> starts) const {
    std::vector<float> x(pieces.size() * shape_.hidden);
    if (pieces.empty()) return x;
    embed(pieces, starts, x.data());
    kernels_->add_and_normalize(x.data(), nullptr, pieces.size(), embed_weight_, embed_bias_, shape_.epsilon);
    Scratch scratch;
    scratch.query_key_value.resize(x.size() * 3);
    scratch.attended.resize(x.size());
    scratch.narrow.resize(x.size());
    scratch.wide.resize(pieces.size() * shape_.feed_forward);
    for (auto const& layer : layers_) run_layer(layer, starts, x, scratch);
    return x;
}

void Transformer::run_layer(Layer const& layer, std::span<std::size_t const> starts, std::vector<float>& x,
                            Scratch& s) const {
    auto const& kernels = *kernels_;
    auto const hidden = shape_.hidden;
    auto const rows = x.size() / hidden;
    auto const multiply = [&](std::vector<float> const& in, PackedMatrix const& matrix, std::vector<float>& out) {
        s.quantized.rows = rows;
        s.quantized.columns = matrix.inputs;
        kernels.quantize(in.data(), s.quantized);
        kernels.multiply(matrix, s.quantized, out.data());
    };
    multiply(x, layer.query_key_value, s.query_key_value);
    for (std::size_t text = 0; text + 1 < starts.size(); ++text)
        kernels.attend(&s.query_key_value[starts[text] * 3 * hidden], starts[text + 1] - starts[text], shape_.heads,
                       &s.attended[starts[text] * hidden], s.keys);
    multiply(s.attended, layer.attention_out, s.narrow);
    kernels.add_and_normalize(x.data(), s.narrow.data(), rows, layer.attention_weight, layer.attention_bias,
                              shape_.epsilon);
    multiply(x, layer.widen, s.wide);
    kernels.gelu(s.wide);
    multiply(s.wide, layer.narrow, s.narrow);
    kernels.add_and_normalize(x.data(), s.narrow.data(), rows, layer.out_weight, layer.out_bias, shape_.epsilon);
}

}  // namespace lotse::encoder
