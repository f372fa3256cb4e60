// SPDX-License-Identifier: Apache-2.0
// Tags: words that people put on tickets.
#include "desk/tags.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema tag_input() {
    return object({need("name", line(50, 1).such_as("vip").say("Without comma; its case does not matter.")),
                   may("colour", choice<domain::TagColour>())});
}

Schema tag_schema() {
    return object({need("id", id()), need("version", id()), need("name", text(0)),
                   need("colour", choice<domain::TagColour>()),
                   need("count", integer(0, INT64_MAX).say("Tickets that have it, whatever their status."))});
}

JsonObject shown(desk::CountedTag const& one) {
    return {{"id", one.tag.id.value},
            {"version", one.tag.version},
            {"name", one.tag.name},
            {"colour", domain::name_of(one.tag.colour)},
            {"count", one.count}};
}

desk::TagPatch patch_in(JsonObject const& body) {
    Fields const fields(body);
    desk::TagPatch out;
    fields.take("name", out.name);
    fields.take("colour", out.colour);
    return out;
}

Result<Reply> list_tags(Call& call) {
    TRY(auto tags, desk::list_tags(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& tag : tags) items.emplace_back(shown(tag));
    return whole_list(std::move(items));
}

Result<Reply> show_tag(Call const& call, domain::TagId id) {
    TRY(auto tag, desk::get_tag(call.desk(), call.scope(), id));
    return versioned_reply(shown(tag), tag.tag.version);
}

Result<Reply> create_tag(Call& call) {
    TRY(auto made, desk::make_tag(call.desk(), call.principal(), patch_in(call.body), call.key()));
    TRY(auto counted, desk::get_tag(call.desk(), call.scope(), made.value.id));
    return made_reply(call, shown(counted), made.value.id.value, made.value.version, made.is_known);
}

Result<Reply> get_tag(Call& call) { return show_tag(call, call.id<domain::TagId>("tag")); }

Result<Reply> patch_tag(Call& call) {
    TRY(auto tag, desk::change_tag(call.desk(), call.principal(), call.id<domain::TagId>("tag"), call.expected_version,
                                   patch_in(call.body)));
    return show_tag(call, tag.id);
}

Result<Reply> remove_tag(Call& call) {
    CHECK_OK(desk::remove_tag(call.desk(), call.principal(), call.id<domain::TagId>("tag")));
    return Reply{};
}

}  // namespace

Group tags_group() {
    Group out{"Tags", "Words that people put on tickets, to find them again.", {}, {}};
    out.schemas = {{"NewTag", tag_input()},
                   {"TagPatch", partial(tag_input())},
                   {"Tag", tag_schema()},
                   {"TagPage", page_of("Tag")}};
    out.routes = {
        Route(Verb::get, "/api/v1/tags", "list_tags", Permission::setup_read, list_tags)
            .says("List tags", "By name, each with the number of its tickets.")
            .answers(200, "TagPage"),
        Route(Verb::post, "/api/v1/tags", "create_tag", Permission::tickets_write, create_tag)
            .says("Add a tag", "Whoever works on tickets may.")
            .takes("NewTag")
            .answers(201, "Tag")
            .once(),
        Route(Verb::get, "/api/v1/tags/{tag}", "get_tag", Permission::setup_read, get_tag)
            .says("Read a tag")
            .answers(200, "Tag")
            .versioned(),
        Route(Verb::patch, "/api/v1/tags/{tag}", "patch_tag", Permission::setup_write, patch_tag)
            .says("Change a tag", "Tickets that have it show the new name at once.")
            .takes("TagPatch")
            .answers(200, "Tag")
            .versioned(),
        Route(Verb::remove, "/api/v1/tags/{tag}", "remove_tag", Permission::setup_write, remove_tag)
            .says("Remove a tag", "The tickets that had it lose it at once.")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
