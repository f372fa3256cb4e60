// SPDX-License-Identifier: Apache-2.0
// Numbers and texts to bytes and back, little-endian on every machine, for saved models. The reader never reads past
// the end: after a fault it is bad() and gives zeros, so a caller may check once.
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.h"

namespace lotse::triage {

class ByteWriter {
  public:
    template <std::unsigned_integral T>
    void number(T value) {
        for (std::size_t i = 0; i < sizeof(T); ++i)
            out_ += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
    }
    void real(float value) { number(std::bit_cast<std::uint32_t>(value)); }
    void real(double value) { number(std::bit_cast<std::uint64_t>(value)); }
    void text(std::string_view value) {
        number(static_cast<std::uint32_t>(value.size()));
        out_ += value;
    }
    std::string finish() { return std::move(out_); }

  private:
    std::string out_;
};

class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}
    template <std::unsigned_integral T>
    T number() {
        if (!has(sizeof(T))) return 0;
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < sizeof(T); ++i)
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes_[i])) << (8 * i);
        bytes_.remove_prefix(sizeof(T));
        return static_cast<T>(value);
    }
    float real32() { return std::bit_cast<float>(number<std::uint32_t>()); }
    double real64() { return std::bit_cast<double>(number<std::uint64_t>()); }
    std::string_view text() {
        auto const size = number<std::uint32_t>();
        if (!has(size)) return {};
        auto const out = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return out;
    }
    // Checked before memory is set aside for `count` things of at least `each` bytes.
    bool holds(std::uint64_t count, std::size_t each) {
        if (count > bytes_.size() / each) is_bad_ = true;
        return !is_bad_;
    }
    bool is_bad() const { return is_bad_; }
    std::size_t left() const { return bytes_.size(); }

  private:
    bool has(std::size_t count) {
        if (count > bytes_.size()) is_bad_ = true;
        return !is_bad_;
    }
    std::string_view bytes_;
    bool is_bad_ = false;
};

// A saved model begins with three letters of its kind and one character that counts its formats up.
inline bool is_other_format(std::uint32_t found, std::uint32_t ours) {
    return found != ours && (found & 0xFFFFFFU) == (ours & 0xFFFFFFU);
}
inline Error other_format() {
    return {Kind::corrupt, "model.format",
            "The stored triage model was written by another version of Lotse. Start that version again, or train the "
            "model anew.",
            "format", ""};
}

}  // namespace lotse::triage
