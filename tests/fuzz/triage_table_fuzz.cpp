// SPDX-License-Identifier: Apache-2.0
// A table of any bytes, in pieces of any size, ends with rows or with an error that names a line.
#include "app/table_reader.h"
#include "base/must.h"
#include "base/text.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace lotse;
    using namespace lotse::app;
    if (size < 2) return 0;
    auto const format = static_cast<TableFormat>(data[0] % 3);
    std::size_t const piece = 1 + data[1];
    std::string_view left(reinterpret_cast<char const*>(data) + 2, size - 2);
    auto reader = TableReader::from(
        [&]() -> Result<std::string> {
            std::string out(left.substr(0, piece));
            left.remove_prefix(out.size());
            return out;
        },
        format, {"text", "label"});
    if (!reader) {
        must(!reader.error().message.empty());
        return 0;
    }
    std::size_t line = 0;
    for (;;) {
        auto const row = reader->next();
        if (!row) must(row.error().message.find("ine") != std::string::npos, "an error names the line");
        if (!row || !*row) break;
        must((*row)->fields.size() == 2 && (*row)->line > line);
        line = (*row)->line;
        for (auto const& field : (*row)->fields) must(is_utf8(field));
    }
    auto const after = reader->next();
    must(after.has_value() && !*after, "the end stays the end");
    return 0;
}
