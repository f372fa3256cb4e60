// SPDX-License-Identifier: Apache-2.0
// The limits of a session, each with a short deadline.
#include "net/http_session.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "unit/net/support/http_desk.h"
#include "unit/net/support/raw_client.h"

namespace lotse::net {
namespace {

using namespace std::chrono_literals;

HttpOptions with(HttpLimits limits) {
    HttpOptions options;
    options.limits = limits;
    return options;
}
HttpLimits patient_but(auto change) {
    HttpLimits limits;
    change(limits);
    return limits;
}
std::string get(std::string_view path) { return "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n\r\n"; }
std::string announce(std::string_view path, std::size_t length) {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(length) +
           "\r\n\r\n";
}

// Sends one byte after the other, a few milliseconds apart, until the server has had enough.
std::string drip(RawClient& client, std::string const& bytes) {
    for (char const byte : bytes) {
        if (!client.send({&byte, 1})) break;
        std::this_thread::sleep_for(20ms);
    }
    return client.read_to_end(5s);
}

}  // namespace

TEST(HttpSession, CutsASlowHead) {
    HttpDesk desk(echo, with(patient_but([](auto& limits) { limits.head_time = 300ms; })));
    RawClient client(desk.port());
    auto const said = drip(client, "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(400, 'x'));
    EXPECT_TRUE(said.starts_with("HTTP/1.1 408 Request Timeout\r\n") || said.empty()) << said;
    EXPECT_FALSE(said.contains("(still open)"));
}

TEST(HttpSession, AnswersAHeadThatStopsHalfWay) {
    HttpDesk desk(echo, with(patient_but([](auto& limits) { limits.head_time = 200ms; })));
    RawClient client(desk.port());
    client.send("GET / HTTP/1.1\r\nHo");
    EXPECT_EQ(client.read_answer().status, 408);
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(HttpSession, ClosesAConnectionThatNeverSpeaks) {
    HttpDesk desk(echo, with(patient_but([](auto& limits) { limits.head_time = 200ms; })));
    RawClient client(desk.port());
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(HttpSession, IsNotHeldOpenByEmptyLines) {
    HttpDesk desk(echo, with(patient_but([](auto& limits) { limits.head_time = 300ms; })));
    RawClient client(desk.port());
    std::string lines;
    for (int i = 0; i < 100; ++i) lines += "\r\n";
    EXPECT_FALSE(drip(client, lines).contains("(still open)"));
}

TEST(HttpSession, ClosesAnIdleConnectionWithoutAWord) {
    HttpDesk desk(echo, with(patient_but([](auto& limits) { limits.idle_time = 200ms; })));
    RawClient client(desk.port());
    client.send(get("/"));
    EXPECT_EQ(client.read_answer().status, 200);
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(HttpSession, CutsABodyBelowTheMinimumRate) {
    HttpDesk desk(echo, with(patient_but([](auto& limits) {
                      limits.body_grace = 300ms;
                      limits.body_bytes_per_second = 1000;
                  })));
    RawClient client(desk.port());
    client.send(announce("/", 1000));
    auto const said = drip(client, std::string(200, 'x'));  // 50 bytes/s
    EXPECT_TRUE(said.starts_with("HTTP/1.1 408") || said.empty()) << said;
    EXPECT_FALSE(said.contains("(still open)"));
}

TEST(HttpSession, AcceptsASlowBodyThatKeepsTheRate) {
    HttpDesk desk(echo, with(patient_but([](auto& limits) {
                      limits.body_grace = 500ms;
                      limits.body_bytes_per_second = 10;
                  })));
    RawClient client(desk.port());
    client.send(announce("/", 400) + std::string(50, 'x'));
    for (int i = 0; i < 7; ++i) {  // 500 bytes/s for longer than the grace
        std::this_thread::sleep_for(100ms);
        client.send(std::string(50, 'x'));
    }
    EXPECT_EQ(client.read_answer().body.size(), 400 + std::string("POST /|").size());
}

TEST(HttpSession, LimitsTheTimeOfABodyHoweverSteady) {
    HttpDesk desk(echo, with(patient_but([](auto& limits) { limits.body_time = 300ms; })));
    RawClient client(desk.port());
    client.send(announce("/", 1000));
    EXPECT_TRUE(drip(client, std::string(100, 'x')).starts_with("HTTP/1.1 408"));
}

TEST(HttpSession, RefusesALongHead) {
    HttpDesk desk(echo);
    RawClient client(desk.port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(17'000, 'x') + "\r\n\r\n");
    auto const answer = client.read_answer();
    EXPECT_EQ(answer.status, 431);
    EXPECT_EQ(answer.header("content-type"), "application/problem+json");
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(HttpSession, RefusesALongBodyBeforeItComes) {
    std::atomic<int> calls = 0;
    HttpDesk desk([&](Request const& request) {
        ++calls;
        return echo(request);
    });
    RawClient client(desk.port());
    client.send(announce("/", (1 << 20) + 1));
    auto const answer = client.read_answer();
    EXPECT_EQ(answer.status, 413);
    EXPECT_EQ(answer.header("content-type"), "application/problem+json");
    EXPECT_EQ(client.read_to_end(), "");
    EXPECT_EQ(calls, 0);
}

TEST(HttpSession, DeliversItsRefusalToAClientThatIsStillSending) {
    HttpDesk desk(echo);
    RawClient client(desk.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    std::string const chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
    for (int i = 0; i < 20; ++i) client.send(chunk);
    EXPECT_EQ(client.read_answer().status, 413);
}

TEST(HttpSession, TakesTheLimitOfTheRoute) {
    HttpOptions options;
    options.body_limit = [](std::string_view method, std::string_view path) -> std::size_t {
        return method == "POST" && path == "/upload" ? 30'000'000 : 10;
    };
    HttpDesk desk([](Request const& request) { return text_response(std::to_string(request.body.size())); }, options);
    RawClient uploader(desk.port());
    std::string const large(20'000'000, 'u');
    uploader.send(announce("/upload", large.size()));
    uploader.send(large);
    EXPECT_EQ(uploader.read_answer().body, "20000000");
    uploader.send(announce("/other", 11));
    EXPECT_EQ(uploader.read_answer().status, 413);
}

TEST(HttpSession, LimitsTheMemoryOfAllBodiesTogether) {
    HttpDesk desk(echo, with(patient_but([](auto& limits) { limits.all_bodies_bytes = 100'000; })));
    RawClient holder(desk.port());
    holder.send(announce("/", 90'000) + std::string(80'000, 'x'));
    ASSERT_TRUE(eventually([&] { return desk.metrics.text().contains("lotse_http_body_bytes 80000\n"); }));
    std::string const large(50'000, 'y');
    RawClient refused(desk.port());
    refused.send(announce("/", large.size()) + large);
    auto const answer = refused.read_answer();
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.header("retry-after"), "1");
    holder.send(std::string(10'000, 'x'));
    EXPECT_EQ(holder.read_answer().status, 200);
    RawClient later(desk.port());
    later.send(announce("/", large.size()) + large);
    EXPECT_EQ(later.read_answer().status, 200) << "the memory was not given back";
}

TEST(HttpSession, LimitsConnectionsPerAddress) {
    HttpDesk desk(echo, with(patient_but([](auto& limits) { limits.connections_per_address = 3; })));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<RawClient>(desk.port()));
        clients.back()->send(get("/"));
        EXPECT_EQ(clients.back()->read_answer().status, 200);
    }
    EXPECT_EQ(RawClient(desk.port()).read_to_end(), "");
    EXPECT_EQ(desk.server().open_connections(), 3U);
    EXPECT_TRUE(desk.metrics.text().contains("lotse_http_refused_total 1\n"));
    clients.pop_back();
    EXPECT_TRUE(eventually([&] { return desk.server().open_connections() == 2; }));
    RawClient next(desk.port());
    next.send(get("/"));
    EXPECT_EQ(next.read_answer().status, 200);
}

TEST(HttpSession, TakesThoseWhoComeThroughATrustedProxyForMany) {
    auto options = with(patient_but([](auto& limits) {
        limits.connections_per_address = 1;
        limits.connections = 3;
    }));
    options.trusted_proxies = *AddressList::read({"127.0.0.0/8"});
    HttpDesk desk([](Request const& request) { return text_response(request.is_from_proxy ? "proxy" : "stranger"); },
                  std::move(options));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<RawClient>(desk.port()));
        clients.back()->send(get("/"));
        EXPECT_EQ(clients.back()->read_answer().body, "proxy");
    }
    EXPECT_EQ(RawClient(desk.port()).read_to_end(), "") << "all together are limited, too";
}

TEST(HttpSession, LimitsConnectionsInAll) {
    HttpDesk desk(echo, with(patient_but([](auto& limits) { limits.connections = 2; })));
    RawClient a(desk.port());
    RawClient b(desk.port());
    ASSERT_TRUE(eventually([&] { return desk.server().open_connections() == 2; }));
    EXPECT_EQ(RawClient(desk.port()).read_to_end(), "");
}

TEST(HttpSession, DropsAClientThatDoesNotReadItsAnswer) {
    std::string const large(40'000'000, 'z');
    HttpDesk desk([&](Request const&) { return text_response(large); },
                  with(patient_but([](auto& limits) { limits.write_time = 300ms; })));
    RawClient client(desk.port());
    client.make_receive_buffer_tiny();
    client.send(get("/"));
    EXPECT_TRUE(eventually([&] { return desk.server().open_connections() == 0; }));
}

TEST(HttpSession, ServesOthersWhileManyConnectionsDrip) {
    HttpDesk desk(echo);
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 200; ++i) {
        slow.push_back(std::make_unique<RawClient>(desk.port()));
        slow.back()->send("GET / HTTP/1.1\r\nX");
    }
    RawClient client(desk.port());
    client.send(get("/quick"));
    EXPECT_EQ(client.read_answer().body, "GET /quick|");
}

}  // namespace lotse::net
