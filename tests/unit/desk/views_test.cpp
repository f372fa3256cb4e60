// SPDX-License-Identifier: Apache-2.0
#include "desk/views.h"

#include "desk/find_tickets.h"
#include "desk/note.h"
#include "desk/snooze.h"
#include "desk/update_ticket.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class Views : public DeskTest {
  protected:
    void SetUp() override {
        anna_ = add_agent("Anna Kowalska").id;
        bert_ = add_agent("Bert Brecht").id;
    }
    domain::TicketId add(std::string const& subject) {
        auto const ticket = accept(mail("grace@customer.example", subject, "text")).ticket;
        settle();
        return ticket;
    }
    void give(domain::TicketId ticket, domain::AgentId agent) {
        desk::TicketPatch edit;
        edit.agent = agent;
        need(desk::update_ticket(*desk_, as(anna_), ticket, 0, edit));
    }
    // As an agent who may not set up the desk.
    access::Principal agent(domain::AgentId id) const {
        auto out = as(id);
        out.permissions.reset(static_cast<std::size_t>(access::Permission::setup_write));
        return out;
    }
    std::int64_t count(domain::AgentId who, std::string_view key) {
        for (auto const& [view, total] : need(desk::count_views(*desk_, agent(who))))
            if (view.key == key || view.name == key) return total.count;
        ADD_FAILURE() << "no view " << key;
        return -1;
    }
    std::size_t listed(domain::AgentId who, std::string const& view) {
        desk::TicketWish wish;
        wish.view = view;
        return need(desk::find_tickets(*desk_, agent(who), wish)).page.items.size();
    }
    static desk::ViewFields fields(std::string name, std::string query) {
        desk::ViewFields out;
        out.name = std::move(name);
        out.query = std::move(query);
        return out;
    }

    domain::AgentId anna_;
    domain::AgentId bert_;
};

TEST_F(Views, OfEveryDeskCountWhatTheyList) {
    auto const mine = add("One");
    auto const asleep = add("Two");
    auto const other = add("Three");
    give(mine, anna_);
    give(asleep, anna_);
    give(other, {});
    need(desk::snooze(*desk_, as(anna_), asleep, 0, clock_.now() + std::chrono::hours{24}));
    for (auto const& [key, wanted] : std::vector<std::pair<std::string, std::int64_t>>{
             {"mine", 1}, {"unassigned", 1}, {"snoozed", 1}, {"waiting", 0}, {"my_queues", 2}, {"all", 3}}) {
        EXPECT_EQ(count(anna_, key), wanted) << key;
        EXPECT_EQ(static_cast<std::int64_t>(listed(anna_, key)), wanted) << key;
    }
    EXPECT_EQ(count(bert_, "mine"), 0);
}

TEST_F(Views, CountMentionsThatAreUnread) {
    auto const ticket = add("One");
    EXPECT_EQ(count(bert_, "mentions"), 0);
    desk::NewNote note;
    note.ticket = ticket;
    note.text = "@{" + std::to_string(bert_.value) + "} please look";
    need(desk::add_note(*desk_, as(anna_), note));
    EXPECT_EQ(count(bert_, "mentions"), 1);
    EXPECT_EQ(count(anna_, "mentions"), 0);
    desk::TicketWish wish;
    wish.view = "mentions";
    EXPECT_EQ(desk::find_tickets(*desk_, agent(bert_), wish).error().code, "view.no_tickets");
}

TEST_F(Views, AreSeenByTheirOwnerAndByThePeopleOfTheirQueues) {
    auto const view = need(desk::make_view(*desk_, agent(anna_), fields("Printers", "Printer stan:otwarte"), {})).value;
    EXPECT_EQ(view.query, "Printer status:open") << "kept in one form";
    EXPECT_EQ(need(desk::get_view(*desk_, agent(anna_), view.id)).name, "Printers");
    EXPECT_EQ(desk::get_view(*desk_, agent(bert_), view.id).error().kind, Kind::not_found);
    desk::ViewFields shared;
    shared.queues = {need(desk::current_setup(*desk_, *scope_))->queues.front().id};
    need(desk::change_view(*desk_, agent(anna_), view.id, view.version, shared));
    EXPECT_EQ(need(desk::get_view(*desk_, agent(bert_), view.id)).name, "Printers");
    EXPECT_EQ(desk::change_view(*desk_, agent(bert_), view.id, 0, fields("Mine", "")).error().code, "view.not_yours");
    EXPECT_EQ(desk::remove_view(*desk_, agent(bert_), view.id).error().code, "view.not_yours");
    need(desk::remove_view(*desk_, agent(anna_), view.id));
    EXPECT_EQ(desk::get_view(*desk_, agent(anna_), view.id).error().kind, Kind::not_found);
}

TEST_F(Views, RefuseAQueryThatMeansNothingAndANameThatIsTaken) {
    auto const wrong = desk::make_view(*desk_, agent(anna_), fields("Bad", "status:opne"), {});
    EXPECT_EQ(wrong.error().field, "/query");
    need(desk::make_view(*desk_, agent(anna_), fields("Good", "status:open"), {}));
    EXPECT_EQ(desk::make_view(*desk_, agent(anna_), fields("Good", ""), {}).error().code, "view.name_taken");
    need(desk::make_view(*desk_, agent(bert_), fields("Good", ""), {}));
    EXPECT_EQ(desk::make_view(*desk_, agent({}), fields("Program's", ""), {}).error().code, "view.no_owner");
}

TEST_F(Views, OfAQueueThatIsGoneCountNothingAndStay) {
    need(desk::make_view(*desk_, agent(anna_), fields("Bert's", "agent:\"Bert Brecht\""), {}));
    give(add("One"), bert_);
    EXPECT_EQ(count(anna_, "Bert's"), 1);
    need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<domain::Agent> {
        TRY(auto bert, store::get_agent(txn, bert_));
        bert.name = "Bertolt";
        return store::update_agent(txn, bert);
    }));
    clock_.advance(std::chrono::seconds{5});  // a change of the set-up beside the desk is seen a moment later
    EXPECT_EQ(count(anna_, "Bert's"), 0);
}

}  // namespace
}  // namespace lotse
