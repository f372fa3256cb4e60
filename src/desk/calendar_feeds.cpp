// SPDX-License-Identifier: Apache-2.0
#include "desk/calendar_feeds.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/crypto.h"
#include "base/log.h"
#include "base/text.h"
#include "desk/absence_times.h"
#include "desk/holiday_file.h"
#include "desk/made.h"
#include "desk/renew_deadlines.h"
#include "store/agents.h"
#include "store/roster.h"
#include "store/setup.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using store::CalendarFeed;
using store::FeedKind;

constexpr int kBatch = 5;
constexpr hours kPause{24};
constexpr minutes kFirstRetry{15};
constexpr hours kLongestRetry{6};
// Repetitions are worked out to an end, which moves on: so often a feed is read whole, changed or not.
constexpr hours kWhole{24 * 7};
constexpr std::size_t kMostUrl = 2000;

struct Reading {
    bool is_unchanged = false;
    std::string etag;
    std::string last_modified;
    std::string name;
    std::vector<domain::Holiday> holidays;
    std::vector<AbsenceTime> absences;
    std::size_t left_out = 0;
};

std::string seal_context(domain::TenantId tenant, FeedOwner owner) {
    return fmt::format("calendar_feed|{}|{}|{}", tenant.value, static_cast<int>(owner.kind), owner.id);
}

FeedOwner owner_of(CalendarFeed const& feed) { return {feed.kind, feed.owner}; }

Error of_feed(std::string code, std::string message) {
    return invalid(std::move(code), std::move(message), "/private_url");
}

// Whose it is, and the clock of times that name none.
Result<std::string> zone_of(Desk& desk, store::ReadTxn& txn, FeedOwner owner) {
    if (owner.kind == FeedKind::holidays) {
        TRY(auto const calendar, store::get_calendar(txn, domain::CalendarId{owner.id}));
        return calendar.time_zone;
    }
    domain::AgentId const agent{owner.id};
    TRY([[maybe_unused]] auto const known, store::get_agent(txn, agent));
    TRY(auto const pattern, store::find_pattern(txn, agent));
    if (pattern) return pattern->time_zone;
    TRY(auto const setup, desk.setups.get(txn));
    return setup->tenant.time_zone;
}

Result<std::string> zone_of(Desk& desk, domain::TenantScope const& scope, FeedOwner owner) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return zone_of(desk, txn, owner); });
}

std::string https_of(std::string_view url) {
    url = trim(url);
    for (std::string_view const scheme : {"webcal://", "webcals://"})
        if (starts_with_ignoring_case(url, scheme)) return "https://" + std::string(url.substr(scheme.size()));
    return std::string(url);
}

std::string host_of(std::string_view url) {
    auto const from = url.find("://");
    if (from == std::string_view::npos) return {};
    url.remove_prefix(from + 3);
    return to_lower_ascii(url.substr(0, url.find_first_of("/?#:")));
}

Error bad_status(int status) {
    if (status >= 300 && status < 400)
        return of_feed(
            "feed.moved",
            "The address leads on to another one. Open it in a browser and save the address that it leads to.");
    if (status == 401 || status == 403)
        return of_feed(
            "feed.refused",
            "The server does not let anybody read this calendar. Share it, and save the address that it then names.");
    if (status == 404 || status == 410)
        return of_feed("feed.gone", "There is no calendar at this address. Ask the calendar for its address again.");
    return of_feed("feed.status", fmt::format("The server answered with an error ({}). Try again later.", status));
}

Result<Reading> read(Desk& desk, std::string const& url, CalendarFeed const& known, std::string const& zone) {
    auto const now = desk.clock.now();
    WebRequest request;
    request.url = url;
    request.max_bytes = domain::kMostIcalBytes;
    request.headers.emplace_back("Accept", "text/calendar, text/plain;q=0.5, */*;q=0.1");
    bool const is_known = known.read_at > Instant{} && now - known.read_at < kWhole;
    if (is_known && !known.etag.empty()) request.headers.emplace_back("If-None-Match", known.etag);
    if (is_known && !known.last_modified.empty())
        request.headers.emplace_back("If-Modified-Since", known.last_modified);
    auto answer = desk.web.send(request);
    if (!answer) {
        auto error = std::move(answer).error();
        if (error.code == "http_out.too_large")
            return of_feed("ical.bytes", "A calendar may have at most 2 MiB. Share a shorter time of it.");
        return of_feed(error.code, error.message);
    }
    Reading out;
    out.is_unchanged = answer->status == 304 && is_known;
    if (out.is_unchanged) return out;
    if (answer->status != 200) return bad_status(answer->status);
    out.etag = cut_utf8(answer->etag, 500);
    out.last_modified = cut_utf8(answer->last_modified, 100);
    if (known.kind == FeedKind::holidays) {
        TRY(auto file, read_holiday_file(answer->body, zone, now));
        out.name = std::move(file.name);
        out.holidays = std::move(file.holidays);
        out.left_out = file.events_left_out;
    } else {
        TRY(auto file, read_absence_times(answer->body, zone, now));
        out.absences = std::move(file.times);
        out.left_out = file.events_left_out;
    }
    return out;
}

Result<Reading> read_for(Desk& desk, std::string const& url, CalendarFeed const& known, std::string const& zone) {
    auto read_now = read(desk, url, known, zone);
    if (read_now) return read_now;
    auto error = std::move(read_now).error();
    if (error.kind != Kind::bug && error.kind != Kind::corrupt) error = of_feed(error.code, error.message);
    return error;
}

// The absences of a source as they are now, for those that change nothing else.
Result<void> put_absences(Desk& desk, store::WriteTxn& txn, domain::AgentId agent, std::string_view source,
                          std::vector<AbsenceTime> const& wanted) {
    domain::LocalTime const after{
        (std::chrono::floor<std::chrono::days>(desk.clock.now()) - kPastAbsenceTimes).time_since_epoch()};
    TRY(auto const known, store::list_absences_from(txn, agent, source, after));
    auto const is_same = [](domain::Absence const& a, AbsenceTime const& b) {
        return a.from == b.from && a.until == b.until;
    };
    if (std::ranges::equal(known, wanted, is_same)) return {};
    announce_setup(desk, txn);
    for (auto const& one : known)
        if (std::ranges::none_of(wanted, [&](auto const& time) { return is_same(one, time); }))
            CHECK_OK(store::remove_absence(txn, one.id));
    for (auto const& time : wanted) {
        if (std::ranges::any_of(known, [&](auto const& one) { return is_same(one, time); })) continue;
        domain::Absence absence;
        absence.agent = agent;
        absence.kind = domain::AbsenceKind::other;
        absence.from = time.from;
        absence.until = time.until;
        absence.source = source;
        CHECK_OK(store::add_absence(txn, std::move(absence)));
    }
    return {};
}

// What a reading says of the feed and of what hangs on it.
Result<void> take(Desk& desk, store::WriteTxn& txn, CalendarFeed& feed, Reading reading) {
    auto const now = desk.clock.now();
    feed.checked_at = now;
    feed.next_at = now + kPause;
    feed.failures = 0;
    feed.failure.clear();
    if (reading.is_unchanged) return {};
    feed.read_at = now;
    feed.etag = std::move(reading.etag);
    feed.last_modified = std::move(reading.last_modified);
    feed.name = std::move(reading.name);
    feed.left_out = static_cast<std::int64_t>(reading.left_out);
    if (feed.kind == FeedKind::absences) {
        feed.found = static_cast<std::int64_t>(reading.absences.size());
        return put_absences(desk, txn, domain::AgentId{feed.owner}, kFeedSource, reading.absences);
    }
    feed.found = static_cast<std::int64_t>(reading.holidays.size());
    if (feed.holidays == reading.holidays) return {};
    feed.holidays = std::move(reading.holidays);
    announce_setup(desk, txn);
    return ask_renewal(desk, txn);
}

void note_failure(CalendarFeed& feed, Instant now, Error const& error) {
    feed.checked_at = now;
    feed.failure = cut_utf8(error.message, 400);
    feed.next_at =
        now + std::min<Duration>(kLongestRetry, kFirstRetry * (1 << std::min<std::int64_t>(feed.failures, 5)));
    ++feed.failures;
}

// Reads it and notes what came of it; another address in the meantime wins.
Result<CalendarFeed> renew(Desk& desk, domain::TenantScope const& scope, CalendarFeed feed) {
    TRY(auto const zone, zone_of(desk, scope, owner_of(feed)));
    TRY(auto const url,
        unseal(desk.master_key.reveal(), feed.url.reveal(), seal_context(scope.tenant(), owner_of(feed))));
    auto reading = read_for(desk, url, feed, zone);
    if (!reading && reading.error().kind != Kind::invalid) return std::move(reading).error();
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const stored, store::find_feed(txn, feed.kind, feed.owner));
        if (!stored || stored->version != feed.version) return {};
        auto next = *stored;
        if (reading) {
            CHECK_OK(take(desk, txn, next, *reading));
        } else {
            note_failure(next, desk.clock.now(), reading.error());
        }
        TRY([[maybe_unused]] auto const is_mine, store::note_feed(txn, next));
        feed = std::move(next);
        return {};
    }));
    return feed;
}

}  // namespace

Result<std::optional<CalendarFeed>> find_feed(Desk& desk, domain::TenantScope const& scope, FeedOwner owner) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::optional<CalendarFeed>> {
        TRY([[maybe_unused]] auto const zone, zone_of(desk, txn, owner));
        return store::find_feed(txn, owner.kind, owner.id);
    });
}

Result<CalendarFeed> put_feed(Desk& desk, access::Principal const& principal, FeedOwner owner, std::string url) {
    TRY(auto const zone, zone_of(desk, principal.scope, owner));
    url = https_of(url);
    if (url.size() > kMostUrl) return of_feed("feed.url", "An address may have at most 2000 characters.");
    if (auto const checked = desk.web.check(url); !checked)
        return of_feed(checked.error().code, checked.error().message);
    CalendarFeed feed;
    feed.kind = owner.kind;
    feed.owner = owner.id;
    feed.host = host_of(url);
    TRY(auto reading, read_for(desk, url, feed, zone));
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<CalendarFeed> {
        TRY(auto const known, store::find_feed(txn, owner.kind, owner.id));
        auto next = feed;
        // What hangs on the old address changes as far as the new one says otherwise.
        if (known) next.holidays = known->holidays;
        next.url = Secret<std::string>(seal(desk.master_key.reveal(), url, seal_context(txn.tenant(), owner)));
        CHECK_OK(take(desk, txn, next, reading));
        return store::put_feed(txn, std::move(next));
    });
}

Result<void> remove_feed(Desk& desk, access::Principal const& principal, FeedOwner owner) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto const zone, zone_of(desk, txn, owner));
        TRY(auto const was_there, store::remove_feed(txn, owner.kind, owner.id));
        if (!was_there) return {};
        announce_setup(desk, txn);
        if (owner.kind == FeedKind::absences)
            return store::remove_absences_from(txn, domain::AgentId{owner.id}, kFeedSource);
        return ask_renewal(desk, txn);
    });
}

Result<CalendarFeed> read_feed_now(Desk& desk, domain::TenantScope const& scope, FeedOwner owner) {
    TRY(auto const known, find_feed(desk, scope, owner));
    if (!known) return not_found("feed.missing", "No address is set here.");
    return renew(desk, scope, *known);
}

Result<AbsencesOfFile> put_absence_file(Desk& desk, access::Principal const& principal, domain::AgentId agent,
                                        std::string_view bytes) {
    TRY(auto const zone, zone_of(desk, principal.scope, {FeedKind::absences, agent.value}));
    TRY(auto file, read_absence_times(bytes, zone, desk.clock.now()));
    CHECK_OK(desk.store.write(principal.scope, [&](store::WriteTxn& txn) {
        return put_absences(desk, txn, agent, kFileSource, file.times);
    }));
    return AbsencesOfFile{file.times.size(), file.free_events, std::move(file.left_out), file.events_left_out};
}

Result<bool> read_due_feeds(Desk& desk) {
    bool has_more = false;
    TRY(auto const tenants, store::list_tenants(desk.store));
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        TRY(auto const due, desk.store.read(scope, [&](store::ReadTxn& txn) {
            return store::list_due_feeds(txn, desk.clock.now(), kBatch);
        }));
        has_more = has_more || due.size() == kBatch;
        for (auto const& feed : due) {
            if (desk.stopping.stop_requested()) return false;
            auto const read = renew(desk, scope, feed);
            if (!read) return read.error();
            if (read->failures > 0)
                log(Level::warn, "a calendar's address could not be read",
                    {{"tenant", tenant.id.value}, {"host", read->host}, {"failures", read->failures}});
        }
    }
    return has_more;
}

}  // namespace lotse::desk
