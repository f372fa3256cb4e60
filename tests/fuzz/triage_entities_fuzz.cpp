// SPDX-License-Identifier: Apache-2.0
// A pattern of any bytes on a text of any bytes: it is refused, or its spans lie inside the text, in order and apart.
#include <cstdint>

#include "base/must.h"
#include "base/text.h"
#include "triage/entities.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace lotse;
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto const cut = bytes.find('\n');
    auto const text = cut == std::string_view::npos ? std::string_view() : bytes.substr(cut + 1);
    domain::EntityKind kind;
    kind.id.value = 1;
    kind.pattern = bytes.substr(0, cut);
    auto const found = triage::EntityFinder({kind}).find(text);
    must(found.empty() || triage::check_pattern(kind.pattern).has_value());
    must(found.size() <= triage::kMostEntities);
    std::size_t border = 0;
    for (auto const& span : found) {
        must(span.begin >= border && span.begin < span.end && span.end <= text.size());
        must(!is_utf8(text) || is_utf8(text.substr(span.begin, span.end - span.begin)), "whole code points");
        border = span.end;
    }
    return 0;
}
