// SPDX-License-Identifier: Apache-2.0
#include "store/articles.h"

#include "base/crypto.h"
#include "contract/support/samples.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::ArticleId;

class Articles : public OnEachStore {
  protected:
    void SetUp() override {
        OnEachStore::SetUp();
        if (HasFatalFailure()) return;
        ticket_ = must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, {}); })).id;
    }
    domain::Article an_article() const {
        domain::Article a;
        a.ticket = ticket_;
        a.kind = domain::ArticleKind::note;
        a.author = domain::Author::system;
        a.agent = domain::AgentId{4};
        a.channel = domain::Channel::chat;
        a.from_name = kHostile;
        a.from_address = "anna@example.org";
        a.to = "Support <help@example.org>, \"Łódź, dział\" <lodz@example.org>";
        a.cc = "cc@example.org";
        a.subject = "Re: " + kHostile;
        a.new_text = "Neu: " + kHostile;
        a.quoted = "> alt\n> 'älter'";
        a.signature = "-- \nAnna Żak";
        a.text = a.new_text + "\n\n" + a.quoted + "\n" + a.signature;
        a.html = "<p>" + kHostile + "</p>";
        a.language = "pl";
        a.message_id = "<" + std::string(3000, 'm') + "@example.org>";
        a.proof = domain::SenderProof::fail;
        a.is_automatic = true;
        a.is_quarantined = true;
        a.remark = "Out-of-office reply";
        a.created_at = minute(3);
        return a;
    }
    domain::Article add(domain::Article const& article) {
        return must_have(write([&](store::WriteTxn& txn) { return store::add_article(txn, article); }));
    }
    domain::Article get(ArticleId id) {
        return must_have(read([&](store::ReadTxn& txn) { return store::get_article(txn, id); }));
    }
    domain::TicketId ticket_;
};
LOTSE_ON_EACH_STORE(Articles);

TEST_P(Articles, AreReadAsTheyWereWritten) {
    auto const article = add(an_article());
    EXPECT_TRUE(fields(get(article.id)) == fields(article));
    domain::Article plain;
    plain.ticket = ticket_;
    plain = add(plain);
    EXPECT_TRUE(fields(get(plain.id)) == fields(plain));
}

// Whatever the split is, it comes back: all new, nothing new, parts in any order, parts that are no piece of the text.
TEST_P(Articles, KeepTheirPartsHoweverTheTextWasSplit) {
    std::string const big = megabyte();
    std::string const plain = monotonous(1024 * 1024);
    std::vector<std::array<std::string, 4>> const splits = {
        {"all of it", "all of it", "", ""},
        {"> only a quote", "", "> only a quote", ""},
        {"sig\nquote\nnew", "new", "quote", "sig"},
        {"one\n> q\ntwo", "one\ntwo", "> q", ""},
        {"", "spoken on the phone", "", "Anna"},
        {"[0,5]", "[0,5]", "\"x\"", "[[1,2]]"},
        {"same same", "same", "same", "same"},
        {big + "\n" + big, big, big, ""},
        {plain, plain.substr(0, plain.size() / 2) + "b", plain.substr(1), "a"},
    };
    for (auto const& [text, new_text, quoted, signature] : splits) {
        auto article = an_article();
        article.text = text;
        article.new_text = new_text;
        article.quoted = quoted;
        article.signature = signature;
        article = add(article);
        EXPECT_TRUE(fields(get(article.id)) == fields(article)) << text.substr(0, 40);
    }
}

TEST_P(Articles, DoNotKeepTheSameTextTwice) {
    auto article = an_article();
    article.new_text = megabyte();
    article.text = article.new_text + "\n-- \nAnna";
    article.signature = "-- \nAnna";
    article.quoted.clear();
    add(article);
    std::int64_t bytes = 0;
    must_have(read([&](store::ReadTxn& txn) {
        return txn.each("SELECT length(text) + length(parts) FROM article WHERE tenant_id = :tenant", {},
                        [&](store::Row const& row) { bytes = row.integer(0); });
    }));
    EXPECT_LT(bytes, static_cast<std::int64_t>(article.text.size()) + 100);
}

TEST_P(Articles, AreListedOldestFirstInPages) {
    std::vector<std::int64_t> expected;
    for (int i = 0; i < 7; ++i) expected.push_back(add(an_article()).id.value);
    auto const other = must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, {}); }));
    auto elsewhere = an_article();
    elsewhere.ticket = other.id;
    add(elsewhere);
    std::vector<std::int64_t> seen;
    ArticleId after;
    for (;;) {
        auto const page =
            must_have(read([&](store::ReadTxn& txn) { return store::list_articles(txn, ticket_, after, 3); }));
        if (page.empty()) break;
        for (auto const& article : page) seen.push_back(article.id.value);
        after = page.back().id;
    }
    EXPECT_EQ(seen, expected);
}

TEST_P(Articles, NeedTheirTicket) {
    auto article = an_article();
    article.ticket = domain::TicketId{99};
    auto const refused = write([&](store::WriteTxn& txn) { return store::add_article(txn, article); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "store.reference");
    auto const mine = an_article();
    auto const foreign =
        store().write(other_scope(), [&](store::WriteTxn& txn) { return store::add_article(txn, mine); });
    ASSERT_FALSE(foreign) << "a ticket of another tenant";
    EXPECT_EQ(foreign.error().code, "store.reference");
}

TEST_P(Articles, OfOthersAreMissing) {
    auto const article = add(an_article());
    auto const foreign =
        store().read(other_scope(), [&](store::ReadTxn& txn) { return store::get_article(txn, article.id); });
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().code, "article.missing");
    EXPECT_TRUE(must_have(store().read(other_scope(), [&](store::ReadTxn& txn) {
                    return store::list_articles(txn, ticket_);
                })).empty());
}

TEST_P(Articles, HaveAttachments) {
    auto const article = add(an_article());
    domain::Attachment file;
    file.article = article.id;
    file.ticket = ticket_;
    file.name = "../../etc/passwd\" " + kHostile;
    file.content_type = "image/png";
    file.content_id = "part1@example.org";
    file.is_inline = true;
    file.size = 5'000'000'000;
    file.sha256 = sha256_hex("x");
    file = must_have(write([&](store::WriteTxn& txn) { return store::add_attachment(txn, file); }));
    auto const get = [&](domain::TenantScope const& who) {
        return store().read(who, [&](store::ReadTxn& txn) { return store::get_attachment(txn, file.id); });
    };
    EXPECT_TRUE(fields(must_have(get(scope()))) == fields(file));
    EXPECT_EQ(get(other_scope()).error().code, "attachment.missing");
    auto const all = must_have(read([&](store::ReadTxn& txn) { return store::list_attachments(txn, ticket_); }));
    ASSERT_EQ(all.size(), 1u);
    EXPECT_TRUE(fields(all[0]) == fields(file));
}

TEST_P(Articles, KeepTheBytesAsTheyCame) {
    auto const article = add(an_article());
    auto const blob = add(an_article());
    std::string bytes;
    for (int i = 0; i < 300'000; ++i) bytes += static_cast<char>(i * 7 % 256);
    must_have(write([&](store::WriteTxn& txn) { return store::add_raw(txn, article.id, {bytes, "", 300'000}); }));
    must_have(write(
        [&](store::WriteTxn& txn) { return store::add_raw(txn, blob.id, {"", sha256_hex("y"), 9'000'000'000}); }));
    auto const get = [&](ArticleId id) { return read([=](store::ReadTxn& txn) { return store::get_raw(txn, id); }); };
    EXPECT_EQ(must_have(get(article.id)).bytes, bytes);
    EXPECT_EQ(must_have(get(blob.id)).sha256, sha256_hex("y"));
    EXPECT_EQ(must_have(get(blob.id)).size, 9'000'000'000);
    EXPECT_EQ(get(ArticleId{99}).error().code, "article.no_raw");
    auto const foreign =
        store().read(other_scope(), [&](store::ReadTxn& txn) { return store::get_raw(txn, article.id); });
    EXPECT_EQ(foreign.error().code, "article.no_raw");
}

TEST_P(Articles, RememberDeliveriesByKeysOfAnyLength) {
    auto const article = add(an_article());
    std::string const key = "<id@example.org> " + kHostile + std::string(10'000, 'k');
    auto const find = [&](std::string const& wanted) {
        return must_have(read([&](store::ReadTxn& txn) { return store::find_delivery(txn, wanted); }));
    };
    auto const remember = [&] {
        return write([&](store::WriteTxn& txn) {
            return store::add_delivery(txn, key, "smtp", {ticket_, article.id}, minute(1));
        });
    };
    EXPECT_FALSE(find(key));
    must_have(remember());
    ASSERT_TRUE(find(key));
    EXPECT_EQ(find(key)->ticket, ticket_);
    EXPECT_EQ(find(key)->article, article.id);
    EXPECT_FALSE(find(key + "k"));
    auto const again = remember();
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, Kind::unavailable) << "the sender tries again and finds the first";
    EXPECT_FALSE(
        must_have(store().read(other_scope(), [&](store::ReadTxn& txn) { return store::find_delivery(txn, key); })));
}

}  // namespace
}  // namespace lotse::testing
