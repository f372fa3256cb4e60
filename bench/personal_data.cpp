// SPDX-License-Identifier: Apache-2.0
// How much of the personal data in texts is found, and how much of what is found is some?
//   generated  valid numbers of each kind in sentences of three languages, in the ways people write them; near misses: the
//              same with one digit changed; and random digits, to count what passes by chance
//   labelled   a file of sentences with spans (JSON lines with text and spans, of which some kinds are ours). Half of its
//              rows, chosen by a hash of the text, is for development; only the other half is reported
//   ordinary   a table of texts in which numbers of these kinds should be rare: flags per 1,000 texts
// A span counts as found if one of its kind shares at least half of the union with it.
//
// bench_personal_data [--labelled FILE.jsonl [--half dev]] [--ordinary TABLE --text COLUMN]
#include <algorithm>
#include <fstream>
#include <functional>
#include <map>

#include "app/demo/random.h"
#include "app/table_reader.h"
#include "base/json.h"
#include "base/rate_interval.h"
#include "base/text.h"
#include "bench/measure.h"
#include "triage/check_digits.h"
#include "triage/hash.h"
#include "triage/personal_data.h"

namespace lotse::bench {
namespace {

using app::Random;
using triage::PersonalKind;
using triage::PersonalSpan;

constexpr int kGenerated = 2000;  // of each kind

struct Wanted {
    std::string labelled;
    bool is_development_half = false;
    std::string ordinary;
    std::string column;
};

struct Counts {
    std::size_t gold = 0;
    std::size_t found = 0;  // gold spans that were found
    std::size_t said = 0;
    std::size_t right = 0;  // said spans that are gold
};

bool agrees(PersonalSpan const& a, PersonalSpan const& b) {
    if (a.kind != b.kind) return false;
    auto const shared =
        std::min(a.end, b.end) > std::max(a.begin, b.begin) ? std::min(a.end, b.end) - std::max(a.begin, b.begin) : 0;
    return 2 * shared >= std::max(a.end, b.end) - std::min(a.begin, b.begin);
}

void compare(std::vector<PersonalSpan> const& gold, std::vector<PersonalSpan> const& said,
             std::map<PersonalKind, Counts>& out) {
    for (auto const& one : gold) {
        ++out[one.kind].gold;
        if (std::ranges::any_of(said, [&](auto const& other) { return agrees(one, other); })) ++out[one.kind].found;
    }
    for (auto const& one : said) {
        ++out[one.kind].said;
        if (std::ranges::any_of(gold, [&](auto const& other) { return agrees(one, other); })) ++out[one.kind].right;
    }
}

std::string share(std::size_t hits, std::size_t of) {
    if (of == 0) return "-";
    auto const interval = wilson(hits, of);
    return fmt::format("{:.4f} [{:.4f}, {:.4f}] n={}", static_cast<double>(hits) / static_cast<double>(of),
                       interval.low, interval.high, of);
}

void print(std::map<PersonalKind, Counts> const& counts) {
    for (auto const& [kind, one] : counts)
        fmt::print("  {:<11} recall {:<36} precision {}\n", domain::name_of(kind), share(one.found, one.gold),
                   share(one.right, one.said));
}

std::string digits(Random& random, std::size_t count) {
    std::string out;
    while (out.size() < count) out += static_cast<char>('0' + random.below(10));
    return out;
}

// Random numbers of a shape until one passes.
std::string valid(Random& random, std::string const& prefix, std::size_t length,
                  std::function<bool(std::string_view)> const& passes) {
    for (;;) {
        auto const one = prefix + digits(random, length - prefix.size());
        if (passes(one)) return one;
    }
}

std::string grouped(std::string const& number, std::vector<std::size_t> const& sizes, std::string_view sign) {
    std::string out;
    std::size_t at = 0;
    for (auto const size : sizes) {
        if (at >= number.size()) break;
        out += (at == 0 ? "" : std::string(sign)) + number.substr(at, size);
        at += size;
    }
    return out;
}

std::string fours(std::string const& number, std::string_view sign) {
    return grouped(number, std::vector<std::size_t>(10, 4), sign);
}

std::string made_iban(Random& random) {
    static std::vector<std::string> const kCountries{"DE", "PL", "GB", "FR", "NL", "AT", "CH", "ES", "IT", "NO"};
    auto const country = random.pick(kCountries);
    auto const length = triage::iban_length(country);
    for (;;) {
        auto body = digits(random, length - 4);
        if (country == "GB" || country == "NL")
            for (std::size_t i = 0; i < 4; ++i) body[i] = static_cast<char>('A' + random.below(26));
        if (country == "IT") body[0] = 'X';
        for (int check = 2; check <= 98; ++check)
            if (auto iban = fmt::format("{}{:02}{}", country, check, body); triage::is_iban(iban)) return iban;
    }
}

struct Made {
    PersonalKind kind;
    std::string label;  // that people write before it
    std::function<std::string(Random&)> number;
    std::function<std::string(Random&, std::string const&)> written;
    bool needs_label = false;  // our rules ask for a word beside it
};

std::vector<Made> makers() {
    using enum PersonalKind;
    auto const plain_or = [](std::vector<std::size_t> sizes, std::vector<std::string> signs) {
        return [sizes = std::move(sizes), signs = std::move(signs)](Random& random, std::string const& number) {
            return random.chance(0.5) ? number : grouped(number, sizes, random.pick(signs));
        };
    };
    static std::vector<std::string> const kSpaces{" ", "\xC2\xA0", "-"};
    return {
        {iban, "IBAN", made_iban,
         [](Random& random, std::string const& n) {
             auto out = random.chance(0.5) ? n : fours(n, random.pick(kSpaces));
             return random.chance(0.1) ? to_lower_ascii(out) : out;
         }},
        {card, "card",
         [](Random& random) {
             static std::vector<std::pair<std::string, std::size_t>> const kIssuers{
                 {"4", 16}, {"51", 16}, {"55", 16}, {"2221", 16}, {"37", 15}, {"6011", 16}, {"3528", 16}, {"36", 14}};
             auto const& [prefix, length] = kIssuers[random.below(kIssuers.size())];
             return valid(random, prefix, length, triage::is_card);
         },
         [](Random& random, std::string const& n) {
             if (random.chance(0.4)) return n;
             auto const sign = random.pick(kSpaces);
             return n.size() == 15   ? grouped(n, {4, 6, 5}, sign)
                    : n.size() == 14 ? grouped(n, {4, 6, 4}, sign)
                                     : fours(n, sign);
         }},
        {pesel, "PESEL", [](Random& random) { return valid(random, "", 11, triage::is_pesel); },
         [](Random&, std::string const& n) { return n; }},
        {nip, "NIP", [](Random& random) { return valid(random, "", 10, triage::is_nip); },
         plain_or({3, 3, 2, 2}, {"-", " "}), true},
        {regon, "REGON",
         [](Random& random) { return valid(random, "", random.chance(0.7) ? 9 : 14, triage::is_regon); },
         [](Random&, std::string const& n) { return n; }, true},
        {steuer_id, "Steuer-ID", [](Random& random) { return valid(random, "", 11, triage::is_steuer_id); },
         plain_or({2, 3, 3, 3}, {" "})},
    };
}

std::string sentence(Random& random, std::string const& label, std::string const& number, std::size_t& begin) {
    static std::vector<std::pair<std::string, std::string>> const kFrames{
        {"Hello, please use ", " for this."},
        {"The refund goes to ", ", thank you."},
        {"Guten Tag, es geht um ", " und sonst nichts."},
        {"Bitte ändern: ", "."},
        {"Proszę sprawdzić ", ", bo coś się nie zgadza."},
        {"", ""},
        {"Dane:\n- ", "\n- ulica Długa 5\n"},
        {"Kunde 4711, Auftrag 20241126: ", "; Betrag 1.234,56 EUR"}};
    auto const& [before, after] = random.pick(kFrames);
    std::string out = before + (label.empty() ? "" : label + (random.chance(0.5) ? ": " : " "));
    begin = out.size();
    return out + number + after;
}

char other_digit(Random& random, char digit) {
    auto const step = 1 + static_cast<int>(random.below(9));
    return static_cast<char>('0' + (digit - '0' + step) % 10);
}

void measure_generated() {
    Random random(20241126);
    std::map<PersonalKind, Counts> counts;
    fmt::print("generated: {} of each kind, each with a near miss (one digit changed) and random digits\n", kGenerated);
    for (auto const& maker : makers()) {
        std::size_t near_misses = 0;
        std::size_t near_flags = 0;
        std::size_t chance_flags = 0;
        for (int i = 0; i < kGenerated; ++i) {
            auto const number = maker.number(random);
            auto const label = maker.needs_label || random.chance(0.5) ? maker.label : std::string();
            std::size_t begin = 0;
            auto const shown = maker.written(random, number);
            auto const text = sentence(random, label, shown, begin);
            compare({{maker.kind, begin, begin + shown.size(), {}, 1}}, triage::find_personal_data(text), counts);

            auto changed = number;
            auto at = random.below(changed.size());
            while (changed[at] < '0' || changed[at] > '9') at = random.below(changed.size());
            changed[at] = other_digit(random, changed[at]);
            auto const near = sentence(random, label, maker.written(random, changed), begin);
            ++near_misses;
            for (auto const& span : triage::find_personal_data(near)) {
                if (span.kind != maker.kind) continue;
                ++near_flags;
                ++counts[maker.kind].said;
            }
            auto const chance = sentence(random, "", digits(random, number.size()), begin);
            for (auto const& span : triage::find_personal_data(chance)) chance_flags += span.kind == maker.kind ? 1 : 0;
        }
        fmt::print("  {:<11} near misses flagged {}; random digits of its length flagged {}\n",
                   domain::name_of(maker.kind), share(near_flags, near_misses), share(chance_flags, kGenerated));
    }
    print(counts);
}

std::optional<PersonalKind> kind_of(std::string_view label) {
    using enum PersonalKind;
    static std::map<std::string_view, PersonalKind> const kKinds{{"IBAN_CODE", iban},      {"CREDIT_CARD", card},
                                                                 {"EMAIL_ADDRESS", email}, {"PHONE_NUMBER", phone},
                                                                 {"PERSON", name},         {"IP_ADDRESS", ip}};
    auto const found = kKinds.find(label);
    return found == kKinds.end() ? std::nullopt : std::optional(found->second);
}

// Byte of each code point, and the end.
std::vector<std::size_t> byte_places(std::string_view text) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) out.push_back(i);
    out.push_back(text.size());
    return out;
}

Result<void> measure_labelled(std::string const& path, bool is_development_half) {
    std::ifstream in(path);
    if (!in) return invalid("bench.file", "The file cannot be read: " + path);
    std::map<PersonalKind, Counts> counts;
    std::size_t rows = 0;
    std::map<std::string, std::string> seen;  // mistakes are looked at in the development half only
    for (std::string line; std::getline(in, line);) {
        TRY(auto const row, parse_json(line));
        auto const text = text_at(row.get_object(), "text");
        if (((triage::hash_on(triage::kHashStart, text) >> 32) % 2 == 0) != is_development_half) continue;
        ++rows;
        auto const places = byte_places(text);
        std::vector<PersonalSpan> gold;
        for (auto const& span : array_at(row.get_object(), "spans")) {
            auto const& parts = span.get_array();
            auto const kind = kind_of(parts[2].get_string());
            if (!kind) continue;
            gold.push_back({*kind,
                            places.at(parts[0].to_number<std::size_t>()),
                            places.at(parts[1].to_number<std::size_t>()),
                            {},
                            1});
        }
        auto const said = triage::find_personal_data(text);
        compare(gold, said, counts);
        if (!is_development_half) continue;
        for (auto const& one : gold)
            if (one.kind != PersonalKind::name &&
                std::ranges::none_of(said, [&](auto const& other) { return agrees(one, other); }))
                fmt::print("  missed {}: {}\n", domain::name_of(one.kind), text.substr(one.begin, one.end - one.begin));
        for (auto const& one : said)
            if (std::ranges::none_of(gold, [&](auto const& other) { return agrees(one, other); }))
                fmt::print("  wrong {}: {}\n", domain::name_of(one.kind), text.substr(one.begin, one.end - one.begin));
    }
    fmt::print("labelled: {} rows of the {} half; kinds that it does not label count as wrong where said\n", rows,
               is_development_half ? "development" : "held-out");
    print(counts);
    return {};
}

Result<void> measure_ordinary(std::string const& path, std::string const& column) {
    TRY(auto table, app::TableReader::open(path, {column}));
    std::map<PersonalKind, std::size_t> flags;
    std::size_t texts = 0;
    std::size_t bytes = 0;
    auto const start = cpu_micros();
    for (;;) {
        TRY(auto row, table.next());
        if (!row) break;
        ++texts;
        bytes += row->fields[0].size();
        for (auto const& span : triage::find_personal_data(row->fields[0])) ++flags[span.kind];
    }
    auto const micros = cpu_micros() - start;
    fmt::print("ordinary: {} texts, {} bytes, {:.1f} us a text, {:.1f} MB/s with reading\n", texts, bytes,
               micros / static_cast<double>(std::max<std::size_t>(texts, 1)), static_cast<double>(bytes) / micros);
    for (auto const& [kind, count] : flags)
        fmt::print("  {:<11} {:.2f} flags per 1,000 texts\n", domain::name_of(kind),
                   1000.0 * static_cast<double>(count) / static_cast<double>(texts));
    return {};
}

Result<void> run(int count, char** words) {
    Wanted wanted;
    for (int i = 1; i + 1 < count; i += 2) {
        std::string_view const name = words[i];
        if (name == "--labelled") wanted.labelled = words[i + 1];
        if (name == "--half") wanted.is_development_half = std::string_view(words[i + 1]) == "dev";
        if (name == "--ordinary") wanted.ordinary = words[i + 1];
        if (name == "--text") wanted.column = words[i + 1];
    }
    measure_generated();
    if (!wanted.labelled.empty()) CHECK_OK(measure_labelled(wanted.labelled, wanted.is_development_half));
    if (!wanted.ordinary.empty()) CHECK_OK(measure_ordinary(wanted.ordinary, wanted.column));
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) { return lotse::bench::finish(lotse::bench::run(count, words)); }
