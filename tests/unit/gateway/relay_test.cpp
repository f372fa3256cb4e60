// SPDX-License-Identifier: Apache-2.0
#include "gateway/relay.h"

#include <gtest/gtest.h>

namespace lotse::gateway {
namespace {

desk::Submission a_server(std::string host, std::string security) {
    desk::Submission out;
    out.host = std::move(host);
    out.port = 2525;
    out.security = std::move(security);
    out.user = "desk";
    out.password = Secret<std::string>("s3cret");
    return out;
}

TEST(Relay, IsMadeOfTheDesksOwnServer) {
    SmtpRelay configured;
    configured.ca_file = "/etc/ca.pem";
    auto const relay = relay_from(a_server("smtp.example.org", "starttls"), configured);
    EXPECT_EQ(relay.url, "smtp://smtp.example.org:2525");
    EXPECT_EQ(relay.security, "starttls");
    EXPECT_EQ(relay.user, "desk");
    EXPECT_EQ(relay.password.reveal(), "s3cret");
    EXPECT_EQ(relay.ca_file, "/etc/ca.pem");
    EXPECT_EQ(relay_from(a_server("smtp.example.org", "tls"), configured).url, "smtps://smtp.example.org:2525");
    EXPECT_EQ(relay_from(a_server("::1", "none"), configured).url, "smtp://[::1]:2525");
}

TEST(Relay, IsNoneWithoutAHost) { EXPECT_EQ(relay_from(a_server("", "tls"), {}).url, ""); }

}  // namespace
}  // namespace lotse::gateway
