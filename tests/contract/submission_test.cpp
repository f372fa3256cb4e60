// SPDX-License-Identifier: Apache-2.0
#include "store/submission.h"

#include "contract/support/samples.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class Submissions : public OnEachStore {
  protected:
    std::optional<store::StoredSubmission> find() {
        return must_have(read([](store::ReadTxn& txn) { return store::find_submission(txn); }));
    }
    Result<store::StoredSubmission> put(std::int64_t version, std::string host) {
        store::StoredSubmission row{version, std::move(host), 465,
                                    "tls",   kHostile,        Secret<std::string>(std::string("\0s", 2))};
        return write([&](store::WriteTxn& txn) { return store::put_submission(txn, row); });
    }
};
LOTSE_ON_EACH_STORE(Submissions);

TEST_P(Submissions, AreKeptAndReplacedByVersion) {
    EXPECT_FALSE(find());
    EXPECT_EQ(must_have(put(0, "one.example")).version, 1);
    auto const found = find();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->version, 1);
    EXPECT_EQ(found->host, "one.example");
    EXPECT_EQ(found->port, 465);
    EXPECT_EQ(found->security, "tls");
    EXPECT_EQ(found->user, kHostile);
    EXPECT_EQ(found->password.reveal(), std::string("\0s", 2));
    EXPECT_EQ(must_have(put(1, "two.example")).version, 2);
    EXPECT_EQ(find()->host, "two.example");
    auto const late = put(1, "three.example");
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, "submission.stale_version");
    EXPECT_EQ(find()->host, "two.example");
}

TEST_P(Submissions, OfOneDeskAreNotAnothers) {
    must_have(put(0, "one.example"));
    EXPECT_FALSE(
        must_have(store().read(other_scope(), [](store::ReadTxn& txn) { return store::find_submission(txn); })));
}

}  // namespace
}  // namespace lotse::testing
