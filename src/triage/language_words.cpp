// SPDX-License-Identifier: Apache-2.0
#include "triage/language_words.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"

namespace lotse::triage {
namespace {

// Words that are also common in another of the three ("in", "was", "to", "do", "on", "die", "war") are left out.
constexpr std::array<std::string_view, 3> kWords{
    // en
    "the and is are was were been being have has had does did doesn isn wasn aren couldn wouldn don didn won can "
    "cannot could would should will my your our their his her its this that these those there here what when "
    "where which who why how not nothing anymore again since after before because please thanks thank you we they "
    "he she it me us from with without into about over under of for at by or if but any some every each all "
    "everyone everybody somebody someone nobody just still already yet very too much many more need needs needed "
    "want wants wanted get gets got give given getting make makes take keep keeps kept work works working worked "
    "broken broke stopped failed fails missing wrong slow open opens close password user screen printer print "
    "printing phone call calls meeting order ordered invoice delivery address hello hi dear regards today "
    "tomorrow yesterday morning week month new old another other same first last next time until as an am up out "
    "off down back cant doesnt isnt dont wont im ive set access request question issue turn turned send sent "
    "receive received change changed updated add remove install installed find found see show shows tell let know "
    "asking ask asked like only also than then now ever never always something anything everything customer "
    "customers team people colleague join joined joining leave leaves left start starts started number file files "
    "folder share shared read write replace replaced expired locked blocked lost stolen thx pls asap line dead "
    "side light black blank picture sound noise anybody instead around between during while though enough less "
    "few twice really quick urgent urgently happy unhappy hey badge died dies freezes crashes crashed returns "
    "returned empty full hot cold paid pay refund charged charge licence license room book booked to do in on so "
    "no",
    // de
    "der das den dem des ein eine einen einem einer eines kein keine keinen keiner und oder aber ist sind sein "
    "wird werden wurde wurden worden haben habe hat hatte hatten bin bist waren kann kannst koennen koennte "
    "konnte muss muessen soll sollen sollte darf duerfen will wollen moechte moechten ich du er sie es wir ihr "
    "mir mich dir dich uns euch ihm ihn ihnen mein meine meinen meinem meiner dein deine unser unsere unseren "
    "unserem unserer ihre ihren ihrem ihrer nicht nichts nie niemand mehr noch schon wieder immer seit nach vor "
    "mit ohne fuer von vom zum zur zu bei beim auf aus ueber unter durch gegen um bis als wenn weil dass ob wie "
    "wo wer wann warum welche welcher welches bitte danke dank hallo guten tag morgen heute gestern woche monat "
    "jahr neu neue neuen neuer neues alt alte alten auch nur sehr viel viele alle alles jeder jede jetzt dann "
    "hier dort geht gehen ging funktioniert funktionieren klappt kaputt defekt drucker druckt bildschirm passwort "
    "kennwort konto benutzer rechner rechnung bestellung lieferung telefon kollege kollegin kollegen buero stock "
    "abteilung mitarbeiter mitarbeiterin frage problem fehler fehlermeldung zugriff zugang zugangsdaten anmelden "
    "anmeldung einloggen brauche brauchen braucht benoetige benoetigen bekomme bekommen erhalten gesperrt "
    "vergessen zuruecksetzen aendern einrichten bestellen austauschen langsam dringend gruss gruesse freundlichen "
    "mfg lg sich gibt geben lassen laesst liegt steht stimmt startet laeuft haengt stuerzt ab oeffnen schicken "
    "senden gesendet kommt kommen angekommen seite datei dateien ordner drucken vertrag kuendigen kuendigung "
    "beschwerde unverschaemtheit leider falsch falsche hilfe helfen koennten wuerde waere denn doch mal eben "
    "gerade irgendwie etwas jemand man deren dessen dies diese dieser dieses diesen einfach gar ganz gut schlecht "
    "zwei drei uhr am im die was an mag blockiert blinkt lampe fuers homeoffice starte zeig zeige sende schick "
    "schicke spiel spiele finde oeffne loesche erstelle suche sag sage bedeutet leer voll kalt warm laut leise "
    "zeit datum adresse kontakte musik lied wetter nachricht wichtig eilt eilig asap vielen gerne lieber liebe "
    "geehrte damen herren verloren gestohlen geloescht bezahlt erstattung rueckerstattung mahnung gutschrift "
    "netzwerk netz verbindung leitung ton bild taste tastatur maus akku kabel platz raum tuer ausweis urlaub "
    "eintritt austritt schulung rueckruf antwort ersatz in so",
    // pl
    "nie jest sa byl byla bylo byly bedzie beda mam masz ma mamy macie maja moj moja moje mojego mojej moim moich "
    "nasz nasza nasze naszego naszej naszym naszych twoj pan pana panu pani panstwo panstwa panstwu prosze "
    "prosimy prosba dziekuje dziekujemy dzieki dzien dobry witam czesc pozdrawiam pozdrowienia ze z sie siebie "
    "juz jeszcze tylko tez takze ale albo lub oraz czy jak gdy kiedy gdzie kto co dlaczego ktory ktora ktore "
    "ktorego ktorej jaki jaka jakie bo poniewaz zeby aby jesli od po przed przez przy dla bez pod nad miedzy za "
    "we ku u w na mnie mi nam nas wam was ich im jego jej jemu go ja ty on my wy oni ten ta te tego tej tym tych "
    "tam tu teraz dzis dzisiaj wczoraj jutro rano tydzien tygodnia miesiac rok znowu ciagle nadal wciaz zawsze "
    "nigdy nikt nic wszystko wszyscy wszystkie kazdy dziala dzialaja dzialal moge mozna moze mozecie musze chce "
    "chcialbym chcialabym potrzebuje potrzebujemy potrzebny zepsuta zepsuty zepsul drukarka drukarki drukarke "
    "drukuje komputer komputera laptopa monitora ekran haslo hasla konto konta uzytkownik uzytkownika faktura "
    "faktury fakture zamowienie zamowienia telefonu biuro biura biurze dzial dziale pracownik pracownika kolega "
    "kolezanka pytanie problemu blad bledu blednie dostep dostepu zalogowac logowanie zaloguje zablokowane "
    "zablokowany zapomnialem zapomnialam zresetowac zmienic zmiana ustawic zamowic wymienic wymiane wolno pilne "
    "szybko otwiera otworzyc wyslac wyslalem wyslane przyszla przyszlo dostalem dostalam dostaje pliki plik pliku "
    "folderu drukowac umowa umowy wypowiedzenie reklamacja skarga niestety zly zla zle pomoc pomocy pomozcie nowy "
    "nowa nowe nowego nowej stary stara dni godzin godziny bardzo numer adres adresu sieci siec internetu poczta "
    "poczty skrzynka skrzynki wiadomosc wiadomosci sluchawki myszka klawiatura brak brakuje mozliwosc mozliwe "
    "wlaczyc wylaczyc wlacza wyswietla pokazuje trzeba zostal zostala zostalo jestem jestesmy bylem bylam dlatego "
    "wiec rowniez pietrze pietro calym calej caly firmy firmie klient klienta dostawa dostawy zwrot zwrotu to do "
    "wraca blokuje zapora zwraca wysyla przychodzi odrzuca zacina zawiesza laczy rozlacza migocze piszczy "
    "trzeszczy puste pusty pelny pelna czarny bialy obraz dzwiek dzwieku sygnalu glosnik bateria kabla sala sali "
    "drzwi urlop urlopie szkolenie szkoleniu odpowiedz odpowiedzi zaplaty zaplacic zaplacone pieniedzy rachunek "
    "rachunku paczka paczki przesylka kwota kwoty szanowni wazne pilnie bylby moglby moglaby czekam czekamy mowi "
    "mowia wiem wie prawa uprawnienia zgloszenie zgloszenia awaria awarii usterka no",
};

// Groups that are frequent in one language and rare in the others, within folded words; "^" begins, "$" ends a word.
constexpr std::array<std::string_view, 3> kGroups{
    "th wh ght ough tion$ ing$ ould ould$ ea oo ee sh ly$ ed$ ay$ ow ^wr ck$ ness$ ment$ ^un ’s ve$ all$ y$",
    "sch ung$ ungen$ cht ich$ ein$ eit$ keit$ heit$ lich ^ge ^ver ^be ^zu tz pf ier aeu ae oe ue ss$ ckt te$ en$ nn tt "
    "mm ^an ^aus ^auf ^ein ern$ eln$ ieren$ iert$ stell druck mpf nsch",
    "cz sz rz prz dz ^nie ^wy ^przy ^roz ^po ^za owa ego$ emu$ ych$ ach$ ami$ osc osci$ nie$ cie$ ie$ aj$ owy$ owe$ "
    "^w$ ^z$ ^i$ ^o$ ^u$ ^k$ ek$ ka$ ki$ ke$ ow$ ala$ alem$ alam$ aja$ uje$ wac$ je$ szcz wsz ymy$ zn kt ^s$ bl dl wn"};

constexpr double kWordPoints = 1.6;
constexpr double kGroupPoints = 0.18;  // a letter of the group
constexpr double kMarkPoints = 1.5;
constexpr double kMost = 16;  // after that a longer text proves no more

struct Words {
    std::unordered_map<std::string_view, std::uint8_t> languages;  // bit per language
    std::array<std::vector<std::string_view>, 3> groups;
};

Words const& words() {
    static Words const made = [] {
        Words out;
        for (std::size_t i = 0; i < kWords.size(); ++i) {
            for (auto const word : split(kWords[i], ' ')) out.languages[word] |= static_cast<std::uint8_t>(1U << i);
            out.groups[i] = split(kGroups[i], ' ');
        }
        return out;
    }();
    return made;
}

bool holds(std::string_view word, std::string_view group) {
    bool const begins = group.starts_with('^');
    bool const ends = group.ends_with('$');
    if (begins) group.remove_prefix(1);
    if (ends) group.remove_suffix(1);
    if (begins && ends) return word == group;
    if (begins) return word.starts_with(group) && word.size() > group.size() + 1;
    if (ends) return word.ends_with(group) && word.size() > group.size();
    return word.find(group) != std::string_view::npos;
}

// Letters that only one of the three writes.
void read_marks(std::string_view written, OwnEvidence& out) {
    for (auto const mark : {"ä", "ö", "ü", "ß", "Ä", "Ö", "Ü"})
        if (written.find(mark) != std::string_view::npos) out.points[1] += kMarkPoints;
    for (auto const mark : {"ą", "ę", "ł", "ś", "ć", "ń", "ż", "ź", "Ł", "Ś", "Ż"})
        if (written.find(mark) != std::string_view::npos) out.points[2] += kMarkPoints;
}

}  // namespace

OwnEvidence read_own_evidence(std::string_view text, std::vector<Token> const& tokens) {
    OwnEvidence out;
    for (auto const& token : tokens) {
        auto const written = text.substr(token.begin, token.end - token.begin);
        auto const found = words().languages.find(token.folded);
        auto const languages = found == words().languages.end() ? 0U : found->second;
        bool const is_shared = (languages & (languages - 1U)) != 0;
        for (std::size_t i = 0; i < kWords.size(); ++i) {
            if ((languages >> i & 1U) != 0) {
                out.points[i] += is_shared ? kWordPoints / 3 : kWordPoints;
                auto& named = out.words[i];
                if (!is_shared && named.size() < 4 && std::find(named.begin(), named.end(), written) == named.end())
                    named.emplace_back(written);
            } else if (languages == 0) {
                for (auto const group : words().groups[i])
                    if (holds(token.folded, group)) out.points[i] += kGroupPoints * static_cast<double>(group.size());
            }
        }
        read_marks(written, out);
        if (*std::max_element(out.points.begin(), out.points.end()) > kMost) break;
    }
    auto const most = *std::max_element(out.points.begin(), out.points.end());
    if (most > kMost)
        for (double& points : out.points) points *= kMost / most;
    return out;
}

}  // namespace lotse::triage
