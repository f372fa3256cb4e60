// SPDX-License-Identifier: Apache-2.0
#include "desk/notice_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/must.h"
#include "base/text.h"
#include "desk/notice_phrases.h"
#include "domain/zone.h"

namespace lotse::desk {
namespace {

using domain::NoticeKind;

std::string greeting(Phrases const& phrases, std::string const& name) {
    return name.empty() ? std::string(phrases.hello) : fmt::format(fmt::runtime(phrases.hello_name), name);
}

// Paragraphs are joined as text and as HTML from the same list, so the two parts of a mail always say the same.
NoticeText compose(std::string subject, std::vector<std::string> const& paragraphs) {
    NoticeText out;
    out.subject = std::move(subject);
    for (auto const& paragraph : paragraphs) {
        if (!out.text.empty()) out.text += "\n\n";
        out.text += paragraph;
    }
    out.text += '\n';
    out.html = text_as_html(out.text);
    return out;
}

std::string ticket_subject(Phrases const& phrases, NoticeWords const& words, std::string_view headline) {
    auto subject = fmt::format("[{} #{}] {}", phrases.ticket, words.ticket, headline);
    if (!words.subject.empty()) subject += ": " + words.subject;
    return subject;
}

std::string handler(Phrases const& phrases, NoticeWords const& words) {
    return words.person.empty() ? fmt::format(fmt::runtime(phrases.team_handles), words.team)
                                : fmt::format(fmt::runtime(phrases.person_handles), words.person, words.team);
}

// Says what is true: what was measured, where promises have been kept, else the target as a target.
std::string expectation(Phrases const& phrases, NoticeWords const& words) {
    std::string usual;
    if (!words.reply_by.empty()) usual = fmt::format(fmt::runtime(phrases.usual_reply), words.reply_by);
    if (!words.solved_by.empty())
        usual += (usual.empty() ? "" : " ") + fmt::format(fmt::runtime(phrases.usual_solution), words.solved_by);
    // A promise of the solution alone does not say when somebody will write.
    if (!words.reply_by.empty()) return usual;
    if (!usual.empty() && words.due.empty()) return usual;
    if (!words.due.empty()) return fmt::format(fmt::runtime(phrases.target), words.due);
    return std::string(phrases.no_promise);
}

// What was said, that it will not do, and what now holds for those who have waited as long.
std::string delay(Phrases const& phrases, NoticeWords const& words) {
    auto out = fmt::format(fmt::runtime(words.awaits_solution ? phrases.delayed_solution : phrases.delayed_reply),
                           words.told_by);
    auto const& until = words.awaits_solution ? words.solved_by : words.reply_by;
    if (!until.empty())
        out +=
            ' ' + fmt::format(fmt::runtime(words.awaits_solution ? phrases.now_solved : phrases.now_answered), until);
    return out;
}

NoticeText to_customer(NoticeKind kind, std::string_view language, NoticeWords const& words) {
    auto const& phrases = phrases_of(language);
    auto const sign_off = fmt::format("{}\n{}", phrases.regards, words.desk_name);
    auto headline = phrases.reopened;
    std::vector<std::string> paragraphs{greeting(phrases, words.customer_name)};
    switch (kind) {
        case NoticeKind::confirmation:
            headline = phrases.received;
            paragraphs.push_back(fmt::format(fmt::runtime(phrases.we_have_it), words.ticket));
            paragraphs.push_back(handler(phrases, words) + ' ' + expectation(phrases, words));
            paragraphs.emplace_back(phrases.how_to_add);
            break;
        case NoticeKind::delayed:
            headline = phrases.delayed;
            paragraphs.push_back(delay(phrases, words));
            paragraphs.push_back(handler(phrases, words));
            paragraphs.emplace_back(phrases.how_to_add);
            break;
        case NoticeKind::solved:
            headline = phrases.solved;
            paragraphs.push_back(fmt::format(fmt::runtime(phrases.is_solved), words.ticket));
            if (!words.survey_url.empty()) paragraphs.push_back(survey_lines(language, words.survey_url));
            break;
        default:
            paragraphs.push_back(fmt::format(fmt::runtime(phrases.is_reopened), words.ticket));
            paragraphs.push_back(handler(phrases, words) + ' ' + expectation(phrases, words));
    }
    if (!words.page_url.empty()) paragraphs.push_back(fmt::format(fmt::runtime(phrases.page), words.page_url));
    paragraphs.push_back(sign_off);
    return compose(ticket_subject(phrases, words, headline), paragraphs);
}

NoticeText to_agent(NoticeKind kind, std::string_view language, NoticeWords const& words) {
    auto const& phrases = phrases_of(language);
    std::string_view headline = phrases.assigned;
    if (kind == NoticeKind::customer_replied) headline = phrases.customer_replied;
    if (kind == NoticeKind::warning) headline = phrases.warning;
    if (kind == NoticeKind::breach) headline = phrases.breach;
    if (kind == NoticeKind::mentioned) headline = phrases.mentioned;
    if (kind == NoticeKind::escalated) headline = phrases.escalated;
    std::vector<std::string> paragraphs;
    if (!words.reason.empty()) paragraphs.push_back(words.reason);
    auto facts = fmt::format("{}: {}\n{}: {}", phrases.queue, words.team, phrases.priority, words.priority);
    if (!words.person.empty()) facts += fmt::format("\n{}: {}", phrases.owner, words.person);
    if (!words.due.empty()) facts += fmt::format("\n{}: {}", phrases.due, words.due);
    paragraphs.push_back(std::move(facts));
    if (!words.excerpt.empty()) paragraphs.push_back(words.excerpt);
    return compose(ticket_subject(phrases, words, headline), paragraphs);
}

// An address within a line becomes a link; the stop or bracket after it is none of it.
std::string line_as_html(std::string_view line) {
    std::string out;
    for (;;) {
        auto const at = std::min(line.find("https://"), line.find("http://"));
        if (at == std::string_view::npos) return out + html_escape(line);
        auto address = line.substr(at);
        address = address.substr(0, address.find_first_of(" \t<>\""));
        address = address.substr(0, address.find_last_not_of(".,;:!?)]}'") + 1);
        auto const shown = html_escape(address);
        out += html_escape(line.substr(0, at)) + fmt::format("<a href=\"{0}\">{0}</a>", shown);
        line.remove_prefix(at + address.size());
    }
}

}  // namespace

std::string notice_language(std::string_view language, std::string_view otherwise) {
    for (auto const known : {"en", "de", "pl"})
        if (language == known) return known;
    for (auto const known : {"en", "de", "pl"})
        if (otherwise == known) return known;
    return "en";
}

std::string local_time_text(Instant at, std::string_view time_zone, std::string_view language) {
    auto const zone = domain::Zone::find(time_zone);
    auto const local = zone ? zone->to_local(at) : domain::LocalTime{at.time_since_epoch()};
    auto const day = std::chrono::floor<std::chrono::days>(local);
    std::chrono::year_month_day const date{day};
    auto const minutes = std::chrono::duration_cast<std::chrono::minutes>(local - day).count();
    auto const& phrases = phrases_of(language);
    return fmt::format(fmt::runtime(phrases.date_time), phrases.weekdays[std::chrono::weekday{day}.iso_encoding() - 1],
                       static_cast<unsigned>(date.day()), phrases.months[static_cast<unsigned>(date.month()) - 1],
                       minutes / 60, minutes % 60);
}

NoticeText write_notice(NoticeKind kind, std::string_view language, NoticeWords const& words) {
    switch (kind) {
        case NoticeKind::confirmation:
        case NoticeKind::solved:
        case NoticeKind::delayed:
        case NoticeKind::reopened: return to_customer(kind, language, words);
        case NoticeKind::assigned:
        case NoticeKind::customer_replied:
        case NoticeKind::warning:
        case NoticeKind::breach:
        case NoticeKind::escalated:
        case NoticeKind::mentioned: return to_agent(kind, language, words);
        case NoticeKind::reply:
        case NoticeKind::forward: break;
    }
    must(false, "a reply is written by a person");
    return {};
}

std::string reply_page_line(std::string_view language, std::string_view url) {
    return fmt::format(fmt::runtime(phrases_of(language).reply_page), url);
}

std::string survey_lines(std::string_view language, std::string_view survey_url) {
    return fmt::format(fmt::runtime(phrases_of(language).how_was_it), fmt::format("{}?score=5", survey_url),
                       fmt::format("{}?score=1", survey_url));
}

std::string text_as_html(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto end = text.find("\n\n", at);
        if (end == std::string_view::npos) end = text.size();
        auto const paragraph = trim(text.substr(at, end - at));
        if (!paragraph.empty()) {
            out += "<p>";
            for (auto const line : split(paragraph, '\n'))
                out += (out.ends_with("<p>") ? "" : "<br>") + line_as_html(line);
            out += "</p>\n";
        }
        at = end + 2;
    }
    return out;
}

}  // namespace lotse::desk
