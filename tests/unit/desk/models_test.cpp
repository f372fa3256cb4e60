// SPDX-License-Identifier: Apache-2.0
// The serving model: seen by every process, and never lost to a file that cannot be read.
#include "desk/models.h"

#include "desk/train_model.h"
#include "store/models.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class ServingModel : public DeskTest {
  protected:
    static desk::History history(std::string const& first, std::string const& second) {
        desk::History out;
        for (int i = 0; i < 60; ++i) {
            triage::TrainingExample example;
            example.input.new_text =
                (i % 2 == 0 ? "zorp blenk " : "vlim drask ") + std::string(static_cast<std::size_t>(i % 20 + 1), 'x');
            example.category = i % 2 == 0 ? first : second;
            out.examples.push_back(example);
        }
        return out;
    }
    std::string trained(std::string const& first = "printing", std::string const& second = "network") {
        return need(desk::train_model(*desk_, *scope_, history(first, second), true)).version;
    }
    void store(std::string version, std::string bytes) {
        need(store_->write(*scope_, [&](store::WriteTxn& txn) {
            return store::add_model(txn, {version, bytes, "{}", true, clock_.now()});
        }));
    }
    std::string version(desk::Models& asked) {
        return need(store_->read(
            *scope_, [&](store::ReadTxn& txn) -> Result<std::string> { return asked.get(txn)->version(); }));
    }
    std::string bytes_of(std::string const& version) {
        return need(store_->read(*scope_, [&](store::ReadTxn& txn) { return store::get_model(txn, version); })).bytes;
    }
    desk::Models models{Duration::zero()};
};

TEST_F(ServingModel, OfAnotherProcessIsTakenOver) {
    EXPECT_EQ(version(models), "keywords");
    auto const first = trained();
    EXPECT_EQ(version(models), first);
    auto const second = trained("network", "printing");
    EXPECT_NE(first, second);
    EXPECT_EQ(version(models), second);
}

TEST_F(ServingModel, GoesOnWhereTheNewOneIsDamaged) {
    auto const good = trained();
    EXPECT_EQ(version(models), good);
    auto bytes = bytes_of(good);
    store("damaged", bytes.substr(0, bytes.size() / 2));
    EXPECT_EQ(version(models), good);
    store("noise", std::string(1000, '\x5a'));
    EXPECT_EQ(version(models), good);
}

TEST_F(ServingModel, AfterAStartIsTheNewestThatCanBeRead) {
    auto const good = trained();
    store("damaged", "LTM1 cut off");
    desk::Models fresh;
    EXPECT_EQ(version(fresh), good);
}

TEST_F(ServingModel, OfANewerProgramSaysSo) {
    auto bytes = bytes_of(trained());
    auto const format = bytes[3];  // "LTM" and a digit
    bytes[3] = '9';
    auto const loaded = triage::load_triage_model(bytes);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, "model.format");
    EXPECT_NE(loaded.error().message.find("another version of Lotse"), std::string::npos);
    bytes[3] = format;
    auto const inner = bytes.find("LLM1");
    ASSERT_NE(inner, std::string::npos);
    bytes[inner + 3] = '9';
    EXPECT_EQ(triage::load_triage_model(bytes).error().code, "model.format");
}

TEST_F(ServingModel, KnowsNothingOfADeskWithoutOne) {
    EXPECT_EQ(version(models), "keywords");
    store("damaged", "");
    EXPECT_EQ(version(models), "keywords");
}

}  // namespace
}  // namespace lotse
