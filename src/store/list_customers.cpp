// SPDX-License-Identifier: Apache-2.0
// The list of customers, and the search by the beginning of a name or an address.
#include <algorithm>
#include <limits>

#include "base/text.h"
#include "store/customer_row.h"
#include "store/customers.h"
#include "store/rows.h"

namespace lotse::store {
namespace {

// A search is answered from the two key indexes while they hold at most kFew matches. Beginnings that fit more people
// ("a") are common enough that walking the list by id finds them soon; kMost bounds that walk, and a page that ends
// there is short and goes on at its cursor.
constexpr std::int64_t kFew = 2000;
constexpr int kMost = 10'000;
constexpr int kStep = 500;

using Customers = std::vector<domain::Customer>;

struct Search {
    std::string text;  // folded
    std::int64_t after = 0;
    std::size_t limit = 0;
};

bool matches(domain::Customer const& customer, std::string_view text) {
    return name_key(customer.name).value.starts_with(text) || customer.email.starts_with(text);
}

// The first key behind all that begin with `text`. UTF-8 has no byte 0xFF.
Bytes end_of(std::string_view text) { return {std::string(text) + '\xff'}; }

Result<std::int64_t> count_few(ReadTxn& txn, Search const& search) {
    std::int64_t count = 0;
    auto const add = [&](Row const& row) { count += row.integer(0); };
    Bytes const from{search.text};
    TRY([[maybe_unused]] auto const names,
        txn.each("SELECT COUNT(*) FROM (SELECT id FROM customer WHERE tenant_id = :tenant AND name_key >= ?1 "
                 "AND name_key < ?2 LIMIT ?3) AS found",
                 {from, end_of(search.text), kFew + 1}, add));
    TRY([[maybe_unused]] auto const addresses,
        txn.each("SELECT COUNT(*) FROM (SELECT id FROM customer WHERE tenant_id = :tenant AND email_key >= ?1 "
                 "AND email_key < ?2 LIMIT ?3) AS found",
                 {from, end_of(search.text), kFew + 1}, add));
    return count;
}

Result<Customers> find_few(ReadTxn& txn, Search const& search) {
    Bytes const from{search.text};
    TRY(auto found, list_all(txn,
                             sql<"SELECT ", kCustomerColumns,
                                 " FROM customer WHERE tenant_id = :tenant AND name_key >= ?1 AND name_key < ?2">,
                             {from, end_of(search.text)}, read_customer));
    TRY(auto others, list_all(txn,
                              sql<"SELECT ", kCustomerColumns,
                                  " FROM customer WHERE tenant_id = :tenant AND email_key >= ?1 AND email_key < ?2">,
                              {from, end_of(search.text)}, read_customer));
    found.insert(found.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
    std::ranges::sort(found, {}, &domain::Customer::id);
    auto const twice = std::ranges::unique(found, {}, &domain::Customer::id);
    found.erase(twice.begin(), twice.end());
    std::erase_if(found, [&](domain::Customer const& customer) { return customer.id.value <= search.after; });
    return found;
}

Page<domain::Customer> page_of(Customers found, std::size_t limit) {
    Page<domain::Customer> page;
    bool const is_more = found.size() > limit;
    if (is_more) found.resize(limit);
    if (is_more) page.next = std::to_string(found.back().id.value);
    page.items = std::move(found);
    return page;
}

Result<Customers> read_behind(ReadTxn& txn, std::int64_t after, std::int64_t limit) {
    return list_all(
        txn,
        sql<"SELECT ", kCustomerColumns, " FROM customer WHERE tenant_id = :tenant AND id > ?1 ORDER BY id LIMIT ?2">,
        {after, limit}, read_customer);
}

Result<Page<domain::Customer>> walk(ReadTxn& txn, Search const& search) {
    Page<domain::Customer> page;
    std::int64_t at = search.after;
    for (int seen = 0; seen < kMost;) {
        TRY(auto step, read_behind(txn, at, kStep));
        for (auto& customer : step) {
            at = customer.id.value;
            if (!matches(customer, search.text)) continue;
            page.items.push_back(std::move(customer));
            if (page.items.size() == search.limit) break;
        }
        if (page.items.size() == search.limit) break;
        if (step.size() < kStep) return page;
        seen += kStep;
    }
    page.next = std::to_string(at);
    return page;
}

}  // namespace

domain::Customer read_customer(Row const& row) {
    domain::Customer out;
    out.id = row.id<domain::CustomerTag>(0);
    out.version = row.integer(1);
    out.name = row.text(2);
    out.email = row.text(3);
    out.phone = row.text(4);
    out.language = row.text(5);
    out.time_zone = row.text(6);
    out.organization = row.id<domain::OrganizationTag>(7);
    out.created_at = row.at(8);
    return out;
}

Bytes name_key(std::string_view name) { return {std::string(cut_utf8(to_lower_utf8(cut_utf8(name, 256)), 64))}; }

Result<Page<domain::Customer>> list_customers(ReadTxn& txn, std::string_view text, std::string_view after, int limit) {
    TRY(auto const cursor, read_id_cursor(after));
    std::size_t const wanted = static_cast<std::size_t>(std::clamp(limit, 1, 500));
    Search const search{std::string(name_key(trim(text)).value), cursor, wanted};
    if (search.text.empty()) {
        TRY(auto found, read_behind(txn, cursor, static_cast<std::int64_t>(wanted) + 1));
        return page_of(std::move(found), wanted);
    }
    TRY(auto const count, count_few(txn, search));
    if (count > kFew) return walk(txn, search);
    TRY(auto found, find_few(txn, search));
    return page_of(std::move(found), wanted);
}

}  // namespace lotse::store
