// SPDX-License-Identifier: Apache-2.0
// A vector of length 1 in a quarter of its size: value = step * scale, steps -127..127. Cosines of two such are right to
// about 0.002. As bytes: scale (float, little-endian), then one signed byte a dimension.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "encoder/text_encoder.h"

namespace lotse::encoder {

struct CompactVector {
    float scale = 0;
    std::vector<std::int8_t> steps;
};

CompactVector compact(std::span<float const> vector);
// Of length 1 again.
Embedding widened(CompactVector const& vector);

std::string to_bytes(CompactVector const& vector);
// Nothing if these bytes are no vector (none, or a scale that is no positive number).
std::optional<CompactVector> compact_from(std::string_view bytes);

// out[i] = sum over d of rows[i * query.size() + d] * query[d], for out.size() rows that lie one behind the other. Exact. One
// thread; 384 dimensions on AVX2: about 15 ns a row while the rows are in cache, then as fast as memory gives them.
void dot_rows(std::int8_t const* rows, std::span<std::int8_t const> query, std::span<std::int32_t> out);
// The same without special instructions, to compare with.
void dot_rows_plainly(std::int8_t const* rows, std::span<std::int8_t const> query, std::span<std::int32_t> out);

}  // namespace lotse::encoder
