// SPDX-License-Identifier: Apache-2.0
#include "net/connection.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>

#include "net/listen.h"
#include "unit/net/support/certificate.h"
#include "unit/net/support/http_desk.h"
#include "unit/net/support/run.h"

namespace lotse::net {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 60s;  // a busy machine under a sanitizer is slow at hand-shakes

asio::awaitable<Result<std::string>> read_line(Connection connection) {
    std::string line;
    std::array<char, 64> bytes;
    while (!line.ends_with('\n')) {
        CO_TRY(auto const count, co_await connection.read_some(bytes.data(), bytes.size()));
        if (count == 0) break;
        line.append(bytes.data(), count);
    }
    co_return line;
}

// Speaks plain first, then TLS, as a mail server with STARTTLS does.
asio::awaitable<void> serve_starttls(Listener listener, TlsContext context) {
    auto socket = co_await listener.accept();
    Connection connection(std::move(*socket));
    connection.expires_after(kPatience);
    auto const hello = co_await read_line(connection);
    auto said = co_await connection.write("plain " + hello.value());
    auto const secured = co_await connection.start_tls(context);
    if (!secured.has_value()) co_return;
    auto const second = co_await read_line(connection);
    said = co_await connection.write("secret " + second.value());
    co_await connection.finish();
}

struct Said {
    Result<std::string> plain;
    Ok secured;
    Result<std::string> secret;
};
asio::awaitable<Said> talk(std::uint16_t port, TlsContext context, std::string host) {
    auto opened = co_await Connection::connect("127.0.0.1", port, kPatience);
    Connection connection = opened.value();
    connection.expires_after(kPatience);
    Said said;
    Ok written = co_await connection.write("a\n");
    said.plain = co_await read_line(connection);
    said.secured = co_await connection.start_tls_as_client(context, host);
    if (!said.secured.has_value()) co_return said;
    written = co_await connection.write("b\n");
    said.secret = co_await read_line(connection);
    co_return said;
}

asio::awaitable<Result<std::string>> connect_and_listen(std::string host, std::uint16_t port,
                                                        std::chrono::milliseconds limit) {
    CO_TRY(Connection connection, co_await Connection::connect(host, port, limit));
    connection.expires_after(limit);
    co_return co_await read_line(connection);
}
asio::awaitable<std::pair<std::string, std::string>> outlast_the_deadline(std::uint16_t port) {
    auto opened = co_await Connection::connect("127.0.0.1", port, kPatience);
    Connection connection = opened.value();
    connection.expires_after(50ms);
    auto const late = co_await read_line(connection);
    auto const still_late = co_await connection.write("x");
    connection.expires_after(kPatience);
    auto const sent = co_await connection.write("x");
    co_return std::pair(still_late.has_value() ? "sent" : still_late.error().code,
                        sent.has_value() ? "sent" : "not sent");
}

}  // namespace

TEST(Connection, StartsTlsInTheMiddle) {
    Certificate const certificate;
    auto const server = *TlsServer::open(certificate.cert_file(), certificate.key_file());
    auto const client = *TlsClient::open({.extra_ca_file = certificate.cert_file()});
    Runtime runtime(2);
    auto listener = *Listener::open(runtime, {"127.0.0.1", 0});
    runtime.spawn("server", serve_starttls(listener, server->context()));
    auto const said = run(runtime, talk(listener.local().port, client->context_for("127.0.0.1"), "localhost"));
    EXPECT_EQ(said.plain, Result<std::string>("plain a\n"));
    EXPECT_TRUE(said.secured.has_value());
    EXPECT_EQ(said.secret, Result<std::string>("secret b\n"));
}

TEST(Connection, RefusesACertificateForAnotherNameOrFromNobody) {
    Certificate const certificate;
    auto const server = *TlsServer::open(certificate.cert_file(), certificate.key_file());
    auto const knows_it = *TlsClient::open({.extra_ca_file = certificate.cert_file()});
    auto const strict = *TlsClient::open({});
    auto const lenient = *TlsClient::open({.extra_ca_file = {}, .trust_loopback = true});
    struct Case {
        TlsContext context;
        std::string host;
        bool is_good;
    };
    for (auto const& each : {Case{knows_it->context_for("127.0.0.1"), "other.example", false},
                             Case{strict->context_for("127.0.0.1"), "localhost", false},
                             Case{lenient->context_for("192.0.2.1"), "localhost", false},
                             Case{lenient->context_for("127.0.0.1"), "other.example", true}}) {
        Runtime runtime(2);
        auto listener = *Listener::open(runtime, {"127.0.0.1", 0});
        runtime.spawn("server", serve_starttls(listener, server->context()));
        auto const said = run(runtime, talk(listener.local().port, each.context, each.host));
        EXPECT_EQ(said.secured.has_value(), each.is_good) << each.host;
        if (!said.secured.has_value()) {
            EXPECT_EQ(said.secured.error().code, "net.certificate");
            EXPECT_NE(said.secured.error().message.find(each.host + " is not trusted: "), std::string::npos)
                << said.secured.error().message;
        }
    }
}

TEST(Connection, KeepsItsDeadlines) {
    Runtime runtime(2);
    auto listener = *Listener::open(runtime, {"127.0.0.1", 0});
    auto const heard = run(runtime, connect_and_listen("127.0.0.1", listener.local().port, 100ms));
    ASSERT_FALSE(heard.has_value());
    EXPECT_EQ(heard.error().code, "net.timeout");
    EXPECT_EQ(heard.error().kind, Kind::unavailable);
}

TEST(Connection, StaysLateUntilTheDeadlineIsMoved) {
    Runtime runtime(2);
    auto listener = *Listener::open(runtime, {"127.0.0.1", 0});
    auto const [late, moved] = run(runtime, outlast_the_deadline(listener.local().port));
    EXPECT_EQ(late, "net.timeout");
    EXPECT_EQ(moved, "sent");
}

TEST(Connection, TellsWhenNobodyIsThere) {
    Runtime runtime(1);
    std::uint16_t port = 0;
    {
        Runtime other(1);
        port = Listener::open(other, {"127.0.0.1", 0})->local().port;
    }
    auto const refused = run(runtime, connect_and_listen("127.0.0.1", port, kPatience));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "net.closed");
    auto const unknown = run(runtime, connect_and_listen("no-such-host.invalid", 25, 5s));
    ASSERT_FALSE(unknown.has_value());
    EXPECT_EQ(unknown.error().kind, Kind::unavailable);
}

}  // namespace lotse::net
