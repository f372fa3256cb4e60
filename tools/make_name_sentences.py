#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes sentences with the places of names in them, for bench_fit_names, which makes src/triage/name_weights.json of them.

    python3 tools/make_name_sentences.py OUT.jsonl [--ordinary TABLE.tsv:COLUMN ...] [--labelled SPANS.jsonl]
    bench_fit_names --train OUT.jsonl --out src/triage/name_weights.json

Names come from the PyPI package Faker (MIT), which must be installed. They are put into the sentences below, into the demo's
letters (demo/texts) and, with --labelled, into sentences that people marked (JSON lines with text, spans and template_id; only the
half that bench_personal_data calls development, and never with the names that stand there). Texts without names teach what is none:
the pages' own words (web/src/locales), and the tables of --ordinary, of which half is left for measuring (as bench_personal_data halves), and texts with a listed
first name are left out."""
import argparse
import gzip
import importlib
import json
import pathlib
import random
import re
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
LATIN = re.compile(r"[A-ZÀ-ŽÁ-Ỹ][A-Za-zÀ-žÁ-ỹ'’ -]{1,24}$")
LISTED = set(json.loads((ROOT / "src/triage/first_names.json").read_text(encoding="utf-8")))
MASK = (1 << 64) - 1

COMMON = "en_US en_GB de_DE de_AT de_CH pl_PL".split()
EUROPE = """en_IE fr_FR it_IT es_ES nl_NL nl_BE cs_CZ sk_SK sv_SE da_DK no_NO fi_FI hu_HU ro_RO hr_HR sl_SI lt_LT lv_LV et_EE pt_PT
pt_BR es_MX is_IS tr_TR""".split()
WORLD = "en_IN en_NG en_KE en_PK en_NZ id_ID vi_VN yo_NG zu_ZA ig_NG ha_NG tw_GH sw az_AZ uz_UZ en_TH en".split()
# People whose scripts are not Latin, as they write themselves in Latin letters.
ROMAN = {
    "first": """Wei Jing Xiu Ming Hao Yifan Jun Lei Xin Yan Haruto Yuki Sakura Hiroshi Kenji Akiko Takeshi Yumi Minjun Jiwoo Seojun Soo-jin
Hyun Ahmed Mohammed Fatima Omar Layla Yusuf Khalid Aisha Hassan Mariam Tariq Samir Noor Zainab Igor Dmitri Sergei Olga Natalia
Svetlana Oleksandr Andriy Mykola Bohdan Oksana Taras Dimitrios Georgios Eleni Kostas Yannis Ioanna Rajesh Priya Amit Sunita Vikram
Ananya Arjun Lakshmi Nguyen Thi Anh Minh Binh Somchai Siriporn Chidi Amara Kwame Abena Tunde Ngozi Sizwe Thandi Mehmet Ayse Emre
Avi Shira Noam Yael Tamar Lior Goran Dragana Zoran Milica Vesna Bojan Besnik Arben Giorgi Nino Ararat Anahit""".split(),
    "last": """Wang Li Zhang Chen Liu Yang Huang Zhao Tanaka Suzuki Sato Watanabe Yamamoto Kobayashi Kim Lee Park Choi Jung Al-Farsi
El-Sayed Haddad Khalil Mansour Nasser Rahman Saleh Hussein Ivanov Petrov Sidorova Kuznetsova Shevchenko Kovalenko Bondarenko
Melnyk Papadopoulos Georgiou Nikolaidis Patel Sharma Singh Gupta Iyer Reddy Tran Pham Nguyen Le Wongsawat Okafor Adeyemi Mensah
Nkosi Dlamini Yilmaz Demir Kaya Cohen Levi Mizrahi Jovanović Petrović Nikolić Hoxha Berisha Beridze Petrosyan Abebe Tesfaye""".split(),
}


def folded(name):
    out = name.lower()
    for a, b in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ł", "l"), ("ø", "o"), ("đ", "d"), ("æ", "ae")):
        out = out.replace(a, b)
    return "".join(c for c in unicodedata.normalize("NFKD", out) if not unicodedata.combining(c))


def flat(listed):
    for one in listed:
        if isinstance(one, str):
            yield one
        elif isinstance(one, (tuple, list)):
            yield from flat(one)


def read_people(locales):
    out = {}
    for locale in locales:
        try:
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        except ImportError:
            continue
        first, last = [], []
        for attribute in dir(provider):
            listed = getattr(provider, attribute)
            if not isinstance(listed, (tuple, list, dict)):
                continue
            names = [n for n in flat(listed) if LATIN.match(n)]
            if "first_name" in attribute and not attribute.startswith("_"):
                first += names
            elif "last_name" in attribute and not attribute.startswith(("prefix", "suffix", "_")):
                last += names
        if first and last:
            out[locale] = (sorted(set(first)), sorted(set(last)))
    return out


PLACES = """Berlin Hamburg München Köln Dresden Warszawa Kraków Gdańsk Łódź Poznań London Manchester Leeds Dublin Paris Lyon Rome Madrid
Prague Vienna Wien Zürich Basel Oslo Stockholm Helsinki Boston Chicago Denver Seattle Toronto Sydney Florence Lisbon Austin Houston
Canada Africa Victoria Georgia Germany Poland Deutschland Polska Niemcy Austria France Italy Spain Denmark Norway Sweden Finland
Texas Virginia Carolina Alberta Ontario Lübeck Bremen Rostock Kiel Wrocław Szczecin Bristol Oxford Cambridge Villach Graz Aarhus Malmö""".split()
THINGS = """Outlook Excel Word Teams SharePoint OneDrive Windows Citrix VPN SAP Jira Confluence Firefox Chrome Safari Photoshop Acrobat
Zoom Slack Skype Android iPhone iPad MacBook ThinkPad Latitude LaserJet EcoTank Fritzbox Nextcloud Thunderbird PostgreSQL Oracle
Kubernetes Jenkins GitLab Dynamics Salesforce Datev Lexware Elster Comarch Optima Symfonia Płatnik Allegro Exchange Bitlocker Intune
LibreOffice Ubuntu Debian Bluetooth Java Python Tableau PowerPoint OneNote Dell Lenovo Samsung Siemens Bosch Canon Epson Brother""".split()
FIRMS = """Acme Nordhafen Contoso Globex Initech Umbrella Stadtwerke Sparkasse Volksbank Hanseatic Vistula Baltica Polmed Elektrobud
Meridian Northwind Fabrikam Wayfarer Brightline Solara Kronos Helios Apex Summit Pinnacle Redwood Sterling Falcon Orion""".split()
FORMS = ["GmbH", "AG", "Ltd", "Inc.", "sp. z o.o.", "S.A.", "Group", "Corporation", "Systems", "Solutions", "LLC", "KG", "Holding", "and Sons", "Investments", "Partners",
         "Consulting", "Insurance", "Capital", "Analytics", "Media", "Industries", "Risks", "& Co"]
DAYS = """Monday Tuesday Friday Sunday January March May August October Montag Dienstag Freitag Januar März Oktober poniedziałek wtorek
piątek styczeń luty marzec""".split()
JOBS = """Head of Sales|Team Lead|Account Manager|Accountant|Vertriebsleiter|Leiterin Einkauf|Sachbearbeiterin|Kierownik działu|Specjalista
ds. zakupów|Chief Technology Officer|Office Manager|Buchhaltung|Księgowość|Product Owner|Engineer|IT-Administration|Managing Director""".replace("\n", " ").split("|")
STREETS = ["Main Street", "Oak Avenue", "Lindenstraße", "Hauptstr.", "ul. Długa", "ul. Polna", "Bahnhofstraße", "High Street", "Park Lane", "Rue de la Gare"]
STREET_ENDS = """Road Street Avenue Lane Drive Square Court Way Row Pass Hill Ridge Harbor Gardens Terrace Crescent Close Heights Extension
Extensions Park Plaza Bypass Route Place Green""".split()
TITLES = {"en": ["Mr", "Mr.", "Mrs.", "Ms.", "Ms", "Dr.", "Prof."], "de": ["Herr", "Frau", "Herrn", "Dr.", "Frau Dr.", "Prof. Dr."],
          "pl": ["Pan", "Pani", "Panu", "pan", "pani", "dr", "Pana", "mgr"]}

# {N} a name in any form, {F} a first name, {L} a surname, {B} both, {T} a title, {O} a firm, {C} a place, {P} a product, {D} a day or
# month, {J} a job, {S} a street, {#} digits. Polish: {Ng} genitive, {Nd} dative, {Na} accusative, {Ni} instrumental.
SENTENCES = {
    "en": """My name is {N} and I cannot log in to {P}.|Hi, this is {N} from {O}.|Hello {F},\\n\\nthanks for the quick answer.|Dear {T} {L},|Dear {B},\\n\\nyour order has left {C}.
Please add {N} to the distribution list.|{N} is on leave until {D}.|{N} told me that the {P} licence has expired.|Can you call {F} back? Her number is {#}.|I spoke to {N} yesterday, and {F} said it was fixed.
The laptop belongs to {N}.|The mailbox of {N} is full.|{N}'s account is locked again.|Give {B} and {B} access to the {P} folder.|{F} and {F} both see the error in {P}.|As agreed with {T} {L}, please close this.
Forwarded by {N}|From: {B} <{#}@example.com>|From: {B}\\nSent: {D} {#}\\nTo: {B}\\nSubject: {P} is down|To: {B}; {B}; {B}\\nCc: {B}|On {D}, {B} wrote:|> {B} wrote:\\n> the printer in {C} is broken|Best regards,\\n{B}|Kind regards\\n{B}\\n{J}\\n{O}|Thanks,\\n{F}|Cheers {F}|Regards, {B}|-- \\n{B}\\n{J}, {O}\\n{S} {#}, {C}|{B}\\n{S} {#}\\n{C}
{B} | {J} | {O}|New employee: {B}, starts on {D}|Employee name: {B}\\nDepartment: Sales|Requested by {N} on {D}|Requester: {N}|Name: {B}|Contact: {B}, phone {#}|Caller: {B}\\nIssue: {P} does not start|I am {B}, the {J} of {O}.|it's {F} here, the vpn is down again|we need a badge for {N}, who starts on {D}|please reset the password of {N}|could {N} get {P} installed?|{N} cannot print from {P}
The manager of {N} approved it.|Approved by {N}|My manager {N} has approved this.|My colleague {N} has the same problem with {P}.|Her successor is {N}.|{F} left the company, please close the account.|Was {N} informed?|Ask {N} about it.|Tell {N} that I said hello.|I'd rather talk to {N}.|who is {N}?|The card is in the name of {B}.|The account is under the name {B}.|my wife {F} is on the contract as well|She was born in {C}, her maiden name is {L}.
{B} lives at {#} {S}, {C}.|{L} joined {O} in {D}.|{B}, the {J}, said: "We are glad."|"I do not know," says {L}.|{F} asked {F} whether the {P} works.|{F}: Are you there?\\n{F}: Yes.|The book was written by {B}.|A song by {B} played in {C}.|Directed by {B}|starring {B} and {B}|{B} was elected in {D}.|according to {L}, the plan failed|the {L} case|the {L} family moved to {C}|{L} and {L} are the founders of {O}.|Have you seen {B} in concert?|{T} {L} flew to {C} on {D}.
{B} spent a year at {O} and then moved to {C}.|Attendees: {B}, {B}, {B} and {B}|1. {B}\\n2. {B}\\n3. {B}|- {B}\\n- {B}|{L}, {F}|Assigned to: {L}, {F}|Signed {F} {L}|Agent: {F}\\nCustomer: {B}|What is your name? {B}|My name is {F} but call me {F}.|They named him {F}.|his kid {F} and his brother {F}|Thank you so much {F}!|Sorry {F}, that was my mistake.|no idea, {F} knows|{F}, can you look at this?|@{F} please check|cc {F}
{F} is a very kind person.|I love what {F} has done with {P}.|The {B} method is described in the manual.|{F}'s daughter goes to school in {C}.|The novel of {L} is about {C}.|{L}'s second album|Yesterday {F} met {T} {L} at {O}.|Interview with {B}, {J} at {O}|Photo: {B}|Text by {B}|Professor {L} teaches in {C}.|President {L} visited {C} on {D}.|Senator {B} voted no.|tennis player {B} lost in {C}|{B} (born {D} {#}) is a writer.|{B} was convicted in {C}.|the police arrested {B}|My doctor is {T} {L}.
Change my name to {B} please.|I want to add {B} as a second user.|send it to {B}, {S} {#}, {C}|Ship to: {B}\\n{O}\\n{S} {#}\\n{C}|Bill to {B}|the appointment with {T} {L} is on {D}|{F} from {O} called about {P}|{F} at the reception|{B} – {J}|Let {F} know.|I think {F} did it.|{B}, {J}, {O}
{L} is from {O}.|{F} is from {C}.|{L} began as a {J} in {C}.|{L} and {L} were good engineers.|{N} and {N} were there too.|{L} had given {F} his address: {#} {S}, {C}|{L} worked at {O} as the assistant to {B}.|{N} studied law in {C}.|{N} moved to {C} in {#}.|It may be that {N} was right about {P}.|(though {L}'s idea was about {P})|(also with {B}.|the {B} version for {O} sold a million copies|the {L} report|{N} wrote it when {N} was away.|said {F} to {F}|{F} shouted at {F}: "Where were you?"
{L} wins in {C}|{N} listed the ten best {P} add-ons.|For my view on {T} {L}, see the {P} page.|Unlike {L}, I like {P}.|Our producer {B} explained it to {O}.|songwriter {B} uses it in the first verse|The {O} founder {B} retired.|{O} was founded by {L} and {L}.|{O} is the idea of our three founders: {L}, {L} and {L}.|The chief of {O}, {B}, resigned on {D}.|under {N}|maybe under {B}|it should be under {B}'s name|User: {B}|Bot: What is your name?\nUser: {B}|Q: Who called?\nA: {B}|follow up with {B} next week|meet {N} at {#}|lunch with {F} on {D}|call {F} about {P}|remind me to write to {F}
correct it to {T} {B}, please|please change it to {B}|was called {B}|her grandmother was called {B}, his grandfather {B}|{N} will speak at the conference in {C}.|have you heard {B} speak?|{N} was born in {#} and grew up in {C}.|{T} {L} is {#} years old.|A tribute to {B}, sadly late|you left me, {F}, with the {P} in the field|{N} never used {P} before.|Only {N} has the key to the server room.|{N} and I will be in {C} on {D}.|{N} or {N} can approve it.|Neither {F} nor {F} got the mail.|Between {F} and me: {P} is slow.|Is {F} in today?|Has {N} replied?|Did {F} call?|Where is {F}?|When does {N} come back?|{F}'s laptop|{L}'s desk phone|{B}'s badge|re: {B}|RE: access for {B}|FW: {B} leaves on {D}|{B} - new starter|Onboarding {B}|Offboarding: {B} ({#})|{#} {B} {#}|{B}\t{#}\t{C}|"{B}" <{#}@example.com>|{B} ({#}) <{#}@example.org>|{B} via {P}|Hi {F}, hi {F},|Hi {F} and {F},|Dear {B} and {B},|{F} -|{F}!|Thx, {F}|{F}\n{J}|Yours sincerely,\n\n\n{B}|sincerely\n{B}|> > {B}\n> > {O}\n> > {S} {#}|? {B}\n? {O}|{T} {B} {S} {#}\n{C}|{B}\n\n{C}\nUnited Kingdom""",
    "de": """Mein Name ist {N} und ich komme nicht in {P} hinein.|Hier ist {N} von {O}.|Hallo {F},\\n\\ndanke für die schnelle Antwort.|Sehr geehrter Herr {L},|Sehr geehrte Frau {L},\\n\\nIhre Bestellung ist da.|Liebe {F},|Lieber {F}, kannst du das prüfen?|Guten Tag Frau {L},|Guten Morgen Herr {L}
Bitte {N} in den Verteiler aufnehmen.|{N} ist bis {D} im Urlaub.|{N} hat mir gesagt, dass die Lizenz für {P} abgelaufen ist.|Bitte rufen Sie {N} zurück unter {#}.|Gestern habe ich mit {N} telefoniert, {F} meinte, es sei erledigt.|Der Laptop gehört {N}.|Das Postfach von {N} ist voll.|Das Konto von Frau {L} ist gesperrt.|Bitte {B} und {B} Zugriff auf den Ordner geben.|{F} und {F} sehen beide den Fehler in {P}.|Wie mit Herrn {L} besprochen, bitte schließen.
Von: {B}\\nGesendet: {D} {#}\\nAn: {B}\\nBetreff: {P} geht nicht|Am {D} schrieb {B}:|Mit freundlichen Grüßen\\n{B}|Viele Grüße\\n{B}\\n{J}\\n{O}|Gruß {F}|LG {F}|Danke und Gruß\\n{F}|Beste Grüße aus {C}\\n\\n{B}\\n{J}|i. A. {B}|{B}\\n{S} {#}\\n{C}|Neue Mitarbeiterin: {B}, Eintritt im {D}|Neuer Kollege ab {D}: {B}|Vorname: {F}\\nNachname: {L}|Ansprechpartner: {B}|Name: {B}, Abteilung: Vertrieb|Ich bin {B} aus der Buchhaltung.|Ich heiße {B} und arbeite bei {O}.
hier ist {F} aus dem lager, der drucker geht nicht|bitte passwort von {N} zurücksetzen|kann {N} bitte {P} bekommen?|{N} kann aus {P} nicht drucken|Die Vorgesetzte von {N} hat zugestimmt.|Genehmigt durch {N}|Mein Chef {N} hat das freigegeben.|Meine Kollegin {N} hat das gleiche Problem.|Ihr Nachfolger ist {N}.|{F} hat die Firma verlassen, bitte das Konto schließen.|Weiß {N} Bescheid?|Fragen Sie {N}.|Der Vertrag läuft auf {B}.|Die Karte lautet auf den Namen {B}.|meine frau {F} steht auch im vertrag
{B} wohnt in {C}, {S} {#}.|Laut {L} war der Plan falsch.|„Ich weiß es nicht“, sagt {L}.|Teilnehmer: {B}, {B}, {B}|{L}, {F}|Zuständig: {L}, {F}|Frau {L} und Herr {L} sind heute nicht im Haus.|Bitte an Frau {L} weiterleiten.|Danke {F}!|Entschuldigung {F}, mein Fehler.|{F}, kannst du mal schauen?|Rückruf von Herrn {L} erbeten|Termin mit Frau Dr. {L} am {D}|Das Gerät wurde von {B} abgeholt.|Für {F} brauchen wir einen Ausweis.|Der Roman von {B} spielt in {C}.|Annahme durch {L}|Gez. {B}|{B} ({J})|{B}, {J}, {O}
Die Rechnung geht an {B}, {S} {#}, {C}.|Lieferung an: {B}\\n{O}\\n{S} {#}\\n{C}|Bei {N} klappt es, bei mir nicht.|mit {N} abgesprochen|seit {N} weg ist, macht das keiner|{F} sagt, {P} sei langsam.|Unser Azubi {F} hat keinen Zugang.|Der Ordner heißt {L}_2024.|Herr {F} {L} hat den Hörer verloren.|Der Wagen von {L} steht in {C}.|{T} {L} hat am {D} angerufen|Hallo zusammen,\\n\\n{F} braucht {P}.\\n\\nDanke\\n{F}
{L} und {L} waren früher bei {O}.|{N} und ich sind am {D} in {C}.|{N} oder {N} kann das freigeben.|Weder {F} noch {F} hat die Mail bekommen.|{L} kommt aus {C}.|{L} hat {F} die Adresse gegeben.|Nur {N} hat den Schlüssel.|Ist {F} heute da?|Hat {N} geantwortet?|Wo ist {F}?|Wann kommt {N} zurück?|{F}s Laptop|AW: {B}|WG: Zugang für {B}|{B} - Eintritt {D}|Austritt: {B} ({#})|Hallo {F}, hallo {F},|Hallo {F} und {F},|Sehr geehrter Herr {L}, sehr geehrte Frau {L},|{F}\n{J}|Gezeichnet {B}|Hochachtungsvoll\n\n{B}|unter {N}|Stellvertretung: {B}|{B} vertritt {B} bis {D}.|die Kollegin {L} im Bauamt|der Abgeordnete {B} aus {C}|Bürgermeisterin {L} besuchte {O}.|Trainer {L} lobte die Mannschaft.|Der Sänger {B} wurde in {C} geboren.|{L} gewann in {C}.|Wie {L} mitteilte, ist {P} ausgefallen.|Familie {L} ist umgezogen.|Im Fall {L} fehlt ein Beleg.|Bewerbung {B}|Personalakte {L}, {F}|{L}, {F} ({#})""",
    "pl": """Nazywam się {B} i nie mogę zalogować się do {P}.|Z tej strony {B}, {O}.|Cześć {F},\\n\\ndzięki za szybką odpowiedź.|Szanowny Panie {L},|Szanowna Pani {L},|Witam Panie {F},|Dzień dobry Pani {F},|Drogi {F}, czy możesz sprawdzić?
Proszę dodać {Na} do listy.|{B} jest na urlopie do {D}.|{B} powiedział mi, że licencja na {P} wygasła.|Proszę oddzwonić do {Ng}, numer {#}.|Wczoraj rozmawiałem z {Ni} i podobno już działa.|Laptop należy do {Ng}.|Skrzynka {Ng} jest pełna.|Konto {Ng} jest zablokowane.|Proszę nadać {Nd} dostęp do folderu {P}.|Zgodnie z ustaleniami z panem {Ni}, proszę zamknąć.|Przekazałem to {Nd}.|Od: {B}\\nWysłano: {D} {#}\\nDo: {B}\\nTemat: {P} nie działa|W dniu {#} {B} napisał:|Pozdrawiam\\n{B}|Z poważaniem\\n{B}\\n{J}\\n{O}
Pozdrawiam, {F}|Dziękuję\\n{B}|Z wyrazami szacunku,\\n\\n{B}|Nowy pracownik: {B}, od {D}|Imię i nazwisko: {B}|Imię: {F}\\nNazwisko: {L}|Osoba kontaktowa: {B}, tel. {#}|Zgłaszający: {B}|Jestem {B} z księgowości.|tu {F} z magazynu, drukarka nie dziala|prosze zresetowac haslo {Ng}|czy {B} moze dostac {P}?|{B} nie może drukować z {P}|Przełożony {Ng} wyraził zgodę.|Zatwierdził {B}|Mój szef {B} to zatwierdził.|Moja koleżanka {B} ma ten sam problem.|Jej następcą jest {B}.|{F} odszedł z firmy, proszę zamknąć konto.|Czy {B} o tym wie?
Proszę zapytać {Na}.|Umowa jest na {Na}.|Karta jest wystawiona na nazwisko {L}.|moja żona {F} też jest na umowie|{B} mieszka w {C}, {S} {#}.|Według {Ng} plan był zły.|„Nie wiem”, mówi {L}.|Uczestnicy: {B}, {B}, {B}|{L} {F}|Pani {L} i pan {L} są dziś nieobecni.|Proszę przekazać pani {L}.|Dzięki {F}!|Przepraszam {F}, mój błąd.|{F}, zerkniesz?|Spotkanie z {Ni} w {D}|Sprzęt odebrał {B}.|Potrzebujemy identyfikatora dla {Ng}.|Powieść {Ng} dzieje się w {C}.|Faktura dla {Ng}, {S} {#}, {C}|Wysyłka: {B}\\n{O}\\n{S} {#}\\n{C}|U {Ng} działa, a u mnie nie.
uzgodnione z {Ni}|{B} ({J})|{B}, {J}, {O}|{B} | {J} | {O}|odkąd nie ma {Ng}, nikt tego nie robi|{F} mówi, że {P} działa wolno.|Podpisano {B}|Zgłoszenie od {Ng}|Dzwonił {B} z {O} w sprawie {P}.|Dzwoniła {B}, prosi o kontakt.|Proszę o kontakt z {Ni}.|Pismo do {Ng} wróciło.|Pani {B} zgubiła kartę.|Pan {B} prosi o nowy monitor.|Wszyscy,\\n\\n{F} potrzebuje {P}.\\n\\nPozdrawiam\\n{F}|adresat: {B}|tel. do {Ng}: {#}|wg {Ng}
{L} i {L} pracowali wcześniej w {O}.|{B} i ja będziemy {D} w {C}.|{B} albo {B} może to zatwierdzić.|Ani {F}, ani {F} nie dostali maila.|{L} pochodzi z {C}.|Tylko {B} ma klucz.|Czy {F} dziś jest?|Czy {B} odpowiedział?|Gdzie jest {F}?|Kiedy wraca {B}?|ODP: {B}|PD: dostęp dla {Ng}|{B} - start {D}|Hej {F} i {F},|Szanowna Pani {B},|Szanowny Panie {B},|{F}\n{J}|Łączę wyrazy szacunku\n{B}|zastępstwo: {B}|{B} zastępuje {Na} do {D}.|poseł {B} z {C}|Burmistrz {L} odwiedził {O}.|Trener {L} pochwalił zespół.|Piosenkarka {B} urodziła się w {C}.|Jak podał {L}, {P} nie działa.|Rodzina {Ng} się przeprowadziła.|Sprawa {Ng} wymaga dokumentu.|Teczka: {L} {F}|podanie {Ng}|od {Ng} do {Ng}|dla {Ng}|bez {Ng} nie ruszymy|z {Ni} przy biurku|Panu {Nd} dziękuję|pytałem {Na} wczoraj"""}
PLAIN = {
    "en": """The {P} client in {C} does not start.|{P} crashes on {D}.|Dear Team,\\n\\nthe {P} licence has expired.|Hello Support,|Hi all,|Good Morning,\\n\\nThe Server is down.|Kind regards\\n{O}|Best regards,\\nThe {O} Team|We moved from {C} to {C} in {D}.|{O} bought new {P} licences.|Meeting Room {C} is booked.|Printer {C}-{#} is out of paper.
From: {O}\\nSubject: {P} Update|Please Install {P} On My Machine|NEED HELP WITH {P} ASAP|Order {#} to {S} {#}, {C}|Thanks in advance|Thank You|Sent from my iPhone|My Account Is Locked|Error: File Not Found|The Sales Department needs {P} and {P}.|Invoice {#} from {O}|I bought it at {O} in {C}.|Windows Update failed with Error {#}.|Bank of {C}|University of {C}|I watched a film about {C} on {D}.|{P} Pro {#} works, {P} Home does not.|IT Support, {C}|Kind regards|Subject: Re: {P} License|What about {D}?|Is {C} open on {D}?|Action, Comedy, Drama, Family|The {C} Office|New York, Los Angeles and San Francisco are on {P} {#}.|In {D} the Project Atlas goes live.|{O} {O} {P} {P}|Department: Human Resources\\nLocation: {C}|Microsoft Office 365|Google Maps shows {S}|Apple Watch|I speak English, German and Polish.|American Express|Merry Christmas and a Happy New Year!|Human Resources|Monthly Report {D}|User Agent: Mozilla/{#}|{O} is in {C}.|The address of {O} is {#} {S}, {C}.|I work for {O}.|{O} and {O} merged in {D}.|I moved to {#} {S}, Apt. {#}, {C}.|Valentine Holdings invested in {C} in {#}.|{O} stock fell on {D}.|How do I get to {S}?|The {C} Times wrote about {O}.|My address is {#} {S} {C}|Ship it to {S} {#}, {C}|Steps to reproduce:|Actual Results:|Expected Results:""",
    "de": """Der Drucker in {C} geht nicht.|{P} stürzt seit {D} ab.|Sehr geehrte Damen und Herren,\\n\\ndie Rechnung fehlt.|Hallo Team,|Hallo zusammen,|Guten Tag,\\n\\nDer Server ist aus.|Mit freundlichen Grüßen\\n{O}|Viele Grüße\\nIhre IT|Liebe Kolleginnen und Kollegen,|Wir sind von {C} nach {C} umgezogen.|{O} hat neue Lizenzen für {P} gekauft.|Der Besprechungsraum {C} ist belegt.|Von: {O}\\nBetreff: {P} Update|Rechnung {#} von {O}|Lieferung nach {C}, {S} {#}|Die Abteilung Vertrieb braucht {P}.|Bitte das Passwort zurücksetzen.|Mein Rechner startet nicht mehr.|Die Tür im Lager klemmt.|Im {D} kommt die neue Heizung.
Vielen Dank im Voraus|Danke für die Hilfe|Der Kunde aus {C} wartet auf die Gutschrift.|Die Stadt {C} hat einen Antrag gestellt.|Der Antrag auf Urlaub liegt in der Personalabteilung.|Neue Maus und Tastatur für das Büro in {C}|Die Bestellung vom {D} ist nicht da.|Gehalt, Steuer und Abrechnung|Das Angebot von {O} ist abgelaufen.|Deutsche Bahn|Bundesamt für Statistik|Telefonanlage, Zentrale, Durchwahl|Die Leitung nach {C} ist gestört.|Frohe Weihnachten|Der Monat {D}|Herr der Lage|Kunde: {O}\\nOrt: {C}|An: Vertrieb\\nVon: Einkauf|Schönes Wochenende|Schnelle Hilfe nötig|Mit Bitte um Rückruf|{O} sitzt in {C}.|Die Adresse von {O} ist {S} {#}, {C}.|Wir arbeiten mit {O} zusammen.|Lieferung von {O} fehlt|Baustelle {S} {#}""",
    "pl": """Drukarka w {C} nie działa.|{P} zawiesza się od {D}.|Szanowni Państwo,\\n\\nbrakuje faktury.|Dzień dobry,\\n\\nSerwer nie działa.|Cześć wszystkim,|Pozdrawiam\\n{O}|Z poważaniem\\nDział IT|Przeprowadziliśmy się z {C} do {C}.|{O} kupiło nowe licencje {P}.|Sala {C} jest zajęta.|Od: {O}\\nTemat: Aktualizacja {P}|Faktura {#} od {O}|Wysyłka do {C}, {S} {#}|Dział Sprzedaży potrzebuje {P}.|Proszę zresetować hasło.|Mój komputer się nie uruchamia.|Drzwi w magazynie się zacinają.|W {D} przyjdzie nowy sprzęt.|Dziękuję z góry|Dziękuję za pomoc|Klient z {C} czeka na korektę.
Urząd Miasta {C}|Zakład Ubezpieczeń Społecznych|Poczta Polska|Nowa mysz i klawiatura do biura w {C}|Zamówienie z {D} nie dotarło.|Oferta {O} wygasła.|Centrala telefoniczna|Wesołych Świąt|Klient: {O}\\nMiasto: {C}|Do: Sprzedaż\\nOd: Zakupy|Miłego dnia|Pilne|Proszę o kontakt|Bank Polski|Najwyższa Izba Kontroli|Z góry dziękuję za pomoc|{O} ma siedzibę w {C}.|Adres {O} to {S} {#}, {C}.|Współpracujemy z {O}.|Brak dostawy od {O}|Remont {S} {#}"""}


def polish(name, case):
    """One word of a name in a case, as far as endings can be told without a dictionary."""
    n = name
    if n.endswith(("ski", "cki", "dzki")):
        return n + {"g": "ego", "d": "emu", "a": "ego", "i": "m"}[case]
    if n.endswith(("ska", "cka", "dzka")):
        return n[:-1] + {"g": "iej", "d": "iej", "a": "ą", "i": "ą"}[case]
    if n.endswith("ia"):
        return n[:-1] + {"g": "i", "d": "i", "a": "ę", "i": "ą"}[case]
    if n.endswith("a"):
        stem = n[:-1]
        gen = stem + ("i" if stem[-1:] in "kgl" else "y")
        soft = {"k": "ce", "g": "dze", "r": "rze", "t": "cie", "d": "dzie", "ł": "le", "l": "li"}
        dat = stem[:-1] + soft[stem[-1]] if stem[-1:] in soft else stem + "ie"
        return {"g": gen, "d": dat, "a": stem + "ę", "i": stem + "ą"}[case]
    if n.endswith("ek"):
        stem = n[:-2] + "k"
        return {"g": stem + "a", "d": stem + "owi", "a": stem + "a", "i": stem + "iem"}[case]
    if n.endswith("eł"):
        n = n[:-2] + "ł"
    if n[-1:] in "oeiuy" or not n:
        return n
    return n + {"g": "a", "d": "owi", "a": "a", "i": "iem" if n[-1] in "kg" else "em"}[case]


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.people = {"common": read_people(COMMON), "europe": read_people(EUROPE), "world": read_people(WORLD)}
        self.people["roman"] = {"roman": (ROMAN["first"], ROMAN["last"])}

    def person(self, language):
        """A first name and a surname; half of them of the language's own country."""
        pick = self.random.random()
        own = {"en": "en_US en_GB", "de": "de_DE de_AT de_CH", "pl": "pl_PL"}[language].split()
        if pick < 0.40:
            locale = self.random.choice(own)
            first, last = self.people["common"][locale]
        else:
            group = "europe" if pick < 0.70 else "world" if pick < 0.85 else "roman"
            first, last = self.people[group][self.random.choice(sorted(self.people[group]))]
            if self.random.random() < 0.3:  # half of another country
                other = self.people["europe"][self.random.choice(sorted(self.people["europe"]))]
                last = other[1]
        return self.random.choice(first), self.random.choice(last)

    def both(self, language):
        first, last = self.person(language)
        form = self.random.random()
        if form < 0.72:
            return f"{first} {last}"
        if form < 0.79:
            return f"{first} {self.random.choice('ABCDEFGHJKLMNPRSTW')}{self.random.choice(['.', '.', ''])} {last}"
        if form < 0.84:
            return f"{self.random.choice('ABCDEFGHJKLMNPRSTW')}. {last}"
        if form < 0.89:
            return f"{first} {last}-{self.person(language)[1]}".replace(" - ", "-")
        if form < 0.92:
            return f"{first}-{self.person(language)[0]} {last}"
        if form < 0.95:
            return f"{first} {self.random.choice(['von', 'van', 'van der', 'de', 'zu', 'von der', 'de la', 'ten', 'bin', 'al'])} {last}"
        if form < 0.97:
            return f"{first} {last.upper()}"
        return f"{first} {self.person(language)[0]} {last}"

    def name(self, language):
        form = self.random.random()
        if form < 0.55:
            return self.both(language)
        first, last = self.person(language)
        return first if form < 0.82 else last

    def firm(self, language):
        """Firms are named for people as well; such a name is none of a person."""
        form = self.random.random()
        last = [self.person(language)[1] for _ in range(3)]
        if form < 0.45:
            return f"{self.random.choice(FIRMS)} {self.random.choice(FORMS)}"
        if form < 0.70:
            return self.random.choice(FIRMS)
        if form < 0.85:
            return f"{last[0]} {self.random.choice(FORMS)}"
        if form < 0.90:
            return f"{last[0]}-{last[1]}"
        return f"{last[0]}, {last[1]} and {last[2]}" if form < 0.95 else f"{last[0]} & {last[1]}"

    def street(self, language):
        if self.random.random() < 0.6:
            return self.random.choice(STREETS)
        first, last = self.person(language)
        return self.random.choice([f"{last} {self.random.choice(STREET_ENDS)}", f"{last}straße",
                                   f"{first}-{last}-Straße", f"ul. {polish(last, 'g')}", f"{last} {self.random.randrange(300)}"])

    def slot(self, key, language):
        """The text for a slot, and whether it is a name."""
        choose = self.random.choice
        if key == "N":
            return self.name(language), True
        if key == "B":
            return self.both(language), True
        if key == "F":
            return self.person(language)[0], True
        if key == "L":
            last = self.person(language)[1]
            return (f"{last}-{self.person(language)[1]}" if self.random.random() < 0.05 else last), True
        if key.startswith("N"):
            provider = self.people["common"]["pl_PL"]
            words = [choose(provider[0]), choose(provider[1])]
            words = words if self.random.random() < 0.6 else words[self.random.randrange(2):][:1]
            return " ".join(polish(word, key[1]) for word in words), True
        return {"T": lambda: choose(TITLES[language]), "C": lambda: choose(PLACES), "P": lambda: choose(THINGS), "D": lambda: choose(DAYS),
                "O": lambda: self.firm(language), "J": lambda: choose(JOBS),
                "S": lambda: self.street(language), "#": lambda: str(self.random.randrange(1, 10 ** self.random.randint(1, 7)))}[key](), False

    def fill(self, template, language, slots=None):
        text, spans, at = "", [], 0
        for found in re.finditer(r"\{(\w+|#)\}", template):
            text += template[at:found.start()]
            at = found.end()
            key = (slots or {}).get(found[1], found[1])
            word, is_name = self.slot(key, language)
            if is_name:
                spans.append([len(text), len(text) + len(word)])
            text += word
        text += template[at:]
        way = self.random.random()
        if way < 0.12:  # lower() keeps the length for Latin letters, but for İ
            low = text.lower()
            text = low if len(low) == len(text) else text
        elif way < 0.14 and len(text) < 60 and len(text.upper()) == len(text):
            text = text.upper()
        elif way < 0.22 and language != "en":
            plain = "".join(unicodedata.normalize("NFKD", c)[0] for c in text).replace("ł", "l").replace("Ł", "L")
            text = plain if len(plain) == len(text) else text
        return text, spans


def decoded(field):
    return re.sub(r"\\([\\nt])", lambda m: {"n": "\n", "t": "\t"}.get(m[1], "\\"), field)


def ordinary(path, column, most, chooser):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as lines:
        head = next(lines).rstrip("\n").split("\t")
        texts = [decoded(line.rstrip("\n").split("\t")[head.index(column)]) for line in lines]
    chooser.shuffle(texts)
    kept = []
    for text in texts:  # as a whole, so that its half is that of the bench
        words = re.findall(r"[^\W\d_]+", text)
        if not words or half_of(text) != 0 or any(folded(word) in LISTED for word in words):
            continue
        kept.append(text[:1500])
        if len(kept) == most:
            break
    return kept


def half_of(text):
    state = 14695981039346656037
    for byte in text.encode():
        state = ((state ^ byte) * 1099511628211) & MASK
    return (state >> 32) % 2


def labelled(path, writer, each):
    """Sentences of the development half with other names in the marked places."""
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        if half_of(row["text"]) != 0:
            continue
        marked = sorted(span[:2] for span in row["spans"] if span[2] == "PERSON")
        for _ in range(each if marked else 1):
            text, spans, at = "", [], 0
            for begin, end in marked:
                text += row["text"][at:begin]
                was = row["text"][begin:end]
                name = writer.both("en") if " " in was else writer.person("en")[writer.random.randrange(2)]
                name = name.lower() if was.islower() else name
                spans.append([len(text), len(text) + len(name)])
                text += name
                at = end
            yield {"text": text + row["text"][at:], "spans": spans, "group": f"marked {row['template_id']}", "source": "marked"}


def demo_letters(writer, each):
    for language in ("en", "de", "pl"):
        for line in (ROOT / f"demo/texts/{language}.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            for part in ("subject", "body", "first_reply", "customer_followup", "resolution", "note"):
                if not row.get(part):
                    continue
                for _ in range(each if "{" in row[part] else 1):
                    # Other slots than names stay what they are: a firm, a word.
                    text, spans = writer.fill(re.sub(r"\{(?!first|name|agent|org)\w+\}", "4711", row[part]), language,
                                              {"first": "F", "name": "B", "agent": "B", "org": "O"})
                    yield {"text": text, "spans": spans, "group": row["id"], "source": "letters"}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("out")
    options.add_argument("--ordinary", action="append", default=[])
    options.add_argument("--labelled")
    options.add_argument("--each", type=int, default=60)
    options.add_argument("--seed", type=int, default=20241126)
    wanted = options.parse_args()
    writer = Writer(wanted.seed)
    rows = []
    for kind, lists, each in (("sentences", SENTENCES, wanted.each), ("plain", PLAIN, wanted.each // 2)):
        for language, listed in lists.items():
            templates = [t.replace("\\n", "\n") for t in re.split(r"[|\n]", listed.replace(" | ", " ¦ ")) if t]
            for template in templates:
                for _ in range(each):
                    text, spans = writer.fill(template.replace(" ¦ ", " | "), language)
                    rows.append({"text": text, "spans": spans, "group": template, "source": kind})
    # Several sentences in one message, so that a name stands in the middle of other lines.
    for _ in range(len(rows) // 6):
        text, spans = "", []
        for one in writer.random.sample(rows, writer.random.randint(2, 4)):
            joint = writer.random.choice(["\n\n", "\n", " ", ". "]) if text else ""
            spans += [[b + len(text) + len(joint), e + len(text) + len(joint)] for b, e in one["spans"]]
            text += joint + one["text"]
        rows.append({"text": text, "spans": spans, "group": "joint " + str(len(rows)), "source": "joint"})
    rows += list(demo_letters(writer, 8))
    for path in sorted((ROOT / "web/src/locales").glob("*.json")):
        for text in flat_texts(json.loads(path.read_text(encoding="utf-8"))):
            rows.append({"text": re.sub(r"\{\{\w+\}\}", "17", text), "spans": [], "group": text, "source": "pages"})
    for one in wanted.ordinary:
        path, column = one.rsplit(":", 1)
        rows += [{"text": t, "spans": [], "group": t, "source": "ordinary"} for t in ordinary(path, column, 4000, writer.random)]
    if wanted.labelled:
        rows += list(labelled(wanted.labelled, writer, 6))
    with open(wanted.out, "w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(len(rows), "sentences,", sum(len(r["spans"]) for r in rows), "names")


def flat_texts(node):
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for one in node.values():
            yield from flat_texts(one)


main()
