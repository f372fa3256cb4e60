// SPDX-License-Identifier: Apache-2.0
#include "domain/field.h"

#include <gtest/gtest.h>

namespace lotse::domain {
namespace {

Field a_field(FieldKind kind) {
    Field out;
    out.key = "office";
    out.kind = kind;
    out.options = {{"Berlin", {}}, {"Berlin/Mitte", {}}, {"Gdynia", {}}};
    return out;
}

std::string checked(FieldKind kind, Json const& given) {
    auto const value = check_field_value(a_field(kind), given);
    return value ? to_string(*value) : value.error().code + " " + value.error().field;
}

TEST(FieldValue, IsKeptByItsKind) {
    EXPECT_EQ(checked(FieldKind::text, "  Zażółć  "), "\"Zażółć\"");
    EXPECT_EQ(checked(FieldKind::number, 5), "5");
    EXPECT_EQ(checked(FieldKind::number, 2.5), "2.5");
    EXPECT_EQ(checked(FieldKind::date, "2028-02-29"), "\"2028-02-29\"");
    EXPECT_EQ(checked(FieldKind::choice, "Gdynia"), "\"Gdynia\"");
    EXPECT_EQ(checked(FieldKind::tree, "Berlin/Mitte"), "{\"path\":\"Berlin/Mitte\"}");
    EXPECT_EQ(checked(FieldKind::multi, (JsonArray{"Gdynia", "Berlin", "Gdynia"})), "[\"Berlin\",\"Gdynia\"]");
}

TEST(FieldValue, IsNothingWhereNothingIsGiven) {
    for (auto const kind :
         {FieldKind::text, FieldKind::number, FieldKind::date, FieldKind::choice, FieldKind::tree, FieldKind::multi}) {
        EXPECT_EQ(checked(kind, nullptr), "null");
        EXPECT_EQ(checked(kind, " "), "null");
    }
    EXPECT_EQ(checked(FieldKind::multi, Json(JsonArray{})), "null");
}

TEST(FieldValue, OfAnotherKindIsRefusedAtItsField) {
    EXPECT_EQ(checked(FieldKind::text, 5), "field.value /fields/office");
    EXPECT_EQ(checked(FieldKind::text, Json(std::string(2001, 'x'))), "field.value /fields/office");
    EXPECT_EQ(checked(FieldKind::number, "5"), "field.value /fields/office");
    EXPECT_EQ(checked(FieldKind::date, "2027-02-29"), "field.value /fields/office");
    EXPECT_EQ(checked(FieldKind::date, "27-2-9"), "field.value /fields/office");
    EXPECT_EQ(checked(FieldKind::choice, "gdynia"), "field.option /fields/office");
    EXPECT_EQ(checked(FieldKind::tree, "Mitte"), "field.option /fields/office");
    EXPECT_EQ(checked(FieldKind::multi, "Berlin"), "field.value /fields/office");
    EXPECT_EQ(checked(FieldKind::multi, Json(JsonArray{Json(7)})), "field.value /fields/office");
}

TEST(FieldValue, ComesBackFromTheTextOfTheLog) {
    for (auto const& [kind, given] :
         std::vector<std::pair<FieldKind, Json>>{{FieldKind::text, "a, b / c"},
                                                 {FieldKind::number, -0.125},
                                                 {FieldKind::number, 1e9},
                                                 {FieldKind::date, "2026-11-25"},
                                                 {FieldKind::choice, "Gdynia"},
                                                 {FieldKind::tree, "Berlin/Mitte"},
                                                 {FieldKind::multi, JsonArray{"Gdynia", "Berlin"}},
                                                 {FieldKind::multi, nullptr}}) {
        auto const kept = check_field_value(a_field(kind), given);
        ASSERT_TRUE(kept);
        auto const back = field_value_from(a_field(kind), field_text(*kept));
        ASSERT_TRUE(back) << back.error().message;
        EXPECT_EQ(to_string(*back), to_string(*kept));
    }
}

TEST(FieldValue, IsFoundByItselfByEachChoiceAndByWhatStandsAbove) {
    using Terms = std::vector<std::string>;
    EXPECT_EQ(field_terms(Json("Łódź")), Terms{"łódź"});
    EXPECT_EQ(field_terms(Json(5.0)), Terms{"5"});
    EXPECT_EQ(field_terms(Json(JsonArray{"A", "b"})), (Terms{"a", "b"}));
    EXPECT_EQ(field_terms(Json(JsonObject{{"path", "A/B/C"}})), (Terms{"a", "a/b", "a/b/c"}));
    EXPECT_EQ(field_terms(Json("A/B")), Terms{"a/b"}) << "a text is no tree";
    EXPECT_EQ(field_terms(Json(nullptr)), Terms{});
}

}  // namespace
}  // namespace lotse::domain
