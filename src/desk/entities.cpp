// SPDX-License-Identifier: Apache-2.0
#include "desk/entities.h"

#include <ranges>

#include "base/text.h"
#include "desk/personal_data.h"
#include "desk/setup.h"
#include "store/setup.h"
#include "triage/entities.h"

namespace lotse::desk {
namespace {

Result<void> apply(EntityKindPatch const& fields, domain::EntityKind& kind) {
    if (fields.name) {
        TRY(kind.name, check_name(*fields.name));
    }
    if (fields.pattern) {
        CHECK_OK(triage::check_pattern(*fields.pattern));
        kind.pattern = *fields.pattern;
    }
    return {};
}

}  // namespace

Result<std::vector<domain::EntityKind>> list_entity_kinds(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_entity_kinds(txn); });
}

Result<domain::EntityKind> get_entity_kind(Desk& desk, domain::TenantScope const& scope, domain::EntityKindId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_entity_kind(txn, id); });
}

Result<Made<domain::EntityKind>> make_entity_kind(Desk& desk, access::Principal const& principal,
                                                  EntityKindPatch const& fields, CallKey const& key) {
    return make_once<domain::EntityKind>(
        desk, principal, key, store::get_entity_kind, [&](store::WriteTxn& txn) -> Result<domain::EntityKind> {
            TRY(auto const kinds, store::list_entity_kinds(txn));
            if (kinds.size() >= kMostEntityKinds)
                return conflict("entity.too_many", "A desk has at most 50 of these; remove one that nobody uses.");
            domain::EntityKind kind;
            CHECK_OK(apply(fields, kind));
            TRY(kind.name, check_name(kind.name));
            CHECK_OK(triage::check_pattern(kind.pattern));
            announce_setup(desk, txn);
            return store::add_entity_kind(txn, std::move(kind));
        });
}

Result<domain::EntityKind> change_entity_kind(Desk& desk, access::Principal const& principal, domain::EntityKindId id,
                                              std::int64_t expected_version, EntityKindPatch const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::EntityKind> {
        TRY(auto kind, store::get_entity_kind(txn, id));
        if (expected_version != 0) kind.version = expected_version;
        CHECK_OK(apply(fields, kind));
        announce_setup(desk, txn);
        return store::update_entity_kind(txn, std::move(kind));
    });
}

Result<void> remove_entity_kind(Desk& desk, access::Principal const& principal, domain::EntityKindId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) {
        announce_setup(desk, txn);
        return store::remove_entity_kind(txn, id);
    });
}

Result<std::vector<domain::EntitySpan>> try_pattern(std::string_view pattern, std::string_view sample) {
    CHECK_OK(triage::check_pattern(pattern));
    domain::EntityKind kind;
    kind.id.value = 1;
    kind.pattern = pattern;
    return triage::EntityFinder({kind}).find(sample);
}

Entities entities_of(std::span<domain::Article const> articles, Setup const& setup) {
    Entities out;
    if (setup.entity_kinds.empty()) return out;
    std::size_t left = kPersonalDataBytes;
    for (auto const& article : std::views::reverse(articles)) {
        auto const text = cut_utf8(article.new_text.empty() ? article.text : article.new_text, left);
        left -= text.size();
        auto spans = setup.entities->find(text);
        if (!spans.empty()) out[article.id] = std::move(spans);
        if (left < 4) break;
    }
    return out;
}

}  // namespace lotse::desk
