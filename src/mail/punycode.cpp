// SPDX-License-Identifier: Apache-2.0
#include "mail/punycode.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/text.h"

namespace lotse::mail {
namespace {

constexpr std::uint32_t kBase = 36;
constexpr std::uint32_t kTMin = 1;
constexpr std::uint32_t kTMax = 26;

char digit(std::uint32_t d) { return static_cast<char>(d < 26 ? 'a' + d : '0' + (d - 26)); }

// Valid UTF-8 only.
std::vector<std::uint32_t> code_points(std::string_view text) {
    std::vector<std::uint32_t> points;
    for (std::size_t i = 0; i < text.size();) {
        auto const lead = static_cast<unsigned char>(text[i]);
        std::size_t const length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        std::uint32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length; ++k)
            point = (point << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        points.push_back(point);
        i += length;
    }
    return points;
}

std::uint32_t adapt(std::uint32_t delta, std::uint32_t count, bool first) {
    delta = first ? delta / 700 : delta / 2;
    delta += delta / count;
    std::uint32_t k = 0;
    for (; delta > ((kBase - kTMin) * kTMax) / 2; k += kBase) delta /= kBase - kTMin;
    return k + (kBase - kTMin + 1) * delta / (delta + 38);
}

void append_number(std::string& out, std::uint32_t value, std::uint32_t bias) {
    for (std::uint32_t k = kBase;; k += kBase) {
        std::uint32_t const t = k <= bias ? kTMin : std::min(k - bias, kTMax);
        if (value < t) break;
        out += digit(t + (value - t) % (kBase - t));
        value = (value - t) / (kBase - t);
    }
    out += digit(value);
}

}  // namespace

std::optional<std::string> punycode(std::string_view label) {
    if (!is_utf8(label)) return std::nullopt;
    std::vector<std::uint32_t> const points = code_points(label);
    if (points.size() > 63) return std::nullopt;
    std::string out;
    for (std::uint32_t const point : points)
        if (point < 0x80) out += static_cast<char>(point);
    auto const basic = static_cast<std::uint32_t>(out.size());
    std::uint32_t handled = basic;
    if (basic > 0) out += '-';
    std::uint32_t n = 128;
    std::uint32_t delta = 0;
    std::uint32_t bias = 72;
    while (handled < points.size()) {
        std::uint32_t next = 0x110000;
        for (std::uint32_t const point : points)
            if (point >= n) next = std::min(next, point);
        delta += (next - n) * (handled + 1);  // at most 0x110000 * 64: no overflow
        n = next;
        for (std::uint32_t const point : points) {
            if (point < n) ++delta;
            if (point != n) continue;
            append_number(out, delta, bias);
            bias = adapt(delta, handled + 1, handled == basic);
            delta = 0;
            ++handled;
        }
        ++delta;
        ++n;
    }
    return out;
}

}  // namespace lotse::mail
