// SPDX-License-Identifier: Apache-2.0
// What asks for labels, what was decided, which models were fitted.
#include "contract/support/samples.h"
#include "store/label_requests.h"
#include "store/ledger.h"
#include "store/models.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::AskKind;
using domain::LabelRequest;

class LabelRows : public OnEachStore {
  protected:
    LabelRequest put(double value, int asked, AskKind kind = AskKind::blind, domain::AgentId not_agent = {}) {
        return must_have(write([&](store::WriteTxn& txn) -> Result<LabelRequest> {
            TRY(auto const ticket, store::add_ticket(txn, {}));
            LabelRequest out;
            out.ticket = ticket.id;
            out.kind = kind;
            out.value = value;
            out.asked_at = minute(asked);
            out.fields = {"category", kHostile};
            out.not_agent = not_agent;
            CHECK_OK(store::put_label_request(txn, out));
            return out;
        }));
    }
    std::vector<domain::TicketId> next(domain::AgentId agent, Instant now, int limit = 10) {
        std::vector<domain::TicketId> out;
        for (auto const& one :
             must_have(write([&](store::WriteTxn& txn) { return store::next_label_requests(txn, agent, now, limit); })))
            out.push_back(one.ticket);
        return out;
    }
    LabelRequest find(domain::TicketId ticket) {
        return must_have(read([&](store::ReadTxn& txn) { return store::find_label_request(txn, ticket); })).value();
    }
    bool update(LabelRequest const& request, std::int64_t claim_read) {
        return must_have(
            write([&](store::WriteTxn& txn) { return store::update_label_request(txn, request, claim_read); }));
    }
};
LOTSE_ON_EACH_STORE(LabelRows);

TEST_P(LabelRows, ComeInTheOrderOfTheirValueAndThenOfTheirWait) {
    auto const low = put(0.9, 1).ticket;
    auto const late = put(2.5, 3).ticket;
    auto const early = put(2.5, 2).ticket;
    auto const best = put(3, 9).ticket;
    EXPECT_EQ(next({}, minute(10)), (std::vector{best, early, late, low}));
    auto skipped = find(best);
    EXPECT_NEAR(skipped.value, 3, 1e-9);
    EXPECT_EQ(skipped.fields, (std::vector<std::string>{"category", kHostile}));
    skipped.is_skipped = true;
    EXPECT_TRUE(update(skipped, 0));
    EXPECT_EQ(next({}, minute(10)), (std::vector{early, late, low, best}));
    EXPECT_TRUE(find(best).is_skipped);
    std::vector<domain::TicketId> paged;
    std::string after;
    do {
        auto const page =
            must_have(read([&](store::ReadTxn& txn) { return store::list_label_requests(txn, {}, after, 3); }));
        for (auto const& one : page.items) paged.push_back(one.ticket);
        after = page.next;
    } while (!after.empty());
    EXPECT_EQ(paged, (std::vector{early, late, low, best}));
    auto const bad = read([](store::ReadTxn& txn) { return store::list_label_requests(txn, {}, "1-2", 3); });
    EXPECT_EQ(bad.error().code, "page.cursor");
}

TEST_P(LabelRows, AreClaimedByOneAtATime) {
    auto request = put(2, 1);
    request.claim = {1, "session:1", domain::AgentId{4}, minute(2), minute(5)};
    EXPECT_TRUE(update(request, 0));
    auto const held =
        must_have(read([](store::ReadTxn& txn) { return store::find_claimed_request(txn, "session:1", minute(5)); }));
    ASSERT_TRUE(held);
    EXPECT_EQ(held->claim.number, 1);
    EXPECT_EQ(held->claim.agent, domain::AgentId{4});
    EXPECT_EQ(held->claim.at, minute(2));
    EXPECT_FALSE(
        must_have(read([](store::ReadTxn& txn) { return store::find_claimed_request(txn, "session:1", minute(6)); })));
    EXPECT_TRUE(next({}, minute(5)).empty());
    EXPECT_EQ(next({}, minute(6)).size(), 1U);
    EXPECT_FALSE(update(request, 0)) << "somebody has claimed it since";
    must_have(write([&](store::WriteTxn& txn) { return store::put_label_request(txn, request); }));
    EXPECT_EQ(find(request.ticket).claim.number, 2) << "a new request ends the claim";
    EXPECT_EQ(find(request.ticket).claim.by, "");
    must_have(write([&](store::WriteTxn& txn) { return store::remove_label_request(txn, request.ticket); }));
    EXPECT_FALSE(update(request, 2));
}

TEST_P(LabelRows, OfASecondLookAreNotForWhoMadeTheFirst) {
    auto const first = domain::AgentId{7};
    auto const second = put(2, 1, AskKind::second, first).ticket;
    EXPECT_TRUE(next(first, minute(2)).empty());
    EXPECT_EQ(next(domain::AgentId{8}, minute(2)), std::vector{second});
    auto const count = [&](domain::AgentId agent) {
        return must_have(read([&](store::ReadTxn& txn) { return store::count_label_requests(txn, agent, 10); }));
    };
    EXPECT_EQ(count(first), 0);
    EXPECT_EQ(count(domain::AgentId{8}), 1);
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::count_second_looks(txn); })), 1);
}

TEST_P(LabelRows, KeepWhatWasDecided) {
    auto const ticket = put(2, 1).ticket;
    domain::LabelDecision wanted;
    wanted.ticket = ticket;
    wanted.event = domain::EventId{5};
    wanted.agent = domain::AgentId{2};
    wanted.principal = "session:2";
    wanted.at = minute(3);
    wanted.took = std::chrono::milliseconds{4321};
    wanted.kind = AskKind::second;
    wanted.field = "category";
    wanted.value = kHostile;
    wanted.first_by = domain::AgentId{1};
    wanted.first_value = "network";
    auto const kept = must_have(write([&](store::WriteTxn& txn) { return store::add_label_decision(txn, wanted); }));
    auto const looks =
        must_have(read([](store::ReadTxn& txn) { return store::list_second_looks(txn, minute(3), 10); }));
    ASSERT_EQ(looks.size(), 1U);
    EXPECT_EQ(std::tuple(looks[0].value, looks[0].took, looks[0].first_by, looks[0].first_value, looks[0].principal),
              std::tuple(wanted.value, wanted.took, wanted.first_by, wanted.first_value, wanted.principal));
    EXPECT_TRUE(
        must_have(read([](store::ReadTxn& txn) { return store::list_second_looks(txn, minute(4), 10); })).empty());
    auto const take_back = [&] {
        return must_have(write([&](store::WriteTxn& txn) { return store::mark_taken_back(txn, kept.id); }));
    };
    EXPECT_TRUE(take_back());
    EXPECT_FALSE(take_back());
    EXPECT_TRUE(
        must_have(read([](store::ReadTxn& txn) { return store::list_second_looks(txn, minute(3), 10); })).empty());
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::list_decision_times(txn, minute(0), 10); })),
              std::vector<Duration>{wanted.took});
    EXPECT_EQ(read([](store::ReadTxn& txn) { return store::get_label_decision(txn, domain::LabelDecisionId{99}); })
                  .error()
                  .code,
              "label.missing");
}

TEST_P(LabelRows, ListActsAndDecisionsOfATimeSpan) {
    auto const ticket = put(2, 1).ticket;
    auto const add = [&](domain::Shown shown, int made, std::int64_t by) {
        must_have(write([&](store::WriteTxn& txn) -> Result<void> {
            domain::Prediction one;
            one.ticket = ticket;
            one.field = "category";
            one.value = "network";
            one.shown = shown;
            one.made_at = minute(made);
            TRY(one, store::add_prediction(txn, one));
            if (by == 0) return {};
            one.decided = "email";
            one.decided_by = domain::AgentId{by};
            one.decided_at = minute(made + 10);
            return store::update_prediction(txn, one);
        }));
    };
    add(domain::Shown::acted, 1, 0);
    add(domain::Shown::acted, 2, 0);
    add(domain::Shown::hidden, 2, 6);
    add(domain::Shown::suggested, 2, 6);
    auto const acts = must_have(
        read([](store::ReadTxn& txn) { return store::list_acts(txn, "category", minute(2), minute(5), 10); }));
    ASSERT_EQ(acts.size(), 1U);
    EXPECT_EQ(acts[0].made_at, minute(2));
    auto const of = [&](std::int64_t person, int from) {
        return must_have(read([&](store::ReadTxn& txn) {
                   return store::list_decisions_of(txn, domain::AgentId{person}, minute(from), minute(50), 10);
               }))
            .size();
    };
    EXPECT_EQ(of(6, 0), 2U);
    EXPECT_EQ(of(6, 13), 0U);
    EXPECT_EQ(of(5, 0), 0U);
    auto const blind =
        must_have(read([](store::ReadTxn& txn) { return store::list_blind_decisions(txn, minute(0), 10); }));
    ASSERT_EQ(blind.size(), 1U);
    EXPECT_EQ(blind[0].decided_by, domain::AgentId{6});
}

TEST_P(LabelRows, RememberTheModelsThatWereFitted) {
    must_have(write([](store::WriteTxn& txn) -> Result<void> {
        CHECK_OK(store::add_model(txn, {"m-1", "a", "{}", true, minute(1)}));
        CHECK_OK(store::add_model(txn, {"m-2", "b", "{}", true, minute(2)}));
        TRY([[maybe_unused]] auto lost, store::add_model_trial(txn, {{}, minute(1), 70, false, "m-0", kHostile}));
        TRY([[maybe_unused]] auto won, store::add_model_trial(txn, {{}, minute(2), 90, true, "m-1", "{}"}));
        return {};
    }));
    auto const trials = must_have(read([](store::ReadTxn& txn) { return store::list_model_trials(txn, 10); }));
    ASSERT_EQ(trials.size(), 2U);
    EXPECT_EQ(trials[0].version, "m-1");
    EXPECT_EQ(std::tuple(trials[1].examples, trials[1].won, trials[1].report, trials[1].at),
              std::tuple(70, false, kHostile, minute(1)));
    auto const serve = [&](std::string_view version) {
        return write([&](store::WriteTxn& txn) { return store::serve_model(txn, version); });
    };
    must_have(serve("m-1"));
    must_have(serve("m-1"));
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::serving_version(txn); })), "m-1");
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::list_kept_models(txn); })),
              (std::vector<std::string>{"m-1", "m-2"}));
    EXPECT_EQ(serve("m-9").error().code, "model.gone");
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::serving_version(txn); })), "m-1")
        << "nothing is changed";
    EXPECT_EQ(
        read([](store::ReadTxn& txn) { return store::get_model_trial(txn, domain::ModelTrialId{99}); }).error().code,
        "model.missing");
}

}  // namespace
}  // namespace lotse::testing
