// SPDX-License-Identifier: Apache-2.0
// Custom fields: what this desk wants to know of its tickets.
#include "desk/custom_fields.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema names_schema() {
    return map(line(100, 1)).say("By language.").such_as(JsonObject{{"en", "Office"}, {"de", "Standort"}});
}

Schema field_input() {
    auto const option =
        object({need("value", line(200, 1).say("Stable; in a tree a path.")), may("name", names_schema())});
    auto const condition =
        object({need("field", line(50, 1).say("Key of the other field.")), need("values", list(line(200, 1), 100))});
    return object(
        {need("key", line(50, 1).such_as("office").say("Stable: small letters, digits, '_', '-'.")),
         need("name", names_schema()), need("kind", choice<domain::FieldKind>()),
         may("options", list(option, 1000).say("Of choice, tree and multi.")),
         may("shown_when", condition.or_null().say("Only while another field has one of these values.")),
         may("required_at", one_of({"solve", "close"}).or_null().say("From this step on it must be filled in.")),
         may("position", integer(0, 10'000).say("Lower ones come first.")),
         may("queues", list(id(), 200).say("Shown in these only; empty: in all.")),
         may("categories", list(id(), 200).say("And with these only, or those below; empty: with all."))});
}

Schema field_schema() {
    auto out = field_input();
    for (auto& property : out.properties) property.is_required = true;
    out.properties.insert(out.properties.begin(), {need("id", id()), need("version", id())});
    return out;
}

JsonObject names_of(domain::NamesByLanguage const& names) {
    JsonObject out;
    for (auto const& [language, name] : names) out[language] = name;
    return out;
}

template <class Id>
JsonArray ids_of(std::vector<Id> const& ids) {
    JsonArray out;
    for (auto const one : ids) out.emplace_back(one.value);
    return out;
}

JsonObject shown(domain::Field const& field) {
    JsonArray options;
    for (auto const& option : field.options)
        options.push_back(JsonObject{{"value", option.value}, {"name", names_of(option.names)}});
    Json when = nullptr;
    if (field.shown_when)
        when = JsonObject{{"field", field.shown_when->field}, {"values", show(field.shown_when->values)}};
    bool const is_optional = field.required_at == domain::FieldStage::never;
    return {{"id", field.id.value},
            {"version", field.version},
            {"key", field.key},
            {"name", names_of(field.names)},
            {"kind", domain::name_of(field.kind)},
            {"options", std::move(options)},
            {"shown_when", std::move(when)},
            {"required_at", is_optional ? Json(nullptr) : Json(domain::name_of(field.required_at))},
            {"position", field.position},
            {"queues", ids_of(field.queues)},
            {"categories", ids_of(field.categories)}};
}

domain::NamesByLanguage names_in(JsonObject const& given) {
    domain::NamesByLanguage out;
    for (auto const& [language, name] : given) out.emplace_back(language, std::string(Fields::text_of(name)));
    return out;
}

desk::FieldPatch patch_in(JsonObject const& body) {
    Fields const fields(body);
    desk::FieldPatch out;
    fields.take("key", out.key);
    if (fields.has("name")) out.names = names_in(object_at(body, "name"));
    fields.take("kind", out.kind);
    if (fields.has("options")) {
        out.options.emplace();
        for (auto const& item : array_at(body, "options")) {
            auto const& given = item.get_object();
            out.options->push_back({std::string(text_at(given, "value")), names_in(object_at(given, "name"))});
        }
    }
    if (fields.has("shown_when")) {
        out.shown_when.emplace();
        Fields const when(object_at(body, "shown_when"));
        when.take("field", out.shown_when->field);
        when.take("values", out.shown_when->values);
    }
    fields.take("required_at", out.required_at);
    fields.take("position", out.position);
    fields.take("queues", out.queues);
    fields.take("categories", out.categories);
    return out;
}

Result<Reply> list_fields(Call& call) {
    TRY(auto fields, desk::list_fields(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& field : fields) items.emplace_back(shown(field));
    return whole_list(std::move(items));
}

Result<Reply> create_field(Call& call) {
    TRY(auto made, desk::make_field(call.desk(), call.principal(), patch_in(call.body), call.key()));
    return made_reply(call, shown(made.value), made.value.id.value, made.value.version, made.is_known);
}

Result<Reply> get_field(Call& call) {
    TRY(auto field, desk::get_field(call.desk(), call.scope(), call.id<domain::FieldId>("field")));
    return versioned_reply(shown(field), field.version);
}

Result<Reply> patch_field(Call& call) {
    TRY(auto field, desk::change_field(call.desk(), call.principal(), call.id<domain::FieldId>("field"),
                                       call.expected_version, patch_in(call.body)));
    return versioned_reply(shown(field), field.version);
}

Result<Reply> remove_field(Call& call) {
    CHECK_OK(desk::remove_field(call.desk(), call.principal(), call.id<domain::FieldId>("field")));
    return Reply{};
}

}  // namespace

Group custom_fields_group() {
    Group out{"Fields", "What this desk wants to know of its tickets beyond what every desk wants.", {}, {}};
    out.schemas = {{"NewField", field_input()},
                   {"FieldPatch", partial(field_input())},
                   {"Field", field_schema()},
                   {"FieldPage", page_of("Field")}};
    out.routes = {
        Route(Verb::get, "/api/v1/fields", "list_fields", Permission::setup_read, list_fields)
            .says("List custom fields", "In the order in which they are shown.")
            .answers(200, "FieldPage"),
        Route(Verb::post, "/api/v1/fields", "create_field", Permission::setup_write, create_field)
            .says("Add a custom field")
            .takes("NewField")
            .answers(201, "Field")
            .once(),
        Route(Verb::get, "/api/v1/fields/{field}", "get_field", Permission::setup_read, get_field)
            .says("Read a custom field")
            .answers(200, "Field")
            .versioned(),
        Route(Verb::patch, "/api/v1/fields/{field}", "patch_field", Permission::setup_write, patch_field)
            .says("Change a custom field", "Its key and kind stay.")
            .takes("FieldPatch")
            .answers(200, "Field")
            .versioned(),
        Route(Verb::remove, "/api/v1/fields/{field}", "remove_field", Permission::setup_write, remove_field)
            .says("Remove a custom field", "Its values are no longer shown.")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
