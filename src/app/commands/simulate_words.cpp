// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include "app/commands/simulate.h"
#include "base/text.h"

namespace lotse::app {
namespace {

Error wrong(std::string_view words, std::string_view what) {
    return invalid("simulate.words", fmt::format("'{}': {}", cut_utf8(words, 60), what));
}

// By number, address, or the beginning of the name.
template <class T, class Id, class Words>
Result<Id> find_by(std::vector<T> const& all, std::string_view words, Words words_of, std::string_view noun) {
    std::vector<Id> found;
    for (auto const& one : all) {
        if (words == std::to_string(one.id.value)) return one.id;
        for (auto const& name : words_of(one)) {
            if (equals_ignoring_case(name, words)) return one.id;
            if (!words.empty() && starts_with_ignoring_case(name, words)) {
                found.push_back(one.id);
                break;
            }
        }
    }
    if (found.size() == 1) return found.front();
    std::string names;
    for (auto const& one : all) names += (names.empty() ? "" : ", ") + words_of(one).front();
    return wrong(words, fmt::format("{} {} begins so. There are: {}.", found.empty() ? "no" : "more than one", noun,
                                    cut_utf8(names, 300)));
}

Result<domain::AgentId> find_agent(desk::Setup const& setup, std::string_view words) {
    return find_by<domain::Agent, domain::AgentId>(
        setup.agents, words, [](auto const& one) { return std::vector{one.name, one.email}; }, "person");
}
Result<domain::QueueId> find_queue(desk::Setup const& setup, std::string_view words) {
    return find_by<domain::Queue, domain::QueueId>(
        setup.queues, words, [](auto const& one) { return std::vector{one.name}; }, "queue");
}
Result<domain::CategoryId> find_category(desk::Setup const& setup, std::string_view words) {
    return find_by<domain::Category, domain::CategoryId>(
        setup.categories, words, [](auto const& one) { return std::vector{one.key, one.name}; }, "category");
}

std::vector<std::string> list_in(std::string_view words) {
    std::vector<std::string> out;
    for (auto const one : split(words, '+'))
        if (!one.empty()) out.emplace_back(one);
    return out;
}

Result<int> minutes_in(std::string_view clock) {
    auto const parts = split(clock, ':');
    auto const hour = to_int(parts[0]);
    auto const minute = parts.size() == 2 ? to_int(parts[1]) : std::optional<std::int64_t>(0);
    if (parts.size() > 2 || !hour || !minute || *hour < 0 || *hour > 24 || *minute < 0 || *minute > 59)
        return wrong(clock, "write a time as 08:00.");
    return static_cast<int>(*hour * 60 + *minute);
}

Result<domain::DailyHours> hours_in(std::string_view words) {
    auto const ends = split(words, '-');
    if (ends.size() != 2) return wrong(words, "write hours as 10:00-18:00.");
    domain::DailyHours out;
    TRY(out.from, minutes_in(ends[0]));
    TRY(out.to, minutes_in(ends[1]));
    if (out.to > 24 * 60 || out.to - out.from < 30) return wrong(words, "hours end after they begin, by midnight.");
    return out;
}

// "key:value" pairs between commas; the first may stand without a key.
using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;
Pairs pairs_in(std::string_view words, std::string_view first_key) {
    Pairs out;
    for (auto const part : split(words, ',')) {
        auto const colon = part.find(':');
        if (colon == std::string_view::npos) out.emplace_back(out.empty() ? first_key : "", part);
        else out.emplace_back(part.substr(0, colon), part.substr(colon + 1));
    }
    return out;
}

// What a new and a changed person have alike; false for another key.
template <class Person>
Result<bool> put_work(std::string_view key, std::string_view value, Person& out) {
    if (key == "languages") {
        out.languages = list_in(value);
    } else if (key == "skills") {
        out.skills = list_in(value);
    } else if (key == "hours") {
        TRY(out.hours, hours_in(value));
    } else {
        return false;
    }
    return true;
}

Result<domain::AddedPeople> added_in(std::string_view words, desk::Setup const& setup) {
    domain::AddedPeople out;
    for (auto const& [key, value] : pairs_in(words, "like")) {
        if (key == "like") {
            TRY(out.like, find_agent(setup, value));
        } else if (key == "count") {
            out.count = static_cast<int>(to_int(value).value_or(0));
        } else {
            TRY(bool const is_known, put_work(key, value, out));
            if (!is_known)
                return wrong(words,
                             "the parts are like, count, languages, skills and hours: like:Ola,languages:de+pl.");
        }
    }
    if (!out.like) return wrong(words, "say whom the new person is like: like:Ola.");
    if (out.count < 1 || out.count > 100) return wrong(words, "count is 1 to 100.");
    return out;
}

Result<domain::ChangedPerson> changed_in(std::string_view words, desk::Setup const& setup) {
    domain::ChangedPerson out;
    for (auto const& [key, value] : pairs_in(words, "who")) {
        if (key == "who") {
            TRY(out.agent, find_agent(setup, value));
        } else {
            TRY(bool const is_known, put_work(key, value, out));
            if (!is_known)
                return wrong(words,
                             "name the person, then languages, skills or hours: Ola,languages:de,hours:10:00-18:00.");
        }
    }
    if (!out.agent) return wrong(words, "name the person first: Ola,languages:de.");
    return out;
}

Result<domain::ChangedVolume> volume_in(std::string_view words, desk::Setup const& setup) {
    domain::ChangedVolume out;
    auto number = words;
    if (auto const equals = words.find('='); equals != std::string_view::npos) {
        number = words.substr(equals + 1);
        auto const pairs = pairs_in(words.substr(0, equals), "");
        for (auto const& [key, value] : pairs) {
            if (key == "queue") {
                TRY(out.queue, find_queue(setup, value));
            } else if (key == "category") {
                TRY(out.category, find_category(setup, value));
            } else {
                return wrong(words, "write 1.2, queue:Network=1.5 or category:access=0.5.");
            }
        }
    }
    auto const end = number.data() + number.size();
    auto const read = std::from_chars(number.data(), end, out.factor);
    if (read.ec != std::errc() || read.ptr != end || !(out.factor >= 0 && out.factor <= 10))
        return wrong(words, "the factor is a number from 0 to 10.");
    return out;
}

Result<domain::ChangedTarget> target_in(std::string_view words) {
    domain::ChangedTarget out;
    for (auto const& [key, value] : pairs_in(words, "priority")) {
        auto const minutes = to_int(value);
        if (key == "priority") {
            auto const priority = domain::find_enum<domain::Priority>(value);
            if (!priority) return wrong(words, "the priorities are low, normal, high and urgent.");
            out.priority = *priority;
        } else if (minutes && *minutes >= 1 && *minutes <= 525'600 && (key == "first_reply" || key == "solution")) {
            (key == "solution" ? out.solution_minutes : out.first_reply_minutes) = static_cast<int>(*minutes);
        } else {
            return wrong(words, "write minutes of open time: urgent,first_reply:30,solution:240.");
        }
    }
    return out;
}

Result<domain::ChangedAssignment> routing_in(std::string_view words, desk::Setup const& setup) {
    auto const colon = words.rfind(':');
    auto const assignment =
        colon == std::string_view::npos ? std::nullopt : domain::find_enum<domain::Assignment>(words.substr(colon + 1));
    if (!assignment) return wrong(words, "write Network:pull or Network:push.");
    domain::ChangedAssignment out;
    TRY(out.queue, find_queue(setup, words.substr(0, colon)));
    out.assignment = *assignment;
    return out;
}

Result<JsonObject> what_in(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return not_found("simulate.file", fmt::format("There is no file '{}'.", cut_utf8(path, 200)));
    std::string const text{std::istreambuf_iterator<char>(file), {}};
    TRY(auto json, parse_json(text));
    if (!json.is_object()) return invalid("simulate.file", "The file holds no JSON object.");
    return std::move(json.get_object());
}

}  // namespace

Result<domain::SimulationQuestion> question_of(SimulateCommand const& command, desk::Setup const& setup) {
    domain::SimulationQuestion out;
    if (!command.what.empty()) {
        TRY(auto what, what_in(command.what));
        JsonObject whole;
        if (what.contains("what")) whole = std::move(what);
        else whole["what"] = std::move(what);
        TRY(out, domain::simulation_question_from(whole));
    }
    out.weeks = command.weeks;
    out.days = command.days;
    out.runs = command.runs;
    out.seed = command.seed;
    for (auto const& words : command.add) {
        TRY(auto one, added_in(words, setup));
        out.what.add.push_back(std::move(one));
    }
    for (auto const& words : command.remove) {
        TRY(auto const one, find_agent(setup, words));
        out.what.remove.push_back(one);
    }
    for (auto const& words : command.teach) {
        TRY(auto one, changed_in(words, setup));
        out.what.change.push_back(std::move(one));
    }
    for (auto const& words : command.volume) {
        TRY(auto const one, volume_in(words, setup));
        out.what.volume.push_back(one);
    }
    for (auto const& words : command.target) {
        TRY(auto const one, target_in(words));
        out.what.targets.push_back(one);
    }
    for (auto const& words : command.routing) {
        TRY(auto const one, routing_in(words, setup));
        out.what.assignment.push_back(one);
    }
    if (command.automation != 0) out.what.automation = command.automation;
    if (!(out.what.automation >= 0 && out.what.automation <= 0.95))
        return invalid("simulate.words", "--automation is a share from 0 to 0.95.");
    CHECK_OK(desk::check_question(setup, out));
    return out;
}

}  // namespace lotse::app
