// SPDX-License-Identifier: Apache-2.0
#include "desk/webhooks.h"

#include "base/crypto.h"
#include "desk/send_webhooks.h"
#include "desk/webhook_text.h"
#include "store/webhooks.h"
#include "support/escalation_fixture.h"

namespace lotse {
namespace {

using domain::CallState;
using domain::StepTo;
using std::chrono::hours;
using std::chrono::minutes;

class Webhooks : public EscalationTest {
  protected:
    void SetUp() override {
        EscalationTest::SetUp();
        desk_->web.check = [](std::string_view url) -> Result<void> {
            if (url.starts_with("https://")) return {};
            return invalid("http_out.url", "No.", "/url");
        };
        desk_->web.send = [this](desk::WebRequest const& request) -> Result<desk::WebReply> {
            sent_.push_back(request);
            if (!answer_) return answer_.error();
            desk::WebReply out;
            out.status = *answer_;
            return out;
        };
        desk_->public_url = "https://desk.example";
        auto made = need(desk::make_webhook(*desk_, as(admin_), {"Pager", "https://pager.example/in", {}}, {}));
        hook_ = made.webhook;
        secret_ = made.secret.reveal();
    }
    void chain_that_calls(bool tells_subject = false) {
        auto fields = usual();
        fields.tells_subject = tells_subject;
        fields.steps =
            std::vector<domain::EscalationStep>{{StepTo::webhook, {}, 0, true, hook_.id}, {StepTo::lead, {}, 30, true}};
        chain(fields);
    }
    // What is due is sent; gives how many tries that were.
    std::size_t deliver() {
        auto const before = sent_.size();
        for (;;) {
            auto const due = need(desk::claim_due_calls(*desk_, 4, {}, first_));
            if (due.empty()) return sent_.size() - before;
            for (auto const& one : due) need(desk::note_call_outcome(*desk_, one, desk::send_call(*desk_, one), 0.5));
        }
    }
    std::vector<domain::WebhookCall> kept() {
        return need(desk::list_webhook_calls(*desk_, *scope_, hook_.id, {}, 50));
    }
    static std::string header(desk::WebRequest const& request, std::string_view name) {
        for (auto const& [key, value] : request.headers)
            if (key == name) return value;
        return {};
    }
    domain::Webhook hook_;
    std::string secret_;
    std::vector<desk::WebRequest> sent_;
    Result<int> answer_ = 204;
    domain::TenantId first_;
};

TEST_F(Webhooks, AreCalledByAStepSignedAndOnce) {
    chain_that_calls();
    auto const ticket = breached();
    EXPECT_EQ(deliver(), 1U);
    EXPECT_EQ(deliver(), 0U);
    auto const& request = sent_.at(0);
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.url, "https://pager.example/in");
    auto const body = need(parse_json(request.body)).as_object();
    EXPECT_EQ(text_at(body, "id"), header(request, "Lotse-Event"));
    EXPECT_EQ(text_at(body, "type"), "escalation");
    EXPECT_EQ(text_at(body, "clock"), "first_reply");
    EXPECT_EQ(text_at(body, "start"), "breach");
    EXPECT_EQ(int_at(body, "step"), 1);
    EXPECT_EQ(text_at(body, "due_at"), to_rfc3339(*view(ticket).ticket.first_reply_due_at));
    EXPECT_EQ(text_at(body, "link"),
              "https://desk.example/escalations?one=" + std::to_string(of(ticket)[0].escalation.id.value));
    EXPECT_EQ(int_at(body.at("ticket").as_object(), "number"), ticket.value);
    EXPECT_EQ(request.body.find("Printer"), std::string::npos)
        << "the subject is nobody's business unless the chain says so";
    auto const expected = "v1=" + hex(hmac_sha256(secret_, header(request, "Lotse-Timestamp") + "." +
                                                               header(request, "Lotse-Event") + "." + request.body));
    EXPECT_EQ(header(request, "Lotse-Signature"), expected);
    EXPECT_EQ(kept().at(0).state, CallState::delivered);
    auto const told = of(ticket)[0].told;
    EXPECT_EQ(told.at(0).webhook, hook_.id);
    EXPECT_TRUE(told.at(0).passed_over.empty());
    // A program that was called looks after nothing: the lead is told when it is their turn.
    pass(minutes{29});
    EXPECT_EQ(calls(ticket, "ola"), 0U);
    pass(minutes{1});
    EXPECT_EQ(calls(ticket, "ola"), 1U);
}

TEST_F(Webhooks, TellTheSubjectWhereTheChainSaysSo) {
    chain_that_calls(true);
    breached();
    deliver();
    EXPECT_NE(sent_.at(0).body.find("Printer"), std::string::npos);
}

TEST_F(Webhooks, AreTriedEightTimesOverADayAndThenSeen) {
    chain_that_calls();
    breached();
    answer_ = 500;
    auto const began = clock_.now();
    std::set<std::string> ids;
    while (kept().at(0).state == CallState::waiting) {
        deliver();
        clock_.advance(minutes{1});
    }
    EXPECT_EQ(sent_.size(), 8U);
    for (auto const& request : sent_) ids.insert(header(request, "Lotse-Event"));
    EXPECT_EQ(ids.size(), 1U) << "whoever gets it twice must know that";
    EXPECT_GT(clock_.now() - began, hours{20});
    EXPECT_LT(clock_.now() - began, hours{26});
    auto const call = kept().at(0);
    EXPECT_EQ(call.state, CallState::dead);
    EXPECT_EQ(call.status, 500);
    EXPECT_EQ(call.reason, "It answered 500.");
    EXPECT_EQ(need(desk::list_dead_webhook_calls(*desk_, *scope_, {}, 9)).size(), 1U);
    answer_ = 200;
    need(desk::retry_webhook_call(*desk_, as(admin_), call.id));
    EXPECT_EQ(deliver(), 1U);
    EXPECT_EQ(kept().at(0).state, CallState::delivered);
    EXPECT_FALSE(desk::retry_webhook_call(*desk_, as(admin_), call.id));
}

TEST_F(Webhooks, OfAServerThatIsNotReachedRestAndKeepTheirTries) {
    chain_that_calls();
    for (int i = 0; i < 30; ++i) breached();
    answer_ = unavailable("http_out.timeout", "It did not answer.");
    EXPECT_EQ(deliver(), 1U) << "one call finds out for all";
    EXPECT_EQ(deliver(), 0U);
    clock_.advance(std::chrono::seconds{16});
    EXPECT_EQ(deliver(), 1U);
    answer_ = 200;
    clock_.advance(hours{1});
    auto const waiting = need(
        store_->read(*scope_, [&](store::ReadTxn& txn) { return store::count_waiting_calls(txn, hook_.id, 1000); }));
    EXPECT_GE(waiting, 30);
    EXPECT_EQ(deliver(), static_cast<std::size_t>(waiting));
    for (auto const& call : kept()) EXPECT_EQ(call.state, CallState::delivered);
}

TEST_F(Webhooks, AreNotTriedAgainWhereTheAddressIsRefused) {
    chain_that_calls();
    breached();
    answer_ = invalid("http_out.private", "It is in a private network.", "/url");
    deliver();
    EXPECT_EQ(kept().at(0).state, CallState::dead);
}

TEST_F(Webhooks, ThatAreSwitchedOffArePassedOverAtOnce) {
    chain_that_calls();
    need(desk::change_webhook(*desk_, as(admin_), hook_.id, 0, {{}, {}, false}));
    auto const ticket = breached();
    EXPECT_EQ(calls(ticket, "ola"), 1U);
    EXPECT_EQ(of(ticket)[0].told.at(0).passed_over, "disabled");
    EXPECT_EQ(deliver(), 0U);
}

TEST_F(Webhooks, OfAWorkerThatDiedAreSentAgainUnderTheirId) {
    chain_that_calls();
    breached();
    auto const lost = need(desk::claim_due_calls(*desk_, 4, {}, first_));
    ASSERT_EQ(lost.size(), 1U);
    EXPECT_EQ(deliver(), 0U);
    clock_.advance(desk::kCallLease);
    EXPECT_EQ(deliver(), 1U);
    EXPECT_EQ(header(sent_.at(0), "Lotse-Event"), lost[0].call.event);
}

TEST_F(Webhooks, KeepTheirSecretSealedAndShowItOnce) {
    auto const stored =
        need(store_->read(*scope_, [&](store::ReadTxn& txn) { return store::get_webhook(txn, hook_.id); }));
    EXPECT_EQ(stored.secret.reveal().find(secret_.substr(6)), std::string::npos);
    EXPECT_EQ(need(desk::webhook_secret(*desk_, scope_->tenant(), stored)), secret_);
    auto const renewed = need(desk::renew_webhook_secret(*desk_, as(admin_), hook_.id));
    EXPECT_NE(renewed.secret.reveal(), secret_);
    auto const tested = need(desk::test_webhook(*desk_, as(admin_), hook_.id));
    EXPECT_EQ(tested.status, 204);
    EXPECT_EQ(header(sent_.at(0), "Lotse-Signature"),
              "v1=" + hex(hmac_sha256(renewed.secret.reveal(), header(sent_.at(0), "Lotse-Timestamp") + "." +
                                                                   tested.event + "." + sent_.at(0).body)));
    EXPECT_TRUE(kept().empty()) << "a test is no call of a ticket";
}

TEST_F(Webhooks, CannotBeRemovedFromUnderAChain) {
    chain_that_calls();
    auto const refused = desk::remove_webhook(*desk_, as(admin_), hook_.id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "webhook.used");
    auto fields = usual();
    fields.steps = std::vector<domain::EscalationStep>{{StepTo::webhook, {}, 0, true, domain::WebhookId{999}}};
    auto const missing = desk::make_chain(*desk_, as(admin_), fields, {});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().field, "/steps/0/webhook");
    auto const plain = desk::make_webhook(*desk_, as(admin_), {"Odd", "ftp://pager.example", {}}, {});
    ASSERT_FALSE(plain);
    EXPECT_EQ(plain.error().field, "/url");
}

}  // namespace
}  // namespace lotse
