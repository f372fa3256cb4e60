// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "access/authenticate.h"
#include "access/credential.h"
#include "access/password_rules.h"
#include "access/principal.h"
#include "base/crypto.h"

namespace lotse::access {
namespace {

TEST(Credential, ReadsBackWhatItMakes) {
    for (auto const kind : {CredentialKind::token, CredentialKind::session}) {
        auto const text = make_credential(kind, domain::TenantId{42});
        auto const read = read_credential(text.reveal());
        ASSERT_TRUE(read);
        EXPECT_EQ(read->kind, kind);
        EXPECT_EQ(read->tenant, domain::TenantId{42});
        EXPECT_EQ(read->hash, sha256_hex(text.reveal()));
    }
}

TEST(Credential, RefusesEveryChangedCharacterAndLength) {
    auto const text = make_credential(CredentialKind::token, domain::TenantId{1}).reveal();
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto changed = text;
        changed[i] = changed[i] == 'x' ? 'y' : 'x';
        EXPECT_FALSE(read_credential(changed)) << i;
        EXPECT_FALSE(read_credential(text.substr(0, i))) << i;
    }
    EXPECT_FALSE(read_credential(""));
    EXPECT_FALSE(read_credential(" "));
    EXPECT_FALSE(read_credential(std::string(100000, 'a')));
}

TEST(Permissions, AdminHasAllAndEachRoleOnlyItsOwn) {
    using domain::Role;
    EXPECT_TRUE(permissions_of(Role::admin).all());
    auto const has = [](Role role, Permission permission) {
        return permissions_of(role).test(static_cast<std::size_t>(permission));
    };
    EXPECT_TRUE(has(Role::agent, Permission::tickets_write));
    EXPECT_FALSE(has(Role::agent, Permission::setup_write));
    EXPECT_TRUE(has(Role::light_agent, Permission::notes_write));
    EXPECT_FALSE(has(Role::light_agent, Permission::tickets_write));
    EXPECT_FALSE(has(Role::auditor, Permission::notes_write));
    EXPECT_FALSE(has(Role::lead, Permission::tokens_manage));
}

TEST(Permissions, NamesAnUnknownScope) {
    EXPECT_FALSE(permissions_of(std::vector<std::string>{}));
    auto const refused = permissions_of(std::vector<std::string>{"tickets:read", "root"});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("root"), std::string::npos);
    EXPECT_TRUE(permissions_of(std::vector<std::string>{"admin"})->all());
}

TEST(Authorize, HidesWhatBelongsToAnotherDesk) {
    auto const admin = operator_of(domain::TenantId{1});
    EXPECT_TRUE(authorize(admin, Permission::tickets_read, {domain::TenantId{1}, {}}));
    auto const foreign = authorize(admin, Permission::tickets_read, {domain::TenantId{2}, {}});
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().kind, Kind::not_found);
}

TEST(Authorize, LetsAnAgentChangeTheirOwnRecordOnly) {
    auto agent = operator_of(domain::TenantId{1});
    agent.permissions = permissions_of(domain::Role::agent);
    agent.agent = domain::AgentId{7};
    EXPECT_TRUE(authorize(agent, Permission::agents_write, {domain::TenantId{1}, domain::AgentId{7}}));
    EXPECT_FALSE(authorize(agent, Permission::agents_write, {domain::TenantId{1}, domain::AgentId{8}}));
    EXPECT_FALSE(authorize(agent, Permission::agents_write, {domain::TenantId{1}, {}}));
}

TEST(Password, AsksForLengthAndNoCommonOnes) {
    auto const check = [](std::string text) {
        return check_password(Secret<std::string>(std::move(text)), {"Hafen IT"});
    };
    EXPECT_FALSE(check("short"));
    EXPECT_FALSE(check(std::string(15, 'a')));
    EXPECT_FALSE(check("123456789012345678"));
    EXPECT_TRUE(check("the heron stands in the reeds"));
    EXPECT_TRUE(check("żółw je liście w słońcu"));
}

}  // namespace
}  // namespace lotse::access
