// SPDX-License-Identifier: Apache-2.0
#include "triage/features.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lotse::triage {
namespace {

double length_of(Features const& features, std::uint32_t from, std::uint32_t to) {
    double sum = 0;
    for (auto const& feature : features)
        if (feature.index >= from && feature.index < to) sum += static_cast<double>(feature.value) * feature.value;
    return std::sqrt(sum);
}

double dot(Features const& a, Features const& b) {
    double sum = 0;
    for (auto const& x : a)
        for (auto const& y : b)
            if (x.index == y.index) sum += static_cast<double>(x.value) * y.value;
    return sum;
}

TEST(ExtractFeatures, AreSortedUniqueAndOfUnitLength) {
    auto const features =
        extract_features({"Drucker kaputt", "Der Drucker druckt nicht mehr.", {{"channel", "email"}}});
    for (std::size_t i = 1; i < features.size(); ++i) EXPECT_LT(features[i - 1].index, features[i].index);
    EXPECT_LT(features.back().index, kFeatureSpace);
    EXPECT_NEAR(length_of(features, 0, kMetadataFrom), 1, 1e-5);
    EXPECT_NEAR(length_of(features, kMetadataFrom, kFeatureSpace), kMetadataLength, 1e-5);
}

// A saved model means nothing to a program that numbers features differently.
TEST(ExtractFeatures, NumberFeaturesTheSameWayForever) {
    auto const terms = readable_terms({"printer", "printer jam", {}});
    ASSERT_EQ(terms.size(), 3U);
    EXPECT_EQ(terms[0].text, "printer");
    EXPECT_EQ(terms[0].index, 65851U);
    EXPECT_EQ(terms[1].text, "printer jam");
    EXPECT_EQ(terms[1].index, 240258U);
    EXPECT_EQ(extract_features({"a", "b", {}}), extract_features({"a", "b", {}}));
}

TEST(ExtractFeatures, FindInflectedWordsAlike) {
    auto const one = extract_features({"", "Drucker", {}});
    auto const inflected = extract_features({"", "Druckern", {}});
    auto const other = extract_features({"", "Rechnung", {}});
    EXPECT_GT(dot(one, inflected), 0.4);
    EXPECT_LT(dot(one, other), 0.1);
}

TEST(ExtractFeatures, DoNotMindCaseMarksOrNumbers) {
    EXPECT_EQ(extract_features({"", "GERÄT 4711", {}}), extract_features({"", "geraet 12", {}}));
}

TEST(ExtractFeatures, CountTheSubjectMore) {
    auto const printer = extract_features({"", "printer", {}});
    EXPECT_GT(dot(printer, extract_features({"printer", "invoice", {}})),
              dot(printer, extract_features({"invoice", "printer", {}})));
}

TEST(ExtractFeatures, CrossMetadataInPairs) {
    auto const one = extract_features({"", "x", {{"mailbox", "it@a.example"}, {"language", "de"}, {"hours", ""}}});
    std::size_t metadata = 0;
    for (auto const& feature : one) metadata += feature.index >= kMetadataFrom ? 1 : 0;
    EXPECT_EQ(metadata, 3U);  // two values and their pair; the empty one is left out
}

TEST(ExtractFeatures, BoundTheirWorkOnHugeTexts) {
    std::string const huge(40U << 20, 'x');
    EXPECT_LT(extract_features({huge, huge, {}}).size(), 100U);
    std::string many;
    for (int i = 0; i < 500000; ++i) many += std::to_string(i * 7919LL) + "a" + std::to_string(i) + " ";
    EXPECT_LT(extract_features({"", many, {}}).size(), 60000U);
}

TEST(ExtractFeatures, TakeNothingFromNothing) {
    EXPECT_TRUE(extract_features({"", "", {}}).empty());
    EXPECT_TRUE(extract_features({" .,;! ", "\xFF\xFE", {}}).empty());
}

}  // namespace
}  // namespace lotse::triage
