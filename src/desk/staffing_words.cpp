// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "desk/notice_phrases.h"
#include "desk/staffing_gaps.h"
#include "domain/language_name.h"

namespace lotse::desk {
namespace {

struct Words {
    std::string_view subject;
    std::string_view intro;
    std::string_view people;    // {queue} {ticket}
    std::string_view skill;     // {queue} {what} {ticket}
    std::string_view language;  // {queue} {what} {ticket}
    std::string_view capacity;  // {queue} {channel} {ticket}
    std::array<std::string_view, domain::kChannels> channels;  // by domain::Channel
    std::string_view remedy;
    std::string_view link;  // {address}
};

constexpr Words kEnglish{
    .subject = "Tickets wait for what nobody on the team can do",
    .intro = "These tickets will not be given to anybody, at work or not, until something changes:",
    .people = "- {0}: nobody works there, or nobody has any capacity (ticket {1})",
    .skill = "- {0}: nobody has the skill \"{1}\" (ticket {2})",
    .language = "- {0}: nobody speaks the language \"{1}\" (ticket {2})",
    .capacity = "- {0}: a ticket by \"{1}\" takes more than anybody's capacity or limit (ticket {2})",
    .channels = {"e-mail", "phone", "API", "portal", "chat", "monitoring"},
    .remedy =
        "Give somebody the skill, the language or the capacity, let another team help the queue, or move the tickets.",
    .link = "Look at what waits: {}",
};
constexpr Words kGerman{
    .subject = "Tickets warten auf etwas, das niemand im Team kann",
    .intro = "Diese Tickets bekommt niemand, im Dienst oder nicht, solange sich nichts ändert:",
    .people = "- {0}: Dort arbeitet niemand, oder niemand hat Kapazität (Ticket {1})",
    .skill = "- {0}: Niemand hat die Kenntnis „{1}“ (Ticket {2})",
    .language = "- {0}: Niemand spricht die Sprache „{1}“ (Ticket {2})",
    .capacity = "- {0}: Ein Ticket über „{1}“ ist größer als jede Kapazität oder Grenze (Ticket {2})",
    .channels = {"E-Mail", "Telefon", "API", "Portal", "Chat", "Monitoring"},
    .remedy =
        "Geben Sie jemandem die Kenntnis, die Sprache oder die Kapazität, lassen Sie ein anderes Team helfen, oder "
        "verschieben Sie die Tickets.",
    .link = "Ansehen, was wartet: {}",
};
constexpr Words kPolish{
    .subject = "Zgłoszenia czekają na coś, czego nikt w zespole nie potrafi",
    .intro = "Tych zgłoszeń nie dostanie nikt, ani w pracy, ani po niej, dopóki coś się nie zmieni:",
    .people = "- {0}: nikt tam nie pracuje albo nikt nie ma wolnej pojemności (zgłoszenie {1})",
    .skill = "- {0}: nikt nie ma umiejętności „{1}” (zgłoszenie {2})",
    .language = "- {0}: nikt nie zna języka „{1}” (zgłoszenie {2})",
    .capacity = "- {0}: zgłoszenie przez „{1}” przekracza pojemność lub limit każdej osoby (zgłoszenie {2})",
    .channels = {"e-mail", "telefon", "API", "portal", "czat", "monitoring"},
    .remedy =
        "Proszę dodać komuś umiejętność, język lub pojemność, pozwolić innemu zespołowi pomagać tej kolejce albo "
        "przenieść "
        "zgłoszenia.",
    .link = "Co czeka: {}",
};

Words const& words_in(std::string_view language) {
    return language == "de" ? kGerman : language == "pl" ? kPolish : kEnglish;
}

std::string line_of(Words const& words, NamedGap const& gap) {
    auto const& what = gap.lacking.what;
    switch (gap.lacking.lack) {
        case Lack::people: return fmt::format(fmt::runtime(words.people), gap.queue, gap.first.value);
        case Lack::skill: return fmt::format(fmt::runtime(words.skill), gap.queue, what, gap.first.value);
        case Lack::capacity: {
            auto const channel = domain::find_enum<domain::Channel>(what).value_or(domain::Channel::email);
            auto const name = words.channels[static_cast<std::size_t>(channel)];
            return fmt::format(fmt::runtime(words.capacity), gap.queue, name, gap.first.value);
        }
        case Lack::language: return fmt::format(fmt::runtime(words.language), gap.queue, what, gap.first.value);
    }
    return {};
}

}  // namespace

StaffingWords staffing_words(std::vector<NamedGap> const& gaps, std::string_view public_url,
                             std::string_view language) {
    auto const& words = words_in(language);
    StaffingWords out;
    out.subject = words.subject;
    out.text = fmt::format("{}\n\n", words.intro);
    for (auto const& gap : gaps) out.text += line_of(words, gap) + '\n';
    out.text += fmt::format("\n{}\n", words.remedy);
    if (!public_url.empty())
        out.text += '\n' + fmt::format(fmt::runtime(words.link), fmt::format("{}/watch", public_url)) + '\n';
    return out;
}

}  // namespace lotse::desk
