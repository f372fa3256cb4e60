// SPDX-License-Identifier: Apache-2.0
#include "api/problem.h"

#include <gtest/gtest.h>

namespace lotse::api {
namespace {

TEST(Problem, KeepsTheDetailForTheLog) {
    auto const error = unavailable("store.busy", "Try again.", "/var/lib/lotse/lotse.db is locked");
    EXPECT_EQ(
        to_string(problem(error)),
        R"({"type":"about:blank","title":"Service Unavailable","status":503,"detail":"Try again.","code":"store.busy"})");
}

TEST(Problem, NamesTheField) {
    EXPECT_EQ(
        to_string(problem(invalid("queue.missing", "There is no such queue.", "/queue"))),
        R"({"type":"about:blank","title":"Unprocessable Content","status":422,"detail":"There is no such queue.",)"
        R"("code":"queue.missing","errors":[{"pointer":"/queue","detail":"There is no such queue."}]})");
}

TEST(Problem, MapsStaleVersionsAndBadJson) {
    EXPECT_EQ(status_of(conflict("ticket.stale_version", "")), 412);
    EXPECT_EQ(status_of(conflict("ticket.closed", "")), 409);
    EXPECT_EQ(status_of(invalid("json.syntax", "")), 400);
    EXPECT_EQ(status_of(not_found("ticket.missing", "")), 404);
    EXPECT_EQ(status_of(bug("x", "")), 500);
}

}  // namespace
}  // namespace lotse::api
