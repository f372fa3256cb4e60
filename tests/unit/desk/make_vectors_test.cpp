// SPDX-License-Identifier: Apache-2.0
#include "desk/make_vectors.h"

#include "desk/follow_vectors.h"
#include "desk/index_tickets.h"
#include "desk/learn.h"
#include "desk/reply.h"
#include "desk/similar_tickets.h"
#include "desk/stream_events.h"
#include "desk/update_ticket.h"
#include "support/concept_encoder.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class VectorDesk : public DeskTest {
  protected:
    void SetUp() override { agent_ = add_agent("Anna Kowalska").id; }
    std::int64_t add(std::string const& subject, std::string const& text) {
        auto const ticket =
            accept(mail("grace" + std::to_string(mails_) + "@customer.example", subject, text)).ticket.value;
        settle();
        return ticket;
    }
    void solve(std::int64_t ticket) {
        desk::NewReply wanted;
        wanted.ticket = domain::TicketId(ticket);
        wanted.text = "Done.";
        wanted.then = domain::Status::solved;
        need(desk::reply(*desk_, as(agent_), wanted));
        settle();
    }
    void change(std::int64_t ticket, desk::TicketPatch const& patch) {
        domain::TicketId const id{ticket};
        need(desk::update_ticket(*desk_, as(agent_), id, view(id).ticket.version, patch));
        settle();
    }
    // As the job does, until nothing is left; `most`: killed after so many writes.
    int work_off(int most = 1'000) {
        need(desk::place_events(*desk_, *scope_));
        int writes = 0;
        for (; writes < most; ++writes) {
            auto batch = next();
            if (batch.is_idle()) break;
            for (auto& todo : batch.todo) need(desk::make_vector(meanings_, todo));
            EXPECT_TRUE(need(desk::put_vectors(*desk_, *scope_, batch)));
        }
        while (need(follower_->step(*scope_, encoder_))) {
        }
        return writes;
    }
    desk::VectorBatch next() { return need(desk::next_vectors(*desk_, *scope_, encoder_->version(), true)); }
    std::optional<store::TicketVector> vector_of(std::int64_t ticket) {
        return need(store_->read(
            *scope_, [&](store::ReadTxn& txn) { return store::find_vector(txn, domain::TicketId{ticket}); }));
    }
    desk::SimilarTickets similar(std::int64_t ticket) {
        desk::TicketIndexer indexer(*desk_);
        while (need(indexer.step()) > 0) {
        }
        return need(desk::similar_tickets(*desk_, as(agent_), domain::TicketId{ticket}, 5));
    }
    void turn_on(std::string version = "concepts-1") {
        encoder_ = std::make_shared<ConceptEncoder>(std::move(version));
        meanings_.turn_on(encoder_);
        if (!follower_) follower_ = std::make_unique<desk::VectorFollower>(*desk_);
    }

    domain::AgentId agent_;
    std::shared_ptr<ConceptEncoder> encoder_;
    std::unique_ptr<desk::VectorFollower> follower_;
};

TEST_F(VectorDesk, FindsTheSolvedTicketOfAnotherLanguageAndSaysWhy) {
    auto const printer = add("Printer jams", "paper");
    auto const invoice = add("Invoice wrong", "amount");
    solve(printer);
    solve(invoice);
    auto const asking = add("Drucker klemmt", "Papier");
    EXPECT_EQ(similar(asking).meaning, desk::MeaningUse::off);
    EXPECT_TRUE(similar(asking).items.empty()) << "no word in common";
    turn_on();
    EXPECT_EQ(similar(asking).meaning, desk::MeaningUse::not_yet);
    work_off();
    auto const found = similar(asking);
    EXPECT_EQ(found.meaning, desk::MeaningUse::on);
    ASSERT_EQ(found.items.size(), 1U);
    EXPECT_EQ(found.items[0].ticket.id.value, printer);
    EXPECT_TRUE(found.items[0].is_by_meaning);
    EXPECT_FALSE(found.items[0].is_by_words);
    EXPECT_GT(found.items[0].meaning.value_or(0), 0.9);
}

TEST_F(VectorDesk, ShowsOpenTicketsOnlyOnceTheyAreSolvedAndNeverAgainWhenTheyAreOpened) {
    turn_on();
    auto const printer = add("Printer jams", "paper");
    auto const asking = add("Drucker klemmt", "Papier");
    work_off();
    EXPECT_TRUE(similar(asking).items.empty());
    solve(printer);
    work_off();
    EXPECT_EQ(similar(asking).items.size(), 1U);
    desk::TicketPatch patch;
    patch.status = domain::Status::open;
    change(printer, patch);
    work_off();
    EXPECT_TRUE(similar(asking).items.empty());
}

TEST_F(VectorDesk, GoesOnWhereItWasKilledAndEncodesNothingTwice) {
    for (int i = 0; i < 20; ++i) add("Printer " + std::to_string(i), "paper");
    turn_on();
    EXPECT_EQ(work_off(3), 3);
    int const before = encoder_->encoded();
    EXPECT_LT(before, 20);
    // Killed while a batch was encoded: what was not stored is lost, and done again.
    auto lost = next();
    for (auto& todo : lost.todo) need(desk::make_vector(meanings_, todo));
    follower_ = std::make_unique<desk::VectorFollower>(*desk_);
    work_off();
    for (int ticket = 1; ticket <= 20; ++ticket) EXPECT_TRUE(vector_of(ticket)) << ticket;
    EXPECT_EQ(encoder_->encoded(), 20) << "the lost batch was kept in memory";
    EXPECT_EQ(work_off(), 0);
    EXPECT_FALSE(need(desk::put_vectors(*desk_, *scope_, lost))) << "somebody else was quicker";
}

TEST_F(VectorDesk, MakesThemAnewForAnotherModelAndComparesNoneOfTheOld) {
    auto const printer = add("Printer jams", "paper");
    solve(printer);
    auto const asking = add("Drucker klemmt", "Papier");
    turn_on();
    work_off();
    turn_on("concepts-2");
    EXPECT_EQ(similar(asking).meaning, desk::MeaningUse::not_yet);
    auto const left = need(
        store_->read(*scope_, [&](store::ReadTxn& txn) { return desk::vector_progress(txn, encoder_->version()); }));
    EXPECT_EQ(left.never, asking);
    work_off();
    EXPECT_EQ(vector_of(printer)->encoder, "concepts-2");
    EXPECT_EQ(similar(asking).items.size(), 1U);
}

TEST_F(VectorDesk, ReadsATicketAgainWhenItsSubjectChanges) {
    turn_on();
    auto const ticket = add("Printer jams", "paper");
    work_off();
    auto const before = vector_of(ticket);
    solve(ticket);
    work_off();
    EXPECT_EQ(encoder_->encoded(), 1) << "an answer does not change what was asked";
    desk::TicketPatch patch;
    patch.subject = "Invoice wrong";
    change(ticket, patch);
    work_off();
    EXPECT_NE(vector_of(ticket)->bytes, before->bytes);
}

TEST_F(VectorDesk, GoesOnByWordsWhenTheModelIsTakenAway) {
    turn_on();
    auto const printer = add("Printer jams", "paper");
    solve(printer);
    auto const asking = add("Printer jams again", "paper");
    work_off();
    EXPECT_TRUE(similar(asking).items.at(0).is_by_meaning);
    add("Drucker klemmt", "Papier");
    need(desk::place_events(*desk_, *scope_));
    auto batch = next();
    meanings_.turn_off("");
    ASSERT_FALSE(batch.todo.empty());
    EXPECT_EQ(desk::make_vector(meanings_, batch.todo[0]).error().code, "model.absent");
    auto const found = similar(asking);
    EXPECT_EQ(found.meaning, desk::MeaningUse::off);
    ASSERT_EQ(found.items.size(), 1U);
    EXPECT_TRUE(found.items[0].is_by_words);
    EXPECT_FALSE(found.items[0].meaning);
    turn_on();
    work_off();
    EXPECT_TRUE(similar(asking).items.at(0).is_by_meaning) << "and with it when it comes back";
}

TEST_F(VectorDesk, TeachTheNightlyFitWhatWordsCannotSay) {
    turn_on();
    auto const key_of = [](int i) { return i % 2 == 0 ? "hardware" : "software"; };
    for (int i = 0, word = 0; i < 160; ++i) {
        std::string text;
        for (int words = 0; words < 3; ++word)
            if (auto const one = "zz" + std::to_string(word); ConceptEncoder::is_odd(one) == (i % 2 == 1))
                text += one + " ", ++words;
        auto const ticket = add("", text);
        desk::TicketPatch patch;
        patch.category = need(store_->read(*scope_, [&](store::ReadTxn& txn) -> Result<domain::CategoryId> {
            TRY(auto const setup, setups_.get(txn));
            return setup->find_category(std::string_view(key_of(i)))->id;
        }));
        change(ticket, patch);
        solve(ticket);
    }
    work_off();
    auto const mixed = need(desk::refit(*desk_, *scope_));
    EXPECT_TRUE(mixed.replaced) << to_string(mixed.report);
    EXPECT_TRUE(mixed.version.starts_with("mixed-")) << mixed.version;
    auto const& brought = object_at(mixed.report, "meaning");
    EXPECT_GT(number_at(brought, "accuracy"), 0.9) << to_string(mixed.report);
    EXPECT_LT(number_at(brought, "accuracy_by_words"), 0.8) << to_string(mixed.report);
    meanings_.turn_off("");
    auto const words = need(desk::refit(*desk_, *scope_));
    EXPECT_TRUE(words.replaced) << "half of a model is beaten by any whole one";
    EXPECT_TRUE(words.version.starts_with("linear-")) << words.version;
    EXPECT_TRUE(words.report.at("meaning").is_null());
}

}  // namespace
}  // namespace lotse
