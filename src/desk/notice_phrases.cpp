// SPDX-License-Identifier: Apache-2.0
#include "desk/notice_phrases.h"

namespace lotse::desk {
namespace {

constexpr Phrases kEnglish{
    .code = "en",
    .ticket = "Ticket",
    .hello = "Hello,",
    .hello_name = "Hello {},",
    .received = "we have your message",
    .solved = "solved",
    .reopened = "open again",
    .assigned = "yours now",
    .customer_replied = "the customer has answered",
    .warning = "due soon",
    .breach = "overdue",
    .mentioned = "you were mentioned",
    .escalated = "somebody must look after this",
    .we_have_it = "thank you for your message. It is safe with us as ticket {}.",
    .person_handles = "{} from the team {} takes care of it.",
    .team_handles = "The team {} takes care of it.",
    .usual_reply = "In 9 of 10 cases like this our first answer comes by {}.",
    .usual_solution = "9 of 10 are solved by {}.",
    .target = "We aim to give you a first answer by {}.",
    .delayed = "it takes longer",
    .delayed_reply =
        "we told you that cases like yours usually have a first answer by {}. You will probably have to wait longer. "
        "We are sorry, and we have not forgotten you.",
    .delayed_solution =
        "we told you that cases like yours are usually solved by {}. It will probably take longer. We are sorry, and "
        "we have not forgotten you.",
    .now_answered = "Of those who have waited as long as you, 9 of 10 have an answer by {}.",
    .now_solved = "Of those that have taken as long, 9 of 10 are solved by {}.",
    .no_promise = "We answer in the order of urgency.",
    .how_to_add = "If you want to add something, simply answer this message.",
    .is_solved =
        "we have marked ticket {} as solved. If it is not solved for you, simply answer this message and it is "
        "open again.",
    .is_reopened = "thank you for your answer. Ticket {} is open again.",
    .page = "See where it stands, or write to us there: {}",
    .reply_page = "Read and answer this on the web: {}",
    .how_was_it = "How was it?\nGood: {}\nNot good: {}",
    .regards = "Kind regards",
    .queue = "Queue",
    .priority = "Priority",
    .owner = "Owner",
    .due = "Due",
    .date_time = "{}, {} {}, {:02}:{:02}",
    .weekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
    .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
               "November", "December"},
    .priorities = {"low", "normal", "high", "urgent"},
};

constexpr Phrases kGerman{
    .code = "de",
    .ticket = "Ticket",
    .hello = "Guten Tag,",
    .hello_name = "Guten Tag {},",
    .received = "Ihre Nachricht ist angekommen",
    .solved = "gelöst",
    .reopened = "wieder offen",
    .assigned = "jetzt bei Ihnen",
    .customer_replied = "Antwort vom Kunden",
    .warning = "bald fällig",
    .breach = "überfällig",
    .mentioned = "Sie wurden erwähnt",
    .escalated = "hier muss sich jemand kümmern",
    .we_have_it = "vielen Dank für Ihre Nachricht. Sie ist bei uns als Ticket {} sicher angekommen.",
    .person_handles = "{} aus dem Team {} kümmert sich darum.",
    .team_handles = "Das Team {} kümmert sich darum.",
    .usual_reply = "In 9 von 10 solchen Fällen kommt unsere erste Antwort bis {}.",
    .usual_solution = "9 von 10 sind bis {} gelöst.",
    .target = "Unser Ziel ist eine erste Antwort bis {}.",
    .delayed = "es dauert länger",
    .delayed_reply =
        "wir hatten Ihnen gesagt, dass die erste Antwort in solchen Fällen meist bis {} kommt. Voraussichtlich müssen "
        "Sie länger warten. Das tut uns leid; wir haben Sie nicht vergessen.",
    .delayed_solution =
        "wir hatten Ihnen gesagt, dass solche Fälle meist bis {} gelöst sind. Voraussichtlich dauert es länger. Das "
        "tut uns leid; wir haben Sie nicht vergessen.",
    .now_answered = "Von denen, die so lange gewartet haben wie Sie, haben 9 von 10 bis {} eine Antwort.",
    .now_solved = "Von denen, die so lange gedauert haben, sind 9 von 10 bis {} gelöst.",
    .no_promise = "Wir antworten nach Dringlichkeit.",
    .how_to_add = "Wenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese Nachricht.",
    .is_solved =
        "wir haben Ticket {} als gelöst markiert. Falls es für Sie nicht gelöst ist, antworten Sie einfach auf "
        "diese Nachricht, dann ist es wieder offen.",
    .is_reopened = "vielen Dank für Ihre Antwort. Ticket {} ist wieder offen.",
    .page = "Wie es steht, sehen Sie hier, und Sie können uns dort auch schreiben: {}",
    .reply_page = "Auf unserer Seite lesen und antworten: {}",
    .how_was_it = "Wie war es?\nGut: {}\nNicht gut: {}",
    .regards = "Freundliche Grüße",
    .queue = "Team",
    .priority = "Priorität",
    .owner = "Zuständig",
    .due = "Fällig",
    .date_time = "{}, {}. {}, {:02}:{:02} Uhr",
    .weekdays = {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"},
    .months = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
               "November", "Dezember"},
    .priorities = {"niedrig", "normal", "hoch", "dringend"},
};

constexpr Phrases kPolish{
    .code = "pl",
    .ticket = "Zgłoszenie",
    .hello = "Dzień dobry,",
    .hello_name = "Dzień dobry, {},",
    .received = "mamy Twoją wiadomość",
    .solved = "rozwiązane",
    .reopened = "ponownie otwarte",
    .assigned = "teraz u Ciebie",
    .customer_replied = "klient odpowiedział",
    .warning = "zbliża się termin",
    .breach = "po terminie",
    .mentioned = "wspomniano o Tobie",
    .escalated = "ktoś musi się tym zająć",
    .we_have_it = "dziękujemy za wiadomość. Zapisaliśmy ją jako zgłoszenie {}.",
    .person_handles = "Zajmuje się nim {} z zespołu {}.",
    .team_handles = "Zajmuje się nim zespół {}.",
    .usual_reply = "W 9 na 10 takich spraw pierwsza odpowiedź przychodzi do: {}.",
    .usual_solution = "9 na 10 jest rozwiązanych do: {}.",
    .target = "Staramy się odpowiedzieć po raz pierwszy do: {}.",
    .delayed = "potrwa to dłużej",
    .delayed_reply =
        "informowaliśmy, że w takich sprawach pierwsza odpowiedź przychodzi zwykle do: {}. Prawdopodobnie trzeba "
        "będzie poczekać dłużej. Przepraszamy; pamiętamy o Twojej sprawie.",
    .delayed_solution =
        "informowaliśmy, że takie sprawy są zwykle rozwiązane do: {}. Prawdopodobnie potrwa to dłużej. Przepraszamy; "
        "pamiętamy o Twojej sprawie.",
    .now_answered = "Spośród czekających tak długo 9 na 10 ma odpowiedź do: {}.",
    .now_solved = "Spośród spraw, które trwają tak długo, 9 na 10 jest rozwiązanych do: {}.",
    .no_promise = "Odpowiadamy według pilności.",
    .how_to_add = "Jeśli chcesz coś dodać, po prostu odpowiedz na tę wiadomość.",
    .is_solved =
        "zgłoszenie {} oznaczyliśmy jako rozwiązane. Jeśli problem nadal występuje, po prostu odpowiedz na tę "
        "wiadomość, a otworzymy je ponownie.",
    .is_reopened = "dziękujemy za odpowiedź. Zgłoszenie {} jest ponownie otwarte.",
    .page = "Tu sprawdzisz, co się dzieje ze zgłoszeniem, i możesz do nas napisać: {}",
    .reply_page = "Przeczytaj i odpowiedz na naszej stronie: {}",
    .how_was_it = "Jak było?\nDobrze: {}\nNiedobrze: {}",
    .regards = "Pozdrawiamy",
    .queue = "Zespół",
    .priority = "Priorytet",
    .owner = "Opiekun",
    .due = "Termin",
    .date_time = "{}, {} {}, {:02}:{:02}",
    .weekdays = {"poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"},
    .months = {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
               "października", "listopada", "grudnia"},
    .priorities = {"niski", "normalny", "wysoki", "pilny"},
};

}  // namespace

Phrases const& phrases_of(std::string_view language) {
    if (language == "de") return kGerman;
    if (language == "pl") return kPolish;
    return kEnglish;
}

}  // namespace lotse::desk
