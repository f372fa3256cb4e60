// SPDX-License-Identifier: Apache-2.0
// The words of our notices in English, German and Polish. Pure. Placeholders are arguments, never expressions (H-06);
// everything that came from outside is escaped for HTML here and nowhere else.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "domain/notice.h"

namespace lotse::desk {

// "en", "de" or "pl": the language itself if we write it, else `otherwise`.
std::string notice_language(std::string_view language, std::string_view otherwise);

// "Thursday, 26 November, 11:00" in the given language and IANA zone.
std::string local_time_text(Instant at, std::string_view time_zone, std::string_view language);

struct NoticeWords {
    std::string desk_name;
    std::int64_t ticket = 0;
    std::string customer_name;    // "" = no name in the greeting
    std::string subject;          // of the ticket; "" where it may not be shown (H-13)
    std::string team;             // queue
    std::string person;           // agent; "" = the team handles it
    std::string reply_by;  // local_time_text: 9 of 10 such tickets are answered by then; "" = nothing is promised
    std::string solved_by;  // the same of a solution
    std::string told_by;          // of a delay: the time that the customer was told
    bool awaits_solution = false;  // of a delay: of which thing; else the first reply
    std::string due;  // local_time_text of the target; "" = none
    std::string priority;  // for agents
    std::string reason;  // for agents: why you, why escalated
    std::string excerpt;  // for agents: the customer's new words
    std::string page_url;  // of the ticket, for its customer; "" = there is none
    std::string survey_url;  // "" = nobody asks how it was
};

struct NoticeText {
    std::string subject;
    std::string text;
    std::string html;
};

NoticeText write_notice(domain::NoticeKind kind, std::string_view language, NoticeWords const& words);

// The line below an agent's answer that says where it stands on the web.
std::string reply_page_line(std::string_view language, std::string_view url);
// The question how it was, with a link for each answer. `survey_url` as in NoticeWords, not empty.
std::string survey_lines(std::string_view language, std::string_view survey_url);

// Plain text as simple HTML paragraphs, escaped; addresses become links. For replies.
std::string text_as_html(std::string_view text);

}  // namespace lotse::desk
