// SPDX-License-Identifier: Apache-2.0
#include "api/example.h"

#include <algorithm>

#include "base/must.h"

namespace lotse::api {
namespace {

Json text_example(Schema const& schema) {
    if (!schema.choices.empty()) return Json(schema.choices.front());
    if (schema.format == "date-time") return Json("2026-11-25T18:20:42.000Z");
    return Json(std::string(std::max<std::size_t>(schema.least, 3), 'x'));
}

Json object_example(Schemas const& named, Schema const& schema) {
    JsonObject out;
    for (auto const& property : schema.properties)
        if (property.is_required || !property.schema.example.is_null())
            out[property.name] = example_of(named, property.schema);
    // A PATCH requires nothing; an empty one teaches nothing.
    if (out.empty() && !schema.properties.empty()) {
        auto const& first = schema.properties.front();
        out[first.name] = example_of(named, first.schema);
    }
    return out;
}

}  // namespace

Json example_of(Schemas const& named, Schema const& schema) {
    if (!schema.example.is_null()) return schema.example;
    switch (schema.shape) {
        case Shape::anything:
        case Shape::map: return JsonObject{};
        case Shape::text: return text_example(schema);
        case Shape::integer:
        case Shape::number: return Json(std::max<std::int64_t>(schema.minimum.value_or(1), 1));
        case Shape::boolean: return Json(true);
        case Shape::list:
            return JsonArray(std::max<std::size_t>(schema.least, 1), example_of(named, schema.inner.front()));
        case Shape::object: return object_example(named, schema);
        case Shape::reference: {
            auto const found = named.find(schema.name);
            must(found != named.end(), "a schema that exists");
            return example_of(named, found->second);
        }
        case Shape::either: return example_of(named, schema.inner.front());
    }
    return nullptr;
}

}  // namespace lotse::api
