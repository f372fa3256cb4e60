// SPDX-License-Identifier: Apache-2.0
// Names of people, by what stands around them: a salutation, a title, "my name is", a label, the close of a letter, the
// From header; and, for all the others, by a model of sentences with names (name_model.h).
#include <algorithm>
#include <array>
#include <optional>
#include <ranges>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "triage/name_model.h"
#include "triage/personal_scan.h"

namespace lotse::triage {
namespace {

using Tokens = std::vector<Token>;
using Words = std::unordered_set<std::string_view>;

constexpr std::size_t kMostNameWords = 5;

bool is_upper_start(std::string_view word) {
    if (word.empty()) return false;
    if (static_cast<unsigned char>(word[0]) < 0x80) return word[0] >= 'A' && word[0] <= 'Z';
    // A letter that changes when made small was large.
    return to_lower_utf8(word.substr(0, 2)) != word.substr(0, 2);
}

bool has_digit(std::string_view word) { return std::ranges::any_of(word, is_digit); }

Words const& never_names() {
    static Words const kWords{
        // who is greeted when nobody is known
        "team", "all", "alle", "everyone", "everybody", "sir", "madam", "sirs", "folks", "guys", "there", "support",
        "helpdesk", "service", "desk", "it", "admin", "administrator", "colleagues", "customer", "customers", "kunde",
        "kunden", "damen", "herren", "kollege", "kollegen", "kollegin", "kolleginnen", "zusammen", "leute", "ihr",
        "panstwo", "panstwa", "wszyscy", "wszystkim", "dziale", "zespole", "zespol", "dzial", "koledzy", "drodzy",
        "again", "user", "users", "hotline", "office", "manager", "system", "server", "printer",
        // words that open a sentence after a name would have stood
        "i", "we", "you", "he", "she", "it", "they", "the", "this", "that", "my", "our", "your", "please", "thanks",
        "thank", "can", "could", "would", "is", "are", "was", "have", "has", "not", "no", "yes", "ok", "so", "if",
        "when", "what", "how", "why", "who", "where", "sent", "from", "to", "cc", "subject", "date", "re", "fwd", "a",
        "an", "and", "but", "in", "on", "at", "for", "with", "as", "still", "just", "since", "after", "before", "hi",
        "hello", "dear", "hey", "ich", "wir", "sie", "er", "es", "du", "mein", "meine", "unser", "unsere", "der", "die",
        "das", "ein", "eine", "bitte", "danke", "kann", "koennen", "koennten", "ist", "sind", "war", "habe", "haben",
        "nicht", "nein", "ja", "wenn", "wann", "was", "wie", "warum", "wer", "wo", "von", "an", "und", "aber", "im",
        "auf", "bei", "fuer", "mit", "seit", "nach", "vor", "gesendet", "betreff", "datum", "leider", "hallo", "guten",
        "tag", "morgen", "abend", "ja", "my", "on", "ona", "to", "ten", "ta", "prosze", "dziekuje", "czy", "moge",
        "mozna", "jest", "sa", "mam", "nie", "tak", "gdy", "kiedy", "co", "jak", "dlaczego", "kto", "gdzie", "od", "do",
        "i", "ale", "w", "na", "przy", "dla", "z", "po", "przed", "wyslano", "temat", "data", "niestety", "witam",
        "dzien", "dobry", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag",
        "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "poniedzialek", "wtorek", "sroda",
        "czwartek", "piatek", "sobota", "niedziela", "gmbh", "ag", "ltd", "inc", "llc", "sp", "kg", "abteilung",
        "department", "vertrieb", "buchhaltung", "accounting", "sales", "purchasing", "einkauf", "ksiegowosc",
        "regards", "gruesse", "gruessen", "pozdrawiam"};
    return kWords;
}

Words const& particles() {
    static Words const kWords{"von", "van", "der", "den", "de",  "del", "della", "da", "di", "zu", "zur",
                              "la",  "le",  "du",  "dos", "ten", "ter", "bin",   "al", "y",  "e",  "af"};
    return kWords;
}

Words const& titles() {
    static Words const kWords{"mr",        "mrs", "ms",    "miss",  "mx",   "dr",    "prof", "herr",  "herrn",
                              "frau",      "pan", "pani",  "panie", "panu", "panem", "pana", "pania", "doktor",
                              "professor", "sir", "madam", "ing",   "dipl", "inz",   "mgr",  "hab",   "familie"};
    return kWords;
}

// Reads names from tokens; every answer names the tokens that it took.
class NameReader {
  public:
    explicit NameReader(PersonalText const& read) : text_(read.text), tokens_(read.tokens) {}

    std::string_view written(std::size_t i) const {
        return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
    }
    std::string_view gap_before(std::size_t i) const {
        auto const from = i == 0 ? 0 : tokens_[i - 1].end;
        return text_.substr(from, tokens_[i].begin - from);
    }
    std::string_view gap_after(std::size_t i) const {
        auto const to = i + 1 < tokens_.size() ? tokens_[i + 1].begin : text_.size();
        return text_.substr(tokens_[i].end, to - tokens_[i].end);
    }
    bool opens_line(std::size_t i) const { return i == 0 || gap_before(i).find('\n') != std::string_view::npos; }
    bool closes_line(std::size_t i) const {
        return i + 1 >= tokens_.size() || gap_after(i).find('\n') != std::string_view::npos;
    }
    bool is_joined(std::size_t i) const {  // to the word before, by "-" or an apostrophe
        auto const gap = gap_before(i);
        return i > 0 && (gap == "-" || gap == "'" || gap == "\xE2\x80\x99" || gap == "\xE2\x80\x90");
    }
    bool follows_closely(std::size_t i) const {
        auto const gap = gap_before(i);
        if (gap == " " || gap == "\xC2\xA0" || is_joined(i)) return true;
        bool const is_short = i > 0 && (tokens_[i - 1].folded.size() <= 2 || titles().contains(tokens_[i - 1].folded));
        return is_short && (gap == ". " || gap == ".");
    }
    bool is_name_word(std::size_t i) const {
        auto const word = written(i);
        return is_upper_start(word) && !has_digit(word) && !never_names().contains(tokens_[i].folded) &&
               word.find('_') == std::string_view::npos && tokens_[i].folded.size() < 30;
    }

    // The last token of a name that begins at `i`, of at most `most` words; nothing if there is none.
    std::optional<std::size_t> read(std::size_t i, std::size_t most) const {
        if (i >= tokens_.size() || !is_name_word(i)) return std::nullopt;
        std::size_t last = i;
        std::size_t words = 1;
        for (auto next = i + 1; next < tokens_.size() && follows_closely(next); ++next) {
            if (is_joined(next) && !has_digit(written(next))) {
                if (next - i > 2 * kMostNameWords) break;
                last = next;
                continue;
            }
            if (words == most) break;
            if (is_name_word(next)) {
                last = next;
                ++words;
            } else if (!particles().contains(tokens_[next].folded) || next > last + 2) {
                break;
            }
        }
        return last;
    }
    std::size_t skip_titles(std::size_t i) const {
        for (int n = 0; n < 4 && i < tokens_.size() && titles().contains(tokens_[i].folded); ++n) ++i;
        return i;
    }
    Tokens const& tokens() const { return tokens_; }
    std::string_view text() const { return text_; }

  private:
    std::string_view text_;
    Tokens const& tokens_;
};

void add(NameReader const& reader, std::size_t first, std::size_t last, PersonalReason reason, double confidence,
         PersonalSpans& out) {
    auto const& tokens = reader.tokens();
    out.push_back({PersonalKind::name, tokens[first].begin, tokens[last].end, reason, confidence});
}

// "Sehr geehrte Frau Dr. Weber,", "Cześć Anno!", "Hi Tom"
void find_salutation(NameReader const& reader, std::size_t i, PersonalSpans& out) {
    static Words const kGreetings{"dear",    "hi",       "hello",   "hallo",     "hey",     "liebe",    "lieber",
                                  "geehrte", "geehrter", "moin",    "servus",    "gruess",  "szanowny", "szanowna",
                                  "witaj",   "witam",    "czesc",   "hej",       "drogi",   "droga",    "dobry",
                                  "tag",     "morgen",   "morning", "afternoon", "evening", "abend"};
    if (!kGreetings.contains(reader.tokens()[i].folded)) return;
    std::size_t opener = i;
    for (int back = 0; back < 2 && opener > 0 && !reader.opens_line(opener); ++back) --opener;
    if (!reader.opens_line(opener)) return;
    auto const first = reader.skip_titles(i + 1);
    if (first >= reader.tokens().size() || !reader.follows_closely(first)) return;
    if (auto const last = reader.read(first, 3)) {
        auto const gap = reader.gap_after(*last);
        bool const is_closed = reader.closes_line(*last) ||
                               (!gap.empty() && std::string_view(",!:;-").find(gap[0]) != std::string_view::npos);
        // "Hi Can somebody" goes on; a title makes up for the missing comma.
        if (is_closed || first > i + 1) add(reader, first, *last, PersonalReason::context, 0.95, out);
    }
}

// "Herr Müller", "Dr. Smith", "Pani Nowak"
void find_titled(NameReader const& reader, std::size_t i, PersonalSpans& out) {
    if (!titles().contains(reader.tokens()[i].folded) || !is_upper_start(reader.written(i))) return;
    auto const first = reader.skip_titles(i);
    if (first >= reader.tokens().size() || !reader.follows_closely(first)) return;
    if (auto const last = reader.read(first, 3)) add(reader, first, *last, PersonalReason::context, 0.93, out);
}

struct Phrase {
    std::vector<std::string_view> words;
    std::size_t least;  // words of the name: "ich bin Kunde" tells none
};
// After these, a name.
std::unordered_map<std::string_view, std::vector<Phrase>> const& phrases() {
    static std::unordered_map<std::string_view, std::vector<Phrase>> const kByLast = [] {
        std::unordered_map<std::string_view, std::vector<Phrase>> out;
        for (auto const& phrase : std::vector<Phrase>{{{"name", "is"}, 1},
                                                      {{"name", "s"}, 1},
                                                      {{"call", "me"}, 1},
                                                      {{"i", "am"}, 2},
                                                      {{"i", "m"}, 2},
                                                      {{"this", "is"}, 2},
                                                      {{"name", "ist"}, 1},
                                                      {{"ich", "heisse"}, 1},
                                                      {{"ich", "bin"}, 2},
                                                      {{"hier", "ist"}, 2},
                                                      {{"nazywam", "sie"}, 1},
                                                      {{"na", "imie"}, 1},
                                                      {{"jestem"}, 2},
                                                      {{"tej", "strony"}, 1},
                                                      {{"to", "the", "attention", "of"}, 1},
                                                      {{"zu", "haenden"}, 1}})
            out[phrase.words.back()].push_back(phrase);
        return out;
    }();
    return kByLast;
}

void find_introduced(NameReader const& reader, std::size_t i, PersonalSpans& out) {
    auto const& tokens = reader.tokens();
    auto const found = phrases().find(tokens[i].folded);
    if (found == phrases().end()) return;
    for (auto const& phrase : found->second) {
        if (i + 1 < phrase.words.size()) continue;
        auto const start = i + 1 - phrase.words.size();
        bool const fits = std::ranges::equal(phrase.words, std::span(tokens).subspan(start, phrase.words.size()), {},
                                             {}, &Token::folded);
        if (!fits) continue;
        auto const first = reader.skip_titles(i + 1);
        if (first >= tokens.size() || (!reader.follows_closely(first) && reader.gap_before(first) != ": ")) continue;
        auto const last = reader.read(first, 4);
        if (last && *last + 1 - first >= phrase.least) add(reader, first, *last, PersonalReason::context, 0.92, out);
    }
}

// "Name: Jan Kowalski", also alone on the next line of a form.
void find_labelled(NameReader const& reader, std::size_t i, PersonalSpans& out) {
    static Words const kLabels{"name",
                               "vorname",
                               "nachname",
                               "familienname",
                               "surname",
                               "firstname",
                               "lastname",
                               "fullname",
                               "forename",
                               "imie",
                               "nazwisko",
                               "ansprechpartner",
                               "ansprechpartnerin",
                               "kontaktperson",
                               "anrufer",
                               "caller",
                               "requester",
                               "employee",
                               "mitarbeiter",
                               "mitarbeiterin",
                               "pracownik",
                               "zglaszajacy",
                               "attn",
                               "kontoinhaber",
                               "cardholder"};
    auto const& tokens = reader.tokens();
    if (!kLabels.contains(tokens[i].folded) || i + 1 >= tokens.size()) return;
    auto const gap = reader.gap_after(i);
    if (trim(gap) != ":" && trim(gap) != "=") return;
    auto const first = reader.skip_titles(i + 1);
    // A file or a computer has a name as well.
    static Words const kThings{"file",    "host",    "computer", "user",  "device", "server",
                               "domain",  "product", "display",  "group", "field",  "queue",
                               "printer", "model",   "company",  "firm",  "event"};
    if (i > 0 && reader.gap_before(i) == " " && kThings.contains(tokens[i - 1].folded)) return;
    if (auto const last = reader.read(first, 4)) add(reader, first, *last, PersonalReason::context, 0.93, out);
}

// The line after a close, or what follows its comma: "Mit freundlichen Grüßen\nAnna Weber", "LG Tom".
void find_signed(NameReader const& reader, std::size_t i, PersonalSpans& out) {
    static Words const kCloses{"regards",    "sincerely",      "best",         "cheers", "yours",      "gruessen",
                               "gruesse",    "gruss",          "lg",           "mfg",    "vg",         "pozdrawiam",
                               "powazaniem", "pozdrowieniami", "pozdrowienia", "wishes", "faithfully", "truly",
                               "thanks",     "danke",          "dziekuje",     "dzieki", "greetings",  "dank",
                               "advance"};
    auto const& tokens = reader.tokens();
    if (!kCloses.contains(tokens[i].folded) || i + 1 >= tokens.size()) return;
    auto const gap = reader.gap_after(i);
    if (gap.size() > 8 || (trim(gap) != "" && trim(gap) != "," && trim(gap) != "!" && trim(gap) != ".")) return;
    bool const is_next_line = gap.find('\n') != std::string_view::npos;
    bool const is_short_close =
        tokens[i].folded.size() == 2 || tokens[i].folded == "mfg" || tokens[i].folded == "gruss";
    if (!is_next_line && !is_short_close && tokens[i].folded != "pozdrawiam") return;
    auto const first = reader.skip_titles(i + 1);
    auto const last = reader.read(first, 4);
    if (last && reader.closes_line(*last)) add(reader, first, *last, PersonalReason::context, 0.94, out);
}

// Numbers, and a single word that greets or opens a sentence, are no names.
bool is_never(NameReader const& reader, std::size_t first, std::size_t last) {
    if (std::ranges::any_of(std::views::iota(first, last + 1),
                            [&](std::size_t i) { return has_digit(reader.written(i)); }))
        return true;
    return first == last && (never_names().contains(reader.tokens()[first].folded) || reader.written(first).size() < 2);
}

// What a model of sentences takes for a name (name_model.h). It reads titles as well, which are none.
void find_told(NameReader const& reader, PersonalSpans& out) {
    constexpr double kLeast = 0.5;
    auto const& tokens = reader.tokens();
    auto const read = read_name_text(reader.text(), tokens);
    for (auto const& run : find_name_runs(read, weigh_names(read, shipped_name_weights()), kLeast)) {
        auto const first = reader.skip_titles(run.first);
        if (first > run.last || is_never(reader, first, run.last)) continue;
        add(reader, first, run.last, PersonalReason::sentence, run.confidence, out);
    }
}

// Words of the sender's own name, where the text writes them with a capital.
void find_sender(NameReader const& reader, std::string_view sender, PersonalSpans& out) {
    if (sender.find('@') != std::string_view::npos) return;
    auto const parts = tokenize(sender, kMostNameWords + 1);
    if (parts.size() < 2 || parts.size() > kMostNameWords) return;  // one word is a role, a firm or a nickname
    Words names;
    for (auto const& part : parts) {
        if (never_names().contains(part.folded)) return;  // "IT Support"
        if (part.folded.size() > 2 && !titles().contains(part.folded) && !particles().contains(part.folded))
            names.insert(part.folded);
    }
    auto const& tokens = reader.tokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!names.contains(tokens[i].folded) || !reader.is_name_word(i)) continue;
        auto last = i;
        while (last + 1 < tokens.size() && reader.follows_closely(last + 1) && reader.is_name_word(last + 1) &&
               names.contains(tokens[last + 1].folded))
            ++last;
        add(reader, i, last, PersonalReason::sender, last > i ? 0.98 : 0.9, out);
        i = last;
    }
}

}  // namespace

void find_names(PersonalText const& read, std::string_view sender, PersonalSpans& out) {
    NameReader const reader(read);
    for (std::size_t i = 0; i < read.tokens.size(); ++i) {
        find_salutation(reader, i, out);
        find_titled(reader, i, out);
        find_introduced(reader, i, out);
        find_labelled(reader, i, out);
        find_signed(reader, i, out);
    }
    find_told(reader, out);
    find_sender(reader, sender, out);
}

}  // namespace lotse::triage
