// SPDX-License-Identifier: Apache-2.0
#include "desk/custom_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "store/setup.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMostOfDesk = 500;

Result<void> check_key(std::string_view key) {
    bool const is_plain = !key.empty() && std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
    if (is_plain) return {};
    return invalid("field.key", "A key has small letters, digits, '_' and '-' only.", "/key");
}

bool has_options(domain::FieldKind kind) {
    return kind == domain::FieldKind::choice || kind == domain::FieldKind::tree || kind == domain::FieldKind::multi;
}

// A place in a tree is reached through the places above it.
bool is_rooted(std::vector<domain::FieldOption> const& options, std::string_view path) {
    auto const slash = path.rfind('/');
    if (slash == std::string_view::npos) return true;
    auto const above = path.substr(0, slash);
    return std::ranges::find(options, above, &domain::FieldOption::value) != options.end();
}

Result<void> check_options(domain::Field const& field) {
    if (!has_options(field.kind)) {
        if (field.options.empty()) return {};
        return invalid("field.options", "Only choice, tree and multi have choices.", "/options");
    }
    if (field.options.empty()) return invalid("field.options", "A field of this kind needs choices.", "/options");
    for (std::size_t i = 0; i < field.options.size(); ++i) {
        auto const at = fmt::format("/options/{}/value", i);
        std::string const& value = field.options[i].value;
        bool const is_tree = field.kind == domain::FieldKind::tree;
        if (trim(value) != value || value.empty() || value.find(',') != std::string::npos ||
            (!is_tree && value.find('/') != std::string::npos))
            return invalid("field.options", "A choice is not empty and has no comma; only a tree's has '/'.", at);
        for (std::size_t j = 0; j < i; ++j)
            if (to_lower_utf8(field.options[j].value) == to_lower_utf8(value))
                return invalid("field.options", "This choice is there twice.", at);
        if (is_tree && !is_rooted(field.options, value))
            return invalid("field.options", "What stands above this place is missing among the choices.", at);
    }
    return {};
}

Result<void> check_condition(store::ReadTxn& txn, domain::Field const& field) {
    if (!field.shown_when) return {};
    if (field.shown_when->field == field.key)
        return invalid("field.condition", "A field cannot depend on itself.", "/shown_when/field");
    TRY(auto const all, store::list_fields(txn));
    auto const key_of = [&](std::string_view key) { return std::ranges::find(all, key, &domain::Field::key); };
    if (key_of(field.shown_when->field) == all.end())
        return invalid("field.missing", "There is no such field.", "/shown_when/field");
    if (field.shown_when->values.empty())
        return invalid("field.condition", "Name the values at which it is shown.", "/shown_when/values");
    // Upwards: the chain must not come back here.
    auto above = key_of(field.shown_when->field);
    for (std::size_t depth = 0; above != all.end() && above->shown_when; ++depth) {
        if (above->shown_when->field == field.key || depth > all.size())
            return invalid("field.condition", "These fields would wait for each other.", "/shown_when/field");
        above = key_of(above->shown_when->field);
    }
    return {};
}

Result<void> check_places(store::ReadTxn& txn, domain::Field const& field) {
    for (std::size_t i = 0; i < field.queues.size(); ++i)
        CHECK_OK(at_field(store::get_queue(txn, field.queues[i]), fmt::format("/queues/{}", i).c_str()));
    for (std::size_t i = 0; i < field.categories.size(); ++i)
        CHECK_OK(at_field(store::get_category(txn, field.categories[i]), fmt::format("/categories/{}", i).c_str()));
    return {};
}

Result<void> apply(store::ReadTxn& txn, FieldPatch const& wanted, domain::Field& field) {
    if (wanted.names) field.names = *wanted.names;
    std::erase_if(field.names, [](auto const& one) { return trim(one.second).empty(); });
    if (field.names.empty()) return invalid("name.empty", "A name is needed.", "/name");
    if (wanted.options) field.options = *wanted.options;
    if (wanted.shown_when) field.shown_when = *wanted.shown_when;
    if (field.shown_when && field.shown_when->field.empty()) field.shown_when.reset();
    if (wanted.required_at) field.required_at = *wanted.required_at;
    if (wanted.position) field.position = *wanted.position;
    if (wanted.queues) field.queues = *wanted.queues;
    if (wanted.categories) field.categories = *wanted.categories;
    CHECK_OK(check_options(field));
    CHECK_OK(check_condition(txn, field));
    return check_places(txn, field);
}

}  // namespace

Result<std::vector<domain::Field>> list_fields(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_fields(txn); });
}

Result<domain::Field> get_field(Desk& desk, domain::TenantScope const& scope, domain::FieldId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_field(txn, id); });
}

Result<Made<domain::Field>> make_field(Desk& desk, access::Principal const& principal, FieldPatch const& wanted,
                                       CallKey const& key) {
    return make_once<domain::Field>(
        desk, principal, key, store::get_field, [&](store::WriteTxn& txn) -> Result<domain::Field> {
            TRY(auto const setup, desk.setups.get(txn));
            if (setup->fields.size() >= kMostOfDesk)
                return conflict("field.too_many", "A desk has at most 500 fields of its own.");
            domain::Field field;
            field.key = wanted.key.value_or(std::string());
            CHECK_OK(check_key(field.key));
            field.kind = wanted.kind.value_or(domain::FieldKind::text);
            CHECK_OK(apply(txn, wanted, field));
            announce_setup(desk, txn);
            return store::add_field(txn, std::move(field));
        });
}

Result<domain::Field> change_field(Desk& desk, access::Principal const& principal, domain::FieldId id,
                                   std::int64_t expected_version, FieldPatch const& wanted) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Field> {
        TRY(auto field, store::get_field(txn, id));
        if (expected_version != 0) field.version = expected_version;
        if (wanted.key && *wanted.key != field.key)
            return invalid("field.key", "The key of a field stays; values are kept under it.", "/key");
        if (wanted.kind && *wanted.kind != field.kind)
            return invalid("field.kind", "The kind of a field stays; make a new field instead.", "/kind");
        CHECK_OK(apply(txn, wanted, field));
        announce_setup(desk, txn);
        return store::update_field(txn, std::move(field));
    });
}

Result<void> remove_field(Desk& desk, access::Principal const& principal, domain::FieldId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) {
        announce_setup(desk, txn);
        return store::remove_field(txn, id);
    });
}

}  // namespace lotse::desk
