// SPDX-License-Identifier: Apache-2.0
// The first start: the one-time token makes the first admin, then these addresses are gone (H-26).
#include "desk/first_setup.h"

#include <array>

#include "api/call_limits.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/identify.h"
#include "api/mailbox_input.h"
#include "api/request_text.h"
#include "api/session_reply.h"
#include "api/show.h"
#include "desk/queue_templates.h"
#include "domain/zone.h"

namespace lotse::api {
namespace {

using access::Permission;

// Asked first: who comes too late hears that, not that too many people sign in.
Result<void> check_open(Call const& call) {
    TRY(auto is_done, desk::is_set_up(call.desk()));
    if (is_done) return not_found("setup.done", "There is nothing at this address.");
    return {};
}

Result<Reply> get_setup(Call& call) {
    CHECK_OK(check_open(call));
    std::string language;
    Fields(call.query).take("language", language);
    JsonArray templates;
    for (auto const& one : desk::queue_templates(language))
        templates.emplace_back(JsonObject{{"key", one.key}, {"name", one.name}, {"queues", show(one.queues)}});
    Reply out;
    out.body = JsonObject{{"templates", std::move(templates)},
                          {"languages", JsonArray{"en", "de", "pl"}},
                          {"time_zones", show(domain::time_zone_names())},
                          {"has_relay", call.parts.has_relay}};
    return out;
}

Secret<std::string> token_in(Call const& call) { return Secret<std::string>(std::string(text_at(call.body, "token"))); }

Result<Reply> test_setup_mailbox(Call& call) {
    CHECK_OK(check_origin(call.request));
    CHECK_OK(check_open(call));
    CHECK_OK(call.limits.count_step(caller_of(call.request)));
    CHECK_OK(desk::check_setup_token(call.desk(), call.parts.config.data_folder, token_in(call)));
    TRY(auto const test, desk::setup_mail_test(call.desk(), mailbox_fields_in(object_at(call.body, "mailbox")),
                                               submission_fields_in(object_at(call.body, "submission"))));
    return run_mail_test(call, test);
}

desk::FirstSetup wanted_in(Call const& call) {
    Fields const fields(call.body);
    desk::FirstSetup out;
    out.token = token_in(call);
    fields.take("desk_name", out.desk_name);
    fields.take("mail_from", out.mail_from);
    fields.take("language", out.language);
    fields.take("time_zone", out.time_zone);
    fields.take("template", out.queue_template);
    fields.take("second_factor", out.second_factor);
    auto const& admin = object_at(call.body, "admin");
    out.admin_name = text_at(admin, "name");
    out.admin_email = text_at(admin, "email");
    out.admin_password = Secret<std::string>(std::string(text_at(admin, "password")));
    out.origin = caller_of(call.request);
    if (fields.has("mailbox")) out.mailbox = mailbox_fields_in(object_at(call.body, "mailbox"));
    if (fields.has("submission")) out.submission = submission_fields_in(object_at(call.body, "submission"));
    return out;
}

Result<Reply> complete_setup(Call& call) {
    CHECK_OK(check_origin(call.request));
    CHECK_OK(check_open(call));
    auto const wanted = wanted_in(call);
    TRY(auto place, call.limits.begin_password_work());
    TRY(auto const login, desk::complete_setup(call.desk(), call.parts.config.data_folder, wanted, visit_of(call)));
    call.parts.addresses_changed();
    bool with_demo = false;
    Fields(call.body).take("demo", with_demo);
    if (with_demo && call.parts.load_demo) call.parts.load_demo();
    return signed_in_reply(call, login);
}

Result<Reply> get_demo(Call& call) {
    constexpr std::array<char const*, 4> kStates{"none", "loading", "ready", "failed"};
    auto const progress = call.parts.demo_progress ? call.parts.demo_progress() : DemoProgress{};
    Reply out;
    out.body = JsonObject{{"state", kStates.at(static_cast<std::size_t>(progress.state))},
                          {"done", progress.done},
                          {"total", progress.total}};
    return out;
}

Schema demo_schema() {
    auto const count = integer(0, 1'000'000);
    return object({need("state", one_of({"none", "loading", "ready", "failed"})
                                     .say("none: no first start of this process has asked for one.")),
                   need("done", count), need("total", count.say("Tickets of its story."))});
}

Schema first_setup_schema() {
    auto const admin = object({need("name", line(200, 1)), need("email", line(254, 3)),
                               need("password", line(1000, 1).say("At least 15 characters; a sentence is good."))});
    return object(
        {need("token", line(200, 1).say("Printed at the start, and in the file setup-token of the data folder.")),
         need("desk_name", line(100, 1).such_as("Example help desk")),
         may("mail_from", line(254).say("The desk's address; then mail to others is refused from now on.")),
         may("language", language()), may("time_zone", line(64)),
         may("template", one_of({"it", "service", "msp"}).say("Which queues to begin with.")),
         may("second_factor", choice<domain::SecondFactor>().say(
                                  "Who must have a second factor; everybody if left out, the first admin included.")),
         may("mailbox", reference("NewMailbox")), may("submission", reference("SubmissionPatch")),
         may("demo", boolean().say("Load a desk with a story beside this one, to look at.")),
         need("admin", admin.such_as(JsonObject{{"name", "Anna Kowalska"},
                                                {"email", "anna@desk.example"},
                                                {"password", "a sentence that only Anna knows"}}))});
}

}  // namespace

Group first_setup_group() {
    Group out{"Set-up", "Once, at the first start.", {}, {}};
    auto const queues = object({need("key", text(0)), need("name", text(0)), need("queues", list(text(0)))});
    out.schemas = {
        {"Demo", demo_schema()},
        {"FirstSetup", first_setup_schema()},
        {"SetupChoices",
         object({need("templates", list(queues)), need("languages", list(text(0))), need("time_zones", list(text(0))),
                 need("has_relay", boolean().say("The configuration names the outgoing server."))})},
        {"SetupMailTest", object({need("token", line(200, 1)), need("mailbox", reference("NewMailbox")),
                                  may("submission", reference("SubmissionPatch"))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/setup", "get_setup", Access::open(), get_setup)
            .says("See what can be chosen at the first start", "Answers 404 once that is done.")
            .asks({may("language", language().say("Of the names."))})
            .answers(200, "SetupChoices"),
        Route(Verb::post, "/api/v1/setup/mailbox-test", "test_setup_mailbox", Access::open(), test_setup_mailbox)
            .says("Try a mailbox before it is set", "As the test of a mailbox that is set.")
            .takes("SetupMailTest", 32UL * 1024)
            .answers(200, "MailTest"),
        Route(Verb::post, "/api/v1/setup", "complete_setup", Access::open(), complete_setup)
            .says("Name the desk and make its first admin", "Who is signed in at once. Answers 404 once that is done.")
            .takes("FirstSetup", 32UL * 1024)
            .answers(201, "Session"),
        Route(Verb::get, "/api/v1/demo", "get_demo", Permission::setup_read, get_demo)
            .says("See how far the demo desk is", "That the first start was asked to load beside the desk.")
            .answers(200, "Demo"),
    };
    return out;
}

}  // namespace lotse::api
