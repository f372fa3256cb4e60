// SPDX-License-Identifier: Apache-2.0
#include "app/demo/names.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace lotse::app {

std::vector<DemoClient> const& demo_clients() {
    static std::vector<DemoClient> const clients{
        {"Weserwerft Logistik", "weserwerft.example", "de"},
        {"Brightwater Clinics", "brightwater.example", "en"},
        {"Zakłady Metalowe Sosna", "sosna.example", "pl"},
        {"Hafenblick Immobilien", "hafenblick.example", "de"},
        {"Larkspur Foods", "larkspur.example", "en"},
        {"Przychodnia Wiśniowa", "wisniowa.example", "pl"},
        {"Gesamtschule Moorwiese", "moorwiese.example", "de"},
        {"Ferndale Housing Trust", "ferndale.example", "en"},
        {"Transport Bursztyn", "bursztyn.example", "pl"},
        {"Kanzlei Ahrens & Voss", "ahrensvoss.example", "de"},
        {"Copperfield Engineering", "copperfield.example", "en"},
        {"Piekarnia Złoty Kłos", "zlotyklos.example", "pl"},
        {"Stadtwerke Lindenau", "lindenau.example", "de"},
        {"Oakhurst Primary School", "oakhurst.example", "en"},
        {"Biuro Rachunkowe Saldo", "saldo.example", "pl"},
        {"Möbelhaus Talmann", "talmann.example", "de"},
        {"Silverline Couriers", "silverline.example", "en"},
        {"Ogrody Jantar", "jantar.example", "pl"},
        {"Praxisverbund Elbmarsch", "elbmarsch.example", "de"},
        {"Tidewell Aquatics", "tidewell.example", "en"},
        {"Drukarnia Kolor", "kolor.example", "pl"},
        {"Bäckerei Knuspermann", "knuspermann.example", "de"},
        {"Mossgrove Vets", "mossgrove.example", "en"},
        {"Hurtownia Delta", "delta.example", "pl"},
        {"Windkraft Nordsee", "windkraft.example", "de"},
        {"Halden Software", "halden.example", "en"},
        {"Szkoła Językowa Most", "most.example", "pl"},
        {"Autohaus Reimers", "reimers.example", "de"},
        {"Pinecrest Hotels", "pinecrest.example", "en"},
        {"Fabryka Okien Witraż", "witraz.example", "pl"},
        {"Spedition Kattegat", "kattegat.example", "de"},
        {"Redfern Law", "redfern.example", "en"},
        {"Apteki Zdrowie Plus", "zdrowieplus.example", "pl"},
        {"Klinik am Deich", "klinikamdeich.example", "de"},
        {"Bluebell Nurseries", "bluebell.example", "en"},
        {"Studio Architektury Pion", "pion.example", "pl"},
        {"Landhandel Osterholz", "osterholz.example", "de"},
        {"Marlow Instruments", "marlow.example", "en"},
        {"Spółdzielnia Przylesie", "przylesie.example", "pl"},
        {"Verlag Sandbank", "sandbank.example", "de"},
    };
    return clients;
}

std::string random_name(Random& random, std::string_view language) {
    static std::vector<std::string> const english_first{"Emma", "Jack", "Olivia", "Harry", "Amelia", "George", "Isla",
                                                        "Noah", "Ruby", "Arthur", "Freya", "Samuel", "Imogen", "Owen"};
    static std::vector<std::string> const english_last{"Barlow",  "Whitfield", "Okafor",  "Prescott",
                                                       "Sandhu",  "Merton",    "Ashdown", "Kingsley",
                                                       "Delaney", "Hobbs",     "Fenwick", "Larkin"};
    static std::vector<std::string> const german_first{"Sabine", "Jürgen",  "Claudia",  "Matthias", "Birgit",
                                                       "Sönke",  "Heike",   "Thorsten", "Ayşe",     "Björn",
                                                       "Ulrike", "Carsten", "Meike"};
    static std::vector<std::string> const german_last{"Böhmer",  "Harms",     "Lüdemann", "Schütte",
                                                      "Wessels", "Oltmanns",  "Krüger",   "Brinkmann",
                                                      "Yilmaz",  "Detlefsen", "Fröhlich", "Janssen"};
    static std::vector<std::string> const polish_first{"Agnieszka", "Piotr",    "Małgorzata", "Krzysztof",
                                                       "Ewa",       "Łukasz",   "Joanna",     "Paweł",
                                                       "Zofia",     "Grzegorz", "Iwona",      "Michał"};
    static std::vector<std::string> const polish_last{"Wrona",  "Sikora",   "Pająk", "Górka",    "Żak",  "Bielak",
                                                      "Kubiak", "Szczęsny", "Mróz",  "Łapiński", "Ćwik", "Zając"};
    auto const compose = [&](auto const& first, auto const& last) {
        return random.pick(first) + " " + random.pick(last);
    };
    if (language == "de") return compose(german_first, german_last);
    if (language == "pl") return compose(polish_first, polish_last);
    return compose(english_first, english_last);
}

std::string without_diacritics(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kPairs{{
        {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}, {"ş", "s"},
        {"ą", "a"},  {"ć", "c"},  {"ę", "e"},  {"ł", "l"},  {"ń", "n"},  {"ó", "o"},  {"ś", "s"},  {"ź", "z"},
        {"ż", "z"},  {"Ł", "L"},  {"Ż", "Z"},  {"Ć", "C"},  {"Ś", "S"},  {"Ź", "Z"},
    }};
    std::string out(name);
    for (auto const& [from, to] : kPairs) out = replace_all(std::move(out), from, to);
    return out;
}

}  // namespace lotse::app
