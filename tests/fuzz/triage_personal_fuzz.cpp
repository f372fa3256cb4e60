// SPDX-License-Identifier: Apache-2.0
// A text of any bytes: spans lie inside it, in order, apart, and cut no code point of valid text.
#include <cstdint>

#include "base/must.h"
#include "base/text.h"
#include "triage/personal_data.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace lotse;
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto const cut = bytes.find('\n');
    auto const sender = bytes.substr(0, cut);
    auto const text = cut == std::string_view::npos ? std::string_view() : bytes.substr(cut + 1);
    bool const is_valid = is_utf8(text);
    std::size_t border = 0;
    for (auto const& span : triage::find_personal_data(text, sender)) {
        must(span.begin >= border && span.begin < span.end && span.end <= text.size());
        must(span.confidence > 0 && span.confidence <= 1);
        must(!is_valid || is_utf8(text.substr(span.begin, span.end - span.begin)), "a span of whole code points");
        border = span.end;
    }
    return 0;
}
