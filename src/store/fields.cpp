// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "store/rows.h"
#include "store/setup.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, version, key, document";

JsonObject names_json(domain::NamesByLanguage const& names) {
    JsonObject out;
    for (auto const& [language, name] : names) out[language] = name;
    return out;
}

domain::NamesByLanguage names_from(JsonObject const& stored) {
    domain::NamesByLanguage out;
    for (auto const& [language, name] : stored) out.emplace_back(language, text_at(stored, language));
    return out;
}

template <class Id>
JsonArray ids_json(std::vector<Id> const& ids) {
    JsonArray out;
    for (auto const id : ids) out.emplace_back(id.value);
    return out;
}

template <class Id>
std::vector<Id> ids_from(JsonArray const& stored) {
    std::vector<Id> out;
    for (auto const& id : stored) out.emplace_back(id.to_number<std::int64_t>());
    return out;
}

std::string document_of(domain::Field const& field) {
    JsonArray options;
    for (auto const& option : field.options)
        options.push_back(JsonObject{{"value", option.value}, {"names", names_json(option.names)}});
    JsonObject out{{"names", names_json(field.names)},
                   {"kind", domain::name_of(field.kind)},
                   {"options", std::move(options)},
                   {"required_at", domain::name_of(field.required_at)},
                   {"position", field.position},
                   {"queues", ids_json(field.queues)},
                   {"categories", ids_json(field.categories)}};
    if (field.shown_when) {
        JsonArray values;
        for (auto const& value : field.shown_when->values) values.emplace_back(value);
        out["shown_when"] = JsonObject{{"field", field.shown_when->field}, {"values", std::move(values)}};
    }
    return to_string(out);
}

domain::Field read_field(Row const& row) {
    auto const document = object_column(row, 3);
    domain::Field out;
    out.id = row.id<domain::FieldTag>(0);
    out.version = row.integer(1);
    out.key = row.text(2);
    out.names = names_from(object_at(document, "names"));
    auto const kind = domain::find_enum<domain::FieldKind>(text_at(document, "kind"));
    auto const stage = domain::find_enum<domain::FieldStage>(text_at(document, "required_at"));
    must(kind && stage, "a stored field that this program knows");
    out.kind = *kind;
    out.required_at = *stage;
    for (auto const& option : array_at(document, "options")) {
        must(option.is_object(), "a stored option");
        out.options.push_back(
            {std::string(text_at(option.get_object(), "value")), names_from(object_at(option.get_object(), "names"))});
    }
    out.position = static_cast<int>(int_at(document, "position"));
    out.queues = ids_from<domain::QueueId>(array_at(document, "queues"));
    out.categories = ids_from<domain::CategoryId>(array_at(document, "categories"));
    if (document.contains("shown_when")) {
        auto const& when = object_at(document, "shown_when");
        out.shown_when = domain::ShownWhen{std::string(text_at(when, "field")), strings_in(array_at(when, "values"))};
    }
    return out;
}

Error missing() { return not_found("field.missing", "There is no such field."); }
Error stale() { return conflict("field.stale_version", "Somebody has changed this field meanwhile; read it again."); }

Error named(Error error) {
    return renamed(std::move(error), {{"/key", "/key", "field.key_taken", "Another field has this key."}});
}

}  // namespace

Result<domain::Field> add_field(WriteTxn& txn, domain::Field field) {
    TRY(field.id.value, txn.next_id("field"));
    field.version = 1;
    auto const done = txn.run(sql<"INSERT INTO field (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, 1, ?2, ?3)">,
                              {field.id, field.key, document_of(field)});
    if (!done) return named(done.error());
    return field;
}

Result<domain::Field> get_field(ReadTxn& txn, domain::FieldId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM field WHERE tenant_id = :tenant AND id = ?1">, {id}, read_field,
                   missing);
}

Result<domain::Field> update_field(WriteTxn& txn, domain::Field field) {
    TRY(auto const changed, txn.run("UPDATE field SET version = version + 1, document = ?3 "
                                    "WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
                                    {field.id, field.version, document_of(field)}));
    CHECK_OK(check_updated(changed, get_field(txn, field.id), stale));
    ++field.version;
    return field;
}

Result<void> remove_field(WriteTxn& txn, domain::FieldId id) {
    TRY(auto const removed, txn.run("DELETE FROM field WHERE tenant_id = :tenant AND id = ?1", {id}));
    if (removed == 0) return missing();
    return {};
}

Result<std::vector<domain::Field>> list_fields(ReadTxn& txn) {
    TRY(auto fields,
        list_all(txn, sql<"SELECT ", kColumns, " FROM field WHERE tenant_id = :tenant ORDER BY id">, {}, read_field));
    std::ranges::sort(fields, {}, [](domain::Field const& field) { return std::tuple(field.position, field.id); });
    return fields;
}

}  // namespace lotse::store
