// SPDX-License-Identifier: Apache-2.0
// Entities: numbers and codes that the desk knows by their pattern.
#include "desk/entities.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/text_places.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::size_t kLongestSample = 10'000;  // code points

Schema pattern_schema() {
    return line(200, 1).such_as(R"(\bPO-(\d{6})\b)").say("RE2 syntax; a group, if there is one, is the entity.");
}

Schema kind_input() {
    return object({need("name", line(50, 1).such_as("Order").say("Its case does not matter.")),
                   need("pattern", pattern_schema())});
}

Schema kind_schema() {
    return object({need("id", id()), need("version", id()), need("name", text(0)), need("pattern", text(0))});
}

Schema place_schema() {
    return object({need("begin", integer(0, INT64_MAX).say("In Unicode code points.")),
                   need("end", integer(1, INT64_MAX).say("The first one behind it.")), need("text", text(0))});
}

JsonObject shown(domain::EntityKind const& kind) {
    return {{"id", kind.id.value}, {"version", kind.version}, {"name", kind.name}, {"pattern", kind.pattern}};
}

desk::EntityKindPatch patch_in(JsonObject const& body) {
    Fields const fields(body);
    desk::EntityKindPatch out;
    fields.take("name", out.name);
    fields.take("pattern", out.pattern);
    return out;
}

Result<Reply> list_kinds(Call& call) {
    TRY(auto kinds, desk::list_entity_kinds(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& kind : kinds) items.emplace_back(shown(kind));
    return whole_list(std::move(items));
}

Result<Reply> create_kind(Call& call) {
    TRY(auto made, desk::make_entity_kind(call.desk(), call.principal(), patch_in(call.body), call.key()));
    return made_reply(call, shown(made.value), made.value.id.value, made.value.version, made.is_known);
}

Result<Reply> get_kind(Call& call) {
    TRY(auto kind, desk::get_entity_kind(call.desk(), call.scope(), call.id<domain::EntityKindId>("entity")));
    return versioned_reply(shown(kind), kind.version);
}

Result<Reply> patch_kind(Call& call) {
    TRY(auto kind, desk::change_entity_kind(call.desk(), call.principal(), call.id<domain::EntityKindId>("entity"),
                                            call.expected_version, patch_in(call.body)));
    return versioned_reply(shown(kind), kind.version);
}

Result<Reply> remove_kind(Call& call) {
    CHECK_OK(desk::remove_entity_kind(call.desk(), call.principal(), call.id<domain::EntityKindId>("entity")));
    return Reply{};
}

Result<Reply> try_kind(Call& call) {
    auto const sample = std::string(text_at(call.body, "text"));
    TRY(auto spans, desk::try_pattern(text_at(call.body, "pattern"), sample));
    TextPlaces places(sample);
    JsonArray found;
    for (auto const& span : spans) {
        auto const begin = places.at(span.begin);
        found.push_back(JsonObject{{"begin", begin},
                                   {"end", places.at(span.end)},
                                   {"text", sample.substr(span.begin, span.end - span.begin)}});
    }
    Reply out;
    out.body = JsonObject{{"found", std::move(found)}};
    return out;
}

}  // namespace

Group entities_group() {
    Group out{"Entities", "Numbers and codes that the desk knows by their pattern: orders, invoices, devices.", {}, {}};
    out.schemas = {{"NewEntityKind", kind_input()},
                   {"EntityKindPatch", partial(kind_input())},
                   {"EntityKind", kind_schema()},
                   {"EntityKindPage", page_of("EntityKind")},
                   {"EntityTrial", object({need("pattern", pattern_schema()), need("text", text(kLongestSample))})},
                   {"EntityTrialResult", object({need("found", list(place_schema()))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/entities", "list_entities", Permission::setup_read, list_kinds)
            .says("List kinds of entities", "In the order in which they were added: where two match, the first counts.")
            .answers(200, "EntityKindPage"),
        Route(Verb::post, "/api/v1/entities", "create_entity", Permission::setup_write, create_kind)
            .says("Add a kind of entity", "A desk has at most 50. 422 with /pattern where the pattern cannot be used.")
            .takes("NewEntityKind")
            .answers(201, "EntityKind")
            .once(),
        Route(Verb::post, "/api/v1/entities/try", "try_entity", Permission::setup_read, try_kind)
            .says("Try a pattern on a text", "Nothing is stored.")
            .takes("EntityTrial")
            .answers(200, "EntityTrialResult"),
        Route(Verb::get, "/api/v1/entities/{entity}", "get_entity", Permission::setup_read, get_kind)
            .says("Read a kind of entity")
            .answers(200, "EntityKind")
            .versioned(),
        Route(Verb::patch, "/api/v1/entities/{entity}", "patch_entity", Permission::setup_write, patch_kind)
            .says("Change a kind of entity", "Old tickets show it at once, too.")
            .takes("EntityKindPatch")
            .answers(200, "EntityKind")
            .versioned(),
        Route(Verb::remove, "/api/v1/entities/{entity}", "remove_entity", Permission::setup_write, remove_kind)
            .says("Remove a kind of entity")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
