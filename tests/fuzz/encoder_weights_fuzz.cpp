// SPDX-License-Identifier: Apache-2.0
// A file of weights of any bytes: refused, or safe to use.
#include <cmath>

#include "base/must.h"
#include "encoder/e5_encoder.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace lotse::encoder;
    auto const opened = open_e5({{reinterpret_cast<char const*>(data), size}, nullptr}, "any");
    if (!opened) return 0;
    auto const vector = (*opened)->encode_one("Der Drucker \xEF\xAC\x81 druckt nicht: 3 \xFF", Role::query);
    if (!vector) return 0;
    double square = 0;
    for (float const value : *vector) square += static_cast<double>(value) * value;
    lotse::must(std::abs(square - 1) < 1e-3, "a vector has length 1");
    return 0;
}
