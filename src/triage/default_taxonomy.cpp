// SPDX-License-Identifier: Apache-2.0
// The words are stems where a language inflects or compounds: "drucker*", "drukark*". Patterns are those of keywords.h,
// separated by commas. A word that fits two categories stands in both and then counts half for each.
#include <array>

#include "base/text.h"
#include "triage/taxonomy.h"

namespace lotse::triage {
namespace {

struct Entry {
    std::string_view key;
    std::array<std::string_view, 3> name;  // en, de, pl
    std::array<std::string_view, 3> words;
};

constexpr std::array<std::string_view, 3> kLanguages{"en", "de", "pl"};

constexpr std::array<Entry, 13> kEntries{{
    {"access",
     {"Access and accounts", "Zugänge und Konten", "Dostępy i konta"},
     {"password*, passcode*, pw, pwd, login, log in, logged out, log on, logon, sign in, sign on, signin, "
      "credential*, unlock*, locked out, account locked, account is locked, lock* my account, reset my, reset link, "
      "reset code, username*, user name, user account, permission*, access to, access for, access right*, "
      "access denied, no access, need access, grant*, authenticat*, authoris*, authoriz*, two factor, 2fa, mfa, "
      "otp, one time code, token*, sso, single sign*, admin right*, administrator right*, read only, write access, "
      "pin code, expired password, my account, can t get in, cannot get in, delete* my account, security question*, "
      "badge*, no role, shared account, account closed, key card*",
      "passw*, kennwort*, pw, zugang*, zugriff*, zugaeng*, anmeld*, einlogg*, eingeloggt, login*, logge*, log mich, "
      "angemeldet, entsperr*, gesperrt*, kontosperr*, aussperr*, ausgesperrt, zuruecksetz*, zurueckgesetzt, "
      "benutzerkonto, benutzername*, nutzerkonto, mein konto, konto, berechtig*, freigabe*, freischalt*, "
      "freigeschaltet, adminrecht*, leserecht*, schreibrecht*, authentifizier*, authenticator, zwei faktor*, 2fa, "
      "mfa, zweiter faktor, zweiten faktor, tan, token*, sso, pin, komme nicht rein, komm nich* rein, "
      "keinen zutritt, sicherheitsfrage*, freigegeben*, laufwerk finanzen, zugriffsrecht*, benutzerrecht*, "
      "nutzerrecht*, schreibrechte, keine rechte, ausweis*, benutzer unbekannt, abgemeldet, fingerabdruck*, "
      "schluesselkasten, transponder*",
      "hasl*, logow*, zalogow*, zaloguj*, loguj*, login*, odblok*, zablokow* konto, konto zablokow*, zablokow*, "
      "dostep*, uprawnien*, konto uzytkownika, konta uzytkownika, nazwa uzytkownika, uzytkownik*, moje konto, "
      "mojego konta, na konto, do konta, zresetow*, reset hasl*, resetu*, autoryzac*, uwierzytelni*, weryfikac*, "
      "dwuskladnik*, 2fa, mfa, kod sms, kodu sms, kod jednorazow*, token*, sso, pin, rola, role w systemie, "
      "prawa admin*, prawa do, prawo do zapisu, nie wpuszcza, wyrzuca mnie, pytanie pomocnicze, udostepni*, nadac, "
      "nadanie, usunac konto, usuniec* konta, przelogow*, identyfikator*, wejsc do, nie moge wejsc, "
      "kart* wejsciow*, odcisk palca"}},
    {"hardware",
     {"Computers and devices", "Computer und Geräte", "Komputery i urządzenia"},
     {"laptop*, notebook*, computer*, desktop pc, pc, workstation*, monitor*, screen*, display*, keyboard*, mouse, "
      "mice, touchpad*, trackpad*, dock*, docking station*, usb*, charger*, charging, charge the, batter*, "
      "power supply, power cable, adapter*, headset*, webcam*, camera*, microphone*, speaker*, projector*, beamer*, "
      "tablet*, ipad*, hard drive*, hard disk*, ssd, ram, fan, overheat*, noisy, flicker*, cracked, hinge*, hdmi, "
      "display port, displayport, won t boot, does not boot, turn on, turns on, won t start, black screen, "
      "blue screen, bsod, spilled, barcode scanner*, handheld scanner*, card reader*, cable, device*, till, "
      "terminal*, scaner*, hand scanner*, lamp, repair*, pcs, memory module*",
      "laptop*, notebook*, rechner*, computer*, pc, monitor*, bildschirm*, display*, tastatur*, taste, tasten, "
      "maus, maeuse, touchpad*, dock*, dockingstation*, usb*, ladegeraet*, ladekabel*, netzteil*, akku*, batterie*, "
      "adapter*, headset*, kopfhoerer*, webcam*, kamera*, mikrofon*, mikro, lautsprecher*, beamer*, projektor*, "
      "tablet*, ipad*, festplatte*, ssd, arbeitsspeicher, ram, luefter*, ueberhitz*, flacker*, riss im, scharnier*, "
      "hdmi, displayport*, faehrt nicht hoch, startet nicht mehr, geht nicht an, schwarzer bildschirm, bluescreen*, "
      "blauer bildschirm, kaffee ueber, handscanner*, barcodescanner*, kartenleser*, kabel, kasse, kassen, "
      "terminal*, hardware*, geraet, geraete, geraets, reparatur*, repariert, lampe, pixel, speicherriegel, "
      "serverschrank",
      "laptop*, notebook*, komputer*, pc, monitor*, ekran*, wyswietlacz*, klawiatur*, klawisz*, myszk*, mysz, "
      "touchpad*, gladzik*, stacj* dok*, dok, usb*, ladowark*, ladowan*, nie laduje, zasilacz*, bateri*, "
      "akumulator*, adapter*, przejsciowk*, sluchawk*, kamer*, kamerk*, mikrofon*, glosnik*, projektor*, rzutnik*, "
      "tablet*, ipad*, dysk twardy, dysku twardego, ssd, ram, wentylator*, przegrzew*, grzeje sie, migocz*, miga, "
      "pekniet*, zawias*, hdmi, displayport*, nie uruchamia sie komputer, nie wlacza sie, niebieski ekran, "
      "czarny ekran, zalal*, wylalem, wylalam, czytnik kodow, czytnik*, kabel, sprzet*, urzadzen*, terminal*, "
      "kasa fiskalna, napraw*, lampa, lampk*, serwerown*, waga, pamieci ram, skaner reczny"}},
    {"printing",
     {"Printing and scanning", "Drucken und Scannen", "Drukowanie i skanowanie"},
     {"printer*, print, prints, printed, printing, printout*, toner*, cartridge*, ink, paper jam, jammed, "
      "paper tray, tray, scanner*, scan, scans, scanned, scanning, scan to*, copier*, photocopier*, mfp, "
      "multifunction*, double sided, duplex, print queue, print job*, label printer*, labels, badge printer, "
      "plotter*, drum, stripes on, streak*, smudge*, blank pages, empty pages, staple*, fuser, pages come out, a3, "
      "follow me print*, print driver, xerox, kyocera, ricoh, lexmark, laserjet, zebra, print out, merge letter, "
      "plotter, paper",
      "*drucker*, druckt, gedruckt, ausdruck*, ausgedruckt, druckauftrag*, druckwarteschlange*, toner*, patrone*, "
      "tinte*, papierstau*, papierfach*, papiereinzug*, fach 2, scanner, scannt, scannen, gescannt*, scan, scans, "
      "scan to*, kopierer*, kopieren, kopie, multifunktions*, beidseitig*, duplex*, etikett*, plotter*, trommel*, "
      "schlieren, verschmiert, leere seiten, leere blaetter, heftklammer*, fixiereinheit, a3, follow me*, "
      "druckertreiber, xerox, kyocera, ricoh, lexmark, laserjet, zebra, einzugsscanner*, papier, farbdruck*, "
      "testdruck*, laserdruck*, druckbild*, streifen, papierformat*, kopiergeraet*, kopier*",
      "drukark*, drukow*, druk, druku, drukuj*, wydruk*, wydrukow*, toner*, kartridz*, tusz*, atrament*, "
      "zaciecie papieru, zacial sie papier, zacina papier, wciaga papier*, podajnik*, papier*, skaner*, skanow*, "
      "skanuj*, skan, skanu, skany, zeskanow*, kopiark*, ksero*, kopiow*, wielofunkcyj*, urzadzenie wielofunkcyjne, "
      "dwustronn*, kolejka wydruk*, kolejce wydruk*, etykiet*, ploter*, beben, paski na, smug*, rozmaz*, "
      "puste strony, pustych stron, zszywk*, a3, sterownik drukarki, xerox, kyocera, ricoh, lexmark, laserjet, "
      "zebra, drukarek"}},
    {"network",
     {"Network and internet", "Netzwerk und Internet", "Sieć i internet"},
     {"wifi, wi fi, wlan, wireless, network*, internet, vpn*, lan, ethernet, router*, switch port, access point*, "
      "dns, dhcp, ip address*, ipv6, ipv4, firewall*, proxy, port 443, port, ports, bandwidth, latency, ping, "
      "packet loss, disconnect*, connection drop*, drops every, connection lost, lose connection, no connection, "
      "cannot connect, can t connect, unable to connect, connects, connection, remote access, remote desktop, rdp, "
      "site to site, hotspot*, guest network, network drive*, fibre, fiber, offline, unreachable, not reachable, "
      "cannot reach, can t reach, server down, server is down, tunnel*, subnet*, vlan*, slow connection, "
      "network cable*, socket, website is down, website blocked, site is blocked, cabling, time out, timeout, "
      "reception bars",
      "wlan*, wifi, wi fi, netz, netzwerk*, internet*, vpn*, lan, ethernet, router*, switch, accesspoint*, "
      "access point*, dns, dhcp, ip adresse*, ipv6, firewall*, proxy*, port, ports, bandbreite*, latenz*, ping, "
      "paketverlust, verbindung*, verbinden, verbindet, bricht ab, abbrueche, verbindungsabbr*, keine verbindung, "
      "getrennt, fernzugriff, remotedesktop, remote desktop, rdp, hotspot*, gaestenetz*, gaeste wlan, "
      "netzlaufwerk*, glasfaser*, dsl, offline, nicht erreichbar, server weg, server nicht, tunnel*, subnetz*, "
      "vlan*, netzwerkkabel*, netzwerkdose*, dose, leitung tot, leitung gestoert, kein netz, standortvernetzung, "
      "netzwerkstoerung*, kein empfang, funkloch, verkabelung",
      "wifi, wi fi, wlan, siec, sieci, sieciow*, internet*, vpn*, lan, ethernet, router*, ruter*, switch*, "
      "punkt dostepowy, access point*, dns, dhcp, adres ip, adresu ip, ipv6, zapor*, firewall*, proxy, port, porty, "
      "portu, przepustow*, opoznien*, ping*, lacze, lacza, laczy, polaczeni*, polaczyc, rozlacza*, rozlaczy*, "
      "zrywa*, brak zasiegu, brak polaczenia, zdalny dostep, zdalny pulpit, pulpit zdalny, rdp, hotspot*, "
      "siec dla gosci, dysk sieciowy, dysku sieciowego, swiatlowod*, offline, nieosiagaln*, nie mozna polaczyc, "
      "serwer nie odpowiada, serwer nie dziala, tunel*, podsiec*, vlan*, kabel sieciowy, kabla sieciowego, "
      "gniazdko sieciowe, gniazd*"}},
    {"email",
     {"E-mail and calendar", "E-Mail und Kalender", "Poczta i kalendarz"},
     {"outlook, mailbox*, shared mailbox*, inbox, outbox, e mail account, email account, mail account, emails, "
      "e mails, mails, mail client, thunderbird, exchange, calendar*, meeting invite*, invitation*, appointment*, "
      "out of office, auto reply, autoreply, distribution list*, mailing list*, email signature, signature, "
      "bounce*, undeliver*, delivery failure, not delivered to the recipient, attachment*, quota, mailbox full, "
      "junk folder, junk, spam folder, spam filter, alias, forward my mail*, forward mail*, send as, on behalf, "
      "recall*, imap, smtp, sent items, deleted items, archive*, pst, delegate*, sender, recipient*, newsletter*, "
      "room booking, address book, invite*, meeting room*, mail filter",
      "outlook*, postfach*, postfaecher*, posteingang*, postausgang*, mailkonto, e mail konto, emails, e mails, "
      "mails, mailprogramm, thunderbird, exchange, kalender*, besprechungsanfrage*, einladung*, abwesenheits*, "
      "abwesenheitsnotiz*, autoresponder*, verteiler*, verteilerliste*, mailingliste*, signatur*, unzustellbar*, "
      "nicht zustellbar, zurueckgewiesen, kommt zurueck, kommen zurueck, anhang, anhaenge, postfach voll, junk*, "
      "spamordner*, spamfilter*, alias*, mailweiterleitung*, mails weiterleiten, senden als, im auftrag, "
      "zurueckrufen, imap, smtp, gesendete*, geloeschte elemente, archiv*, pst, stellvertret*, absender*, "
      "empfaenger*, newsletter*, raumbuchung*, adressbuch*, funktionspostfach*, sammelpostfach*, terminkalender*, "
      "termineinladung*, termine",
      "outlook*, skrzynk*, poczt*, maile, maili, mailow*, maila, e mail*, konto pocztowe, odebran*, wychodzac*, "
      "thunderbird, exchange, kalendarz*, spotkani*, zaproszeni*, termin spotkania, autorespon*, autoodpowiedz*, "
      "nieobecnosc*, lista dystrybucyjna, listy dystrybucyjnej, list* mailing*, stopk*, podpis*, zwrotk*, "
      "wraca do mnie, wracaja do mnie, nie dochodz*, nie dostarczono, zalacznik*, zalaczniki*, przepelnion*, "
      "skrzynka pelna, folder spam, filtr spamu, spam, alias*, przekierow* poczty, przekierow* maili, w imieniu, "
      "cofnac wiadomosc, imap, smtp, wyslane, archiw*, pst, nadawc*, odbiorc*, newsletter*, rezerwacj* sali, "
      "ksiazka adresowa, wspoln* skrzynk*"}},
    {"software",
     {"Software", "Software", "Oprogramowanie"},
     {"software, install*, uninstall*, reinstall*, licence*, license*, update*, upgrade*, version*, patch*, "
      "program*, app, apps, application*, crash*, freez*, frozen, hangs, error message*, error code*, error 500, "
      "runtime error, bug, excel, word, powerpoint, onedrive, sharepoint, teams, zoom, sap, erp, crm, adobe, "
      "acrobat, pdf, visio, autocad, photoshop, browser*, chrome, firefox, edge, windows, macos, macro*, plugin*, "
      "plug in*, add in*, addin*, database*, export*, import*, font*, activation, activate*, product key, "
      "file won t open, template*, spreadsheet*, report shows, save as, saving, sync*, compatib*, ms office, "
      "microsoft office, office 365, spell check*, autocorrect*, translation tool, render*, spredsheet*",
      "software*, installier*, installation*, deinstallier*, lizenz*, update*, upgrade*, aktualisier*, version*, "
      "patch*, programm, programme, programms, app, apps, anwendung*, stuerzt*, absturz*, abstuerze, abgestuerzt, "
      "friert*, eingefroren, haengt sich, fehlermeldung*, fehlercode*, fehler 500, laufzeitfehler, bug, excel*, "
      "word, powerpoint*, onedrive, sharepoint*, teams, zoom, sap, erp, crm, warenwirtschaft*, adobe*, acrobat*, "
      "pdf*, visio, autocad, photoshop, browser*, chrome, firefox, edge, windows*, makro*, plugin*, add in*, "
      "addin*, datenbank*, export*, import*, schriftart*, aktivier*, produktschluessel, laesst sich nicht oeffnen, "
      "vorlage*, tabelle*, auswertung*, schaltflaeche*, synchron*, kompatib*, ms office, microsoft office, "
      "office 365, rechtschreib*, autokorrektur*, beim speichern, bueropaket",
      "oprogramowani*, instal*, zainstal*, odinstal*, licencj*, aktualiz*, zaktualiz*, wersj*, program, programu, "
      "programie, programy, aplikacj*, apk*, zawiesza*, zawiesil*, wysypuje*, wywala*, crash*, komunikat bledu, "
      "kod bledu, blad 500, blad programu, blad aplikacji, blad, bledu, bug*, excel*, word, wordzie, worda, "
      "powerpoint*, onedrive, sharepoint*, teams*, zoom*, sap, sapie, erp, crm, adobe, acrobat*, pdf*, visio, "
      "autocad*, photoshop*, przegladark*, chrome, firefox, edge, windows*, makro, makra, wtyczk*, "
      "dodat* do excel*, baza danych, bazy danych, eksport*, import*, czcionk*, aktywac*, klucz produktu, szablon*, "
      "arkusz*, raport*, przycisk*, zapis pliku, synchroniz*, kompatyb*, ms office, microsoft office, office 365, "
      "autokorekt*, system nie, grafik*"}},
    {"telephony",
     {"Telephony", "Telefonie", "Telefonia"},
     {"phones, telephone*, desk phone*, dial tone, dialling, dial, dials, voicemail*, voice mail, "
      "answering machine, extension, ext, incoming call*, outgoing call*, phone call*, calls, call forward*, "
      "forward my calls, forward calls, hunt group, call queue*, hotline, hold music, pbx, voip, sip, softphone*, "
      "handset*, mobile, mobile phone*, cell phone, smartphone*, iphone*, android, sim, esim, sim card*, roaming, "
      "data volume, data plan, mobile data, puk, fax*, caller id, conference call*, dect, can t hear, cannot hear, "
      "echo, crackl*, number porting, ringtone*, telephone number, rings, ringing, busy signal, emergency number, "
      "main number, phone number, announcement",
      "freizeichen, durchwahl*, nebenstelle*, anrufbeantworter*, voicemail*, mailbox abhoer*, rufumleitung*, "
      "weiterleitung auf, rufnummer*, rufgruppe*, sammelanschluss, warteschleife*, hotline*, wartemusik, "
      "telefonanlage*, voip, sip, softphone*, hoerer*, handy*, diensthandy*, mobiltelefon*, smartphone*, iphone*, "
      "android, sim, esim, sim karte*, roaming, datenvolumen*, mobile daten, puk, fax*, klingel*, rufton, "
      "telefonkonferenz*, dect, hoert mich, hoere nichts, hoere mein, echo, knister*, rauscht, knackt, "
      "rufnummernmitnahme, mobilfunk*, vertragshandy, verbunden werden, anrufe, anrufen, anrufliste, telefone, "
      "telefonie, telefon, telefonnummer*, tischtelefon*, telefonhoerer*, besetzt, ansage*, notrufnummer*, "
      "hauptnummer",
      "sluchawk* telefon*, sygnalu w sluchawce, wewnetrzn*, numer wewnetrzny, poczta glosowa, poczty glosowej, "
      "sekretark* automatyczn*, przekierow* rozmow, przekierow* polaczen, przekierowan*, rozmow*, dzwonic, dzwonia, "
      "dzwonek, dzwonk*, zadzwonic, polaczenia przychodzace, polaczenia wychodzace, infolini*, muzyka na czekanie, "
      "centralk*, centrala, centrali, voip, sip, softphone*, komork*, komorkow*, smartfon*, iphone*, android, sim, "
      "esim, karta sim, karty sim, roaming*, pakiet danych, pakietu danych, puk, faks*, telekonferenc*, nie slysz*, "
      "slychac, echo, trzeszcz*, szumi, przeniesienie numeru, abonament*, numer telefonu, rozmowc*, telefony, "
      "telefonu, telefonie, telefonem, telefonow, telefon, telefon nie dzwoni, numer glowny, zapowiedz"}},
    {"security",
     {"Security", "Sicherheit", "Bezpieczeństwo"},
     {"phish*, scam*, fraud*, virus*, malware, ransomware, trojan*, spyware, hack*, suspicious*, strange mail, "
      "strange email, fake mail, fake email, fake invoice, fake, spoof*, breach*, data leak*, leaked, compromised, "
      "stolen, theft, lost laptop, lost phone, lost my laptop, lost my phone, lost my badge, encrypted files, "
      "encrypt*, clicked a link, clicked on a link, clicked the link, clicked on the link, unknown sender, "
      "login from, sign in from, security incident*, security alert*, antivirus, defender, quarantine*, vulnerab*, "
      "usb stick found, found a usb, gdpr, data protection, personal data, wrong recipient, tailgat*, certificate*, "
      "password was leaked, alarm, virus scanner*, self harm, vulnerability, blackmail, stranger*, unlocked screen, "
      "shred*, password was stolen",
      "phishing*, betrug*, betrueg*, scam, virus, viren*, malware*, schadsoftware, ransomware, trojaner*, "
      "erpressung*, hack*, verdaechtig*, komische mail*, seltsame mail*, gefaelscht*, fake*, spoofing, datenleck*, "
      "datenpanne*, kompromittiert, gestohlen*, geklaut*, diebstahl*, verloren, laptop verloren, handy verloren, "
      "zutrittskarte*, verschluessel*, link geklickt, auf den link, link angeklickt, draufgeklickt, "
      "unbekannter absender, unbekanntem absender, anmeldung aus, sicherheitsvorfall*, sicherheitswarnung*, "
      "virenscanner*, antivirus*, defender, quarantaene*, sicherheitsluecke*, usb stick gefunden, stick gefunden, "
      "dsgvo, datenschutz*, personenbezogen*, falschen empfaenger, zertifikat*, alarm*, alarmanlage*, erpress*, "
      "fremder, fremde person, qr code, einbruch*, unbefugt*, altpapier, schwachstelle*",
      "phishing*, oszust*, oszukan*, wyludz*, scam*, wirus*, malware, zlosliw*, ransomware, trojan*, szantaz*, "
      "haker*, zhakow*, wlamani*, wlamal*, podejrzan*, dziwny mail, dziwna wiadomosc, dziwny e mail, falszyw*, "
      "podszy*, wyciek*, naruszeni*, skradzi*, ukradzi*, kradziez*, zgubil*, zgubion*, zagubion*, przepustk*, "
      "zaszyfrow*, szyfrow*, kliknalem*, kliknelam*, kliknal*, w link, nieznany nadawca, nieznanego nadawcy, "
      "logowanie z, incydent*, ostrzezenie bezpiecz*, bezpieczenstw*, antywirus*, defender, kwarantann*, luka, "
      "luki w, znalazlem pendrive, pendrive*, rodo, ochrona danych, ochrony danych, dane osobowe, danych osobowych, "
      "do niewlasciw*, zlego adresata, certyfikat*, alarm*, kod qr, obca osoba, obcy, podejrzany mail, "
      "zadanie okupu, okup*, lukach"}},
    {"onboarding",
     {"Joiners and leavers", "Eintritte und Austritte", "Zatrudnienie i odejścia"},
     {"onboard*, offboard*, new starter*, new joiner*, joiner*, new employee*, new colleague*, new hire*, "
      "new team member, new intern*, intern, interns, internship, trainee*, apprentice*, starts on monday, "
      "starts on, starting on, starting next, starts next, start date, first day, joins us, joins the, joining us, "
      "will join, will be joining, leaver*, leaving the company, leaves the company, leaves us, last day, "
      "last working day, resign*, moves to department, change of department, changes department, transfers to, "
      "maternity leave, parental leave, welcome pack, workplace for, set up a desk, equipment for the new, "
      "account for the new, contractor*, temp worker*, working student*, probation, exit checklist, "
      "returns from parental, start letter, start package, first week, leaver, works council, subcontractor*, "
      "subcontracter*, new here",
      "onboarding, offboarding, eintritt*, austritt*, neue mitarbeiter*, neuer mitarbeiter*, neuen mitarbeiter*, "
      "neue kolleg*, neuer kolleg*, neuen kolleg*, neueinstellung*, neueintritt*, neuzugang*, praktikant*, "
      "praktikum, azubi*, auszubildende*, werkstudent*, trainee*, faengt am, faengt bei uns, faengt an, beginnt am, "
      "startet am, startet bei uns, erster arbeitstag, ersten arbeitstag, erster tag, ersten tag, scheidet aus, "
      "ausscheiden*, verlaesst uns, verlaesst das unternehmen, verlaesst die firma, letzter arbeitstag, "
      "letzten arbeitstag, letzter tag, gekuendigt hat, abteilungswechsel*, wechselt in, wechselt zu, versetz*, "
      "elternzeit, mutterschutz, arbeitsplatz einrichten, arbeitsplatz fuer, ausstattung fuer, einarbeitung*, "
      "leiharbeiter*, aushilfe*, fsj, probezeit, externe kraft, willkommens*, zwei neue, zweiter tag, "
      "probearbeiten, subunternehmer*, vorgaenger*, gastwissenschaftler*, neu hier",
      "onboarding*, offboarding*, nowy pracownik, nowego pracownika, nowej pracownicy, nowa pracownica, "
      "nowi pracownicy, nowych pracownik*, nowa osoba, nowej osoby, nowa kolezanka, nowy kolega, nowego kolegi, "
      "nowej kolezanki, zatrudni*, zatrudnia*, przyjec* do pracy, staz, stazu, stazyst*, praktykant*, praktyk*, "
      "zaczyna prace, zaczyna u nas, zaczyna od, rozpoczyna*, pierwszy dzien, pierwszego dnia, dolacza, dolaczy, "
      "odchodzi*, odejsci*, odszedl, zwolni*, zwolnien*, ostatni dzien, ostatniego dnia, przechodzi do dzialu, "
      "zmiana dzialu, zmienia dzial, przeniesion*, urlop macierzynski, macierzynsk*, rodzicielsk*, "
      "stanowisk* pracy, stanowisko dla, przygotowac stanowisko, wdrozeni*, zleceniobiorc*, pracownik tymczasowy, "
      "okres probny, obiegowk*, karta obiegowa, powrot z, nowi, podwykonawc*, dzien probny, jestem nowy, "
      "jestem nowa"}},
    {"billing",
     {"Invoices and payments", "Rechnungen und Zahlungen", "Faktury i płatności"},
     {"invoice*, bill, bills, billing, billed, payment*, paid, pay, pays, refund*, credit note*, reminder, dunning, "
      "overdue, overcharg*, charged twice, charged, charge on, double charge*, direct debit*, bank transfer, "
      "wire transfer, iban, bank details, bank account, credit card, card declined, declined, paypal, vat, "
      "tax number, tax id, amount, balance due, outstanding balance, statement of account, account statement, "
      "receipt*, due date, discount, late fee, cost centre, cost center, purchase order number, po number, "
      "currency, instalment*, installment*, pro forma, debit*, deducted, accounting, accounts payable, e invoice*, "
      "rip off, too expensive, quote does not match",
      "rechnung*, *rechnung, *rechnungen, abrechnung*, zahlung*, *zahlung, bezahl*, gezahlt*, ueberwies*, "
      "ueberweis*, erstatt*, rueckerstatt*, gutschrift*, mahnung*, mahngebuehr*, zahlungserinnerung*, "
      "ueberfaellig*, doppelt abgebucht, abgebucht, abbuchung*, doppelt berechnet, zweimal berechnet, lastschrift*, "
      "sepa, iban, bankverbindung*, bankdaten, kontonummer, kreditkarte*, karte abgelehnt, paypal, mwst*, "
      "mehrwertsteuer, umsatzsteuer*, ust, ust id, steuernummer*, betrag*, saldo, kontoauszug*, quittung*, beleg, "
      "belege, faellig*, skonto, rabatt*, kostenstelle*, waehrung*, rate, raten, ratenzahlung*, rechnungsadresse, "
      "buchhaltung*, zahlungsziel, storno*",
      "faktur*, rachunek, rachunku, rachunki, rozliczen*, platnosc*, platnosci, zaplac*, zaplat*, oplacon*, oplat*, "
      "przelew*, zwrot pieniedzy, zwrot srodkow, zwrotu pieniedzy, zwrot nadplaty, nadplat*, niedoplat*, korekt*, "
      "wezwanie do zaplaty, wezwani*, ponaglen*, przypomnienie o, zaleg*, termin platnosci, terminu platnosci, "
      "podwojn* obciazen*, podwojnie, obciazon*, obciazen*, naliczon*, naliczyl*, pobran*, polecenie zaplaty, iban, "
      "numer konta bankowego, konto bankowe, konta bankowego, karta kredytowa, kart* platnicz*, karta odrzucona, "
      "paypal, blik, vat, nip, kwot*, saldo, wyciag, paragon*, rabat*, duplikat faktury, walut*, rat, raty, "
      "na raty, ksiegow*, proforma"}},
    {"order",
     {"Orders and deliveries", "Bestellungen und Lieferungen", "Zamówienia i dostawy"},
     {"order, orders, ordered, order number, order status, deliver*, shipment*, shipping, shipped, ship, parcel*, "
      "package, packages, courier*, tracking*, track and trace, dispatch*, arrive, arrived, arrival, not arrived, "
      "missing item*, items missing, wrong item*, wrong size, wrong colour, wrong color, damaged in, "
      "arrived damaged, damaged, return, returns, return label, returning, exchange it, replacement*, spare part*, "
      "out of stock, in stock, stock, back order, backorder, delivery address, delivery date, delivery note, "
      "pallet*, warehouse, dhl, dpd, cancel my order, cancel the order, lead time, pick up, quantity, "
      "article number, order for, like to order, want to order, catalogue*, still available, packaging, "
      "ups delivery",
      "bestell*, *bestellung, auftragsnummer, auftragsbestaetigung*, liefer*, *lieferung, geliefert*, versand*, "
      "versendet, verschickt, sendung*, paket*, paeckchen, kurier*, sendungsverfolgung, tracking*, zugestellt, "
      "zustellung*, angekommen, nicht angekommen, falscher artikel, falschen artikel, falsche groesse, "
      "falsche farbe, beschaedigt*, transportschaden, ruecksend*, retoure*, rueckgabe, zurueckgeben, "
      "zurueckschicken, umtausch*, umtauschen, ersatzteil*, ersatzlieferung, nachbestell*, lieferbar*, auf lager, "
      "lagerbestand, lieferadresse, lieferdatum, lieferschein*, palette*, spedition*, dhl, dpd, hermes, "
      "stornier* die bestellung, bestellung stornieren, lieferzeit*, abhol*, stueckzahl, artikelnummer*, "
      "warenlieferung, warensendung, leihgeraet*, mietgeraet*, ersatzakku*, zusaetzliche netzteile, gravur*, "
      "katalog*, im lager",
      "zamow*, zamawia*, zamowieni*, nr zamowienia, dostaw*, dostarcz*, wysylk*, wyslan* paczk*, paczk*, przesylk*, "
      "kurier*, sledzeni*, nadan*, dotarl*, dotarla, nie dotarlo, nie doszl*, nie przyszl*, brakujac*, zly rozmiar, "
      "zly kolor, nie ten towar, zly towar, uszkodzon*, rozbit*, zwrocic, zwrot towaru, zwrotu towaru, odeslac, "
      "wymian* towaru, wymienic na, czesc zamienna, czesci zamienn*, na stanie, w magazynie, magazyn*, "
      "dostepnosc towaru, adres dostawy, adresu dostawy, termin dostawy, list przewozowy, dokument wz, palet*, "
      "towar*, spedycj*, spedytor*, dhl, dpd, inpost, paczkomat*, anulow* zamowieni*, czas dostawy, "
      "odbior osobisty, ilosc sztuk, sztuk, numer artykulu, nie przyszla, nie przyszlo, nie przyszly, katalog*, "
      "grawer*, wypozycz*"}},
    {"contract",
     {"Contracts and offers", "Verträge und Angebote", "Umowy i oferty"},
     {"contract*, agreement*, subscription*, subscribe, cancel my contract, cancel the contract, cancel our, "
      "cancel my subscription, cancellation, terminat*, notice period, renew*, extend the contract, "
      "extension of the contract, prolong*, upgrade our plan, plan, plans, tariff*, pricing, price list, "
      "price increase, prices, quote, quotation*, offer, offers, proposal*, tender, sla, service level*, "
      "terms and conditions, terms, conditions, clause*, nda, signatory, sign the, signed copy, warranty, "
      "guarantee, framework agreement, maintenance contract, minimum term, seats, more licences, "
      "data processing agreement, dpa, power of attorney, annex, amendment*, insurance, leasing, lease, "
      "licence count, data when we leave",
      "vertrag*, vertraeg*, *vertrag, *vertrags, vereinbarung*, abo, abos, abonnement*, kuendig*, gekuendigt, "
      "kuendigungsfrist*, verlaenger*, vertragsverlaengerung*, laufzeit*, mindestlaufzeit, tarif*, preisliste*, "
      "preiserhoehung*, preise, konditionen, angebot*, kostenvoranschlag*, ausschreibung*, sla, servicelevel*, agb, "
      "geschaeftsbedingungen, klausel*, nda, geheimhaltung*, verschwiegenheit*, unterschrift*, unterschrieben*, "
      "unterzeichn*, garantie*, gewaehrleistung*, rahmenvertrag*, wartungsvertrag*, auftragsverarbeitung*, avv, "
      "vollmacht*, anlage zum, nachtrag, widerruf*, versicherung*, vertragspartner*, umfirmierung, upgrade auf, "
      "leasing*, mehr lizenzen, lizenzen mehr",
      "umow*, porozumien*, abonament*, subskrypcj*, wypowiedz*, wypowiedzen*, wypowiadam*, rezygn*, rozwiaz* umow*, "
      "okres wypowiedzenia, przedluz*, przedluzen*, odnowi*, odnowien*, taryf*, cennik*, podwyzk*, ceny, cena, "
      "ofert*, wycen*, kosztorys*, przetarg*, sla, regulamin*, warunki, warunkow umowy, klauzul*, nda, poufnosc*, "
      "podpisan* egzemplarz, podpisac, podpisana umowa, gwarancj*, rekojm*, umowa ramowa, umowa serwisowa, "
      "powierzeni* przetwarzania, pelnomocnictw*, zalacznik do umowy, aneks*, odstapien*, cesj*, ubezpieczen*, "
      "zmiana danych firmy, rozszerz* umow*, czas trwania umowy, kontrakt*, leasing*, wiecej licencji"}},
    {"feedback",
     {"Praise, ideas and complaints", "Lob, Ideen und Beschwerden", "Pochwały, pomysły i skargi"},
     {"feedback, complain*, complaint*, disappointed, disappoint*, unacceptable, terrible, awful, rude, unfriendly, "
      "unhappy, dissatisfied, not happy, not satisfied, poor service, bad service, worst, ridiculous, fed up, "
      "angry, frustrat*, annoy*, waste of time, no one answers, nobody answers, still no answer, praise, "
      "thank you so much, thanks a lot, great job, great work, well done, great service, excellent, fantastic, "
      "brilliant, amazing, friendly, happy with, very happy, satisfied, kudos, compliment*, suggestion*, suggest, "
      "idea, ideas, would be nice, would be great, feature request*, improve*, improvement*, survey*, review, "
      "rating, wish, thank you, thanks, technician s visit, opening hours, cheers",
      "feedback*, rueckmeldung*, beschwer*, reklamier*, enttaeuscht*, enttaeusch*, unverschaemt*, unzumutbar*, "
      "inakzeptabel*, katastrophe*, frechheit, unfreundlich*, unzufrieden*, nicht zufrieden, schlechter service, "
      "schlechtester, unmoeglich, laecherlich, sauer, veraergert, aerger*, frust*, genervt, zeitverschwendung, "
      "keiner antwortet, niemand antwortet, immer noch keine antwort, lob, loben, vielen dank fuer die, "
      "danke fuer die schnelle, tolle arbeit, super arbeit, gute arbeit, toller service, klasse, hervorragend*, "
      "ausgezeichnet, spitze, freundlich, sehr zufrieden, zufrieden, kompliment*, vorschlag*, anregung*, idee, "
      "ideen, waere schoen, waere toll, verbesserung*, verbessern, umfrage*, bewertung*, wunsch, wuensche, danke, "
      "herzlichen dank, merci, techniker war, oeffnungszeiten, gratulation, kompliment",
      "opini*, feedback, uwag*, skarg*, skarze, zazaleni*, rozczarow*, niedopuszczaln*, nie do przyjecia, skandal*, "
      "koszmar*, fataln*, niegrzeczn*, nieuprzejm*, niezadowol*, nie jestem zadowol*, zla obsluga, slaba obsluga, "
      "najgorsz*, zart, kpin*, zenujac*, wsciekl*, zly na, frustr*, irytuj*, strata czasu, nikt nie odpowiada, "
      "dalej brak odpowiedzi, nadal brak odpowiedzi, pochwal*, pochwala, dziekuje za szybk*, dziekuje za pomoc, "
      "dziekuje bardzo za, swietna robota, dobra robota, swietn*, super obsluga, rewelacj*, znakomit*, doskonal*, "
      "uprzejm*, mila obsluga, zadowol*, bardzo zadowol*, komplement*, sugesti*, propozycj*, propon*, pomysl*, "
      "byloby milo, fajnie byloby, dobrze byloby, usprawni*, poprawic, ulepsz*, ankiet*, ocen*, zyczeni*, "
      "wniosek racjonalizatorski, brawo, dziekuje, dziekujemy, podziekow*, godziny otwarcia, gratulac*"}},
}};

}  // namespace

std::vector<domain::Category> default_taxonomy(std::string_view language) {
    std::size_t shown = 0;
    for (std::size_t i = 0; i < kLanguages.size(); ++i)
        if (language == kLanguages[i]) shown = i;
    std::vector<domain::Category> out;
    for (auto const& entry : kEntries) {
        domain::Category category;
        category.key = entry.key;
        category.name = entry.name[shown];
        for (std::size_t i = 0; i < kLanguages.size(); ++i) {
            std::vector<std::string> words;
            for (auto const word : split(entry.words[i], ',')) words.emplace_back(trim(word));
            category.keywords.emplace_back(std::string(kLanguages[i]), std::move(words));
        }
        out.push_back(std::move(category));
    }
    return out;
}

}  // namespace lotse::triage
