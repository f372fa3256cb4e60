// SPDX-License-Identifier: Apache-2.0
// Telephone numbers: international ones (E.164) stand alone, national ones by the way that they are written in Germany,
// Poland, Great Britain and North America, all others by a word beside them.
#include <algorithm>
#include <array>

#include "triage/personal_scan.h"

namespace lotse::triage {
namespace {

constexpr std::size_t kMostGroups = 8;
constexpr std::size_t kLeastDigits = 6;
constexpr std::size_t kMostDigits = 15;  // E.164

using Groups = std::span<DigitGroup const>;

// Country codes of ITU-T E.164 by their first digits: one digit, these two, or else three.
bool has_country_code(std::string_view digits) {
    constexpr auto kTwo = std::to_array<std::string_view>(
        {"20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
         "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
         "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98"});
    if (digits.empty() || digits[0] == '0') return false;
    if (digits[0] == '1') return digits.size() == 11;
    if (digits[0] == '7') return digits.size() == 11;
    bool const is_two = std::ranges::find(kTwo, digits.substr(0, 2)) != kTwo.end();
    return digits.size() >= (is_two ? 9U : 10U) && digits.size() <= kMostDigits;
}

bool has_sizes(Groups groups, std::initializer_list<std::size_t> sizes) {
    return groups.size() == sizes.size() && std::ranges::equal(groups, sizes, {}, &DigitGroup::size);
}

bool is_north_american(std::string_view text, Groups groups) {
    if (groups.size() == 4 && groups[0].size() == 1 && text[groups[0].begin] == '1') groups = groups.subspan(1);
    if (!has_sizes(groups, {3, 3, 4})) return false;
    auto const opens = [&](DigitGroup const& group) { return text[group.begin] >= '2'; };
    bool const is_marked = ((groups[1].gap | groups[2].gap) & (kGapDash | kGapDot | kGapParen)) != 0;
    return is_marked && opens(groups[0]);
}

// "030 1234567", "(0171) 123 45 67", "0048 22 123 45 67", "020 7946 0958"
bool is_trunk_national(std::string_view text, Groups groups, std::string const& digits) {
    if (digits[0] != '0' || digits[1] == '0' || digits.size() < 9 || digits.size() > 12) return false;
    if (groups.size() == 1)  // mobile networks of Germany and Great Britain
        return (digits.size() >= 11 && digits[1] == '1' && digits[2] >= '5' && digits[2] <= '7') ||
               (digits.size() == 11 && digits[1] == '7' && digits[2] >= '3');
    if (groups[0].size() < 3 || groups[0].size() > 6) return false;
    return std::ranges::all_of(groups.subspan(1), [&](auto const& group) {
        return (group.gap & kGapDot) == 0 && group.gap != 0 && text[groups[0].begin] == '0';
    });
}

// Nine digits as a Pole groups them, with the first two of a network or an area.
bool is_polish(Groups groups, std::string const& digits) {
    constexpr std::string_view kMobile = "45 50 51 53 57 60 66 69 72 73 78 79 88";
    constexpr std::string_view kArea =
        "12 13 14 15 16 17 18 22 23 24 25 29 32 33 34 41 42 43 44 46 48 52 54 55 56 58 59 61 62 63 65 67 68 71 74 75 "
        "76 "
        "77 81 82 83 84 85 86 87 89 91 94 95";
    if (digits.size() != 9) return false;
    auto const two = std::string_view(digits).substr(0, 2);
    bool const is_even = std::ranges::all_of(
        groups.subspan(1), [](auto const& group) { return group.gap == kGapSpace || group.gap == kGapDash; });
    if (has_sizes(groups, {3, 3, 3})) return is_even && kMobile.find(two) != std::string_view::npos;
    return has_sizes(groups, {2, 3, 2, 2}) && kArea.find(two) != std::string_view::npos;
}

// What looks alike and is none: money, dates, versions, sums with thousands apart.
bool is_other(std::string_view text, std::size_t begin, std::size_t end) {
    auto const next = text.substr(end, 5);
    for (auto const unit :
         {" EUR", " PLN", " USD", " GBP", " z\xC5\x82", " \xE2\x82\xAC", " \xC2\xA3", " $", " %", "%"})
        if (next.starts_with(unit)) return true;
    auto const before = text.substr(begin > 4 ? begin - 4 : 0, std::min<std::size_t>(begin, 4));
    for (auto const unit : {"$", "\xE2\x82\xAC", "\xC2\xA3", "EUR ", "PLN ", "USD "})
        if (before.ends_with(unit)) return true;
    return false;
}

// "Bug 1425962", "order no. 555-123-4567": what the word right before says that it is, it is.
bool is_named_otherwise(PersonalText const& read, std::size_t begin) {
    constexpr auto kThings = std::to_array<std::string_view>({"bug",
                                                              "order",
                                                              "ticket",
                                                              "invoice",
                                                              "case",
                                                              "reference",
                                                              "ref",
                                                              "id",
                                                              "version",
                                                              "build",
                                                              "serial",
                                                              "contract",
                                                              "policy",
                                                              "asset",
                                                              "article",
                                                              "item",
                                                              "parcel",
                                                              "tracking",
                                                              "customer",
                                                              "account",
                                                              "zip",
                                                              "code",
                                                              "commit",
                                                              "revision",
                                                              "auftrag",
                                                              "rechnung",
                                                              "bestellung",
                                                              "vorgang",
                                                              "kunde",
                                                              "vertrag",
                                                              "artikel",
                                                              "kundennummer",
                                                              "konto",
                                                              "plz",
                                                              "aktenzeichen",
                                                              "rechnungsnummer",
                                                              "auftragsnummer",
                                                              "bestellnummer",
                                                              "seriennummer",
                                                              "faktura",
                                                              "faktury",
                                                              "zamowienie",
                                                              "zamowienia",
                                                              "zgloszenie",
                                                              "zgloszenia",
                                                              "umowa",
                                                              "umowy",
                                                              "klient",
                                                              "klienta",
                                                              "konta",
                                                              "kod",
                                                              "seryjny"});
    constexpr auto kCounts =
        std::to_array<std::string_view>({"nr", "no", "number", "numer", "numeru", "nummer", "num"});
    auto const& tokens = read.tokens;
    auto at = std::ranges::lower_bound(tokens, begin, {}, &Token::begin) - tokens.begin();
    auto next = begin;
    for (int step = 0; step < 2 && at > 0; ++step) {
        auto const& word = tokens[static_cast<std::size_t>(--at)];
        auto const gap = read.text.substr(word.end, next - word.end);
        if (gap.size() > 3 || gap.find('\n') != std::string_view::npos) return false;
        if (std::ranges::find(kThings, word.folded) != kThings.end()) return true;
        if (std::ranges::find(kCounts, word.folded) == kCounts.end()) return false;
        next = word.begin;
    }
    return false;
}

// "788-063-Office": a label behind, joined by the same sign as the groups.
bool has_label_behind(PersonalText const& read, std::size_t end) {
    auto const& words = read.words[static_cast<std::size_t>(Topic::phone)];
    return end < read.text.size() && read.text[end] == '-' && std::ranges::binary_search(words, end + 1);
}

struct Form {
    bool is_phone = false;
    PersonalReason reason = PersonalReason::form;
    double confidence = 0;
};

Form judge(PersonalText const& read, Groups groups, std::string digits, bool has_plus) {
    auto const text = read.text;
    auto const begin = groups.front().begin;
    auto const end = groups.back().end;
    // "+49 (0)30": the bracketed zero is not dialled from abroad.
    if (has_plus && groups.size() > 2)
        for (std::size_t i = 1; i < groups.size(); ++i)
            if (groups[i].size() == 1 && text[groups[i].begin] == '0' && (groups[i].gap & kGapParen) != 0)
                digits.erase(groups[0].size(), 1);
    if (has_plus) return {has_country_code(digits), PersonalReason::form, 0.98};
    if (digits.starts_with("00") && digits.size() > 10)
        if (has_country_code(std::string_view(digits).substr(2))) return {true, PersonalReason::form, 0.97};
    if (is_other(text, begin, end) || is_named_otherwise(read, begin)) return {};
    if (is_north_american(text, groups) || is_trunk_national(text, groups, digits) || is_polish(groups, digits))
        return {true, PersonalReason::form, 0.93};
    if (has_word_near(read, Topic::phone, begin, end) && groups[0].size() <= 12)
        return {true, PersonalReason::context, 0.9};
    return {};
}

// Where the number begins with its "+" or bracket.
std::size_t opening(std::string_view text, std::size_t begin, bool& has_plus) {
    if (begin > 0 && text[begin - 1] == '(') --begin;
    has_plus = begin > 0 && text[begin - 1] == '+';
    return has_plus ? begin - 1 : begin;
}

// "x123", "ext. 12", "-12" as a German extension is a group already.
std::size_t with_extension(std::string_view text, std::size_t end) {
    auto at = end;
    while (at < text.size() && text[at] == ' ' && at < end + 2) ++at;
    if (text.substr(at, 4) == "ext.") at += 4;
    else if (text.substr(at, 3) == "ext") at += 3;
    else if (text.substr(at, 1) == "x") at += 1;
    else return end;
    while (at < text.size() && text[at] == ' ' && at < end + 8) ++at;
    auto const digits = at;
    while (at < text.size() && is_digit(text[at]) && at - digits < 6) ++at;
    return at == digits || has_word_after(text, at) ? end : at;
}

// A dotted group may be a date, a version or an address, a single one of four digits a year.
bool is_plausible(Groups groups) {
    bool const is_date = has_sizes(groups, {4, 2, 2}) || has_sizes(groups, {2, 2, 4}) || has_sizes(groups, {1, 1, 4}) ||
                         has_sizes(groups, {1, 2, 4}) || has_sizes(groups, {2, 1, 4});
    bool const is_address = groups.size() == 4 && std::ranges::all_of(groups.subspan(1), [](auto const& group) {
                                return group.gap == kGapDot;
                            });
    return !is_date && !is_address;
}

// Not a piece of a longer row of digits, as "0532 0130 00" of an account number is. A slash parts two numbers.
bool stands_alone(Groups groups, std::size_t first, std::size_t last) {
    constexpr unsigned kParts = kGapBreak | kGapSlash | kGapParen;
    bool const is_first = (groups[first].gap & kParts) != 0;
    return is_first && (last + 1 == groups.size() || (groups[last + 1].gap & kParts) != 0);
}

}  // namespace

void find_phones(PersonalText const& read, PersonalSpans& out) {
    auto const text = read.text;
    Groups const groups = read.groups;
    for (std::size_t first = 0; first < groups.size();) {
        // The longest number that begins here; a line end breaks groups, so lists of numbers stay apart.
        std::size_t taken = first;
        std::string so_far;
        PersonalSpan best;
        for (std::size_t last = first; last < groups.size() && last < first + kMostGroups; ++last) {
            if (last > first && groups[last].gap == kGapBreak) break;
            so_far += text.substr(groups[last].begin, std::min<std::size_t>(groups[last].size(), kMostDigits + 1));
            if (so_far.size() > kMostDigits + 1) break;
            auto const window = groups.subspan(first, last - first + 1);
            if (so_far.size() < kLeastDigits || !is_plausible(window)) continue;
            bool has_plus = false;
            auto const begin = opening(text, window.front().begin, has_plus);
            auto const end = with_extension(text, window.back().end);
            if ((!has_plus && is_attached_left(text, window.front().begin)) ||
                (is_attached_right(text, end) && !has_label_behind(read, end)))
                continue;
            if (!has_plus && !stands_alone(groups, first, last)) continue;
            auto const form = judge(read, window, so_far, has_plus);
            if (!form.is_phone || form.confidence < best.confidence) continue;
            best = {PersonalKind::phone, begin, end, form.reason, form.confidence};
            taken = last + 1;
        }
        if (taken > first) out.push_back(best);
        first = std::max(first + 1, taken);
    }
}

}  // namespace lotse::triage
