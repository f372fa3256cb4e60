// SPDX-License-Identifier: Apache-2.0
#include "base/must.h"
#include "triage/cues.h"

namespace lotse::triage {
namespace {

constexpr char const* kDefaults = R"json({
  "version": 1,
  "type": {
    "incident": {
      "en": ["broken", "broke", "does not work", "doesn t work", "doesnt work", "not working", "isn t working",
        "stopped working", "won t", "wont", "can t", "cant", "cannot", "can not", "unable to", "fail*", "error*",
        "crash*", "down", "outage", "offline", "stuck", "freez*", "frozen", "hangs", "drops", "dropped",
        "disconnect*", "lost", "missing", "slow", "blocked", "locked", "locked out", "jam*", "dead", "defective",
        "faulty", "flicker*", "no longer", "not responding", "unreachable", "not reachable", "wrong", "damaged",
        "cracked", "stolen", "phish*", "virus*", "suspicious", "problem*", "issue*", "no sound", "no signal",
        "no internet", "no connection", "bounce*", "charged twice", "does not arrive", "not arrived",
        "never arrived", "still missing", "keeps", "alarm", "stopped", "instead of", "all of a sudden",
        "since yesterday", "since monday", "since this morning", "again no", "nobody can", "no network",
        "greyed out", "stays blank", "stays black"],
      "de": ["kaputt", "defekt", "geht nicht", "geht nich", "gehen nicht", "funktioniert nicht",
        "funktionieren nicht", "klappt nicht", "laeuft nicht", "startet nicht", "druckt nicht", "laedt nicht",
        "oeffnet nicht", "kann nicht", "kann mich nicht", "koennen nicht", "kann ich nicht", "komme nicht",
        "komm nich*", "laesst sich nicht", "nicht mehr", "nicht moeglich", "fehler*", "fehlgeschlagen", "stuerzt*",
        "absturz*", "abgestuerzt", "haengt", "friert*", "eingefroren", "bricht ab", "ausfall*", "ausgefallen",
        "stoerung*", "offline", "gestoert", "langsam", "gesperrt", "ausgesperrt", "verloren", "fehlt", "fehlen",
        "falsch*", "beschaedigt*", "gestohlen", "geklaut", "flacker*", "tot", "leer", "nicht erreichbar",
        "keine verbindung", "kein ton", "kein internet", "kein netz", "problem*", "phishing*", "virus",
        "verdaechtig*", "papierstau*", "doppelt", "nicht angekommen", "kommt nicht", "kommt zurueck",
        "unzustellbar*", "bluescreen*", "alarm*", "nicht da", "bleibt schwarz", "bleibt blau", "bleibt leer",
        "seit gestern", "seit heute", "seit heute morgen", "seit montag", "statt", "ausgegraut", "ploetzlich",
        "niemand kann", "keiner kann", "ohne netz", "schwarz", "geht nix", "spinnt", "unbekannt"],
      "pl": ["zepsut*", "zepsul*", "popsut*", "nie dziala*", "przestal* dzialac", "nie moge*", "nie mozemy",
        "nie mozna", "nie moze", "nie da sie", "nie drukuje", "nie laczy", "nie laduje", "nie otwiera",
        "nie uruchamia", "nie wlacza", "nie przychodz*", "nie dochodz*", "nie dotarl*", "nie doszl*", "nie przyszl*",
        "nie dzwoni", "nie slysz*", "nie wpuszcza", "awari*", "usterk*", "blad*", "bled*", "problem*", "zawiesza*",
        "zawiesil*", "zacina*", "zacial*", "wysypuje*", "wywala*", "wyrzuca", "zrywa*", "rozlacza*", "offline",
        "zablokow*", "zgubil*", "zgubion*", "skradzi*", "ukradzi*", "brakuje", "brak", "wolno", "pusty", "puste",
        "zly", "zla", "zle", "uszkodzon*", "migocz*", "trzeszcz*", "podejrzan*", "phishing*", "wirus*", "podwojn*",
        "nadal nie", "niebieski ekran", "czarny ekran", "martw*", "stoi", "alarm*", "wraca do mnie", "od wczoraj",
        "od rana", "od dzis", "od poniedzialku", "zamiast", "nagle", "nikt nie moze", "bez sieci", "nie ma sieci",
        "niewazny", "wariuje", "krzaczki", "w odwrotnej"]
    },
    "request": {
      "en": ["please", "pls", "could you", "can you", "would you", "i need", "we need", "need a", "need an",
        "need to", "needed", "request*", "would like", "i d like", "want to", "set up", "setup", "install", "create",
        "add", "give", "grant", "reset", "unlock", "change", "update my", "delete", "remove", "cancel", "order a",
        "order two", "replace", "move", "forward", "renew", "extend", "new laptop", "new starter", "new joiner",
        "new employee", "send me", "send us", "provide", "activate", "deactivate", "disable", "enable", "arrange"],
      "de": ["bitte", "koennten sie", "koennt ihr", "koennen sie", "koenntet ihr", "kannst du", "brauche",
        "brauchen", "braucht", "benoetig*", "moechte", "moechten", "haette gern*", "wuerde gern*", "antrag*",
        "beantrag*", "anforderung", "einrichten", "eingerichtet", "anlegen", "installieren", "freischalten",
        "freigeben", "freigabe", "zuruecksetzen", "entsperren", "aendern", "aenderung", "loeschen", "entfernen",
        "kuendig*", "stornier*", "bestellen", "austauschen", "ersetzen", "umziehen", "weiterleiten", "umleiten",
        "verlaengern", "zusenden", "zuschicken", "schicken sie", "senden sie", "aktivieren", "deaktivieren",
        "sperren", "eintragen", "bereitstellen", "neuer mitarbeiter", "neue kollegin", "neuen laptop", "wunsch"],
      "pl": ["prosze", "prosimy", "prosba", "poprosze", "czy mozecie", "czy moglibyscie", "czy moglby*",
        "czy moze pan*", "potrzebuj*", "potrzebn*", "potrzeba", "chcialbym", "chcialabym", "chcielibysmy", "chce",
        "wniosek", "wnioskuj*", "zapotrzebowani*", "zainstalowac", "zainstalowanie", "utworzyc", "utworzenie",
        "zalozyc", "zalozenie", "dodac", "dodanie", "nadac", "nadanie", "zresetowac", "reset", "odblokowac",
        "odblokowanie", "zmienic", "zmiana", "zmiane", "usunac", "usuniecie", "anulow*", "wypowied*", "rezygn*",
        "zamowic", "wymienic", "wymiane", "przekierow*", "przeniesc", "przedluz*", "wyslac", "przyslac", "przeslac",
        "aktywowac", "wylaczyc", "przygotowac", "nowy pracownik", "nowego pracownika"]
    },
    "question": {
      "en": ["how do i", "how do we", "how can", "how long", "how much", "how many", "how to", "what is", "what are",
        "what does", "when will", "when is", "where is", "where can", "where do", "why", "who is", "who can",
        "is it possible", "is there", "are there", "may i", "should i", "can i", "could i", "question*", "wondering",
        "wonder", "any news", "any update", "like to know", "want to know", "know if", "know whether", "clarif*",
        "do you have", "do you know", "do you offer", "what do we", "what should", "is this", "is it"],
      "de": ["wie kann", "wie lange", "wie viel*", "wie hoch", "wie geht", "wie mache", "wie bekomme", "wie lautet",
        "wie buche", "wie richte", "was ist", "was kostet", "was bedeutet", "wann", "wo ist", "wo finde", "wo kann",
        "wo bleibt", "welche*", "warum", "wieso", "weshalb", "wer ist", "wer kann", "ist es moeglich", "gibt es",
        "darf ich", "duerfen wir", "soll ich", "sollen wir", "kann ich", "kann man", "koennen wir", "wuesste gern*",
        "wissen ob", "ob es", "ob sie", "ob das", "gibt s", "neues zu", "auskunft", "stimmt es", "frage", "fragen",
        "eine frage", "kurze frage", "braucht man", "braucht jemand", "was tun", "was machen", "muss ich",
        "muessen wir"],
      "pl": ["jak moge", "jak mozna", "jak dlugo", "jak zrobic", "jak ustawic", "jak zarezerwowac", "ile kosztuje",
        "ile trwa", "kiedy", "gdzie jest", "gdzie moge", "gdzie znajde", "gdzie", "ktory", "ktora", "ktore",
        "dlaczego", "czemu", "kto jest", "kto moze", "czy mozna", "czy jest", "czy moge", "czy mozemy", "czy to",
        "czy sa", "czy bedzie", "czy musze", "czy da sie", "pytani*", "zapyta*", "chcialbym wiedziec",
        "chcialabym wiedziec", "jakie jest", "jaki jest", "jaka jest", "co z", "co oznacza", "co zrobic", "wyjasni*",
        "informacj* o", "ile jest", "ile to", "co robic", "co mamy", "czy musimy", "czy moglibysmy"]
    },
    "complaint": {
      "en": ["complain*", "complaint*", "unacceptable", "disappoint*", "terrible", "awful", "rude", "unfriendly",
        "ridiculous", "fed up", "angry", "furious", "outrageous", "not happy", "unhappy", "dissatisfied",
        "not satisfied", "poor service", "bad service", "worst", "third time", "fourth time", "again and again",
        "still no answer", "still no reply", "no one answers", "nobody answers", "waste of time", "shame",
        "scandal*", "had enough", "lawyer", "joke", "second time", "fifth time", "time in a row", "for weeks",
        "are you serious", "do you even", "rip off", "insult*", "honestly", "enough"],
      "de": ["beschwer*", "reklamation*", "reklamier*", "inakzeptabel", "unverschaemt*", "unzumutbar*", "frechheit",
        "enttaeusch*", "katastrophe*", "katastrophal*", "laecherlich", "unfreundlich*", "unzufrieden*",
        "nicht zufrieden", "veraergert", "aergerlich", "stinksauer", "sauer", "genug davon", "reicht es", "reicht s",
        "jetzt reicht*", "zum dritten mal", "zum wiederholten mal*", "immer noch keine antwort", "keiner antwortet",
        "niemand antwortet", "niemand meldet", "keiner meldet", "zeitverschwendung", "skandal*", "unmoeglich",
        "anwalt", "witz", "saftladen", "schlechter service", "zum vierten mal", "zum zweiten mal", "viertes mal",
        "vierte mal", "drittes mal", "dritte mal", "schon wieder", "seit wochen", "ernsthaft", "dreist*", "abzocke",
        "beleidig*", "genug"],
      "pl": ["skarg*", "skarze", "zazaleni*", "reklamacj*", "reklamuj*", "niedopuszczaln*", "nie do przyjecia",
        "rozczarow*", "skandal*", "fataln*", "koszmar*", "niegrzeczn*", "nieuprzejm*", "niezadowol*",
        "nie jestem zadowol*", "wsciekl*", "kpin*", "zart", "zarty", "zenujac*", "mam dosc", "mamy dosc",
        "ile mozna", "po raz trzeci", "trzeci raz", "po raz kolejny", "kolejny raz", "nadal brak odpowiedzi",
        "dalej brak odpowiedzi", "nikt nie odpowiada", "nikt nie odbiera", "strata czasu", "wstyd", "prawnik*",
        "zla obsluga", "najgorsz*", "czwarty raz", "drugi raz", "znowu to samo", "znow to samo", "od tygodni",
        "powaznie", "bezczeln*", "zdzierstwo", "obraz*liwe", "dosc tego"]
    },
    "no_action": {
      "en": ["thank you very much", "thanks works", "works now", "working now", "works again", "solved", "resolved",
        "all good", "no action needed", "no action required", "fyi", "for your information", "nothing to do",
        "can be closed", "please close", "close the ticket", "close this ticket", "never mind", "nevermind",
        "out of office", "automatic reply", "auto reply", "great service", "great job", "well done",
        "just wanted to say", "just to say", "excellent", "fantastic", "newsletter", "unsubscribe",
        "maintenance window", "found it myself", "sorted", "thanks for the info", "do not reply",
        "automatic payment", "all fixed", "out of the office", "no answer needed", "no reply needed"],
      "de": ["vielen dank fuer die", "danke geht", "geht wieder", "funktioniert wieder", "laeuft wieder",
        "klappt jetzt", "erledigt", "geloest", "hat sich erledigt", "zur info", "zur information", "zur kenntnis",
        "fyi", "nichts zu tun", "kein handlungsbedarf", "kann geschlossen werden", "bitte schliessen",
        "ticket schliessen", "automatische antwort", "bin nicht im buero", "toller service", "tolle arbeit",
        "super arbeit", "grosses lob", "ein lob", "wollte nur sagen", "newsletter", "abbestellen", "wartungsfenster",
        "selbst gefunden", "selbst geloest", "danke fuer die info", "keine rueckmeldung noetig", "nicht antworten",
        "keine antwort noetig", "mehr ist nicht zu tun", "bin ausser haus", "bin abwesend", "laeuft jetzt",
        "geht jetzt", "alles gut"],
      "pl": ["dziekuje bardzo za", "dziekuje za szybk*", "dziekuje za pomoc", "juz dziala", "dziala juz",
        "znowu dziala", "zalatwione", "rozwiazan*", "rozwiazal*", "problem zniknal", "do wiadomosci",
        "dla informacji", "informacyjnie", "fyi", "nie trzeba nic robic", "mozna zamknac", "prosze zamknac",
        "zamknac zgloszenie", "juz nieaktualne", "nieaktualne", "autoodpowiedz*", "odpowiedz automatyczna",
        "jestem poza biurem", "swietna robota", "swietna obsluga", "dobra robota", "pochwal*", "brawo",
        "chcialem tylko powiedziec", "chcialam tylko powiedziec", "newsletter*", "wypisac", "prace serwisowe",
        "dzieki za informacje", "dziekuje za informacje", "nie trzeba odpowiadac", "prosze nie odpowiadac",
        "przebywam na", "jestem na urlopie", "wszystko dobrze", "wszystko gra", "poza biurem"]
    }
  },
  "impact": {
    "high": {
      "en": ["all users", "all of us", "all colleagues", "all staff", "all employees", "all customers",
        "all branches", "all sites", "whole office", "entire office", "whole company", "entire company",
        "company wide", "whole department", "entire department", "whole building", "whole site", "whole floor",
        "entire floor", "whole team", "entire team", "whole shop", "production down", "production is down",
        "production stopped", "production stands", "nobody can", "no one can", "none of us", "outage", "server down",
        "server is down", "all computers", "all phones", "all printers", "hundreds of", "dozens of", "all tills",
        "line stopped", "assembly line", "ransomware", "data leak*", "data breach", "everybody", "everyone",
        "for everybody", "for everyone", "nobody on", "whole school", "whole hospital", "whole branch"],
      "de": ["alle benutzer", "alle kollegen", "alle mitarbeiter*", "alle kunden", "alle standorte", "alle filialen",
        "alle rechner", "alle telefone", "ganze firma", "ganzen firma", "ganze abteilung", "ganzen abteilung",
        "ganzes buero", "ganze buero", "gesamte abteilung", "gesamten abteilung", "gesamte firma", "gesamte buero",
        "ganzes haus", "ganzen haus", "ganze etage", "ganzen etage", "ganzer stock", "ganzes team", "ganze team",
        "gesamte team", "ganzer standort", "firmenweit", "produktion steht", "produktion still",
        "produktionsausfall", "fertigung steht", "band steht", "niemand kann", "keiner kann", "keiner kommt",
        "niemand kommt", "server steht", "server down", "totalausfall", "komplettausfall", "hunderte", "dutzende",
        "ransomware", "datenleck*", "datenpanne*", "alle kassen", "bei allen", "fuer alle", "betrifft alle",
        "alle betroffen", "alle koennen", "alle sind", "alle haben", "alle stehen", "alle warten", "alle im haus",
        "alle im buero", "geht bei keinem", "bei niemandem", "alle arbeitsplaetze", "ganze schule", "ganzes amt",
        "ganzes krankenhaus"],
      "pl": ["wszyscy", "wszyscy uzytkownicy", "wszystkie komputery", "wszystkie oddzialy", "caly dzial",
        "calego dzialu", "calym dziale", "cale biuro", "calym biurze", "calego biura", "cala firma", "calej firmie",
        "calej firmy", "caly zespol", "calego zespolu", "cale pietro", "calym pietrze", "caly budynek",
        "calym budynku", "cala hala", "produkcja stoi", "produkcja zatrzym*", "linia stoi", "stoi produkcja",
        "stoi linia", "nikt nie moze", "nikt nie", "zaden z nas", "awaria serwera", "serwer lezy", "wszystko lezy",
        "setki", "dziesiatki", "ransomware", "wyciek danych", "wszystkie kasy", "wszystkie telefony",
        "zaden telefon", "u wszystkich", "dla wszystkich", "dotyczy wszystkich", "caly urzad", "cala szkola",
        "cala szkole", "caly szpital", "caly oddzial"]
    },
    "medium": {
      "en": ["our team", "the team", "our department", "several users", "several people", "several colleagues",
        "some users", "some colleagues", "some of us", "many of us", "many users", "two colleagues",
        "three colleagues", "two of us", "three of us", "few people", "few of us", "our office", "our branch",
        "the branch", "we all", "we can t", "we cannot", "us all", "shared printer", "people in", "both of us"],
      "de": ["unser team", "unserem team", "unsere abteilung", "unserer abteilung", "mehrere benutzer",
        "mehrere kollegen", "mehreren kollegen", "mehrere leute", "mehrere mitarbeiter", "einige kollegen",
        "einige von uns", "manche kollegen", "viele von uns", "zwei kollegen", "drei kollegen", "zu zweit",
        "zu dritt", "unser buero", "unserem buero", "unsere filiale", "bei uns allen", "wir koennen nicht",
        "wir alle", "zwei von uns", "drei von uns", "viele kollegen", "ein paar kollegen", "andere auch",
        "anderen auch", "kollegen auch"],
      "pl": ["nasz zespol", "naszym zespole", "nasz dzial", "naszym dziale", "kilka osob", "kilku osob",
        "kilku uzytkownikow", "kilku pracownikow", "kilkoro", "niektorzy", "niektorych", "wielu z nas", "dwie osoby",
        "trzy osoby", "u nas w biurze", "naszym biurze", "nasze biuro", "nie mozemy", "my wszyscy", "u kolegow tez",
        "u innych tez", "inni tez", "wielu pracownikow"]
    },
    "low": {
      "en": ["only me", "just me", "only my", "just my", "for me only", "only on my", "one user", "single user",
        "only one", "just one", "others are fine", "works for others", "for everyone else", "everyone else",
        "everybody else", "colleagues are fine", "my own"],
      "de": ["nur bei mir", "nur ich", "nur mein*", "bei mir allein", "nur fuer mich", "ein benutzer", "nur ein*",
        "nur an meinem", "bei anderen geht", "bei den anderen", "bei allen anderen", "kollegen geht es",
        "alle anderen"],
      "pl": ["tylko u mnie", "tylko ja", "tylko moj*", "tylko dla mnie", "jeden uzytkownik", "tylko jeden",
        "tylko jedna", "tylko na moim", "u innych dziala", "innym dziala", "u pozostalych", "wszyscy inni",
        "u wszystkich innych"]
    }
  },
  "urgency": {
    "high": {
      "en": ["urgent*", "asap", "as soon as possible", "immediately", "right away", "right now", "emergency",
        "critical", "at once", "top priority", "high priority", "importance high", "blocker", "cannot work",
        "can t work", "unable to work", "no work possible", "standstill", "deadline", "by noon", "within the hour",
        "in an hour", "in one hour", "in half an hour", "in ten minutes", "in 10 minutes", "in 30 minutes",
        "before lunch", "by the end of today", "end of business", "by tonight", "today still", "by today",
        "needed today", "starts today", "hurry", "quickly", "customer is waiting", "customers are waiting",
        "customer waiting", "customers waiting", "cannot wait", "can t wait", "payroll", "closes at", "line stopped",
        "production down", "ransomware", "stolen", "first day is today", "tomorrow morning", "this minute", "sos"],
      "de": ["dringend*", "eilt", "eilig*", "sofort*", "umgehend*", "schnellstmoeglich*", "so schnell wie moeglich",
        "asap", "unverzueglich", "notfall*", "kritisch", "hohe prioritaet", "hoechste prioritaet", "brandeilig",
        "kann nicht arbeiten", "koennen nicht arbeiten", "arbeiten nicht moeglich", "kein arbeiten moeglich",
        "stillstand", "steht alles", "deadline", "abgabefrist", "frist", "bis mittag", "bis heute", "noch heute",
        "heute noch", "in einer stunde", "in einer halben stunde", "in zehn minuten", "in 10 minuten",
        "in 30 minuten", "vor feierabend", "kunde wartet", "kunden warten", "schnell", "rasch", "zeitkritisch",
        "lohnlauf", "gehaltslauf", "monatsabschluss", "produktion steht", "ransomware", "gestohlen", "geklaut",
        "morgen frueh", "hilfe"],
      "pl": ["piln*", "asap", "natychmiast*", "jak najszybciej", "jak najpredzej", "niezwlocznie", "od razu",
        "awaryjn*", "krytyczn*", "wysoki priorytet", "najwyzszy priorytet", "na cito", "cito", "na wczoraj",
        "nie moge pracowac", "nie mozemy pracowac", "nie da sie pracowac", "praca stoi", "stoimy", "wszystko stoi",
        "przestoj*", "termin mija", "deadline", "do poludnia", "do konca dnia", "jeszcze dzis", "jeszcze dzisiaj",
        "na dzis", "na dzisiaj", "za godzine", "w ciagu godziny", "za pol godziny", "za 10 minut", "za 30 minut",
        "klient czeka", "klienci czekaja", "szybko", "szybki*", "lista plac", "wyplaty", "zamkniecie miesiaca",
        "produkcja stoi", "ransomware", "skradzi*", "ukradzi*", "ratunku", "jutro rano", "pali sie"]
    },
    "medium": {
      "en": ["soon", "this week", "tomorrow", "by friday", "by monday", "by tuesday", "by wednesday", "by thursday",
        "next monday", "before the weekend", "in two days", "in the next days", "until friday", "reminder",
        "still waiting", "waiting since"],
      "de": ["bald", "zeitnah*", "diese woche", "dieser woche", "morgen", "bis freitag", "bis montag",
        "bis dienstag", "bis mittwoch", "bis donnerstag", "ab montag", "naechsten montag", "vor dem wochenende",
        "in zwei tagen", "in den naechsten tagen", "erinnerung", "warte noch", "warte seit", "seit tagen"],
      "pl": ["wkrotce", "w tym tygodniu", "jutro", "do piatku", "do poniedzialku", "do wtorku", "do srody",
        "do czwartku", "od poniedzialku", "przed weekendem", "za dwa dni", "w najblizszych dniach", "przypomnien*",
        "przypominam", "nadal czekam", "dalej czekam", "czekam od"]
    },
    "low": {
      "en": ["no rush", "no hurry", "not in a hurry", "whenever", "when you have time", "when you get a chance",
        "when you find time", "at your convenience", "low priority", "can wait", "some time", "sometime",
        "next month", "next quarter", "next year", "for later", "by the way", "nice to have", "would be nice",
        "minor", "cosmetic", "idea", "suggestion", "take your time", "not critical", "just curious",
        "just wondering", "fyi"],
      "de": ["keine eile", "nicht so wichtig", "hat zeit", "wenn zeit ist", "wenn sie zeit haben",
        "wenn ihr zeit habt", "wenn du zeit hast", "bei gelegenheit", "gelegentlich", "niedrige prioritaet",
        "kann warten", "irgendwann", "naechsten monat", "naechstes quartal", "naechstes jahr", "spaeter",
        "uebrigens", "nebenbei", "waere schoen", "waere nett", "kleinigkeit", "schoenheitsfehler", "vorschlag",
        "anregung", "nur interesse*", "zur info"],
      "pl": ["bez pospiechu", "nie spieszy sie", "nie ma pospiechu", "w wolnej chwili", "przy okazji",
        "niski priorytet", "moze poczekac", "moze zaczekac", "kiedys", "w przyszlym miesiacu", "w przyszlym roku",
        "w przyszlym kwartale", "na pozniej", "fajnie byloby", "byloby milo", "drobiazg", "drobnostka",
        "kosmetyczn*", "propozycj*", "sugesti*", "pomysl*", "z ciekawosci", "do wiadomosci", "jak bedzie czas",
        "gdy bedzie czas"]
    }
  },
  "negation": {
    "en": ["not", "no", "isn t", "isnt", "aren t", "wasn t", "don t", "doesn t", "never", "without", "nothing",
      "neither", "hardly"],
    "de": ["nicht", "nich", "kein", "keine", "keinen", "keiner", "keineswegs", "nie", "ohne", "weder", "kaum"],
    "pl": ["nie", "bez", "ani", "zaden", "zadna", "zadne", "malo"]
  }
})json";

}  // namespace

Cues const& default_cues() {
    static Cues const made = [] {
        auto parsed = parse_cues(kDefaults);
        must(parsed.has_value(), "the default cues parse");
        return *std::move(parsed);
    }();
    return made;
}

}  // namespace lotse::triage
