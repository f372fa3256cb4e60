// SPDX-License-Identifier: Apache-2.0
// Programs that escalations call, and what became of the calls.
#include "desk/webhooks.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page_by_id.h"
#include "api/show.h"
#include "base/text.h"

namespace lotse::api {
namespace {

using access::Permission;

domain::WebhookId webhook_in(Call const& call) { return call.id<domain::WebhookId>("webhook"); }

JsonObject shown(domain::WebhookCall const& call) {
    return {{"id", call.id.value},
            {"webhook", call.webhook.value},
            {"event", call.event},
            {"ticket", call.ticket.value},
            {"state", domain::name_of(call.state)},
            {"tries", call.tries},
            {"made_at", show(call.made_at)},
            {"tried_at", show(call.tried_at)},
            {"next_try_at", call.state == domain::CallState::waiting ? Json(show(call.next_try_at)) : Json(nullptr)},
            {"status", call.status > 0 ? Json(call.status) : Json(nullptr)},
            {"reason", text_or_null(call.reason)}};
}

JsonObject shown(domain::Webhook const& webhook) {
    return {{"id", webhook.id.value}, {"version", webhook.version},       {"name", webhook.name},
            {"url", webhook.url},     {"is_enabled", webhook.is_enabled}, {"made_at", show(webhook.made_at)}};
}

JsonObject shown(desk::ShownWebhook const& one) {
    auto out = shown(one.webhook);
    out["waiting"] = one.waiting;
    out["last_call"] = one.last ? Json(shown(*one.last)) : Json(nullptr);
    return out;
}

JsonObject shown(desk::NewWebhook const& one) {
    auto out = shown(one.webhook);
    out["secret"] = one.secret.reveal();
    return out;
}

desk::WebhookFields fields_in(JsonObject const& body) {
    Fields const fields(body);
    desk::WebhookFields out;
    fields.take("name", out.name);
    fields.take("url", out.url);
    fields.take("is_enabled", out.is_enabled);
    return out;
}

Result<Reply> list_webhooks(Call& call) {
    TRY(auto const all, desk::list_webhooks(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& one : all) items.emplace_back(shown(one));
    return whole_list(std::move(items));
}

Result<Reply> create_webhook(Call& call) {
    TRY(auto const made, desk::make_webhook(call.desk(), call.principal(), fields_in(call.body), call.key()));
    Reply out;
    out.body = shown(made);
    return out;
}

Result<Reply> get_webhook(Call& call) {
    TRY(auto const one, desk::get_webhook(call.desk(), call.scope(), webhook_in(call)));
    return versioned_reply(shown(one), one.webhook.version);
}

Result<Reply> patch_webhook(Call& call) {
    TRY([[maybe_unused]] auto const changed, desk::change_webhook(call.desk(), call.principal(), webhook_in(call),
                                                                  call.expected_version, fields_in(call.body)));
    return get_webhook(call);
}

Result<Reply> delete_webhook(Call& call) {
    CHECK_OK(desk::remove_webhook(call.desk(), call.principal(), webhook_in(call)));
    return Reply{};
}

Result<Reply> renew_secret(Call& call) {
    TRY(auto const renewed, desk::renew_webhook_secret(call.desk(), call.principal(), webhook_in(call)));
    Reply out;
    out.body = shown(renewed);
    return out;
}

Result<Reply> test_webhook(Call& call) {
    TRY(auto const tested, desk::test_webhook(call.desk(), call.principal(), webhook_in(call)));
    Reply out;
    out.body = JsonObject{{"event", tested.event},
                          {"status", tested.status > 0 ? Json(tested.status) : Json(nullptr)},
                          {"reason", text_or_null(tested.reason)}};
    return out;
}

Result<Reply> list_calls(Call& call) {
    TRY(auto const before, before_in(call));
    auto const limit = page_limit(call);
    TRY(auto rows, desk::list_webhook_calls(call.desk(), call.scope(), webhook_in(call), domain::WebhookCallId{before},
                                            limit + 1));
    return page_by_id(call, std::move(rows), limit, [](auto const& row) { return shown(row); });
}

Result<Reply> list_dead_calls(Call& call) {
    TRY(auto const before, before_in(call));
    auto const limit = page_limit(call);
    TRY(auto rows, desk::list_dead_webhook_calls(call.desk(), call.scope(), domain::WebhookCallId{before}, limit + 1));
    return page_by_id(call, std::move(rows), limit, [](auto const& row) { return shown(row); });
}

Result<Reply> retry_call(Call& call) {
    CHECK_OK(desk::retry_webhook_call(call.desk(), call.principal(), call.id<domain::WebhookCallId>("call")));
    return Reply{};
}

Result<Reply> drop_call(Call& call) {
    CHECK_OK(desk::drop_webhook_call(call.desk(), call.principal(), call.id<domain::WebhookCallId>("call")));
    return Reply{};
}

std::vector<Property> webhook_fields() {
    return {need("id", id()),     need("version", id()),         need("name", text(0)),
            need("url", text(0)), need("is_enabled", boolean()), need("made_at", instant())};
}

Schemas schemas() {
    auto full = webhook_fields();
    full.push_back(need("waiting", integer(0, 1000).say("Calls that are to be sent; counting ends at 1,000.")));
    full.push_back(need("last_call", reference("WebhookCall").or_null()));
    auto issued = webhook_fields();
    issued.push_back(need("secret", text(0).say("What signs the calls. It is shown this once.")));
    auto const input =
        object({need("name", line(100, 1).such_as("Pager")),
                need("url", line(2000, 1)
                                .such_as("https://pager.example/lotse")
                                .say("https or http. Not in the desk's own network, unless the operator allows it.")),
                may("is_enabled", boolean().say("While it is switched off, steps pass it over."))});
    return {{"NewWebhook", input},
            {"WebhookPatch", partial(input)},
            {"Webhook", object(std::move(full))},
            {"IssuedWebhook", object(std::move(issued))},
            {"WebhookPage", page_of("Webhook")},
            {"WebhookTest",
             object({need("event", text(0)), need("status", integer(100, 599).or_null().say("null: no answer.")),
                     need("reason", text(0).or_null().say("null where it was taken (2xx)."))})},
            {"WebhookCall",
             object({need("id", id()), need("webhook", id()),
                     need("event", text(0).say("The same for every try: Lotse-Event and `id` in the body.")),
                     need("ticket", id()), need("state", one_of({"waiting", "delivered", "dead", "let_be"})),
                     need("tries", integer(0, 1000)), need("made_at", instant()), need("tried_at", instant().or_null()),
                     need("next_try_at", instant().or_null()), need("status", integer(100, 599).or_null()),
                     need("reason", text(0).or_null().say("Of the last failure."))})},
            {"WebhookCallPage", page_of("WebhookCall")}};
}

}  // namespace

Group webhooks_group() {
    Group out{
        "Webhooks", "Programs that steps of escalations call, signed; see docs/formats/webhook.md.", {}, schemas()};
    out.routes = {
        Route(Verb::get, "/api/v1/webhooks", "list_webhooks", Permission::setup_read, list_webhooks)
            .says("List webhooks", "Never their secrets.")
            .answers(200, "WebhookPage"),
        Route(Verb::post, "/api/v1/webhooks", "create_webhook", Permission::setup_write, create_webhook)
            .says("Add a webhook")
            .takes("NewWebhook")
            .answers(201, "IssuedWebhook")
            .once(),
        Route(Verb::get, "/api/v1/webhooks/{webhook}", "get_webhook", Permission::setup_read, get_webhook)
            .says("Read a webhook")
            .answers(200, "Webhook")
            .versioned(),
        Route(Verb::patch, "/api/v1/webhooks/{webhook}", "patch_webhook", Permission::setup_write, patch_webhook)
            .says("Change a webhook", "Another address lets what waits try at once.")
            .takes("WebhookPatch")
            .answers(200, "Webhook")
            .versioned(),
        Route(Verb::remove, "/api/v1/webhooks/{webhook}", "delete_webhook", Permission::setup_write, delete_webhook)
            .says("Remove a webhook", "409 while a chain calls it. What waits for it is not sent.")
            .answers_nothing(),
        Route(Verb::post, "/api/v1/webhooks/{webhook}/secret", "renew_webhook_secret", Permission::setup_write,
              renew_secret)
            .says("Make a new secret", "The old one signs nothing any more.")
            .answers(200, "IssuedWebhook"),
        Route(Verb::post, "/api/v1/webhooks/{webhook}/test", "test_webhook", Permission::setup_write, test_webhook)
            .says("Send a test", "Now, once; waits for the answer for at most ten seconds.")
            .answers(200, "WebhookTest"),
        Route(Verb::get, "/api/v1/webhooks/{webhook}/calls", "list_webhook_calls", Permission::setup_read, list_calls)
            .says("List the calls of a webhook", "Newest first; those that are over are kept for 30 days.")
            .asks(paged({}))
            .answers(200, "WebhookCallPage"),
        Route(Verb::get, "/api/v1/undelivered/calls", "list_dead_calls", Permission::mailboxes_manage, list_dead_calls)
            .says("List webhook calls that were given up", "Newest first.")
            .asks(paged({}))
            .answers(200, "WebhookCallPage"),
        Route(Verb::post, "/api/v1/undelivered/calls/{call}/retry", "retry_call", Permission::mailboxes_manage,
              retry_call)
            .says("Try a call again", "Under its old id; 409 for one that is not given up.")
            .answers_nothing(),
        Route(Verb::remove, "/api/v1/undelivered/calls/{call}", "drop_call", Permission::mailboxes_manage, drop_call)
            .says("Let a call be")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
