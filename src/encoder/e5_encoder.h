// SPDX-License-Identifier: Apache-2.0
// multilingual-e5 (Wang et al. 2024) from a file of 4-bit weights: "query: " or "passage: " before the text, the mean of
// all tokens, unit length.
#pragma once

#include <memory>

#include "encoder/kernels.h"
#include "encoder/text_encoder.h"

namespace lotse::encoder {

// Tokens read of a text, begin and end among them: what stands behind a page of text seldom changes what it is about, and
// the time grows faster than the length.
constexpr std::size_t kMostTokens = 256;

// Bytes that somebody keeps alive, as a mapped file.
struct KeptBytes {
    std::string_view bytes;
    std::shared_ptr<void const> owner;
};

// `version` names the weights: the caller has checked their hash. Half a second of one core, 60 MB.
// Errors: as WeightsFile::open().
Result<SharedEncoder> open_e5(KeptBytes file, std::string version, Kernels const& kernels = best_kernels());

// What the tokenizer makes of a text, prefix, begin and end included: for comparing with another implementation.
Result<std::vector<std::uint32_t>> e5_tokens(std::string_view file, std::string_view text, Role role);

}  // namespace lotse::encoder
