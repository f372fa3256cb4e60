// SPDX-License-Identifier: Apache-2.0
#include "encoder/weights_file.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace lotse::encoder {
namespace {

constexpr std::string_view kMagic = "E5S1";
constexpr std::uint32_t kVersion = 1;
constexpr std::uint8_t kReals = 0;
constexpr std::uint8_t kGroups = 1;
constexpr std::size_t kMostPieces = 1U << 21;
constexpr std::size_t kMostRewrites = 1U << 17;
constexpr std::size_t kMostTensors = 4096;

static_assert(std::endian::native == std::endian::little,
              "the file is read as it lies; a big-endian machine must swap");

Error damaged(std::string detail) {
    return {Kind::corrupt, "model.damaged",
            "The file of the language model is damaged. Remove the model and install it again.", std::move(detail), ""};
}

bool all_finite(std::vector<float> const& values) {
    for (float const value : values)
        if (!std::isfinite(value)) return false;
    return true;
}

}  // namespace

// After a fault it is bad() and gives zeros, so that a caller may check once.
class WeightsFile::Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}
    std::string_view take(std::size_t count) {
        if (count > bytes_.size()) is_bad_ = true;
        if (is_bad_) return {};
        auto const out = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return out;
    }
    template <class T>
    T number() {
        T value{};
        if (auto const bytes = take(sizeof value); !bytes.empty()) std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    template <class T>
    std::vector<T> numbers(std::size_t count) {
        auto const bytes = count > bytes_.size() / sizeof(T) ? take(bytes_.size() + 1) : take(count * sizeof(T));
        std::vector<T> out(bytes.size() / sizeof(T));
        if (!out.empty()) std::memcpy(out.data(), bytes.data(), bytes.size());
        return out;
    }
    // A count that the file writes as a signed number; anything above `most` is a fault.
    std::size_t count(std::size_t most) {
        auto const value = number<std::int32_t>();
        if (value < 0 || static_cast<std::size_t>(value) > most) is_bad_ = true;
        return is_bad_ ? 0 : static_cast<std::size_t>(value);
    }
    bool is_bad() const { return is_bad_; }

  private:
    std::string_view bytes_;
    bool is_bad_ = false;
};

float half_to_float(std::uint16_t half) {
    auto const sign = static_cast<std::uint32_t>(half & 0x8000U) << 16;
    auto const exponent = (half >> 10) & 0x1FU;
    std::uint32_t const fraction = half & 0x3FFU;
    if (exponent == 0) {
        float const small = std::ldexp(static_cast<float>(fraction), -24);
        return sign != 0 ? -small : small;
    }
    auto const wide = exponent == 31 ? 255U : exponent + 112;
    return std::bit_cast<float>(sign | wide << 23 | fraction << 13);
}

Result<WeightsFile> WeightsFile::open(std::string_view bytes) {
    WeightsFile file;
    file.bytes_ = bytes;
    Reader in(bytes);
    if (in.take(kMagic.size()) != kMagic)
        return invalid("model.format",
                       "This is not a language model that Lotse can read: its first bytes are not E5S1.");
    if (auto const version = in.number<std::uint32_t>(); version != kVersion)
        return invalid("model.format", "The language model is of format version " + std::to_string(version) +
                                           ", and this Lotse reads version 1. Install the model that belongs to it.");
    CHECK_OK(file.read_shape(in));
    CHECK_OK(file.read_vocabulary(in));
    CHECK_OK(file.read_rewrites(in));
    CHECK_OK(file.read_directory(in));
    return file;
}

Ok WeightsFile::read_shape(Reader& in) {
    shape_.hidden = in.count(4096);
    shape_.layers = in.count(48);
    shape_.heads = in.count(128);
    shape_.feed_forward = in.count(16384);
    shape_.vocabulary = in.count(kMostPieces);
    shape_.positions = in.count(8192);
    in.number<std::int32_t>();  // token types: only the first is used
    shape_.epsilon = in.number<float>();
    auto const group = in.count(1U << 20);
    if (in.is_bad() || group != kGroup || shape_.hidden == 0 || shape_.hidden != shape_.heads * kHeadSize ||
        shape_.feed_forward == 0 || shape_.feed_forward % kGroup != 0 || shape_.layers == 0 || shape_.positions < 8 ||
        !(shape_.epsilon > 0 && shape_.epsilon < 1))
        return damaged("shape");
    return {};
}

Ok WeightsFile::read_vocabulary(Reader& in) {
    auto const pieces = in.count(kMostPieces);
    auto const begin = in.number<std::int32_t>();
    auto const end = in.number<std::int32_t>();
    in.number<std::int32_t>();  // padding: texts are never padded
    auto const unknown = in.number<std::int32_t>();
    auto const size = in.number<std::uint64_t>();
    vocabulary_.starts = in.numbers<std::uint32_t>(pieces + 1);
    vocabulary_.scores = in.numbers<float>(pieces);
    vocabulary_.bytes = in.take(size);
    if (in.is_bad() || pieces < 4 || pieces > shape_.vocabulary) return damaged("vocabulary");
    for (auto const special : {begin, end, unknown})
        if (special < 0 || static_cast<std::size_t>(special) >= pieces) return damaged("special piece");
    for (std::size_t i = 0; i < pieces; ++i)
        if (vocabulary_.starts[i] > vocabulary_.starts[i + 1]) return damaged("piece without length");
    if (vocabulary_.starts[pieces] > size || !all_finite(vocabulary_.scores)) return damaged("pieces");
    vocabulary_.begin = static_cast<std::uint32_t>(begin);
    vocabulary_.end = static_cast<std::uint32_t>(end);
    vocabulary_.unknown = static_cast<std::uint32_t>(unknown);
    return {};
}

Ok WeightsFile::read_rewrites(Reader& in) {
    auto const count = in.count(kMostRewrites);
    Reader rules(in.take(in.number<std::uint32_t>()));
    for (std::size_t i = 0; i < count && !rules.is_bad(); ++i) {
        auto const from = rules.number<std::uint32_t>();
        auto const to = rules.numbers<std::uint32_t>(rules.number<std::uint8_t>());
        auto& text = vocabulary_.rewrites[from];
        for (auto const letter : to) {
            if (letter > 0x10FFFF) return damaged("rewritten letter");
            text += static_cast<char32_t>(letter);
        }
    }
    if (in.is_bad() || rules.is_bad()) return damaged("rewrites");
    return {};
}

Ok WeightsFile::read_directory(Reader& in) {
    auto const count = in.count(kMostTensors);
    for (std::size_t i = 0; i < count && !in.is_bad(); ++i) {
        std::string name(in.take(in.number<std::uint16_t>()));
        Tensor tensor;
        tensor.kind = in.number<std::uint8_t>();
        tensor.elements = in.number<std::uint32_t>();
        tensor.offset = in.number<std::uint64_t>();
        tensor.size = in.number<std::uint64_t>();
        if (tensor.offset > bytes_.size() || tensor.size > bytes_.size() - tensor.offset)
            return damaged("tensor " + name + " lies outside the file");
        directory_.emplace(std::move(name), tensor);
    }
    if (in.is_bad()) return damaged("directory");
    return {};
}

Result<std::string_view> WeightsFile::tensor(std::string const& name, std::uint8_t kind, std::size_t elements,
                                             std::size_t bytes) const {
    auto const found = directory_.find(name);
    if (found == directory_.end() || found->second.kind != kind || found->second.elements != elements ||
        found->second.size != bytes)
        return damaged("tensor " + name);
    return bytes_.substr(found->second.offset, bytes);
}

Result<std::vector<float>> WeightsFile::reals(std::string const& name, std::size_t count) const {
    TRY(auto const bytes, tensor(name, kReals, count, count * sizeof(float)));
    std::vector<float> out(count);
    std::memcpy(out.data(), bytes.data(), bytes.size());
    if (!all_finite(out)) return damaged("tensor " + name + " is not finite");
    return out;
}

Result<std::string_view> WeightsFile::groups(std::string const& name, std::size_t rows, std::size_t columns) const {
    auto const count = rows * columns / kGroup;
    TRY(auto const bytes, tensor(name, kGroups, rows * columns, count * kGroupBytes));
    for (std::size_t i = 0; i < count; ++i) {
        std::uint16_t half = 0;
        std::memcpy(&half, bytes.data() + i * kGroupBytes, sizeof half);
        if ((half >> 10 & 0x1FU) == 31) return damaged("tensor " + name + " is not finite");
    }
    return bytes;
}

}  // namespace lotse::encoder
