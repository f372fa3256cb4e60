// SPDX-License-Identifier: Apache-2.0
#include "desk/categories.h"

#include <algorithm>

#include "base/text.h"
#include "desk/renew_deadlines.h"
#include "store/setup.h"

namespace lotse::desk {
namespace {

Result<std::string> check_key(std::string_view key) {
    bool const is_plain = !key.empty() && std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
    if (is_plain) return std::string(key);
    return invalid("category.key", "A key has small letters, digits, '.', '_' and '-' only.", "/key");
}

// Upwards from the wanted parent; a family tree deeper than 20 is a loop that was there before.
Result<void> check_parent(store::ReadTxn& txn, domain::Category const& category, domain::CategoryId parent) {
    for (int depth = 0; parent; ++depth) {
        if (parent == category.id || depth > 20)
            return invalid("category.parent", "A category cannot stand below itself.", "/parent");
        auto const above = store::get_category(txn, parent);
        CHECK_OK(at_field(above, "/parent"));
        parent = above->parent;
    }
    return {};
}

Result<void> apply(store::ReadTxn& txn, CategoryFields const& fields, domain::Category& category) {
    if (fields.name) {
        TRY(category.name, check_name(*fields.name));
    }
    if (fields.parent) CHECK_OK(check_parent(txn, category, *fields.parent));
    if (fields.parent) category.parent = *fields.parent;
    if (fields.queue && *fields.queue) CHECK_OK(at_field(store::get_queue(txn, *fields.queue), "/queue"));
    if (fields.queue) category.queue = *fields.queue;
    if (fields.skills) category.skills = *fields.skills;
    if (fields.keywords) {
        category.keywords = *fields.keywords;
        for (auto& [language, words] : category.keywords)
            for (auto& word : words) word = to_lower_utf8(trim(word));
    }
    return {};
}

}  // namespace

Result<std::vector<domain::Category>> list_categories(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_categories(txn); });
}

Result<domain::Category> get_category(Desk& desk, domain::TenantScope const& scope, domain::CategoryId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_category(txn, id); });
}

Result<Made<domain::Category>> make_category(Desk& desk, access::Principal const& principal,
                                             CategoryFields const& fields, CallKey const& key) {
    return make_once<domain::Category>(desk, principal, key, store::get_category,
                                       [&](store::WriteTxn& txn) -> Result<domain::Category> {
                                           domain::Category category;
                                           TRY(category.key, check_key(fields.key.value_or(std::string())));
                                           CHECK_OK(apply(txn, fields, category));
                                           TRY(category.name, check_name(category.name));
                                           announce_setup(desk, txn);
                                           return store::add_category(txn, std::move(category));
                                       });
}

Result<domain::Category> change_category(Desk& desk, access::Principal const& principal, domain::CategoryId id,
                                         std::int64_t expected_version, CategoryFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Category> {
        TRY(auto category, store::get_category(txn, id));
        if (expected_version != 0) category.version = expected_version;
        if (fields.key && *fields.key != category.key)
            return invalid("category.key", "The key of a category stays; what was learned is stored under it.", "/key");
        CHECK_OK(apply(txn, fields, category));
        announce_setup(desk, txn);
        if (fields.parent) CHECK_OK(ask_renewal(desk, txn));
        return store::update_category(txn, std::move(category));
    });
}

}  // namespace lotse::desk
