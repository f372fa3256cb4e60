// SPDX-License-Identifier: Apache-2.0
// Pages of tickets, against the plainest way to make the same list: take all, filter, sort.
#include <algorithm>
#include <random>
#include <set>

#include "contract/support/samples.h"
#include "store/ticket_facets.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::Status;
using domain::Ticket;
using store::TicketQuery;
using store::TicketSort;

constexpr std::array kSorts{TicketSort::updated,      TicketSort::created,  TicketSort::first_reply_due,
                            TicketSort::solution_due, TicketSort::priority, TicketSort::next_due};

template <class T>
bool fits(std::optional<T> const& wanted, T const& value) {
    return !wanted || *wanted == value;
}

bool has(Ticket const& t, std::string const& facet) {
    if (facet == "f4=bug") return t.fields.contains("4") && text_at(t.fields, "4") != "idea";
    return std::ranges::count(t.tags, domain::TagId{std::stoll(facet.substr(1))}) == 1;
}

bool belongs(Ticket const& t, TicketQuery const& q) {
    bool const status = q.statuses.empty() || std::ranges::count(q.statuses, t.status) > 0;
    return status && fits(q.queue, t.queue) && fits(q.agent, t.agent) && fits(q.customer, t.customer) &&
           fits(q.organization, t.organization) && fits(q.category, t.category) && fits(q.priority, t.priority) &&
           std::ranges::all_of(q.facets, [&](auto const& facet) { return has(t, facet); }) &&
           fits(q.channel, t.channel) && fits(q.language, t.language) && fits(q.escalated, t.escalated) &&
           (!q.created_from || *q.created_from <= t.created_at) && (!q.created_to || t.created_at < *q.created_to);
}

std::optional<Instant> soonest(Ticket const& t) {
    std::set<Instant> all;
    for (auto const& due :
         {t.first_reply_due_at, t.next_reply_due_at, t.update_due_at, t.solution_due_at, t.handover_due_at, t.due_at})
        if (due) all.insert(*due);
    return all.empty() ? std::nullopt : std::optional(*all.begin());
}

// Smaller comes first.
bool comes_before(Ticket const& a, Ticket const& b, TicketQuery const& q) {
    auto const less = [&](auto const& x, auto const& y) { return q.descending ? y < x : x < y; };
    auto const by = [&](Instant x, Instant y) { return x != y ? less(x, y) : less(a.id, b.id); };
    auto const by_due = [&](std::optional<Instant> x, std::optional<Instant> y) {
        if (x.has_value() != y.has_value()) return x.has_value();
        return x ? by(*x, *y) : by(a.created_at, b.created_at);
    };
    switch (q.sort) {
        case TicketSort::updated: return by(a.updated_at, b.updated_at);
        case TicketSort::created: return by(a.created_at, b.created_at);
        case TicketSort::first_reply_due: return by_due(a.first_reply_due_at, b.first_reply_due_at);
        case TicketSort::solution_due: return by_due(a.solution_due_at, b.solution_due_at);
        case TicketSort::next_due: return by_due(soonest(a), soonest(b));
        case TicketSort::priority:
            return a.priority != b.priority ? less(a.priority, b.priority) : by(a.updated_at, b.updated_at);
    }
    return false;
}

std::vector<std::int64_t> plain_list(std::vector<Ticket> const& all, TicketQuery const& query) {
    std::vector<Ticket> kept;
    std::ranges::copy_if(all, std::back_inserter(kept), [&](Ticket const& ticket) { return belongs(ticket, query); });
    std::ranges::sort(kept, [&](Ticket const& a, Ticket const& b) { return comes_before(a, b, query); });
    std::vector<std::int64_t> ids;
    for (auto const& ticket : kept) ids.push_back(ticket.id.value);
    return ids;
}

class Lists : public OnEachStore {
  protected:
    std::mt19937 random_{11};
    std::vector<Ticket> all_;

    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
    // Few different values, so that everything ties.
    Ticket any_ticket() {
        Ticket t;
        t.status = static_cast<Status>(below(5));
        t.channel = static_cast<domain::Channel>(below(6));
        t.customer = domain::CustomerId{1 + below(30)};
        t.organization = domain::OrganizationId{below(5)};
        t.queue = domain::QueueId{1 + below(3)};
        t.agent = domain::AgentId{below(5)};
        t.category = domain::CategoryId{below(6)};
        t.priority = static_cast<domain::Priority>(below(4));
        t.language = std::array{"en", "de", "pl", ""}[static_cast<std::size_t>(below(4))];
        t.escalated = below(8) == 0;
        for (int tag = 1; tag <= 3; ++tag)
            if (below(3) == 0) t.tags.emplace_back(tag);
        if (below(2) == 0) t.fields["4"] = std::array{"Bug", "bug", "idea"}[static_cast<std::size_t>(below(3))];
        t.created_at = minute(below(40));
        t.updated_at = minute(100 + below(25));
        if (below(3) != 0) t.first_reply_due_at = minute(200 + below(10));
        if (below(3) == 0) t.solution_due_at = minute(300 + below(10));
        if (below(6) == 0) t.next_reply_due_at = minute(200 + below(10));
        if (below(6) == 0) t.update_due_at = minute(200 + below(10));
        if (below(6) == 0) t.handover_due_at = minute(195 + below(10));
        if (below(6) == 0) t.due_at = minute(198 + below(10));
        return t;
    }
    void add(int count) {
        must_have(write([&](store::WriteTxn& txn) -> Result<void> {
            for (int i = 0; i < count; ++i) {
                TRY(auto ticket, store::add_ticket(txn, any_ticket()));
                all_.push_back(std::move(ticket));
            }
            return {};
        }));
    }
    store::TicketPage page(TicketQuery const& query) {
        return must_have(read([&](store::ReadTxn& txn) { return store::list_tickets(txn, query); }));
    }
    std::vector<std::int64_t> ids(TicketQuery query, int* pages = nullptr) {
        std::vector<std::int64_t> out;
        int count = 0;
        do {
            auto const next = page(query);
            EXPECT_LE(next.items.size(), static_cast<std::size_t>(query.limit));
            for (auto const& ticket : next.items) out.push_back(ticket.id.value);
            query.after = next.next;
            ++count;
        } while (!query.after.empty());
        if (pages != nullptr) *pages = count;
        return out;
    }
    TicketQuery any_query() {
        TicketQuery q;
        q.sort = kSorts[static_cast<std::size_t>(below(5))];
        q.descending = below(2) == 0;
        q.limit = 1 + below(60);
        for (int i = below(4); i > 0; --i) q.statuses.push_back(static_cast<Status>(below(5)));
        for (int i = below(4); i > 0; --i) {
            switch (below(12)) {
                case 0: q.queue = domain::QueueId{1 + below(3)}; break;
                case 1: q.agent = domain::AgentId{below(5)}; break;
                case 2: q.customer = domain::CustomerId{1 + below(30)}; break;
                case 3: q.organization = domain::OrganizationId{below(5)}; break;
                case 4: q.category = domain::CategoryId{below(6)}; break;
                case 5: q.priority = static_cast<domain::Priority>(below(4)); break;
                case 6: q.channel = static_cast<domain::Channel>(below(6)); break;
                case 7: q.language = std::array{"en", "de", "pl", ""}[static_cast<std::size_t>(below(4))]; break;
                case 8: q.escalated = below(2) == 0; break;
                case 9: q.facets.push_back(store::tag_facet(domain::TagId{1 + below(4)})); break;
                case 10: q.facets.push_back(store::field_facet(domain::FieldId{4}, "BUG")); break;
                default: q.created_from = minute(below(30)); q.created_to = *q.created_from + std::chrono::minutes{10};
            }
        }
        return q;
    }
};
LOTSE_ON_EACH_STORE(Lists);

TEST_P(Lists, GiveEachTicketOnceInEverySort) {
    add(550);
    for (auto const sort : kSorts) {
        for (bool const descending : {true, false}) {
            TicketQuery query;
            query.sort = sort;
            query.descending = descending;
            query.limit = 37;
            int pages = 0;
            EXPECT_EQ(ids(query, &pages), plain_list(all_, query)) << static_cast<int>(sort) << descending;
            EXPECT_EQ(pages, 15);
        }
    }
}

TEST_P(Lists, EqualThePlainListForAnyQuery) {
    add(500);
    for (int i = 0; i < 150; ++i) {
        auto const query = any_query();
        ASSERT_EQ(ids(query), plain_list(all_, query)) << "query " << i;
    }
}

TEST_P(Lists, GiveEachTicketOnceWhileOthersArrive) {
    for (auto const sort : kSorts) {
        add(100);
        TicketQuery query;
        query.sort = sort;
        query.limit = 20;
        auto const before = all_;
        std::vector<std::int64_t> seen;
        do {
            auto const next = page(query);
            for (auto const& ticket : next.items) seen.push_back(ticket.id.value);
            query.after = next.next;
            add(5);
        } while (!query.after.empty());
        EXPECT_EQ(std::set(seen.begin(), seen.end()).size(), seen.size()) << "no ticket twice";
        std::erase_if(seen, [&](std::int64_t id) { return id > before.back().id.value; });
        query.after.clear();
        EXPECT_EQ(seen, plain_list(before, query)) << static_cast<int>(sort);
    }
}

TEST_P(Lists, EndWithoutACursorWhereTheLastPageIsFull) {
    add(40);
    TicketQuery query;
    query.limit = 20;
    int pages = 0;
    EXPECT_EQ(ids(query, &pages).size(), 40u);
    EXPECT_EQ(pages, 2);
}

TEST_P(Lists, TakeOnlyCursorsOfTheirOwn) {
    add(30);
    TicketQuery query;
    query.limit = 10;
    auto const good = page(query).next;
    ASSERT_FALSE(good.empty());
    auto const code = [&](TicketQuery const& wanted) {
        auto const result = read([&](store::ReadTxn& txn) { return store::list_tickets(txn, wanted); });
        return result ? std::string("ok") : result.error().code;
    };
    for (std::string const& bad :
         {std::string("x"), std::string("0d0"), good + " ", good + "0'", std::string("0d9.1.1"), std::string("0d0.1.0"),
          std::string("0d0.99999999999999999999.1"), kHostile}) {
        query.after = bad;
        EXPECT_EQ(code(query), "page.cursor") << bad;
    }
    query.after = good;
    EXPECT_EQ(code(query), "ok");
    query.descending = false;
    EXPECT_EQ(code(query), "page.cursor") << "of the other direction";
    query.descending = true;
    query.sort = TicketSort::created;
    EXPECT_EQ(code(query), "page.cursor") << "of another sort";
}

// 6,400 tickets of one firm, three of them urgent. No index knows urgent tickets of a firm by the time they came, so a
// page looks at 5,000 rows at most and hands over where it stopped.
TEST_P(Lists, StopLookingForRareTicketsAndGoOnAtTheCursor) {
    Ticket ticket;
    ticket.customer = domain::CustomerId{12};
    ticket.organization = domain::OrganizationId{9};
    ticket.language = "en";
    ticket.created_at = minute(1000);
    must_have(write([&](store::WriteTxn& txn) -> Result<void> {
        for (int i = 0; i < 100; ++i) {
            TRY([[maybe_unused]] auto added, store::add_ticket(txn, ticket));
        }
        return {};
    }));
    for (int i = 0; i < 6; ++i) {
        must_have(
            run("INSERT INTO ticket (tenant_id, id, version, status, channel, customer_id, organization_id, queue_id, "
                "agent_id, category_id, type, has_type, impact, urgency, priority, is_unreadable, is_escalated, "
                "follows_id, created_at, updated_at, language, subject) SELECT :tenant, id + (SELECT MAX(id) FROM "
                "ticket), version, status, channel, customer_id, organization_id, queue_id, agent_id, category_id, "
                "type, has_type, impact, urgency, priority, is_unreadable, is_escalated, follows_id, created_at + ?1, "
                "updated_at, language, subject FROM ticket",
                {i + 1}));
    }
    must_have(run("UPDATE ticket SET priority = 3 WHERE tenant_id = :tenant AND id IN (1, 2, 6000)"));
    TicketQuery query;
    query.sort = TicketSort::created;
    query.organization = ticket.organization;
    query.priority = domain::Priority::urgent;
    int pages = 0;
    EXPECT_EQ(ids(query, &pages).size(), 3u);
    EXPECT_EQ(pages, 2);
    auto const first = page(query);
    EXPECT_LT(first.items.size(), 3u);
    EXPECT_FALSE(first.next.empty());

    // Many have the language, so the list by the time they came is walked without its index.
    TicketQuery many;
    many.sort = TicketSort::created;
    many.language = ticket.language;
    many.limit = 200;
    EXPECT_EQ(ids(many, &pages).size(), 6400u);
    EXPECT_EQ(pages, 32);

    // A customer of very many tickets: what is due comes from its index, the tail from the whole list.
    must_have(run("UPDATE ticket SET solution_due_at = 7000 - id WHERE tenant_id = :tenant AND id IN (1, 2, 6000)"));
    TicketQuery due;
    due.sort = TicketSort::solution_due;
    due.descending = false;
    due.customer = ticket.customer;
    due.limit = 200;
    auto const all = ids(due, &pages);
    EXPECT_EQ(all.size(), 6400u);
    EXPECT_EQ(std::vector(all.begin(), all.begin() + 3), (std::vector<std::int64_t>{6000, 2, 1}));
}

}  // namespace
}  // namespace lotse::testing
