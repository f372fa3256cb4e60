// SPDX-License-Identifier: Apache-2.0
// A calendar file of any bytes: refused or read, within its limits, each period within the window.
#include "base/must.h"
#include "base/text.h"
#include "domain/icalendar.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace lotse;
    using std::chrono::days;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    auto const from = std::chrono::local_days{std::chrono::year{2026} / 1 / 1};
    domain::IcalWindow const window{from, from + days{800}};
    auto const read = domain::read_icalendar(bytes, window, "Europe/Berlin");
    if (!read) {
        must(read.error().kind == Kind::invalid || read.error().kind == Kind::too_large, "told as the sender's");
        return 0;
    }
    must(read->periods.size() <= domain::kMostIcalPeriods && read->events_left_out <= size, "limits");
    for (auto const& one : read->periods) {
        must(is_utf8(one.title) && one.title.size() <= 200, "a title that can be stored");
        must(one.is_whole_days ? one.first < one.past : one.begin < one.end, "a time");
        must(one.past >= one.first && (!one.is_whole_days || (one.past > window.from && one.first < window.until)),
             "in the window");
    }
    return 0;
}
