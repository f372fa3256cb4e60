// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "desk/surveys.h"
#include "portal/frame.h"
#include "portal/pages.h"
#include "portal/survey_form.h"

namespace lotse::portal {
namespace {

Html score_button(Visit const& visit, int score, bool is_first) {
    bool const is_good = score == desk::kGoodScore;
    return element("button",
                   {{"type", "submit"},
                    {"name", "score"},
                    {"value", std::to_string(score)},
                    {"class", is_first ? "primary" : "secondary"}},
                   visit.say(is_good ? "survey_good" : "survey_bad"));
}

}  // namespace

int score_of(Form const& form) {
    auto const& score = form.get("score");
    return score.size() == 1 && score[0] >= '1' && score[0] <= '5' ? score[0] - '0' : 0;
}

Html survey_form(Visit const& visit, std::string_view action, std::optional<desk::SurveyGiven> const& given,
                 int wished) {
    std::vector<Html> content;
    if (given)
        content.push_back(
            element("p", {{"role", "status"}},
                    fmt::format("{} {}", visit.say("survey_thanks"),
                                visit.say(given->score >= 3 ? "survey_given_good" : "survey_given_bad"))));
    else if (wished != 0)
        content.push_back(
            element("p", {}, visit.say(wished == desk::kGoodScore ? "survey_chosen_good" : "survey_chosen_bad")));
    FieldText comment;
    comment.name = "comment";
    comment.label = visit.say("survey_comment");
    comment.value = given ? given->comment : std::string();
    comment.is_required = false;
    comment.max_length = 1000;
    auto const first = wished == desk::kBadScore ? desk::kBadScore : desk::kGoodScore;
    auto const second = desk::kGoodScore + desk::kBadScore - first;
    content.push_back(form(visit, action,
                           {input_field(comment),
                            element("div", {{"class", "pair"}},
                                    {score_button(visit, first, wished != 0), score_button(visit, second, false)})}));
    return element("section", {{"class", "survey"}, {"aria-label", visit.say("survey_title")}}, content);
}

namespace {

// A link that was used, or is about an earlier solution, or is old: said as it is, with the way to go on.
net::Response spent_page(Visit const& visit, desk::SurveyPlace const& place) {
    auto const number = std::to_string(place.ticket.value);
    auto const days = std::to_string(desk::kSurveyLife.count());
    bool const is_used = place.state == desk::SurveyState::used;
    std::vector<Html> content;
    if (is_used) {
        auto const given = visit.say(place.given->score >= 3 ? "survey_given_good" : "survey_given_bad");
        content.push_back(element("p", {{"class", "done"}, {"role", "status"}},
                                  fmt::format("{} {}", visit.say("survey_thanks"), given)));
        if (!place.given->comment.empty())
            content.push_back(element("blockquote", {{"class", "given"}}, place.given->comment));
        content.push_back(element("p", {}, visit.say("survey_used_lead", {{"number", number}})));
    } else {
        bool const is_late = place.state == desk::SurveyState::late;
        content.push_back(element(
            "p", {{"class", "lead"}},
            visit.say(is_late ? "survey_late_lead" : "survey_moved_lead", {{"number", number}, {"days", days}})));
    }
    content.push_back(
        element("p", {}, {element("a", {{"href", "/help/tickets/" + number}}, visit.say("survey_to_ticket"))}));
    return page(visit, visit.say(is_used ? "survey_title" : "link_old_title"), join(content), is_used ? 200 : 410);
}

}  // namespace

Result<net::Response> survey_page(desk::Desk& desk, Visit const& visit, std::string_view token) {
    if (!visit.portal.asks_satisfaction) return missing_page(visit);
    auto const place = desk::open_survey(desk, visit.scope, token);
    if (!place && place.error().kind == Kind::not_found) return missing_page(visit);
    if (!place) return place.error();
    if (place->state != desk::SurveyState::open) return spent_page(visit, *place);
    auto const score = visit.request.query.find("score").value_or("");
    auto const wished = score == "1" ? desk::kBadScore : (score == "5" ? desk::kGoodScore : 0);
    auto const number = std::to_string(place->ticket.value);
    return page(visit, visit.say("survey_title"),
                join({element("p", {{"class", "lead"}}, visit.say("survey_lead", {{"number", number}})),
                      survey_form(visit, visit.request.path, {}, wished)}));
}

Result<net::Response> send_survey(desk::Desk& desk, Visit const& visit, std::string_view token, Form const& form) {
    if (!visit.portal.asks_satisfaction) return missing_page(visit);
    // Whoever left the choice open is asked again.
    if (score_of(form) == 0) return redirect(visit.request.path);
    auto const done = desk::answer_survey(desk, visit.scope, token, score_of(form), form.get("comment"));
    if (!done && done.error().kind == Kind::not_found) return missing_page(visit);
    // The page that is shown next says that the link is spent, and why.
    if (!done && done.error().code != "survey.spent") return done.error();
    return redirect(visit.request.path);
}

}  // namespace lotse::portal
