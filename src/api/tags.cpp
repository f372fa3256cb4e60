// SPDX-License-Identifier: Apache-2.0
// Tags: words that people put on tickets.
#include "desk/tags.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/kept_records.h"

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

JsonObject shown_tag(desk::CountedTag const& one) {
    return {{"id", one.tag.id.value},
            {"version", one.tag.version},
            {"name", one.tag.name},
            {"colour", domain::name_of(one.tag.colour)},
            {"count", one.count}};
}

struct Tags {
    using Id = domain::TagId;
    static constexpr char const* kName = "tag";
    static constexpr auto kList = desk::list_tags;
    static constexpr auto kMake = desk::make_tag;
    static constexpr auto kGet = desk::get_tag;
    static constexpr auto kChange = desk::change_tag;
    static constexpr auto kRemove = desk::remove_tag;

    static desk::TagPatch fields(JsonObject const& body) {
        Fields const fields(body);
        desk::TagPatch out;
        fields.take("name", out.name);
        fields.take("colour", out.colour);
        return out;
    }
    static Result<JsonObject> shown(Call const&, desk::CountedTag const& one) { return shown_tag(one); }
    // As it was written; its number of tickets is read.
    static Result<JsonObject> shown(Call const& call, domain::Tag const& tag) {
        TRY(auto const counted, desk::get_tag(call.desk(), call.scope(), tag.id));
        return shown_tag(counted);
    }
    static std::int64_t version_of(desk::CountedTag const& one) { return one.tag.version; }
};
using Kept = KeptRecords<Tags>;

}  // namespace

Group tags_group() {
    Group out{"Tags", "Words that people put on tickets, to find them again.", {}, {}};
    out.schemas = {{"NewTag", tag_input()},
                   {"TagPatch", partial(tag_input())},
                   {"Tag", tag_schema()},
                   {"TagPage", page_of("Tag")}};
    out.routes = {
        Route(Verb::get, "/api/v1/tags", "list_tags", Permission::setup_read, Kept::list)
            .says("List tags", "By name, each with the number of its tickets.")
            .answers(200, "TagPage"),
        Route(Verb::post, "/api/v1/tags", "create_tag", Permission::tickets_write, Kept::create)
            .says("Add a tag", "Whoever works on tickets may.")
            .takes("NewTag")
            .answers(201, "Tag")
            .once(),
        Route(Verb::get, "/api/v1/tags/{tag}", "get_tag", Permission::setup_read, Kept::get)
            .says("Read a tag")
            .answers(200, "Tag")
            .versioned(),
        Route(Verb::patch, "/api/v1/tags/{tag}", "patch_tag", Permission::setup_write, Kept::patch)
            .says("Change a tag", "Tickets that have it show the new name at once.")
            .takes("TagPatch")
            .answers(200, "Tag")
            .versioned(),
        Route(Verb::remove, "/api/v1/tags/{tag}", "remove_tag", Permission::setup_write, Kept::remove)
            .says("Remove a tag", "The tickets that had it lose it at once.")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
