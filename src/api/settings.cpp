// SPDX-License-Identifier: Apache-2.0
// The desk itself: name, address, numbers; and the matrix that makes a priority of impact and urgency.
#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "desk/desk_settings.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema settings_input() {
    return object(
        {may("name", line(100, 1)), may("language", language().say("Of notices where the customer's is not known.")),
         may("time_zone", line(64, 1).such_as("Europe/Berlin")),
         may("mail_from", line(254, 3).say("Address that notices come from.")),
         may("accepts_any_recipient", boolean().say("Take mail to any address, until the set-up is done.")),
         may("reopen_window_days", integer(0, 365).say("An answer after that opens a linked ticket.")),
         may("close_after_days", integer(1, 365).say("From solved to closed.")),
         may("warn_at_percent", integer(1, 100).say("Of a target's business time.")),
         may("hold_seconds", integer(0, 120).say("A reply can be taken back so long before it leaves.")),
         may("mails_per_sender_hour",
             integer(0, 100'000).say("More mails of one sender within an hour are held; 0 = no limit.")),
         may("tells_delays", boolean().say("A customer who must wait longer than they were told hears so before "
                                           "that time passes, once, with the new one.")),
         may("second_factor", choice<domain::SecondFactor>().say(
                                  "Who must have a second factor. Who must and has none can sign in only to "
                                  "set one up; that holds at once, also for who is signed in.")),
         may("audit_days", integer(0, 36'500).say("How long the audit list is kept: 30 days or more; 0 = for "
                                                  "ever.")),
         may("escalation_days", integer(0, 36'500).say("How long ended escalations are kept: 7 days or more; 0 = "
                                                       "for ever. The audit list and the tickets' own history stay.")),
         may("lesson_days", integer(0, 36'500).say("How long feedback on messages of other systems is kept, "
                                                   "with their words; 0 = while there is room."))});
}

Schema settings_schema() {
    auto out = settings_input();
    for (auto& property : out.properties) property.is_required = true;
    out.properties.push_back(need("slug", text(0).say("The desk's name at the login.")));
    out.properties.push_back(need("is_demo", boolean()));
    return out;
}

// {"high": {"high": "urgent", ...}, ...}: by impact, then by urgency.
Schema matrix_schema() {
    auto const cell = choice<domain::Priority>();
    auto const row = object({need("low", cell), need("medium", cell), need("high", cell)}).say("By urgency.");
    return object({need("low", row), need("medium", row), need("high", row)}).say("By impact, then by urgency.");
}

Reply shown(desk::DeskInfo const& info) {
    return versioned_reply({{"name", info.tenant.name},
                            {"language", info.tenant.language},
                            {"time_zone", info.tenant.time_zone},
                            {"mail_from", info.tenant.mail_from},
                            {"accepts_any_recipient", info.tenant.accepts_any_recipient},
                            {"reopen_window_days", info.settings.reopen_window_days},
                            {"close_after_days", info.settings.close_after_days},
                            {"warn_at_percent", info.settings.warn_at_percent},
                            {"hold_seconds", info.settings.hold_seconds},
                            {"mails_per_sender_hour", info.settings.mails_per_sender_hour},
                            {"second_factor", domain::name_of(info.settings.second_factor)},
                            {"audit_days", info.settings.audit_days},
                            {"escalation_days", info.settings.escalation_days},
                            {"lesson_days", info.settings.lesson_days},
                            {"tells_delays", info.settings.tells_delays},
                            {"slug", info.tenant.slug},
                            {"is_demo", info.tenant.is_demo}},
                           desk::version_of(info));
}

Reply shown(domain::PriorityMatrix const& matrix) {
    JsonObject body;
    for (std::size_t impact = 0; impact < 3; ++impact) {
        JsonObject row;
        for (std::size_t urgency = 0; urgency < 3; ++urgency)
            row[domain::name_of(static_cast<domain::Level>(urgency))] = domain::name_of(matrix.cells[impact][urgency]);
        body[domain::name_of(static_cast<domain::Level>(impact))] = std::move(row);
    }
    return versioned_reply(std::move(body), desk::version_of(matrix));
}

Result<Reply> get_settings(Call& call) {
    TRY(auto info, desk::read_desk(call.desk(), call.scope()));
    return shown(info);
}

Result<Reply> patch_settings(Call& call) {
    Fields const fields(call.body);
    desk::DeskFields wanted;
    fields.take("name", wanted.name);
    fields.take("language", wanted.language);
    fields.take("time_zone", wanted.time_zone);
    fields.take("mail_from", wanted.mail_from);
    fields.take("accepts_any_recipient", wanted.accepts_any_recipient);
    fields.take("reopen_window_days", wanted.reopen_window_days);
    fields.take("close_after_days", wanted.close_after_days);
    fields.take("warn_at_percent", wanted.warn_at_percent);
    fields.take("hold_seconds", wanted.hold_seconds);
    fields.take("mails_per_sender_hour", wanted.mails_per_sender_hour);
    fields.take("second_factor", wanted.second_factor);
    fields.take("tells_delays", wanted.tells_delays);
    fields.take("audit_days", wanted.audit_days);
    fields.take("escalation_days", wanted.escalation_days);
    fields.take("lesson_days", wanted.lesson_days);
    TRY(auto info, desk::change_desk(call.desk(), call.principal(), call.expected_version, wanted));
    call.parts.addresses_changed();
    return shown(info);
}

Result<Reply> get_matrix(Call& call) {
    TRY(auto info, desk::read_desk(call.desk(), call.scope()));
    return shown(info.settings.matrix);
}

Result<Reply> put_matrix(Call& call) {
    domain::PriorityMatrix wanted;
    for (std::size_t impact = 0; impact < 3; ++impact) {
        Fields const row(object_at(call.body, domain::name_of(static_cast<domain::Level>(impact))));
        for (std::size_t urgency = 0; urgency < 3; ++urgency)
            row.take(domain::name_of(static_cast<domain::Level>(urgency)), wanted.cells[impact][urgency]);
    }
    TRY(auto matrix, desk::replace_matrix(call.desk(), call.principal(), call.expected_version, wanted));
    return shown(matrix);
}

}  // namespace

Group settings_group() {
    Group out{"Settings", "The desk itself.", {}, {}};
    out.schemas = {{"SettingsPatch", settings_input()}, {"Settings", settings_schema()}, {"Matrix", matrix_schema()}};
    out.routes = {
        Route(Verb::get, "/api/v1/settings", "get_settings", Permission::setup_read, get_settings)
            .says("Read the settings of the desk")
            .answers(200, "Settings")
            .versioned(),
        Route(Verb::patch, "/api/v1/settings", "patch_settings", Permission::setup_write, patch_settings)
            .says("Change the settings of the desk")
            .takes("SettingsPatch")
            .answers(200, "Settings")
            .versioned(),
        Route(Verb::get, "/api/v1/matrix", "get_matrix", Permission::setup_read, get_matrix)
            .says("Read which priority follows from impact and urgency")
            .answers(200, "Matrix")
            .versioned(),
        Route(Verb::put, "/api/v1/matrix", "put_matrix", Permission::setup_write, put_matrix)
            .says("Set which priority follows from impact and urgency")
            .takes("Matrix")
            .answers(200, "Matrix")
            .versioned(),
    };
    return out;
}

}  // namespace lotse::api
