// SPDX-License-Identifier: Apache-2.0
#include "desk/submission.h"

#include "desk/mail_test.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class SubmissionOfADesk : public DeskTest {
  protected:
    Result<desk::Submission> change(desk::SubmissionFields const& fields, std::int64_t version = 0) {
        return desk::change_submission(*desk_, as({}), version, fields);
    }
    desk::SubmissionFields a_server() const {
        desk::SubmissionFields out;
        out.host = " SMTP.Example.org ";
        out.user = "desk";
        out.password = Secret<std::string>("s3cret");
        return out;
    }
};

TEST_F(SubmissionOfADesk, KeepsItsPasswordSealed) {
    auto const made = need(change(a_server()));
    EXPECT_EQ(made.host, "smtp.example.org");
    EXPECT_EQ(made.port, 587);
    EXPECT_EQ(made.security, "starttls");
    EXPECT_EQ(made.version, 1);
    EXPECT_EQ(made.password.reveal(), "s3cret");
    need(store_->read(*scope_, [](store::ReadTxn& txn) {
        return txn.each("SELECT password FROM submission WHERE tenant_id = :tenant", {},
                        [](store::Row const& row) { EXPECT_EQ(row.bytes(0).find("s3cret"), std::string::npos); });
    }));
}

TEST_F(SubmissionOfADesk, WantsThePasswordAnewForAnotherServer) {
    need(change(a_server()));
    desk::SubmissionFields other;
    other.host = "evil.example";
    auto const refused = change(other);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "/password");
    other.password = Secret<std::string>("another");
    EXPECT_EQ(need(change(other)).host, "evil.example");
}

TEST_F(SubmissionOfADesk, DoesWithoutTlsOnlyToThisMachine) {
    auto server = a_server();
    server.security = "none";
    auto const refused = change(server);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "/security");
    server.host = "127.0.0.1";
    EXPECT_EQ(need(change(server)).security, "none");
}

TEST_F(SubmissionOfADesk, IsChangedByVersion) {
    need(change(a_server()));
    desk::SubmissionFields port;
    port.port = 25;
    EXPECT_EQ(need(change(port, 1)).version, 2);
    EXPECT_EQ(change(port, 1).error().code, "submission.stale_version");
}

TEST_F(SubmissionOfADesk, ATestMessageIsKnownByItsIdAndCannotBeMadeElsewhere) {
    auto const id = desk::make_test_id(*desk_, "help@desk.example");
    EXPECT_TRUE(id.ends_with("@desk.example"));
    EXPECT_TRUE(desk::is_test_id(*desk_, id));
    EXPECT_NE(id, desk::make_test_id(*desk_, "help@desk.example"));
    auto forged = id;
    forged[12] = forged[12] == 'a' ? 'b' : 'a';
    EXPECT_FALSE(desk::is_test_id(*desk_, forged));
    for (auto const* other : {"", "lotse-test.", "lotse-test.@x", "lotse-test.a.b@x", "m1@customer.example"})
        EXPECT_FALSE(desk::is_test_id(*desk_, other)) << other;
}

}  // namespace
}  // namespace lotse
