// SPDX-License-Identifier: Apache-2.0
// Views: saved lists and their counts.
#include "desk/views.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema view_input() {
    return object({need("name", line(100, 1).such_as("Printers, unanswered")),
                   need("query", line(4096).say("As docs/user/query.md tells.").such_as("queue:Printing status:new")),
                   may("sort", line(40).say("As GET /api/v1/tickets takes it; -updated if left out.")),
                   may("columns", list(line(40), 30).say("As the page names them.")),
                   may("queues", list(id(), 100).say("Whose people see it too.")),
                   may("position", integer(0, 1'000'000))});
}

Schema view_schema() {
    return object({need("id", id().or_null().say("null: built in.")), need("version", integer(1, INT64_MAX)),
                   need("key", text(0).or_null().say("Of a built-in view, else null.")),
                   need("name", text(0).or_null()),
                   need("query", text(0).or_null().say("null: this view lists something else, at its url.")),
                   need("url", text(0).say("Where what it lists is read.")), need("sort", text(0)),
                   need("columns", list(text(0))), need("owner", reference("Named").or_null()),
                   need("queues", list(id())), need("position", integer(0, INT64_MAX)), need("is_builtin", boolean())});
}

JsonObject shown(domain::View const& view, desk::Setup const& setup) {
    JsonArray queues;
    for (auto const queue : view.queues) queues.emplace_back(queue.value);
    return {{"id", id_or_null(view.id)},
            {"version", view.version},
            {"key", text_or_null(view.key)},
            {"name", text_or_null(view.name)},
            {"query", view.url.empty() ? Json(view.query) : Json(nullptr)},
            {"url", view.url.empty() ? "/api/v1/tickets?view=" + (view.id ? std::to_string(view.id.value) : view.key)
                                     : view.url},
            {"sort", view.sort},
            {"columns", show(view.columns)},
            {"owner", show_agent_name(setup, view.owner)},
            {"queues", std::move(queues)},
            {"position", view.position},
            {"is_builtin", !view.id}};
}

desk::ViewFields view_fields(JsonObject const& body) {
    Fields const fields(body);
    desk::ViewFields out;
    fields.take("name", out.name);
    fields.take("query", out.query);
    fields.take("sort", out.sort);
    fields.take("columns", out.columns);
    fields.take("queues", out.queues);
    fields.take("position", out.position);
    return out;
}

Result<Reply> list_views(Call& call) {
    TRY(auto const views, desk::list_views(call.desk(), call.principal()));
    TRY(auto const setup, desk::current_setup(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& view : views) items.emplace_back(shown(view, *setup));
    return whole_list(std::move(items));
}

Result<Reply> create_view(Call& call) {
    TRY(auto const made, desk::make_view(call.desk(), call.principal(), view_fields(call.body), call.key()));
    TRY(auto const setup, desk::current_setup(call.desk(), call.scope()));
    return made_reply(call, shown(made.value, *setup), made.value.id.value, made.value.version, made.is_known);
}

Result<Reply> get_view(Call& call) {
    TRY(auto const view, desk::get_view(call.desk(), call.principal(), call.id<domain::ViewId>("view")));
    TRY(auto const setup, desk::current_setup(call.desk(), call.scope()));
    return versioned_reply(shown(view, *setup), view.version);
}

Result<Reply> patch_view(Call& call) {
    TRY(auto const view, desk::change_view(call.desk(), call.principal(), call.id<domain::ViewId>("view"),
                                           call.expected_version, view_fields(call.body)));
    TRY(auto const setup, desk::current_setup(call.desk(), call.scope()));
    return versioned_reply(shown(view, *setup), view.version);
}

Result<Reply> delete_view(Call& call) {
    CHECK_OK(desk::remove_view(call.desk(), call.principal(), call.id<domain::ViewId>("view")));
    return Reply{};
}

Result<Reply> count_views(Call& call) {
    TRY(auto const counts, desk::count_views(call.desk(), call.principal()));
    JsonArray items;
    for (auto const& [view, total] : counts)
        items.push_back(JsonObject{{"view", id_or_null(view.id)},
                                   {"key", text_or_null(view.key)},
                                   {"count", total.count},
                                   {"is_exact", total.is_exact}});
    return whole_list(std::move(items));
}

}  // namespace

Group views_group() {
    Group out{"Views", "Saved lists of tickets.", {}, {}};
    auto const count =
        object({need("view", id().or_null()), need("key", text(0).or_null()), need("count", integer(0, INT64_MAX)),
                need("is_exact", boolean().say("false: there are at least so many."))});
    out.schemas = {{"NewView", view_input()}, {"ViewPatch", partial(view_input())},
                   {"View", view_schema()},   {"ViewPage", page_of("View")},
                   {"ViewCount", count},      {"ViewCounts", page_of("ViewCount")}};
    out.routes = {
        Route(Verb::get, "/api/v1/views", "list_views", Permission::tickets_read, list_views)
            .says("List views", "Built-in ones first, then your own and those that you are shown.")
            .answers(200, "ViewPage"),
        Route(Verb::post, "/api/v1/views", "create_view", Permission::tickets_read, create_view)
            .says("Save a view")
            .takes("NewView")
            .answers(201, "View")
            .once(),
        Route(Verb::get, "/api/v1/views/counts", "count_views", Permission::tickets_read, count_views)
            .says("Count the tickets of your views", "Up to 999; beyond that a count is not exact.")
            .answers(200, "ViewCounts"),
        Route(Verb::get, "/api/v1/views/{view}", "get_view", Permission::tickets_read, get_view)
            .says("Read a view")
            .answers(200, "View")
            .versioned(),
        Route(Verb::patch, "/api/v1/views/{view}", "patch_view", Permission::tickets_read, patch_view)
            .says("Change a view", "Your own; those of others with setup:write.")
            .takes("ViewPatch")
            .answers(200, "View")
            .versioned(),
        Route(Verb::remove, "/api/v1/views/{view}", "delete_view", Permission::tickets_read, delete_view)
            .says("Remove a view", "Your own; those of others with setup:write.")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
