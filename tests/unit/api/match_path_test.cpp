// SPDX-License-Identifier: Apache-2.0
#include "api/match_path.h"

#include <gtest/gtest.h>

#include "api/routes.h"

namespace lotse::api {
namespace {

// A route that does not say who may call it is no route.
static_assert(!std::is_constructible_v<Route, Verb, char const*, char const*, Operation>);
static_assert(std::is_constructible_v<Route, Verb, char const*, char const*, access::Permission, Operation>);
static_assert(!std::is_default_constructible_v<Access>);

std::string operation(std::string_view method, std::string_view path) {
    static RouteTable const table(all_groups());
    auto const match = table.find(method, path);
    return match.route != nullptr ? match.route->operation : "";
}

TEST(RouteTable, FindsOperationsByVerbAndPath) {
    EXPECT_EQ(operation("GET", "/api/v1/tickets"), "list_tickets");
    EXPECT_EQ(operation("POST", "/api/v1/tickets"), "create_ticket");
    EXPECT_EQ(operation("GET", "/api/v1/tickets/7"), "get_ticket");
    EXPECT_EQ(operation("DELETE", "/api/v1/tickets/7/closure"), "reopen_ticket");
    EXPECT_EQ(operation("GET", "/api"), "get_reference_page");
}

TEST(RouteTable, PrefersWordsToIds) {
    EXPECT_EQ(operation("GET", "/api/v1/queues/counts"), "count_queues");
    EXPECT_EQ(operation("GET", "/api/v1/queues/3"), "get_queue");
}

TEST(RouteTable, TakesOnlyPlainIds) {
    for (auto const* path : {"/api/v1/tickets/0", "/api/v1/tickets/07", "/api/v1/tickets/-1", "/api/v1/tickets/+1",
                             "/api/v1/tickets/1.0", "/api/v1/tickets/abc", "/api/v1/tickets/9999999999999999999",
                             "/api/v1/tickets/", "/api/v1/tickets//", "/api/v1/tickets/7/", "/api/v1/tickets/%37"})
        EXPECT_EQ(operation("GET", path), "") << path;
}

TEST(RouteTable, TellsWhichVerbsAPathKnows) {
    RouteTable const table(all_groups());
    auto const match = table.find("PUT", "/api/v1/tickets/7");
    EXPECT_EQ(match.route, nullptr);
    EXPECT_EQ(match.verbs, (std::vector<std::string_view>{"GET", "PATCH"}));
    EXPECT_TRUE(table.find("GET", "/nothing").verbs.empty());
    EXPECT_TRUE(table.find("GET", "").verbs.empty());
}

TEST(RouteTable, GivesTheIdsOfThePath) {
    RouteTable const table(all_groups());
    EXPECT_EQ(int_at(table.find("GET", "/api/v1/tickets/42").path, "ticket"), 42);
}

}  // namespace
}  // namespace lotse::api
