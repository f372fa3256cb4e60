// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "base/must.h"

namespace lotse {
namespace {

Result<int> half(int value) {
    if (value % 2 != 0) return invalid("half.odd", "The number is odd.");
    return value / 2;
}

Result<int> quarter(int value) {
    TRY(int const once, half(value));
    TRY(auto const twice, half(once));
    return twice;
}

Ok only_even(int value) {
    CHECK_OK(half(value));
    return {};
}

Result<std::string> even_text(int value) {
    CHECK_OK(only_even(value));
    return std::to_string(value);
}

Result<std::unique_ptr<int>> boxed(int value) { return std::make_unique<int>(value); }

Result<int> unboxed(int value) {
    TRY(auto const box, boxed(value));
    return *box;
}

TEST(Result, TryBindsTheValue) { EXPECT_EQ(quarter(12), Result<int>(3)); }

TEST(Result, TryReturnsTheFirstError) {
    ASSERT_FALSE(quarter(6).has_value());
    EXPECT_EQ(quarter(6).error().code, "half.odd");
    EXPECT_EQ(quarter(3).error().code, "half.odd");
}

TEST(Result, TryAssignsToAnExistingName) {
    auto const sum = []() -> Result<int> {
        int value = 0;
        TRY(value, half(8));
        return value;
    };
    EXPECT_EQ(sum(), Result<int>(4));
}

TEST(Result, TryMovesValuesThatCannotBeCopied) { EXPECT_EQ(unboxed(7), Result<int>(7)); }

TEST(Result, CheckOkPassesErrorsBetweenResultTypes) {
    EXPECT_EQ(even_text(4), Result<std::string>("4"));
    ASSERT_FALSE(even_text(5).has_value());
    EXPECT_EQ(even_text(5).error().code, "half.odd");
}

TEST(Result, EqualityComparesValuesAndErrors) {
    EXPECT_EQ(half(4), half(4));
    EXPECT_FALSE(half(4) == half(6));
    EXPECT_FALSE(half(4) == half(5));
    EXPECT_EQ(half(5), half(7));
    EXPECT_FALSE(Result<int>(invalid("a", "A.")) == Result<int>(invalid("b", "A.")));
    EXPECT_EQ(Ok(), Ok());
    EXPECT_FALSE(Ok() == Ok(invalid("a", "A.")));
}

TEST(Result, AndThenRunsOnlyOnAValue) {
    EXPECT_EQ(half(12).and_then(half), Result<int>(3));
    int calls = 0;
    auto const counted = [&](int value) {
        ++calls;
        return half(value);
    };
    EXPECT_FALSE(half(5).and_then(counted).has_value());
    EXPECT_EQ(calls, 0);
}

TEST(Result, TransformChangesTheType) {
    EXPECT_EQ(half(12).transform([](int value) { return std::to_string(value); }), Result<std::string>("6"));
    EXPECT_EQ(half(5).transform([](int value) { return std::to_string(value); }).error().code, "half.odd");
}

TEST(Must, ThrowsBugThatNamesThePlace) {
    EXPECT_NO_THROW(must(true));
    try {
        must(false, "two and two");
        FAIL() << "must(false) returned";
    } catch (Bug const& bug) {
        EXPECT_NE(std::string(bug.what()).find("two and two broken at "), std::string::npos);
        EXPECT_NE(std::string(bug.what()).find("result_test.cpp"), std::string::npos);
    }
}

}  // namespace
}  // namespace lotse
