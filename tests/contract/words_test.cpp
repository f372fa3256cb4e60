// SPDX-License-Identifier: Apache-2.0
// The full-text index gives the same tickets on both engines, and nobody else's.
#include "store/words.h"

#include "search/terms.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using search::Part;
using search::TextQuery;

class Words : public OnEachStore {
  protected:
    void put(domain::TenantId tenant, std::int64_t ticket, std::array<std::string, 4> const& texts) {
        auto const scope = domain::ScopeMint::for_tenant(tenant);
        store::WordLines lines;
        for (std::size_t i = 0; i < texts.size(); ++i) lines[i] = search::term_line(texts[i], 1000);
        must_have(store().write(
            scope, [&](store::WriteTxn& txn) { return txn.words().put(domain::TicketId(ticket), lines); }));
    }
    void put_text(std::int64_t ticket, std::string const& text) { put(tenant(), ticket, {"", "", "", text}); }

    std::vector<std::int64_t> find(store::WordSearch const& search, domain::TenantId tenant) {
        std::vector<std::int64_t> out;
        auto const scope = domain::ScopeMint::for_tenant(tenant);
        must_have(store().read(scope, [&](store::ReadTxn& txn) {
            return txn.words().find(search, [&](store::WordHit const& hit) { out.push_back(hit.ticket.value); });
        }));
        return out;
    }
    std::vector<std::int64_t> find(TextQuery const& query) {
        store::WordSearch search;
        search.query = query;
        return find(search, tenant());
    }
    static TextQuery word(std::string_view text) { return *search::text_query_of(text, false, false); }
    static TextQuery group(TextQuery::Kind kind, std::vector<TextQuery> inner, std::vector<TextQuery> without = {}) {
        TextQuery out;
        out.kind = kind;
        out.inner = std::move(inner);
        out.without = std::move(without);
        return out;
    }
};
LOTSE_ON_EACH_STORE(Words);

using Ids = std::vector<std::int64_t>;

TEST_P(Words, FindFormsOfThreeLanguages) {
    put_text(1, "The printers are failing since Monday");
    put_text(2, "Die Störungen bei den Druckern dauern an");
    put_text(3, "Problem z drukarkami i fakturą za zamówienie");
    EXPECT_EQ(find(word("printer")), Ids{1});
    EXPECT_EQ(find(word("failed")), Ids{1});
    EXPECT_EQ(find(word("Stoerung")), Ids{2});
    EXPECT_EQ(find(word("drucker")), Ids{2});
    EXPECT_EQ(find(word("drukarka")), Ids{3});
    EXPECT_EQ(find(word("faktura")), Ids{3});
    EXPECT_EQ(find(word("zamowieniach")), Ids{3});
    EXPECT_EQ(find(word("scanner")), Ids{});
}

TEST_P(Words, JoinAndTakeAway) {
    put_text(1, "red apple");
    put_text(2, "red pear");
    put_text(3, "green pear");
    EXPECT_EQ(find(group(TextQuery::Kind::all, {word("red"), word("pear")})), Ids{2});
    EXPECT_EQ(find(group(TextQuery::Kind::any, {word("apple"), word("green")})), (Ids{3, 1}));
    EXPECT_EQ(find(group(TextQuery::Kind::all, {word("pear")}, {word("red")})), Ids{3});
    EXPECT_EQ(find(group(TextQuery::Kind::all, {group(TextQuery::Kind::any, {word("red"), word("green")})},
                         {word("apple"), word("green")})),
              Ids{2});
}

TEST_P(Words, PhrasesAreInARowAndBeginningsBegin) {
    put_text(1, "paper jam in tray two");
    put_text(2, "jam on paper");
    put_text(3, "error HP-4520 on anna@example.org");
    EXPECT_EQ(find(*search::text_query_of("paper jam", false, true)), Ids{1});
    EXPECT_EQ(find(*search::text_query_of("HP-4520", false, false)), Ids{3});
    EXPECT_EQ(find(*search::text_query_of("anna@example.org", false, false)), Ids{3});
    EXPECT_EQ(find(*search::text_query_of("pap", true, false)), (Ids{2, 1}));
    EXPECT_EQ(find(*search::text_query_of("tray tw", true, false)), Ids{1});
    EXPECT_EQ(find(*search::text_query_of("pa", false, false)), Ids{});
}

TEST_P(Words, KnowTheirPart) {
    put(tenant(), 1, {"invoice", "Anna Nowak", "plan.pdf", "hello"});
    put(tenant(), 2, {"hello", "Invoice Ltd", "", "invoice"});
    EXPECT_EQ(find(*search::text_query_of("invoice", false, false, Part::subject)), Ids{1});
    EXPECT_EQ(find(*search::text_query_of("invoice", false, false, Part::people)), Ids{2});
    EXPECT_EQ(find(*search::text_query_of("plan.pdf", false, false, Part::files)), Ids{1});
    EXPECT_EQ(find(*search::text_query_of("invoice hello", false, true)), Ids{});  // not over the end of a part
    EXPECT_EQ(find(word("invoice")), (Ids{2, 1}));
}

TEST_P(Words, ReplaceAndRemoveLeaveNothingBehind) {
    put_text(1, "secret canary");
    put_text(1, "harmless");
    EXPECT_EQ(find(word("canary")), Ids{});
    EXPECT_EQ(find(word("harmless")), Ids{1});
    EXPECT_EQ(must_have(write(
                  [](store::WriteTxn& txn) { return txn.words().remove(domain::TicketId(1), domain::TicketId(1)); })),
              1);
    EXPECT_EQ(find(word("harmless")), Ids{});
}

TEST_P(Words, OtherTenantsAreNotThere) {
    put_text(5, "canary of the first");
    put(other_tenant(), 5, {"", "", "", "canary of the second"});
    put(other_tenant(), 6, {"", "", "", "canary"});
    EXPECT_EQ(find(word("canary")), Ids{5});
    EXPECT_EQ(find(word("second")), Ids{});
    store::WordSearch wide;
    wide.query = word("canary");
    wide.above = std::numeric_limits<std::int64_t>::min();
    EXPECT_EQ(find(wide, tenant()), Ids{5});
    EXPECT_EQ(find(wide, other_tenant()), (Ids{6, 5}));
    auto const scope = domain::ScopeMint::for_tenant(tenant());
    for (std::string_view const sql : {"SELECT rowid FROM ticket_fts", "SELECT ticket_id FROM ticket_words",
                                       "DELETE FROM ticket_words", "SELECT term FROM ticket_fts_data"}) {
        auto const done = store().write(scope, [&](store::WriteTxn& txn) { return txn.run(sql, {}); });
        ASSERT_FALSE(done.has_value()) << sql;
        EXPECT_EQ(done.error().kind, Kind::bug) << sql;
    }
}

TEST_P(Words, GoOnBelowATicketAndScoreIfAsked) {
    for (int i = 1; i <= 5; ++i) put_text(i, i == 2 ? "jam jam jam" : "one jam among many other words of a long text");
    store::WordSearch search;
    search.query = word("jam");
    search.limit = 2;
    EXPECT_EQ(find(search, tenant()), (Ids{5, 4}));
    search.below = 4;
    EXPECT_EQ(find(search, tenant()), (Ids{3, 2}));
    search.above = 2;
    EXPECT_EQ(find(search, tenant()), Ids{3});
    store::WordSearch scored;
    scored.query = word("jam");
    scored.wants_score = true;
    std::int64_t best = 0;
    double most = -1e9;
    must_have(store().read(domain::ScopeMint::for_tenant(tenant()), [&](store::ReadTxn& txn) {
        return txn.words().find(scored, [&](store::WordHit const& hit) {
            if (hit.score > most) best = hit.ticket.value;
            most = std::max(most, hit.score);
        });
    }));
    EXPECT_EQ(best, 2);
}

TEST_P(Words, ReadingTransactionsDoNotWrite) {
    auto const done = store().read(domain::ScopeMint::for_tenant(tenant()), [&](store::ReadTxn& txn) {
        return txn.words().put(domain::TicketId(1), {"a", "b", "c", "d"});
    });
    EXPECT_FALSE(done.has_value());
}

}  // namespace
}  // namespace lotse::testing
