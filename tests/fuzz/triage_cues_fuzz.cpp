// SPDX-License-Identifier: Apache-2.0
// Word lists of any bytes: refused with a place, or compiled and written back without loss.
#include "base/must.h"
#include "triage/cues.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace lotse;
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto const cues = triage::parse_cues(bytes);
    if (!cues) return 0;
    auto const index = triage::make_cue_index(*cues);
    index.type.find(triage::tokenize("please help, the printer is broken and nie działa"));
    auto const again = triage::parse_cues(to_string(triage::to_json(*cues)));
    must(again.has_value() && triage::to_json(*again) == triage::to_json(*cues), "what we write reads back");
    return 0;
}
