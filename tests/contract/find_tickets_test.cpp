// SPDX-License-Identifier: Apache-2.0
// Lists of tickets with words: the same tickets in the same order on both engines, whatever way they are found.
#include <set>

#include "search/terms.h"
#include "store/customers.h"
#include "store/people_words.h"
#include "store/search_index.h"
#include "store/ticket_filter.h"
#include "store/tickets.h"
#include "store/words.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class FindTickets : public OnEachStore {
  protected:
    domain::TicketId add(std::string const& subject, domain::Status status = domain::Status::open) {
        return must_have(write([&](store::WriteTxn& txn) -> Result<domain::TicketId> {
            domain::Ticket ticket;
            ticket.subject = subject;
            ticket.status = status;
            ticket.created_at = ticket.updated_at = instant(1'000'000 * ++clock_);
            TRY(auto const made, store::add_ticket(txn, ticket));
            CHECK_OK(txn.words().put(made.id, {search::term_line(subject, 100), "", "", ""}));
            return made.id;
        }));
    }
    static search::TextQuery word(std::string_view text) { return *search::text_query_of(text, false, false); }

    std::vector<std::string> find(store::TicketQuery query) {
        std::vector<std::string> out;
        do {
            auto const page = must_have(read([&](store::ReadTxn& txn) { return store::list_tickets(txn, query); }));
            for (auto const& ticket : page.items) out.push_back(ticket.subject);
            query.after = page.next;
        } while (!query.after.empty());
        return out;
    }

  private:
    int clock_ = 0;
};
LOTSE_ON_EACH_STORE(FindTickets);

using Subjects = std::vector<std::string>;

TEST_P(FindTickets, AFewHitsAreSorted) {
    add("printer one");
    add("keyboard");
    add("printers two", domain::Status::closed);
    store::TicketQuery query;
    query.words = word("printer");
    EXPECT_EQ(find(query), (Subjects{"printers two", "printer one"}));
    query.descending = false;
    query.limit = 1;
    EXPECT_EQ(find(query), (Subjects{"printer one", "printers two"}));
    query.statuses = {domain::Status::open};
    EXPECT_EQ(find(query), Subjects{"printer one"});
}

TEST_P(FindTickets, SeveralQueuesAreOneListInOrder) {
    must_have(write([&](store::WriteTxn& txn) -> Result<int> {
        for (int i = 1; i <= 60; ++i) {
            domain::Ticket ticket;
            ticket.subject = std::to_string(i);
            ticket.status = i % 2 == 0 ? domain::Status::open : domain::Status::waiting;
            ticket.priority = i % 3 == 0 ? domain::Priority::high : domain::Priority::normal;
            ticket.queue = domain::QueueId{i % 4 + 1};
            ticket.created_at = ticket.updated_at = instant(1'000'000 * i);
            TRY([[maybe_unused]] auto const made, store::add_ticket(txn, ticket));
        }
        return 0;
    }));
    Subjects wanted;
    for (int i = 60; i >= 1; --i)
        if (i % 4 == 1 || i % 4 == 3) wanted.push_back(std::to_string(i));
    store::TicketQuery query;
    query.queues = {domain::QueueId{2}, domain::QueueId{4}};
    for (int const limit : {7, 200}) {
        query.limit = limit;
        query.after.clear();
        EXPECT_EQ(find(query), wanted);
    }
    query.queue = domain::QueueId{3};
    EXPECT_EQ(find(query), Subjects{}) << "both conditions hold";
}

TEST_P(FindTickets, AJumpLandsWherePagingWould) {
    for (int i = 1; i <= 30; ++i) add(std::string(i % 2 == 0 ? "even " : "odd ") + std::to_string(i));
    store::TicketQuery query;
    query.limit = 200;
    for (bool const has_words : {false, true}) {
        if (has_words) query.words = word("even");
        query.offset = 0;
        auto const all = find(query);
        query.offset = 4;
        EXPECT_EQ(find(query), Subjects(all.begin() + 4, all.end()));
        query.offset = 400;
        EXPECT_EQ(find(query), Subjects{});
    }
}

TEST_P(FindTickets, ManyHitsAreWalkedInTheOrderOfTheList) {
    // More than are sorted (800): in one transaction, because 900 commits take their time.
    must_have(write([&](store::WriteTxn& txn) -> Result<int> {
        for (int i = 1; i <= 900; ++i) {
            domain::Ticket ticket;
            ticket.subject = "common " + std::to_string(i);
            ticket.status = domain::Status::open;
            ticket.created_at = ticket.updated_at = instant(1'000'000 * ((i * 37) % 900));
            TRY(auto const made, store::add_ticket(txn, ticket));
            CHECK_OK(txn.words().put(made.id, {search::term_line(ticket.subject, 100), "", "", ""}));
        }
        return 0;
    }));
    store::TicketQuery query;
    query.words = word("common");
    query.limit = 200;
    auto const found = find(query);
    EXPECT_EQ(found.size(), 900U);
    EXPECT_EQ(std::set<std::string>(found.begin(), found.end()).size(), 900U);
    EXPECT_EQ(found[0], "common 827");  // 827 * 37 leaves 899
    auto const total = must_have(read([&](store::ReadTxn& txn) { return store::count_tickets(txn, query, 500); }));
    EXPECT_EQ(total.count, 500);
    EXPECT_FALSE(total.is_exact);
}

TEST_P(FindTickets, ConditionsOfAnyShapeAreJudgedOnRows) {
    add("printer jam");
    add("printer toner", domain::Status::closed);
    add("scanner");
    store::TicketFilter closed;
    closed.kind = store::TicketFilter::Kind::one_of;
    closed.attribute = store::Attribute::status;
    closed.values = {static_cast<std::int64_t>(domain::Status::closed)};
    store::TicketFilter scanner;
    scanner.kind = store::TicketFilter::Kind::words;
    scanner.words = word("scanners");
    store::TicketFilter either;
    either.kind = store::TicketFilter::Kind::any;
    either.parts = {closed, scanner};
    store::TicketQuery query;
    query.filter = std::make_shared<store::TicketFilter const>(either);
    EXPECT_EQ(find(query), (Subjects{"scanner", "printer toner"}));
    store::TicketFilter neither;
    neither.kind = store::TicketFilter::Kind::no;
    neither.parts = {either};
    query.filter = std::make_shared<store::TicketFilter const>(neither);
    EXPECT_EQ(find(query), Subjects{"printer jam"});
}

TEST_P(FindTickets, PeopleAreFoundByTheBeginningOfAnyWord) {
    auto const scope_of_names = [&](std::string_view text) {
        std::vector<std::string> names;
        for (auto const& one :
             must_have(read([&](store::ReadTxn& txn) { return store::find_customers(txn, text, 10); })))
            names.push_back(one.name);
        return names;
    };
    must_have(write([](store::WriteTxn& txn) -> Result<int> {
        domain::Customer anna;
        anna.name = "Anna Łukasiewicz";
        anna.email = "anna@firm.example";
        anna.phone = "+48 58 123 45 67";
        TRY(anna, store::add_customer(txn, anna));
        domain::Customer other;
        other.name = "Annette Gross";
        other.email = "gross@else.example";
        TRY(other, store::add_customer(txn, other));
        return 0;
    }));
    EXPECT_EQ(scope_of_names("ann"), (Subjects{"Anna Łukasiewicz", "Annette Gross"}));
    EXPECT_EQ(scope_of_names("lukas an"), Subjects{"Anna Łukasiewicz"});
    EXPECT_EQ(scope_of_names("gross@else"), Subjects{"Annette Gross"});
    EXPECT_EQ(scope_of_names("+48 58 12"), Subjects{"Anna Łukasiewicz"});
    EXPECT_EQ(scope_of_names("zoe"), Subjects{});
}

TEST_P(FindTickets, AWaitingEntryStaysWhenItsTicketChangesAgain) {
    auto const id = add("one");
    auto const mark = [&] {
        must_have(write([&](store::WriteTxn& txn) -> Result<int> {
            CHECK_OK(store::mark_for_search(txn, id));
            return 0;
        }));
    };
    auto const waiting = [&] {
        return must_have(read([](store::ReadTxn& txn) { return store::list_search_todo(txn, 10); }));
    };
    auto const finish = [&](store::SearchTodo const& todo) {
        return must_have(write([&](store::WriteTxn& txn) { return store::finish_search_todo(txn, todo); }));
    };
    mark();
    auto const first = waiting().at(0);
    mark();
    EXPECT_FALSE(finish(first));
    EXPECT_TRUE(finish(waiting().at(0)));
    EXPECT_TRUE(waiting().empty());
}

}  // namespace
}  // namespace lotse::testing
