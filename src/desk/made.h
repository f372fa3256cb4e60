// SPDX-License-Identifier: Apache-2.0
// How an admin's objects are made and changed, the same for every noun: once per Idempotency-Key, and by version.
#pragma once

#include <string>
#include <utility>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"

namespace lotse::desk {

template <class T>
struct Made {
    T value;
    bool is_known = false;  // an earlier call with this key made it; the value is as it is now
};

// get: (ReadTxn&, id) -> Result<T>; add: (WriteTxn&) -> Result<T>, T has an id.
template <class T, class Get, class Add>
Result<Made<T>> make_once(Desk& desk, access::Principal const& principal, CallKey const& key, Get get, Add add) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<Made<T>> {
        TRY(auto known, recall(txn, key));
        if (known) {
            TRY(auto value, get(txn, decltype(T::id){int_at(*known, "id")}));
            return Made<T>{std::move(value), true};
        }
        TRY(auto value, add(txn));
        CHECK_OK(remember(txn, key, JsonObject{{"id", value.id.value}}, desk.clock.now()));
        return Made<T>{std::move(value), false};
    });
}

// A reference to something that is absent is the caller's fault, at this field.
template <class T>
Result<void> at_field(Result<T> const& found, char const* field) {
    if (found) return {};
    auto error = found.error();
    if (error.kind == Kind::not_found) return invalid(std::move(error.code), std::move(error.message), field);
    return error;
}

// The version of an object that keeps none: 47 bits of a hash of its content. Two admins who overwrite each other are told
// apart, and it is a whole number in JSON.
std::int64_t content_mark(std::string_view content);

// The set-up as it serves now.
Result<std::shared_ptr<Setup const>> current_setup(Desk& desk, domain::TenantScope const& scope);
// The same with this person as they are stored now: a snapshot that another process has overtaken (the command line, a
// second node) is read anew. Costs one read by key more. None asked for: the first form.
Result<std::shared_ptr<Setup const>> current_setup_of(Desk& desk, domain::TenantScope const& scope,
                                                      domain::AgentId agent);

// After the commit: this process forgets its snapshot, and whoever depends on the set-up is told.
void announce_setup(Desk& desk, store::WriteTxn& txn);

// "anna@example.org" in lower case. Error: invalid "address.format" at the field.
Result<std::string> check_address(std::string_view address, char const* field);
// Not empty after trimming. Error: invalid "name.empty" at the field.
Result<std::string> check_name(std::string_view name, char const* field = "/name");
// Error: invalid "time_zone.unknown" at the field.
Result<void> check_time_zone(std::string_view name, char const* field = "/time_zone");

}  // namespace lotse::desk
