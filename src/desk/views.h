// SPDX-License-Identifier: Apache-2.0
// Views: those that every desk has, as data, and those that people save, for themselves or for the people of queues.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "desk/made.h"
#include "domain/view.h"
#include "store/tickets.h"

namespace lotse::desk {

std::vector<domain::View> const& builtin_views();

// Only what is given is set.
struct ViewFields {
    std::optional<std::string> name;
    std::optional<std::string> query;
    std::optional<std::string> sort;
    std::optional<std::vector<std::string>> columns;
    std::optional<std::vector<domain::QueueId>> queues;
    std::optional<std::int64_t> position;
};

// Built-in ones first, then those that the caller has or is shown.
Result<std::vector<domain::View>> list_views(Desk& desk, access::Principal const& principal);
Result<domain::View> get_view(Desk& desk, access::Principal const& principal, domain::ViewId id);
// Errors: a mistake of the query at "/query", invalid "view.sort", "queue.missing" at its field, conflict
// "view.name_taken". Sharing with queues needs setup:write, or to work for all of them.
// What a program makes is shown to everybody and needs setup:write as well: forbidden "view.no_owner".
Result<Made<domain::View>> make_view(Desk& desk, access::Principal const& principal, ViewFields const& fields,
                                     CallKey const& key);
// One's own; those of others with setup:write (forbidden "view.not_yours").
Result<domain::View> change_view(Desk& desk, access::Principal const& principal, domain::ViewId id,
                                 std::int64_t expected_version, ViewFields const& fields);
Result<void> remove_view(Desk& desk, access::Principal const& principal, domain::ViewId id);

struct ViewCount {
    domain::View view;
    store::TicketTotal total;
};
// Of every view that the caller sees; no count looks at more than a bounded number of rows.
Result<std::vector<ViewCount>> count_views(Desk& desk, access::Principal const& principal);

// By id or key. Error: not_found "view.missing", also for one that the caller is not shown.
Result<domain::View> find_view(store::ReadTxn& txn, Setup const& setup, access::Principal const& principal,
                               std::string_view name);

}  // namespace lotse::desk
