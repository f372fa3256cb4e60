// SPDX-License-Identifier: Apache-2.0
#include "api/call_note.h"

#include <gtest/gtest.h>

#include <set>

#include "api/routes.h"

namespace lotse::api {
namespace {

std::string told(JsonObject const& sent, JsonObject const& before) {
    domain::CallNote note;
    tell_changes(note, sent, before);
    return note.changes;
}

TEST(CallNote, TellsWhatMovedAndWhatStoodThere) {
    EXPECT_EQ(told({{"name", "B"}, {"key", "k"}}, {{"name", "A"}, {"key", "k"}}),
              R"([{"field":"name","from":"A","to":"B"}])");
    EXPECT_EQ(told({{"name", "A"}}, {{"name", "A"}}), "");
    EXPECT_EQ(told({{"name", "A"}}, {}), R"([{"field":"name","from":null,"to":"A"}])");
}

TEST(CallNote, KnowsAReferenceByItsNumber) {
    JsonObject const before{{"lead", JsonObject{{"id", 3}, {"name", "Anna"}}}};
    EXPECT_EQ(told({{"lead", 3}}, before), "");
    EXPECT_NE(told({{"lead", 4}}, before).find("Anna"), std::string::npos);
    JsonObject const several{{"queues", JsonArray{JsonObject{{"id", 1}, {"name", "x"}}}}};
    EXPECT_EQ(told({{"queues", JsonArray{1}}}, several), "");
}

TEST(CallNote, KeepsNoSecretAndNoLongText) {
    auto const secret = told({{"password", "hunter2"}, {"deep", JsonObject{{"access_token", "hunter2"}}}}, {});
    EXPECT_EQ(secret.find("hunter2"), std::string::npos) << secret;
    EXPECT_NE(secret.find("(secret)"), std::string::npos);
    EXPECT_LT(told({{"text", std::string(100'000, 'x')}}, {}).size(), 2500U);
}

TEST(CallNote, IsMadeForEveryChangeOfTheDeskAndNotForWorkOnTickets) {
    std::set<std::string> recorded;
    std::set<std::string> others;
    for (auto const& group : all_groups())
        for (auto const& route : group.routes) (is_recorded(route) ? recorded : others).insert(route.operation);
    for (auto const* name :
         {"patch_settings", "create_queue", "patch_queue", "create_agent", "patch_mailbox", "create_token",
          "revoke_token", "put_matrix", "delete_macro", "create_tag", "patch_customer", "sign_out"})
        EXPECT_TRUE(recorded.contains(name)) << name;
    for (auto const* name : {"patch_ticket", "write_reply", "use_macro", "put_draft", "put_presence", "read_mentions",
                             "get_settings", "sign_in"})
        EXPECT_TRUE(others.contains(name)) << name;
}

}  // namespace
}  // namespace lotse::api
