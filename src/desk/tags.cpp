// SPDX-License-Identifier: Apache-2.0
#include "desk/tags.h"

#include <algorithm>

#include "base/text.h"
#include "store/setup.h"
#include "store/ticket_facets.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMostOfDesk = 2000;

Result<void> apply(TagPatch const& fields, domain::Tag& tag) {
    if (fields.name) {
        TRY(tag.name, check_name(*fields.name));
        if (tag.name.find(',') != std::string::npos)
            return invalid("tag.comma", "A tag's name has no comma; that separates tags.", "/name");
    }
    if (fields.colour) tag.colour = *fields.colour;
    return {};
}

Result<std::vector<CountedTag>> counted_tags(store::ReadTxn& txn) {
    TRY(auto tags, store::list_tags(txn));
    TRY(auto const counts, store::count_by_tag(txn));
    std::vector<CountedTag> out;
    for (auto& tag : tags) {
        auto const found = std::ranges::find(counts, tag.id, &store::TagCount::tag);
        auto const count = found == counts.end() ? 0 : found->count;
        out.push_back({std::move(tag), count});
    }
    return out;
}

}  // namespace

Result<std::vector<CountedTag>> list_tags(Desk& desk, domain::TenantScope const& scope) {
    TRY(auto tags, desk.store.read(scope, counted_tags));
    std::ranges::sort(tags, {}, [](CountedTag const& one) { return to_lower_utf8(one.tag.name); });
    return tags;
}

Result<CountedTag> get_tag(Desk& desk, domain::TenantScope const& scope, domain::TagId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<CountedTag> {
        TRY(auto tag, store::get_tag(txn, id));
        TRY(auto const counts, store::count_by_tag(txn));
        auto const found = std::ranges::find(counts, id, &store::TagCount::tag);
        return CountedTag{std::move(tag), found == counts.end() ? 0 : found->count};
    });
}

Result<Made<domain::Tag>> make_tag(Desk& desk, access::Principal const& principal, TagPatch const& fields,
                                   CallKey const& key) {
    return make_once<domain::Tag>(
        desk, principal, key, store::get_tag, [&](store::WriteTxn& txn) -> Result<domain::Tag> {
            TRY(auto const setup, desk.setups.get(txn));
            if (setup->tags.size() >= kMostOfDesk)
                return conflict("tag.too_many", "A desk has at most 2,000 tags; remove some that nobody uses.");
            domain::Tag tag;
            CHECK_OK(apply(fields, tag));
            TRY(tag.name, check_name(tag.name));
            announce_setup(desk, txn);
            return store::add_tag(txn, std::move(tag));
        });
}

Result<domain::Tag> change_tag(Desk& desk, access::Principal const& principal, domain::TagId id,
                               std::int64_t expected_version, TagPatch const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Tag> {
        TRY(auto tag, store::get_tag(txn, id));
        if (expected_version != 0) tag.version = expected_version;
        CHECK_OK(apply(fields, tag));
        announce_setup(desk, txn);
        return store::update_tag(txn, std::move(tag));
    });
}

Result<void> remove_tag(Desk& desk, access::Principal const& principal, domain::TagId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) {
        announce_setup(desk, txn);
        return store::remove_tag(txn, id);
    });
}

}  // namespace lotse::desk
