// SPDX-License-Identifier: Apache-2.0
#include "store/rows.h"
#include "store/setup.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, version, parent_id, key, name, queue_id, skills, keywords";

// [["en", ["password", "log in"]], ["de", [...]]]: a list, because its order is the admin's.
std::string keywords_text(domain::Category const& category) {
    JsonArray all;
    for (auto const& [language, words] : category.keywords) {
        JsonArray listed;
        for (auto const& word : words) listed.emplace_back(word);
        all.push_back(JsonArray{Json(language), Json(std::move(listed))});
    }
    return to_string(Json(std::move(all)));
}

domain::Category read_category(Row const& row) {
    domain::Category out;
    out.id = row.id<domain::CategoryTag>(0);
    out.version = row.integer(1);
    out.parent = row.id<domain::CategoryTag>(2);
    out.key = row.text(3);
    out.name = row.text(4);
    out.queue = row.id<domain::QueueTag>(5);
    out.skills = strings_in(array_column(row, 6));
    for (auto const& entry : array_column(row, 7)) {
        must(entry.is_array() && entry.get_array().size() == 2, "stored keywords of a language");
        auto const& pair = entry.get_array();
        must(pair[0].is_string() && pair[1].is_array(), "stored keywords of a language");
        out.keywords.emplace_back(std::string(pair[0].get_string().data(), pair[0].get_string().size()),
                                  strings_in(pair[1].get_array()));
    }
    return out;
}

Error missing() { return not_found("category.missing", "There is no such category."); }
Error stale() {
    return conflict("category.stale_version", "Somebody has changed this category meanwhile; read it again.");
}

Error named(Error error) {
    return renamed(std::move(error), {{"/key", "/key", "category.key_taken", "Another category has this key."}});
}

}  // namespace

Result<domain::Category> add_category(WriteTxn& txn, domain::Category category) {
    TRY(category.id.value, txn.next_id("category"));
    category.version = 1;
    auto const done =
        txn.run(sql<"INSERT INTO category (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7)">,
                {category.id, category.parent, category.key, category.name, category.queue, array_text(category.skills),
                 keywords_text(category)});
    if (!done) return named(done.error());
    return category;
}

Result<domain::Category> get_category(ReadTxn& txn, domain::CategoryId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM category WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_category, missing);
}

Result<domain::Category> update_category(WriteTxn& txn, domain::Category category) {
    auto const done = txn.run(
        "UPDATE category SET version = version + 1, parent_id = ?3, key = ?4, name = ?5, queue_id = ?6, skills = ?7, "
        "keywords = ?8 WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
        {category.id, category.version, category.parent, category.key, category.name, category.queue,
         array_text(category.skills), keywords_text(category)});
    if (!done) return named(done.error());
    CHECK_OK(check_updated(*done, get_category(txn, category.id), stale));
    ++category.version;
    return category;
}

Result<std::vector<domain::Category>> list_categories(ReadTxn& txn) {
    return list_all(txn, sql<"SELECT ", kColumns, " FROM category WHERE tenant_id = :tenant ORDER BY id">, {},
                    read_category);
}

}  // namespace lotse::store
