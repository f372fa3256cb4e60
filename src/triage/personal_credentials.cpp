// SPDX-License-Identifier: Apache-2.0
// Secrets that people send along: passwords and PINs named as such, keys with a maker's prefix, private keys.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "triage/personal_scan.h"

namespace lotse::triage {
namespace {

constexpr std::size_t kLongestKey = 16UL * 1024;
constexpr std::size_t kLongestSecret = 128;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_token_char(char c) { return is_ascii_word(c) || c == '_' || c == '-'; }

void add(std::size_t begin, std::size_t end, PersonalReason reason, double confidence, PersonalSpans& out) {
    out.push_back({PersonalKind::credential, begin, end, reason, confidence});
}

void find_private_keys(std::string_view text, PersonalSpans& out) {
    constexpr std::string_view kBegin = "-----BEGIN ";
    constexpr std::string_view kEnd = "-----END ";
    std::size_t end = 0;
    for (auto at = text.find(kBegin); at != std::string_view::npos; at = text.find(kBegin, std::max(at + 1, end))) {
        auto const title = text.substr(at + kBegin.size(), 40);
        auto const close = title.find("-----");
        if (close == std::string_view::npos || title.substr(0, close).find("PRIVATE KEY") == std::string_view::npos)
            continue;
        auto const block = text.substr(at, kLongestKey);
        auto const tail = block.find(kEnd);
        end = tail == std::string_view::npos ? at + block.size() : at + tail + kEnd.size();
        if (tail != std::string_view::npos)
            if (auto const last = text.substr(end, 45).find("-----"); last != std::string_view::npos) end += last + 5;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        add(at, end, PersonalReason::form, 0.99, out);
    }
}

struct KeyShape {
    std::string_view prefix;
    std::size_t least;  // token characters after it
    std::size_t most;
};
constexpr auto kShapes = std::to_array<KeyShape>(
    {{"AKIA", 16, 16},      {"ASIA", 16, 16},      {"ghp_", 36, 255},     {"gho_", 36, 255},
     {"ghu_", 36, 255},     {"ghs_", 36, 255},     {"ghr_", 36, 255},     {"github_pat_", 22, 255},
     {"glpat-", 20, 255},   {"xoxb-", 20, 255},    {"xoxp-", 20, 255},    {"xoxa-", 20, 255},
     {"xoxs-", 20, 255},    {"sk_live_", 16, 255}, {"sk_test_", 16, 255}, {"rk_live_", 16, 255},
     {"pk_live_", 16, 255}, {"sk-", 32, 255},      {"AIza", 35, 35},      {"npm_", 36, 36},
     {"hf_", 30, 64},       {"dop_v1_", 64, 64},   {"shpat_", 32, 32},    {"ya29.", 20, 255}});

// Whole words of token characters and dots, each looked at once.
void find_keys(std::string_view text, PersonalSpans& out) {
    auto const is_part = [](char c) { return is_token_char(c) || c == '.'; };
    for (std::size_t at = 0; at < text.size();) {
        if (!is_part(text[at])) {
            ++at;
            continue;
        }
        auto end = at;
        while (end < text.size() && is_part(text[end])) ++end;
        auto word_end = end;
        while (word_end > at && text[word_end - 1] == '.') --word_end;
        auto const word = text.substr(at, word_end - at);
        bool const is_known = std::ranges::any_of(kShapes, [&](auto const& shape) {
            return word.starts_with(shape.prefix) && word.size() >= shape.prefix.size() + shape.least &&
                   word.size() <= shape.prefix.size() + shape.most;
        });
        // A JSON web token: two parts of base64url that open with {" and a third (RFC 7519).
        bool const is_jwt = word.size() > 40 && word.starts_with("eyJ") &&
                            word.find(".eyJ") != std::string_view::npos && std::ranges::count(word, '.') == 2;
        if (is_known || is_jwt) add(at, word_end, PersonalReason::form, 0.99, out);
        at = end;
    }
}

// https://user:secret@host: what stands between the colon and the sign.
void find_in_urls(std::string_view text, PersonalSpans& out) {
    for (auto at = text.find("://"); at != std::string_view::npos; at = text.find("://", at + 3)) {
        auto const rest = text.substr(at + 3, 2 * kLongestSecret);
        auto const stop =
            std::ranges::find_if(rest, [](char c) { return is_space(c) || c == '/' || c == '?' || c == '<'; });
        auto const authority = rest.substr(0, static_cast<std::size_t>(stop - rest.begin()));
        auto const sign = authority.rfind('@');
        auto const colon = authority.find(':');
        if (sign == std::string_view::npos || colon == std::string_view::npos || colon + 1 >= sign) continue;
        add(at + 3 + colon + 1, at + 3 + sign, PersonalReason::form, 0.97, out);
    }
}

bool is_label(std::string_view folded) {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"password",    "passwort", "kennwort", "passcode", "passphrase",   "pwd",          "passwd",  "haslo",
         "hasla",       "pin",      "puk",      "secret",   "token",        "apikey",       "api_key", "access_key",
         "zugangscode", "authkey",  "pass",     "passw",    "zugangsdaten", "client_secret"});
    return std::ranges::find(kWords, folded) != kWords.end();
}

// "Password: forgotten" tells a state.
bool is_state(std::string_view folded) {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"forgotten",  "forgot",   "reset",      "expired",     "wrong",       "incorrect", "invalid", "none",
         "unknown",    "required", "changed",    "missing",     "not",         "the",       "please",  "vergessen",
         "abgelaufen", "falsch",   "ungueltig",  "unbekannt",   "geaendert",   "fehlt",     "bitte",   "keins",
         "nicht",      "gesperrt", "zapomniane", "zapomnialem", "zapomnialam", "wygaslo",   "bledne",  "nieprawidlowe",
         "nieznane",   "brak",     "prosze",     "nie",         "zmienione",   "has"});
    return std::ranges::find(kWords, folded) != kWords.end();
}

bool looks_chosen(std::string_view secret) {
    bool has_digit = false;
    bool has_sign = false;
    bool has_inner_capital = false;
    for (std::size_t i = 0; i < secret.size(); ++i) {
        char const c = secret[i];
        has_digit |= is_digit(c);
        has_sign |= static_cast<unsigned char>(c) < 0x80 && !is_ascii_word(c) && c != '-' && c != '\'' && c != '.';
        has_inner_capital |= i > 0 && c >= 'A' && c <= 'Z' && secret[i - 1] >= 'a' && secret[i - 1] <= 'z';
    }
    return has_digit || has_sign || has_inner_capital;
}

bool is_link_word(std::string_view folded) {
    constexpr auto kWords = std::to_array<std::string_view>({"is", "ist", "was", "war", "to", "lautet", "brzmi", "dla",
                                                             "auf", "na", "new", "neues", "neue", "nowe", "jest"});
    return std::ranges::find(kWords, folded) != kWords.end();
}

struct Secret {
    std::size_t begin = 0;
    std::size_t end = 0;
};
Secret read_secret(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '"' || text[at] == '\'')) ++at;
    auto end = at;
    while (end < text.size() && !is_space(text[end]) && end - at < kLongestSecret) ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    // Punctuation at the end closes the sentence; inside quotation marks it belongs to the secret.
    while (end > at && std::string_view(".,;)\"'").find(text[end - 1]) != std::string_view::npos) --end;
    return {at, end};
}

// The place after ": ", " = ", " is " or " lautet: " that follows a label; npos if none does.
std::size_t after_link(std::string_view text, std::vector<Token> const& tokens, std::size_t label, bool& has_sign) {
    auto at = tokens[label].end;
    for (std::size_t next = label + 1;; ++next) {
        auto const until = next < tokens.size() ? tokens[next].begin : text.size();
        auto const gap = text.substr(at, std::min<std::size_t>(until - at, 16));
        if (gap.find('\n') != std::string_view::npos) return std::string_view::npos;
        if (auto const sign = gap.find_first_of(":="); sign != std::string_view::npos) {
            has_sign = true;
            return at + sign + 1;
        }
        if (next >= tokens.size()) return std::string_view::npos;
        if (!is_link_word(tokens[next].folded)) return next > label + 1 ? at : std::string_view::npos;
        if (next > label + 3) return std::string_view::npos;
        at = tokens[next].end;
    }
}

void find_labelled(std::string_view text, std::vector<Token> const& tokens, PersonalSpans& out) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        auto const& word = tokens[i].folded;
        bool const is_key =
            word == "key" && i > 0 && (tokens[i - 1].folded == "api" || tokens[i - 1].folded == "access");
        if (!is_key && !is_label(word)) continue;
        bool has_sign = false;
        auto const at = after_link(text, tokens, i, has_sign);
        if (at == std::string_view::npos) continue;
        auto const secret = read_secret(text, at);
        auto const value = text.substr(secret.begin, secret.end - secret.begin);
        if (value.size() < 4 || is_state(fold_word(value)) || value.starts_with("http") || value.find('@') == 0)
            continue;
        bool const closes_line = secret.end >= text.size() || text[secret.end] == '\n' || text[secret.end] == '\r';
        if (!looks_chosen(value) && !(has_sign && closes_line && value.size() >= 6)) continue;
        add(secret.begin, secret.end, PersonalReason::context, 0.93, out);
    }
}

}  // namespace

void find_credentials(PersonalText const& read, PersonalSpans& out) {
    auto const text = read.text;
    find_private_keys(text, out);
    find_keys(text, out);
    find_in_urls(text, out);
    find_labelled(text, read.tokens, out);
}

}  // namespace lotse::triage
