// SPDX-License-Identifier: Apache-2.0
#include "desk/setup.h"

#include "desk/made.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class SetupOf : public DeskTest {
  protected:
    void SetUp() override { need(desk::current_setup(*desk_, *scope_)); }  // the snapshot that this process keeps
};

// add_agent() writes past the desk, as the command line of another process does.
TEST_F(SetupOf, KnowsAPersonWhomAnotherProcessHasAdded) {
    auto const anna = add_agent("Anna Kowalska").id;
    EXPECT_EQ(need(desk::current_setup(*desk_, *scope_))->find_agent(anna), nullptr) << "no snapshot was kept";
    auto const setup = need(desk::current_setup_of(*desk_, *scope_, anna));
    ASSERT_NE(setup->find_agent(anna), nullptr);
    EXPECT_EQ(setup->find_agent(anna)->name, "Anna Kowalska");
    EXPECT_NE(need(desk::current_setup(*desk_, *scope_))->find_agent(anna), nullptr) << "the old snapshot still serves";
}

TEST_F(SetupOf, KnowsTheRoleThatAnotherProcessHasGiven) {
    auto anna = add_agent("Anna Kowalska");
    need(desk::current_setup_of(*desk_, *scope_, anna.id));
    clock_.advance(std::chrono::seconds{1});
    need(desk::current_setup(*desk_, *scope_));
    anna.role = domain::Role::lead;
    need(store_->write(*scope_, [&](store::WriteTxn& txn) { return store::update_agent(txn, anna); }));
    EXPECT_EQ(need(desk::current_setup_of(*desk_, *scope_, anna.id))->find_agent(anna.id)->role, domain::Role::lead);
}

TEST_F(SetupOf, NobodyAskedForGivesTheSnapshotAsItIs) {
    EXPECT_EQ(need(desk::current_setup_of(*desk_, *scope_, {})), need(desk::current_setup(*desk_, *scope_)));
}

}  // namespace
}  // namespace lotse
