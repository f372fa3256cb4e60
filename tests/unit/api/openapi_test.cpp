// SPDX-License-Identifier: Apache-2.0
#include "api/openapi.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "api/check_value.h"
#include "api/example.h"
#include "api/reference_page.h"
#include "api/routes.h"

namespace lotse::api {
namespace {

std::string committed() {
    std::ifstream file(std::string(LOTSE_SOURCE_DIR) + "/docs/api/openapi.json");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(OpenApi, IsTheCommittedDocument) {
    EXPECT_TRUE(to_pretty(openapi_document()) == committed())
        << "the API has changed: run `build/release/lotse openapi > docs/api/openapi.json`, and look at the difference";
}

TEST(OpenApi, DeclaresEveryOperationCompletely) {
    std::set<std::string> seen;
    for (auto const& group : all_groups()) {
        for (auto const& route : group.routes) {
            EXPECT_TRUE(seen.insert(route.operation).second) << route.operation;
            EXPECT_FALSE(route.summary.empty()) << route.operation;
            EXPECT_NE(route.run, nullptr) << route.operation;
            EXPECT_TRUE(route.body.empty() || all_schemas().contains(route.body)) << route.body;
            EXPECT_TRUE(route.answer.schema.empty() || all_schemas().contains(route.answer.schema))
                << route.answer.schema;
            bool const says_something = !route.answer.schema.empty() || !route.answer.content_type.empty();
            EXPECT_EQ(says_something, route.answer.status != 204) << route.operation;
            bool const is_write = route.verb != Verb::get;
            EXPECT_TRUE(is_write || route.body.empty()) << route.operation << ": a GET takes no body";
        }
    }
    EXPECT_GT(seen.size(), 50U);
}

void collect(Schema const& schema, std::set<std::string>& names) {
    if (schema.shape == Shape::reference) names.insert(schema.name);
    for (auto const& property : schema.properties) collect(property.schema, names);
    for (auto const& inner : schema.inner) collect(inner, names);
}

TEST(OpenApi, RefersOnlyToSchemasThatExistAndUsesAll) {
    std::set<std::string> used{"Problem"};
    for (auto const& group : all_groups())
        for (auto const& route : group.routes) {
            used.insert({route.body, route.answer.schema});
            if (route.other_answer) used.insert(route.other_answer->schema);
        }
    for (auto const& [name, schema] : all_schemas()) collect(schema, used);
    used.erase("");
    for (auto const& name : used) EXPECT_TRUE(all_schemas().contains(name)) << name;
    for (auto const& [name, schema] : all_schemas()) EXPECT_TRUE(used.contains(name)) << name << " is used nowhere";
}

TEST(OpenApi, GivesExamplesThatPassItsOwnCheck) {
    for (auto const& group : all_groups())
        for (auto const& route : group.routes) {
            if (route.body.empty()) continue;
            auto const schema = reference(route.body);
            auto const faults = check_value(all_schemas(), schema, example_of(all_schemas(), schema));
            EXPECT_TRUE(faults.empty()) << route.operation << faults.front().pointer << ": " << faults.front().detail;
        }
}

TEST(ReferencePage, NamesEveryOperationAndNeedsNoScript) {
    auto const page = reference_page();
    for (auto const& group : all_groups())
        for (auto const& route : group.routes)
            EXPECT_NE(page.find("id=\"" + route.operation + "\""), std::string::npos) << route.operation;
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("style="), std::string::npos);
    EXPECT_EQ(page.find(" onclick"), std::string::npos);
}

}  // namespace
}  // namespace lotse::api
