// SPDX-License-Identifier: Apache-2.0
// Mail addresses (RFC 5321 as people use it) and public IP addresses. Addresses of private networks say nothing about a
// person and fill every log.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/text.h"
#include "triage/personal_scan.h"

namespace lotse::triage {
namespace {

constexpr std::size_t kLocalPart = 64;
constexpr std::size_t kDomain = 255;

// Letters with marks of two bytes: an address may hold them (RFC 6531).
bool is_marked_letter(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte >= 0xC3 && byte <= 0xC9) || (byte & 0xC0U) == 0x80U;
}
bool is_local(char c) {
    return is_ascii_word(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos ||
           is_marked_letter(c);
}
bool is_domain(char c) { return is_ascii_word(c) || c == '-' || c == '.' || is_marked_letter(c); }

// "icon@2x.png" and "main@v2.js" are names of files.
bool is_file_ending(std::string_view label) {
    constexpr auto kEndings = std::to_array<std::string_view>(
        {"png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "js", "css", "txt", "log", "xml", "json", "html"});
    auto const lower = to_lower_ascii(label);
    return std::ranges::find(kEndings, lower) != kEndings.end();
}

void find_mail_at(std::string_view text, std::size_t sign, PersonalSpans& out) {
    auto begin = sign;
    while (begin > 0 && sign - begin <= kLocalPart && is_local(text[begin - 1])) --begin;
    if (sign - begin > kLocalPart) return;
    // What opens a quotation or a path belongs to the text around.
    while (begin < sign && !is_ascii_word(text[begin]) && !is_marked_letter(text[begin]) && text[begin] != '_' &&
           text[begin] != '+')
        ++begin;
    if (auto const cut = text.substr(begin, sign - begin).find_last_of("/="); cut != std::string_view::npos)
        begin += cut + 1;
    while (begin < sign && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;
    auto end = sign + 1;
    while (end < text.size() && end - sign <= kDomain && is_domain(text[end])) ++end;
    while (end > sign && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
    if (begin == sign || end == sign + 1 || text[sign - 1] == '.' || !is_ascii_word(text[sign + 1])) return;
    auto const domain = text.substr(sign + 1, end - sign - 1);
    auto const dot = domain.rfind('.');
    if (dot == std::string_view::npos || domain.find("..") != std::string_view::npos) return;
    auto const last = domain.substr(dot + 1);
    if (last.size() < 2 || is_digit(last[0]) || is_file_ending(last)) return;
    out.push_back({PersonalKind::email, begin, end, PersonalReason::form, 0.98});
}

using Octets = std::array<unsigned, 4>;

bool is_public(Octets const& ip) {
    auto const [a, b, c, d] = ip;
    if (a == 0 || a == 10 || a == 127 || a >= 224) return false;
    if (a == 100 && b >= 64 && b < 128) return false;  // carrier-grade NAT
    if (a == 169 && b == 254) return false;  // link-local
    if (a == 172 && b >= 16 && b < 32) return false;
    if (a == 192 && (b == 168 || (b == 0 && (c == 0 || c == 2)))) return false;  // private, documentation
    if (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100))) return false;
    return !(a == 203 && b == 0 && c == 113) && d != 256;
}

std::optional<Octets> read_octets(std::string_view text, std::span<DigitGroup const> four) {
    Octets out{};
    for (std::size_t i = 0; i < 4; ++i) {
        auto const digits = text.substr(four[i].begin, four[i].size());
        if (digits.size() > 3 || (digits.size() > 1 && digits[0] == '0')) return std::nullopt;
        if (i > 0 && (four[i].gap != kGapDot || four[i].begin != four[i - 1].end + 1)) return std::nullopt;
        for (char const c : digits) out[i] = out[i] * 10 + static_cast<unsigned>(c - '0');
        if (out[i] > 255) return std::nullopt;
    }
    return out;
}

// "Firefox/2.53.7.1", "SeaMonkey 2.53.7.1": a small first number, or a word right before it.
bool looks_like_version(std::string_view text, std::size_t begin, unsigned first) {
    constexpr unsigned kUsualVersions = 24;
    if (first < kUsualVersions) return true;
    return begin > 1 && text[begin - 1] == '/' && has_word_before(text, begin - 1);
}

void find_ipv4(PersonalText const& read, PersonalSpans& out) {
    auto const text = read.text;
    std::span<DigitGroup const> const groups = read.groups;
    for (std::size_t i = 0; i + 4 <= groups.size(); ++i) {
        auto const four = groups.subspan(i, 4);
        auto const begin = four.front().begin;
        auto const end = four.back().end;
        auto const octets = read_octets(text, four);
        if (!octets || !is_public(*octets) || has_word_before(text, begin) || has_word_after(text, end)) continue;
        bool const goes_on = end + 1 < text.size() && (text[end] == '.' || text[end] == '-') && is_digit(text[end + 1]);
        bool const came_from =
            begin > 1 && (text[begin - 1] == '.' || text[begin - 1] == '-') && is_digit(text[begin - 2]);
        if (goes_on || came_from) continue;
        if (has_word_near(read, Topic::version, begin, begin)) continue;
        if (looks_like_version(text, begin, (*octets)[0]) && !has_word_near(read, Topic::address, begin, end)) continue;
        out.push_back({PersonalKind::ip, begin, end, PersonalReason::form, 0.95});
    }
}

bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Global unicast only, 2000::/3 without the documentation prefix (RFC 4291, 3849).
bool is_public_ipv6(std::string_view word) {
    if (word.size() < 4 || (word[0] != '2' && word[0] != '3')) return false;
    int groups = 0;
    int gaps = 0;
    std::size_t digits = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] != ':') {
            if (++digits == 1) ++groups;
            if (digits > 4) return false;
            continue;
        }
        if (digits == 0 && (i == 0 || word[i - 1] != ':' || ++gaps > 1)) return false;
        if (groups == 1 && digits != 0 && digits != 4) return false;
        digits = 0;
    }
    if (word.back() == ':' && !word.ends_with("::")) return false;
    auto const lower = to_lower_ascii(word);
    if (lower.starts_with("2001:db8:") || lower.starts_with("2001:0db8:")) return false;
    return gaps == 1 ? groups >= 2 && groups < 8 : groups == 8;
}

void find_ipv6(std::string_view text, PersonalSpans& out) {
    for (std::size_t at = text.find(':'); at != std::string_view::npos;) {
        auto begin = at;
        while (begin > 0 && at - begin < 5 && is_hex(text[begin - 1])) --begin;
        auto end = at;
        while (end < text.size() && (is_hex(text[end]) || text[end] == ':')) ++end;
        auto const word_end = end;
        while (end > begin && text[end - 1] == ':' && !(end - begin > 2 && text[end - 2] == ':')) --end;
        if (end - begin <= 39 && !has_word_before(text, begin) && !has_word_after(text, end) &&
            is_public_ipv6(text.substr(begin, end - begin)))
            out.push_back({PersonalKind::ip, begin, end, PersonalReason::form, 0.95});
        at = text.find(':', std::max(word_end, at + 1));
    }
}

}  // namespace

void find_addresses(PersonalText const& read, PersonalSpans& out) {
    auto const text = read.text;
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1))
        find_mail_at(text, at, out);
    find_ipv4(read, out);
    find_ipv6(text, out);
}

}  // namespace lotse::triage
