// SPDX-License-Identifier: Apache-2.0
#include "net/address_list.h"

#include <gtest/gtest.h>

namespace lotse::net {
namespace {

AddressList list(std::vector<std::string> const& texts) {
    auto read = AddressList::read(texts);
    EXPECT_TRUE(read.has_value()) << (read ? "" : read.error().message);
    return read ? *read : AddressList();
}

TEST(AddressList, HasAddressesAndWhatLiesInItsNetworks) {
    auto const proxies = list({"127.0.0.0/8", "192.0.2.7", "::1", "fd00::/8"});
    for (auto const* inside : {"127.0.0.1", "127.255.0.3", "192.0.2.7", "::1", "fd12:3456::9", "::ffff:127.0.0.1"})
        EXPECT_TRUE(proxies.has(inside)) << inside;
    for (auto const* outside : {"128.0.0.1", "192.0.2.8", "::2", "fe80::1", "::ffff:192.0.2.8", "", "localhost"})
        EXPECT_FALSE(proxies.has(outside)) << outside;
}

TEST(AddressList, TakesEveryAddressOfAPrefixOfNothing) {
    EXPECT_TRUE(list({"0.0.0.0/0"}).has("203.0.113.9"));
    EXPECT_FALSE(list({"0.0.0.0/0"}).has("2001:db8::1"));
    EXPECT_TRUE(list({"::/0"}).has("2001:db8::1"));
}

TEST(AddressList, IgnoresBitsBehindThePrefix) { EXPECT_TRUE(list({"10.1.2.3/8"}).has("10.9.9.9")); }

TEST(AddressList, HasNoneWhereNoneIsNamed) {
    EXPECT_TRUE(AddressList().empty());
    EXPECT_FALSE(AddressList().has("127.0.0.1"));
}

TEST(AddressList, NamesWhatIsNeither) {
    for (auto const* text :
         {"", "proxy", "10.0.0.0/33", "10.0.0.0/", "::/129", "1.2.3.4/-1", "1.2.3.4:80", "10.0.0.0/8/8"}) {
        auto const read = AddressList::read({"127.0.0.1", text});
        ASSERT_FALSE(read.has_value()) << text;
        EXPECT_EQ(read.error().code, "address_list.format");
        EXPECT_NE(read.error().message.find("\"" + std::string(text) + "\""), std::string::npos);
    }
}

}  // namespace
}  // namespace lotse::net
