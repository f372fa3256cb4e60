// SPDX-License-Identifier: Apache-2.0
// The audit list: who changed what of the desk itself.
#include "desk/audit.h"

#include <algorithm>

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"
#include "base/text.h"
#include "desk/audit_chain.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr int kMostChecked = 10'000;
constexpr std::int64_t kLargest = 9'000'000'000'000'000;  // exact in JSON of every client

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

Json show_anchor(std::optional<store::AuditAnchor> const& anchor) {
    if (!anchor) return nullptr;
    return JsonObject{{"number", anchor->seq},
                      {"at", show(anchor->at)},
                      {"hash", hex(anchor->hash)},
                      {"signature", base64(anchor->signature)}};
}

Result<Reply> check_audit(Call& call) {
    auto const after = int_at(call.query, "after");
    auto const limit = static_cast<int>(int_at(call.query, "limit", kMostChecked));
    TRY(auto const check, desk::check_chain(call.desk(), call.scope(), after, limit));
    bool const is_whole = check.fault == desk::ChainFault::none;
    Reply out;
    out.body = JsonObject{{"is_whole", is_whole},
                          {"fault", is_whole ? Json(nullptr) : Json(desk::name_of(check.fault))},
                          {"fault_at", is_whole ? Json(nullptr) : Json(check.fault_at)},
                          {"checked", check.checked},
                          {"next", check.next == 0 ? Json(nullptr) : Json(check.next)},
                          {"head", check.head},
                          {"checkpoint", show_anchor(check.checkpoint)},
                          {"forgotten", show_anchor(check.base)},
                          {"public_key", base64(check.public_key)}};
    return out;
}

Schema check_schema() {
    auto const anchor = object({need("number", integer(0, kLargest).say("Of the row that was signed.")),
                                need("at", instant()), need("hash", text(0).say("SHA-256 in hexadecimal digits.")),
                                need("signature", text(0).say("Ed25519, base64."))});
    return object(
        {need("is_whole", boolean()),
         need("fault", one_of({"row_changed", "row_missing", "head_differs", "anchor_differs", "anchor_forged"})
                           .or_null()
                           .say("What does not hold.")),
         need("fault_at", integer(0, kLargest).or_null().say("The number in the chain where it was noticed.")),
         need("checked", integer(0, kMostChecked).say("Rows that were looked at by this call.")),
         need("next", integer(0, kLargest).or_null().say("Ask again with this as `after`; null: that was the end.")),
         need("head", integer(0, kLargest).say("Number of the newest row.")),
         need("checkpoint", anchor.or_null().say("How far the desk has signed; also in the log every five minutes.")),
         need("forgotten", anchor.or_null().say("Up to where rows were forgotten, as the settings say.")),
         need("public_key", text(0).say("Of the signatures: Ed25519, base64."))});
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
        {"AuditPage", page_of("AuditEntry")},
        {"AuditCheck", check_schema()}};
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
        Route(Verb::get, "/api/v1/audit/check", "check_audit", Permission::audit_read, check_audit)
            .says("Check that the audit list is whole",
                  "Each row carries a hash over the row before, and the desk signs how far the list has come. Looks at "
                  "`limit` rows behind `after`; go on with `next` until it is null.")
            .asks({may("after", integer(0, kLargest)), may("limit", integer(1, kMostChecked))})
            .answers(200, "AuditCheck"),
    };
    return out;
}

}  // namespace lotse::api
