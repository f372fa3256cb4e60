// SPDX-License-Identifier: Apache-2.0
#include "desk/letters.h"

#include "desk/deliver_notices.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class LettersOfTheDesk : public DeskTest {
  protected:
    void write(desk::LetterText letter) {
        need(store_->write(*scope_, [&](store::WriteTxn& txn) { return desk::write_letter(*desk_, txn, letter); }));
    }
    desk::LetterText a_letter() const {
        desk::LetterText out;
        out.to_name = "Ola";
        out.to_address = "ola@customer.example";
        out.language = "pl";
        out.subject = "Link";
        out.text = "https://desk.example/in#s3cret";
        out.expires_at = clock_.now() + std::chrono::hours{1};
        return out;
    }
    std::vector<desk::DueLetter> claim() {
        return need(desk::claim_due_letters(*desk_, 10, [](domain::TenantId) -> Result<bool> { return true; }));
    }
    void note(desk::DueLetter const& letter, Result<void> const& outcome) {
        need(desk::note_letter_outcome(*desk_, letter, outcome));
    }
    store::LetterCounts counts() {
        return need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::count_letters(txn); }));
    }
    std::string why_dead() {
        auto const dead =
            need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::list_dead_letters(txn, {}, 1); }));
        return dead.empty() ? std::string() : dead.front().why;
    }
};

TEST_F(LettersOfTheDesk, AreSealedWhileTheyWait) {
    write(a_letter());
    need(store_->read(*scope_, [](store::ReadTxn& txn) {
        return txn.each("SELECT text FROM letter WHERE tenant_id = :tenant", {},
                        [](store::Row const& row) { EXPECT_EQ(row.bytes(0).find("s3cret"), std::string::npos); });
    }));
    auto const due = claim();
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due.front().letter.text.reveal(), a_letter().text);
    EXPECT_EQ(due.front().from_name, "Hafen IT") << "the desk's own name where no brand is given";
    EXPECT_EQ(due.front().from_address, "help@desk.example");
    EXPECT_TRUE(due.front().letter.message_id.ends_with("@desk.example"));
    note(due.front(), {});
    EXPECT_EQ(counts().waiting, 0);
    EXPECT_EQ(counts().dead, 0);
}

TEST_F(LettersOfTheDesk, CarryTheBrandAndNoLineBreakInAHeader) {
    auto letter = a_letter();
    letter.from_name = "Hafen\r\nBcc: x@y";
    letter.subject = "Hello\nthere";
    write(letter);
    auto const due = claim();
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due.front().from_name, "Hafen  Bcc: x@y");
    EXPECT_EQ(due.front().letter.subject, "Hello there");
}

TEST_F(LettersOfTheDesk, AreTriedAgainWithGrowingPausesWhileTheyAreOfUse) {
    write(a_letter());
    auto const failed = Result<void>(unavailable("relay.failed", "Nobody there."));
    std::vector<std::int64_t> pauses;
    auto last = clock_.now();
    for (;;) {
        auto const due = claim();
        if (due.empty()) {
            if (counts().waiting == 0) break;
            clock_.advance(std::chrono::seconds{20});
            continue;
        }
        pauses.push_back(std::chrono::duration_cast<std::chrono::minutes>(clock_.now() - last).count());
        last = clock_.now();
        note(due.front(), failed);
    }
    EXPECT_EQ(pauses, (std::vector<std::int64_t>{0, 1, 4, 15}));
    EXPECT_EQ(counts().dead, 1);
    EXPECT_EQ(why_dead(), "Nobody there.");
}

TEST_F(LettersOfTheDesk, AreGivenUpAtOnceWhenTheyAreRefused) {
    write(a_letter());
    note(claim().front(), invalid("relay.refused", "No such mailbox."));
    EXPECT_EQ(counts().waiting, 0);
    EXPECT_EQ(why_dead(), "No such mailbox.");
}

TEST_F(LettersOfTheDesk, AreNotSentWhenTheyAreNoLongerOfUse) {
    write(a_letter());
    clock_.advance(std::chrono::hours{2});
    EXPECT_TRUE(claim().empty());
    EXPECT_EQ(counts().waiting, 0);
    EXPECT_EQ(counts().dead, 1);
}

TEST(LetterAsHtml, MakesLinksOfAddressesAloneAndEscapesTheRest) {
    EXPECT_EQ(desk::letter_as_html("A <b>\n\nhttps://d.example/?a=1&b=2\nsee https://x.example"),
              "<div>A &lt;b&gt;<br>\n<br>\n<a href=\"https://d.example/?a=1&amp;b=2\">"
              "https://d.example/?a=1&amp;b=2</a><br>\nsee https://x.example</div>\n");
    EXPECT_EQ(desk::letter_as_html("javascript:alert(1)"), "<div>javascript:alert(1)</div>\n");
}

}  // namespace
}  // namespace lotse
