// SPDX-License-Identifier: Apache-2.0
#include "store/models.h"

#include "contract/support/samples.h"
#include "store/articles.h"
#include "store/customers.h"
#include "store/events.h"
#include "store/setup.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::Status;

class Models : public OnEachStore {};
LOTSE_ON_EACH_STORE(Models);

TEST_P(Models, ServeOneAtATime) {
    auto const serving = [&] { return must_have(read([](store::ReadTxn& txn) { return store::serving_model(txn); })); };
    auto const add = [&](store::StoredModel const& model) {
        return write([&](store::WriteTxn& txn) { return store::add_model(txn, model); });
    };
    EXPECT_FALSE(serving());
    store::StoredModel const first{"m-1", std::string("\0\xff\x80 weights", 11), "{\"n\": 3}", true, minute(1)};
    must_have(add(first));
    must_have(add({"m-shadow", "x", "", false, minute(2)}));
    ASSERT_TRUE(serving());
    EXPECT_EQ(serving()->version, "m-1");
    EXPECT_EQ(serving()->bytes, first.bytes);
    EXPECT_EQ(serving()->report, first.report);
    EXPECT_TRUE(serving()->is_serving);
    EXPECT_EQ(serving()->created_at, minute(1));
    must_have(add({"m-2", std::string(3'000'000, '\x07'), "", true, minute(3)}));
    EXPECT_EQ(serving()->version, "m-2");
    EXPECT_EQ(serving()->bytes.size(), 3'000'000u);
    auto const again = add({"m-1", "x", "", true, minute(4)});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "model.version_taken");
    EXPECT_EQ(serving()->version, "m-2") << "a failed write changes nothing";
    EXPECT_FALSE(must_have(store().read(other_scope(), [](store::ReadTxn& txn) { return store::serving_model(txn); })));
}

// A desk in which tickets end in all the ways that matter to learning.
class Examples : public OnEachStore {
  protected:
    void SetUp() override {
        OnEachStore::SetUp();
        if (HasFatalFailure()) return;
        domain::Category category;
        category.key = "access";
        category_ = must_have(write([&](store::WriteTxn& txn) { return store::add_category(txn, category); })).id;
    }

    // A ticket, created `n` minutes in, whose first message says "text n".
    domain::TicketId ticket(int n, Status status, bool has_category = true, bool has_type = true) {
        return must_have(write([&](store::WriteTxn& txn) -> Result<domain::TicketId> {
            domain::Ticket t;
            t.subject = "subject " + std::to_string(n);
            t.status = status;
            t.language = "pl";
            if (has_category) t.category = category_;
            t.type = domain::TicketType::incident;
            t.has_type = has_type;
            t.created_at = minute(n);
            TRY(t, store::add_ticket(txn, t));
            domain::Article greeting;
            greeting.ticket = t.id;
            greeting.author = domain::Author::system;
            greeting.text = "not this";
            TRY(greeting, store::add_article(txn, greeting));
            domain::Article first;
            first.ticket = t.id;
            first.new_text = "text " + std::to_string(n);
            first.text = first.new_text + "\n> quote";
            TRY(first, store::add_article(txn, first));
            first.new_text = "a later one";
            TRY(first, store::add_article(txn, first));
            return t.id;
        }));
    }
    void change(domain::TicketId id, std::string field, std::string from, std::string to, std::string source,
                Instant at) {
        must_have(write([&](store::WriteTxn& txn) -> Result<void> {
            domain::Event event;
            event.ticket = id;
            event.at = at;
            TRY(event, store::add_event(txn, event));
            domain::Because because;
            because.source = std::move(source);
            return store::add_changes(txn, event.id, id, {{std::move(field), std::move(from), std::move(to), because}},
                                      at);
        }));
    }
    // Of one status, the newest first.
    static Result<std::vector<store::Example>> newest(store::ReadTxn& txn, Status status, int limit) {
        TRY(auto page, store::list_example_page(txn, status, {}, {instant(INT64_MAX), {}}, limit));
        return page.items;
    }
    store::Example only(int limit = 10) {
        auto all = must_have(read([&](store::ReadTxn& txn) { return newest(txn, Status::solved, limit); }));
        for (auto& one : must_have(read([&](store::ReadTxn& txn) { return newest(txn, Status::closed, limit); })))
            all.push_back(std::move(one));
        EXPECT_EQ(all.size(), 1u);
        return all.empty() ? store::Example{} : all.front();
    }
    domain::CategoryId category_;
};
LOTSE_ON_EACH_STORE(Examples);

TEST_P(Examples, AreSolvedOrClosedTicketsNewestFirst) {
    ticket(1, Status::closed);
    ticket(2, Status::open);
    ticket(3, Status::closed);
    ticket(4, Status::closed);
    auto const all = must_have(read([](store::ReadTxn& txn) { return newest(txn, Status::closed, 2); }));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].subject, "subject 4");
    EXPECT_EQ(all[1].subject, "subject 3");
    EXPECT_EQ(all[0].text, "text 4");
    EXPECT_EQ(all[0].category, "access");
    EXPECT_EQ(all[0].type, "incident");
    EXPECT_EQ(all[0].weight, 1) << "given when it was opened";
    EXPECT_EQ(all[0].at, minute(4));
    EXPECT_TRUE(must_have(store().read(other_scope(), [](store::ReadTxn& txn) {
                    return newest(txn, Status::closed, 10);
                })).empty());
    EXPECT_TRUE(must_have(read([](store::ReadTxn& txn) { return newest(txn, Status::solved, 10); })).empty());
}

TEST_P(Examples, ComeInPagesThatMissNoneAndRepeatNone) {
    for (int n = 1; n <= 7; ++n) ticket(n, Status::solved);
    must_have(write([&](store::WriteTxn& txn) -> Result<void> {  // in which no customer wrote
        domain::Ticket silent;
        silent.status = Status::solved;
        silent.created_at = minute(5);
        TRY(silent, store::add_ticket(txn, silent));
        return {};
    }));
    std::vector<std::string> seen;
    std::optional<store::ExamplePlace> place = store::ExamplePlace{minute(7), domain::TicketId{INT64_MAX}};
    int pages = 0;
    for (; place && pages < 20; ++pages) {
        auto const page = must_have(read(
            [&](store::ReadTxn& txn) { return store::list_example_page(txn, Status::solved, minute(2), *place, 2); }));
        for (auto const& one : page.items) seen.push_back(one.subject);
        place = page.next;
    }
    EXPECT_EQ(seen,
              (std::vector<std::string>{"subject 7", "subject 6", "subject 5", "subject 4", "subject 3", "subject 2"}));
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::count_done_tickets(txn, minute(2), minute(5)); })),
              3);
}

TEST_P(Models, AreListedWithoutTheirBytes) {
    auto const add = [&](store::StoredModel const& model) {
        must_have(write([&](store::WriteTxn& txn) { return store::add_model(txn, model); }));
    };
    auto const version = [&] {
        return must_have(read([](store::ReadTxn& txn) { return store::serving_version(txn); }));
    };
    EXPECT_EQ(version(), "");
    add({"m-1", "one", "{}", true, minute(1)});
    add({"m-2", "two", "{}", true, minute(2)});
    EXPECT_EQ(version(), "m-2");
    auto const all = must_have(read([](store::ReadTxn& txn) { return store::list_models(txn); }));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].version, "m-2");
    EXPECT_TRUE(all[0].is_serving);
    EXPECT_TRUE(all[0].bytes.empty()) << "megabytes that a list does not need";
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::get_model(txn, "m-1"); })).bytes, "one");
    auto const absent = read([](store::ReadTxn& txn) { return store::get_model(txn, "m-9"); });
    ASSERT_FALSE(absent);
    EXPECT_EQ(absent.error().code, "model.missing");
}

TEST_P(Examples, SayWhereTheMessageCameFrom) {
    auto const id = must_have(write([&](store::WriteTxn& txn) -> Result<domain::TicketId> {
        domain::Customer customer;
        customer.name = "Ewa";
        customer.language = "pl";
        TRY(customer, store::add_customer(txn, customer));
        domain::Ticket t;
        t.customer = customer.id;
        t.organization = domain::OrganizationId{7};
        t.channel = domain::Channel::phone;
        t.language = "de";
        TRY(t, store::add_ticket(txn, t));
        domain::Article first;
        first.ticket = t.id;
        first.text = first.new_text = "words";
        TRY(first, store::add_article(txn, first));
        for (char const* recipient : {"help@desk.example", "later@desk.example"}) {
            domain::Event event;
            event.ticket = t.id;
            event.data["recipient"] = recipient;
            event.data["language_hint"] = "en";
            TRY(event, store::add_event(txn, event));
        }
        return t.id;
    }));
    auto const found = must_have(read([&](store::ReadTxn& txn) { return store::find_example(txn, id); }));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->mailbox, "help@desk.example");
    EXPECT_EQ(found->content_language, "en");
    EXPECT_EQ(found->customer_language, "pl") << "what was known before, not what was found";
    EXPECT_EQ(found->organization, domain::OrganizationId{7});
    EXPECT_EQ(found->channel, domain::Channel::phone);
    EXPECT_FALSE(must_have(read([&](store::ReadTxn& txn) { return store::find_example(txn, domain::TicketId{999}); })));
}

TEST_P(Examples, OfGuessesAloneWeighNothing) {
    auto const id = ticket(1, Status::solved);
    change(id, "category", "", "1", "model", minute(2));
    change(id, "type", "", "incident", "keywords", minute(2));
    change(id, "status", "open", "solved", "timer", minute(3));
    EXPECT_EQ(only().weight, 0);
}

TEST_P(Examples, KeepOnlyWhatAPersonSet) {
    auto const id = ticket(1, Status::solved);
    change(id, "category", "", "7", "model", minute(2));
    change(id, "type", "", "incident", "model", minute(2));
    change(id, "category", "7", "1", "person", minute(3));
    EXPECT_EQ(only().weight, 1);
    EXPECT_EQ(only().category, "access");
    EXPECT_EQ(only().type, "") << "a guess";
}

TEST_P(Examples, TrustAGuessThatAPersonLetStandForThreeDays) {
    auto const id = ticket(1, Status::closed, true, false);
    change(id, "category", "", "1", "model", minute(2));
    change(id, "status", "open", "solved", "person", minute(10));
    change(id, "status", "solved", "closed", "timer", minute(20));
    EXPECT_EQ(only().weight, 0) << "not yet";
    auto const other = ticket(2, Status::open);
    change(other, "status", "new", "open", "person", minute(10 + 72 * 60));
    EXPECT_EQ(only().weight, 1);
    EXPECT_EQ(only().type, "");
    change(id, "category", "1", "2", "model", minute(11 + 72 * 60));
    change(id, "status", "closed", "open", "person", minute(12 + 72 * 60));
    change(id, "status", "open", "solved", "timer", minute(13 + 72 * 60));
    EXPECT_EQ(only().weight, 0) << "it was opened again, and no person solved it";
}

TEST_P(Examples, OfATextWithoutEndAreCut) {
    must_have(write([&](store::WriteTxn& txn) -> Result<void> {
        domain::Ticket t;
        t.status = Status::solved;
        TRY(t, store::add_ticket(txn, t));
        domain::Article first;
        first.ticket = t.id;
        first.text = first.new_text = megabyte();
        TRY(first, store::add_article(txn, first));
        return {};
    }));
    EXPECT_LE(only().text.size(), 20'000u);
    EXPECT_GT(only().text.size(), 19'000u);
}

}  // namespace
}  // namespace lotse::testing
