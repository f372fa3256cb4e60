// SPDX-License-Identifier: Apache-2.0
#include "desk/vector_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <thread>

namespace lotse::desk {
namespace {

using domain::TicketId;

encoder::CompactVector some_vector(unsigned seed) {
    std::mt19937 random(seed);
    std::vector<float> out(32);
    double squares = 0;
    for (auto& one : out) squares += std::pow(one = static_cast<float>(random() % 2001) / 1000.0F + 0.5F, 2);
    for (auto& one : out) one /= static_cast<float>(std::sqrt(squares));
    return encoder::compact(out);
}

VectorIndex::Change put(std::int64_t ticket) {
    return {TicketId{ticket}, some_vector(static_cast<unsigned>(ticket)), "en"};
}
VectorIndex::Change gone(std::int64_t ticket) { return {TicketId{ticket}, std::nullopt, ""}; }
VectorIndex::Question ask(encoder::CompactVector vector, std::int64_t except = 0) {
    return {std::move(vector), "en", TicketId{except}};
}

std::vector<std::int64_t> ids(NearestVectors const& nearest) {
    std::vector<std::int64_t> out;
    for (auto const& match : nearest.items) out.push_back(match.ticket.value);
    return out;
}

TEST(VectorIndex, FindsWhatLookingAtEachOneFinds) {
    VectorIndex index(32);
    std::vector<VectorIndex::Change> changes;
    for (std::int64_t ticket = 1; ticket <= 5'000; ++ticket) changes.push_back(put(ticket));
    index.apply(changes);
    auto const query = some_vector(77'777);
    std::vector<std::pair<double, TicketId>> wanted;
    double sum = 0;
    for (auto const& change : changes) {
        std::int32_t dot = 0;
        encoder::dot_rows_plainly(change.vector->steps.data(), query.steps, {&dot, 1});
        wanted.emplace_back(
            static_cast<double>(dot) * static_cast<double>(change.vector->scale) * static_cast<double>(query.scale),
            change.ticket);
        sum += wanted.back().first;
    }
    std::ranges::sort(wanted, std::greater<>());
    auto const found = index.nearest(ask(query), 20);
    ASSERT_EQ(found.items.size(), 20U);
    for (std::size_t i = 0; i < 20; ++i) EXPECT_EQ(found.items[i].ticket, wanted[i].second);
    EXPECT_EQ(found.looked_at, 5'000U);
    EXPECT_NEAR(found.usual.at("en"), usual_likeness(sum, 5'000, true), 1e-5);
    EXPECT_EQ(index.nearest(ask(query, wanted[0].second.value), 1).items[0].ticket, wanted[1].second) << "not itself";
    auto const some = index.closeness_of(ask(query), found, std::array{wanted[3].second, TicketId{9'999}});
    EXPECT_NEAR(some[0].value_or(0), found.items[3].closeness, 1e-5);
    EXPECT_FALSE(some[1]);
}

TEST(VectorIndex, ForgetsReplacesAndUsesRoomAgain) {
    VectorIndex index(32);
    index.apply(std::array{put(1), put(2), put(3)});
    index.apply(std::array{gone(2), gone(9)});
    EXPECT_EQ(index.size(), 2U);
    EXPECT_EQ(ids(index.nearest(ask(some_vector(2)), 5)).size(), 2U);
    index.apply(std::array{VectorIndex::Change{TicketId{3}, some_vector(2), "en"}, put(4)});
    EXPECT_EQ(ids(index.nearest(ask(some_vector(2)), 1)), std::vector<std::int64_t>{3});
    EXPECT_EQ(index.size(), 3U);
}

TEST(VectorIndex, LeavesOutVectorsOfAnotherLength) {
    VectorIndex index(32);
    index.apply(std::array{VectorIndex::Change{TicketId{1}, encoder::compact(std::vector<float>(31, 1.0F)), ""}});
    EXPECT_EQ(index.size(), 0U);
    EXPECT_TRUE(index.nearest(ask(encoder::compact(std::vector<float>(31, 1.0F))), 5).items.empty());
    EXPECT_TRUE(index.nearest(ask(some_vector(1)), 5).items.empty());
}

TEST(VectorIndex, KeepsTheNewestWhereItIsFull) {
    VectorIndex index(32, 100);
    for (std::int64_t ticket = 1; ticket <= 150; ++ticket) index.apply(std::array{put(ticket)});
    EXPECT_LE(index.size(), 100U);
    EXPECT_GE(index.size(), 98U);
    auto all = ids(index.nearest(ask(some_vector(1)), 1'000));
    EXPECT_GT(*std::ranges::min_element(all), 49);
}

TEST(VectorIndex, LetsATicketStandOutAmongThoseOfItsOwnLanguage) {
    // All English tickets are alike to the question by their language alone; the German one is closer than German ones are.
    auto const vector = [](float first, float second) {
        std::vector<float> out(32, 0.0F);
        out[0] = first;
        out[1] = second;
        out[2] = std::sqrt(1 - first * first - second * second);
        return encoder::compact(out);
    };
    VectorIndex index(32);
    std::vector<VectorIndex::Change> changes;
    for (std::int64_t ticket = 1; ticket <= 500; ++ticket) {
        changes.push_back({TicketId{ticket}, vector(0.88F, 0), "en"});
        changes.push_back({TicketId{1'000 + ticket}, vector(0.80F, 0), "de"});
    }
    changes.push_back({TicketId{9'999}, vector(0.87F, 0.1F), "de"});
    index.apply(changes);
    auto const found = index.nearest(ask(vector(1, 0)), 3);
    EXPECT_EQ(found.items[0].ticket.value, 9'999);
    EXPECT_GT(found.items[0].closeness, 0.3);
    EXPECT_LT(found.items[1].closeness, 0.1);
}

TEST(VectorIndex, MeasuresClosenessFromWhatIsUsual) {
    EXPECT_DOUBLE_EQ(closeness(1, 0.8), 1);
    EXPECT_DOUBLE_EQ(closeness(0.8, 0.8), 0);
    EXPECT_DOUBLE_EQ(closeness(0.7, 0.8), 0) << "never below";
    EXPECT_NEAR(closeness(0.9, 0.8), 0.5, 1e-9);
    EXPECT_NEAR(usual_likeness(0.93, 1, false), 0.80, 0.01) << "one ticket tells nothing of what is usual";
    EXPECT_GT(usual_likeness(0, 0, true), usual_likeness(0, 0, false));
    EXPECT_NEAR(usual_likeness(900'000, 1'000'000, true), 0.9, 1e-4);
    EXPECT_EQ(closeness(1, usual_likeness(1'000'000, 1'000'000, true)), 1) << "all the same text";
}

TEST(VectorIndex, IsSearchedWhileItChanges) {
    VectorIndex index(32);
    index.apply(std::array{put(1)});
    std::jthread const writer([&](std::stop_token const& stop) {
        for (std::int64_t ticket = 2; !stop.stop_requested(); ticket = ticket % 3'000 + 2)
            index.apply(std::array{put(ticket), gone(ticket / 2 + 1)});
    });
    for (int i = 0; i < 200; ++i) {
        auto const found = index.nearest(ask(some_vector(1)), 3);
        for (std::size_t at = 1; at < found.items.size(); ++at)
            ASSERT_GE(found.items[at - 1].closeness, found.items[at].closeness);
    }
}

}  // namespace
}  // namespace lotse::desk
