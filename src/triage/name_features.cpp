// SPDX-License-Identifier: Apache-2.0
// A change here changes the meaning of name_weights.json: make it anew (tools/make_name_sentences.py).
#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/json.h"
#include "base/must.h"
#include "base/text.h"
#include "triage/hash.h"
#include "triage/name_model.h"

// Made by CMake.
namespace lotse::embedded {
std::string_view triage_first_names_json();
}

namespace lotse::triage {
namespace {

// Kinds of words that tell of names nearby. A word of none is `plain`.
enum class Role : std::uint8_t { plain, title, greeting, close, label, particle, kin, says, firm, article };

std::unordered_map<std::string_view, Role> const& roles() {
    static std::unordered_map<std::string_view, Role> const kRoles = [] {
        std::unordered_map<std::string_view, Role> out;
        auto const put = [&](Role role, std::initializer_list<std::string_view> words) {
            for (auto const word : words) out.emplace(word, role);
        };
        put(Role::title,
            {"mr",     "mrs",       "ms",       "miss",     "mx",      "dr",     "prof",      "herr",     "herrn",
             "frau",   "pan",       "pani",     "panu",     "panem",   "pana",   "pania",     "panstwu",  "doktor",
             "doctor", "professor", "ing",      "dipl",     "inz",     "mgr",    "hab",       "familie",  "sir",
             "lady",   "kollege",   "kollegen", "kollegin", "koledze", "kolega", "kolezanka", "kolezanki"});
        put(Role::greeting,
            {"dear",  "hi",      "hello",     "hallo",    "hey",   "liebe",  "lieber", "geehrte", "geehrter",
             "moin",  "servus",  "szanowny",  "szanowna", "witaj", "czesc",  "hej",    "drogi",   "droga",
             "dobry", "morning", "afternoon", "evening",  "tag",   "morgen", "abend"});
        put(Role::close, {"regards", "sincerely", "best",  "cheers",   "yours",      "gruessen",   "gruesse",
                          "gruss",   "lg",        "mfg",   "vg",       "pozdrawiam", "powazaniem", "pozdrowieniami",
                          "wishes",  "thanks",    "danke", "dziekuje", "dzieki",     "greetings",  "thx"});
        put(Role::label, {"name",
                          "namens",
                          "imie",
                          "nazwisko",
                          "vorname",
                          "nachname",
                          "surname",
                          "firstname",
                          "lastname",
                          "from",
                          "to",
                          "cc",
                          "bcc",
                          "von",
                          "an",
                          "od",
                          "do",
                          "contact",
                          "ansprechpartner",
                          "kontakt",
                          "caller",
                          "requester",
                          "author",
                          "attn",
                          "called",
                          "named",
                          "heisst",
                          "heisse",
                          "nazywa",
                          "nazywam",
                          "signed",
                          "beneficiary",
                          "recipient",
                          "guardian",
                          "employee",
                          "mitarbeiter",
                          "mitarbeiterin",
                          "pracownik",
                          "director",
                          "manager"});
        put(Role::particle,
            {"von", "van", "der", "den", "de",  "del", "della", "da", "di", "zu", "zur", "la",  "le", "du",
             "dos", "ten", "ter", "bin", "ibn", "al",  "el",    "y",  "e",  "af", "mc",  "mac", "st"});
        put(Role::kin,
            {"wife",      "husband",   "son",        "daughter",    "brother",   "sister", "friend",  "partner",
             "boss",      "colleague", "uncle",      "aunt",        "kid",       "mother", "father",  "frau",
             "mann",      "sohn",      "tochter",    "bruder",      "schwester", "chef",   "chefin",  "zona",
             "maz",       "syn",       "corka",      "brat",        "siostra",   "szef",   "szefowa", "kolega",
             "successor", "manager",   "nachfolger", "nachfolgerin"});
        put(Role::says,
            {"said",  "says",       "wrote",       "writes", "asked",  "told",   "called", "explained", "sagt",
             "sagte", "schrieb",    "schreibt",    "meint",  "meinte", "fragt",  "pisze",  "napisal",   "napisala",
             "mowi",  "powiedzial", "powiedziala", "prosi",  "lives",  "phoned", "replied"});
        put(Role::firm,
            {"gmbh", "ag",     "inc",        "ltd",    "llc",    "corp",     "corporation", "company",   "group",
             "sp",   "spolka", "kg",         "street", "road",   "avenue",   "strasse",     "platz",     "ulica",
             "ul",   "al",     "university", "hotel",  "server", "software", "systems",     "solutions", "bank"});
        put(Role::article,
            {"the",  "a",    "an",    "this",  "my",    "our",  "your",  "der",   "die",    "das", "den", "dem", "des",
             "ein",  "eine", "einen", "einem", "einer", "mein", "meine", "unser", "unsere", "im",  "am",  "zum", "zur",
             "beim", "ins",  "w",     "na",    "z",     "ze",   "ten",   "ta",    "in",     "on",  "at"});
        return out;
    }();
    return kRoles;
}

std::unordered_set<std::string> const& first_names() {
    static std::unordered_set<std::string> const kNames = [] {
        std::unordered_set<std::string> out;
        auto const parsed = parse_json(embedded::triage_first_names_json());
        must(parsed.has_value() && parsed->is_array(), "the list of first names");
        for (auto const& name : parsed->get_array()) out.emplace(name.get_string().data(), name.get_string().size());
        return out;
    }();
    return kNames;
}

// How a word is written.
enum class Shape : std::uint8_t { lower, capital, capitals, initial, inner, digits, mixed };

bool is_large(std::string_view letter) {
    auto const lead = static_cast<unsigned char>(letter[0]);
    if (lead < 0x80) return letter[0] >= 'A' && letter[0] <= 'Z';
    return to_lower_utf8(letter) != letter;
}

Shape shape_of(std::string_view word) {
    std::size_t large = 0;
    std::size_t letters = 0;
    std::size_t digits = 0;
    bool opens_large = false;
    for (std::size_t at = 0; at < word.size();) {
        std::size_t end = at + 1;
        while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) ++end;
        if (word[at] >= '0' && word[at] <= '9') {
            ++digits;
        } else {
            ++letters;
            bool const is_one = is_large(word.substr(at, end - at));
            if (at == 0) opens_large = is_one;
            large += is_one ? 1 : 0;
        }
        at = end;
    }
    if (digits > 0) return letters == 0 ? Shape::digits : Shape::mixed;
    if (large == 0) return Shape::lower;
    if (letters == 1) return Shape::initial;
    if (large == letters) return Shape::capitals;
    return opens_large && large == 1 ? Shape::capital : Shape::inner;
}

// What stands before a word, by the sign that tells most.
std::uint8_t sign_of(std::string_view gap) {
    constexpr std::string_view kSigns = "\n@/:\\=<>,.!?;-'\"()[]*_|&+#";
    for (std::size_t i = 0; i < kSigns.size(); ++i)
        if (gap.find(kSigns[i]) != std::string_view::npos) return static_cast<std::uint8_t>(i + 2);
    if (gap.empty()) return 0;
    return gap == " " || gap == "\xC2\xA0" ? 1 : 60;
}

NameGap gap_of(std::string_view gap) {
    if (gap == " " || gap == "\xC2\xA0" || gap == "  ") return NameGap::space;
    if (gap == "-" || gap == "'" || gap == "\xE2\x80\x99" || gap == "\xE2\x80\x90") return NameGap::hyphen;
    if (gap == ". " || gap == ".") return NameGap::dot;
    if (gap == ", ") return NameGap::comma;
    if (gap.find('\n') != std::string_view::npos) return NameGap::line;
    return NameGap::other;
}

// One word, read once; its neighbours use it again.
struct Word {
    std::uint64_t hash = 0;
    std::array<std::uint64_t, 3> endings{};  // of 2, 3 and 4 letters
    std::uint64_t opening = 0;               // of 3
    std::uint64_t form = 0;                  // the last two bytes as written: "ß", "ą"
    Shape shape = Shape::lower;
    Role role = Role::plain;
    std::uint8_t before = 0;
    std::uint8_t after = 0;
    std::uint8_t size = 0;
    bool is_listed = false;
    bool opens_line = false;
    bool closes_line = false;
    bool opens_sentence = false;
};

std::string_view last_bytes(std::string_view word, std::size_t count) {
    return word.size() <= count ? word : word.substr(word.size() - count);
}

Word read_word(std::string_view text, std::vector<Token> const& tokens, std::size_t i) {
    auto const& token = tokens[i];
    std::string_view const folded = token.folded;
    auto const written = text.substr(token.begin, token.end - token.begin);
    auto const from = i == 0 ? 0 : tokens[i - 1].end;
    auto const to = i + 1 < tokens.size() ? tokens[i + 1].begin : text.size();
    auto const before = text.substr(from, token.begin - from);
    auto const after = text.substr(token.end, to - token.end);
    Word out;
    out.hash = hash_of(folded);
    for (std::size_t n = 0; n < 3; ++n) out.endings[n] = folded.size() > n + 2 ? hash_of(last_bytes(folded, n + 2)) : 0;
    out.opening = hash_of(folded.substr(0, 3));
    out.form = hash_of(last_bytes(written, 2));
    out.shape = shape_of(written);
    if (auto const role = roles().find(folded); role != roles().end()) out.role = role->second;
    out.before = sign_of(before);
    out.after = sign_of(after);
    out.size = static_cast<std::uint8_t>(std::min<std::size_t>(folded.size(), 12));
    out.is_listed = first_names().contains(token.folded);
    out.opens_line = i == 0 || before.find('\n') != std::string_view::npos;
    out.closes_line = i + 1 == tokens.size() || after.find('\n') != std::string_view::npos;
    out.opens_sentence = out.opens_line || token.sentence != tokens[i - 1].sentence;
    return out;
}

// How the line is written that a word stands in: how many words, and how many of them large.
struct Line {
    std::uint8_t words = 0;
    std::uint8_t share = 0;
};
std::vector<Line> read_lines(std::vector<Word> const& words) {
    std::vector<Line> out(words.size());
    for (std::size_t first = 0; first < words.size();) {
        std::size_t last = first;
        while (!words[last].closes_line) ++last;
        std::size_t large = 0;
        for (auto i = first; i <= last; ++i)
            large += words[i].shape == Shape::lower || words[i].shape == Shape::digits ? 0 : 1;
        auto const count = last - first + 1;
        Line const line{static_cast<std::uint8_t>(count < 6    ? count
                                                  : count < 12 ? 6
                                                               : 7),
                        static_cast<std::uint8_t>(large == 0 ? 0 : 1 + 3 * large / count)};
        for (auto i = first; i <= last; ++i) out[i] = line;
        first = last + 1;
    }
    return out;
}

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) { return hash_end(a * 0x9E3779B97F4A7C15ULL + b); }
template <class Enum>
std::uint64_t code(Enum value) {
    return static_cast<std::uint64_t>(value);
}

// Collects the features of one word.
class Collector {
  public:
    Collector(std::vector<Word> const& words, std::vector<Line> const& lines, bool is_small)
        : words_(words), lines_(lines), is_small_(is_small) {}

    NameFeatures of(std::size_t i) {
        out_ = {};
        kind_ = 1;
        own(i);
        near(i);
        wide(i);
        return out_;
    }

  private:
    Word const& at(std::size_t i, std::ptrdiff_t step) const {
        static Word const kNone = [] {
            Word none;
            none.hash = 1;
            none.shape = Shape::digits;
            return none;
        }();
        auto const place = static_cast<std::ptrdiff_t>(i) + step;
        if (place < 0 || place >= static_cast<std::ptrdiff_t>(words_.size())) return kNone;
        return words_[static_cast<std::size_t>(place)];
    }
    // Every call is a kind of feature of its own.
    void put(std::uint64_t value) {
        if (out_.count == kMostNameFeatures) return;
        out_.numbers[out_.count++] = static_cast<std::uint32_t>(mixed(kind_++, value) >> (64 - kNameWeightBits));
    }
    static std::uint64_t look(Word const& word) {
        return code(word.shape) * 64 + code(word.role) * 2 + (word.is_listed ? 1 : 0);
    }

    void own(std::size_t i) {
        auto const& word = at(i, 0);
        auto const place = (word.opens_line ? 4U : 0U) + (word.closes_line ? 2U : 0U) + (word.opens_sentence ? 1U : 0U);
        put(0);
        put(mixed(word.hash, is_small_ ? 1 : 0));
        put(mixed(word.hash, code(word.shape)));
        for (auto const ending : word.endings) put(mixed(ending, word.shape == Shape::lower ? 0 : 1));
        put(mixed(word.opening, word.shape == Shape::lower ? 0 : 1));
        put(mixed(word.form, code(word.shape)));
        put(mixed(look(word), is_small_ ? 1 : 0));
        put(mixed(look(word), place));
        put(mixed(look(word), word.before * 64U + word.after));
        put(code(word.shape) * 16 + word.size);
    }
    void near(std::size_t i) {
        auto const& word = at(i, 0);
        auto const& before = at(i, -1);
        auto const& after = at(i, 1);
        put(mixed(before.hash, word.before));
        put(mixed(before.hash, look(word)));
        put(mixed(after.hash, word.after));
        put(mixed(after.hash, look(word)));
        put(mixed(look(before) * 4096 + look(word), word.before));
        put(mixed(look(after) * 4096 + look(word), word.after));
        put(mixed(look(before) * 4096 + look(word), mixed(look(after), is_small_ ? 1 : 0)));
        put(mixed(before.endings[1], look(word)));
        put(mixed(after.endings[1], look(word)));
        put(mixed(before.before * 4096U + word.before * 64U + word.after, code(word.shape)));
    }
    void wide(std::size_t i) {
        auto const& word = at(i, 0);
        put(mixed(at(i, -2).hash, mixed(at(i, -1).hash, code(word.shape))));
        put(mixed(at(i, -2).hash, code(word.shape)));
        put(mixed(at(i, 2).hash, code(word.shape)));
        put(mixed(at(i, 1).hash, mixed(at(i, 2).hash, code(word.shape))));
        put(mixed(look(at(i, -2)) * 4096 + look(at(i, -1)), look(word)));
        put(mixed(look(at(i, 2)) * 4096 + look(at(i, 1)), look(word)));
        put(mixed(lines_[i].words * 8U + lines_[i].share, look(word)));
        put(mixed(look(at(i, -3)), look(word)));
    }

    std::vector<Word> const& words_;
    std::vector<Line> const& lines_;
    bool is_small_;
    NameFeatures out_;
    std::uint64_t kind_ = 1;
};

}  // namespace

NameText read_name_text(std::string_view text, std::vector<Token> const& tokens) {
    std::vector<Word> words;
    words.reserve(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) words.push_back(read_word(text, tokens, i));
    auto const lines = read_lines(words);
    // Who writes all in small letters writes names so.
    auto const large = std::ranges::count_if(words, [](Word const& word) { return word.shape == Shape::capital; });
    Collector collector(words, lines, large == 0);
    NameText out;
    out.words.reserve(words.size());
    out.gaps.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        out.words.push_back(collector.of(i));
        auto const from = i == 0 ? 0 : tokens[i - 1].end;
        out.gaps.push_back(i == 0 ? NameGap::start : gap_of(text.substr(from, tokens[i].begin - from)));
    }
    return out;
}

}  // namespace lotse::triage
