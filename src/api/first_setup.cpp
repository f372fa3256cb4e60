// SPDX-License-Identifier: Apache-2.0
// The first start: the one-time token makes the first admin, then this address is gone (H-26).
#include "desk/first_setup.h"

#include "api/call_limits.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/identify.h"

namespace lotse::api {
namespace {

Result<Reply> complete_setup(Call& call) {
    CHECK_OK(check_origin(call.request));
    desk::FirstSetup wanted;
    wanted.token = Secret<std::string>(std::string(text_at(call.body, "token")));
    wanted.desk_name = text_at(call.body, "desk_name");
    wanted.mail_from = text_at(call.body, "mail_from");
    wanted.language = text_at(call.body, "language");
    wanted.time_zone = text_at(call.body, "time_zone");
    auto const& admin = object_at(call.body, "admin");
    wanted.admin_name = text_at(admin, "name");
    wanted.admin_email = text_at(admin, "email");
    wanted.admin_password = Secret<std::string>(std::string(text_at(admin, "password")));
    wanted.origin = call.request.peer;
    // Asked first: who comes too late hears that, not that too many people sign in.
    TRY(auto is_done, desk::is_set_up(call.desk()));
    if (is_done) return not_found("setup.done", "There is nothing at this address.");
    TRY(auto place, call.limits.begin_password_work());
    TRY(auto agent, desk::complete_setup(call.desk(), call.parts.config.data_folder, wanted));
    call.parts.addresses_changed();
    Reply out;
    out.body = JsonObject{{"agent", JsonObject{{"id", agent.id.value}, {"name", agent.name}}}};
    return out;
}

}  // namespace

Group first_setup_group() {
    Group out{"Set-up", "Once, at the first start.", {}, {}};
    auto const admin = object({need("name", line(200, 1)), need("email", line(254, 3)),
                               need("password", line(1000, 1).say("At least 15 characters; a sentence is good."))});
    out.schemas = {
        {"FirstSetup",
         object(
             {need("token", line(200, 1).say("Printed at the start, and in the file setup-token of the data folder.")),
              need("desk_name", line(100, 1).such_as("Example help desk")),
              may("mail_from", line(254).say("The desk's address; then mail to others is refused from now on.")),
              may("language", language()), may("time_zone", line(64)),
              need("admin", admin.such_as(JsonObject{{"name", "Anna Kowalska"},
                                                     {"email", "anna@desk.example"},
                                                     {"password", "a sentence that only Anna knows"}}))})},
        {"SetupDone", object({need("agent", reference("Named"))})}};
    out.routes = {
        Route(Verb::post, "/api/v1/setup", "complete_setup", Access::open(), complete_setup)
            .says("Name the desk and make its first admin", "Answers 404 once that is done.")
            .takes("FirstSetup", 16UL * 1024)
            .answers(201, "SetupDone"),
    };
    return out;
}

}  // namespace lotse::api
