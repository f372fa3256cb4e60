// SPDX-License-Identifier: Apache-2.0
// The sentences of notices by language. A language is complete or it does not compile: every member must be given.
#pragma once

#include <array>
#include <string_view>

namespace lotse::desk {

struct Phrases {
    std::string_view code;
    std::string_view ticket;
    std::string_view hello;
    std::string_view hello_name;      // {name}
    std::string_view received;        // headlines
    std::string_view solved;
    std::string_view reopened;
    std::string_view assigned;
    std::string_view customer_replied;
    std::string_view warning;
    std::string_view breach;
    std::string_view mentioned;
    std::string_view escalated;
    std::string_view we_have_it;      // {number}
    std::string_view person_handles;  // {person} {team}
    std::string_view team_handles;    // {team}
    std::string_view usual_reply;     // {time}
    std::string_view usual_solution;  // {time}
    std::string_view target;          // {time}
    std::string_view delayed;         // headline
    std::string_view delayed_reply;   // {time that was told}
    std::string_view delayed_solution;  // {time that was told}
    std::string_view now_answered;    // {time}
    std::string_view now_solved;      // {time}
    std::string_view no_promise;
    std::string_view how_to_add;
    std::string_view is_solved;       // {number}
    std::string_view is_reopened;     // {number}
    std::string_view page;            // {address}
    std::string_view reply_page;      // {address}
    std::string_view how_was_it;      // {address for good} {address for not good}
    std::string_view regards;
    std::string_view queue;
    std::string_view priority;
    std::string_view owner;
    std::string_view due;
    std::string_view date_time;       // {weekday} {day} {month} {hour} {minute}
    std::array<std::string_view, 7> weekdays;
    std::array<std::string_view, 12> months;
    std::array<std::string_view, 4> priorities;
};

// English for a language that we do not write.
Phrases const& phrases_of(std::string_view language);

}  // namespace lotse::desk
