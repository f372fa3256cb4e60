// SPDX-License-Identifier: Apache-2.0
#include "store/relations.h"

#include "contract/support/samples.h"
#include "store/articles.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::LinkKind;
using domain::TicketId;

class Relations : public OnEachStore {
  protected:
    TicketId add_ticket() {
        return must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, {}); })).id;
    }
    domain::ArticleId add_article(TicketId ticket) {
        return must_have(write([&](store::WriteTxn& txn) -> Result<domain::ArticleId> {
            domain::Article article;
            article.ticket = ticket;
            TRY(article, store::add_article(txn, article));
            domain::Attachment file;
            file.ticket = ticket;
            file.article = article.id;
            TRY([[maybe_unused]] auto stored, store::add_attachment(txn, file));
            return article.id;
        }));
    }
    std::string links(TicketId ticket) {
        std::string out;
        for (auto const& link : must_have(read([&](store::ReadTxn& txn) { return store::list_links(txn, ticket); })))
            out += std::string(domain::name_of(link.kind)) + std::to_string(link.other.value) + " ";
        return out;
    }
    std::vector<domain::ArticleId> articles(TicketId ticket) {
        return must_have(read([&](store::ReadTxn& txn) { return store::article_ids(txn, ticket); }));
    }
};
LOTSE_ON_EACH_STORE(Relations);

TEST_P(Relations, LinksAreSeenFromBothSidesAndTheNewestKindStands) {
    auto const a = add_ticket();
    auto const b = add_ticket();
    auto const put = [&](LinkKind kind) {
        return must_have(write([&](store::WriteTxn& txn) { return store::put_link(txn, b, {a, kind}); }));
    };
    EXPECT_TRUE(put(LinkKind::parent));
    EXPECT_FALSE(put(LinkKind::parent));
    EXPECT_EQ(links(b), "parent1 ");
    EXPECT_EQ(links(a), "child2 ");
    EXPECT_TRUE(put(LinkKind::duplicate));
    EXPECT_EQ(links(a), "duplicated_by2 ");
    auto const remove = [&] {
        return must_have(write([&](store::WriteTxn& txn) { return store::remove_link(txn, a, b); }));
    };
    EXPECT_TRUE(remove());
    EXPECT_FALSE(remove());
    EXPECT_EQ(links(a) + links(b), "");
}

TEST_P(Relations, AMergeIsReadAsItWasWritten) {
    domain::Merge merge;
    merge.source = add_ticket();
    merge.target = add_ticket();
    merge.agent = domain::AgentId{4};
    merge.at = minute(1);
    merge.status = domain::Status::solved;
    merge.solved_at = minute(2);
    merge.solution_due_at = minute(3);
    merge.timers = {{merge.source, domain::TimerKind::close, minute(4)}};
    merge.articles = {domain::ArticleId{7}, domain::ArticleId{9}};
    must_have(write([&](store::WriteTxn& txn) { return store::add_merge(txn, merge); }));
    auto const found = must_have(read([&](store::ReadTxn& txn) { return store::find_merge(txn, merge.source); }));
    ASSERT_TRUE(found);
    auto const fields = [](domain::Merge const& m) {
        return std::tie(m.source, m.target, m.agent, m.at, m.status, m.solved_at, m.closed_at, m.first_reply_due_at,
                        m.solution_due_at, m.timers, m.articles);
    };
    EXPECT_EQ(fields(*found), fields(merge));
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::list_merges_into(txn, merge.target); })).size(),
              1u);
    EXPECT_FALSE(must_have(
        store().read(other_scope(), [&](store::ReadTxn& txn) { return store::find_merge(txn, merge.source); })));
    must_have(write([&](store::WriteTxn& txn) { return store::remove_merge(txn, merge.source); }));
    EXPECT_FALSE(must_have(read([&](store::ReadTxn& txn) { return store::find_merge(txn, merge.source); })));
}

TEST_P(Relations, MessagesMoveWithTheirFilesAndOnlyFromWhereTheyAre) {
    auto const a = add_ticket();
    auto const b = add_ticket();
    auto const c = add_ticket();
    auto const first = add_article(a);
    auto const second = add_article(a);
    auto const elsewhere = add_article(c);
    auto const move = [&](TicketId from, TicketId to, std::vector<domain::ArticleId> ids) {
        return must_have(write([&](store::WriteTxn& txn) { return store::move_articles(txn, from, to, ids); }));
    };
    EXPECT_EQ(move(a, b, {second, elsewhere}), 1);
    EXPECT_EQ(articles(a), std::vector{first});
    EXPECT_EQ(articles(b), std::vector{second});
    EXPECT_EQ(articles(c), std::vector{elsewhere});
    auto const files = must_have(read([&](store::ReadTxn& txn) { return store::list_attachments(txn, b); }));
    ASSERT_EQ(files.size(), 1u);
    EXPECT_EQ(files[0].article, second);
    EXPECT_EQ(move(b, a, {second}), 1);
    EXPECT_EQ(articles(a), (std::vector{first, second}));
}

TEST_P(Relations, ASplitNamesItsOrigin) {
    auto const a = add_ticket();
    auto const b = add_ticket();
    must_have(write([&](store::WriteTxn& txn) { return store::add_split(txn, b, a, minute(1)); }));
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::find_split_origin(txn, b); })), a);
    EXPECT_FALSE(must_have(read([&](store::ReadTxn& txn) { return store::find_split_origin(txn, a); })));
}

}  // namespace
}  // namespace lotse::testing
