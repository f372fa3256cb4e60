// SPDX-License-Identifier: Apache-2.0
#include "api/call_note.h"
#include "api/request_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::size_t kMostBytes = 2000;  // of one value; more is cut and ends in an ellipsis
constexpr std::string_view kHidden = "(secret)";

bool is_secret(std::string_view name) {
    constexpr std::array<std::string_view, 6> kWords{"password", "secret", "token", "credential", "private", "code"};
    return std::ranges::any_of(kWords, [&](auto word) { return name.find(word) != std::string_view::npos; });
}

// "/api/v1/categories" -> "category", the word that stands in the paths of its objects.
std::string noun_of(Route const& route) {
    auto const slash = route.path.rfind('/');
    std::string word = route.path.substr(slash + 1);
    if (route.verb != Verb::post) return word;
    if (word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
    if (word.ends_with("xes")) return word.substr(0, word.size() - 2);
    return word.ends_with("s") ? word.substr(0, word.size() - 1) : word;
}

// "/api/v1/queues/{queue}/signature" -> the queue.
void name_object(Route const& route, Call const& call, domain::CallNote& out) {
    auto const open = route.path.rfind('{');
    if (open == std::string::npos) {
        out.object_kind = noun_of(route);
        return;
    }
    out.object_kind = route.path.substr(open + 1, route.path.find('}', open) - open - 1);
    out.object_id = int_at(call.path, out.object_kind);
}

Json without_secrets(Json const& value) {
    if (auto const* list = value.if_array()) {
        JsonArray out;
        for (auto const& item : *list) out.push_back(without_secrets(item));
        return out;
    }
    auto const* object = value.if_object();
    if (object == nullptr) return value;
    JsonObject out;
    for (auto const& member : *object) {
        bool const hides = is_secret({member.key().data(), member.key().size()}) && !member.value().is_null();
        out[member.key()] = hides ? Json(kHidden) : without_secrets(member.value());
    }
    return out;
}

Json short_form(Json const& value) {
    auto clean = without_secrets(value);
    auto const text = clean.is_string() ? std::string(Fields::text_of(clean)) : to_string(clean);
    if (text.size() <= kMostBytes) return clean;
    return Json(std::string(cut_utf8(text, kMostBytes)) + "…");
}

// Whether what was sent is what is shown: where an object refers to another one, its number is sent and its name shown too.
bool is_same(Json const& sent, Json const& shown) {
    if (sent == shown) return true;
    if (auto const* object = shown.if_object(); object != nullptr && sent.is_number()) {
        auto const* id = object->if_contains("id");
        return id != nullptr && *id == sent;
    }
    auto const* one = sent.if_array();
    auto const* other = shown.if_array();
    return one != nullptr && other != nullptr && std::ranges::equal(*one, *other, is_same);
}

}  // namespace

std::string_view name_in(JsonObject const& object) {
    for (auto const* field : {"name", "address", "email", "key", "slug"})
        if (auto const name = text_at(object, field); !name.empty()) return name;
    return {};
}

bool is_recorded(Route const& route) {
    if (route.verb == Verb::get || route.access.is_open()) return false;
    // A proof of who somebody is, the first half of a step that is told by its second, and what changes nothing.
    constexpr std::array<std::string_view, 4> kSilent{"confirm_session", "begin_totp", "begin_passkey", "test_mailbox"};
    if (std::ranges::find(kSilent, route.operation) != kSilent.end()) return false;
    if (!route.access.needs_permission()) return true;
    if (route.operation == "create_tag") return true;  // agents may, while they work; it is set-up all the same
    constexpr std::array kWork{Permission::tickets_read, Permission::tickets_create, Permission::tickets_write,
                               Permission::notes_write,  Permission::customers_read, Permission::triage_use,
                               Permission::triage_teach, Permission::events_read};
    return std::ranges::find(kWork, route.access.permission()) == kWork.end();
}

std::shared_ptr<domain::CallNote> call_note(Route const& route, Call const& call) {
    auto out = std::make_shared<domain::CallNote>();
    out->credential = call.principal().id;
    out->agent = call.principal().agent;
    out->origin = caller_of(call.request);
    out->action = route.operation;
    out->at = call.desk().clock.now();
    name_object(route, call, *out);
    return out;
}

void tell_changes(domain::CallNote& note, JsonObject const& sent, JsonObject const& before) {
    auto const name = name_in(before);
    note.object_name = name.empty() ? name_in(sent) : name;
    JsonArray changes;
    for (auto const& member : sent) {
        auto const* stood = before.if_contains(member.key());
        if (stood != nullptr && is_same(member.value(), *stood)) continue;
        bool const hides = is_secret({member.key().data(), member.key().size()});
        JsonObject change{{"field", member.key()}};
        change["from"] = stood == nullptr ? Json(nullptr) : hides ? Json(kHidden) : short_form(*stood);
        change["to"] = hides && !member.value().is_null() ? Json(kHidden) : short_form(member.value());
        changes.emplace_back(std::move(change));
    }
    note.changes = changes.empty() ? std::string() : to_string(Json(std::move(changes)));
}

}  // namespace lotse::api
