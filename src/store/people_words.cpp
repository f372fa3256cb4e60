// SPDX-License-Identifier: Apache-2.0
#include "store/people_words.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"
#include "search/fold.h"
#include "store/customers.h"
#include "store/rows.h"

namespace lotse::store {
namespace {

constexpr std::size_t kMostWords = 24;
constexpr std::size_t kLongestKey = 48;  // bytes; a beginning that is longer is looked up by so much of it
constexpr int kMostLookedAt = 400;

using Keys = std::set<std::string>;

std::string digits_of(std::string_view text) {
    std::string out;
    for (char const c : text)
        if (c >= '0' && c <= '9') out += c;
    return out;
}

// "+49 (30) 123-45", and nothing but such signs.
bool is_phone(std::string_view text) {
    return digits_of(text).size() >= 3 && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || std::string_view("+-/() .").contains(c);
           });
}

std::string key_of(std::string_view text) { return std::string(cut_utf8(text, kLongestKey)); }

void add_words(Keys& keys, std::string_view text) {
    for (auto const& word : search::words_in(text, kMostWords)) keys.insert(key_of(word.folded));
}

Keys keys_of(domain::Customer const& customer) {
    Keys keys;
    add_words(keys, customer.name);
    add_words(keys, customer.email);
    if (!customer.email.empty()) keys.insert(key_of(to_lower_utf8(customer.email)));
    auto const digits = digits_of(customer.phone);
    if (digits.size() >= 3) keys.insert(key_of(digits));
    return keys;
}

Keys keys_of(domain::Organization const& organization) {
    Keys keys;
    add_words(keys, organization.name);
    for (auto const& domain : organization.domains) keys.insert(key_of(to_lower_utf8(domain)));
    return keys;
}

// What must each begin a key.
std::vector<std::string> asked_for(std::string_view text) {
    std::vector<std::string> out;
    if (is_phone(text)) {
        out.push_back(key_of(digits_of(text)));
    } else if (text.contains('@')) {
        out.push_back(key_of(to_lower_utf8(trim(text))));
    } else {
        for (auto const& word : search::words_in(text, 8)) out.push_back(key_of(word.folded));
    }
    std::ranges::sort(out, [](std::string const& a, std::string const& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    return out;
}

bool begins_one(Keys const& keys, std::string const& beginning) {
    auto const found = keys.lower_bound(beginning);
    return found != keys.end() && found->starts_with(beginning);
}

// `get`: by id. Those that are found, in the order of their names.
template <class T, class Get>
Result<std::vector<T>> find_people(ReadTxn& txn, std::string_view sql_text, std::string_view text, int limit, Get get) {
    auto const asked = asked_for(text);
    std::vector<T> out;
    if (asked.empty()) return out;
    std::set<std::int64_t> ids;
    Bytes const from{asked[0]};
    Bytes const to{asked[0] + '\xff'};
    TRY([[maybe_unused]] auto const rows,
        txn.each(sql_text, {from, to, kMostLookedAt}, [&](Row const& row) { ids.insert(row.integer(0)); }));
    for (auto const id : ids) {
        TRY(auto one, get(id));
        auto const keys = keys_of(one);
        if (std::ranges::all_of(asked, [&](auto const& word) { return begins_one(keys, word); }))
            out.push_back(std::move(one));
    }
    std::ranges::sort(out, [](T const& a, T const& b) { return search::fold(a.name) < search::fold(b.name); });
    if (out.size() > static_cast<std::size_t>(limit)) out.resize(static_cast<std::size_t>(limit));
    return out;
}

}  // namespace

Result<void> write_customer_words(WriteTxn& txn, domain::Customer const& customer) {
    TRY([[maybe_unused]] auto const gone,
        txn.run("DELETE FROM customer_word WHERE tenant_id = :tenant AND customer_id = ?1", {customer.id}));
    for (auto const& key : keys_of(customer)) {
        TRY([[maybe_unused]] auto const added,
            txn.run("INSERT INTO customer_word (tenant_id, word, customer_id) VALUES (:tenant, ?1, ?2)",
                    {Bytes{key}, customer.id}));
    }
    return {};
}

Result<void> write_organization_words(WriteTxn& txn, domain::Organization const& organization) {
    TRY([[maybe_unused]] auto const gone,
        txn.run("DELETE FROM organization_word WHERE tenant_id = :tenant AND organization_id = ?1", {organization.id}));
    for (auto const& key : keys_of(organization)) {
        TRY([[maybe_unused]] auto const added,
            txn.run("INSERT INTO organization_word (tenant_id, word, organization_id) VALUES (:tenant, ?1, ?2)",
                    {Bytes{key}, organization.id}));
    }
    return {};
}

Result<std::vector<domain::Customer>> find_customers(ReadTxn& txn, std::string_view text, int limit) {
    return find_people<domain::Customer>(
        txn,
        "SELECT customer_id FROM customer_word WHERE tenant_id = :tenant AND word >= ?1 AND word < ?2 "
        "ORDER BY word, customer_id LIMIT ?3",
        text, limit, [&](std::int64_t id) { return get_customer(txn, domain::CustomerId(id)); });
}

Result<std::vector<domain::Organization>> find_organizations(ReadTxn& txn, std::string_view text, int limit) {
    return find_people<domain::Organization>(
        txn,
        "SELECT organization_id FROM organization_word WHERE tenant_id = :tenant AND word >= ?1 AND word < ?2 "
        "ORDER BY word, organization_id LIMIT ?3",
        text, limit, [&](std::int64_t id) { return get_organization(txn, domain::OrganizationId(id)); });
}

}  // namespace lotse::store
