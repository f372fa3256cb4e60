// SPDX-License-Identifier: Apache-2.0
#include "desk/reset_phrases.h"

#include <array>

#include "base/text.h"

namespace lotse::desk {
namespace {

struct Words {
    std::string_view language;
    std::string_view reset_subject;
    std::string_view reset_text;
    std::string_view invited_subject;
    std::string_view invited_text;
};

constexpr std::array<Words, 3> kWords{{
    {"en", "Choose a new password for {desk}",
     "Hello {person},\n\nsomebody asked for a new password for your account at {desk}. If it was you, choose it here "
     "within one hour; the link works once:\n\n{link}\n\nIf it was not you, there is nothing to do: your password "
     "stays "
     "as it is.\n",
     "Your account at {desk}",
     "Hello {person},\n\nyou have been given an account at {desk}. Choose your password here within three days; the "
     "link "
     "works once:\n\n{link}\n"},
    {"de", "Neues Passwort für {desk}",
     "Guten Tag {person},\n\njemand hat für Ihr Konto bei {desk} ein neues Passwort angefordert. Wenn Sie das waren, "
     "vergeben Sie es hier innerhalb einer Stunde; der Link gilt einmal:\n\n{link}\n\nWenn Sie das nicht waren, ist "
     "nichts zu tun: Ihr Passwort bleibt, wie es ist.\n",
     "Ihr Konto bei {desk}",
     "Guten Tag {person},\n\nfür Sie wurde ein Konto bei {desk} angelegt. Vergeben Sie hier innerhalb von drei Tagen "
     "Ihr "
     "Passwort; der Link gilt einmal:\n\n{link}\n"},
    {"pl", "Nowe hasło do {desk}",
     "Dzień dobry, {person},\n\nktoś poprosił o nowe hasło do konta w {desk}. Jeśli to Ty, ustaw je tutaj w ciągu "
     "godziny; link działa jeden raz:\n\n{link}\n\nJeśli to nie Ty, nie trzeba nic robić: hasło się nie zmieni.\n",
     "Twoje konto w {desk}",
     "Dzień dobry, {person},\n\nmasz nowe konto w {desk}. Ustaw hasło tutaj w ciągu trzech dni; link działa jeden "
     "raz:\n\n{link}\n"},
}};

// In one pass, so that a name with braces stays a name (H-06).
std::string filled(std::string_view pattern, ResetNames const& names) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size();) {
        auto const rest = pattern.substr(i);
        if (rest.starts_with("{desk}")) {
            out += names.desk;
            i += 6;
        } else if (rest.starts_with("{person}")) {
            out += names.person;
            i += 8;
        } else if (rest.starts_with("{link}")) {
            out += names.link;
            i += 6;
        } else {
            out += pattern[i++];
        }
    }
    return out;
}

}  // namespace

ResetLetter reset_letter(std::string_view language, ResetReason reason, ResetNames const& names) {
    auto const* words = &kWords.front();
    for (auto const& one : kWords)
        if (one.language == language) words = &one;
    bool const is_invited = reason == ResetReason::invited;
    // A line break in a name would end the header of the subject.
    auto subject = filled(is_invited ? words->invited_subject : words->reset_subject, names);
    for (auto& c : subject)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    return {std::move(subject), filled(is_invited ? words->invited_text : words->reset_text, names)};
}

}  // namespace lotse::desk
