// SPDX-License-Identifier: Apache-2.0
#include "api/schema.h"

#include <utility>

#include "api/one_line.h"

namespace lotse::api {
namespace {

Schema shaped(Shape shape) {
    Schema out;
    out.shape = shape;
    return out;
}

std::string_view type_name(Shape shape) {
    switch (shape) {
        case Shape::text: return "string";
        case Shape::integer: return "integer";
        case Shape::number: return "number";
        case Shape::boolean: return "boolean";
        case Shape::list: return "array";
        case Shape::object:
        case Shape::map: return "object";
        default: return {};
    }
}

void add_type(Schema const& schema, JsonObject& out) {
    auto const name = type_name(schema.shape);
    if (name.empty()) return;
    if (schema.is_nullable) {
        out["type"] = JsonArray{Json(name), Json("null")};
    } else {
        out["type"] = name;
    }
}

void add_text_limits(Schema const& schema, JsonObject& out) {
    if (!schema.choices.empty()) {
        JsonArray choices;
        for (auto const& choice : schema.choices) choices.emplace_back(choice);
        if (schema.is_nullable) choices.emplace_back(nullptr);
        out["enum"] = std::move(choices);
    }
    if (!schema.format.empty()) out["format"] = schema.format;
    if (schema.least > 0) out["minLength"] = schema.least;
    if (schema.most > 0) out["maxLength"] = schema.most;
    if (schema.is_one_line) out["pattern"] = kOneLinePattern;
}

void add_object(Schema const& schema, JsonObject& out) {
    JsonObject properties;
    JsonArray required;
    for (auto const& property : schema.properties) {
        properties[property.name] = to_json(property.schema);
        if (property.is_required) required.emplace_back(property.name);
    }
    out["properties"] = std::move(properties);
    if (!required.empty()) out["required"] = std::move(required);
    out["additionalProperties"] = false;
}

void add_inner(Schema const& schema, JsonObject& out) {
    if (schema.shape == Shape::list) {
        out["items"] = to_json(schema.inner.front());
        if (schema.least > 0) out["minItems"] = schema.least;
        if (schema.most > 0) out["maxItems"] = schema.most;
    } else if (schema.shape == Shape::map) {
        out["additionalProperties"] = to_json(schema.inner.front());
    } else if (schema.shape == Shape::reference) {
        auto const target = "#/components/schemas/" + schema.name;
        if (schema.is_nullable) {
            out["anyOf"] = JsonArray{JsonObject{{"$ref", target}}, JsonObject{{"type", "null"}}};
        } else {
            out["$ref"] = target;
        }
    } else if (schema.shape == Shape::either) {
        JsonArray alternatives;
        for (auto const& alternative : schema.inner) alternatives.emplace_back(to_json(alternative));
        if (schema.is_nullable) alternatives.emplace_back(JsonObject{{"type", "null"}});
        out["anyOf"] = std::move(alternatives);
    }
}

}  // namespace

Schema Schema::say(std::string sentence) const {
    auto out = *this;
    out.about = std::move(sentence);
    return out;
}

Schema Schema::or_null() const {
    auto out = *this;
    out.is_nullable = true;
    return out;
}

Schema Schema::such_as(Json value) const {
    auto out = *this;
    out.example = std::move(value);
    return out;
}

Schema text(std::size_t most, std::size_t least) {
    auto out = shaped(Shape::text);
    out.most = most;
    out.least = least;
    return out;
}

Schema line(std::size_t most, std::size_t least) {
    auto out = text(most, least);
    out.is_one_line = true;
    return out;
}

Schema one_of(std::vector<std::string> choices) {
    auto out = shaped(Shape::text);
    out.choices = std::move(choices);
    return out;
}

Schema id() {
    auto out = shaped(Shape::integer);
    out.minimum = 1;
    return out;
}

Schema integer(std::int64_t minimum, std::int64_t maximum) {
    auto out = shaped(Shape::integer);
    out.minimum = minimum;
    out.maximum = maximum;
    return out;
}

Schema number() { return shaped(Shape::number); }

Schema share() {
    auto out = number();
    out.minimum = 0;
    out.maximum = 1;
    return out;
}

Schema boolean() { return shaped(Shape::boolean); }

Schema instant() {
    auto out = shaped(Shape::text);
    out.format = "date-time";
    out.most = 40;
    return out;
}

Schema language() { return line(16).such_as("de").say("ISO 639-1 code of a language."); }

Schema list(Schema item, std::size_t most) {
    auto out = shaped(Shape::list);
    out.inner.push_back(std::move(item));
    out.most = most;
    return out;
}

Schema map(Schema value) {
    auto out = shaped(Shape::map);
    out.inner.push_back(std::move(value));
    return out;
}

Schema object(std::vector<Property> properties) {
    auto out = shaped(Shape::object);
    out.properties = std::move(properties);
    return out;
}

Schema reference(std::string name) {
    auto out = shaped(Shape::reference);
    out.name = std::move(name);
    return out;
}

Schema either(std::vector<Schema> alternatives) {
    auto out = shaped(Shape::either);
    out.inner = std::move(alternatives);
    return out;
}

Schema anything() { return {}; }

Property need(std::string name, Schema schema) { return {std::move(name), std::move(schema), true}; }
Property may(std::string name, Schema schema) { return {std::move(name), std::move(schema), false}; }

Schema partial(Schema object) {
    for (auto& property : object.properties) property.is_required = false;
    return object;
}

Schema page_of(std::string item) {
    return object({need("items", list(reference(std::move(item)))),
                   need("next", line(4000).or_null().say("Address of the next page; null on the last one."))});
}

JsonObject to_json(Schema const& schema) {
    JsonObject out;
    add_type(schema, out);
    if (!schema.about.empty()) out["description"] = schema.about;
    if (schema.shape == Shape::text) add_text_limits(schema, out);
    if (schema.minimum) out["minimum"] = *schema.minimum;
    if (schema.maximum) out["maximum"] = *schema.maximum;
    if (schema.shape == Shape::object) add_object(schema, out);
    add_inner(schema, out);
    if (!schema.example.is_null()) out["examples"] = JsonArray{schema.example};
    return out;
}

}  // namespace lotse::api
