// SPDX-License-Identifier: Apache-2.0
#include "api/presence.h"

#include <gtest/gtest.h>

namespace lotse::api {
namespace {

constexpr domain::TenantId kTenant{1};
constexpr domain::TicketId kTicket{7};
constexpr domain::AgentId kAnna{3};
constexpr domain::AgentId kBo{2};

class PresenceTest : public testing::Test {
  protected:
    std::vector<domain::AgentId> here() const {
        std::vector<domain::AgentId> out;
        for (auto const& viewer : presence_.viewers(kTenant, kTicket)) out.push_back(viewer.agent);
        return out;
    }
    FakeClock clock_{*parse_rfc3339("2026-03-04T09:00:00Z")};
    Presence presence_{clock_};
};

TEST_F(PresenceTest, TellsOnlyWhatIsNew) {
    EXPECT_TRUE(presence_.enter(kTenant, kTicket, kAnna, "viewing"));
    EXPECT_FALSE(presence_.enter(kTenant, kTicket, kAnna, "viewing"));
    EXPECT_TRUE(presence_.enter(kTenant, kTicket, kAnna, "replying"));
    EXPECT_TRUE(presence_.enter(kTenant, kTicket, kBo, "viewing"));
    EXPECT_EQ(here(), (std::vector{kBo, kAnna}));
}

TEST_F(PresenceTest, ForgetsWhoDoesNotComeBackWithin30Seconds) {
    presence_.enter(kTenant, kTicket, kAnna, "viewing");
    clock_.advance(std::chrono::seconds{20});
    presence_.enter(kTenant, kTicket, kBo, "viewing");
    clock_.advance(std::chrono::seconds{15});
    EXPECT_EQ(here(), std::vector{kBo});
    EXPECT_EQ(presence_.forget_expired(kTenant), std::vector{kTicket});
    EXPECT_TRUE(presence_.forget_expired(kTenant).empty());
    EXPECT_TRUE(presence_.enter(kTenant, kTicket, kAnna, "viewing")) << "coming back is news";
}

TEST_F(PresenceTest, AnotherDesksTicketOfTheSameNumberIsAnother) {
    presence_.enter(kTenant, kTicket, kAnna, "viewing");
    EXPECT_TRUE(presence_.viewers(domain::TenantId{2}, kTicket).empty());
    EXPECT_FALSE(presence_.leave(domain::TenantId{2}, kTicket, kAnna));
    EXPECT_TRUE(presence_.leave(kTenant, kTicket, kAnna));
    EXPECT_FALSE(presence_.leave(kTenant, kTicket, kAnna));
    EXPECT_TRUE(here().empty());
}

}  // namespace
}  // namespace lotse::api
