// SPDX-License-Identifier: Apache-2.0
#include "desk/escalation_words.h"

#include <fmt/format.h>

#include "desk/notice_phrases.h"
#include "desk/notice_text.h"

namespace lotse::desk {
namespace {

using domain::EscalationCause;
using domain::EscalationStart;

struct Words {
    std::string_view warning;   // {what}
    std::string_view breach;    // {what}
    std::string_view rung;      // {percent} {what}
    std::string_view promise;
    std::string_view silence;   // {name} {time}
    std::string_view somebody;
    std::array<std::string_view, 8> what;  // by cause
    std::string_view told;      // {names}
    std::string_view link;      // {address}
    std::string_view gathered;  // {count}
    std::string_view and_more;  // {count}
    std::string_view all;       // {address}
};

constexpr Words kEnglish{
    .warning = "The time for the {} is nearly over.",
    .breach = "The time for the {} is over.",
    .rung = "{} % of the time for the {} is used.",
    .promise = "The time that the customer was told is nearly over.",
    .silence = "{} has done nothing in this ticket since {}.",
    .somebody = "Its owner",
    .what = {"first reply", "solution", "first reply", "solution", "owner's next step", "next reply", "next update",
             "taking over"},
    .told = "Told before: {}.",
    .link = "Say that you look after it, and nobody else is called: {}",
    .gathered = "{} tickets need somebody now",
    .and_more = "and {} more",
    .all = "All of them: {}",
};

constexpr Words kGerman{
    .warning = "Die Zeit für {} ist fast um.",
    .breach = "Die Zeit für {} ist um.",
    .rung = "{} % der Zeit für {} sind verbraucht.",
    .promise = "Die Zeit, die dem Kunden genannt wurde, ist fast um.",
    .silence = "{} hat seit {} in diesem Ticket nichts getan.",
    .somebody = "Die zuständige Person",
    .what = {"die erste Antwort", "die Lösung", "die erste Antwort", "die Lösung", "den nächsten Schritt",
             "die nächste Antwort", "den nächsten Zwischenstand", "die Übernahme"},
    .told = "Vorher benachrichtigt: {}.",
    .link = "Sagen Sie, dass Sie sich kümmern, dann wird niemand weiter gerufen: {}",
    .gathered = "{} Tickets brauchen jetzt jemanden",
    .and_more = "und {} weitere",
    .all = "Alle ansehen: {}",
};

constexpr Words kPolish{
    .warning = "Czas na {} prawie minął.",
    .breach = "Czas na {} minął.",
    .rung = "Minęło {} % czasu na {}.",
    .promise = "Termin podany klientowi prawie minął.",
    .silence = "{}: od {} nic się w tym zgłoszeniu nie dzieje.",
    .somebody = "Osoba odpowiedzialna",
    .what = {"pierwszą odpowiedź", "rozwiązanie", "pierwszą odpowiedź", "rozwiązanie", "kolejny krok",
             "kolejną odpowiedź", "informację o postępach", "przejęcie"},
    .told = "Wcześniej powiadomiono: {}.",
    .link = "Potwierdź, że się tym zajmujesz, a nikt więcej nie zostanie wezwany: {}",
    .gathered = "Zgłoszenia, które teraz potrzebują kogoś: {}",
    .and_more = "i jeszcze {}",
    .all = "Zobacz wszystkie: {}",
};

Words const& words_in(std::string_view language) {
    if (language == "de") return kGerman;
    return language == "pl" ? kPolish : kEnglish;
}

std::string names_of(std::vector<domain::EscalationTold> const& told, Setup const& setup, std::string_view language) {
    std::string out;
    for (auto const& one : told) {
        auto const* agent = setup.find_agent(one.agent);
        if (agent == nullptr || !one.passed_over.empty()) continue;
        if (!out.empty()) out += "; ";
        out += fmt::format("{} ({})", agent->name, local_time_text(one.at, setup.tenant.time_zone, language));
    }
    return out;
}

}  // namespace

std::string escalation_reason(domain::Escalation const& one, Setup const& setup, std::string_view language) {
    auto const& words = words_in(language);
    auto const what = words.what[static_cast<std::size_t>(one.cause)];
    if (one.start == EscalationStart::silence) {
        auto const* owner = setup.find_agent(one.owner);
        return fmt::format(
            fmt::runtime(words.silence), owner != nullptr ? owner->name : std::string(words.somebody),
            local_time_text(one.silent_since.value_or(one.started_at), setup.tenant.time_zone, language));
    }
    if (one.start == EscalationStart::rung) return fmt::format(fmt::runtime(words.rung), one.percent, what);
    if (one.start == EscalationStart::promise) return std::string(words.promise);
    return fmt::format(fmt::runtime(one.start == EscalationStart::breach ? words.breach : words.warning), what);
}

std::string escalation_words(domain::Escalation const& one, std::vector<domain::EscalationTold> const& told,
                             Setup const& setup, std::string_view public_url, std::string_view language) {
    auto const& words = words_in(language);
    auto out = escalation_reason(one, setup, language);
    if (auto const names = names_of(told, setup, language); !names.empty())
        out += ' ' + fmt::format(fmt::runtime(words.told), names);
    if (!public_url.empty())
        out += "\n\n" +
               fmt::format(fmt::runtime(words.link), fmt::format("{}/escalations?one={}", public_url, one.id.value));
    return out;
}

GatheredWords gathered_words(std::vector<std::string> const& first, std::int64_t count, std::string_view public_url,
                             std::string_view language) {
    auto const& words = words_in(language);
    GatheredWords out;
    out.subject = fmt::format(fmt::runtime(words.gathered), count);
    out.text = out.subject + ":\n\n";
    for (auto const& one : first) out.text += one + '\n';
    auto const left = count - static_cast<std::int64_t>(first.size());
    if (left > 0) out.text += fmt::format(fmt::runtime(words.and_more), left) + '\n';
    if (!public_url.empty())
        out.text += '\n' + fmt::format(fmt::runtime(words.all), fmt::format("{}/escalations", public_url)) + '\n';
    return out;
}

}  // namespace lotse::desk
