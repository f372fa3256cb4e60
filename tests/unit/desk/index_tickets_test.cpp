// SPDX-License-Identifier: Apache-2.0
#include "desk/index_tickets.h"

#include "desk/find_tickets.h"
#include "desk/merge_tickets.h"
#include "search/terms.h"
#include "store/search_index.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class IndexTickets : public DeskTest {
  protected:
    void SetUp() override { agent_ = add_agent("Anna Kowalska").id; }

    void index_all() {
        for (int i = 0; i < 1000; ++i)
            if (need(indexer_.step()) == 0) return;
        FAIL() << "the indexer finds no end";
    }
    std::vector<std::int64_t> find(std::string const& text) {
        desk::TicketWish wish;
        wish.text = text;
        std::vector<std::int64_t> out;
        for (auto const& ticket : need(desk::find_tickets(*desk_, as(agent_), wish)).page.items)
            out.push_back(ticket.id.value);
        std::ranges::sort(out);
        return out;
    }
    desk::IndexProgress progress() {
        return need(store_->read(*scope_, [](store::ReadTxn& txn) { return desk::index_progress(txn); }));
    }

    domain::AgentId agent_;
    desk::TicketIndexer indexer_{*desk_};
};

using Ids = std::vector<std::int64_t>;

TEST_F(IndexTickets, FindsWhatCameByTheWordsOfSubjectTextSenderAndFile) {
    auto message = mail("grace@customer.example", "Drucker streikt", "Er zieht das Papier schief ein.");
    message.files.push_back({"Fehlerbild.png", "image/png", "", false, "x"});
    auto const ticket = accept(message).ticket.value;
    EXPECT_EQ(find("drucker"), Ids{}) << "not before the job has run";
    index_all();
    for (auto const* text : {"drucker", "papiere", "grace", "customer.example", "file:fehlerbild", "has:attachment",
                             "\"papier schief\"", "subject:drucker", "-status:closed streik*"})
        EXPECT_EQ(find(text), Ids{ticket}) << text;
    for (auto const* text : {"subject:papier", "\"schief papier\"", "drucker -papier", "drucker status:closed"})
        EXPECT_EQ(find(text), Ids{}) << text;
}

TEST_F(IndexTickets, FillsAnOldDeskFromTheNewestOnAndTellsHowFarItIs) {
    for (int i = 0; i < 450; ++i) accept(mail("a@customer.example", "Old " + std::to_string(i), "text"));
    // As the desk is right after the migration: nothing waits, nothing is indexed.
    need(store_->write(*scope_, [](store::WriteTxn& txn) -> Result<std::int64_t> {
        return txn.run("DELETE FROM search_todo WHERE tenant_id = :tenant", {});
    }));
    EXPECT_EQ(progress().never, 450);
    need(indexer_.step());  // asks for the first 200
    EXPECT_EQ(progress().changed, 200);
    EXPECT_EQ(progress().never, 251);
    desk::TicketIndexer after_a_crash(*desk_);  // remembers nothing
    need(after_a_crash.step());
    EXPECT_GT(find("old").size(), 0U);
    index_all();
    EXPECT_EQ(progress().changed + progress().never, 0);
    EXPECT_EQ(find("subject:0"), Ids{1});
    EXPECT_EQ(find("subject:449"), Ids{450});
}

TEST_F(IndexTickets, MovesTheWordsWithTheMessagesOfAMerge) {
    auto const one = accept(mail("a@customer.example", "Alpha", "walrus")).ticket;
    auto const two = accept(mail("b@customer.example", "Beta", "penguin")).ticket;
    settle();
    index_all();
    need(desk::merge_tickets(*desk_, as(agent_), one, two, {}));
    index_all();
    EXPECT_EQ(find("walrus"), Ids{two.value});
    EXPECT_EQ(find("alpha penguin"), Ids{two.value}) << "its subject goes with it";
    need(desk::undo_merge(*desk_, as(agent_), one));
    index_all();
    EXPECT_EQ(find("walrus"), Ids{one.value});
    EXPECT_EQ(find("penguin"), Ids{two.value});
}

TEST_F(IndexTickets, LeavesAnEntryWhoseTicketChangedMeanwhileToTheNextTurn) {
    auto const ticket = accept(mail("a@customer.example", "Alpha", "walrus")).ticket;
    auto const todo = need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::list_search_todo(txn, 5); }));
    ASSERT_EQ(todo.size(), 1U);
    need(store_->write(*scope_, [&](store::WriteTxn& txn) { return store::mark_for_search(txn, ticket); }));
    EXPECT_FALSE(need(store_->write(*scope_, [&](store::WriteTxn& txn) {
        return store::finish_search_todo(txn, todo[0]);
    }))) << "another change has come";
    EXPECT_EQ(progress().changed, 1);
    index_all();
    EXPECT_EQ(find("walrus"), Ids{ticket.value});
}

}  // namespace
}  // namespace lotse
