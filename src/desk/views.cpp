// SPDX-License-Identifier: Apache-2.0
#include "desk/views.h"

#include <algorithm>

#include "base/text.h"
#include "desk/find_tickets.h"
#include "search/query.h"
#include "store/correspondence.h"
#include "store/teamwork.h"
#include "store/views.h"

namespace lotse::desk {
namespace {

using access::Permission;

constexpr int kMostCounted = 999;
constexpr std::string_view kMentions = "mentions";
constexpr std::string_view kDrafts = "drafts";

Error missing() { return not_found("view.missing", "There is no such view."); }

domain::View builtin(std::string key, std::string query, std::string sort) {
    domain::View out;
    out.key = std::move(key);
    out.query = std::move(query);
    out.sort = std::move(sort);
    return out;
}

domain::View of_posts(std::string_view key, std::string url) {
    domain::View out;
    out.key = key;
    out.url = std::move(url);
    return out;
}

// Shared with queues that the caller works for, their own, or the desk's.
bool is_shown(domain::View const& view, Setup const& setup, access::Principal const& principal) {
    if (!view.owner || view.owner == principal.agent || principal.has(Permission::setup_write)) return true;
    auto const* agent = setup.find_agent(principal.agent);
    return agent != nullptr && std::ranges::any_of(view.queues, [&](auto const queue) {
               return std::ranges::count(agent->queues, queue) > 0;
           });
}

Result<void> check_may_change(domain::View const& view, access::Principal const& principal) {
    bool const is_own = view.owner && view.owner == principal.agent;
    if (is_own || principal.has(Permission::setup_write)) return {};
    return forbidden("view.not_yours", "This view belongs to somebody else; make one of your own instead.");
}

Result<void> check_queues(std::vector<domain::QueueId> const& queues, Setup const& setup,
                          access::Principal const& principal) {
    auto const* agent = setup.find_agent(principal.agent);
    for (auto const queue : queues) {
        if (setup.find_queue(queue) == nullptr) return invalid("queue.missing", "There is no such queue.", "/queues");
        bool const works_there = agent != nullptr && std::ranges::count(agent->queues, queue) > 0;
        if (!works_there && !principal.has(Permission::setup_write))
            return forbidden("view.queue", "A view can be shared with the queues that you work for.");
    }
    return {};
}

Result<void> apply(Desk& desk, store::ReadTxn& txn, access::Principal const& principal, ViewFields const& fields,
                   domain::View& view) {
    TRY(auto const setup, desk.setups.get(txn));
    if (fields.name) {
        TRY(view.name, check_name(*fields.name));
    }
    if (fields.query) {
        auto const asker = asker_of(desk, principal);
        TRY([[maybe_unused]] auto const resolved, ticket_query_of(txn, *setup, asker, *fields.query, "/query"));
        view.query = search::print(search::parse_query(*fields.query).node);
    }
    if (fields.sort) {
        store::TicketQuery probe;
        if (!set_sort(probe, *fields.sort)) return invalid("view.sort", "There is no such order.", "/sort");
        view.sort = *fields.sort;
    }
    if (fields.columns) view.columns = *fields.columns;
    if (fields.queues) {
        CHECK_OK(check_queues(*fields.queues, *setup, principal));
        view.queues = *fields.queues;
    }
    if (fields.position) view.position = *fields.position;
    return {};
}

Result<std::vector<domain::View>> shown_views(store::ReadTxn& txn, Setup const& setup,
                                              access::Principal const& principal) {
    auto out = builtin_views();
    TRY(auto const saved, store::list_views(txn));
    std::ranges::copy_if(saved, std::back_inserter(out),
                         [&](auto const& view) { return is_shown(view, setup, principal); });
    return out;
}

// A view whose query means nothing any more (its queue was renamed) counts nothing and stays to be mended.
Result<store::TicketTotal> count_tickets_of(Desk& desk, store::ReadTxn& txn, Setup const& setup,
                                            access::Principal const& principal, domain::View const& view) {
    TRY(auto resolved, resolve_query(txn, setup, asker_of(desk, principal), view.query));
    auto* query = std::get_if<store::TicketQuery>(&resolved);
    if (query == nullptr) return store::TicketTotal{};
    set_sort(*query, view.sort);
    return count_found(txn, *query, kMostCounted);
}

Result<store::TicketTotal> count_posts(store::ReadTxn& txn, domain::AgentId agent, std::string_view key) {
    TRY(auto const count, key == kMentions ? store::count_unread_mentions(txn, agent, kMostCounted + 1)
                                           : store::count_drafts(txn, agent, kMostCounted + 1));
    return store::TicketTotal{std::min<std::int64_t>(count, kMostCounted), count <= kMostCounted};
}

}  // namespace

std::vector<domain::View> const& builtin_views() {
    static std::vector<domain::View> const kViews{
        builtin("mine", "agent:me is:open -is:snoozed", "-updated"),
        builtin("my_queues", "queue:mine is:open -is:snoozed", "-updated"),
        builtin("unassigned", "is:unassigned status:new,open -is:snoozed", "created"),
        builtin("waiting", "status:waiting", "-updated"),
        of_posts(kMentions, "/api/v1/mentions"),
        builtin("snoozed", "is:snoozed", "-updated"),
        of_posts(kDrafts, "/api/v1/drafts"),
        builtin("all", "", "-updated"),
    };
    return kViews;
}

Result<std::vector<domain::View>> list_views(Desk& desk, access::Principal const& principal) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<std::vector<domain::View>> {
        TRY(auto const setup, desk.setups.get(txn));
        return shown_views(txn, *setup, principal);
    });
}

Result<domain::View> get_view(Desk& desk, access::Principal const& principal, domain::ViewId id) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<domain::View> {
        TRY(auto const setup, desk.setups.get(txn));
        return find_view(txn, *setup, principal, std::to_string(id.value));
    });
}

Result<Made<domain::View>> make_view(Desk& desk, access::Principal const& principal, ViewFields const& fields,
                                     CallKey const& key) {
    if (!principal.agent && !principal.has(Permission::setup_write))
        return forbidden("view.no_owner", "A program's view is everybody's; that needs the permission setup:write.");
    return make_once<domain::View>(desk, principal, key, store::get_view,
                                   [&](store::WriteTxn& txn) -> Result<domain::View> {
                                       domain::View view;
                                       view.owner = principal.agent;
                                       CHECK_OK(apply(desk, txn, principal, fields, view));
                                       TRY(view.name, check_name(view.name));
                                       return store::add_view(txn, std::move(view));
                                   });
}

Result<domain::View> change_view(Desk& desk, access::Principal const& principal, domain::ViewId id,
                                 std::int64_t expected_version, ViewFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::View> {
        TRY(auto const setup, desk.setups.get(txn));
        TRY(auto view, find_view(txn, *setup, principal, std::to_string(id.value)));
        CHECK_OK(check_may_change(view, principal));
        if (expected_version != 0) view.version = expected_version;
        CHECK_OK(apply(desk, txn, principal, fields, view));
        return store::update_view(txn, std::move(view));
    });
}

Result<void> remove_view(Desk& desk, access::Principal const& principal, domain::ViewId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const setup, desk.setups.get(txn));
        TRY(auto const view, find_view(txn, *setup, principal, std::to_string(id.value)));
        CHECK_OK(check_may_change(view, principal));
        return store::remove_view(txn, id);
    });
}

Result<std::vector<ViewCount>> count_views(Desk& desk, access::Principal const& principal) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<std::vector<ViewCount>> {
        TRY(auto const setup, desk.setups.get(txn));
        TRY(auto const views, shown_views(txn, *setup, principal));
        std::vector<ViewCount> out;
        for (auto const& view : views) {
            TRY(auto const total, view.url.empty() ? count_tickets_of(desk, txn, *setup, principal, view)
                                                   : count_posts(txn, principal.agent, view.key));
            out.push_back({view, total});
        }
        return out;
    });
}

Result<domain::View> find_view(store::ReadTxn& txn, Setup const& setup, access::Principal const& principal,
                               std::string_view name) {
    auto const known = std::ranges::find(builtin_views(), name, &domain::View::key);
    if (known != builtin_views().end()) return *known;
    auto const id = to_int(name);
    if (!id) return missing();
    TRY(auto view, store::get_view(txn, domain::ViewId(*id)));
    if (!is_shown(view, setup, principal)) return missing();
    return view;
}

}  // namespace lotse::desk
