// SPDX-License-Identifier: Apache-2.0
#include "net/tls.h"

#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include <fstream>

#include "net/listen.h"
#include "unit/net/support/certificate.h"
#include "unit/net/support/http_desk.h"
#include "unit/net/support/raw_client.h"

namespace lotse::net {
namespace {

HttpOptions with(std::shared_ptr<TlsServer> tls) {
    HttpOptions options;
    options.tls = std::move(tls);
    return options;
}
std::string const kGet = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";

}  // namespace

TEST(Tls, ServesTheSamePagesEncrypted) {
    Certificate const certificate;
    HttpDesk desk([](Request const& request) { return text_response(request.is_tls ? "encrypted" : "plain"); },
                  with(*TlsServer::open(certificate.cert_file(), certificate.key_file())));
    RawClient client(desk.port(), certificate.cert_file());
    ASSERT_TRUE(client.is_connected());
    for (int i = 0; i < 3; ++i) {
        client.send(kGet);
        auto const answer = client.read_answer();
        EXPECT_EQ(answer.body, "encrypted");
        EXPECT_EQ(answer.header("strict-transport-security"), "max-age=31536000");
    }
    client.send("GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(client.read_answer().body, "encrypted");
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Tls, CarriesLargeBodiesBothWays) {
    Certificate const certificate;
    HttpOptions options = with(*TlsServer::open(certificate.cert_file(), certificate.key_file()));
    options.limits.body_bytes = 10'000'000;
    HttpDesk desk([](Request const& request) { return text_response(request.body); }, options);
    RawClient client(desk.port(), certificate.cert_file());
    std::string const body(5'000'000, 'b');
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n" + body);
    EXPECT_EQ(client.read_answer().body, body);
}

TEST(Tls, ClosesOnWhoSpeaksPlainOrNothing) {
    Certificate const certificate;
    auto options = with(*TlsServer::open(certificate.cert_file(), certificate.key_file()));
    options.limits.head_time = std::chrono::milliseconds(300);
    HttpDesk desk(echo, options);
    RawClient plain(desk.port());
    plain.send(kGet);
    EXPECT_FALSE(plain.read_to_end().contains("HTTP/1.1"));
    RawClient silent(desk.port());
    EXPECT_EQ(silent.read_to_end(), "");
}

TEST(Tls, TakesARenewedCertificateForNewConnections) {
    Certificate certificate;
    auto const tls = *TlsServer::open(certificate.cert_file(), certificate.key_file());
    HttpDesk desk(echo, with(tls));
    RawClient before(desk.port(), certificate.cert_file());
    certificate.renew("localhost");
    EXPECT_FALSE(RawClient(desk.port(), certificate.cert_file()).is_connected()) << "the old one is not the new one";
    ASSERT_TRUE(tls->reload().has_value());
    EXPECT_TRUE(RawClient(desk.port(), certificate.cert_file()).is_connected());
    before.send(kGet);
    EXPECT_EQ(before.read_answer().status, 200) << "the connection from before goes on";
}

TEST(Tls, KeepsTheOldCertificateWhenTheNewOneIsBroken) {
    Certificate certificate;
    auto const tls = *TlsServer::open(certificate.cert_file(), certificate.key_file());
    auto const good = tls->context();
    std::ofstream(certificate.cert_file()) << "broken";
    auto const reloaded = tls->reload();
    ASSERT_FALSE(reloaded.has_value());
    EXPECT_EQ(reloaded.error().code, "tls.certificate");
    EXPECT_TRUE(reloaded.error().message.contains(certificate.cert_file()));
    EXPECT_EQ(tls->context(), good);
}

TEST(Tls, RefusesAKeyOfAnotherCertificate) {
    Certificate const one;
    Certificate const other;
    auto const opened = TlsServer::open(one.cert_file(), other.key_file());
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code, "tls.certificate");
    EXPECT_FALSE(TlsServer::open("/nowhere.pem", one.key_file()).has_value());
}

TEST(Tls, ExcusesOnlyLoopbackFromACheck) {
    auto const strict = *TlsClient::open({});
    EXPECT_EQ(SSL_CTX_get_verify_mode(strict->context_for("127.0.0.1")->native_handle()), SSL_VERIFY_PEER);
    auto const lenient = *TlsClient::open({.extra_ca_file = {}, .trust_loopback = true});
    EXPECT_EQ(SSL_CTX_get_verify_mode(lenient->context_for("127.0.0.1")->native_handle()), SSL_VERIFY_NONE);
    EXPECT_EQ(SSL_CTX_get_verify_mode(lenient->context_for("192.0.2.1")->native_handle()), SSL_VERIFY_PEER);
    EXPECT_FALSE(TlsClient::open({.extra_ca_file = "/nowhere.pem"}).has_value());
}

}  // namespace lotse::net
