// SPDX-License-Identifier: Apache-2.0
// The reasons for missed targets that a desk offers.
#include "desk/breach_reasons.h"

#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;
using Reasons = std::vector<domain::BreachReasonWord>;

Reply shown(Reasons const& reasons) {
    JsonArray items;
    for (auto const& one : reasons)
        items.push_back(JsonObject{{"key", domain::key_of(static_cast<domain::BreachReason>(one.id))},
                                   {"name", text_or_null(one.name)},
                                   {"is_offered", one.is_offered},
                                   {"wants_remark", one.wants_remark}});
    return versioned_reply({{"items", std::move(items)}}, desk::version_of(reasons));
}

Result<Reply> list_reasons(Call& call) {
    TRY(auto const reasons, desk::list_breach_reasons(call.desk(), call.scope()));
    return shown(reasons);
}

Result<Reply> put_reasons(Call& call) {
    Reasons wanted;
    for (auto const& item : array_at(call.body, "items")) {
        auto const& object = item.get_object();
        domain::BreachReasonWord one;
        auto const key = text_at(object, "key");
        auto const reason = key.empty() ? std::nullopt : domain::reason_named(key);
        if (!key.empty()) one.id = reason ? static_cast<int>(*reason) : -1;
        one.name = text_at(object, "name");
        one.is_offered = bool_at(object, "is_offered", true);
        one.wants_remark = bool_at(object, "wants_remark");
        wanted.push_back(std::move(one));
    }
    TRY(auto const reasons,
        desk::replace_breach_reasons(call.desk(), call.principal(), call.expected_version, std::move(wanted)));
    return shown(reasons);
}

}  // namespace

Group breach_reasons_group() {
    Group out{"Breach reasons", "Why targets are missed, in the desk's own words.", {}, {}};
    auto const item = object(
        {may("key", line(40).or_null().say("Of a known one; left out for a new one.").such_as("supplier")),
         may("name",
             line(100).or_null().say("null: the pages have a text for the first six, in the reader's language.")),
         may("is_offered", boolean().say("true if left out. What was said stays readable.")),
         may("wants_remark", boolean().say("Whoever says so must add a few words."))});
    auto const full = object({need("key", text(0)), need("name", text(0).or_null()), need("is_offered", boolean()),
                              need("wants_remark", boolean())});
    out.schemas = {{"NewBreachReasons",
                    object({need("items", list(item, 50).such_as(JsonArray{JsonObject{{"key", "supplier"}},
                                                                           JsonObject{{"name", "Strike"}}}))})},
                   {"BreachReasons", object({need("items", list(full))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/breach-reasons", "list_breach_reasons", Permission::tickets_read, list_reasons)
            .says("List the reasons for missed targets",
                  "In the order of the choice; also those that are not offered any more.")
            .answers(200, "BreachReasons")
            .versioned(),
        Route(Verb::put, "/api/v1/breach-reasons", "put_breach_reasons", Permission::setup_write, put_reasons)
            .says("Set the reasons for missed targets", "Those left out stay, and are not offered any more.")
            .takes("NewBreachReasons")
            .answers(200, "BreachReasons")
            .versioned(),
    };
    return out;
}

}  // namespace lotse::api
