// SPDX-License-Identifier: Apache-2.0
#include "web/pages.h"

#include <gtest/gtest.h>

#include <array>
#include <map>

#include "base/json.h"
#include "web/boot.h"

namespace lotse::web {
namespace {

std::array<Asset, 2> const kFiles{
    Asset{"assets/index-abc.js", "let a", {}, {}, "aa"},
    Asset{"index.html", "<!doctype html><head><title>Lotse</title><!--boot--></head><body>", {}, {}, "bb"}};

// An API that knows these addresses, and notes what it was asked with.
struct FakeApi {
    std::map<std::string, std::string> answers;
    std::vector<net::Request> asked;
    net::Handler handler() {
        return [this](net::Request const& request) {
            asked.push_back(request);
            net::Response out;
            auto const found = answers.find(request.path);
            out.status = found == answers.end() ? 404 : 200;
            out.body = found == answers.end() ? R"({"status": 404})" : found->second;
            return out;
        };
    }
};

net::Request visit(std::string path) {
    net::Request out;
    out.method = "GET";
    out.path = std::move(path);
    out.headers.add("Cookie", "lotse=secret");
    out.headers.add("X-Other", "stays outside");
    return out;
}

JsonObject boot_in(std::string const& page) {
    auto const begin = page.find("id=\"boot\">") + 10;
    auto const parsed = parse_json(page.substr(begin, page.find("</script>", begin) - begin));
    return parsed ? parsed->as_object() : JsonObject{};
}

TEST(Site, PutsTheFirstAnswersIntoThePage) {
    FakeApi api;
    api.answers = {{"/api/v1/session", R"({"principal": "session:1", "language": "pl"})"},
                   {"/api/v1/queues/counts", R"({"items": []})"},
                   {"/api/v1/tickets/7", R"({"id": 7})"}};
    auto const site = make_site({api.handler(), kFiles, "1.2.3"});
    auto const page = site(visit("/inbox/mine/7"));
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.headers.get_or("Cache-Control", ""), "no-store");
    auto const boot = boot_in(page.body);
    EXPECT_EQ(text_at(boot, "version"), "1.2.3");
    EXPECT_EQ(text_at(boot, "locale"), "pl");
    EXPECT_EQ(text_at(object_at(boot, "session"), "principal"), "session:1");
    auto const& answers = object_at(boot, "api");
    EXPECT_EQ(int_at(object_at(answers, "/api/v1/tickets/7"), "id"), 7);
    EXPECT_TRUE(answers.contains("/api/v1/queues/counts"));
    EXPECT_FALSE(answers.contains("/api/v1/views"));  // the API did not know it
    for (auto const& request : api.asked) {
        EXPECT_EQ(request.headers.get_or("Cookie", ""), "lotse=secret");
        EXPECT_FALSE(request.headers.has("X-Other"));
    }
}

TEST(Site, AStrangersPageHoldsNothing) {
    FakeApi api;
    api.answers = {{"/api/v1/queues/counts", R"({"items": [1]})"}};
    auto const site = make_site({api.handler(), kFiles, "1"});
    auto const boot = boot_in(site(visit("/inbox")).body);
    EXPECT_TRUE(boot.at("session").is_null());
    EXPECT_TRUE(object_at(boot, "api").empty());
    EXPECT_FALSE(bool_at(boot, "setup_open", true));
}

TEST(Site, SaysThatTheSetUpIsOpen) {
    FakeApi api;
    api.answers = {{"/api/v1/setup", "{}"}};
    auto const site = make_site({api.handler(), kFiles, "1"});
    EXPECT_TRUE(bool_at(boot_in(site(visit("/setup")).body), "setup_open"));
}

TEST(Site, WithoutTheWebFolderItTellsHowToBuildIt) {
    FakeApi api;
    auto const site = make_site({api.handler(), {}, "1"});
    EXPECT_NE(site(visit("/")).body.find("./dev build"), std::string::npos);
    EXPECT_TRUE(api.asked.empty());
}

TEST(Site, HandsEverythingElseToTheApi) {
    FakeApi api;
    auto const site = make_site({api.handler(), kFiles, "1"});
    EXPECT_EQ(site(visit("/api/v1/tickets")).status, 404);
    EXPECT_EQ(site(visit("/index.html")).status, 404);
    EXPECT_EQ(site(visit("/assets/gone.js")).status, 404);
    EXPECT_EQ(api.asked.size(), 3U);
    auto post = visit("/inbox");
    post.method = "POST";
    EXPECT_EQ(site(post).status, 404);
}

TEST(Site, ShowsAPageToAReaderWhoMistypedAnAddress) {
    FakeApi api;
    auto const site = make_site({api.handler(), kFiles, "1"});
    auto mistyped = visit("/inbx");
    mistyped.headers.add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    auto const shown = site(mistyped);
    EXPECT_EQ(shown.status, 404);
    EXPECT_EQ(shown.content_type, "text/html; charset=utf-8");
    auto program = visit("/api/v1/nothing");
    program.headers.add("Accept", "text/html");
    EXPECT_NE(site(program).content_type, "text/html; charset=utf-8");
}

TEST(BootElement, NoTextOfAPersonEndsTheElement) {
    auto const element = boot_element({{"name", "</script><script>alert(1)</script><!--\xe2\x80\xa8&"}});
    EXPECT_EQ(element.find("</script>"), element.size() - 9);
    EXPECT_EQ(element.find("<!--"), std::string::npos);
    auto const begin = element.find('>') + 1;
    auto const parsed = parse_json(element.substr(begin, element.size() - 9 - begin));
    ASSERT_TRUE(parsed);
    EXPECT_EQ(text_at(parsed->as_object(), "name"), "</script><script>alert(1)</script><!--\xe2\x80\xa8&");
}

TEST(ChooseLocale, TakesTheFirstLanguageThatPagesSpeak) {
    EXPECT_EQ(choose_locale("fr-FR,de-AT;q=0.8,en;q=0.5", ""), "de");
    EXPECT_EQ(choose_locale("de", "pl"), "pl");
    EXPECT_EQ(choose_locale("de", "fr"), "de");
    EXPECT_EQ(choose_locale("", ""), "en");
}

TEST(IsPage, KnowsTheAddressesOfTheApplication) {
    for (auto const* path :
         {"/", "/inbox", "/inbox/mine/7", "/settings/people", "/sign-in", "/sign-in/reset", "/setup"})
        EXPECT_TRUE(is_page(path)) << path;
    for (auto const* path : {"/inboxes", "/api", "/assets/a.js", "/health", "/sign-in/link/abc", "/help"})
        EXPECT_FALSE(is_page(path)) << path;
}

}  // namespace
}  // namespace lotse::web
