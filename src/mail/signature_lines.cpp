// SPDX-License-Identifier: Apache-2.0
#include "mail/signature_lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace lotse::mail {
namespace {

// Below "-- " anything goes; below another mark only what looks like a card, not like a text.
constexpr std::size_t kMostLinesBelowMark = 60;
constexpr std::size_t kMostLinesBelowDrawnLine = 12;
constexpr std::size_t kLongestDeviceLine = 160;

constexpr std::array<std::string_view, 21> kSent{"sent from",        "sent via",
                                                 "sent with",        "sent by",
                                                 "from my",          "get outlook for",
                                                 "get [outlook for", "envoyé de mon",
                                                 "envoyé depuis",    "envoyé à partir de",
                                                 "inviato da",       "enviado desde",
                                                 "enviado do",       "enviado a partir do",
                                                 "verzonden met",    "verzonden vanaf",
                                                 "verstuurd vanaf",  "sendt fra",
                                                 "skickat från",     "lähetetty",
                                                 "odesláno z"};

constexpr std::array<std::string_view, 9> kSentSlavic{"wysłane z",           "wysłano z",    "wysłane przez",
                                                      "wiadomość wysłana z", "отправлено с", "отправлено из",
                                                      "отправлено от",       "надіслано з",  "poslané z"};

// "Sent from the warehouse" is a customer speaking.
constexpr std::array<std::string_view, 42> kDevices{
    "phone",      "iphone",    "ipad",    "ipod",      "android", "mobile",   "mobil",      "mail",  "outlook",
    "blackberry", "galaxy",    "samsung", "htc",       "huawei",  "xiaomi",   "nokia",      "pixel", "device",
    "tablet",     "windows",   "yahoo",   "airmail",   "spark",   "proton",   "smartphone", "handy", "telefon",
    "komórk",     "urządzeni", "gerät",   "téléphone", "celular", "móvil",    "telefoon",   "gsm",   "cell",
    "alcatel",    "ti-85",     "app",     "айфон",     "телефон", "устройств"};

bool contains_device(std::string_view lower) {
    return std::ranges::any_of(kDevices, [&](std::string_view device) { return lower.contains(device); });
}

template <std::size_t N>
bool starts_with_any(std::array<std::string_view, N> const& phrases, std::string_view text) {
    return std::ranges::any_of(phrases, [&](std::string_view phrase) { return text.starts_with(phrase); });
}

bool is_dash_mark(std::string_view line) {
    std::string_view const mark = trim(line);
    return mark == "--" || mark == "—" || mark == "–" || mark == "- --" || mark == "—-";
}

std::size_t filled_lines(Lines lines) {
    return static_cast<std::size_t>(
        std::ranges::count_if(lines, [](std::string_view line) { return !is_blank_line(line); }));
}

// A card has short lines; a text that goes on below a drawn line does not.
bool looks_like_card(Lines below) {
    return filled_lines(below) > 0 && filled_lines(below) <= kMostLinesBelowDrawnLine &&
           std::ranges::all_of(below, [](std::string_view line) { return line.size() <= 100; });
}

std::size_t find_mark(Lines lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Lines const below = lines.subspan(i + 1);
        bool const standard = lines[i] == "-- " || lines[i] == "--";
        if (standard && below.size() <= 4 * kMostLinesBelowMark && filled_lines(below) <= kMostLinesBelowMark) return i;
        bool const other = is_dash_mark(lines[i]) || (is_rule_line(lines[i]) && trim(lines[i]).size() >= 5);
        if (other && below.size() <= 2 * kMostLinesBelowDrawnLine && looks_like_card(below)) return i;
    }
    return lines.size();
}

std::size_t before_device_lines(Lines lines) {
    std::size_t start = lines.size();
    for (std::size_t i = lines.size(); i > 0; --i) {
        if (is_blank_line(lines[i - 1])) continue;
        if (!is_device_line(lines[i - 1])) break;
        start = i - 1;
    }
    return start;
}

}  // namespace

bool is_device_line(std::string_view line) {
    if (line.size() > kLongestDeviceLine) return false;
    std::string lower = to_lower_utf8(trim(line));
    lower.erase(0, std::min(lower.find_first_not_of("(<[*_- "), lower.size()));
    if (starts_with_any(kSent, lower) || starts_with_any(kSentSlavic, lower)) return contains_device(lower);
    if (lower.starts_with("von meinem") || lower.starts_with("diese nachricht wurde von") ||
        lower.starts_with("gesendet von") || lower.starts_with("gesendet mit") || lower.starts_with("von "))
        return contains_device(lower) && (lower.contains("gesendet") || lower.contains("gesandt"));
    if (lower.starts_with("從我的") || lower.starts_with("从我的") || lower.contains("から送信")) return true;
    return lower.ends_with(" from mobile") && lower.size() < 40;
}

std::size_t find_signature(Lines lines) {
    std::size_t start = find_mark(lines);
    return std::min(start, before_device_lines(lines.first(start)));
}

}  // namespace lotse::mail
