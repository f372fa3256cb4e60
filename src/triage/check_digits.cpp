// SPDX-License-Identifier: Apache-2.0
#include "triage/check_digits.h"

#include <algorithm>
#include <array>
#include <span>

namespace lotse::triage {
namespace {

struct CountryLength {
    std::string_view country;
    std::size_t length;
};
constexpr auto kIbanLengths = std::to_array<CountryLength>(
    {{"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"BH", 22},
     {"BI", 27}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DJ", 27},
     {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FK", 18}, {"FO", 18}, {"FR", 27},
     {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HN", 28}, {"HR", 21}, {"HU", 28},
     {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28},
     {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22},
     {"MK", 19}, {"MN", 20}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NI", 28}, {"NL", 18}, {"NO", 15}, {"OM", 23},
     {"PK", 24}, {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"RU", 33}, {"SA", 24},
     {"SC", 31}, {"SD", 18}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"SO", 23}, {"ST", 25}, {"SV", 28},
     {"TL", 23}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20}, {"YE", 30}});

// Lengths as bits: bit 16 = sixteen digits.
constexpr unsigned bits(std::size_t from, std::size_t to) {
    unsigned out = 0;
    for (auto i = from; i <= to; ++i) out |= 1U << i;
    return out;
}
struct IssuerRange {
    int first;  // of the first four digits
    int last;
    unsigned lengths;
};
// American Express, Diners, Discover, JCB, Maestro, Mastercard, Mir, UnionPay, Visa. Where ranges meet, each is tried.
constexpr auto kIssuers = std::to_array<IssuerRange>(
    {{1800, 1800, bits(15, 15)}, {2131, 2131, bits(15, 15)}, {2200, 2204, bits(16, 19)},
     {2221, 2720, bits(16, 16)}, {3000, 3059, bits(14, 19)}, {3095, 3095, bits(14, 19)},
     {3400, 3499, bits(15, 15)}, {3528, 3589, bits(16, 19)}, {3600, 3699, bits(14, 19)},
     {3700, 3799, bits(15, 15)}, {3800, 3999, bits(14, 19)}, {4000, 4999, bits(13, 13) | bits(16, 16) | bits(19, 19)},
     {5000, 5099, bits(12, 19)}, {5100, 5599, bits(16, 16)}, {5600, 5899, bits(12, 19)},
     {6011, 6011, bits(16, 19)}, {6200, 6299, bits(16, 19)}, {6304, 6304, bits(12, 19)},
     {6390, 6390, bits(12, 19)}, {6440, 6599, bits(16, 19)}, {6700, 6799, bits(12, 19)}});

int value(char c) { return c - '0'; }
bool are_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}
// "0000000000" passes most sums and is nobody's number.
bool is_monotone(std::string_view digits) { return digits.find_first_not_of(digits[0]) == std::string_view::npos; }

int weighted_sum(std::string_view digits, std::span<int const> weights) {
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += value(digits[i]) * weights[i];
    return sum;
}

}  // namespace

std::size_t iban_length(std::string_view country) {
    auto const found = std::ranges::lower_bound(kIbanLengths, country, {}, &CountryLength::country);
    return found != kIbanLengths.end() && found->country == country ? found->length : 0;
}

bool is_iban(std::string_view compact) {
    if (compact.size() < 15 || compact.size() != iban_length(compact.substr(0, 2))) return false;
    if (!are_digits(compact.substr(2, 2))) return false;
    int rest = 0;
    for (std::size_t i = 0; i < compact.size(); ++i) {
        char const c = compact[(i + 4) % compact.size()];
        if (c >= '0' && c <= '9') {
            rest = (rest * 10 + value(c)) % 97;
        } else if (c >= 'A' && c <= 'Z') {
            rest = (rest * 100 + c - 'A' + 10) % 97;
        } else {
            return false;
        }
    }
    return rest == 1;
}

bool passes_luhn(std::string_view digits) {
    if (digits.empty() || !are_digits(digits)) return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int one = value(digits[digits.size() - 1 - i]);
        if (i % 2 == 1) one = one > 4 ? 2 * one - 9 : 2 * one;
        sum += one;
    }
    return sum % 10 == 0;
}

bool is_card(std::string_view digits) {
    if (digits.size() < 12 || digits.size() > 19 || !are_digits(digits)) return false;
    int first = 0;
    for (char const c : digits.substr(0, 4)) first = first * 10 + value(c);
    bool const has_issuer = std::ranges::any_of(kIssuers, [&](auto const& range) {
        return first >= range.first && first <= range.last && (range.lengths >> digits.size() & 1U) != 0;
    });
    return has_issuer && passes_luhn(digits);
}

bool is_pesel(std::string_view digits) {
    constexpr std::array kWeights{1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1};
    constexpr std::array kDays{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (digits.size() != 11 || !are_digits(digits)) return false;
    // The century hides in the month: 80 more in the 1800s, 20 more in the 2000s, and so on.
    int const month = (value(digits[2]) * 10 + value(digits[3])) % 20;
    int const day = value(digits[4]) * 10 + value(digits[5]);
    if (month < 1 || month > 12 || day < 1 || day > kDays[static_cast<std::size_t>(month - 1)]) return false;
    return weighted_sum(digits, kWeights) % 10 == 0;
}

bool is_nip(std::string_view digits) {
    constexpr std::array kWeights{6, 5, 7, 2, 3, 4, 5, 6, 7};
    if (digits.size() != 10 || !are_digits(digits) || is_monotone(digits) || digits[0] == '0') return false;
    return weighted_sum(digits, kWeights) % 11 == value(digits[9]);  // 10 is never given
}

bool is_regon(std::string_view digits) {
    constexpr std::array kShort{8, 9, 2, 3, 4, 5, 6, 7};
    constexpr std::array kLong{2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8};
    if ((digits.size() != 9 && digits.size() != 14) || !are_digits(digits) || is_monotone(digits)) return false;
    if (weighted_sum(digits, kShort) % 11 % 10 != value(digits[8])) return false;
    return digits.size() == 9 || weighted_sum(digits, kLong) % 11 % 10 == value(digits[13]);
}

bool is_steuer_id(std::string_view digits) {
    if (digits.size() != 11 || !are_digits(digits) || digits[0] == '0') return false;
    std::array<int, 10> times{};
    for (char const c : digits.substr(0, 10)) ++times[static_cast<std::size_t>(value(c))];
    auto const repeated = std::ranges::count_if(times, [](int n) { return n > 1; });
    if (repeated != 1 || *std::ranges::max_element(times) > 3) return false;
    for (std::size_t i = 2; i < 10; ++i)
        if (digits[i] == digits[i - 1] && digits[i] == digits[i - 2]) return false;
    int product = 10;
    for (char const c : digits.substr(0, 10)) {
        int const sum = (value(c) + product) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == value(digits[10]);
}

}  // namespace lotse::triage
