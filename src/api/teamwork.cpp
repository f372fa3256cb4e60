// SPDX-License-Identifier: Apache-2.0
// What a team keeps beside a ticket: mentions, followers, sleep, checklist, time; and undoing a step.
#include "desk/teamwork.h"

#include <array>

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"
#include "api/show_log.h"
#include "api/show_teamwork.h"
#include "api/show_ticket.h"
#include "desk/made.h"
#include "desk/people.h"
#include "desk/reverse_event.h"
#include "desk/snooze.h"

namespace lotse::api {
namespace {

using access::Permission;

domain::TicketId ticket_of(Call const& call) { return call.id<domain::TicketId>("ticket"); }

Result<Reply> list_mentions(Call& call) {
    TRY(auto page, desk::my_mentions(call.desk(), call.principal(), bool_at(call.query, "unread"), page_after(call),
                                     page_limit(call)));
    JsonArray items;
    for (auto const& item : page.items) items.emplace_back(show(item, *page.setup));
    return page_reply(call, std::move(items), page.next);
}

Result<Reply> read_mention(Call& call) {
    CHECK_OK(desk::read_mention(call.desk(), call.principal(), call.id<domain::MentionId>("mention")));
    return Reply{};
}

Result<Reply> read_mentions(Call& call) {
    CHECK_OK(desk::read_mentions_up_to(call.desk(), call.principal(), domain::MentionId{int_at(call.body, "up_to")}));
    return Reply{};
}

Result<Reply> follow(Call& call) {
    CHECK_OK(desk::follow(call.desk(), call.principal(), ticket_of(call), call.id<domain::AgentId>("agent")));
    return Reply{};
}

Result<Reply> unfollow(Call& call) {
    CHECK_OK(desk::unfollow(call.desk(), call.principal(), ticket_of(call), call.id<domain::AgentId>("agent")));
    return Reply{};
}

Result<Reply> sleep_until(Call const& call, std::optional<Instant> until) {
    TRY(auto ticket, desk::snooze(call.desk(), call.principal(), ticket_of(call), call.expected_version, until));
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    TRY(auto names, desk::names_of(call.desk(), call.scope(), std::array{ticket}));
    return versioned_reply(show(ticket, *setup, names), ticket.version);
}

Result<Reply> snooze(Call& call) {
    Instant until{};
    Fields(call.body).take("until", until);
    return sleep_until(call, until);
}

Result<Reply> wake(Call& call) { return sleep_until(call, {}); }

Result<Reply> list_items(Call& call) {
    TRY(auto items, desk::list_items(call.desk(), call.scope(), ticket_of(call)));
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    JsonArray out;
    for (auto const& item : items) out.emplace_back(show(item, *setup));
    return whole_list(std::move(out));
}

Result<Reply> shown(Call const& call, domain::ChecklistItem const& item) {
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    Reply out;
    out.body = show(item, *setup);
    return out;
}

Result<Reply> add_item(Call& call) {
    TRY(auto made, desk::add_item(call.desk(), call.principal(), ticket_of(call),
                                  std::string(text_at(call.body, "text")), call.key()));
    TRY(auto out, shown(call, made.value));
    out.is_repeated = made.is_known;
    return out;
}

Result<Reply> patch_item(Call& call) {
    Fields const fields(call.body);
    desk::ItemFields wanted;
    fields.take("text", wanted.text);
    fields.take("is_done", wanted.is_done);
    fields.take("position", wanted.position);
    TRY(auto item, desk::change_item(call.desk(), call.principal(), ticket_of(call),
                                     call.id<domain::ChecklistItemId>("item"), wanted));
    return shown(call, item);
}

Result<Reply> remove_item(Call& call) {
    CHECK_OK(
        desk::remove_item(call.desk(), call.principal(), ticket_of(call), call.id<domain::ChecklistItemId>("item")));
    return Reply{};
}

Result<Reply> list_times(Call& call) {
    TRY(auto times, desk::list_times(call.desk(), call.scope(), ticket_of(call)));
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    JsonArray out;
    for (auto const& entry : times) out.emplace_back(show(entry, *setup));
    return whole_list(std::move(out));
}

Result<Reply> add_time(Call& call) {
    Fields const fields(call.body);
    desk::NewTime wanted;
    fields.take("minutes", wanted.minutes);
    fields.take("activity", wanted.activity);
    fields.take("note", wanted.note);
    fields.take("at", wanted.at);
    TRY(auto made, desk::add_time(call.desk(), call.principal(), ticket_of(call), wanted, call.key()));
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    Reply out;
    out.is_repeated = made.is_known;
    out.body = show(made.value, *setup);
    return out;
}

Result<Reply> remove_time(Call& call) {
    CHECK_OK(desk::remove_time(call.desk(), call.principal(), ticket_of(call), call.id<domain::TimeEntryId>("time")));
    return Reply{};
}

Result<Reply> reverse_event(Call& call) {
    TRY(auto done, desk::reverse_event(call.desk(), call.principal(), ticket_of(call),
                                       call.id<domain::EventId>("event"), call.key()));
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    JsonArray changes;
    for (auto const& change : done.changes) changes.emplace_back(show(change, *setup));
    Reply out;
    out.is_repeated = done.is_known;
    out.body =
        JsonObject{{"event", done.event.value}, {"changes", std::move(changes)}, {"version", done.ticket.version}};
    return out;
}

std::vector<Route> mention_routes() {
    return {
        Route(Verb::get, "/api/v1/mentions", "list_mentions", Permission::tickets_read, list_mentions)
            .says("List the notes in which you were called", "Newest first.")
            .asks(paged({may("unread", boolean().say("Only those that you have not read."))}))
            .answers(200, "MentionPage"),
        Route(Verb::put, "/api/v1/mentions/{mention}/reading", "read_mention", Permission::tickets_read, read_mention)
            .says("Say that you have read a mention")
            .answers_nothing(),
        Route(Verb::put, "/api/v1/mentions/reading", "read_mentions", Permission::tickets_read, read_mentions)
            .says("Say that you have read all mentions up to one")
            .takes("MentionReading")
            .answers_nothing(),
        Route(Verb::put, "/api/v1/tickets/{ticket}/followers/{agent}", "follow_ticket", Permission::notes_write, follow)
            .says("Let somebody follow a ticket", "They hear of what the customer writes.")
            .answers_nothing(),
        Route(Verb::remove, "/api/v1/tickets/{ticket}/followers/{agent}", "unfollow_ticket", Permission::notes_write,
              unfollow)
            .says("Stop following a ticket")
            .answers_nothing(),
        Route(Verb::put, "/api/v1/tickets/{ticket}/snooze", "snooze_ticket", Permission::tickets_write, snooze)
            .says("Let a ticket sleep", "It wakes at that time, or when the customer writes.")
            .takes("Snooze")
            .answers(200, "Ticket")
            .versioned(),
        Route(Verb::remove, "/api/v1/tickets/{ticket}/snooze", "wake_ticket", Permission::tickets_write, wake)
            .says("Wake a ticket")
            .answers(200, "Ticket")
            .versioned(),
        Route(Verb::post, "/api/v1/tickets/{ticket}/events/{event}/reversal", "reverse_event",
              Permission::tickets_write, reverse_event)
            .says("Undo a step", "Its fields go back, all or none; 409 names one that was changed again since.")
            .answers(201, "Reversal")
            .once(),
    };
}

std::vector<Route> list_routes() {
    return {
        Route(Verb::get, "/api/v1/tickets/{ticket}/checklist", "list_checklist", Permission::tickets_read, list_items)
            .says("Read the checklist of a ticket")
            .answers(200, "ChecklistPage"),
        Route(Verb::post, "/api/v1/tickets/{ticket}/checklist", "add_checklist_item", Permission::tickets_write,
              add_item)
            .says("Add an item to the checklist")
            .takes("NewChecklistItem")
            .answers(201, "ChecklistItem")
            .once(),
        Route(Verb::patch, "/api/v1/tickets/{ticket}/checklist/{item}", "patch_checklist_item",
              Permission::tickets_write, patch_item)
            .says("Tick, move or reword an item")
            .takes("ChecklistItemPatch")
            .answers(200, "ChecklistItem"),
        Route(Verb::remove, "/api/v1/tickets/{ticket}/checklist/{item}", "delete_checklist_item",
              Permission::tickets_write, remove_item)
            .says("Remove an item")
            .answers_nothing(),
        Route(Verb::get, "/api/v1/tickets/{ticket}/times", "list_times", Permission::tickets_read, list_times)
            .says("Read the time that people spent on a ticket")
            .answers(200, "TimePage"),
        Route(Verb::post, "/api/v1/tickets/{ticket}/times", "add_time", Permission::tickets_write, add_time)
            .says("Note the time that you spent on a ticket")
            .takes("NewTime")
            .answers(201, "TimeEntry")
            .once(),
        Route(Verb::remove, "/api/v1/tickets/{ticket}/times/{time}", "delete_time", Permission::tickets_write,
              remove_time)
            .says("Remove a time entry")
            .answers_nothing(),
    };
}

}  // namespace

Group teamwork_group() {
    Group out{"Teamwork", "What a team keeps beside a ticket, and undo.", mention_routes(), teamwork_schemas()};
    for (auto& route : list_routes()) out.routes.push_back(std::move(route));
    return out;
}

}  // namespace lotse::api
