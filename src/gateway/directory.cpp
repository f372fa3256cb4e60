// SPDX-License-Identifier: Apache-2.0
#include "gateway/directory.h"

#include "desk/addresses.h"
#include "mail/address.h"

namespace lotse::gateway {
namespace {

std::string key_of(std::string_view address) {
    auto const canonical = mail::canonical_address(address);
    return canonical ? canonical->key() : std::string();
}

}  // namespace

Result<std::optional<Route>> Directory::find(std::string_view address) {
    auto const canonical = mail::canonical_address(address);
    if (!canonical) return std::optional<Route>{};
    TRY(auto table, this->table());
    auto const key = canonical->key();
    Route out;
    if (auto const found = table->routes.find(key); found != table->routes.end()) {
        out = found->second;
    } else if (table->catch_all) {
        out.tenant = table->catch_all;
    } else {
        return std::optional<Route>{};
    }
    out.recipient = key;
    out.tag = canonical->tag;
    return std::optional<Route>{std::move(out)};
}

void Directory::drop() {
    table_.with([](auto& table) { table.reset(); });
}

Result<std::shared_ptr<Directory::Table const>> Directory::table() {
    auto const now = desk_.clock.now();
    auto const kept = table_.with([](auto& table) { return table; });
    if (kept && now - kept->read_at <= max_age_) return kept;
    TRY(auto fresh, read());
    table_.with([&](auto& table) { table = fresh; });
    return fresh;
}

Result<std::shared_ptr<Directory::Table const>> Directory::read() {
    auto out = std::make_shared<Table>();
    out->read_at = desk_.clock.now();
    TRY(auto known, desk::list_addresses(desk_));
    out->catch_all = known.catch_all;
    for (auto const& one : known.addresses)
        if (auto key = key_of(one.address); !key.empty())
            out->routes.try_emplace(std::move(key), Route{one.tenant, one.queue, {}, {}});
    return std::shared_ptr<Table const>(std::move(out));
}

}  // namespace lotse::gateway
