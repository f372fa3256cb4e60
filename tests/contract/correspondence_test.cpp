// SPDX-License-Identifier: Apache-2.0
#include "store/correspondence.h"
#include "store/leftover_blobs.h"

#include <atomic>
#include <thread>

#include "contract/support/samples.h"
#include "store/articles.h"
#include "store/outbox.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::ArticleKind;

class Correspondence : public OnEachStore {
  protected:
    void SetUp() override {
        OnEachStore::SetUp();
        if (HasFatalFailure()) return;
        ticket_ = must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, {}); })).id;
    }
    domain::Draft a_draft() const {
        domain::Draft draft;
        draft.ticket = ticket_;
        draft.is_empty = false;
        draft.agent = domain::AgentId{6};
        draft.updated_at = minute(1);
        draft.to = {{kHostile, "a@b.example"}, {"", "c@d.example"}};
        draft.cc = {{"", "e@f.example"}};
        draft.attachments = {domain::UploadId{3}, domain::UploadId{4}};
        draft.text = kHostile;
        draft.html = "<p>x</p>";
        return draft;
    }
    std::optional<domain::Draft> save(domain::Draft const& draft, std::int64_t seen) {
        return must_have(write([&](store::WriteTxn& txn) { return store::write_draft(txn, draft, seen); }));
    }
    domain::Draft read_draft(ArticleKind kind = ArticleKind::message) {
        return must_have(read([&](store::ReadTxn& txn) { return store::read_draft(txn, ticket_, kind); }));
    }
    domain::ArticleId an_article() {
        domain::Article article;
        article.ticket = ticket_;
        return must_have(write([&](store::WriteTxn& txn) { return store::add_article(txn, article); })).id;
    }
    domain::TicketId ticket_;
};
LOTSE_ON_EACH_STORE(Correspondence);

TEST_P(Correspondence, UploadsComeBackAsTheyWereAndGoOnce) {
    domain::Upload upload;
    upload.agent = domain::AgentId{6};
    upload.name = kHostile;
    upload.content_type = "image/png";
    upload.content_id = "x@lotse";
    upload.is_inline = true;
    upload.size = 17;
    upload.sha256 = std::string(64, 'a');
    upload.created_at = minute(1);
    upload.expires_at = minute(2);
    auto const stored = must_have(write([&](store::WriteTxn& txn) { return store::add_upload(txn, upload); }));
    upload.id = stored.id;
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::get_upload(txn, stored.id); })), upload);
    auto const take = [&] {
        return must_have(write([&](store::WriteTxn& txn) { return store::remove_upload(txn, stored.id); }));
    };
    EXPECT_TRUE(take());
    EXPECT_FALSE(take());
    EXPECT_EQ(read([&](store::ReadTxn& txn) { return store::get_upload(txn, stored.id); }).error().code,
              "upload.missing");
}

TEST_P(Correspondence, ForgetsUploadsWhoseTimeIsOverButNotThoseThatADraftHolds) {
    std::vector<domain::UploadId> ids;
    for (int i = 0; i < 3; ++i) {
        domain::Upload upload;
        upload.created_at = minute(0);
        upload.expires_at = minute(i);
        ids.push_back(must_have(write([&](store::WriteTxn& txn) { return store::add_upload(txn, upload); })).id);
    }
    must_have(write([&](store::WriteTxn& txn) { return store::set_upload_expiry(txn, ids[0], {}); }));
    EXPECT_EQ(must_have(write([&](store::WriteTxn& txn) { return store::forget_uploads(txn, minute(1), 10); })), 1);
    EXPECT_TRUE(read([&](store::ReadTxn& txn) { return store::get_upload(txn, ids[0]); }).has_value());
    EXPECT_FALSE(read([&](store::ReadTxn& txn) { return store::get_upload(txn, ids[1]); }).has_value());
    EXPECT_TRUE(read([&](store::ReadTxn& txn) { return store::get_upload(txn, ids[2]); }).has_value());
}

TEST_P(Correspondence, ForgottenUploadsLeaveTheirContentBehindUntilItIsKnownWhoHasIt) {
    std::string const shared(64, 'a');
    std::string const lonely(64, 'b');
    for (auto const& [sha256, expires] : {std::pair{shared, 1}, std::pair{lonely, 1}, std::pair{shared, 9}}) {
        domain::Upload upload;
        upload.sha256 = sha256;
        upload.size = 5;
        upload.expires_at = minute(expires);
        must_have(write([&](store::WriteTxn& txn) { return store::add_upload(txn, upload); }));
    }
    EXPECT_EQ(must_have(write([&](store::WriteTxn& txn) { return store::forget_uploads(txn, minute(3), 10); })), 2);
    auto const left = [&](std::int64_t until) {
        return must_have(read([&](store::ReadTxn& txn) { return store::list_leftovers(txn, minute(until), 10); }));
    };
    EXPECT_TRUE(left(2).empty());
    ASSERT_EQ(left(3).size(), 2u);
    auto const is_used = [&](std::string const& sha256) {
        return must_have(read([&](store::ReadTxn& txn) { return store::is_blob_used(txn, {sha256, 5}); }));
    };
    EXPECT_TRUE(is_used(shared));
    EXPECT_FALSE(is_used(lonely));
    must_have(write([&](store::WriteTxn& txn) { return store::leave_blob(txn, {lonely, 5}, minute(7)); }));
    EXPECT_EQ(left(3).size(), 1u) << "its time has begun anew";
    must_have(write([&](store::WriteTxn& txn) { return store::forget_leftover(txn, shared); }));
    ASSERT_EQ(left(9).size(), 1u);
    EXPECT_EQ(left(9)[0].sha256, lonely);
}

TEST_P(Correspondence, ADraftComesBackAsItWasWithTheNextRevision) {
    auto draft = a_draft();
    auto const stored = save(draft, 0);
    ASSERT_TRUE(stored);
    draft.revision = 1;
    EXPECT_EQ(*stored, draft);
    EXPECT_EQ(read_draft(), draft);
    EXPECT_EQ(read_draft(ArticleKind::note).revision, 0);
    EXPECT_TRUE(read_draft(ArticleKind::note).is_empty);
}

TEST_P(Correspondence, AWriterWhoSawAnOlderRevisionWritesNothing) {
    ASSERT_TRUE(save(a_draft(), 0));
    EXPECT_FALSE(save(a_draft(), 0));
    ASSERT_TRUE(save(a_draft(), 1));
    EXPECT_FALSE(save(a_draft(), 1));
    EXPECT_EQ(read_draft().revision, 2);
}

TEST_P(Correspondence, AClearedDraftLeavesItsRevisionSoThatALateAutosaveFails) {
    auto const clear = [&] {
        return must_have(write(
            [&](store::WriteTxn& txn) { return store::clear_draft(txn, ticket_, ArticleKind::message, minute(3)); }));
    };
    EXPECT_EQ(clear(), 1);
    EXPECT_FALSE(save(a_draft(), 0));
    ASSERT_TRUE(save(a_draft(), 1));
    EXPECT_EQ(clear(), 3);
    EXPECT_FALSE(save(a_draft(), 2));
    EXPECT_TRUE(read_draft().is_empty);
    EXPECT_EQ(read_draft().text, "");
}

TEST_P(Correspondence, OfManyWhoEmptyTheSameRevisionOneWins) {
    ASSERT_TRUE(save(a_draft(), 0));
    std::atomic<int> winners{0};
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            domain::Draft none;
            none.ticket = ticket_;
            none.updated_at = minute(5);
            auto const done =
                store().write(scope(), [&](store::WriteTxn& txn) { return store::write_draft(txn, none, 1); });
            if (done && *done) ++winners;
        });
    threads.clear();
    EXPECT_EQ(winners.load(), 1);
}

TEST_P(Correspondence, ListsTheDraftsOfOneAgentNewestFirstInPages) {
    for (int i = 0; i < 5; ++i) {
        auto draft = a_draft();
        draft.ticket = must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, {}); })).id;
        draft.updated_at = minute(i / 2);
        if (i == 4) draft.agent = domain::AgentId{7};
        ASSERT_TRUE(save(draft, 0));
    }
    std::vector<std::int64_t> seen;
    std::string after;
    do {
        auto const page =
            must_have(read([&](store::ReadTxn& txn) { return store::list_drafts(txn, domain::AgentId{6}, after, 3); }));
        for (auto const& draft : page.items) seen.push_back(draft.ticket.value - ticket_.value);
        after = page.next;
    } while (!after.empty());
    EXPECT_EQ(seen, (std::vector<std::int64_t>{4, 3, 2, 1}));
    EXPECT_EQ(
        read([&](store::ReadTxn& txn) { return store::list_drafts(txn, domain::AgentId{6}, "x", 3); }).error().code,
        "page.cursor");
}

TEST_P(Correspondence, AScheduledReplyGoesToWhoeverTakesItFirst) {
    domain::ScheduledReply reply{an_article(),       ticket_,    minute(5), domain::Status::solved, true,
                                 domain::AgentId{6}, "session:3"};
    must_have(write([&](store::WriteTxn& txn) { return store::add_scheduled(txn, reply); }));
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::next_scheduled_at(txn); })), minute(5));
    EXPECT_TRUE(must_have(read([](store::ReadTxn& txn) { return store::due_scheduled(txn, minute(4), 9); })).empty());
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::due_scheduled(txn, minute(5), 9); })),
              std::vector{reply});
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::list_scheduled(txn, ticket_); })),
              std::vector{reply});
    std::atomic<int> winners{0};
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            auto const taken =
                store().write(scope(), [&](store::WriteTxn& txn) { return store::take_scheduled(txn, reply.article); });
            if (taken && *taken) ++winners;
        });
    threads.clear();
    EXPECT_EQ(winners.load(), 1);
    EXPECT_FALSE(must_have(read([](store::ReadTxn& txn) { return store::next_scheduled_at(txn); })).has_value());
}

// A reply to two people: taking it back and a worker that claims its mails, at the same time. All mails go back or none.
TEST_P(Correspondence, TakingMailsBackAndSendingThemNeverMix) {
    for (int round = 0; round < 20; ++round) {
        auto const article = an_article();
        for (auto const* to : {"a@x.example", "b@x.example"}) {
            domain::Notice notice;
            notice.ticket = ticket_;
            notice.article = article;
            notice.kind = domain::NoticeKind::reply;
            notice.to_address = std::string(to) + std::to_string(round);
            notice.created_at = notice.next_try_at = minute(round);
            must_have(write([&](store::WriteTxn& txn) { return store::add_notice(txn, notice); }));
        }
        std::size_t claimed = 0;
        bool taken_back = false;
        {
            std::jthread const worker([&] {
                for (int i = 0; i < 2; ++i) {
                    auto const got = store().write(scope(), [&](store::WriteTxn& txn) {
                        return store::claim_notices(txn, minute(round), minute(round + 1000), 1);
                    });
                    if (got) claimed += got->size();
                }
            });
            std::jthread const writer([&] {
                auto const back = store().write(
                    scope(), [&](store::WriteTxn& txn) { return store::take_back_notices(txn, ticket_, article); });
                taken_back = back.has_value() && *back == 2;
                if (!back) {
                    EXPECT_EQ(back.error().code, "sending.gone");
                }
            });
        }
        EXPECT_EQ(taken_back, claimed == 0) << round;
        std::size_t left = 0;
        for (auto const& notice :
             must_have(read([&](store::ReadTxn& txn) { return store::list_notices(txn, ticket_); })))
            if (notice.article == article) ++left;
        EXPECT_EQ(left, taken_back ? 0U : 2U);
        for (auto const& notice :
             must_have(read([&](store::ReadTxn& txn) { return store::list_notices(txn, ticket_); })))
            must_have(write([&](store::WriteTxn& txn) { return store::mark_sent(txn, notice.id, minute(round)); }));
    }
}

}  // namespace
}  // namespace lotse::testing
