// SPDX-License-Identifier: Apache-2.0
#include "desk/portal_settings.h"

#include <gtest/gtest.h>

namespace lotse::desk {
namespace {

PortalPlace a_place(int tenant, std::string url, bool is_demo = false) {
    PortalPlace out{domain::TenantId{tenant}, is_demo, {}};
    out.portal.url = std::move(url);
    return out;
}
std::int64_t tenant_at(std::vector<PortalPlace> const& places, std::string_view host) {
    auto const found = portal_at(places, host);
    return found ? found->tenant.value : 0;
}

TEST(PortalSettings, KnowHowWhiteStandsOnAColour) {
    EXPECT_NEAR(contrast_with_white("#000000").value_or(0), 21.0, 1e-9);
    EXPECT_NEAR(contrast_with_white("#ffffff").value_or(0), 1.0, 1e-9);
    EXPECT_GE(contrast_with_white("#767676").value_or(0), 4.5);
    EXPECT_LT(contrast_with_white("#777777").value_or(9), 4.5);
    for (auto const* text : {"", "red", "#12345", "#12345g", "#1234567"})
        EXPECT_FALSE(contrast_with_white(text)) << text;
}

TEST(PortalSettings, AreFoundByTheHostThatIsAskedFor) {
    std::vector const places{a_place(1, "https://help.one.example"), a_place(2, "https://help.two.example:8443")};
    EXPECT_EQ(tenant_at(places, "HELP.one.example"), 1);
    EXPECT_EQ(tenant_at(places, "help.two.example:8443"), 2);
    EXPECT_EQ(tenant_at(places, "help.two.example"), 0) << "of several desks none is meant";
    EXPECT_EQ(tenant_at({}, "help.one.example"), 0);
}

TEST(PortalSettings, OfTheOnlyRealDeskAnswerAnyHost) {
    EXPECT_EQ(tenant_at({a_place(1, {}, true), a_place(2, {})}, "192.0.2.1"), 2);
    EXPECT_EQ(tenant_at({a_place(1, {}, true)}, "localhost:80"), 1);
}

TEST(PortalSettings, OfAClosedPortalAnswerNobody) {
    auto place = a_place(1, "https://help.one.example");
    place.portal.is_open = false;
    EXPECT_EQ(tenant_at({place}, "help.one.example"), 0);
    EXPECT_EQ(domain::ticket_page_url(place.portal, domain::TicketId{3}), "");
    place.portal.is_open = true;
    EXPECT_EQ(domain::ticket_page_url(place.portal, domain::TicketId{3}), "https://help.one.example/help/tickets/3");
}

}  // namespace
}  // namespace lotse::desk
