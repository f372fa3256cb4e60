// SPDX-License-Identifier: Apache-2.0
// The one query language of search, views and lists, as a tree. Pure: which queue "Printers" is, and what day it is,
// is decided where the tree is resolved (desk/resolve_query.h). Grammar: docs/user/query.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lotse::search {

enum class Field : std::uint8_t {
    status,
    queue,
    agent,
    customer,
    organization,
    category,
    priority,
    type,
    language,
    sentiment,
    channel,
    tag,
    id,
    follows,
    created,
    updated,
    due,
    first_reply_due,
    solved,
    closed,
    is,
    has,
    subject,  // words in one part of the ticket
    text,
    file,
    people,
    custom,  // field.<key>
};

// How the values of a field are meant.
enum class Shape : std::uint8_t { choice, name, number, date, words, custom };

enum class Compare : std::uint8_t { is, less, at_most, more, at_least, between };

struct Node {
    enum class Kind : std::uint8_t { everything, all, any, no, word, phrase, field };
    Kind kind = Kind::everything;
    std::vector<Node> parts;  // all, any: two or more; no: one
    std::string text;         // word: as typed; phrase: between the quotes
    bool is_beginning = false;  // word*: words that begin so
    Field field = Field::status;
    std::string key;  // of a custom field
    Compare compare = Compare::is;
    std::vector<std::string> values;  // is: any of them; between: two; else one. Choices in their English name
    std::size_t column = 1;           // where it begins, in code points from 1; no part of ==
    bool operator==(Node const& other) const;
};

inline constexpr std::size_t kLongestQuery = 4096;  // bytes
inline constexpr std::size_t kMostNodes = 64;

// What is wrong, told so that every language can tell it: a reason of fault_reasons(), and the words of the query
// that its sentence names.
struct Fault {
    std::string code;    // "query.syntax", "query.field", "query.value", "query.too_long", "query.too_large"
    std::string reason;  // "field.unknown"; "" = nothing is wrong
    std::vector<std::pair<std::string, std::string>> values = {};  // {"name", "statis"}, {"near", "status"}
};
std::vector<std::string_view> const& fault_reasons();
// The sentence in English.
std::string sentence_of(Fault const& fault);

// Also where it is, and the whole query as it was probably meant ("" if unknown).
struct Mistake {
    Fault fault;
    std::size_t column = 1;
    std::string suggestion = {};
};

struct Parsed {
    Node node;
    std::vector<Mistake> mistakes;  // empty, or the first one found
};

// Field names and words of choices are also taken in German and Polish. Words bare or in quotes; AND is left out.
Parsed parse_query(std::string_view text);
// The same tree in canonical English; parse_query(print(node)).node == node.
std::string print(Node const& node);

// The error that the API answers, at `field` of the input; the column stands in its sentence.
Error error_of(Mistake const& mistake, std::string_view field);

// Names --------------------------------------------------------------------------------------------------------
struct FieldName {
    std::string_view name;  // canonical
    Field field;
    Shape shape;
    std::string_view others;   // further names, parted by blanks
    std::string_view choices;  // of Shape::choice: "open=offen,otwarte closed=geschlossen,zamknięte"
};
// In the order in which a field to search with offers them.
std::vector<FieldName> const& field_names();
FieldName const& name_of(Field field);
// The canonical word of a choice, by any of its names in any case; "" if there is none.
std::string find_choice(FieldName const& field, std::string_view word);
std::vector<std::string> choices_of(FieldName const& field);

}  // namespace lotse::search
