// SPDX-License-Identifier: Apache-2.0
#include "domain/icalendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "domain/ical_lines.h"
#include "domain/ical_rule.h"
#include "domain/ical_zones.h"

namespace lotse::domain {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::local_days;

constexpr std::int64_t kMostSteps = 2'000'000;
constexpr std::size_t kMostNotes = 20;
constexpr std::size_t kMostTitle = 200;
constexpr std::size_t kMostDepth = 8;
constexpr std::size_t kMostDates = 20'000;  // named in one file, as added or taken out
constexpr days kLongest{3660};

// A length of time: days are of the clock on the wall, the rest is of time itself.
struct Length {
    days whole{};
    std::chrono::seconds rest{};
};

// A time of a line with the zone that it was written in.
struct Stamp {
    IcalTime time;
    IcalZone zone;
    Instant instant() const { return time.is_utc ? Instant{time.at.time_since_epoch()} : zone.to_utc(time.at); }
};

struct Added {
    Stamp begin;
    std::optional<Stamp> end;
    std::optional<Length> length;
};

// Occurrences by when they begin: a date stands for whatever begins on it.
class Dates {
  public:
    void add(Stamp const& one) {
        auto const day = floor<days>(one.time.at);
        days_.insert(day);
        if (one.time.is_date) whole_.insert(day);
        else instants_.insert(one.instant());
    }
    bool contains(Stamp const& one) const {
        auto const day = floor<days>(one.time.at);
        return one.time.is_date ? days_.contains(day) : whole_.contains(day) || instants_.contains(one.instant());
    }

  private:
    std::set<local_days> days_, whole_;
    std::set<Instant> instants_;
};

struct Component {
    std::string kind;
    int line = 0;
    std::vector<IcalLine> lines;
};

struct Event {
    int line = 0;
    std::string uid;
    std::string title;
    bool is_cancelled = false;
    bool is_busy = true;
    std::optional<Stamp> begin;
    std::optional<Stamp> end;
    std::optional<Length> length;
    std::vector<IcalRule> rules;
    std::vector<Added> added;
    Dates removed;
    std::optional<Stamp> replaces;  // RECURRENCE-ID
};

std::optional<Length> length_from(std::string_view text);

class Reading {
  public:
    Reading(IcalWindow const& window, IcalZone floating)
        : window_(window), floating_(floating), until_(window.until + days{2}), steps_{kMostSteps} {}

    Result<IcalContent> run(std::string_view bytes) {
        CHECK_OK(read_components(bytes));
        read_calendar();
        for (auto const& one : zones_) define_zone(one);
        for (auto const& one : events_) read_event(one);
        for (auto const& one : busy_) read_busy(one);
        for (auto const& event : read_)
            if (event.replaces) replaced_[event.uid].add(*event.replaces);
        for (auto const& event : read_) CHECK_OK(emit(event));
        std::ranges::sort(out_.periods, {}, [&](IcalPeriod const& one) {
            return std::tuple(begin_of(one), one.line, std::string_view(one.title));
        });
        return std::move(out_);
    }

  private:
    Result<void> read_components(std::string_view bytes);
    void read_calendar();
    void define_zone(Component const& zone);
    void read_event(Component const& component);
    void read_busy(Component const& component);
    Result<void> read_line(Event& event, IcalLine const& line);
    Result<void> read_dates(Event& event, IcalLine const& line);
    Result<Stamp> stamp_of(IcalLine const& line, std::string_view value);
    Result<Added> added_of(IcalLine const& line, std::string_view value);
    Result<void> emit(Event const& event);
    Result<void> emit_series(Event const& event);
    Result<void> emit_one(Event const& event, Stamp const& begin, std::optional<Stamp> const& end,
                          std::optional<Length> const& length);
    bool is_removed(Event const& event, Stamp const& begin) const;

    void leave_out(int line, std::string sentence) {
        ++out_.events_left_out;
        if (out_.left_out.size() < kMostNotes) out_.left_out.push_back({line, std::move(sentence)});
    }
    Instant begin_of(IcalPeriod const& one) const {
        return one.is_whole_days ? floating_.to_utc(one.first) : one.begin;
    }

    IcalWindow window_;
    IcalZone floating_;
    LocalTime until_;
    IcalSteps steps_;
    Component calendar_;
    std::vector<Component> zones_, events_, busy_;
    std::map<std::string, IcalZone, std::less<>> defined_;
    std::vector<Event> read_;
    std::map<std::string, Dates> replaced_;
    std::size_t dates_ = 0;
    IcalContent out_;
};

Error no_calendar(int line) {
    return ical_error(
        line, "A calendar file begins with BEGIN:VCALENDAR. Give what a calendar has exported as iCalendar (.ics).");
}

Error unreadable(std::string_view what) { return invalid("ical.event", std::string(what)); }

// Its own lines and, for a zone, those of STANDARD and DAYLIGHT; what lies within an event (alarms) is none of ours.
Result<void> Reading::read_components(std::string_view bytes) {
    auto const begin = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    if (begin == std::string_view::npos || !starts_with_ignoring_case(bytes.substr(begin), "BEGIN:VCALENDAR"))
        return no_calendar(1);
    IcalLines lines(bytes);
    std::vector<std::string> open;
    Component now;
    for (;;) {
        auto read = lines.next();
        // Some programs break long texts without saying so; what is lost of an event that matters is told when it is read.
        if (!read && open.size() > 1) continue;
        TRY(auto line, std::move(read));
        if (!line) break;
        if (open.empty() && (line->name != "BEGIN" || !equals_ignoring_case(trim(line->value), "VCALENDAR")))
            return no_calendar(line->number);
        if (line->name == "BEGIN") {
            auto const kind = to_upper_ascii(trim(line->value));
            if (open.size() == kMostDepth)
                return ical_error(line->number, "Too many parts lie within one another. Export the calendar again.");
            open.push_back(kind);
            if (open.size() == 2) now = {kind, line->number, {}};
            if (open.size() == 3 && now.kind == "VTIMEZONE") now.lines.push_back(*std::move(line));
            continue;
        }
        if (line->name == "END") {
            auto const kind = to_upper_ascii(trim(line->value));
            if (kind != open.back())
                return ical_error(
                    line->number,
                    fmt::format("END:{} is expected here. The file is damaged; export it again.", open.back()));
            open.pop_back();
            if (open.size() == 2 && now.kind == "VTIMEZONE") now.lines.push_back(*std::move(line));
            if (open.size() != 1) continue;
            if (now.kind == "VTIMEZONE") zones_.push_back(std::move(now));
            else if (now.kind == "VEVENT") events_.push_back(std::move(now));
            else if (now.kind == "VFREEBUSY") busy_.push_back(std::move(now));
            now = {};
            if (events_.size() + zones_.size() + busy_.size() > kMostIcalEvents)
                return too_large("ical.events",
                                 fmt::format("Line {}: At most {} events are read from a file. Export a shorter time.",
                                             lines.last_number(), kMostIcalEvents));
            continue;
        }
        if (open.size() == 1) calendar_.lines.push_back(*std::move(line));
        else if (open.size() == 2 || now.kind == "VTIMEZONE") now.lines.push_back(*std::move(line));
    }
    if (!open.empty())
        return ical_error(
            lines.last_number(),
            fmt::format("The file ends before END:{}. It was cut short; fetch or export it again.", open.back()));
    out_.events = events_.size() + busy_.size();
    return {};
}

void Reading::read_calendar() {
    for (auto const& line : calendar_.lines) {
        if (line.name == "X-WR-CALNAME" || (line.name == "NAME" && out_.name.empty()))
            out_.name = cut_utf8(replace_all(ical_text(line.value), "\n", " "), kMostTitle);
        if (line.name == "X-WR-TIMEZONE")
            if (auto const zone = known_ical_zone(line.value)) floating_ = IcalZone(*zone);
    }
}

void Reading::define_zone(Component const& zone) {
    std::string name;
    std::vector<IcalObservance> observances;
    std::optional<IcalObservance> now;
    bool is_whole = true;
    for (auto const& line : zone.lines) {
        if (line.name == "BEGIN") now.emplace();
        if (line.name == "TZID" && !now) name = trim(line.value);
        if (!now) continue;
        if (line.name == "END") {
            observances.push_back(*std::exchange(now, std::nullopt));
        } else if (line.name == "DTSTART" || line.name == "RDATE") {
            for (auto const value : split(line.value, ',')) {
                auto const time = ical_time_from(value);
                if (!time || ++dates_ > kMostDates) is_whole = false;
                else if (line.name == "DTSTART") now->begin = time->at;
                else now->dates.push_back(time->at);
            }
        } else if (line.name == "TZOFFSETFROM" || line.name == "TZOFFSETTO") {
            auto const offset = ical_offset_from(line.value);
            if (!offset) is_whole = false;
            else (line.name == "TZOFFSETTO" ? now->offset : now->offset_before) = *offset;
        } else if (line.name == "RRULE") {
            auto const rule = ical_rule_from(line.value);
            if (!rule) is_whole = false;
            else now->rule = *rule;
        }
    }
    if (name.empty() || observances.empty() || !is_whole || known_ical_zone(name)) return;
    defined_.insert_or_assign(name, IcalZone(observances, until_, steps_));
}

Result<Stamp> Reading::stamp_of(IcalLine const& line, std::string_view value) {
    auto const time = ical_time_from(value);
    if (!time) return unreadable(fmt::format("{} is no date or time that exists", line.name));
    Stamp out{*time, floating_};
    auto const zone = line.parameter("TZID");
    if (zone.empty() || time->is_date || time->is_utc) return out;
    if (auto const known = known_ical_zone(zone)) {
        out.zone = IcalZone(*known);
    } else if (auto const at = defined_.find(trim(zone)); at != defined_.end()) {
        out.zone = at->second;
    } else {
        return unreadable(
            fmt::format("the time zone \"{}\" is neither known nor described in the file", cut_utf8(zone, 60)));
    }
    return out;
}

// "begin/end" or "begin/length", or a mere time.
Result<Added> Reading::added_of(IcalLine const& line, std::string_view value) {
    if (++dates_ > kMostDates) return unreadable("the file names too many dates");
    auto const slash = value.find('/');
    Added out;
    TRY(out.begin, stamp_of(line, value.substr(0, slash)));
    if (slash == std::string_view::npos) return out;
    auto const past = trim(value.substr(slash + 1));
    if (past.contains('P')) {
        out.length = length_from(past);
        if (!out.length) return unreadable(fmt::format("{} has a length that cannot be read", line.name));
        return out;
    }
    TRY(out.end, stamp_of(line, past));
    return out;
}

Result<void> Reading::read_dates(Event& event, IcalLine const& line) {
    for (auto const value : split(line.value, ',')) {
        if (trim(value).empty()) continue;
        TRY(auto added, added_of(line, value));
        if (line.name == "EXDATE") event.removed.add(added.begin);
        else event.added.push_back(std::move(added));
    }
    return {};
}

Result<void> Reading::read_line(Event& event, IcalLine const& line) {
    auto const value = trim(line.value);
    if (line.name == "UID") {
        event.uid = value;
    } else if (line.name == "SUMMARY") {
        event.title = cut_utf8(trim(replace_all(ical_text(line.value), "\n", " ")), kMostTitle);
    } else if (line.name == "STATUS") {
        event.is_cancelled = equals_ignoring_case(value, "CANCELLED");
    } else if (line.name == "TRANSP") {
        event.is_busy = event.is_busy && !equals_ignoring_case(value, "TRANSPARENT");
    } else if (line.name == "X-MICROSOFT-CDO-BUSYSTATUS") {
        event.is_busy =
            event.is_busy && !equals_ignoring_case(value, "FREE") && !equals_ignoring_case(value, "WORKINGELSEWHERE");
    } else if (line.name == "DTSTART") {
        TRY(event.begin, stamp_of(line, value));
    } else if (line.name == "DTEND") {
        TRY(event.end, stamp_of(line, value));
    } else if (line.name == "DURATION") {
        event.length = length_from(value);
        if (!event.length) return unreadable("DURATION cannot be read");
    } else if (line.name == "RECURRENCE-ID") {
        TRY(event.replaces, stamp_of(line, value));
        if (equals_ignoring_case(line.parameter("RANGE"), "THISANDFUTURE"))
            return unreadable("it changes all later dates of a series at once, which is not read here");
    } else if (line.name == "RRULE") {
        auto rule = ical_rule_from(value);
        if (!rule) return std::move(rule).error();
        if (event.rules.size() == 10) return unreadable("it has too many rules of repetition");
        event.rules.push_back(*std::move(rule));
    } else if (line.name == "RDATE" || line.name == "EXDATE") {
        return read_dates(event, line);
    }
    return {};
}

void Reading::read_event(Component const& component) {
    Event event;
    event.line = component.line;
    for (auto const& line : component.lines)
        if (auto const read = read_line(event, line); !read)
            return leave_out(line.number, fmt::format("An event is left out: {}.", read.error().message));
    if (!event.begin) return leave_out(component.line, "An event is left out: it has no beginning (DTSTART).");
    if (event.end && event.end->time.is_date != event.begin->time.is_date)
        return leave_out(component.line, "An event is left out: one end is a date and the other a time.");
    if (event.end && event.end->instant() < event.begin->instant())
        return leave_out(component.line, "An event is left out: it ends before it begins.");
    read_.push_back(std::move(event));
}

// What is published without events: busy times alone.
void Reading::read_busy(Component const& component) {
    for (auto const& line : component.lines) {
        if (line.name != "FREEBUSY") continue;
        auto const kind = to_lower_ascii(line.parameter("FBTYPE"));
        if (kind == "free") continue;
        for (auto const value : split(line.value, ',')) {
            auto added = added_of(line, trim(value));
            if (!added) {
                leave_out(line.number, fmt::format("A busy time is left out: {}.", added.error().message));
                continue;
            }
            Event event;
            event.line = line.number;
            event.begin = added->begin;
            event.end = added->end;
            event.length = added->length;
            read_.push_back(std::move(event));
        }
    }
}

Result<void> Reading::emit(Event const& event) {
    if (event.is_cancelled) return {};
    if (event.replaces || (event.rules.empty() && event.added.empty()))
        return event.replaces || !is_removed(event, *event.begin)
                   ? emit_one(event, *event.begin, event.end, event.length)
                   : Result<void>{};
    return emit_series(event);
}

Result<void> Reading::emit_series(Event const& event) {
    std::set<LocalTime> seen;
    auto const& begin = *event.begin;
    Error failed;
    // How far back an occurrence may begin that still runs into the window.
    auto const longest = event.end      ? event.end->instant() - begin.instant()
                         : event.length ? Duration{event.length->whole} + event.length->rest
                                        : Duration{days{1}};
    auto const from = window_.from - days{2} - floor<days>(std::min(longest, Duration{kLongest})) - days{1};
    auto const visit = [&](LocalTime at) -> Result<void> {
        if (at < from) return {};
        Stamp one = begin;
        one.time.at = at;
        if (!seen.insert(at).second || is_removed(event, one)) return {};
        return emit_one(event, one, std::nullopt, std::nullopt);
    };
    if (event.rules.empty()) CHECK_OK(visit(begin.time.at));
    for (auto const& rule : event.rules) {
        auto const fits = [&](LocalTime at) {
            if (!rule.until) return true;
            auto const& until = *rule.until;
            if (until.is_date || begin.time.is_date) return floor<days>(at) <= floor<days>(until.at);
            if (!until.is_utc) return at <= until.at;
            Stamp one = begin;
            one.time.at = at;
            return one.instant() <= Instant{until.at.time_since_epoch()};
        };
        bool const is_done = walk_ical_rule(rule, begin.time.at, from, until_, steps_, [&](LocalTime at) {
            if (!fits(at)) return false;
            if (auto const done = visit(at); !done) failed = done.error();
            return failed.code.empty();
        });
        if (!failed.code.empty()) return failed;
        if (!is_done)
            return too_large(
                "ical.steps",
                fmt::format("Line {}: The repetitions of this file take too long to work out. Give its rules an "
                            "end, or export a shorter time.",
                            event.line));
    }
    for (auto const& added : event.added)
        if (seen.insert(added.begin.time.at).second && !is_removed(event, added.begin))
            CHECK_OK(emit_one(event, added.begin, added.end, added.length));
    return {};
}

// By a date that is taken out, or one that another event of the file replaces.
bool Reading::is_removed(Event const& event, Stamp const& begin) const {
    if (event.removed.contains(begin)) return true;
    auto const at = replaced_.find(event.uid);
    return at != replaced_.end() && !event.uid.empty() && at->second.contains(begin);
}

Result<void> Reading::emit_one(Event const& event, Stamp const& begin, std::optional<Stamp> const& end,
                               std::optional<Length> const& length) {
    IcalPeriod out;
    out.title = event.title;
    out.is_busy = event.is_busy;
    out.line = event.line;
    out.is_whole_days = begin.time.is_date;
    auto const& own_length = length ? length : event.length;
    if (out.is_whole_days) {
        out.first = floor<days>(begin.time.at);
        auto many = days{1};
        if (end) many = floor<days>(end->time.at) - out.first;
        else if (own_length) many = own_length->whole;
        else if (event.end) many = floor<days>(event.end->time.at) - floor<days>(event.begin->time.at);
        out.past = out.first + std::clamp(many, days{1}, kLongest);
        if (out.past <= window_.from || out.first >= window_.until) return {};
    } else {
        out.begin = begin.instant();
        Instant const most = out.begin + kLongest;
        auto const zone = begin.time.is_utc ? IcalZone() : begin.zone;
        if (end) {
            out.end = end->instant();
        } else if (own_length) {
            auto const local = begin.time.at + own_length->whole;
            out.end =
                (begin.time.is_utc ? Instant{local.time_since_epoch()} : begin.zone.to_utc(local)) + own_length->rest;
        } else if (event.end) {
            out.end = out.begin + (event.end->instant() - event.begin->instant());
        } else {
            out.end = out.begin;
        }
        out.end = std::min(out.end, most);
        if (out.end <= floating_.to_utc(window_.from) || out.begin >= floating_.to_utc(window_.until) ||
            out.end <= out.begin)
            return {};
        auto const first = zone.to_local(out.begin);
        auto const past = zone.to_local(out.end);
        bool const is_filled = first == floor<days>(first) && past == floor<days>(past);
        out.first = floor<days>(first);
        out.past = is_filled ? floor<days>(past) : out.first;
    }
    if (out_.periods.size() == kMostIcalPeriods)
        return too_large(
            "ical.periods",
            fmt::format("Line {}: The file has more than {} dates within the time that is read. Export a shorter "
                        "time, or end what repeats.",
                        event.line, kMostIcalPeriods));
    out_.periods.push_back(std::move(out));
    return {};
}

// "P1W", "P2DT3H", "PT90M".
std::optional<Length> length_from(std::string_view text) {
    text = trim(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    if (text.size() < 3 || text[0] != 'P') return std::nullopt;
    text.remove_prefix(1);
    Length out;
    bool is_time = false;
    while (!text.empty()) {
        if (text[0] == 'T') {
            is_time = true;
            text.remove_prefix(1);
            continue;
        }
        auto const past = text.find_first_not_of("0123456789");
        if (past == 0 || past == std::string_view::npos || past > 7) return std::nullopt;
        auto const number = to_int(text.substr(0, past)).value_or(0);
        switch (text[past]) {
            case 'W': out.whole += days{7 * std::min<std::int64_t>(number, 1000)}; break;
            case 'D': out.whole += days{std::min<std::int64_t>(number, 10'000)}; break;
            case 'H': out.rest += std::chrono::hours{std::min<std::int64_t>(number, 100'000)}; break;
            case 'M': out.rest += std::chrono::minutes{number}; break;
            case 'S': out.rest += std::chrono::seconds{number}; break;
            default: return std::nullopt;
        }
        if (is_time == (text[past] == 'W' || text[past] == 'D')) return std::nullopt;
        text.remove_prefix(past + 1);
        if (out.whole > days{100'000} || out.rest > std::chrono::hours{1'000'000}) return std::nullopt;
    }
    return out;
}

}  // namespace

Result<IcalContent> read_icalendar(std::string_view bytes, IcalWindow const& window, std::string_view time_zone) {
    if (bytes.size() > kMostIcalBytes)
        return too_large("ical.bytes", "A calendar file may have at most 2 MiB. Export a shorter time.");
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.contains('\0'))
        return ical_error(1, "The file is not UTF-8. Save or export it as UTF-8.", "ical.encoding");
    TRY(auto const zone, Zone::find(time_zone));
    auto const text = is_utf8(bytes) ? std::string(bytes) : to_valid_utf8(bytes);
    return Reading(window, IcalZone(zone)).run(text);
}

}  // namespace lotse::domain
