// SPDX-License-Identifier: Apache-2.0
// The shape of a JSON value, declared once. The check of what comes in (check_value.h) and the OpenAPI document that
// clients read are both made from it, so they cannot differ. Values; pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "domain/enums.h"

namespace lotse::api {

enum class Shape : std::uint8_t { anything, text, integer, number, boolean, list, object, map, reference, either };

struct Property;

struct Schema {
    Shape shape = Shape::anything;
    std::string about;                  // one sentence for people
    bool is_nullable = false;
    bool is_one_line = false;           // text without control characters
    std::vector<std::string> choices;   // text: only these
    std::string format;                 // text: "date-time", "email"
    std::size_t least = 0;              // text: code points; list: items
    std::size_t most = 0;               // the same; 0 = no limit
    std::optional<std::int64_t> minimum;  // integer, number
    std::optional<std::int64_t> maximum;
    std::vector<Property> properties;   // object; anything else in it is refused
    std::vector<Schema> inner;          // list: the item; map: the value; either: the alternatives
    std::string name;                   // reference
    Json example;

    Schema say(std::string sentence) const;
    Schema or_null() const;
    Schema such_as(Json value) const;
};

struct Property {
    std::string name;
    Schema schema;
    bool is_required = false;
};

using Schemas = std::map<std::string, Schema, std::less<>>;

// Several lines of text, up to `most` code points.
Schema text(std::size_t most, std::size_t least = 0);
// One line of text.
Schema line(std::size_t most, std::size_t least = 0);
Schema one_of(std::vector<std::string> choices);
template <class E>
Schema choice() {
    std::vector<std::string> names;
    for (auto const name : domain::EnumNames<E>::all) names.emplace_back(name);
    return one_of(std::move(names));
}
Schema id();  // of a noun: a whole number from 1
Schema integer(std::int64_t minimum, std::int64_t maximum);
Schema number();
Schema share();  // a number from 0 to 1
Schema boolean();
Schema instant();  // RFC 3339
Schema language();
Schema list(Schema item, std::size_t most = 0);
Schema map(Schema value);
Schema object(std::vector<Property> properties);
Schema reference(std::string name);
Schema either(std::vector<Schema> alternatives);
Schema anything();

Property need(std::string name, Schema schema);  // must be given; in answers: is always there
Property may(std::string name, Schema schema);

// The same object with nothing required: for PATCH.
Schema partial(Schema object);
// {"items": [...], "next": URL or null}
Schema page_of(std::string item);

// As JSON Schema 2020-12, the dialect of OpenAPI 3.1.
JsonObject to_json(Schema const& schema);

}  // namespace lotse::api
