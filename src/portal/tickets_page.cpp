// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "desk/own_tickets.h"
#include "portal/frame.h"
#include "portal/pages.h"
#include "portal/ticket_words.h"

namespace lotse::portal {
namespace {

constexpr std::string_view kOpen = "/help/tickets";
constexpr std::string_view kOver = "/help/tickets?state=solved";

Html tab(Visit const& visit, std::string_view path, std::string_view key, bool is_here) {
    HtmlAttributes attributes{{"href", std::string(path)}};
    if (is_here) attributes.push_back({"aria-current", "page"});
    return element("li", {}, {element("a", attributes, visit.say(key))});
}

Html item(Visit const& visit, domain::Ticket const& ticket) {
    auto const number = std::to_string(ticket.id.value);
    return element(
        "li", {},
        {element("a", {{"href", "/help/tickets/" + number}}, ticket.subject), state_mark(visit, ticket.status),
         element("p", {{"class", "hint"}},
                 fmt::format("{} · {}", visit.say("ticket_number", {{"number", number}}),
                             visit.say("changed", {{"time", visit.time(ticket.updated_at)}})))});
}

}  // namespace

Result<net::Response> tickets_page(desk::Desk& desk, Visit const& visit) {
    std::string const after(visit.request.query.find("after").value_or(""));
    bool const are_over = visit.request.query.find("state").value_or("") == "solved";
    auto const list = desk::list_own_tickets(desk, visit.scope, visit.customer->id, are_over, after);
    // A place in the list that was made up.
    if (!list && list.error().kind == Kind::invalid) return missing_page(visit);
    if (!list) return list.error();
    std::vector<Html> items;
    for (auto const& ticket : list->page.items) items.push_back(item(visit, ticket));
    std::vector<Html> content{element(
        "nav", {{"class", "tabs"}, {"aria-label", visit.say("mine_title")}},
        {element("ul", {}, {tab(visit, kOpen, "mine_open", !are_over), tab(visit, kOver, "mine_over", are_over)})})};
    if (items.empty() && after.empty())
        content.push_back(element("p", {{"class", "lead"}}, visit.say(are_over ? "mine_none_over" : "mine_empty")));
    if (!items.empty()) content.push_back(element("ul", {{"class", "tickets"}}, items));
    if (!list->page.next.empty()) {
        auto const more = fmt::format("{}{}after={}", are_over ? kOver : kOpen, are_over ? "&" : "?",
                                      percent_encode(list->page.next));
        content.push_back(element("p", {}, {element("a", {{"href", more}}, visit.say("mine_more"))}));
    }
    content.push_back(
        element("p", {}, {element("a", {{"class", "button primary"}, {"href", "/help/new"}}, visit.say("nav_new"))}));
    return page(visit, visit.say("mine_title"), join(content));
}

}  // namespace lotse::portal
