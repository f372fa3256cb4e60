// SPDX-License-Identifier: Apache-2.0
#include "desk/first_setup.h"

#include <filesystem>

#include "access/authenticate.h"
#include "desk/submission.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class FirstSetupOfADesk : public DeskTest {
  protected:
    desk::FirstSetup wanted() {
        desk::FirstSetup out;
        out.token = *need(desk::offer_setup(*desk_, folder_));
        out.desk_name = "Pomoc";
        out.language = "pl";
        out.time_zone = "Europe/Warsaw";
        out.admin_name = "Anna Kowalska";
        out.admin_email = "anna@pomoc.example";
        out.admin_password = Secret<std::string>("a sentence of nobody else");
        out.queue_template = "service";
        return out;
    }
    Result<access::Login> complete(desk::FirstSetup const& setup) {
        return desk::complete_setup(*desk_, folder_, setup, {"127.0.0.1", "Test"});
    }
    desk::MailboxFields mailbox() const {
        desk::MailboxFields out;
        out.address = "help@pomoc.example";
        out.host = "imap.pomoc.example";
        out.user = "help@pomoc.example";
        out.password = Secret<std::string>("box");
        return out;
    }
};

TEST_F(FirstSetupOfADesk, SignsTheAdminInAndFitsTheDefaults) {
    auto const setup = wanted();
    auto const login = need(complete(setup));
    auto const who = need(access::authenticate(*store_, clock_, login.cookie.reveal()));
    EXPECT_TRUE(who.must_enrol) << "a new desk asks everybody for a second factor";
    EXPECT_FALSE(who.permissions.any());
    need(store_->read(*scope_, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(auto const queues, store::list_queues(txn));
        EXPECT_EQ(queues.size(), 4U);
        EXPECT_EQ(queues.front().name, "Pierwszy kontakt");
        TRY(auto const admin, store::get_agent(txn, login.agent));
        EXPECT_EQ(admin.queues.size(), 4U);
        EXPECT_EQ(admin.languages, std::vector<std::string>{"pl"});
        TRY(auto const calendars, store::list_calendars(txn));
        EXPECT_EQ(calendars.front().time_zone, "Europe/Warsaw");
        TRY(auto const categories, store::list_categories(txn));
        EXPECT_NE(categories.front().name, "Access");
        return {};
    }));
    EXPECT_TRUE(need(desk::is_set_up(*desk_)));
    EXPECT_FALSE(std::filesystem::exists(folder_ + "/setup-token"));
    EXPECT_EQ(complete(setup).error().kind, Kind::not_found);
}

TEST_F(FirstSetupOfADesk, AsksNobodyForASecondFactorWhereTheAdminSaysSo) {
    auto setup = wanted();
    setup.second_factor = domain::SecondFactor::nobody;
    auto const login = need(complete(setup));
    auto const who = need(access::authenticate(*store_, clock_, login.cookie.reveal()));
    EXPECT_FALSE(who.must_enrol);
    EXPECT_TRUE(who.has(access::Permission::mailboxes_manage));
}

TEST_F(FirstSetupOfADesk, KeepsTheMailboxAndTheOutgoingServer) {
    auto setup = wanted();
    setup.mailbox = mailbox();
    setup.submission.emplace().host = "smtp.pomoc.example";
    need(complete(setup));
    auto const tenant = need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::get_tenant(txn); }));
    EXPECT_EQ(tenant.mail_from, "help@pomoc.example") << "mail goes out with the address that it comes in by";
    EXPECT_FALSE(tenant.accepts_any_recipient);
    auto const mailboxes = need(desk::list_mailboxes(*desk_, *scope_));
    ASSERT_EQ(mailboxes.size(), 1U);
    EXPECT_EQ(need(desk::password_of(*desk_, tenant.id, mailboxes.front())).reveal(), "box");
    EXPECT_EQ(need(desk::read_submission(*desk_, *scope_)).host, "smtp.pomoc.example");
}

TEST_F(FirstSetupOfADesk, PointsAtWhatIsWrongAndChangesNothing) {
    auto setup = wanted();
    setup.mailbox = mailbox();
    setup.mailbox->user = "";
    auto refused = complete(setup);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "/mailbox/user");
    setup.mailbox.reset();
    setup.submission.emplace().host = "not a host";
    refused = complete(setup);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "/submission/host");
    EXPECT_FALSE(need(desk::is_set_up(*desk_)));
    EXPECT_EQ(desk::check_setup_token(*desk_, folder_, Secret<std::string>("x")).error().code, "setup.token");
    need(desk::check_setup_token(*desk_, folder_, setup.token));
}

}  // namespace
}  // namespace lotse
