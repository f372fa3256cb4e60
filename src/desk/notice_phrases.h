// SPDX-License-Identifier: Apache-2.0
// The sentences of notices by language. A language is complete or it does not compile: every member must be given.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace lotse::desk {

// For one and for more, in the case that the sentence around it wants: "within 1 hour", "within 3 hours". The Polish
// genitive after "w ciągu" has one form for all numbers above one.
using Plural = std::array<std::string_view, 2>;

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
    std::string_view we_have_it;      // {number}
    std::string_view person_handles;  // {person} {team}
    std::string_view team_handles;    // {team}
    std::string_view usual_wait;      // {span}
    std::string_view target;          // {time}
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
    Plural minute;
    Plural hour;
    Plural day;
};

// English for a language that we do not write.
Phrases const& phrases_of(std::string_view language);
std::string count_text(Plural const& unit, std::int64_t n);

}  // namespace lotse::desk
