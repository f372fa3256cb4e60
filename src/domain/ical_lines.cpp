// SPDX-License-Identifier: Apache-2.0
#include "domain/ical_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace lotse::domain {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Up to one of `ends` outside of quotes.
std::size_t find_end(std::string_view text, std::size_t from, std::string_view ends) {
    bool is_quoted = false;
    for (std::size_t i = from; i < text.size(); ++i) {
        if (text[i] == '"') is_quoted = !is_quoted;
        if (!is_quoted && ends.contains(text[i])) return i;
    }
    return std::string_view::npos;
}

}  // namespace

std::string to_upper_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

std::string_view IcalLine::parameter(std::string_view wanted) const {
    auto const at = std::ranges::find(parameters, wanted, &std::pair<std::string, std::string>::first);
    return at == parameters.end() ? std::string_view() : std::string_view(at->second);
}

IcalLines::IcalLines(std::string_view bytes) : left_(bytes) {
    if (left_.starts_with(kByteOrderMark)) left_.remove_prefix(kByteOrderMark.size());
}

std::string_view IcalLines::take() {
    auto const end = left_.find('\n');
    auto line = left_.substr(0, end);
    left_ = end == std::string_view::npos ? std::string_view() : left_.substr(end + 1);
    ++number_;
    while (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

Result<std::optional<IcalLine>> IcalLines::next() {
    std::string_view first;
    while (trim(first).empty()) {
        if (left_.empty()) return std::optional<IcalLine>{};
        first = take();
    }
    IcalLine out;
    out.number = number_;
    std::string text(first);
    while (left_.starts_with(' ') || left_.starts_with('\t')) text += take().substr(1);

    std::string_view const line = text;
    auto at = find_end(line, 0, ";:");
    if (at == std::string_view::npos || at == 0)
        return ical_error(out.number, "A line must look like NAME:VALUE. Export the calendar again, or mend the line.");
    out.name = to_upper_ascii(trim(line.substr(0, at)));
    while (line[at] == ';') {
        auto const end = find_end(line, at + 1, ";:");
        if (end == std::string_view::npos)
            return ical_error(out.number, "The value is missing, or a quotation mark is not closed. Mend the line.");
        auto const parameter = line.substr(at + 1, end - at - 1);
        auto const equals = parameter.find('=');
        auto const value = equals == std::string_view::npos ? std::string_view() : parameter.substr(equals + 1);
        out.parameters.emplace_back(to_upper_ascii(trim(parameter.substr(0, equals))),
                                    replace_all(std::string(value), "\"", ""));
        at = end;
    }
    out.value = line.substr(at + 1);
    return std::optional(std::move(out));
}

std::string ical_text(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            out += value[i];
            continue;
        }
        char const next = value[++i];
        out += next == 'n' || next == 'N' ? '\n' : next;
    }
    return out;
}

Error ical_error(int line, std::string_view sentence, std::string_view code) {
    return invalid(std::string(code), fmt::format("Line {}: {}", line, sentence));
}

}  // namespace lotse::domain
