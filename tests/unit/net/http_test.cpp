// SPDX-License-Identifier: Apache-2.0
#include "net/http.h"

#include <gtest/gtest.h>

#include "base/json.h"

namespace lotse::net {

TEST(Http, FindsFieldsWithoutRegardToCase) {
    Fields fields;
    fields.add("Content-Type", "text/plain");
    fields.add("X", "1");
    fields.add("x", "2");
    EXPECT_EQ(fields.find("content-type"), "text/plain");
    EXPECT_EQ(fields.find("X"), "1");
    EXPECT_EQ(fields.count("x"), 2U);
    EXPECT_EQ(fields.get_or("y", "none"), "none");
    fields.set("X", "3");
    EXPECT_EQ(fields.count("x"), 1U);
    EXPECT_EQ(fields.find("x"), "3");
}

TEST(Http, TellsAProblemWithoutItsDetail) {
    Error error = invalid("ticket.subject", "The subject is too long.", "/subject");
    error.detail = "secret path";
    auto const response = problem(error);
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(response.content_type, "application/problem+json");
    auto const body = parse_json(response.body)->as_object();
    EXPECT_EQ(text_at(body, "code"), "ticket.subject");
    EXPECT_EQ(text_at(body, "title"), "Unprocessable Content");
    EXPECT_EQ(int_at(body, "status"), 422);
    EXPECT_EQ(text_at(array_at(body, "errors").at(0).as_object(), "pointer"), "/subject");
    EXPECT_FALSE(response.body.contains("secret"));
    EXPECT_FALSE(response.headers.has("Retry-After"));
}

TEST(Http, AsksToComeBackOnlyWhereThatHelps) {
    EXPECT_EQ(problem(unavailable("store.busy", "Busy.")).headers.find("Retry-After"), "1");
    EXPECT_EQ(problem(400, invalid("http.malformed", "Malformed.")).status, 400);
    EXPECT_FALSE(problem(not_found("ticket.none", "No such ticket.")).headers.has("Retry-After"));
}

TEST(Http, ReadsTheLastEventIdFromHeaderOrParameter) {
    Request request;
    EXPECT_FALSE(last_event_id(request));
    request.query.add("last_event_id", "7");
    EXPECT_EQ(last_event_id(request), 7);
    request.headers.add("last-event-id", "9");
    EXPECT_EQ(last_event_id(request), 9);
    request.headers.set("Last-Event-ID", "-1");
    EXPECT_FALSE(last_event_id(request));
    request.headers.set("Last-Event-ID", "abc");
    EXPECT_FALSE(last_event_id(request));
}

}  // namespace lotse::net
