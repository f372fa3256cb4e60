// SPDX-License-Identifier: Apache-2.0
// Splitting loses no line, adds none, and leaves something new wherever there was something.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/text.h"
#include "mail/split_quote.h"

namespace {

using namespace lotse;

void expect(bool condition) {
    if (!condition) std::abort();
}

void add_filled_lines(std::vector<std::string_view>& lines, std::string_view text) {
    for (std::string_view const line : split(text, '\n'))
        if (!trim(line).empty()) lines.push_back(line);
}

bool is_subsequence(std::vector<std::string_view> const& part, std::vector<std::string_view> const& whole) {
    std::size_t found = 0;
    for (std::string_view const line : whole)
        if (found < part.size() && part[found] == line) ++found;
    return found == part.size();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const text = to_valid_utf8({reinterpret_cast<char const*>(data), size});
    mail::SplitText const parts = mail::split_quote(text);
    std::vector<std::string_view> before;
    add_filled_lines(before, text);
    std::vector<std::string_view> after;
    for (std::string const* part : {&parts.new_text, &parts.quoted, &parts.signature}) {
        expect(is_utf8(*part));
        std::vector<std::string_view> lines;
        add_filled_lines(lines, *part);
        expect(is_subsequence(lines, before));
        after.insert(after.end(), lines.begin(), lines.end());
    }
    std::ranges::sort(before);
    std::ranges::sort(after);
    // A line of no-break spaces is blank for people, though not for trim().
    std::erase_if(before,
                  [](std::string_view line) { return trim(replace_all(std::string(line), "\xC2\xA0", "")).empty(); });
    std::erase_if(after,
                  [](std::string_view line) { return trim(replace_all(std::string(line), "\xC2\xA0", "")).empty(); });
    expect(before == after);
    expect(before.empty() || !parts.new_text.empty());
    return 0;
}
