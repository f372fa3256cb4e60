// SPDX-License-Identifier: Apache-2.0
// The whole encoder on a small model of random weights. What it must say comes from another implementation:
// tools/make_encoder_reference.py. The real model is held against the same one by tests/models/run_models.py.
#include "encoder/e5_encoder.h"

#include <gtest/gtest.h>

#include <numeric>
#include <sstream>
#include <thread>

#include "base/json.h"
#include "support/data_file.h"

namespace lotse::encoder {
namespace {

std::shared_ptr<std::string const> tiny() {
    static auto const kFile = std::make_shared<std::string const>(lotse::testing::read_data("encoder/tiny.e5s1"));
    return kFile;
}

SharedEncoder open_tiny(Kernels const& kernels = best_kernels()) {
    auto opened = open_e5({*tiny(), tiny()}, "tiny-1", kernels);
    EXPECT_TRUE(opened.has_value()) << opened.error().detail;
    return *opened;
}

struct Reference {
    std::string text;
    Role role = Role::query;
    std::vector<std::uint32_t> tokens;
    std::vector<double> vector;
};
std::vector<Reference> references() {
    std::vector<Reference> out;
    std::istringstream lines(lotse::testing::read_data("encoder/tiny.jsonl"));
    std::string line;
    while (std::getline(lines, line)) {
        auto const object = parse_json(line)->get_object();
        Reference one{std::string(text_at(object, "text")),
                      text_at(object, "role") == "query" ? Role::query : Role::passage,
                      {},
                      {}};
        for (auto const& token : object.at("tokens").as_array()) one.tokens.push_back(token.to_number<std::uint32_t>());
        for (auto const& value : object.at("vector").as_array()) one.vector.push_back(value.to_number<double>());
        out.push_back(std::move(one));
    }
    return out;
}

double likeness(Embedding const& a, std::vector<double> const& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

TEST(E5Encoder, CutsTextsAsTheReferenceDoes) {
    ASSERT_GT(references().size(), 10U);
    for (auto const& one : references()) EXPECT_EQ(*e5_tokens(*tiny(), one.text, one.role), one.tokens) << one.text;
}

TEST(E5Encoder, PointsWhereTheReferencePointsWithEveryKindOfProcessor) {
    for (auto const* kernels : available_kernels()) {
        auto const encoder = open_tiny(*kernels);
        for (auto const& one : references()) {
            auto const vector = *encoder->encode_one(one.text, one.role);
            ASSERT_EQ(vector.size(), 64U);
            EXPECT_GT(likeness(vector, one.vector), 0.9995) << kernels->name << ": " << one.text;
        }
    }
}

TEST(E5Encoder, GivesTheSameVectorAloneAndInCompany) {
    auto const encoder = open_tiny();
    std::vector<std::string> texts;
    for (auto const& one : references())
        for (int i = 0; i < 5; ++i) texts.push_back(one.text + std::to_string(i));
    std::vector<std::string_view> const views(texts.begin(), texts.end());
    auto const many = *encoder->encode(views, Role::query);
    ASSERT_EQ(many.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto const alone = *encoder->encode_one(texts[i], Role::query);
        EXPECT_NEAR(std::inner_product(alone.begin(), alone.end(), many[i].begin(), 0.0), 1, 1e-5) << texts[i];
    }
}

TEST(E5Encoder, ReadsNoFurtherThanTheFirstTokens) {
    auto const encoder = open_tiny();
    std::string page;
    for (int i = 0; i < 20'000; ++i) page += "ticket " + std::to_string(i) + " \xEF\xB7\xBA";
    EXPECT_EQ(encoder->count_tokens(page, Role::query), 64U);
    EXPECT_EQ(*encoder->encode_one(page, Role::query), *encoder->encode_one(page + "and more", Role::query));
}

TEST(E5Encoder, TakesBytesThatAreNoText) {
    auto const encoder = open_tiny();
    for (std::string const& text : {std::string("\xFF\xFE\x00\xC3", 4), std::string(1000, '\0'),
                                    std::string("\xF0\x9F\x96"), std::string("\xED\xA0\x80\xC0\xAF")}) {
        auto const vector = encoder->encode_one(text, Role::query);
        ASSERT_TRUE(vector.has_value());
        EXPECT_NEAR(std::inner_product(vector->begin(), vector->end(), vector->begin(), 0.0), 1, 1e-5);
    }
}

TEST(E5Encoder, ServesManyThreadsAtOnce) {
    auto const encoder = open_tiny();
    auto const alone = *encoder->encode_one("the printer on floor 3", Role::query);
    std::vector<std::thread> threads;
    std::vector<Embedding> found(4);
    for (auto& one : found)
        threads.emplace_back([&] { one = *encoder->encode_one("the printer on floor 3", Role::query); });
    for (auto& thread : threads) thread.join();
    for (auto const& one : found) EXPECT_EQ(one, alone);
}

TEST(E5Encoder, NamesItsWeights) {
    EXPECT_EQ(open_tiny()->version(), "tiny-1");
    EXPECT_EQ(open_tiny()->dimensions(), 64U);
}

}  // namespace
}  // namespace lotse::encoder
