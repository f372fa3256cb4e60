// SPDX-License-Identifier: Apache-2.0
#include "app/config.h"

#include <gtest/gtest.h>

namespace lotse::app {
namespace {

TEST(Config, TrustsTheProxiesOfThisMachineUnlessToldOtherwise) {
    EXPECT_EQ(parse_config("", "lotse.toml")->trusted_proxies, (std::vector<std::string>{"127.0.0.0/8", "::1"}));
    auto const none = parse_config("[http]\ntrusted_proxies = []\n", "lotse.toml");
    ASSERT_TRUE(none.has_value());
    EXPECT_TRUE(none->trusted_proxies.empty());
}

TEST(Config, NamesAProxyThatIsNoAddress) {
    auto const config =
        parse_config("[http]\ntrusted_proxies = [\"10.0.0.0/8\", \"proxy.firm.example\"]\n", "lotse.toml");
    ASSERT_FALSE(config.has_value());
    EXPECT_EQ(config.error().message,
              "lotse.toml: 'http.trusted_proxies': \"proxy.firm.example\" is neither an address nor a network, such as "
              "192.0.2.7 or 10.0.0.0/8.");
}

}  // namespace
}  // namespace lotse::app
