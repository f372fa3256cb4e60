// SPDX-License-Identifier: Apache-2.0
// Whether a number proves itself by its check digits. Arguments hold nothing but the characters of the number: digits,
// for an IBAN also capital letters. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace lotse::triage {

// Length of an IBAN of this country (ISO 13616 registry), 0 if the country has none. Two capital letters.
std::size_t iban_length(std::string_view country);
bool is_iban(std::string_view compact);  // length of its country and ISO 7064 mod 97-10
bool passes_luhn(std::string_view digits);  // ISO/IEC 7812-1 annex B
// Payment cards: an issuer's range (ISO/IEC 7812) with a length that it uses, and Luhn.
bool is_card(std::string_view digits);
bool is_pesel(std::string_view digits);  // 11 digits: a day of birth and weights 1 3 7 9
bool is_nip(std::string_view digits);    // 10 digits, mod 11
bool is_regon(std::string_view digits);  // 9 or 14 digits, mod 11
// 11 digits: ISO 7064 mod 11,10; of the first ten, one digit stands there twice or three times (never three in a row), all
// others at most once (section 139b AO).
bool is_steuer_id(std::string_view digits);

}  // namespace lotse::triage
