// SPDX-License-Identifier: Apache-2.0
#include "desk/customer_access.h"

#include "desk/letters.h"
#include "support/desk_fixture.h"

namespace lotse::desk {
namespace {

class CustomerAccess : public DeskTest {
  protected:
    // The secret is in the mail alone.
    std::string ask(std::string const& email) {
        need(send_sign_in_link(*desk_, *scope_, email, "en", "https://h.example/help/link/",
                               {"Hafen", "S", "before", "after"}));
        return last_secret();
    }
    // "" where no letter waits.
    std::string last_secret() {
        auto const letters = need(claim_due_letters(*desk_, 10, [](domain::TenantId) -> Result<bool> { return true; }));
        if (letters.empty()) return {};
        auto const& text = letters.back().letter.text.reveal();
        auto const at = text.find("/help/link/");
        return at == std::string::npos ? std::string() : text.substr(at + 11, 43);
    }
    Result<CustomerLogin> redeem(std::string_view secret) { return redeem_link(*desk_, *scope_, secret, "de"); }
    std::optional<domain::Customer> who(std::string const& cookie) {
        return need(customer_of_session(*desk_, *scope_, cookie));
    }
};

TEST_F(CustomerAccess, IsByALinkThatIsGoodOnceAndForAnHour) {
    auto const secret = ask("olga@customer.example");
    EXPECT_EQ(need(address_of_link(*desk_, *scope_, secret)), "olga@customer.example");
    auto const login = need(redeem(secret));
    EXPECT_EQ(login.customer.email, "olga@customer.example");
    EXPECT_EQ(login.customer.language, "de");
    EXPECT_EQ(redeem(secret).error().code, "portal.link");
    auto const late = ask("olga@customer.example");
    clock_.advance(kLinkLife);
    EXPECT_FALSE(need(address_of_link(*desk_, *scope_, late)));
    EXPECT_EQ(redeem(late).error().code, "portal.link");
}

TEST_F(CustomerAccess, EndsAfterADayOfSilence) {
    auto const cookie = need(redeem(ask("olga@customer.example"))).cookie.reveal();
    for (int hours = 0; hours < 48; hours += 12) {
        EXPECT_TRUE(who(cookie));
        clock_.advance(std::chrono::hours{12});
    }
    clock_.advance(std::chrono::hours{13});
    EXPECT_FALSE(who(cookie));
    EXPECT_FALSE(who("")) << "no cookie is nobody";
    EXPECT_FALSE(who(std::string(43, 'A')));
}

TEST_F(CustomerAccess, IsNotForAddressesOfTheDesk) {
    need(send_sign_in_link(*desk_, *scope_, "help@desk.example", "en", "https://h.example/", {"Hafen", "S", "b", "a"}));
    EXPECT_EQ(last_secret(), "") << "the desk would write to itself";
}

}  // namespace
}  // namespace lotse::desk
