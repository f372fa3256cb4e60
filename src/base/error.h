// SPDX-License-Identifier: Apache-2.0
// What went wrong, in a form that becomes an HTTP problem, an SMTP reply or a retry without guessing.
#pragma once

#include <string>
#include <string_view>

namespace lotse {

// The kind decides how a failure is answered and whether it is tried again (see answer_for).
enum class Kind {
    invalid,          // the sender must change the input
    unauthenticated,  // no or wrong credentials
    forbidden,        // known, but not allowed
    not_found,        // absent, or foreign: the two look alike on purpose
    conflict,         // stale version, duplicate key
    too_large,        // above a stated limit
    rate_limited,     // try again later
    unavailable,      // we cannot now; the sender keeps the message and tries again
    corrupt,          // stored data does not read back
    bug,              // a broken invariant of ours
};

struct Error {
    Kind kind = Kind::bug;
    std::string code;     // stable literal, "ticket.stale_version"
    std::string message;  // one sentence, safe to show to the sender
    std::string detail;   // for the log only: may name files, SQL, peers
    std::string field;    // JSON pointer of the input at fault, "/subject"; empty if none
    bool operator==(Error const&) const = default;
};

Error invalid(std::string code, std::string message, std::string field = {});
Error not_found(std::string code, std::string message);
Error conflict(std::string code, std::string message);
Error forbidden(std::string code, std::string message);
Error unavailable(std::string code, std::string message, std::string detail = {});
Error too_large(std::string code, std::string message, std::string field = {});
Error bug(std::string code, std::string detail);

// How each kind leaves the house. One table for all doors.
struct Answer {
    int http;         // status code
    int smtp;         // reply code
    char const* enhanced;  // RFC 3463 status, "4.3.0"
    bool retry;       // worth trying again unchanged
};
Answer answer_for(Kind kind);
std::string_view name_of(Kind kind);

}  // namespace lotse
