// SPDX-License-Identifier: Apache-2.0
// Queries of any bytes: refused with a place within them, or printed so that they parse to the same tree again.
#include "base/must.h"
#include "base/text.h"
#include "search/query.h"
#include "search/text_query.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace lotse;
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto const parsed = search::parse_query(bytes);
    for (auto const& mistake : parsed.mistakes)
        must(mistake.column >= 1 && mistake.column <= size + 1 && !search::sentence_of(mistake.fault).empty(),
             "a place in the query");
    if (!parsed.mistakes.empty()) return 0;
    auto const again = search::parse_query(search::print(parsed.node));
    must(again.mistakes.empty() && again.node == parsed.node, "what we print parses to the same");
    static_cast<void>(search::text_query_of(bytes, false, false));
    return 0;
}
