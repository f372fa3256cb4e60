// SPDX-License-Identifier: Apache-2.0
#include "mail/plain_text.h"

#include <algorithm>

#include "base/text.h"

namespace lotse::mail {

std::string tidy_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        if (text[i] == '\r') {
            while (i + 1 < text.size() && text[i + 1] == '\r') ++i;  // CR CR LF, a relay's doing
            if (i + 1 >= text.size() || text[i + 1] != '\n') out += '\n';
        } else if (byte >= 0x20 ? byte != 0x7F : text[i] == '\n' || text[i] == '\t') {
            out += text[i];
        }
    }
    std::size_t const first = std::min(out.find_first_not_of(" \t\n"), out.size());
    std::size_t const line = first == 0 ? 0 : out.rfind('\n', first - 1) + 1;  // npos + 1 is 0
    out.erase(0, first == out.size() ? first : line);
    out.erase(out.find_last_not_of(" \t\n") + 1);
    if (!out.empty()) out += '\n';
    return out;
}

std::string unflow(std::string_view text, FlowedSpaces spaces) {
    std::string out;
    std::size_t open_depth = 0;  // quote depth of the line that ended softly
    bool soft = false;
    bool first = true;
    for (std::string_view line : split(text, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        std::size_t const depth = std::min(line.find_first_not_of('>'), line.size());
        std::string_view content = line.substr(depth);
        if (content.starts_with(' ')) content.remove_prefix(1);
        bool const is_signature_mark = content == "-- ";
        bool const joins = soft && depth == open_depth && !is_signature_mark;
        if (!joins) {
            if (!first) out += '\n';
            out.append(depth, '>');
            if (depth > 0) out += ' ';
        }
        first = false;
        soft = content.ends_with(' ') && !is_signature_mark;
        open_depth = depth;
        if (soft && spaces == FlowedSpaces::deleted) content.remove_suffix(1);
        out += content;
    }
    return out;
}

}  // namespace lotse::mail
