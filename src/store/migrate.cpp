// SPDX-License-Identifier: Apache-2.0
#include "store/migrate.h"

#include <algorithm>
#include <array>

#include "base/log.h"
#include "base/must.h"
#include "base/text.h"
#include "store/open.h"
#include "store/sql_tokens.h"

// Made by CMake from the files in migrations/.
namespace lotse::embedded {
std::string_view store_migrations_0001_ground_sql();
std::string_view store_migrations_0002_due_by_people_sql();
std::string_view store_migrations_0003_tags_and_fields_sql();
std::string_view store_migrations_0004_relations_sql();
std::string_view store_migrations_0005_bulk_jobs_sql();
std::string_view store_migrations_0006_composer_sql();
std::string_view store_migrations_0007_stream_sql();
std::string_view store_migrations_0008_held_mail_sql();
std::string_view store_migrations_0009_letters_sql();
std::string_view store_migrations_0010_sessions_and_factors_sql();
std::string_view store_migrations_0011_portal_sql();
std::string_view store_migrations_0012_audit_sql();
std::string_view store_migrations_0013_withdrawn_words_sql();
std::string_view store_migrations_0014_submission_sql();
std::string_view store_migrations_0015_search_sql();
std::string_view store_migrations_0015_search_sqlite_sql();
std::string_view store_migrations_0015_search_postgres_sql();
std::string_view store_migrations_0016_gate_sql();
std::string_view store_migrations_0017_moods_and_entities_sql();
std::string_view store_migrations_0018_audit_chain_sql();
std::string_view store_migrations_0019_labels_sql();
std::string_view store_migrations_0020_lessons_sql();
std::string_view store_migrations_0021_replays_sql();
std::string_view store_migrations_0022_pool_sql();
std::string_view store_migrations_0023_ticket_vectors_sql();
std::string_view store_migrations_0024_promises_sql();
std::string_view store_migrations_0025_clocks_sql();
std::string_view store_migrations_0026_roster_sql();
std::string_view store_migrations_0027_escalations_sql();
std::string_view store_migrations_0028_routing_rules_sql();
std::string_view store_migrations_0029_simulations_sql();
std::string_view store_migrations_0030_calendar_feeds_sql();
std::string_view store_migrations_0031_ladders_sql();
std::string_view store_migrations_0032_webhooks_sql();
std::string_view store_migrations_0033_staffing_gaps_sql();
std::string_view store_migrations_0034_work_days_sql();
std::string_view store_migrations_0035_units_sql();
}  // namespace lotse::embedded

namespace lotse::store {
namespace {

Error newer_schema(int found, int known) {
    return invalid("store.newer_schema", "This data was written by Lotse schema " + std::to_string(found) +
                                             "; this program knows " + std::to_string(known) +
                                             ". Start the newer Lotse or restore the backup from before the upgrade.");
}

bool is_refused(SqlToken const& token) {
    constexpr std::array<std::string_view, 4> words = {"cascade", "deferrable", "trigger", "view"};
    return std::ranges::find(words, token.word) != words.end();
}

}  // namespace

std::span<Migration const> migrations() {
    static auto const list = std::to_array<Migration>({
        {1, "ground", embedded::store_migrations_0001_ground_sql()},
        {2, "due_by_people", embedded::store_migrations_0002_due_by_people_sql()},
        {3, "tags_and_fields", embedded::store_migrations_0003_tags_and_fields_sql()},
        {4, "relations", embedded::store_migrations_0004_relations_sql()},
        {5, "bulk_jobs", embedded::store_migrations_0005_bulk_jobs_sql()},
        {6, "composer", embedded::store_migrations_0006_composer_sql()},
        {7, "stream", embedded::store_migrations_0007_stream_sql()},
        {8, "held_mail", embedded::store_migrations_0008_held_mail_sql()},
        {9, "letters", embedded::store_migrations_0009_letters_sql()},
        {10, "sessions_and_factors", embedded::store_migrations_0010_sessions_and_factors_sql()},
        {11, "portal", embedded::store_migrations_0011_portal_sql()},
        {12, "audit", embedded::store_migrations_0012_audit_sql()},
        {13, "withdrawn_words", embedded::store_migrations_0013_withdrawn_words_sql()},
        {14, "submission", embedded::store_migrations_0014_submission_sql()},
        {15, "search", embedded::store_migrations_0015_search_sql(),
         embedded::store_migrations_0015_search_sqlite_sql(), embedded::store_migrations_0015_search_postgres_sql()},
        {16, "gate", embedded::store_migrations_0016_gate_sql()},
        {17, "moods_and_entities", embedded::store_migrations_0017_moods_and_entities_sql()},
        {18, "audit_chain", embedded::store_migrations_0018_audit_chain_sql()},
        {19, "labels", embedded::store_migrations_0019_labels_sql()},
        {20, "lessons", embedded::store_migrations_0020_lessons_sql()},
        {21, "replays", embedded::store_migrations_0021_replays_sql()},
        {22, "pool", embedded::store_migrations_0022_pool_sql()},
        {23, "ticket_vectors", embedded::store_migrations_0023_ticket_vectors_sql()},
        {24, "promises", embedded::store_migrations_0024_promises_sql()},
        {25, "clocks", embedded::store_migrations_0025_clocks_sql()},
        {26, "roster", embedded::store_migrations_0026_roster_sql()},
        {27, "escalations", embedded::store_migrations_0027_escalations_sql()},
        {28, "routing_rules", embedded::store_migrations_0028_routing_rules_sql()},
        {29, "simulations", embedded::store_migrations_0029_simulations_sql()},
        {30, "calendar_feeds", embedded::store_migrations_0030_calendar_feeds_sql()},
        {31, "ladders", embedded::store_migrations_0031_ladders_sql()},
        {32, "webhooks", embedded::store_migrations_0032_webhooks_sql()},
        {33, "staffing_gaps", embedded::store_migrations_0033_staffing_gaps_sql()},
        {34, "work_days", embedded::store_migrations_0034_work_days_sql()},
        {35, "units", embedded::store_migrations_0035_units_sql()},
    });
    return list;
}

int schema_version() { return migrations().back().number; }

Result<std::vector<std::string>> statements_of(Migration const& migration, SchemaWords const& words) {
    std::string const text = replace_all(replace_all(std::string(migration.text), "{blob}", words.blob),
                                         "{without_rowid}", words.without_rowid);
    TRY(auto const tokens, tokenize(text));
    std::vector<std::string> statements;
    std::string statement;
    bool has_words = false;
    for (auto const& token : tokens) {
        if (is_refused(token)) return bug("store.migration", std::string(migration.name) + " uses " + token.word);
        if (token.kind == SqlTokenKind::symbol && token.text == ";") {
            if (has_words) statements.push_back(statement);
            statement.clear();
            has_words = false;
        } else if (token.kind == SqlTokenKind::space) {
            statement += ' ';  // comments go
        } else {
            statement += token.text;
            has_words = true;
        }
    }
    if (has_words) return bug("store.migration", std::string(migration.name) + " does not end with a semicolon");
    return statements;
}

Result<void> migrate(MigrationTarget& target, std::span<Migration const> list) {
    int const known = list.empty() ? 0 : list.back().number;
    TRY(int version, target.read_version());
    if (version > known) return newer_schema(version, known);
    if (version == known) return {};
    TRY(version, target.prepare(version));
    if (version > known) return newer_schema(version, known);
    for (auto const& migration : list) {
        must(migration.number == 1 + (&migration - list.data()), "migrations are numbered without gaps");
        if (migration.number <= version) continue;
        CHECK_OK(target.apply(migration));
        log(Level::info, "schema migrated", {{"to", migration.number}, {"name", migration.name}});
    }
    return {};
}

}  // namespace lotse::store
