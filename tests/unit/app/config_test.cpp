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

TEST(Config, LetsCallsOutReachNothingPrivateUnlessItIsNamed) {
    EXPECT_TRUE(parse_config("", "lotse.toml")->allowed_private_targets.empty());
    auto const one = parse_config("[http]\nallowed_private_targets = [\"10.0.3.7\"]\n", "lotse.toml");
    EXPECT_EQ(one->allowed_private_targets, (std::vector<std::string>{"10.0.3.7"}));
    auto const name = parse_config("[http]\nallowed_private_targets = [\"hooks.firm.example\"]\n", "lotse.toml");
    ASSERT_FALSE(name.has_value());
    EXPECT_TRUE(name.error().message.starts_with("lotse.toml: 'http.allowed_private_targets': \"hooks.firm.example\""))
        << name.error().message;
}

}  // namespace
}  // namespace lotse::app
