// SPDX-License-Identifier: Apache-2.0
#include "store/vectors.h"

#include "contract/support/samples.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::Status;
using domain::TicketId;

class Vectors : public OnEachStore {
  protected:
    TicketId add(Status status, std::string const& encoder = "e5-1", TicketId merged_into = {}) {
        return must_have(write([&](store::WriteTxn& txn) -> Result<TicketId> {
            auto ticket = a_ticket();
            ticket.status = status;
            ticket.merged_into = merged_into;
            TRY(ticket, store::add_ticket(txn, std::move(ticket)));
            CHECK_OK(store::put_vector(txn, {ticket.id, encoder, "hash", std::string("\x00\x01\xff", 3)}));
            return ticket.id;
        }));
    }
    std::optional<store::TicketVector> find(TicketId ticket) {
        return must_have(read([&](store::ReadTxn& txn) { return store::find_vector(txn, ticket); }));
    }
    std::vector<TicketId> done(TicketId above, TicketId below, int limit = 10) {
        std::vector<TicketId> out;
        for (auto const& one : must_have(
                 read([&](store::ReadTxn& txn) { return store::list_done_vectors(txn, "e5-1", above, below, limit); })))
            out.push_back(one.ticket);
        return out;
    }
};
LOTSE_ON_EACH_STORE(Vectors);

TEST_P(Vectors, KeepBytesAsTheyAreAndReplaceTheOneBefore) {
    auto const ticket = add(Status::open);
    EXPECT_EQ(find(ticket)->bytes, std::string("\x00\x01\xff", 3));
    must_have(write([&](store::WriteTxn& txn) {
        return store::put_vector(txn, {ticket, "e5-2", std::string(32, '\xfe'), std::string(388, '\0')});
    }));
    auto const again = find(ticket);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->encoder, "e5-2");
    EXPECT_EQ(again->text_hash, std::string(32, '\xfe'));
    EXPECT_EQ(again->bytes.size(), 388U);
}

TEST_P(Vectors, GoWithTheirTicketAndMayBeGoneAlready) {
    auto const ticket = add(Status::open);
    for (int i = 0; i < 2; ++i)
        must_have(write([&](store::WriteTxn& txn) { return store::remove_vector(txn, ticket); }));
    EXPECT_FALSE(find(ticket));
}

TEST_P(Vectors, OfSolvedTicketsComeNewestFirstInPieces) {
    auto const first = add(Status::solved);
    add(Status::open);
    auto const second = add(Status::closed);
    add(Status::solved, "e5-2");
    add(Status::closed, "e5-1", first);
    auto const third = add(Status::solved);
    TicketId const end{third.value + 1};
    EXPECT_EQ(done({}, end), (std::vector{third, second, first}));
    EXPECT_EQ(done({}, end, 2), (std::vector{third, second}));
    EXPECT_EQ(done({}, second), std::vector{first});
    EXPECT_EQ(done(second, end), (std::vector{third, second}));
}

TEST_P(Vectors, AreSeenByTheirOwnDeskAlone) {
    auto const ticket = add(Status::solved);
    auto const seen = must_have(store().read(other_scope(), [&](store::ReadTxn& txn) {
        return store::list_done_vectors(txn, "e5-1", {}, TicketId{ticket.value + 1}, 10);
    }));
    EXPECT_TRUE(seen.empty());
    must_have(store().write(other_scope(), [&](store::WriteTxn& txn) { return store::remove_vector(txn, ticket); }));
    EXPECT_TRUE(find(ticket)) << "another desk's number is another ticket";
}

}  // namespace
}  // namespace lotse::testing
