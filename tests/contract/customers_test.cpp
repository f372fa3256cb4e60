// SPDX-License-Identifier: Apache-2.0
#include "store/customers.h"
#include "store/people_words.h"

#include <algorithm>
#include <set>

#include "contract/support/samples.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class Customers : public OnEachStore {
  protected:
    static domain::Customer a_customer(std::string name, std::string email) {
        domain::Customer customer;
        customer.name = std::move(name);
        customer.email = std::move(email);
        customer.phone = "+48 22 123 45 67";
        customer.language = "pl";
        customer.time_zone = "Europe/Warsaw";
        customer.organization = domain::OrganizationId{4};
        customer.created_at = minute(2);
        return customer;
    }
    domain::Customer add(domain::Customer const& customer) {
        return must_have(write([&](store::WriteTxn& txn) { return store::add_customer(txn, customer); }));
    }
    domain::Customer get(domain::CustomerId id) {
        return must_have(read([&](store::ReadTxn& txn) { return store::get_customer(txn, id); }));
    }
    std::optional<domain::Customer> find(std::string_view email) {
        return must_have(read([&](store::ReadTxn& txn) { return store::find_customer_by_email(txn, email); }));
    }
    // All pages, and how many there were.
    std::vector<std::int64_t> ids(int limit, int* pages = nullptr) {
        std::vector<std::int64_t> out;
        std::string after;
        int count = 0;
        do {
            auto const page =
                must_have(read([&](store::ReadTxn& txn) { return store::list_customers(txn, after, limit); }));
            for (auto const& customer : page.items) out.push_back(customer.id.value);
            after = page.next;
            ++count;
        } while (!after.empty());
        if (pages != nullptr) *pages = count;
        return out;
    }
    std::vector<std::int64_t> named(std::string_view text) {
        std::vector<std::int64_t> out;
        for (auto const& one :
             must_have(read([&](store::ReadTxn& txn) { return store::find_customers(txn, text, 10); })))
            out.push_back(one.id.value);
        return out;
    }
};
LOTSE_ON_EACH_STORE(Customers);

TEST_P(Customers, AreReadAsTheyWereWritten) {
    auto const customer = add(a_customer(kHostile, "anna@example.org"));
    EXPECT_EQ(customer.version, 1);
    EXPECT_TRUE(fields(get(customer.id)) == fields(customer));
    EXPECT_TRUE(fields(*find("anna@example.org")) == fields(customer));
    auto const long_name = add(a_customer(megabyte(), "long@example.org"));
    EXPECT_TRUE(fields(get(long_name.id)) == fields(long_name));
}

TEST_P(Customers, AreFoundByAnAddressOfAnyLength) {
    std::string const address = std::string(5000, 'x') + "@example.org";
    std::string const like_it = std::string(5000, 'x') + "@example.net";
    auto const customer = add(a_customer("Long", address));
    auto const other = add(a_customer("Long too", like_it));
    EXPECT_EQ(find(address)->id, customer.id);
    EXPECT_EQ(find(like_it)->id, other.id);
    EXPECT_FALSE(find(std::string(5000, 'x')));
}

TEST_P(Customers, DoNotShareAnAddressUnlessTheyHaveNone) {
    add(a_customer("Anna", "anna@example.org"));
    // The transaction goes on: the caller may want the customer that is there.
    must_have(write([&](store::WriteTxn& txn) -> Result<void> {
        auto const again = store::add_customer(txn, a_customer("Anna again", "anna@example.org"));
        EXPECT_FALSE(again);
        EXPECT_EQ(again.error().code, "customer.email_taken");
        TRY(auto const found, store::find_customer_by_email(txn, "anna@example.org"));
        EXPECT_EQ(found->name, "Anna");
        return {};
    }));
    auto const first = add(a_customer("Caller", ""));
    auto const second = add(a_customer("Caller", ""));
    EXPECT_NE(first.id, second.id);
    EXPECT_FALSE(find(""));
    auto moved = second;
    moved.email = "anna@example.org";
    auto const taken = write([&](store::WriteTxn& txn) { return store::update_customer(txn, moved); });
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, "customer.email_taken");
}

TEST_P(Customers, AreUpdatedByVersion) {
    auto customer = add(a_customer("Anna", "anna@example.org"));
    customer.name = "Żaneta";
    customer.email = "zaneta@example.org";
    customer.language = "de";
    auto const updated = must_have(write([&](store::WriteTxn& txn) { return store::update_customer(txn, customer); }));
    EXPECT_EQ(updated.version, 2);
    EXPECT_TRUE(fields(get(customer.id)) == fields(updated));
    EXPECT_FALSE(find("anna@example.org"));
    EXPECT_EQ(named("żan"), std::vector{customer.id.value});
    auto const stale = write([&](store::WriteTxn& txn) { return store::update_customer(txn, customer); });
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().code, "customer.stale_version");
}

TEST_P(Customers, OfOthersAreMissing) {
    auto const customer = add(a_customer("Anna", "anna@example.org"));
    auto const foreign =
        store().read(other_scope(), [&](store::ReadTxn& txn) { return store::get_customer(txn, customer.id); });
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().code, "customer.missing");
    auto const changed =
        store().write(other_scope(), [&](store::WriteTxn& txn) { return store::update_customer(txn, customer); });
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().code, "customer.missing");
    EXPECT_FALSE(must_have(store().read(
        other_scope(), [](store::ReadTxn& txn) { return store::find_customer_by_email(txn, "anna@example.org"); })));
    EXPECT_TRUE(must_have(store().read(other_scope(), [](store::ReadTxn& txn) {
                    return store::list_customers(txn, "", 10);
                })).items.empty());
}

TEST_P(Customers, AreListedByIdInPages) {
    std::vector<std::int64_t> expected;
    for (int i = 0; i < 25; ++i)
        expected.push_back(add(a_customer("N" + std::to_string(i), "n" + std::to_string(i) + "@example.org")).id.value);
    int pages = 0;
    EXPECT_EQ(ids(10, &pages), expected);
    EXPECT_EQ(pages, 3);
    EXPECT_EQ(ids(25, &pages), expected);
    EXPECT_EQ(pages, 1);
    auto const bad = read([](store::ReadTxn& txn) { return store::list_customers(txn, "x", 10); });
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code, "page.cursor");
}

TEST_P(Customers, AreFoundByTheBeginningOfAnyWordOfNameOrAddress) {
    auto const zoe = add(a_customer("Żółć Maria", "zoe@example.org"));
    auto const anna = add(a_customer("ANNA Maier", "zzz@example.org"));
    auto const mail = add(a_customer("Bert", "anne@example.org"));
    auto const zoran = add(a_customer("Zoran Anna", "other@example.org"));
    EXPECT_EQ(named("aNN"), (std::vector{anna.id.value, mail.id.value, zoran.id.value}));
    EXPECT_EQ(named("żółć"), std::vector{zoe.id.value});
    EXPECT_EQ(named(" anna m "), std::vector{anna.id.value});
    EXPECT_EQ(named("zoe@"), std::vector{zoe.id.value});
    EXPECT_EQ(named("%"), std::vector<std::int64_t>{});
    EXPECT_EQ(named("' OR 1=1 --"), std::vector<std::int64_t>{});
}

class Organizations : public OnEachStore {
  protected:
    static domain::Organization a_firm(std::vector<std::string> domains) {
        domain::Organization firm;
        firm.name = kHostile;
        firm.domains = std::move(domains);
        firm.queue = domain::QueueId{2};
        firm.policy = domain::PolicyId{3};
        firm.is_vip = true;
        firm.created_at = minute(5);
        return firm;
    }
    domain::Organization add(domain::Organization const& firm) {
        return must_have(write([&](store::WriteTxn& txn) { return store::add_organization(txn, firm); }));
    }
    domain::OrganizationId owner_of(std::string_view domain) {
        auto const found =
            must_have(read([&](store::ReadTxn& txn) { return store::find_organization_by_domain(txn, domain); }));
        return found ? found->id : domain::OrganizationId{};
    }
};
LOTSE_ON_EACH_STORE(Organizations);

TEST_P(Organizations, AreReadAsTheyWereWritten) {
    auto const firm = add(a_firm({"b.example", "a.example"}));
    auto const read_firm = must_have(read([&](store::ReadTxn& txn) { return store::get_organization(txn, firm.id); }));
    EXPECT_TRUE(fields(read_firm) == fields(firm));
    EXPECT_EQ(owner_of("a.example"), firm.id);
    EXPECT_EQ(owner_of("c.example"), domain::OrganizationId{});
}

TEST_P(Organizations, DoNotShareADomain) {
    auto const first = add(a_firm({"a.example"}));
    auto second = add(a_firm({"b.example"}));
    auto const third =
        write([&](store::WriteTxn& txn) { return store::add_organization(txn, a_firm({"x.example", "a.example"})); });
    ASSERT_FALSE(third);
    EXPECT_EQ(third.error().code, "organization.domain_taken");
    EXPECT_EQ(owner_of("x.example"), domain::OrganizationId{});
    second.domains = {"b.example", "a.example"};
    auto const taken = write([&](store::WriteTxn& txn) { return store::update_organization(txn, second); });
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, "organization.domain_taken");
    EXPECT_EQ(owner_of("a.example"), first.id);
    EXPECT_EQ(owner_of("b.example"), second.id);
}

TEST_P(Organizations, AreUpdatedByVersionWithTheirDomains) {
    auto firm = add(a_firm({"a.example", "b.example"}));
    firm.domains = {"c.example", "b.example"};
    firm.is_vip = false;
    auto const updated = must_have(write([&](store::WriteTxn& txn) { return store::update_organization(txn, firm); }));
    EXPECT_EQ(updated.version, 2);
    EXPECT_EQ(owner_of("a.example"), domain::OrganizationId{});
    EXPECT_EQ(owner_of("c.example"), firm.id);
    auto const stale = write([&](store::WriteTxn& txn) { return store::update_organization(txn, firm); });
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().code, "organization.stale_version");
}

TEST_P(Organizations, AreListedInPagesAndForTheirTenantOnly) {
    for (int i = 0; i < 7; ++i) add(a_firm({}));
    std::vector<std::int64_t> seen;
    std::string after;
    do {
        auto const page =
            must_have(read([&](store::ReadTxn& txn) { return store::list_organizations(txn, after, 3); }));
        for (auto const& firm : page.items) seen.push_back(firm.id.value);
        after = page.next;
    } while (!after.empty());
    EXPECT_EQ(seen, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7}));
    auto const foreign = store().read(
        other_scope(), [](store::ReadTxn& txn) { return store::get_organization(txn, domain::OrganizationId{1}); });
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().code, "organization.missing");
}

}  // namespace
}  // namespace lotse::testing
