// SPDX-License-Identifier: Apache-2.0
#include "api/schema.h"

#include <gtest/gtest.h>

namespace lotse::api {
namespace {

TEST(Schema, WritesLimitsAndWordsAsJsonSchema) {
    auto const schema =
        object({need("name", line(20, 1).say("Who.")), may("level", one_of({"low", "high"}).or_null())});
    EXPECT_EQ(
        to_string(to_json(schema)),
        R"({"type":"object","properties":{"name":{"type":"string","description":"Who.","minLength":1,"maxLength":20,)"
        R"("pattern":"^[^\\u0000-\\u001f\\u007f]*$"},"level":{"type":["string","null"],"enum":["low","high",null]}},)"
        R"("required":["name"],"additionalProperties":false})");
}

TEST(Schema, RefersToNamedSchemas) {
    EXPECT_EQ(to_string(to_json(reference("Ticket"))), R"({"$ref":"#/components/schemas/Ticket"})");
    EXPECT_EQ(to_string(to_json(reference("Ticket").or_null())),
              R"({"anyOf":[{"$ref":"#/components/schemas/Ticket"},{"type":"null"}]})");
}

TEST(Schema, PartialRequiresNothing) {
    auto const patch = partial(object({need("a", boolean()), need("b", boolean())}));
    EXPECT_FALSE(to_json(patch).contains("required"));
}

}  // namespace
}  // namespace lotse::api
