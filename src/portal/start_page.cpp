// SPDX-License-Identifier: Apache-2.0
#include "portal/frame.h"
#include "portal/pages.h"

namespace lotse::portal {
namespace {

Html card(std::string_view path, std::string_view title, std::string_view hint, std::string_view look) {
    return element("li", {},
                   {element("a", {{"class", std::string(look)}, {"href", std::string(path)}}, title),
                    element("p", {{"class", "hint"}}, hint)});
}

// What the desk says in its own words keeps its line breaks.
Html welcome(Visit const& visit) {
    if (!visit.portal.welcome.empty()) return element("div", {{"class", "lead"}}, {paragraphs(visit.portal.welcome)});
    return element("p", {{"class", "lead"}}, visit.say("start_lead"));
}

}  // namespace

net::Response start_page(Visit const& visit) {
    auto const hint = visit.customer ? visit.say("start_mine_here", {{"email", visit.customer->email}})
                                     : visit.say("start_mine_hint");
    std::vector<Html> cards;
    if (visit.may_write())
        cards.push_back(card("/help/new", visit.say("start_new"), visit.say("start_new_hint"), "button primary"));
    cards.push_back(card(visit.customer ? "/help/tickets" : "/help/sign-in", visit.say("start_mine"), hint,
                         cards.empty() ? "button primary" : "button secondary"));
    return page(visit, visit.say("start_title"), join({welcome(visit), element("ul", {{"class", "cards"}}, cards)}));
}

}  // namespace lotse::portal
