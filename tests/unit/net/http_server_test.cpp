// SPDX-License-Identifier: Apache-2.0
#include "net/http_server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

#include "base/json.h"
#include "base/must.h"
#include "net/runtime.h"
#include "unit/net/support/http_desk.h"
#include "unit/net/support/raw_client.h"

namespace lotse::net {
namespace {

using namespace std::chrono_literals;

std::string get(std::string_view path) { return "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n\r\n"; }
std::string post(std::string_view path, std::string_view body) {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + std::string(body);
}
std::string code_of(Answer const& answer) {
    auto const body = parse_json(answer.body);
    return body.has_value() && body->is_object() ? std::string(text_at(body->as_object(), "code")) : "(no problem)";
}

}  // namespace

TEST(HttpServer, KeepsAConnectionForManyRequests) {
    HttpDesk desk(echo);
    RawClient client(desk.port());
    std::string last_id;
    for (int i = 0; i < 5; ++i) {
        ASSERT_TRUE(client.send(post("/t/" + std::to_string(i) + "?q=a%20b", "body")));
        auto const answer = client.read_answer();
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.body, "POST /t/" + std::to_string(i) + "|q=a b|body");
        EXPECT_EQ(answer.header("content-type"), "text/plain; charset=utf-8");
        EXPECT_EQ(answer.header("date"), "Wed, 25 Nov 2026 18:20:42 GMT");
        EXPECT_EQ(answer.header("x-request-id").size(), 16U);
        EXPECT_NE(answer.header("x-request-id"), last_id);
        EXPECT_TRUE(answer.headers.contains("content-security-policy"));
        last_id = answer.header("x-request-id");
    }
    EXPECT_EQ(desk.server().open_connections(), 1U);
}

TEST(HttpServer, AnswersPipelinedRequestsInOrder) {
    HttpDesk desk(echo);
    RawClient client(desk.port());
    std::string all;
    for (int i = 0; i < 20; ++i) all += post("/" + std::to_string(i), std::string(static_cast<std::size_t>(i), 'x'));
    ASSERT_TRUE(client.send(all));
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(client.read_answer().body,
                  "POST /" + std::to_string(i) + "|" + std::string(static_cast<std::size_t>(i), 'x'));
}

TEST(HttpServer, ReadsChunkedBodies) {
    HttpDesk desk(echo);
    RawClient client(desk.port());
    client.send("PUT /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    client.send("6\r\n world\r\n0\r\n\r\n" + get("/next"));
    EXPECT_EQ(client.read_answer().body, "PUT /c|hello world");
    EXPECT_EQ(client.read_answer().body, "GET /next|");
}

TEST(HttpServer, AnswersHeadWithTheLengthAndNoBody) {
    HttpDesk desk(echo);
    RawClient client(desk.port());
    client.send("HEAD /abc HTTP/1.1\r\nHost: a\r\n\r\n" + get("/next"));
    auto const head = client.read_answer(false);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("content-length"), std::to_string(std::string("GET /abc|").size()));
    EXPECT_EQ(client.read_answer().body, "GET /next|");
}

TEST(HttpServer, SaysContinueToWhoAsksBeforeTheBody) {
    HttpDesk desk(echo);
    RawClient client(desk.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("ok");
    EXPECT_EQ(client.read_answer().body, "POST /|ok");
    client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");
    EXPECT_EQ(client.read_answer().status, 413) << "said continue to a body that it would not take";
}

TEST(HttpServer, SaysItInTheWordsOfThePageWhereABodyIsTooLargeAndReadsNoneOfIt) {
    HttpOptions options;
    options.limits.body_bytes = 1000;
    options.too_large_page = [](Request const& request) -> std::optional<Response> {
        if (request.path != "/form") return std::nullopt;
        return text_response("<p>too large, " + std::to_string(request.body.size()) + " read</p>");
    };
    HttpDesk desk(echo, std::move(options));
    auto const head = [](std::string_view path, std::string_view rest) {
        return "POST " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n" + std::string(rest) + "\r\n\r\n";
    };
    for (auto const& how : {std::string("Content-Length: 1001"), std::string("Transfer-Encoding: chunked")}) {
        RawClient client(desk.port());
        client.send(head("/form", how) + (how.starts_with("T") ? "3e9\r\n" : ""));
        auto const answer = client.read_answer();
        EXPECT_EQ(answer.body, "<p>too large, 0 read</p>") << how;
        EXPECT_EQ(answer.header("connection"), "close");
    }
    RawClient other(desk.port());
    other.send(head("/other", "Content-Length: 1001"));
    EXPECT_EQ(code_of(other.read_answer()), "http.body_too_large") << "no page for this one";
    // A browser that sends all of it before it reads gets to the answer, too.
    RawClient browser(desk.port());
    ASSERT_TRUE(browser.send(head("/form", "Content-Length: 3000000")));
    EXPECT_TRUE(browser.send(std::string(3'000'000, 'x')));
    EXPECT_EQ(browser.read_answer().body, "<p>too large, 0 read</p>");
}

TEST(HttpServer, ClosesWhenTheClientWantsItOrSpeaksAnOldVersion) {
    HttpDesk desk(echo);
    for (auto const* request : {"GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET /a HTTP/1.0\r\n\r\n"}) {
        RawClient client(desk.port());
        client.send(request);
        auto const answer = client.read_answer();
        EXPECT_EQ(answer.body, "GET /a|");
        EXPECT_EQ(answer.header("connection"), "close");
        EXPECT_EQ(client.read_to_end(), "");
    }
}

TEST(HttpServer, AnswersMalformedRequestsAndCloses) {
    HttpDesk desk(echo);
    for (auto const* request : {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: "
                                "chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n",
                                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nabcdGET "
                                "/smuggled HTTP/1.1\r\nHost: a\r\n\r\n",
                                "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n folded\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\n",
                                "GET /%2e%2e/%2f HTTP/1.1\r\nHost: a\r\n\r\n", "hello\r\n\r\n"}) {
        RawClient client(desk.port());
        client.send(request);
        auto const answer = client.read_answer();
        EXPECT_EQ(answer.status, 400) << request;
        EXPECT_EQ(answer.header("content-type"), "application/problem+json");
        EXPECT_EQ(code_of(answer), "http.malformed") << request;
        EXPECT_EQ(answer.header("connection"), "close");
        EXPECT_EQ(answer.header("x-request-id").size(), 16U);
        EXPECT_EQ(client.read_to_end(), "") << "something was served after " << request;
    }
}

TEST(HttpServer, TurnsAnExceptionIntoAProblemAndGoesOn) {
    HttpDesk desk([](Request const& request) -> Response {
        if (request.path == "/bug") must(false, "the invariant");
        if (request.path == "/throw") throw std::runtime_error("secret detail");
        return echo(request);
    });
    RawClient client(desk.port());
    for (auto const* path : {"/bug", "/throw"}) {
        client.send(get(path));
        auto const answer = client.read_answer();
        EXPECT_EQ(answer.status, 500);
        EXPECT_FALSE(answer.body.contains("secret"));
        EXPECT_FALSE(answer.body.contains("invariant"));
    }
    client.send(get("/fine"));
    EXPECT_EQ(client.read_answer().body, "GET /fine|");
    EXPECT_TRUE(desk.metrics.text().contains("lotse_http_requests_total{status=\"5xx\"} 2\n"));
}

TEST(HttpServer, AsksToComeBackWhenTheLaneIsFull) {
    std::latch go(1);
    std::atomic<int> started = 0;
    HttpDesk desk(
        [&](Request const& request) {
            ++started;
            go.wait();
            return echo(request);
        },
        {}, 1, 1);
    RawClient running(desk.port());
    running.send(get("/running"));
    ASSERT_TRUE(eventually([&] { return started == 1; }));
    // One of these two waits in the queue, the other finds it full.
    RawClient a(desk.port());
    RawClient b(desk.port());
    a.send(get("/a"));
    b.send(get("/b"));
    ASSERT_TRUE(eventually([&] { return desk.metrics.text().contains("{status=\"5xx\"} 1\n"); }));
    go.count_down();
    auto const first = a.read_answer();
    auto const second = b.read_answer();
    EXPECT_EQ(first.status + second.status, 200 + 503);
    auto const& refused = first.status == 503 ? first : second;
    EXPECT_EQ(refused.header("retry-after"), "1");
    EXPECT_EQ(code_of(refused), "lanes.full");
    auto& again = first.status == 503 ? a : b;
    again.send(get("/again"));
    EXPECT_EQ(again.read_answer().body, "GET /again|") << "the connection stays usable";
}

TEST(HttpServer, ServesLargeAnswersWhole) {
    std::string const large(3'000'000, 'z');
    HttpDesk desk([&](Request const&) { return text_response(large); });
    RawClient client(desk.port());
    client.send(get("/large") + get("/again"));
    EXPECT_EQ(client.read_answer().body, large);
    EXPECT_EQ(client.read_answer().body, large);
}

TEST(HttpServer, ServesManyClientsAtOnce) {
    HttpDesk desk(echo);
    std::atomic<int> good = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t)
            threads.emplace_back([&, t] {
                RawClient client(desk.port());
                for (int i = 0; i < 50; ++i) {
                    auto const path = "/" + std::to_string(t) + "/" + std::to_string(i);
                    client.send(post(path, "x"));
                    if (client.read_answer().body == "POST " + path + "|x") ++good;
                }
            });
    }
    EXPECT_EQ(good, 400);
    EXPECT_TRUE(desk.metrics.text().contains("lotse_http_request_seconds_count 400\n"));
}

TEST(HttpServer, TellsWhenItCannotListen) {
    HttpDesk desk(echo);
    HttpOptions options;
    options.endpoint = {"127.0.0.1", desk.port()};
    EXPECT_THROW(HttpDesk(echo, options), Bug);
}

TEST(HttpServer, StopsAtOnceWhenAllConnectionsAreIdle) {
    HttpDesk desk(echo);
    RawClient fresh(desk.port());
    RawClient used(desk.port());
    used.send(get("/"));
    EXPECT_EQ(used.read_answer().status, 200);
    auto const before = std::chrono::steady_clock::now();
    desk.server().stop(before + 20s);
    EXPECT_LT(std::chrono::steady_clock::now() - before, 10s);
    EXPECT_EQ(used.read_to_end(), "");
    EXPECT_EQ(fresh.read_to_end(), "");
    EXPECT_TRUE(eventually([&] { return !RawClient(desk.port()).is_connected(); }))
        << "the port is closed on its own strand";
}

TEST(HttpServer, FinishesARequestBeforeItStops) {
    std::latch started(1);
    std::latch go(1);
    HttpDesk desk([&](Request const& request) {
        started.count_down();
        go.wait();
        return echo(request);
    });
    RawClient client(desk.port());
    client.send(get("/slow"));
    started.wait();
    std::jthread const stopper([&] { desk.runtime().stop(10s); });
    EXPECT_TRUE(eventually([&] { return !RawClient(desk.port()).is_connected(); }));
    go.count_down();
    auto const answer = client.read_answer();
    EXPECT_EQ(answer.body, "GET /slow|");
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(HttpServer, DoesNotWaitBeyondTheDeadline) {
    HttpDesk desk(echo);
    RawClient half(desk.port());
    half.send("GET / HT");
    RawClient proof(desk.port());
    proof.send(get("/"));
    EXPECT_EQ(proof.read_answer().status, 200);
    auto const before = std::chrono::steady_clock::now();
    desk.server().stop(before + 300ms);
    EXPECT_LT(std::chrono::steady_clock::now() - before, 5s);
    EXPECT_EQ(half.read_to_end(), "");
}

}  // namespace lotse::net
