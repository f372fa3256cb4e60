// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/role.h"

#include "base/log.h"
#include "store/postgres/schema.h"

namespace lotse::store::postgres {
namespace {

// Minor releases with the fix of CVE-2024-10976 (a cached plan under another role's policy).
bool has_policy_fix(int version) {
    int const major = version / 10'000;
    int const minor = version % 10'000;
    if (major == 15) return minor >= 9;
    if (major == 16) return minor >= 5;
    return major > 17 || minor >= 1;
}

Error unsafe_role() {
    return invalid(
        "store.unsafe_role",
        "The PostgreSQL role of Lotse is a superuser or has BYPASSRLS, so the tenants would not be kept apart. "
        "Give Lotse an ordinary role that owns its database.");
}

Result<bool> is_true(Connection const& connection, std::string const& condition) {
    TRY(std::string const answer, connection.text("SELECT " + condition));
    return answer == "t";
}

Result<bool> may_make_roles(Connection const& connection) {
    return is_true(connection, "rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user");
}

// CREATE ROLE fails when another process made it a moment ago: what counts is whether it is there.
Result<bool> has_app_role(Connection const& connection) {
    std::string const exists =
        "EXISTS (SELECT FROM pg_roles WHERE rolname = 'lotse_app' AND NOT rolsuper AND NOT rolbypassrls)";
    TRY(bool const is_there, is_true(connection, exists));
    if (is_there) return true;
    TRY(bool const may_create, may_make_roles(connection));
    if (!may_create) return false;
    auto const made =
        connection.execute("CREATE ROLE lotse_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE");
    if (!made) log_error("making the role lotse_app", made.error());
    return is_true(connection, exists);
}

Result<bool> may_become_app_role(Connection const& connection) {
    std::string const is_member = "pg_has_role(current_user, 'lotse_app', 'MEMBER')";
    TRY(bool const is_one, is_true(connection, is_member));
    if (is_one) return true;
    TRY(bool const may_grant, may_make_roles(connection));
    if (!may_grant) return false;
    if (connection.execute("GRANT lotse_app TO current_user").has_value()) return true;
    return is_true(connection, is_member);  // another process may have granted it meanwhile
}

}  // namespace

Result<ServerSettings> read_settings(Connection const& connection) {
    ServerSettings settings{connection.server_version(), {}, {}};
    TRY(settings.fsync, connection.text("SHOW fsync"));
    TRY(settings.full_page_writes, connection.text("SHOW full_page_writes"));
    return settings;
}

Result<void> check_server(ServerSettings const& settings) {
    if (settings.version < 150'000) return invalid("store.old_server", "Lotse needs PostgreSQL 15 or newer.");
    if (!has_policy_fix(settings.version)) {
        log(Level::warn, "this PostgreSQL has known faults in row-level security; please update it",
            {{"version", settings.version}});
    }
    if (settings.fsync == "on" && settings.full_page_writes == "on") return {};
    std::string const name = settings.fsync == "on" ? "full_page_writes" : "fsync";
    return invalid("store.fsync_off",
                   "PostgreSQL runs with " + name + "=off and would lose tickets in a power failure. Set it to on.");
}

Result<bool> choose_role(Connection const& connection) {
    CHECK_OK(lock_schema(connection));
    TRY(bool const has_role, has_app_role(connection));
    bool can_switch = false;
    if (has_role) {
        TRY(can_switch, may_become_app_role(connection));
    }
    if (can_switch) {
        TRY(std::string const schema, connection.text("SELECT quote_ident(current_schema())"));
        CHECK_OK(connection.execute("GRANT USAGE ON SCHEMA " + schema +
                                    " TO lotse_app; GRANT SELECT, INSERT, UPDATE, "
                                    "DELETE ON ALL TABLES IN SCHEMA " +
                                    schema +
                                    " TO lotse_app; "
                                    "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA " +
                                    schema +
                                    " TO lotse_app; "
                                    "REVOKE ALL ON schema_version FROM lotse_app"));
        return true;
    }
    TRY(bool const is_unsafe,
        is_true(connection, "rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"));
    if (is_unsafe) return unsafe_role();
    return false;
}

}  // namespace lotse::store::postgres
