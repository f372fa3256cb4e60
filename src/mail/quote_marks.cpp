// SPDX-License-Identifier: Apache-2.0
#include "mail/quote_marks.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "mail/quote_words.h"

namespace lotse::mail {
namespace {

constexpr std::size_t kLongestIntroduction = 500;
constexpr std::size_t kMostIntroductionLines = 5;
constexpr std::size_t kMostBlockLines = 24;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Word boundary for bytes: UTF-8 continuation counts as part of a word.
bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        bool const starts = at == 0 || !is_word_byte(text[at - 1]);
        bool const ends = at + word.size() >= text.size() || !is_word_byte(text[at + word.size()]);
        if (starts && ends) return true;
    }
    return false;
}

// Blanks and the marks of emphasis that converters leave around headings.
std::string_view without_decoration(std::string_view line, std::string_view marks) {
    std::size_t const first = line.find_first_not_of(marks);
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(marks) - first + 1);
}

std::string boundary_words(std::string_view line) {
    if (line.size() > 200) return {};
    bool const drawn = line.contains("--") || line.contains("==") || line.contains("__") || line.contains("**");
    std::string words = to_lower_utf8(without_decoration(line, " \t-_=*#>:"));
    words = replace_all(std::move(words), "\xC2\xA0", " ");
    bool const announced = words.starts_with("begin") || words.starts_with("anfang") || words.starts_with("start of") ||
                           words.starts_with("début") || words.starts_with("ini") || words.starts_with("początek");
    return drawn || (announced && trim(line).ends_with(':')) ? words : std::string{};
}

// A clock time, a year, or a day written in numbers.
bool has_time(std::string_view text) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        bool const between = is_digit(text[i - 1]) && is_digit(text[i + 1]);
        if (between && (text[i] == ':' || text[i] == '/' || text[i] == '.')) return true;
    }
    std::size_t run = 0;
    for (char c : text) {
        run = is_digit(c) ? run + 1 : 0;
        if (run == 4) return true;
    }
    return false;
}

// "2016-03-03 17:21 GMT+01:00 Some One <a@b.c>:", which Gmail writes without a verb.
bool is_gmail_stamp(std::string_view line) {
    if (line.size() < 20 || line.size() > 250 || !is_digit(line[0]) || line[4] != '-' || line[7] != '-') return false;
    return line.contains(" GMT") || line.contains(" UTC");
}

bool starts_sentence(std::string const& lower) {
    std::string_view const text = trim(lower);
    if (text.empty()) return false;
    if (is_digit(text[0])) return has_time(text);
    bool const marked = std::ranges::any_of(kOn, [&](std::string_view on) { return text.starts_with(on); });
    return marked && std::ranges::any_of(text, is_digit);
}

bool has_wrote(std::string_view text) {
    return std::ranges::any_of(kWrote, [&](std::string_view word) { return has_word(text, word); });
}

// "4 января 2016, 19:05 от Anna <a@b.c>:" and others that need no verb: a time, then an address, then the colon.
bool is_stamp_with_address(std::string_view text) {
    std::size_t const colon = text.find_last_not_of(" \t");
    if (colon == std::string_view::npos || text[colon] != ':' || !text.contains('@')) return false;
    std::size_t const close = text.substr(0, colon).find_last_not_of(" \t");
    std::size_t const open = text.rfind('<');
    return close != std::string_view::npos && text[close] == '>' && open != std::string_view::npos &&
           has_time(text.substr(0, open));
}

}  // namespace

bool is_blank_line(std::string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line.substr(i).starts_with("\xC2\xA0")) ++i;
        else if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') return false;
    }
    return true;
}

bool is_quoted_line(std::string_view line) {
    std::size_t at = std::min(line.find_first_not_of(' '), line.size());
    if (at > 3) return false;
    std::size_t initials = 0;
    while (at < line.size() && initials < 3 && line[at] >= 'A' && line[at] <= 'Z') {
        ++at;
        ++initials;
    }
    if (at >= line.size() || line[at] != '>') return false;
    return initials == 0 || at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '>';
}

bool closes_address(Lines lines, std::size_t at) {
    if (at == 0 || !trim(lines[at]).starts_with('>') || is_quoted_line(lines[at - 1])) return false;
    std::size_t const open = lines[at - 1].rfind('<');
    return open != std::string_view::npos && lines[at - 1].find('>', open) == std::string_view::npos &&
           lines[at - 1].find('@') != std::string_view::npos;
}

bool is_rule_line(std::string_view line) {
    std::string_view const drawn = trim(line);
    return drawn.size() >= 2 && std::string_view("_-=*~").contains(drawn[0]) &&
           drawn.find_first_not_of(drawn[0]) == std::string_view::npos;
}

bool is_forward_line(std::string_view line) {
    std::string const words = boundary_words(line);
    if (words.empty()) return false;
    if (words.starts_with("forwarded by ")) return true;
    return std::ranges::find(kForwarded, words) != kForwarded.end();
}

bool is_boundary_line(std::string_view line) {
    // GroupWise: ">>> Anna <a@b.c> 04.01.2016 19:05 >>>".
    std::string_view const marked = trim(line);
    if (marked.starts_with(">>> ") && marked.ends_with(">>>") && has_time(marked)) return true;
    std::string const words = boundary_words(line);
    return std::ranges::find(kOriginal, words) != kOriginal.end() || (!words.empty() && is_forward_line(line));
}

BlockField block_field(std::string_view line) {
    std::size_t const colon = line.substr(0, 60).find(':');
    if (colon == std::string_view::npos) return BlockField::none;
    std::string_view const label = without_decoration(line.substr(0, colon), " \t*_>|\xC2\xA0");
    if (label.empty() || label.size() > 24) return BlockField::none;
    std::string const name = to_lower_utf8(label);
    auto const known = std::ranges::find(kFields, name, &FieldName::name);
    if (known != kFields.end()) return known->field;
    bool const reply = name == "reply-to" || name == "antwort an" || name == "odpowiedz do" || name == "répondre à";
    return reply ? BlockField::reply_to : BlockField::none;
}

std::string_view block_field_value(std::string_view line) {
    std::size_t const colon = line.find(':');
    return colon == std::string_view::npos ? std::string_view{} : without_decoration(line.substr(colon + 1), " \t*_");
}

std::size_t header_block_length(Lines lines, std::size_t at) {
    if (block_field(lines[at]) == BlockField::none) return 0;
    std::array<bool, 7> seen{};
    bool address = false;
    std::size_t last = at;
    std::size_t strangers = 0;
    for (std::size_t i = at; i < lines.size() && i < at + kMostBlockLines && strangers < 3; ++i) {
        BlockField const field = block_field(lines[i]);
        if (field == BlockField::none) {
            ++strangers;  // a folded list of recipients, or an empty line that a converter put in
            continue;
        }
        strangers = 0;
        seen[static_cast<std::size_t>(field)] = true;
        address |= lines[i].contains('@');
        last = i;
    }
    bool const has_from = seen[static_cast<std::size_t>(BlockField::from)];
    bool const has_subject = seen[static_cast<std::size_t>(BlockField::subject)];
    bool const has_sent = seen[static_cast<std::size_t>(BlockField::sent)];
    auto const kinds = std::ranges::count(seen, true);
    bool const is_mail = has_from && (has_subject || address) && (has_sent || has_subject);
    return kinds >= 3 && is_mail ? last - at + 1 : 0;
}

std::optional<Introduction> introduction_ending_at(Lines lines, std::size_t end) {
    std::string_view const last = trim(lines[end]);
    if (is_gmail_stamp(last)) return Introduction{end, true};
    if (!last.ends_with(':') && !last.ends_with("：")) return std::nullopt;
    bool const closes = closes_address(lines, end);
    std::string joined;
    std::optional<Introduction> found;
    for (std::size_t count = 1; count <= kMostIntroductionLines && count <= end + 1; ++count) {
        std::size_t const first = end + 1 - count;
        std::string_view const line = lines[first];
        bool const quoted = is_quoted_line(line) && !(closes && first == end);
        if (is_blank_line(line) || quoted || line.size() + joined.size() > kLongestIntroduction) break;
        std::string const lower = to_lower_utf8(line);
        joined = lower + " " + joined;
        bool const whole = has_wrote(joined) || is_stamp_with_address(joined) || is_gmail_stamp(trim(line));
        bool const cut_in_name = joined.find('>') < joined.find('<');  // "<" stands on a line further up
        Introduction const candidate{first, joined.contains('@') || has_time(joined)};
        if (!found && whole && !cut_in_name) found = candidate;
        if (starts_sentence(lower) && (found || whole)) return candidate;
    }
    return found;
}

}  // namespace lotse::mail
