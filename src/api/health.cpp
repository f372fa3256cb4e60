// SPDX-License-Identifier: Apache-2.0
// For whoever watches the machine: is the desk well, and its figures.
#include "api/groups.h"
#include "desk/desk_health.h"
#include "domain/enums.h"

namespace lotse::api {
namespace {

using access::Permission;

Result<Reply> get_health(Call& call) {
    auto const health = desk::desk_health(call.desk());
    if (!health)
        return unavailable("health.store", "The database does not answer.",
                           health.error().code + " " + health.error().detail);
    Reply out;
    out.body = JsonObject{{"status", "ok"},
                          {"engine", health->engine},
                          {"durability", health->durability},
                          {"schema", call.parts.config.schema_version},
                          {"version", call.parts.config.version},
                          {"undelivered", health->notices_dead + health->letters_dead},
                          {"calendars_failing", health->feeds_failing},
                          {"language_model", name_of(call.desk().meanings.status().state)}};
    return out;
}

Result<Reply> get_metrics(Call& call) {
    TRY(auto const health, desk::desk_health(call.desk()));
    auto& metrics = call.parts.metrics;
    auto const set = [&](char const* name, char const* help, std::int64_t value, net::Labels const& labels = {}) {
        metrics.gauge(name, help, labels).set(static_cast<double>(value));
    };
    set("lotse_desks", "Desks in this data folder.", health.desks);
    set("lotse_unsettled_events", "Events that Lotse has yet to decide on.", health.unsettled);
    set("lotse_outbox_waiting", "Notices that wait to be sent.", health.notices_waiting);
    set("lotse_outbox_dead", "Notices that were given up.", health.notices_dead);
    set("lotse_letters_waiting", "Letters of the desk itself that wait to be sent.", health.letters_waiting);
    set("lotse_letters_dead", "Letters of the desk itself that were given up.", health.letters_dead);
    set("lotse_calendars_failing", "Calendars of others that could not be read several times in a row.",
        health.feeds_failing);
    set("lotse_unindexed_tickets", "Tickets that search does not know yet, or not as they are now.", health.unindexed);
    set("lotse_unread_tickets", "Tickets that the language model has not read yet, or not as they are now.",
        health.unread);
    auto const state = call.desk().meanings.status().state;
    set("lotse_language_model", "1 while a language model serves.", state == desk::MeaningState::on ? 1 : 0);
    for (std::size_t i = 0; i < health.tickets.size(); ++i)
        set("lotse_tickets", "Tickets by status.", health.tickets[i],
            {{"status", std::string(domain::name_of(static_cast<domain::Status>(i)))}});
    Reply out;
    out.content_type = "text/plain; version=0.0.4; charset=utf-8";
    out.bytes = metrics.text();
    return out;
}

}  // namespace

Group health_group() {
    Group out{"Health", "For whoever watches the machine.", {}, {}};
    out.schemas = {
        {"Health", object({need("status", one_of({"ok"})), need("engine", one_of({"sqlite", "postgres"})),
                           need("durability", text(0).say("What an acknowledged write survives.")),
                           need("schema", integer(0, 1'000'000)), need("version", text(0)),
                           need("undelivered", integer(0, INT64_MAX).say("Mail that was given up, over all desks.")),
                           need("calendars_failing", integer(0, INT64_MAX)
                                                         .say("Addresses of holidays and absences that could not be "
                                                              "read three times in a row or more, over all desks.")),
                           need("language_model",
                                one_of({"absent", "damaged", "on"}).say("Without one everything works by words."))})}};
    out.routes = {
        Route(Verb::get, "/health", "get_health", Access::open(), get_health)
            .says("Ask whether the desk is well", "503 while the database does not answer.")
            .answers(200, "Health"),
        Route(Verb::get, "/metrics", "get_metrics", Access::from_this_machine(Permission::events_read), get_metrics)
            .says("Read the figures for Prometheus", "From this machine without a token.")
            .answers_bytes("text/plain", "Exposition format 0.0.4."),
    };
    return out;
}

}  // namespace lotse::api
