// SPDX-License-Identifier: Apache-2.0
#include "domain/simulation.h"

#include <fmt/format.h>

#include <algorithm>

namespace lotse::domain {
namespace {

constexpr std::size_t kMostParts = 50;

JsonArray texts(std::vector<std::string> const& items) { return JsonArray(items.begin(), items.end()); }

Json hours_json(std::optional<DailyHours> const& hours) {
    if (!hours) return nullptr;
    return JsonObject{{"from", hours->from}, {"to", hours->to}};
}

template <class T>
Json maybe(std::optional<T> const& value) {
    return value ? Json(*value) : Json(nullptr);
}

Error wrong(std::string const& at) {
    return invalid("simulation.what", "This part of the question cannot be read. See `lotse simulate --help`.", at);
}

// One object of the question: knows where it stands, what was read, and the first fault.
class Part {
  public:
    Part(JsonObject const& object, std::string at) : object_(object), at_(std::move(at)) {}

    std::int64_t whole(std::string_view key, std::int64_t otherwise) {
        auto const* value = find(key);
        if (value == nullptr) return otherwise;
        if (value->is_int64()) return value->get_int64();
        if (value->is_uint64())
            return static_cast<std::int64_t>(std::min<std::uint64_t>(value->get_uint64(), INT64_MAX));
        fail(key);
        return otherwise;
    }
    double number(std::string_view key, double otherwise) {
        auto const* value = find(key);
        if (value == nullptr) return otherwise;
        if (value->is_double()) return value->get_double();
        return static_cast<double>(whole(key, 0));
    }
    std::optional<int> maybe_whole(std::string_view key) {
        if (find(key) == nullptr) return std::nullopt;
        return static_cast<int>(std::clamp<std::int64_t>(whole(key, 0), -1, 10'000'000));
    }
    std::vector<std::string> texts(std::string_view key) {
        std::vector<std::string> out;
        for (auto const& one : list(key)) {
            if (!one.is_string() || one.get_string().size() > 80 || one.get_string().empty()) fail(key);
            else out.emplace_back(one.get_string());
        }
        return out;
    }
    template <class E>
    E word(std::string_view key, E otherwise) {
        auto const* value = find(key);
        if (value == nullptr) return otherwise;
        auto const known = value->is_string() ? find_enum<E>(std::string_view(value->get_string())) : std::nullopt;
        if (!known) fail(key);
        return known.value_or(otherwise);
    }
    std::optional<DailyHours> hours(std::string_view key) {
        auto const* value = find(key);
        if (value == nullptr) return std::nullopt;
        if (!value->is_object()) {
            fail(key);
            return std::nullopt;
        }
        Part inner(value->get_object(), at(key));
        DailyHours out;
        out.from = static_cast<int>(std::clamp<std::int64_t>(inner.whole("from", out.from), -1, 1441));
        out.to = static_cast<int>(std::clamp<std::int64_t>(inner.whole("to", out.to), -1, 1441));
        inner.only({"from", "to"});
        take(inner);
        if (out.from < 0 || out.to > 1440 || out.to - out.from < 30) fail(key);
        return out;
    }
    template <class T, class Read>
    std::vector<T> each(std::string_view key, Read read) {
        std::vector<T> out;
        auto const& items = list(key);
        for (std::size_t i = 0; i < items.size(); ++i) {
            auto const where = fmt::format("{}/{}", at(key), i);
            if (!items[i].is_object()) {
                if (!fault_) fault_ = where;
                continue;
            }
            Part inner(items[i].get_object(), where);
            out.push_back(read(inner));
            take(inner);
        }
        return out;
    }
    std::vector<AgentId> agents(std::string_view key) {
        std::vector<AgentId> out;
        for (auto const& one : list(key)) {
            if (!one.is_int64() || one.get_int64() <= 0) fail(key);
            else out.emplace_back(one.get_int64());
        }
        return out;
    }
    void only(std::initializer_list<std::string_view> known) {
        for (auto const& entry : object_)
            if (std::ranges::find(known, std::string_view(entry.key())) == known.end()) fail(entry.key());
    }
    void require(bool is_fine, std::string_view key) {
        if (!is_fine) fail(key);
    }
    void take(Part const& inner) {
        if (!fault_) fault_ = inner.fault_;
    }
    std::optional<std::string> const& fault() const { return fault_; }
    JsonObject const* object(std::string_view key) {
        auto const* value = find(key);
        if (value == nullptr) return nullptr;
        if (value->is_object()) return &value->get_object();
        fail(key);
        return nullptr;
    }

  private:
    std::string at(std::string_view key) const { return fmt::format("{}/{}", at_, key); }
    void fail(std::string_view key) {
        if (!fault_) fault_ = at(key);
    }
    Json const* find(std::string_view key) const {
        auto const* value = object_.if_contains(key);
        return value == nullptr || value->is_null() ? nullptr : value;
    }
    JsonArray const& list(std::string_view key) {
        static JsonArray const none;
        auto const* value = find(key);
        if (value == nullptr) return none;
        if (value->is_array() && value->get_array().size() <= kMostParts) return value->get_array();
        fail(key);
        return none;
    }

    JsonObject const& object_;
    std::string at_;
    std::optional<std::string> fault_;
};

AddedPeople added_from(Part& part) {
    AddedPeople out;
    out.like = AgentId(part.whole("like", 0));
    out.count = static_cast<int>(std::clamp<std::int64_t>(part.whole("count", 1), 0, 1000));
    out.skills = part.texts("skills");
    out.languages = part.texts("languages");
    out.hours = part.hours("hours");
    part.only({"like", "count", "skills", "languages", "hours"});
    part.require(static_cast<bool>(out.like), "like");
    part.require(out.count >= 1 && out.count <= 100, "count");
    return out;
}

ChangedPerson changed_from(Part& part) {
    ChangedPerson out;
    out.agent = AgentId(part.whole("agent", 0));
    out.skills = part.texts("skills");
    out.languages = part.texts("languages");
    out.hours = part.hours("hours");
    part.only({"agent", "skills", "languages", "hours"});
    part.require(static_cast<bool>(out.agent), "agent");
    return out;
}

ChangedVolume volume_from(Part& part) {
    ChangedVolume out;
    out.queue = QueueId(part.whole("queue", 0));
    out.category = CategoryId(part.whole("category", 0));
    out.factor = part.number("factor", 1);
    part.only({"queue", "category", "factor"});
    part.require(out.factor >= 0 && out.factor <= 10, "factor");
    return out;
}

ChangedTarget target_from(Part& part) {
    ChangedTarget out;
    out.priority = part.word("priority", Priority::normal);
    out.first_reply_minutes = part.maybe_whole("first_reply_minutes");
    out.solution_minutes = part.maybe_whole("solution_minutes");
    part.only({"priority", "first_reply_minutes", "solution_minutes"});
    auto const fits = [](std::optional<int> minutes) { return !minutes || (*minutes >= 1 && *minutes <= 525'600); };
    part.require(fits(out.first_reply_minutes), "first_reply_minutes");
    part.require(fits(out.solution_minutes), "solution_minutes");
    return out;
}

ChangedAssignment assignment_from(Part& part) {
    ChangedAssignment out;
    out.queue = QueueId(part.whole("queue", 0));
    out.assignment = part.word("assignment", Assignment::pull);
    part.only({"queue", "assignment"});
    part.require(static_cast<bool>(out.queue), "queue");
    return out;
}

WhatIf what_from(Part& part) {
    WhatIf out;
    out.add = part.each<AddedPeople>("add", added_from);
    out.remove = part.agents("remove");
    out.change = part.each<ChangedPerson>("change", changed_from);
    out.volume = part.each<ChangedVolume>("volume", volume_from);
    out.targets = part.each<ChangedTarget>("targets", target_from);
    out.assignment = part.each<ChangedAssignment>("assignment", assignment_from);
    out.automation = part.number("automation", 0);
    part.require(out.automation >= 0 && out.automation <= 0.95, "automation");
    part.only({"add", "remove", "change", "volume", "targets", "assignment", "automation"});
    return out;
}

// Factors of several parts multiply for tickets that are meant by all of them. Only queues and categories that are named, and
// those that are not, can differ.
Result<void> check_volume(std::vector<ChangedVolume> const& parts) {
    for (auto const& of_queue : parts)
        for (auto const& of_category : parts) {
            double factor = 1;
            std::size_t last = 0;
            for (std::size_t i = 0; i < parts.size(); ++i) {
                bool const is_meant = (!parts[i].queue || parts[i].queue == of_queue.queue) &&
                                      (!parts[i].category || parts[i].category == of_category.category);
                if (!is_meant) continue;
                factor *= parts[i].factor;
                last = i;
            }
            if (factor > kMostVolume)
                return invalid(
                    "simulation.volume",
                    "Together these factors make more than ten times the tickets. Ask for ten times at most.",
                    fmt::format("/what/volume/{}/factor", last));
        }
    return {};
}

}  // namespace

bool WhatIf::is_empty() const {
    return add.empty() && remove.empty() && change.empty() && volume.empty() && targets.empty() && assignment.empty() &&
           automation == 0;
}

Result<void> check(SimulationQuestion const& question) {
    if (question.weeks < 5 || question.weeks > 52)
        return invalid("simulation.weeks", "Ask for 5 to 52 weeks of history: the last four are the test.", "/weeks");
    if (question.days < 7 || question.days > 90) return invalid("simulation.days", "Look 7 to 90 days ahead.", "/days");
    if (question.runs < 20 || question.runs > 1000)
        return invalid("simulation.runs", "Ask for 20 to 1000 runs; 200 will do.", "/runs");
    return check_volume(question.what.volume);
}

JsonObject to_json(SimulationQuestion const& question) {
    auto const& what = question.what;
    JsonArray add;
    for (auto const& one : what.add)
        add.push_back(JsonObject{{"like", one.like.value},
                                 {"count", one.count},
                                 {"skills", texts(one.skills)},
                                 {"languages", texts(one.languages)},
                                 {"hours", hours_json(one.hours)}});
    JsonArray remove;
    for (auto const one : what.remove) remove.push_back(one.value);
    JsonArray change;
    for (auto const& one : what.change)
        change.push_back(JsonObject{{"agent", one.agent.value},
                                    {"skills", texts(one.skills)},
                                    {"languages", texts(one.languages)},
                                    {"hours", hours_json(one.hours)}});
    JsonArray volume;
    for (auto const& one : what.volume)
        volume.push_back(
            JsonObject{{"queue", one.queue.value}, {"category", one.category.value}, {"factor", one.factor}});
    JsonArray targets;
    for (auto const& one : what.targets)
        targets.push_back(JsonObject{{"priority", name_of(one.priority)},
                                     {"first_reply_minutes", maybe(one.first_reply_minutes)},
                                     {"solution_minutes", maybe(one.solution_minutes)}});
    JsonArray assignment;
    for (auto const& one : what.assignment)
        assignment.push_back(JsonObject{{"queue", one.queue.value}, {"assignment", name_of(one.assignment)}});
    return {{"weeks", question.weeks},
            {"days", question.days},
            {"runs", question.runs},
            {"seed", question.seed},
            {"what", JsonObject{{"add", std::move(add)},
                                {"remove", std::move(remove)},
                                {"change", std::move(change)},
                                {"volume", std::move(volume)},
                                {"targets", std::move(targets)},
                                {"assignment", std::move(assignment)},
                                {"automation", what.automation}}}};
}

Result<SimulationQuestion> simulation_question_from(JsonObject const& object) {
    SimulationQuestion out;
    Part part(object, "");
    auto const small = [&](std::string_view key, int otherwise) {
        return static_cast<int>(std::clamp<std::int64_t>(part.whole(key, otherwise), -1, 100'000));
    };
    out.weeks = small("weeks", out.weeks);
    out.days = small("days", out.days);
    out.runs = small("runs", out.runs);
    out.seed = part.whole("seed", out.seed);
    if (auto const* what = part.object("what")) {
        Part inner(*what, "/what");
        out.what = what_from(inner);
        part.take(inner);
    }
    part.only({"weeks", "days", "runs", "seed", "what"});
    if (part.fault()) return wrong(*part.fault());
    CHECK_OK(check(out));
    return out;
}

}  // namespace lotse::domain
