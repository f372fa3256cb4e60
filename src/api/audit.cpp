// SPDX-License-Identifier: Apache-2.0
// The audit list: who changed what of the desk itself.
#include "desk/audit.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

Json changes_of(std::string const& text) {
    if (text.empty()) return JsonArray{};
    auto parsed = parse_json(text);
    return parsed && parsed->is_array() ? std::move(*parsed) : Json(JsonArray{});
}

JsonObject shown(store::AuditEntry const& entry, desk::Setup const& setup) {
    auto const& call = entry.call;
    return {{"id", entry.id.value},
            {"at", show(call.at)},
            {"actor", JsonObject{{"agent", show_agent_name(setup, call.agent)},
                                 {"credential", call.credential},
                                 {"origin", call.origin}}},
            {"action", call.action},
            {"is_refused", call.is_refused},
            {"object", JsonObject{{"kind", call.object_kind},
                                  {"id", call.object_id != 0 ? Json(call.object_id) : Json(nullptr)},
                                  {"name", call.object_name}}},
            {"changes", changes_of(call.changes)}};
}

Result<Reply> list_audit(Call& call) {
    Fields const fields(call.query);
    store::AuditQuery query;
    fields.take("actor", query.agent);
    fields.take("object", query.object_kind);
    fields.take("object_id", query.object_id);
    fields.take("from", query.from);
    fields.take("to", query.to);
    query.after = page_after(call);
    query.limit = page_limit(call);
    TRY(auto found, desk::list_audit(call.desk(), call.scope(), query));
    JsonArray items;
    for (auto const& entry : found.page.items) items.emplace_back(shown(entry, *found.setup));
    return page_reply(call, std::move(items), found.page.next);
}

}  // namespace

Group audit_group() {
    Group out{"Audit", "Who changed what of the desk itself.", {}, {}};
    auto const actor =
        object({need("agent", reference("Named").or_null()),
                need("credential", text(0).say("\"session:3\", \"token:7\", \"operator\" for the command "
                                               "line, \"password\" for who signs in.")),
                need("origin", text(0).say("The caller's address, or who typed the command."))});
    auto const change = object({need("field", text(0)), need("from", anything()), need("to", anything())});
    out.schemas = {
        {"AuditEntry",
         object(
             {need("id", id()), need("at", instant()), need("actor", actor),
              need("action", text(0).say("The operation, as in this document; or what the command line did.")),
              need("is_refused", boolean().say("It was tried, and not done.")),
              need("object", object({need("kind", text(0)), need("id", id().or_null()),
                                     need("name", text(0).say("As it was called at that time; may be empty."))})),
              need("changes", list(change).say("What was sent and what stood there, without secrets. Long values are "
                                               "cut and end in an ellipsis."))})},
        {"AuditPage", page_of("AuditEntry")}};
    out.routes = {
        Route(Verb::get, "/api/v1/audit", "list_audit", Permission::audit_read, list_audit)
            .says("Who changed what",
                  "Set-up, people, tokens, mailboxes; who signed in or tried to; files that were downloaded. Newest "
                  "first. Nobody "
                  "can change it.")
            .asks(paged({may("actor", id().say("An agent.")),
                         may("object", line(50, 1).such_as("category").say("Kind of object.")),
                         may("object_id", id().say("With object.")), may("from", instant()),
                         may("to", instant().say("Before this time."))}))
            .answers(200, "AuditPage"),
    };
    return out;
}

}  // namespace lotse::api
