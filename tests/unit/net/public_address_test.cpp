// SPDX-License-Identifier: Apache-2.0
#include "net/public_address.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lotse::net {

TEST(PublicAddress, IsWhatTheRegistriesGiveToAnybody) {
    for (auto const* text :
         {"8.8.8.8", "93.184.215.14", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1",
          "2606:4700::1111", "2a00:1450:4001::200e", "::ffff:8.8.8.8", "223.255.255.255"})
        EXPECT_TRUE(is_public_address(text)) << text;
}

TEST(PublicAddress, IsNothingOfOurOwnOrOfNobody) {
    for (auto const* text : {"127.0.0.1",
                             "10.1.2.3",
                             "172.16.0.1",
                             "192.168.1.1",
                             "169.254.169.254",
                             "100.64.0.1",
                             "0.0.0.0",
                             "224.0.0.1",
                             "255.255.255.255",
                             "192.0.2.1",
                             "::1",
                             "::",
                             "fe80::1",
                             "fc00::1",
                             "ff02::1",
                             "2001:db8::1",
                             "2002:7f00:1::",
                             "2001::1",
                             "64:ff9b::8.8.8.8",
                             "::ffff:10.0.0.1",
                             "::8.8.8.8",
                             "3fff::1",
                             "",
                             "example.org",
                             "8.8.8",
                             "8.8.8.8:80",
                             "2606:4700::1111%eth0x",
                             "2606:4700::1111%1"})
        EXPECT_FALSE(is_public_address(text)) << text;
}

TEST(PublicAddress, KnowsTheMachinesOwn) {
    auto const own = own_addresses();
    EXPECT_NE(std::ranges::find(own, "127.0.0.1"), own.end());
}

}  // namespace lotse::net
