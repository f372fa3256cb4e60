// SPDX-License-Identifier: Apache-2.0
// The handler as a whole, on a real desk: who gets in, what is refused, what an answer carries.
#include "access/authenticate.h"
#include "api/api.h"
#include "api/identify.h"
#include "base/crypto.h"
#include "desk/first_setup.h"
#include "desk/stream_events.h"
#include "unit/desk/support/desk_fixture.h"

namespace lotse::api {
namespace {

class DispatchTest : public DeskTest {
  protected:
    DispatchTest() {
        ApiConfig config;
        config.data_folder = folder_;
        config.version = "test";
        handler_ = make_handler({*desk_, hub_, metrics_, [this] { ++address_changes_; }, config, {}, false, {}, {}});
        admin_ = token({"admin"});
    }

    std::string token(std::vector<std::string> scopes, domain::AgentId agent = {}) {
        access::NewToken wanted;
        wanted.name = "test";
        wanted.scopes = std::move(scopes);
        wanted.agent = agent;
        auto const issued = lotse::need(
            store_->write(*scope_, [&](store::WriteTxn& txn) { return access::issue_token(txn, clock_, wanted); }));
        return issued.text.reveal();
    }

    domain::AgentId agent(domain::Role role) {
        auto made = add_agent("Agent " + std::to_string(++agents_));
        made.role = role;
        return lotse::need(store_->write(*scope_, [&](store::WriteTxn& txn) { return store::update_agent(txn, made); }))
            .id;
    }

    net::Request request(std::string method, std::string path, std::string body = {}) {
        net::Request out;
        out.method = std::move(method);
        out.path = std::move(path);
        out.peer = "127.0.0.1";
        out.headers.add("Host", "desk.example");
        if (!body.empty()) out.headers.add("Content-Type", "application/json");
        out.body = std::move(body);
        return out;
    }
    net::Request with(std::string const& token, net::Request request) {
        request.headers.set("Authorization", "Bearer " + token);
        return request;
    }
    net::Response call(std::string method, std::string path, std::string body = {}) {
        return handler_(with(admin_, request(std::move(method), std::move(path), std::move(body))));
    }
    static JsonObject json(net::Response const& response) {
        auto const value = parse_json(response.body);
        return value && value->is_object() ? value->get_object() : JsonObject{};
    }
    std::int64_t make_ticket() {
        return int_at(
            json(call("POST", "/api/v1/tickets", R"({"subject": "Help", "customer": {"email": "a@b.example"}})")),
            "id");
    }

    net::Hub hub_;
    net::Metrics metrics_;
    net::Handler handler_;
    std::string admin_;
    int address_changes_ = 0;
    int agents_ = 0;
};

TEST_F(DispatchTest, AnswersProblemsForWhatIsNotThere) {
    EXPECT_EQ(call("GET", "/api/v1/nothing").status, 404);
    auto const wrong_verb = call("PUT", "/api/v1/tickets");
    EXPECT_EQ(wrong_verb.status, 405);
    EXPECT_EQ(wrong_verb.headers.find("Allow"), "GET, POST");
    EXPECT_EQ(wrong_verb.content_type, "application/problem+json");
}

TEST_F(DispatchTest, WantsToKnowWhoCalls) {
    auto const response = handler_(request("GET", "/api/v1/tickets"));
    EXPECT_EQ(response.status, 401);
    EXPECT_TRUE(response.headers.has("WWW-Authenticate"));
    EXPECT_EQ(handler_(with("lotse_api_1_nonsense", request("GET", "/api/v1/tickets"))).status, 401);
}

TEST_F(DispatchTest, AsksForThePermissionBeforeItReadsTheBody) {
    auto const reader = token({"read"});
    EXPECT_EQ(handler_(with(reader, request("GET", "/api/v1/tickets"))).status, 200);
    EXPECT_EQ(handler_(with(reader, request("POST", "/api/v1/tickets", "{"))).status, 403);
}

TEST_F(DispatchTest, CreatesAndShowsATicket) {
    auto const made = call("POST", "/api/v1/tickets",
                           R"({"subject": "Printer\njammed", "text": "Paper.", "customer": {"email": "Anna@B.example"},
                               "category": "printing", "attachments": [{"name": "a.txt", "content": "aGFsbG8="}]})");
    ASSERT_EQ(made.status, 201) << made.body;
    auto const path = std::string(*made.headers.find("Location"));
    auto const shown = call("GET", path);
    ASSERT_EQ(shown.status, 200) << shown.body;
    auto const body = json(shown);
    EXPECT_EQ(text_at(body, "subject"), "Printer jammed");
    EXPECT_EQ(text_at(object_at(body, "category"), "key"), "printing");
    EXPECT_EQ(text_at(object_at(body, "customer"), "email"), "anna@b.example");
    EXPECT_EQ(array_at(array_at(body, "articles")[0].get_object(), "attachments").size(), 1U);
    EXPECT_EQ(shown.headers.find("ETag"), "\"v" + std::to_string(int_at(body, "version")) + "\"");
}

TEST_F(DispatchTest, RefusesUnknownFieldsWrongTypesAndOtherMedia) {
    auto const unknown = call("POST", "/api/v1/tickets", R"({"subject": "x", "tenant_id": 2})");
    EXPECT_EQ(unknown.status, 422);
    EXPECT_NE(unknown.body.find("\"/tenant_id\""), std::string::npos);
    EXPECT_EQ(call("POST", "/api/v1/tickets", "{").status, 400);
    EXPECT_EQ(call("POST", "/api/v1/tickets", "[]").status, 422);
    auto form = with(admin_, request("POST", "/api/v1/tickets", "subject=x"));
    form.headers.set("Content-Type", "application/x-www-form-urlencoded");
    EXPECT_EQ(handler_(form).status, 415);
    auto odd = with(admin_, request("GET", "/api/v1/tickets"));
    odd.query.add("colour", "red");
    EXPECT_EQ(handler_(odd).status, 422);
}

TEST_F(DispatchTest, KeepsToVersions) {
    auto const path = "/api/v1/tickets/" + std::to_string(make_ticket());
    auto patch = with(admin_, request("PATCH", path, R"({"subject": "New words"})"));
    patch.headers.add("If-Match", std::string(*call("GET", path).headers.find("ETag")));
    EXPECT_EQ(handler_(patch).status, 200);
    EXPECT_EQ(handler_(patch).status, 412);
    auto known = with(admin_, request("GET", path));
    known.headers.add("If-None-Match", std::string(*call("GET", path).headers.find("ETag")));
    EXPECT_EQ(handler_(known).status, 304);
}

TEST_F(DispatchTest, RepeatsTheAnswerOfAKey) {
    auto create = with(
        admin_, request("POST", "/api/v1/tickets", R"({"subject": "Once", "customer": {"email": "a@b.example"}})"));
    create.headers.add("Idempotency-Key", "k1");
    auto const first = handler_(create);
    auto const again = handler_(create);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(first.body, again.body);
    EXPECT_FALSE(first.headers.has("Idempotency-Replayed"));
    EXPECT_EQ(again.headers.find("Idempotency-Replayed"), "true");
    create.body = R"({"subject": "Other", "customer": {"email": "a@b.example"}})";
    EXPECT_EQ(handler_(create).status, 422);
}

TEST_F(DispatchTest, KeepsANoteKeyToItsTicket) {
    auto const one = make_ticket();
    auto const two = make_ticket();
    auto note =
        with(admin_, request("POST", "/api/v1/tickets/" + std::to_string(one) + "/notes", R"({"text": "same"})"));
    note.headers.add("Idempotency-Key", "k");
    EXPECT_EQ(int_at(json(handler_(note)), "ticket"), one);
    note.path = "/api/v1/tickets/" + std::to_string(two) + "/notes";
    EXPECT_EQ(int_at(json(handler_(note)), "ticket"), two);
}

TEST_F(DispatchTest, PagesWithoutLossOrRepetition) {
    for (int i = 0; i < 7; ++i) make_ticket();
    auto page = with(admin_, request("GET", "/api/v1/tickets"));
    page.query.add("limit", "3");
    page.query.add("sort", "created");
    std::vector<std::int64_t> seen;
    for (int pages = 0; pages < 5; ++pages) {
        auto const body = json(handler_(page));
        for (auto const& item : array_at(body, "items")) seen.push_back(int_at(item.get_object(), "id"));
        auto const next = std::string(text_at(body, "next"));
        if (next.empty()) break;
        page.query = {};
        for (auto const part : split(std::string_view(next).substr(next.find('?') + 1), '&')) {
            auto const at = part.find('=');
            page.query.add(percent_decode(part.substr(0, at)), percent_decode(part.substr(at + 1)));
        }
    }
    EXPECT_EQ(seen, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7}));
}

TEST_F(DispatchTest, LetsNobodyGiveMoreThanTheyHave) {
    auto const lead = token({"admin"}, agent(domain::Role::lead));
    auto const admin = agent(domain::Role::admin);
    auto const path = "/api/v1/agents/" + std::to_string(admin.value);
    EXPECT_EQ(handler_(with(lead, request("POST", "/api/v1/agents",
                                          R"({"name": "X", "email": "x@team.example", "role": "admin"})")))
                  .status,
              403);
    EXPECT_EQ(handler_(with(lead, request("PATCH", path, R"({"is_disabled": true})"))).status, 403);
    EXPECT_EQ(handler_(with(lead, request("PATCH", path, R"({"password": "a sentence nobody knows"})"))).status, 403);
    auto const issuer = token({"tokens:manage"});
    EXPECT_EQ(handler_(with(issuer, request("POST", "/api/v1/tokens", R"({"name": "t", "scopes": ["admin"]})"))).status,
              403);
    EXPECT_EQ(handler_(with(issuer, request("POST", "/api/v1/tokens", R"({"name": "t", "scopes": ["tokens:manage"]})")))
                  .status,
              201);
}

TEST_F(DispatchTest, KeepsTheLastAdmin) {
    auto const path = "/api/v1/agents/" + std::to_string(agent(domain::Role::admin).value);
    EXPECT_EQ(call("PATCH", path, R"({"role": "agent"})").status, 409);
    agent(domain::Role::admin);
    EXPECT_EQ(call("PATCH", path, R"({"role": "agent"})").status, 200);
}

TEST_F(DispatchTest, LetsAgentsSetTheirOwnAvailabilityOnly) {
    auto const own = agent(domain::Role::agent);
    auto const other = agent(domain::Role::agent);
    auto const mine = token({"admin"}, own);
    auto const put = [&](domain::AgentId id) {
        return handler_(with(mine, request("PUT", "/api/v1/agents/" + std::to_string(id.value) + "/availability",
                                           R"({"is_available": false})")))
            .status;
    };
    EXPECT_EQ(put(own), 200);
    EXPECT_EQ(put(other), 403);
    EXPECT_EQ(
        handler_(with(mine, request("PATCH", "/api/v1/agents/" + std::to_string(own.value), R"({"role": "admin"})")))
            .status,
        403);
}

TEST_F(DispatchTest, NeverShowsTheSecretOfAMailbox) {
    auto const made =
        call("POST", "/api/v1/mailboxes",
             R"({"address": "s@desk.example", "host": "imap.example.org", "user": "s", "password": "CANARY-1"})");
    ASSERT_EQ(made.status, 201) << made.body;
    auto const path = std::string(*made.headers.find("Location"));
    for (auto const& answer : {made, call("GET", path), call("GET", "/api/v1/mailboxes")})
        EXPECT_EQ(answer.body.find("CANARY"), std::string::npos);
    EXPECT_TRUE(bool_at(json(made), "has_password"));
    EXPECT_EQ(address_changes_, 1);
    EXPECT_EQ(call("PATCH", path, R"({"host": "evil.example"})").status, 422);
    EXPECT_EQ(call("PATCH", path, R"({"security": "none"})").status, 422);
}

TEST_F(DispatchTest, GuardsSessionsAgainstOtherSites) {
    ASSERT_EQ(call("PATCH", "/api/v1/settings", R"({"second_factor": "nobody"})").status, 200);
    auto const person = agent(domain::Role::agent);
    lotse::need(store_->write(*scope_, [&](store::WriteTxn& txn) {
        return store::write_password_hash(txn, person, hash_password(Secret<std::string>("a sentence of Anna")));
    }));
    auto login =
        request("POST", "/api/v1/session", R"({"email": "agent.1@team.example", "password": "a sentence of Anna"})");
    auto const signed_in = handler_(login);
    ASSERT_EQ(signed_in.status, 201) << signed_in.body;
    auto const set = std::string(*signed_in.headers.find("Set-Cookie"));
    EXPECT_NE(set.find("HttpOnly"), std::string::npos);
    EXPECT_NE(set.find("SameSite=Lax"), std::string::npos);
    auto const cookie = set.substr(0, set.find(';'));
    auto const csrf = std::string(text_at(json(signed_in), "csrf_token"));

    auto create = request("POST", "/api/v1/tickets", R"({"subject": "x", "customer": {"email": "a@b.example"}})");
    create.headers.add("Cookie", cookie);
    EXPECT_EQ(handler_(create).status, 403);
    create.headers.set("X-CSRF-Token", csrf);
    EXPECT_EQ(handler_(create).status, 201);
    create.headers.set("Origin", "http://evil.example");
    EXPECT_EQ(handler_(create).status, 403);
    create.headers.set("Origin", "http://desk.example");
    EXPECT_EQ(handler_(create).status, 201);
    create.headers.set("Sec-Fetch-Site", "cross-site");
    EXPECT_EQ(handler_(create).status, 403);

    auto leave = request("DELETE", "/api/v1/session");
    leave.headers.add("Cookie", cookie);
    leave.headers.add("X-CSRF-Token", csrf);
    EXPECT_EQ(handler_(leave).status, 204);
    EXPECT_EQ(handler_(leave).status, 401);
}

TEST_F(DispatchTest, SlowsGuessersWithoutLockingOthersOut) {
    auto guess = request("POST", "/api/v1/session", R"({"email": "anna@team.example", "password": "wrong"})");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(handler_(guess).status, 401);
    auto const refused = handler_(guess);
    EXPECT_EQ(refused.status, 429);
    EXPECT_TRUE(refused.headers.has("Retry-After"));
    guess.peer = "127.0.0.2";
    EXPECT_EQ(handler_(guess).status, 401);
}

TEST_F(DispatchTest, LimitsTheCallsOfAToken) {
    int refused = 0;
    for (int i = 0; i < 65; ++i) refused += call("GET", "/api/v1/session").status == 429;
    EXPECT_EQ(refused, 5);
    clock_.advance(std::chrono::seconds{1});
    EXPECT_EQ(call("GET", "/api/v1/session").status, 200);
}

TEST_F(DispatchTest, SetsUpOnceAndIsGone) {
    auto const offered = lotse::need(desk::offer_setup(*desk_, folder_));
    ASSERT_TRUE(offered.has_value());
    auto const body = [&](std::string const& text) {
        return R"({"token": ")" + text + R"(", "desk_name": "Hafen", "mail_from": "help@hafen.example", "admin":
                 {"name": "Anna", "email": "anna@hafen.example", "password": "a sentence of Anna"}})";
    };
    EXPECT_EQ(handler_(request("POST", "/api/v1/setup", body("wrong"))).status, 401);
    clock_.advance(std::chrono::minutes{61});
    EXPECT_EQ(handler_(request("POST", "/api/v1/setup", body(offered->reveal()))).status, 401);
    auto const fresh = lotse::need(desk::offer_setup(*desk_, folder_));
    EXPECT_EQ(handler_(request("POST", "/api/v1/setup", body(fresh->reveal()))).status, 201);
    EXPECT_EQ(handler_(request("POST", "/api/v1/setup", body(fresh->reveal()))).status, 404);
    EXPECT_FALSE(std::filesystem::exists(folder_ + "/setup-token"));
    EXPECT_FALSE(lotse::need(desk::offer_setup(*desk_, folder_)).has_value());
    EXPECT_FALSE(bool_at(json(call("GET", "/api/v1/settings")), "accepts_any_recipient", true));
}

TEST_F(DispatchTest, ShowsFiguresToThisMachineOnly) {
    EXPECT_EQ(handler_(request("GET", "/metrics")).status, 200);
    auto far = request("GET", "/metrics");
    far.peer = "203.0.113.9";
    EXPECT_EQ(handler_(far).status, 401);
    EXPECT_EQ(handler_(with(token({"read"}), far)).status, 200);
    EXPECT_EQ(handler_(with(token({"tickets:create"}), far)).status, 403);
    auto proxied = request("GET", "/metrics");
    proxied.headers.add("X-Forwarded-For", "203.0.113.9");
    EXPECT_EQ(handler_(proxied).status, 401);
}

TEST_F(DispatchTest, EndsAStreamWhenItsTokenIsRevoked) {
    auto const made = json(call("POST", "/api/v1/tokens", R"({"name": "t", "scopes": ["events:read"]})"));
    auto follow = with(std::string(text_at(made, "token")), request("GET", "/api/v1/events"));
    follow.headers.add("Accept", "text/event-stream");
    auto const response = handler_(follow);
    ASSERT_TRUE(response.stream != nullptr);
    EXPECT_TRUE(response.stream->still_allowed());
    make_ticket();
    ASSERT_TRUE(desk::place_events(*desk_, *scope_));
    EXPECT_EQ(lotse::need(response.stream->replay(0, 10)).front().name, "ticket.opened");
    EXPECT_EQ(call("DELETE", "/api/v1/tokens/" + std::to_string(int_at(made, "id"))).status, 204);
    EXPECT_FALSE(response.stream->still_allowed());
}

TEST_F(DispatchTest, TriagesWithoutStoringAnything) {
    auto const one =
        call("POST", "/api/v1/triage", R"({"subject": "Drucker kaputt", "body": "Der Drucker druckt nicht mehr."})");
    ASSERT_EQ(one.status, 200) << one.body;
    EXPECT_EQ(array_at(json(one), "labels").size(), 7U);
    auto const batch = call("POST", "/api/v1/triage", R"({"items": [{"body": "a"}, {"body": "b"}]})");
    EXPECT_EQ(array_at(json(batch), "items").size(), 2U);
    EXPECT_EQ(call("POST", "/api/v1/triage", "{}").status, 422);
    EXPECT_EQ(array_at(json(call("GET", "/api/v1/tickets")), "items").size(), 0U);
}

TEST_F(DispatchTest, ComputesDueTimesOnACalendar) {
    auto ask = with(admin_, request("GET", "/api/v1/calendars/1/due"));
    ask.query.add("from", "2026-03-27T16:00:00Z");  // Friday 17:00 in Berlin, the office has closed
    ask.query.add("minutes", "60");
    auto const response = handler_(ask);
    ASSERT_EQ(response.status, 200) << response.body;
    // Monday 10:00, after the clocks went forward.
    EXPECT_EQ(text_at(json(response), "due_at"), "2026-03-30T08:00:00.000Z");
}

}  // namespace
}  // namespace lotse::api
