// SPDX-License-Identifier: Apache-2.0
// Calendars of others that are read by themselves, once a day: the holidays of a calendar, and the absences of a person. The last
// good reading stays while a later one fails. Of absences the times are kept and never the titles; addresses are sealed.
#pragma once

#include <string>
#include <string_view>

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/icalendar.h"
#include "store/calendar_feeds.h"

namespace lotse::desk {

inline constexpr int kTroublingFailures = 3;  // from then on the health of the desk tells of it
inline constexpr std::string_view kFeedSource = "feed";  // of absences
inline constexpr std::string_view kFileSource = "file";

// Whose feed it is. Error of the functions below: not_found where there is no such calendar or agent.
struct FeedOwner {
    store::FeedKind kind = store::FeedKind::holidays;
    std::int64_t id = 0;
};

Result<std::optional<store::CalendarFeed>> find_feed(Desk& desk, domain::TenantScope const& scope, FeedOwner owner);
// Reads it at once, and keeps the address only if that works. "webcal:" is read by https. Blocks up to ten seconds.
// Errors: invalid at "/private_url", with what is wrong with the address, the answer or the file.
Result<store::CalendarFeed> put_feed(Desk& desk, access::Principal const& principal, FeedOwner owner, std::string url);
// With what it has brought. Nothing where there is none.
Result<void> remove_feed(Desk& desk, access::Principal const& principal, FeedOwner owner);
// Now and not at its time; a failure is noted in what comes back. Error: not_found "feed.missing". Blocks up to ten seconds.
Result<store::CalendarFeed> read_feed_now(Desk& desk, domain::TenantScope const& scope, FeedOwner owner);

struct AbsencesOfFile {
    std::size_t absences = 0;
    std::size_t free_events = 0;  // that say that their time is free
    std::vector<domain::IcalNote> left_out;
    std::size_t events_left_out = 0;
};
// Puts the busy times of a file in the place of those of the last file; an empty calendar takes them away.
Result<AbsencesOfFile> put_absence_file(Desk& desk, access::Principal const& principal, domain::AgentId agent,
                                        std::string_view bytes);

// Those of all desks that are due, some of each; true while there may be more. For the job.
Result<bool> read_due_feeds(Desk& desk);

}  // namespace lotse::desk
