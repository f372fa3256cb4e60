// SPDX-License-Identifier: Apache-2.0
#include "triage/entities.h"

#include <re2/re2.h>

#include <algorithm>

namespace lotse::triage {
namespace {

// A pattern of 200 bytes can still ask for a large machine: "(\pL{50}){50}".
constexpr std::int64_t kMostMemory = 1 << 20;

RE2::Options options() {
    RE2::Options out;
    out.set_log_errors(false);
    out.set_max_mem(kMostMemory);
    return out;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

// "\\C" takes single bytes.
bool is_border(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

Error refused(std::string why) {
    return invalid("entity.pattern", "This pattern cannot be used: " + std::move(why) + ".", "/pattern");
}

}  // namespace

struct EntityFinder::Compiled {
    domain::EntityKindId kind;
    std::unique_ptr<RE2> pattern;
};

Result<void> check_pattern(std::string_view pattern) {
    if (pattern.empty()) return refused("it is empty");
    if (pattern.size() > kLongestPattern) return refused("it is longer than 200 bytes");
    RE2 const compiled(piece(pattern), options());
    if (!compiled.ok()) return refused(compiled.error());
    if (RE2::PartialMatch("", compiled)) return refused("it also matches where nothing stands");
    return {};
}

EntityFinder::EntityFinder(std::vector<domain::EntityKind> const& kinds) {
    for (auto const& kind : kinds)
        if (check_pattern(kind.pattern))
            compiled_.push_back({kind.id, std::make_unique<RE2>(piece(kind.pattern), options())});
}
EntityFinder::~EntityFinder() = default;
EntityFinder::EntityFinder(EntityFinder&&) noexcept = default;
EntityFinder& EntityFinder::operator=(EntityFinder&&) noexcept = default;

std::vector<domain::EntitySpan> EntityFinder::find(std::string_view text) const {
    std::vector<domain::EntitySpan> out;
    for (auto const& one : compiled_) {
        std::size_t count = 0;
        for (std::size_t at = 0; at < text.size() && count < kMostEntities; ++count) {
            re2::StringPiece groups[2];
            int const wanted = one.pattern->NumberOfCapturingGroups() > 0 ? 2 : 1;
            if (!one.pattern->Match(piece(text), at, text.size(), RE2::UNANCHORED, groups, wanted)) break;
            auto const whole_end = static_cast<std::size_t>(groups[0].data() + groups[0].size() - text.data());
            auto const& found = wanted == 2 && groups[1].data() != nullptr ? groups[1] : groups[0];
            auto const begin = static_cast<std::size_t>(found.data() - text.data());
            // An empty match ("\b" alone) moves on by one byte; RE2 skips to the next code point by itself.
            at = std::max(whole_end, at + 1);
            auto const end = begin + found.size();
            bool const is_taken =
                std::ranges::any_of(out, [&](auto const& other) { return other.begin < end && begin < other.end; });
            if (!found.empty() && found.size() <= kLongestEntity && !is_taken && is_border(text, begin) &&
                is_border(text, end))
                out.push_back({one.kind, begin, end});
        }
    }
    std::ranges::sort(out, {}, &domain::EntitySpan::begin);
    return out;
}

}  // namespace lotse::triage
