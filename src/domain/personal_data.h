// SPDX-License-Identifier: Apache-2.0
// A place in a text that holds data about a person or a secret. Places, never copies.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "domain/enums.h"

namespace lotse::domain {

// steuer_id: German tax number of a person; pesel, nip, regon: Polish numbers of a person, a tax payer, a business.
// ip: public addresses only.
enum class PersonalKind : std::uint8_t { iban, card, pesel, nip, regon, steuer_id, email, phone, name, credential, ip };
// check_digits: the number proves itself. context: words around it tell. form: it has a shape that little else has.
// sender: the From header says this name. sentence: a model of sentences reads a name there.
enum class PersonalReason : std::uint8_t { check_digits, context, form, sender, sentence };

struct PersonalSpan {
    PersonalKind kind = PersonalKind::email;
    std::size_t begin = 0;  // bytes
    std::size_t end = 0;
    PersonalReason reason = PersonalReason::form;
    double confidence = 0;  // 0..1; of the rule, not of this text: how often the rule is right on ordinary mail
    bool operator==(PersonalSpan const&) const = default;
};

template <>
struct EnumNames<PersonalKind> {
    static constexpr std::array<std::string_view, 11> all{"iban",  "card",  "pesel", "nip",        "regon", "steuer_id",
                                                          "email", "phone", "name",  "credential", "ip"};
};
template <>
struct EnumNames<PersonalReason> {
    static constexpr std::array<std::string_view, 5> all{"check_digits", "context", "form", "sender", "sentence"};
};

}  // namespace lotse::domain
