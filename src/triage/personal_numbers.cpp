// SPDX-License-Identifier: Apache-2.0
// Numbers that prove themselves by check digits. Those whose check lets through few numbers by chance (tax number, PESEL,
// card) stand alone; NIP and REGON, one in eleven by chance, need a word or their own grouping beside them.
#include <algorithm>
#include <array>

#include "triage/check_digits.h"
#include "triage/personal_scan.h"

namespace lotse::triage {
namespace {

constexpr double kProven = 0.99;
constexpr double kProvenByContext = 0.97;
constexpr std::size_t kMostGroups = 9;

using Groups = std::span<DigitGroup const>;

bool has_sizes(Groups groups, std::initializer_list<std::size_t> sizes) {
    return groups.size() == sizes.size() && std::ranges::equal(groups, sizes, {}, &DigitGroup::size);
}

// The same sign in every gap: a number is written in one style.
bool has_one_gap(Groups groups, unsigned allowed) {
    for (std::size_t i = 1; i < groups.size(); ++i)
        if (groups[i].gap != groups[1].gap || (groups[i].gap & ~allowed) != 0) return false;
    return true;
}

void add(PersonalKind kind, Groups groups, PersonalReason reason, PersonalSpans& out) {
    out.push_back({kind, groups.front().begin, groups.back().end, reason,
                   reason == PersonalReason::check_digits ? kProven : kProvenByContext});
}

bool is_near(PersonalText const& read, Topic topic, Groups groups) {
    return has_word_near(read, topic, groups.front().begin, groups.back().end);
}

// In one piece, in fours, or as American Express and Diners write it.
bool is_grouped_as_card(Groups groups) {
    if (groups.size() == 1) return true;
    if (has_sizes(groups, {4, 6, 5}) || has_sizes(groups, {4, 6, 4})) return true;
    auto const fours = groups.first(groups.size() - 1);
    return std::ranges::all_of(fours, [](auto const& group) { return group.size() == 4; }) && groups.back().size() <= 4;
}

void find_card(PersonalText const& read, Groups groups, std::string const& digits, PersonalSpans& out) {
    if (digits.size() < 12 || !is_grouped_as_card(groups) || !has_one_gap(groups, kGapSpace | kGapDash | kGapDot))
        return;
    if (!is_card(digits)) return;
    bool const is_named = is_near(read, Topic::card, groups);
    // Lengths of which a bar code or a parcel number has its share.
    bool const is_common_length = digits.size() == 14 || digits.size() == 15 || digits.size() == 16;
    bool const is_grouped = groups.size() > 2;
    if (is_common_length || is_grouped || is_named || (digits.size() == 19 && digits[0] == '4'))
        add(PersonalKind::card, groups, is_named ? PersonalReason::context : PersonalReason::check_digits, out);
}

void find_eleven(PersonalText const& read, Groups groups, std::string const& digits, PersonalSpans& out) {
    bool const is_tax_grouping =
        groups.size() == 1 || has_sizes(groups, {2, 3, 3, 3}) || has_sizes(groups, {3, 3, 3, 2});
    bool const can_be_tax =
        is_tax_grouping && has_one_gap(groups, kGapSpace | kGapDash | kGapDot) && is_steuer_id(digits);
    bool const can_be_pesel = groups.size() == 1 && is_pesel(digits);
    if (!can_be_tax && !can_be_pesel) return;
    auto kind = can_be_tax ? PersonalKind::steuer_id : PersonalKind::pesel;
    // Rare: both sums fit. The day of birth in a PESEL is the stronger coincidence.
    if (can_be_tax && can_be_pesel && !is_near(read, Topic::tax, groups)) kind = PersonalKind::pesel;
    add(kind, groups, PersonalReason::check_digits, out);
}

void find_nip(PersonalText const& read, Groups groups, std::string const& digits, PersonalSpans& out) {
    bool const is_own_grouping = has_sizes(groups, {3, 3, 2, 2}) || has_sizes(groups, {3, 2, 2, 3});
    if (groups.size() > 1 && !is_own_grouping) return;
    if (!has_one_gap(groups, kGapDash | kGapSpace) || !is_nip(digits)) return;
    bool const is_dashed = groups.size() > 1 && groups[1].gap == kGapDash;
    bool const is_named = is_near(read, Topic::nip, groups);
    if (is_named || is_dashed)
        add(PersonalKind::nip, groups, is_named ? PersonalReason::context : PersonalReason::check_digits, out);
}

void find_regon(PersonalText const& read, Groups groups, std::string const& digits, PersonalSpans& out) {
    bool const is_own_grouping = groups.size() == 1 || has_sizes(groups, {3, 3, 3}) || has_sizes(groups, {3, 3, 3, 5});
    if (!is_own_grouping || !has_one_gap(groups, kGapDash | kGapSpace) || !is_regon(digits)) return;
    if (is_near(read, Topic::regon, groups)) add(PersonalKind::regon, groups, PersonalReason::context, out);
}

// "PL5260250274": letters of the country touch the digits.
bool has_country_before(std::string_view text, std::size_t at) {
    return at >= 2 && (text.substr(at - 2, 2) == "PL" || text.substr(at - 2, 2) == "pl") &&
           !has_word_before(text, at - 2);
}

bool can_stand(std::string_view text, Groups groups) {
    auto const begin = groups.front().begin;
    auto const end = groups.back().end;
    if (is_attached_right(text, end)) return false;
    return !is_attached_left(text, begin) || (groups.size() == 1 && has_country_before(text, begin));
}

}  // namespace

void find_register_numbers(PersonalText const& read, PersonalSpans& out) {
    Groups const groups = read.groups;
    for (std::size_t first = 0; first < groups.size(); ++first) {
        std::size_t length = 0;
        for (std::size_t last = first; last < groups.size() && last < first + kMostGroups; ++last) {
            if (last > first && groups[last].gap == kGapBreak) break;
            length += groups[last].size();
            if (length > 19) break;
            if (length < 9) continue;
            auto const window = groups.subspan(first, last - first + 1);
            if (!can_stand(read.text, window)) continue;
            auto const digits = digits_of(read.text, window);
            find_card(read, window, digits, out);
            if (length == 11) find_eleven(read, window, digits, out);
            if (length == 10) find_nip(read, window, digits, out);
            if (length == 9 || length == 14) find_regon(read, window, digits, out);
        }
    }
}

namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

std::size_t separator_at(std::string_view text, std::size_t at) {
    auto const rest = text.substr(at, 3);
    if (rest.empty()) return 0;
    if (rest[0] == ' ' || rest[0] == '-' || rest[0] == '.') return 1;
    if (rest.starts_with("\xC2\xA0")) return 2;
    if (rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x80\x89")) return 3;
    return 0;
}

// Reads `length` letters and digits with at most one sign between two; the end, or 0.
std::size_t read_iban(std::string_view text, std::size_t begin, std::size_t length, std::string& compact) {
    std::size_t at = begin;
    while (compact.size() < length) {
        if (at < text.size() && !is_ascii_word(text[at]) && !compact.empty()) at += separator_at(text, at);
        if (at >= text.size() || !is_ascii_word(text[at])) return 0;
        compact += upper(text[at++]);
    }
    return has_word_after(text, at) ? 0 : at;
}

}  // namespace

void find_ibans(PersonalText const& read, PersonalSpans& out) {
    auto const text = read.text;
    Groups const groups = read.groups;
    for (auto const& group : groups) {
        // Country, perhaps a space, two check digits.
        auto begin = group.begin;
        if (begin > 0 && text[begin - 1] == ' ') --begin;
        if (begin < 2 || !is_ascii_letter(text[begin - 1]) || !is_ascii_letter(text[begin - 2])) continue;
        begin -= 2;
        if (has_word_before(text, begin)) continue;
        std::string const country{upper(text[begin]), upper(text[begin + 1])};
        auto const length = iban_length(country);
        std::string compact;
        auto const end = length == 0 ? 0 : read_iban(text, begin, length, compact);
        if (end != 0 && is_iban(compact))
            out.push_back({PersonalKind::iban, begin, end, PersonalReason::check_digits, kProven});
    }
    // Poles write their account without the country: 26 digits.
    for (std::size_t first = 0; first < groups.size(); ++first) {
        std::size_t length = 0;
        for (std::size_t last = first; last < groups.size() && last < first + kMostGroups && length < 26; ++last) {
            if (last > first && groups[last].gap != kGapSpace && groups[last].gap != kGapDash) break;
            length += groups[last].size();
            auto const window = groups.subspan(first, last - first + 1);
            if (length == 26 && !is_attached_left(text, window.front().begin) &&
                !is_attached_right(text, window.back().end) && is_iban("PL" + digits_of(text, window)))
                add(PersonalKind::iban, window, PersonalReason::check_digits, out);
        }
    }
}

}  // namespace lotse::triage
