// SPDX-License-Identifier: Apache-2.0
#include "triage/sentiment_words.h"

#include <array>
#include <string_view>

#include "base/text.h"

namespace lotse::triage {
namespace {

struct List {
    Mood mood;
    std::string_view language;
    std::string_view words;
};

constexpr std::array kLists{
    List{Mood::content, "en",
         "happy, glad, pleased, satisfied, great, excellent, wonderful, perfect, fantastic, awesome, brilliant, "
         "amazing, "
         "love, loved, nice, helpful, friendly, quick help, fast help, good, well done, appreciate*, grateful, "
         "thankful, "
         "impressed, delighted, acceptable, professional, reliable, fair, funny, clear enough, good enough"},
    List{Mood::content, "de",
         "zufrieden*, gluecklich, froh, begeistert, super, toll, toller, tolle, tolles, perfekt*, hervorragend*, "
         "wunderbar*, ausgezeichnet*, prima, klasse, spitze, freundlich*, hilfreich*, gut, gute, guter, gutes, guten, "
         "dankbar, erfreut, freue, freut, zuverlaessig*, akzeptabel, professionell*, fair, lustig, hinnehmbar, "
         "nachvollziehbar, zumutbar"},
    List{Mood::content, "pl",
         "zadowolon*, szczesliw*, super, swietn*, wspanial*, doskonal*, idealn*, znakomit*, fantastyczn*, rewelacyjn*, "
         "dobra, dobre, dobrej, dobrze, mily, mila, milo, pomocn*, uprzejm*, wdzieczn*, ciesze sie, cieszymy sie, "
         "profesjonaln*, rzeteln*, akceptowaln*, zabawn*, fajn*, satysfakcjonuj*, zrozumial*, do przyjecia"},
    List{
        Mood::unhappy, "en",
        "disappoint*, unhappy, dissatisf*, unsatisf*, frustrat*, annoy*, upset, sad, sadly, unfortunate, unpleasant, "
        "poor, bad, worse, terrible service, awkward, concerned, worried, worrying, impatient, inconvenien*, tired of, "
        "fed up, sick of, still waiting, still no, still nothing, still not, still broken, not good enough, "
        "let down, waste of time, wasting my time, wasted, too long, takes ages, took ages, forever, for weeks, for "
        "days, "
        "again and again, over and over, once again, yet again, every time, every single time, third time, fourth "
        "time, "
        "fifth time, second time, how many times, multiple times, several times already, no answer, no reply, "
        "no response, nobody answer*, nobody repl*, nobody help*, nobody care*, no one answer*, no one repl*, "
        "no one care*, never heard back, heard nothing, ignored, ignoring, being ignored, unresponsive, useless, "
        "unusable, unreliable, unprofessional, unhelpful, rude, unfriendly, confusing, ridiculously slow, painfully "
        "slow, "
        "complain*, not what i expected, expected more, expected better, lost patience, losing patience, running out "
        "of patience, "
        "my patience, problems again, another problem, keeps happening, nothing happened, nothing happens, nothing has "
        "happened, "
        "nothing works, makes no sense, hopeless, regret, mess, messed up, chaos, letting me down, stressful, "
        "embarrass*, "
        "overcharged, misled, misleading, hidden fee*, broken promise*, promised"},
    List{
        Mood::unhappy, "de",
        "enttaeusch*, unzufrieden*, unglueckl*, frustrier*, frust, genervt, nervt, nervig*, nerven, veraerger*, "
        "aergerlich*, "
        "aerger, aergert, traurig*, leider wieder, schade, unschoen*, unerfreulich*, unangenehm*, schlecht*, schlimm*, "
        "mangelhaft*, unbefriedigend*, bedauerlich*, besorgt, ungeduldig*, immer noch nicht*, immer noch kein*, "
        "noch immer nicht*, noch immer kein*, warte immer noch, warten immer noch, warte noch immer, warte seit, "
        "warten seit, "
        "seit wochen, seit tagen, seit monaten, seit ewigkeiten, ewig, viel zu lange, zu lange, dauert zu, zum "
        "wiederholten mal*, "
        "wieder einmal, schon wieder, erneut nicht, jedes mal, zum dritten mal, zum vierten mal, zum x ten mal, "
        "mehrfach, mehrmals, "
        "wie oft, staendig, andauernd, keine antwort, keine reaktion, keine rueckmeldung, keine hilfe, niemand "
        "antwort*, "
        "niemand meldet, niemand hilft, niemand kuemmert, keiner antwort*, keiner meldet, keiner hilft, keiner "
        "kuemmert, "
        "nichts passiert, passiert nichts, tut sich nichts, nichts gehoert, ignoriert*, im stich, nutzlos*, "
        "unbrauchbar*, "
        "unzuverlaessig*, unprofessionell*, unfreundlich*, unhoeflich*, verwirrend*, beschwer*, reklamier*, "
        "bemaengel*, "
        "hatte mehr erwartet, haette mehr erwartet, geduld, geduldsfaden, zeitverschwendung, verschwendete zeit, "
        "sinnlos*, "
        "zum verzweifeln, verzweifelt, verzweifle, durcheinander, chaos, chaotisch*, muehsam*, stressig*, peinlich*, "
        "versprochen, zugesagt, nicht eingehalten, zu viel berechnet, irrefuehrend*, schon lange, laengst"},
    List{
        Mood::unhappy, "pl",
        "rozczarowan*, niezadowolon*, nieszczesliw*, sfrustrowan*, frustruj*, frustracj*, zdenerwowan*, denerwuj*, "
        "irytuj*, "
        "poirytowan*, zirytowan*, zmartwion*, smutn*, przykro mi, przykre, przykra, nieprzyjemn*, kiepsk*, slab*, zle, "
        "niedobr*, fatalnie dlugo, niecierpliw*, wciaz czekam, nadal czekam, ciagle czekam, czekam juz, czekamy juz, "
        "wciaz nie, nadal nie, ciagle nie, dalej nie, dalej czekam, od tygodni, od tygodnia, od miesiecy, od wielu "
        "dni, od dawna, "
        "za dlugo, zbyt dlugo, trwa wiecznie, w nieskonczonosc, po raz kolejny, kolejny raz, znowu, znow, za kazdym "
        "razem, "
        "po raz trzeci, po raz czwarty, trzeci raz, czwarty raz, ile razy, wielokrotnie, kilkakrotnie, bez przerwy, "
        "brak odpowiedzi, bez odpowiedzi, brak reakcji, bez reakcji, brak pomocy, nikt nie odpowiada, nikt nie "
        "odpisuje, "
        "nikt nie odpisal, nikt nie odpowiedzial, nikt nie pomaga, nikt sie nie, nikt nie reaguje, nic sie nie dzieje, "
        "nic sie nie stalo, nic nie dziala, ignoruj*, zignorowan*, zlekcewazon*, lekcewaz*, bezuzyteczn*, "
        "nieprzydatn*, "
        "zawodn*, zawiodl*, zawiedzion*, nierzeteln*, nieprofesjonaln*, niegrzeczn*, nieuprzejm*, niemil*, zagmatwan*, "
        "skarz*, skarg*, reklamacj*, zazalenie, spodziewalem sie wiecej, spodziewalam sie wiecej, oczekiwalem wiecej, "
        "oczekiwalam wiecej, cierpliwosc*, strata czasu, strate czasu, tracimy czas, trace czas, bez sensu, "
        "beznadziej*, "
        "zaluje, balagan*, chaos, chaotyczn*, stresuj*, uciazliw*, klopotliw*, obiecan*, obiecali*, obiecywali*, "
        "wprowadzono w blad, wprowadzacie w blad, zawyzon*, niedotrzyman*"},
    List{Mood::angry, "en",
         "angry, furious, outrag*, livid, enraged, appalled, appalling, disgust*, disgrace*, unacceptable, "
         "inacceptable, "
         "inexcusable, unbelievable, ridiculous, absurd, pathetic, joke, laughable, horrible, horrendous, awful, "
         "terrible, "
         "atrocious, abysmal, dreadful, shame, shameful, ashamed of, scandal*, insult*, insane, incompeten*, idiot*, "
         "stupid, "
         "moron*, clown*, crap, crappy, bullshit, shit, shitty, damn, damned, hell, wtf, sucks, piece of junk, "
         "garbage, trash, worst, had enough, enough is enough, i demand, we demand, demand a refund, demand an "
         "explanation, "
         "demand to speak, demand immediate*, immediately or, cancel everything, cancel my contract, cancelling my "
         "contract, "
         "leaving you, switch provider, switching provider, never again, last chance, last warning, final warning, "
         "lawyer, "
         "attorney, solicitor, legal action, sue, sue you, court, report you, consumer protection, bad review, "
         "negative review, one star, public about this, fraud, fraudulent, scam*, rip off, ripoff, liar*, lied, lying, "
         "cheat*, "
         "robbery, thieves, theft of, fire your, hate, hated, fuming, nonsense, how dare you, "
         "are you kidding, kidding me, are you serious, seriously what, what the hell, for god s sake, for heaven s "
         "sake, "
         "sick and tired, intolerable, beyond belief, out of control, negligen*, screw*, fuck*"},
    List{
        Mood::angry, "de",
        "wuetend*, wut, zornig*, stinksauer, sauer, empoert*, empoerend*, entsetzt, entsetzlich*, unverschaemt*, "
        "frechheit*, "
        "frech, unerhoert*, unglaublich*, unfassbar*, inakzeptabel*, nicht hinnehmbar, nicht akzeptabel, unzumutbar*, "
        "untragbar*, skandal*, schande, schaendlich*, laecherlich*, absurd*, witz, schlechter witz, grauenhaft*, "
        "grauenvoll*, schrecklich*, furchtbar*, katastroph*, miserabel*, miserable*, grottig*, unterirdisch*, "
        "erbaermlich*, "
        "peinlichst*, unsaeglich*, inkompeten*, unfaehig*, idiot*, dumm*, bloed*, deppen, trottel, scheiss*, mist, "
        "verdammt*, "
        "verflucht*, saftladen, sauladen, dreck, muell, schrott, mies*, das letzte, schlechteste*, es reicht, reicht "
        "es mir, "
        "jetzt reicht, genug davon, hab genug, habe genug, schnauze voll, nase voll, faxen dicke, ich verlange, wir "
        "verlangen, "
        "ich fordere, wir fordern, fordere sie auf, letzte chance, letzte mahnung, letztmalig*, nie wieder, fristlos*, "
        "kuendige meinen vertrag, kuendige den vertrag, kuendigen den vertrag, anbieter wechsel*, wechsle den "
        "anbieter, anwalt*, "
        "rechtsanwalt*, rechtliche schritte, rechtsweg, klage, verklag*, gericht*, anzeige erstatten, "
        "verbraucherzentrale, "
        "verbraucherschutz, bundesnetzagentur, schlechte bewertung, negative bewertung, betrug*, betrueger*, betrogen, "
        "abzocke*, abgezockt, gelogen, luegner*, luege*, belogen, verarsch*, veralber*, fuer dumm, zum kotzen, kotzt, "
        "hasse, "
        "was soll das, wollen sie mich, ihr ernst, das darf doch nicht wahr, geht gar nicht, unding, sauerei, "
        "schweinerei, "
        "zumutung, dreist*, hirnlos*, schlamp*, saumaessig*, fassungslos*, arglist*"},
    List{Mood::angry, "pl",
         "wsciekl*, zly na, zla na, wkurz*, wkurw*, rozzloszcz*, rozwscieczon*, oburz*, oburzajac*, zbulwersowan*, "
         "bulwersuj*, skandal*, niedopuszczaln*, nie do przyjecia, nieakceptowaln*, nie do zaakceptowania, "
         "niewybaczaln*, "
         "niewiarygodn*, absurd*, kpina, kpiny, kpicie, zart, zarty, zartuj*, smieszn*, zalosn*, okropn*, "
         "straszn*, tragiczn*, tragedia, fataln*, koszmar*, dramat, beznadziejn*, hanb*, wstyd, haniebn*, bezczeln*, "
         "chamsk*, chamstwo, arogan*, niekompetent*, idiot*, glupi*, debil*, kretyn*, bzdur*, cholern*, cholera, "
         "do diabla, gowno*, gowniany*, kurw*, szlag, najgorsz*, dno, szajs, chlam, badziew*, mam dosc, mamy dosc, "
         "dosc tego, "
         "dosyc tego, zadam, zadamy, domagam sie, domagamy sie, natychmiast, ostatnia szansa, ostatnie ostrzezenie, "
         "nigdy wiecej, "
         "rozwiazuje umowe, wypowiadam umowe, rezygnuje z uslug*, zmieniam dostawce, zmienie dostawce, adwokat*, "
         "prawnik*, "
         "kancelari*, droga prawna, na droge, kroki prawne, do sadu, w sadzie, pozew, pozwe, uokik, uke, rzecznik* "
         "konsument*, "
         "negatywna opini*, zla opinia, oszust*, oszukuj*, oszukan*, oszukali*, wyludz*, naciagacz*, naciagan*, "
         "klamstw*, "
         "klamiecie, klamc*, zlodziej*, okradacie, nienawidz*, co to ma byc, jak smiecie, to jakis zart, nie do "
         "pomyslenia, "
         "przechodzi ludzkie pojecie, nieodpowiedzialn*, robicie sobie jaja, robicie ze mnie, pogrozk*, partactwo, "
         "fuszerk*, karygodn*, zenad*, zenujac*, porazka, masakra"},
    List{Mood::stronger, "en",
         "very, extremely, really, so, totally, absolutely, completely, utterly, deeply, incredibly, more than, "
         "highly, truly, "
         "beyond, thoroughly, seriously, simply, just, complete, total, absolute, utter"},
    List{Mood::stronger, "de",
         "sehr, extrem, aeusserst, wirklich, total, absolut, voellig, vollkommen, zutiefst, ueberaus, hoechst, "
         "masslos, echt, "
         "einfach, richtig, mehr als, ausgesprochen, dermassen, derart, schlicht, komplett"},
    List{Mood::stronger, "pl",
         "bardzo, niezwykle, naprawde, totalnie, absolutnie, calkowicie, kompletnie, niesamowicie, wyjatkowo, "
         "po prostu, strasznie, mega, mocno, gleboko, skrajnie, ogromnie, niezmiernie, wybitnie, zwykly, totalny, "
         "totalna"},
    List{Mood::softer, "en", "a bit, a little, slightly, somewhat, kind of, sort of, rather, fairly"},
    List{Mood::softer, "de", "ein bisschen, ein wenig, etwas, leicht, eher, einigermassen, ziemlich"},
    List{Mood::softer, "pl", "troche, troszke, nieco, lekko, raczej, dosc"},
    List{
        Mood::negation, "en",
        "not, no, isn t, isnt, aren t, wasn t, don t, dont, doesn t, didn t, never, without, nothing, neither, hardly, "
        "can t say, far from, anything but, less than"},
    List{Mood::negation, "de",
         "nicht, nich, kein, keine, keinen, keiner, keinem, keineswegs, nie, niemals, ohne, weder, kaum, alles andere "
         "als, "
         "nicht gerade, wenig, nichts"},
    List{Mood::negation, "pl", "nie, bez, ani, zaden, zadna, zadne, malo, nigdy, daleko od, trudno byc"}};

}  // namespace

KeywordIndex const& sentiment_words() {
    static KeywordIndex const kIndex = [] {
        KeywordIndex index;
        for (auto const& list : kLists)
            for (auto const word : split(list.words, ','))
                index.add(trim(word), static_cast<std::uint32_t>(list.mood), list.language);
        return index;
    }();
    return kIndex;
}

}  // namespace lotse::triage
