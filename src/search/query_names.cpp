// SPDX-License-Identifier: Apache-2.0
// The names of fields and of their choices, in the languages of the desk. English is what print() gives.
#include <algorithm>

#include "base/must.h"
#include "base/text.h"
#include "search/query.h"

namespace lotse::search {
namespace {

constexpr std::string_view kStatuses =
    "new=neu,nowe,nowy open=offen,otwarte,otwarty waiting=wartend,oczekujące,oczekuje "
    "solved=gelöst,rozwiązane,rozwiązany closed=geschlossen,zamknięte,zamknięty";
constexpr std::string_view kPriorities =
    "low=niedrig,niski normal=normal,normalny high=hoch,wysoki urgent=dringend,pilny";
constexpr std::string_view kTypes =
    "incident=störung,incydent,awaria request=anfrage,zgłoszenie,wniosek question=frage,pytanie "
    "complaint=beschwerde,reklamacja,skarga no_action=keine_aktion,bez_działania";
constexpr std::string_view kChannels =
    "email=e-mail,mail phone=telefon api=api portal=portal chat=chat,czat monitoring=überwachung,monitoring";
constexpr std::string_view kSentiments =
    "calm=ruhig,spokojny,spokojne unhappy=unzufrieden,niezadowolony angry=verärgert,wütend,zły,rozgniewany";
constexpr std::string_view kStates =
    "overdue=überfällig,spóźnione,po_terminie unassigned=unzugewiesen,nieprzypisane snoozed=zurückgestellt,uśpione "
    "escalated=eskaliert,eskalowane unreadable=unlesbar,nieczytelne open=offen,otwarte solved=gelöst,rozwiązane "
    "closed=geschlossen,zamknięte";
constexpr std::string_view kThings =
    "attachment=anhang,datei,file,załącznik unexplained_breach=unerklärte_verletzung,niewyjaśnione_naruszenie";

// "open" of "open=offen,otwarte"
std::string_view first_of(std::string_view choice) { return choice.substr(0, choice.find('=')); }

bool has_name(std::string_view choice, std::string_view lower) {
    if (first_of(choice) == lower) return true;
    auto const names = choice.substr(std::min(choice.size(), choice.find('=') + 1));
    return std::ranges::count(split(names, ','), lower) > 0;
}

}  // namespace

std::vector<FieldName> const& field_names() {
    static std::vector<FieldName> const kNames{
        {"status", Field::status, Shape::choice, "state stan", kStatuses},
        {"queue", Field::queue, Shape::name, "warteschlange kolejka", {}},
        {"agent", Field::agent, Shape::name, "owner assignee besitzer bearbeiter właściciel", {}},
        {"customer", Field::customer, Shape::name, "kunde klient", {}},
        {"organization", Field::organization, Shape::name, "organisation org firma", {}},
        {"category", Field::category, Shape::name, "kategorie kategoria", {}},
        {"priority", Field::priority, Shape::choice, "priorität priorytet", kPriorities},
        {"type", Field::type, Shape::choice, "art typ", kTypes},
        {"language", Field::language, Shape::name, "sprache język", {}},
        {"sentiment", Field::sentiment, Shape::choice, "stimmung nastrój", kSentiments},
        {"channel", Field::channel, Shape::choice, "kanal kanał", kChannels},
        {"tag", Field::tag, Shape::name, "etikett tagi", {}},
        {"is", Field::is, Shape::choice, "ist jest", kStates},
        {"has", Field::has, Shape::choice, "hat ma", kThings},
        {"created", Field::created, Shape::date, "erstellt utworzono", {}},
        {"updated", Field::updated, Shape::date, "geändert zmieniono", {}},
        {"due", Field::due, Shape::date, "fällig termin", {}},
        {"first_reply_due", Field::first_reply_due, Shape::date, "erste_antwort pierwsza_odpowiedź", {}},
        {"solved", Field::solved, Shape::date, "gelöst rozwiązano", {}},
        {"closed", Field::closed, Shape::date, "geschlossen zamknięto", {}},
        {"id", Field::id, Shape::number, "nummer numer", {}},
        {"follows", Field::follows, Shape::number, "folgt następuje", {}},
        {"subject", Field::subject, Shape::words, "betreff temat", {}},
        {"text", Field::text, Shape::words, "body inhalt treść", {}},
        {"file", Field::file, Shape::words, "datei plik", {}},
        {"people", Field::people, Shape::words, "from von od leute osoby", {}},
        {"field", Field::custom, Shape::custom, "feld pole", {}},
    };
    return kNames;
}

FieldName const& name_of(Field field) {
    auto const found = std::ranges::find(field_names(), field, &FieldName::field);
    must(found != field_names().end(), "a field with a name");
    return *found;
}

std::string find_choice(FieldName const& field, std::string_view word) {
    auto const lower = to_lower_utf8(word);
    for (auto const choice : split(field.choices, ' '))
        if (has_name(choice, lower)) return std::string(first_of(choice));
    return {};
}

std::vector<std::string> choices_of(FieldName const& field) {
    std::vector<std::string> out;
    for (auto const choice : split(field.choices, ' '))
        if (!choice.empty()) out.emplace_back(first_of(choice));
    return out;
}

}  // namespace lotse::search
