// SPDX-License-Identifier: Apache-2.0
#include "triage/personal_scan.h"

#include <algorithm>

namespace lotse::triage {
namespace {

constexpr std::size_t kBefore = 60;
constexpr std::size_t kAfter = 30;
constexpr std::size_t kLabelBefore = 30;
constexpr std::size_t kLabelAfter = 12;
constexpr std::size_t kWidestGap = 6;  // bytes: " (0) " is cut by its digit

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Of two- and three-byte signs that are no letters: Latin-1 punctuation, dashes, spaces, quotes.
bool is_sign(unsigned char lead) { return lead == 0xC2 || lead == 0xE2 || lead == 0xE3; }

// One sign between digits and its length in bytes; {0, 0} if it is none.
struct Sign {
    unsigned bit = 0;
    std::size_t bytes = 0;
};
Sign sign_at(std::string_view text, std::size_t at) {
    auto const rest = text.substr(at, 3);
    switch (rest[0]) {
        case ' ':
        case '\t': return {kGapSpace, 1};
        case '-': return {kGapDash, 1};
        case '.': return {kGapDot, 1};
        case '/': return {kGapSlash, 1};
        case '(':
        case ')': return {kGapParen, 1};
        default: break;
    }
    if (rest.starts_with("\xC2\xA0")) return {kGapSpace, 2};                                    // no-break space
    if (rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x80\x89")) return {kGapSpace, 3};  // narrow ones
    if (rest.starts_with("\xE2\x80\x90") || rest.starts_with("\xE2\x80\x91") || rest.starts_with("\xE2\x80\x93"))
        return {kGapDash, 3};
    return {};
}

unsigned gap_between(std::string_view text, std::size_t from, std::size_t to) {
    if (to - from > kWidestGap) return kGapBreak;
    unsigned gap = 0;
    for (std::size_t at = from; at < to;) {
        auto const sign = sign_at(text, at);
        if (sign.bytes == 0 || ((gap & sign.bit) != 0 && sign.bit != kGapSpace)) return kGapBreak;
        gap |= sign.bit;
        at += sign.bytes;
    }
    return gap;
}

// Folded beginnings of words: lower case, ae for ä, l for ł.
struct TopicWord {
    std::string_view word;
    Topic topic;
};
constexpr auto kTopicWords =
    std::to_array<TopicWord>({{"card", Topic::card},        {"credit", Topic::card},      {"visa", Topic::card},
                              {"master", Topic::card},      {"maestro", Topic::card},     {"amex", Topic::card},
                              {"cc", Topic::card},          {"debit", Topic::card},       {"karte", Topic::card},
                              {"kreditkarte", Topic::card}, {"bankkarte", Topic::card},   {"kart", Topic::card},
                              {"steuer", Topic::tax},       {"tax", Topic::tax},          {"idnr", Topic::tax},
                              {"tin", Topic::tax},          {"nip", Topic::nip},          {"vat", Topic::nip},
                              {"podatk", Topic::nip},       {"ust", Topic::nip},          {"pl", Topic::nip},
                              {"regon", Topic::regon},      {"phone", Topic::phone},      {"tel", Topic::phone},
                              {"telef", Topic::phone},      {"telephon", Topic::phone},   {"mobil", Topic::phone},
                              {"cell", Topic::phone},       {"fax", Topic::phone},        {"call", Topic::phone},
                              {"dial", Topic::phone},       {"ring", Topic::phone},       {"hotline", Topic::phone},
                              {"whatsapp", Topic::phone},   {"reach", Topic::phone},      {"office", Topic::phone},
                              {"answering", Topic::phone},  {"handy", Topic::phone},      {"ruf", Topic::phone},
                              {"anruf", Topic::phone},      {"angerufen", Topic::phone},  {"anzurufen", Topic::phone},
                              {"rueckruf", Topic::phone},   {"durchwahl", Topic::phone},  {"festnetz", Topic::phone},
                              {"erreich", Topic::phone},    {"sms", Topic::phone},        {"komork", Topic::phone},
                              {"kom", Topic::phone},        {"zadzwon", Topic::phone},    {"dzwon", Topic::phone},
                              {"oddzwon", Topic::phone},    {"przedzwon", Topic::phone},  {"infolini", Topic::phone},
                              {"kontakt", Topic::phone},    {"ip", Topic::address},       {"ipv", Topic::address},
                              {"address", Topic::address},  {"adress", Topic::address},   {"adres", Topic::address},
                              {"host", Topic::address},     {"ping", Topic::address},     {"login", Topic::address},
                              {"logowan", Topic::address},  {"anmeld", Topic::address},   {"gateway", Topic::address},
                              {"dns", Topic::address},      {"firewall", Topic::address}, {"client", Topic::address},
                              {"version", Topic::version},  {"release", Topic::version},  {"build", Topic::version},
                              {"firmware", Topic::version}, {"driver", Topic::version},   {"treiber", Topic::version},
                              {"wersj", Topic::version},    {"ver", Topic::version}});
// Whole words only: "komputer" and "rings" are other words.
constexpr auto kWhole = std::to_array<std::string_view>(
    {"kom", "ver", "pl", "ust", "ring", "tin", "tax", "kart", "office", "tel", "call", "cell", "ip", "ping", "dial"});

bool is_topic_word(std::string_view folded, std::string_view word) {
    if (!folded.starts_with(word)) return false;
    return folded.size() == word.size() || std::ranges::find(kWhole, word) == kWhole.end();
}

// By first letter, so that a word is compared with few.
using TopicTable = std::array<std::vector<TopicWord>, 256>;
TopicTable const& topic_table() {
    static TopicTable const kTable = [] {
        TopicTable table;
        for (auto const& one : kTopicWords) table[static_cast<unsigned char>(one.word[0])].push_back(one);
        return table;
    }();
    return kTable;
}

}  // namespace

bool has_word_before(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    char const last = text[at - 1];
    if (static_cast<unsigned char>(last) < 0x80) return is_ascii_word(last) || last == '_';
    std::size_t lead = at - 1;
    while (lead > 0 && at - lead < 4 && is_continuation(text[lead])) --lead;
    return !is_sign(static_cast<unsigned char>(text[lead]));
}

bool has_word_after(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    char const next = text[at];
    if (static_cast<unsigned char>(next) < 0x80) return is_ascii_word(next) || next == '_';
    return !is_sign(static_cast<unsigned char>(next));
}

bool is_attached_left(std::string_view text, std::size_t begin) {
    constexpr std::string_view kJoins = ".,-/_+$#@\\";
    if (has_word_before(text, begin)) return true;
    return begin > 1 && kJoins.find(text[begin - 1]) != std::string_view::npos && has_word_before(text, begin - 1);
}

bool is_attached_right(std::string_view text, std::size_t end) {
    if (has_word_after(text, end)) return true;
    if (end + 1 >= text.size()) return false;
    char const next = text[end];
    if (next == '.' || next == ',') return is_digit(text[end + 1]);
    return (next == '-' || next == '/' || next == '_' || next == '@') && has_word_after(text, end + 1);
}

std::vector<DigitGroup> find_digit_groups(std::string_view text) {
    std::vector<DigitGroup> out;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        DigitGroup group{at, at, kGapBreak};
        while (group.end < text.size() && is_digit(text[group.end])) ++group.end;
        if (!out.empty()) group.gap = gap_between(text, out.back().end, group.begin);
        at = group.end;
        out.push_back(group);
    }
    return out;
}

std::string digits_of(std::string_view text, std::span<DigitGroup const> groups) {
    std::string out;
    for (auto const& group : groups) out += text.substr(group.begin, group.size());
    return out;
}

PersonalText read_personal_text(std::string_view text) {
    PersonalText out;
    out.text = text;
    out.tokens = tokenize(text, text.size());
    out.groups = find_digit_groups(text);
    for (auto const& token : out.tokens)
        for (auto const& one : topic_table()[static_cast<unsigned char>(token.folded[0])])
            if (is_topic_word(token.folded, one.word))
                out.words[static_cast<std::size_t>(one.topic)].push_back(token.begin);
    return out;
}

bool has_word_near(PersonalText const& read, Topic topic, std::size_t begin, std::size_t end) {
    auto const& words = read.words[static_cast<std::size_t>(topic)];
    // A label stands close to its number; of an account a whole sentence may tell.
    bool const is_label = topic == Topic::phone;
    auto const reach = is_label ? kLabelBefore : kBefore;
    auto const before = std::ranges::lower_bound(words, begin > reach ? begin - reach : 0);
    if (before != words.end() && *before < begin) return true;
    auto const after = std::ranges::lower_bound(words, end);
    return after != words.end() && *after < end + (is_label ? kLabelAfter : kAfter);
}

}  // namespace lotse::triage
