// SPDX-License-Identifier: Apache-2.0
// Categories: the taxonomy that triage proposes from, with its words.
#include "desk/categories.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema keywords_schema() {
    return map(list(line(100, 1), 500))
        .say(
            "Words and phrases by language (en, de, pl, or * for every one) that point here before there is history. "
            "\"drucker*\" is the beginning of a word.")
        .such_as(JsonObject{{"en", JsonArray{"printer", "paper jam"}}, {"de", JsonArray{"drucker*"}}});
}

Schema category_input() {
    return object({need("key", line(100, 1).such_as("printing").say("Stable: small letters, digits, '.', '_', '-'.")),
                   need("name", line(100, 1).such_as("Printing")), may("parent", id().or_null()),
                   may("queue", id().or_null().say("Where its tickets go.")), may("skills", list(line(50, 1), 50)),
                   may("keywords", keywords_schema())});
}

Schema category_schema() {
    return object({need("id", id()), need("version", id()), need("key", text(0)), need("name", text(0)),
                   need("parent", id().or_null()), need("queue", id().or_null()), need("skills", list(text(0))),
                   need("keywords", map(list(text(0))))});
}

JsonObject shown(domain::Category const& category) {
    JsonObject keywords;
    for (auto const& [language, words] : category.keywords) keywords[language] = show(words);
    return {{"id", category.id.value},
            {"version", category.version},
            {"key", category.key},
            {"name", category.name},
            {"parent", id_or_null(category.parent)},
            {"queue", id_or_null(category.queue)},
            {"skills", show(category.skills)},
            {"keywords", std::move(keywords)}};
}

desk::CategoryFields category_fields(JsonObject const& body) {
    Fields const fields(body);
    desk::CategoryFields out;
    fields.take("key", out.key);
    fields.take("name", out.name);
    fields.take("parent", out.parent);
    fields.take("queue", out.queue);
    fields.take("skills", out.skills);
    if (fields.has("keywords")) {
        out.keywords.emplace();
        auto const& given = object_at(body, "keywords");
        for (auto const& [language, words] : given) {
            std::vector<std::string> list;
            Fields(given).take(language, list);
            out.keywords->emplace_back(language, std::move(list));
        }
    }
    return out;
}

Result<Reply> list_categories(Call& call) {
    TRY(auto categories, desk::list_categories(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& category : categories) items.emplace_back(shown(category));
    return whole_list(std::move(items));
}

Result<Reply> create_category(Call& call) {
    TRY(auto made, desk::make_category(call.desk(), call.principal(), category_fields(call.body), call.key()));
    return made_reply(call, shown(made.value), made.value.id.value, made.value.version, made.is_known);
}

Result<Reply> get_category(Call& call) {
    TRY(auto category, desk::get_category(call.desk(), call.scope(), call.id<domain::CategoryId>("category")));
    return versioned_reply(shown(category), category.version);
}

Result<Reply> patch_category(Call& call) {
    TRY(auto category, desk::change_category(call.desk(), call.principal(), call.id<domain::CategoryId>("category"),
                                             call.expected_version, category_fields(call.body)));
    return versioned_reply(shown(category), category.version);
}

}  // namespace

Group categories_group() {
    Group out{"Categories", "The taxonomy that triage proposes from.", {}, {}};
    out.schemas = {{"NewCategory", category_input()},
                   {"CategoryPatch", partial(category_input())},
                   {"Category", category_schema()},
                   {"CategoryPage", page_of("Category")}};
    out.routes = {
        Route(Verb::get, "/api/v1/categories", "list_categories", Permission::setup_read, list_categories)
            .says("List categories")
            .answers(200, "CategoryPage"),
        Route(Verb::post, "/api/v1/categories", "create_category", Permission::setup_write, create_category)
            .says("Add a category")
            .takes("NewCategory")
            .answers(201, "Category")
            .once(),
        Route(Verb::get, "/api/v1/categories/{category}", "get_category", Permission::setup_read, get_category)
            .says("Read a category")
            .answers(200, "Category")
            .versioned(),
        Route(Verb::patch, "/api/v1/categories/{category}", "patch_category", Permission::setup_write, patch_category)
            .says("Change a category", "Its key stays: what was learned is stored under it.")
            .takes("CategoryPatch")
            .answers(200, "Category")
            .versioned(),
    };
    return out;
}

}  // namespace lotse::api
