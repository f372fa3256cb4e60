// SPDX-License-Identifier: Apache-2.0
#include "gateway/directory.h"

#include "base/text.h"
#include "mail/address.h"
#include "store/setup.h"
#include "store/tenants.h"

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
    TRY(auto tenants, store::list_tenants(desk_.store));
    for (auto const& tenant : tenants) {
        if (tenant.accepts_any_recipient && !out->catch_all) out->catch_all = tenant.id;
        auto const add = [&](std::string_view address, domain::QueueId queue) {
            if (auto key = key_of(address); !key.empty())
                out->routes.try_emplace(std::move(key), Route{tenant.id, queue, {}, {}});
        };
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        CHECK_OK(desk_.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
            TRY(auto queues, store::list_queues(txn));
            for (auto const& queue : queues) add(queue.address, queue.id);
            TRY(auto mailboxes, store::list_mailboxes(txn));
            for (auto const& mailbox : mailboxes) add(mailbox.address, mailbox.queue);
            return {};
        }));
        add(tenant.mail_from, {});
    }
    return std::shared_ptr<Table const>(std::move(out));
}

}  // namespace lotse::gateway
