// SPDX-License-Identifier: Apache-2.0
#include "portal/ticket_words.h"

#include <fmt/format.h>

#include "desk/decide_promises.h"

namespace lotse::portal {
namespace {

using domain::Status;

std::string who(Visit const& visit, desk::OwnTicket const& view) {
    if (view.person.empty()) return view.team;
    return visit.say("who_person", {{"person", view.person}, {"team", view.team}});
}

std::string next_step(Visit const& visit, domain::Ticket const& ticket) {
    if (ticket.merged_into) return visit.say("next_joined");
    switch (ticket.status) {
        case Status::waiting: return visit.say("next_waiting");
        case Status::solved: return visit.say("next_solved");
        case Status::closed: return visit.say("next_closed");
        case Status::fresh:
        case Status::open: break;
    }
    return visit.say(ticket.first_reply_at ? "next_open" : "next_new");
}

std::string by_when(Visit const& visit, desk::OwnTicket const& view) {
    auto const& ticket = view.ticket;
    if (ticket.merged_into) return visit.say("when_nothing");
    if (ticket.status == Status::waiting) return visit.say("when_you");
    if (ticket.status == Status::solved && view.may_reopen)
        return visit.say("when_reopen", {{"time", visit.time(*view.reopen_until)}});
    if (ticket.status == Status::solved || ticket.status == Status::closed) return visit.say("when_nothing");
    auto const awaited = ticket.first_reply_at ? domain::Awaited::solution : domain::Awaited::first_reply;
    if (auto const* promise = desk::told_promise(view.promises, awaited, visit.now))
        return visit.say(ticket.first_reply_at ? "when_usual_solution" : "when_usual_reply",
                         {{"time", visit.time(promise->until)}});
    auto const& due = ticket.first_reply_at ? ticket.solution_due_at : ticket.first_reply_due_at;
    if (!due) return visit.say("when_order");
    if (*due < visit.now) return visit.say("when_late", {{"time", visit.time(*due)}});
    return visit.say(ticket.first_reply_at ? "when_solution" : "when_reply", {{"time", visit.time(*due)}});
}

}  // namespace

Html state_mark(Visit const& visit, Status status) {
    auto const name = std::string(domain::name_of(status));
    return element("span", {{"class", "state " + name}}, visit.say("state_" + name));
}

Html where_it_stands(Visit const& visit, desk::OwnTicket const& view) {
    auto const row = [](std::string_view term, Html const& words) {
        return element("div", {}, {element("dt", {}, term), element("dd", {}, {words})});
    };
    return element("section", {{"class", "where"}, {"aria-label", visit.say("where_title")}},
                   {element("dl", {},
                            {row(visit.say("where_title"), state_mark(visit, view.ticket.status)),
                             row(visit.say("where_who"), text(who(visit, view))),
                             row(visit.say("where_next"), text(next_step(visit, view.ticket))),
                             row(visit.say("where_when"), text(by_when(visit, view)))})});
}

}  // namespace lotse::portal
