// SPDX-License-Identifier: Apache-2.0
#include "desk/search_tickets.h"

#include "desk/complete_query.h"
#include "desk/index_tickets.h"
#include "desk/reply.h"
#include "desk/similar_tickets.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class SearchDesk : public DeskTest {
  protected:
    void SetUp() override {
        agent_ = add_agent("Anna Kowalska").id;
        printer_ = add("grace@customer.example", "Printer jams", "The printer on floor two jams with thick paper.");
        drum_ = add("ada@customer.example", "New drum",
                    "Please order a drum.\nThe old printer has grey stripes on every page since Monday.");
        vpn_ = add("bo@elsewhere.example", "VPN", "The tunnel breaks every hour.");
        settle();
        index_all();
    }
    std::int64_t add(std::string const& from, std::string const& subject, std::string const& text) {
        auto message = mail(from, subject, text);
        message.from.name = from.substr(0, from.find('@'));
        return accept(message).ticket.value;
    }
    void index_all() {
        desk::TicketIndexer indexer(*desk_);
        while (need(indexer.step()) > 0) {
        }
    }
    desk::SearchAnswer search(std::string const& text) {
        desk::SearchWish wish;
        wish.text = text;
        return need(desk::search_desk(*desk_, as(agent_), wish));
    }
    static std::vector<std::int64_t> ids(desk::SearchAnswer const& answer) {
        std::vector<std::int64_t> out;
        for (auto const& found : answer.tickets) out.push_back(found.ticket.id.value);
        return out;
    }
    std::vector<std::string> offered(std::string const& text) {
        std::vector<std::string> out;
        for (auto const& one : need(desk::complete_query(*desk_, as(agent_), text)).completions)
            out.push_back(one.text);
        return out;
    }
    void solve(std::int64_t ticket, std::string const& answer) {
        desk::NewReply wanted;
        wanted.ticket = domain::TicketId(ticket);
        wanted.text = answer;
        wanted.then = domain::Status::solved;
        need(desk::reply(*desk_, as(agent_), wanted));
    }

    domain::AgentId agent_;
    std::int64_t printer_ = 0;
    std::int64_t drum_ = 0;
    std::int64_t vpn_ = 0;
};

using Ids = std::vector<std::int64_t>;
using Texts = std::vector<std::string>;

TEST_F(SearchDesk, PutsTheSubjectBeforeTheTextAndShowsWhereTheWordsStand) {
    auto const answer = search("printers");
    EXPECT_EQ(ids(answer), (Ids{printer_, drum_}));
    EXPECT_GT(answer.tickets[0].score, answer.tickets[1].score);
    auto const& snippet = answer.tickets[1].snippet;
    EXPECT_EQ(answer.tickets[1].part, search::Part::text);
    EXPECT_EQ(snippet.text, "Please order a drum. The old printer has grey stripes on every page since Monday.");
    ASSERT_EQ(snippet.ranges.size(), 1U);
    EXPECT_EQ(snippet.text.substr(static_cast<std::size_t>(snippet.ranges[0].first),
                                  static_cast<std::size_t>(snippet.ranges[0].second)),
              "printer");
}

TEST_F(SearchDesk, TakesANumberForATicketFirst) {
    for (auto const& text : {std::to_string(vpn_), "#" + std::to_string(vpn_)})
        EXPECT_EQ(ids(search(text)).front(), vpn_) << text;
}

TEST_F(SearchDesk, JudgesTheRestOfTheQueryAndGivesItBackInOneForm) {
    EXPECT_EQ(ids(search("printer -stripes")), Ids{printer_});
    EXPECT_EQ(ids(search("drucker or vpn")), Ids{vpn_});
    EXPECT_EQ(ids(search("printer status:closed")), Ids{});
    EXPECT_EQ(search("stan:otwarte printer").query, "status:open printer");
    EXPECT_EQ(ids(search("customer:ada")), Ids{drum_});
}

TEST_F(SearchDesk, FindsPeopleByTheBeginningOfAnyWord) {
    EXPECT_EQ(search("gra").customers.size(), 1U);
    EXPECT_EQ(search("customer.example").customers.size(), 2U) << "the address has words, too";
    EXPECT_EQ(search("gra status:open").customers.size(), 0U) << "a query with fields is about tickets";
    auto stranger = as(agent_);
    stranger.permissions.reset(static_cast<std::size_t>(access::Permission::customers_read));
    desk::SearchWish wish;
    wish.text = "gra";
    EXPECT_EQ(need(desk::search_desk(*desk_, stranger, wish)).customers.size(), 0U);
}

TEST_F(SearchDesk, MendsAMistypedWordAndLeavesTheOthers) {
    EXPECT_EQ(search("printre jams").did_you_mean, "printer jams");
    EXPECT_EQ(search("status:new stirpes").did_you_mean, "status:new stripes");
    EXPECT_EQ(search("printer").did_you_mean, "");
    EXPECT_EQ(search("xyzzyxyzzy").did_you_mean, "");
}

TEST_F(SearchDesk, FailsWithThePlaceOfTheMistake) {
    desk::SearchWish wish;
    wish.text = "printer stats:open";
    auto const failed = desk::search_desk(*desk_, as(agent_), wish);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, "query.field");
    EXPECT_EQ(failed.error().field, "?q");
    EXPECT_TRUE(failed.error().message.starts_with("At character 9: ")) << failed.error().message;
}

TEST_F(SearchDesk, OffersHowAQueryMayGoOn) {
    EXPECT_EQ(offered("stat"), Texts{"status:"});
    EXPECT_EQ(offered("printer status:op"), Texts{"printer status:open"});
    EXPECT_EQ(offered("status:offen"), Texts{"status:open"}) << "in other languages too";
    EXPECT_EQ(offered("status:open,w"), Texts{"status:open,waiting"});
    EXPECT_EQ(offered("agent:kow"), Texts{"agent:\"Anna Kowalska\""});
    EXPECT_EQ(offered("customer:gra"), Texts{"customer:grace"});
    EXPECT_EQ(offered("printer "), Texts{}) << "nothing has been typed";
    auto const wrong = need(desk::complete_query(*desk_, as(agent_), "status:opne"));
    ASSERT_TRUE(wrong.mistake);
    EXPECT_EQ(wrong.mistake->suggestion, "status:open");
    EXPECT_EQ(wrong.mistake->column, 1U);
}

TEST_F(SearchDesk, FindsSolvedTicketsThatReadAlike) {
    solve(printer_, "Please use the manual feed for thick paper.");
    solve(vpn_, "The tunnel has a new key.");
    index_all();
    auto const asking =
        add("kim@customer.example", "Printer jams again", "Thick paper jams in the printer on floor one.");
    index_all();
    auto const found = need(desk::similar_tickets(*desk_, as(agent_), domain::TicketId(asking), 5));
    ASSERT_EQ(found.items.size(), 1U);
    EXPECT_EQ(found.items[0].ticket.id.value, printer_) << "the drum is not solved, the tunnel is something else";
    EXPECT_EQ(found.items[0].answer, "Please use the manual feed for thick paper.");
    EXPECT_GT(found.items[0].score, 0.3);
    EXPECT_EQ(desk::similar_tickets(*desk_, as(agent_), domain::TicketId{999}, 5).error().kind, Kind::not_found);
}

}  // namespace
}  // namespace lotse
