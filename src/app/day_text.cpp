// SPDX-License-Identifier: Apache-2.0
#include "app/day_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/terminal.h"
#include "base/text.h"
#include "domain/roster_json.h"
#include "domain/zone.h"

namespace lotse::app {
namespace {

using desk::DayNoteKind;

constexpr int kWidestBar = 24;
// So many are named, the others are counted.
constexpr std::size_t kNamed = 6;
constexpr std::size_t kMissed = 12;
constexpr std::size_t kCalled = 8;

// A ticket in trouble for two reasons is one to look after.
void add_once(std::vector<std::string>& all, std::string one) {
    if (std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
}

// The first `most` of them, and how many more there are.
std::string listed(std::vector<std::string> const& all, std::size_t most, std::string_view separator) {
    if (all.size() <= most) return join(all, separator);
    return fmt::format("{} and {} more", join({all.begin(), all.begin() + static_cast<long>(most)}, separator),
                       all.size() - most);
}

class Teller {
  public:
    Teller(desk::Day const& day, domain::Zone zone, int examples)
        : day_(day), zone_(std::move(zone)), examples_(examples) {
        for (auto const& hour : day.hours) most_ = std::max(most_, hour.opened);
    }

    std::string hour(desk::DayHour const& hour) const {
        if (is_empty(hour)) return {};
        std::string out = fmt::format("{}  {}", paint(Colour::bold, clock(hour.begin)), figures(hour));
        for (auto const kind : {DayNoteKind::begins, DayNoteKind::leaves, DayNoteKind::absent})
            out += people(hour, kind);
        out += missed(hour) + calls(hour) + reasons(hour);
        return out;
    }

  private:
    static bool is_empty(desk::DayHour const& hour) {
        return hour.notes.empty() && hour.opened + hour.customers_wrote + hour.replied + hour.solved == 0;
    }
    std::string clock(Instant at) const {
        auto const local = zone_.to_local(at);
        auto const minutes =
            std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local));
        return fmt::format("{:02}:{:02}", minutes.count() / 60, minutes.count() % 60);
    }
    std::string name(domain::AgentId id) const {
        auto const* agent = day_.setup->find_agent(id);
        return agent != nullptr ? agent->name : id ? fmt::format("agent {}", id.value) : std::string("nobody");
    }

    std::string figures(desk::DayHour const& hour) const {
        std::string bar;
        int const length = most_ == 0 ? 0 : (kWidestBar * hour.opened + most_ - 1) / most_;
        for (int i = 0; i < length; ++i) bar += "▄";
        std::string out = fmt::format("{} {} new", paint(Colour::blue, bar), hour.opened);
        auto const add = [&](int count, char const* words) {
            if (count > 0) out += fmt::format(" · {} {}", count, words);
        };
        add(hour.customers_wrote, "customers wrote again");
        add(hour.given, "given to somebody");
        add(hour.replied, "answered");
        add(hour.solved, "solved");
        add(hour.given_back, "given back");
        if (hour.missed > 0) out += " · " + paint(Colour::red, fmt::format("{} missed", hour.missed));
        add(hour.told, "calls for help");
        return out + "\n";
    }

    // Those of one kind at one minute stand in one line: a shift begins for many.
    std::string people(desk::DayHour const& hour, DayNoteKind kind) const {
        std::map<std::pair<Instant, std::string>, std::vector<std::string>> groups;
        for (auto const& note : hour.notes)
            if (note.kind == kind) groups[{note.at, note.what}].push_back(name(note.agent));
        std::string out;
        for (auto const& [when, names] : groups) {
            char const* words = kind == DayNoteKind::begins   ? "begins"
                                : kind == DayNoteKind::leaves ? "leaves"
                                                              : "is absent";
            auto const why = when.second.empty() ? std::string() : fmt::format(" ({})", when.second);
            out += fmt::format("       {} {}: {}{}\n", clock(when.first), words, listed(names, kNamed, ", "), why);
        }
        return out;
    }

    std::string missed(desk::DayHour const& hour) const {
        std::map<std::string, std::vector<std::string>> groups;
        for (auto const& note : hour.notes)
            if (note.kind == DayNoteKind::missed) groups[note.what].push_back(fmt::format("#{}", note.ticket.value));
        std::string out;
        for (auto const& [clock_name, tickets] : groups) {
            out += fmt::format("       {} {}: {}\n", paint(Colour::red, "missed"), replace_all(clock_name, "_", " "),
                               listed(tickets, kMissed, " "));
        }
        return out;
    }

    std::string calls(desk::DayHour const& hour) const {
        std::map<std::pair<DayNoteKind, domain::AgentId>, std::vector<std::string>> groups;
        for (auto const& note : hour.notes)
            if (note.kind == DayNoteKind::told || note.kind == DayNoteKind::passed_over ||
                note.kind == DayNoteKind::acknowledged)
                add_once(groups[{note.kind, note.agent}], fmt::format("#{}", note.ticket.value));
        std::string out;
        for (auto const& [who, tickets] : groups) {
            char const* words = who.first == DayNoteKind::told          ? "is told of"
                                : who.first == DayNoteKind::passed_over ? "is passed over for"
                                                                        : "looks after";
            out += fmt::format("       {} {} {} {}\n", paint(Colour::yellow, "!"), name(who.second), words,
                               listed(tickets, kCalled, " "));
        }
        return out;
    }

    std::string reasons(desk::DayHour const& hour) const {
        std::string out;
        int left = examples_;
        for (auto const kind : {DayNoteKind::given_back, DayNoteKind::given}) {
            for (auto const& note : hour.notes) {
                if (note.kind != kind || left <= 0) continue;
                --left;
                char const* words = kind == DayNoteKind::given ? "→" : "↩ from";
                out += fmt::format("       #{} {} {}: {}\n", note.ticket.value, words, name(note.agent),
                                   paint(Colour::dim, note.because));
            }
        }
        return out;
    }

    desk::Day const& day_;
    domain::Zone zone_;
    int examples_;
    int most_ = 0;
};

}  // namespace

std::string day_text(desk::Day const& day, std::string_view name, int examples) {
    auto const zone = domain::Zone::find(day.time_zone);
    if (!zone) return {};
    Teller const teller(day, *zone, examples);
    std::string body;
    for (auto const& hour : day.hours) body += teller.hour(hour);
    if (body.empty()) body = "Nothing happened.\n";
    return fmt::format("{}, {} ({})\n{}", paint(Colour::bold, name), domain::date_text(day.date), day.time_zone, body);
}

JsonObject day_json(desk::Day const& day) {
    JsonArray hours;
    for (auto const& hour : day.hours) {
        JsonArray notes;
        for (auto const& note : hour.notes)
            notes.push_back(JsonObject{{"at", to_rfc3339(note.at)},
                                       {"kind", desk::name_of(note.kind)},
                                       {"ticket", note.ticket ? Json(note.ticket.value) : Json(nullptr)},
                                       {"agent", note.agent ? Json(note.agent.value) : Json(nullptr)},
                                       {"what", note.what},
                                       {"because", note.because}});
        hours.push_back(JsonObject{{"begin", to_rfc3339(hour.begin)},
                                   {"opened", hour.opened},
                                   {"customers_wrote", hour.customers_wrote},
                                   {"given", hour.given},
                                   {"given_back", hour.given_back},
                                   {"replied", hour.replied},
                                   {"solved", hour.solved},
                                   {"missed", hour.missed},
                                   {"told", hour.told},
                                   {"notes", std::move(notes)}});
    }
    return {{"date", domain::date_text(day.date)}, {"time_zone", day.time_zone}, {"hours", std::move(hours)}};
}

}  // namespace lotse::app
