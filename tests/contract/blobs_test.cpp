// SPDX-License-Identifier: Apache-2.0
#include "store/blobs.h"

#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <thread>

#include "support/stores.h"

namespace lotse::testing {
namespace {

domain::TenantScope tenant(std::int64_t id) { return domain::ScopeMint::for_tenant(domain::TenantId(id)); }

std::vector<std::string> files_below(std::string const& folder) {
    std::vector<std::string> files;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files.push_back(entry.path().filename());
    }
    return files;
}

class BlobsTest : public ::testing::Test {
  protected:
    TemporaryFolder folder_;
    store::Blobs blobs_ = must_have(store::Blobs::open(folder_ / "data/blobs"));
};

TEST_F(BlobsTest, GiveBackWhatWasPutUnderItsHash) {
    std::string const bytes(
        "\0\xff"
        "file",
        6);
    auto const name = must_have(blobs_.put(tenant(1), bytes));
    EXPECT_EQ(name, sha256_hex(bytes));
    EXPECT_EQ(must_have(blobs_.get(tenant(1), name)), bytes);
    EXPECT_TRUE(std::filesystem::exists(blobs_.folder() + "/1/" + name.substr(0, 2) + "/" + name));
    EXPECT_EQ(must_have(blobs_.get(tenant(1), must_have(blobs_.put(tenant(1), "")))), "");
}

TEST_F(BlobsTest, AreKeptOnceHoweverOftenTheyArePut) {
    for (int i = 0; i < 3; ++i) must_have(blobs_.put(tenant(1), "same"));
    EXPECT_EQ(files_below(blobs_.folder()), std::vector{sha256_hex("same")});
}

TEST_F(BlobsTest, AreRemovedOnceNobodyHasPutThemForLong) {
    auto const name = must_have(blobs_.put(tenant(1), "left behind"));
    std::filesystem::path const path = blobs_.folder() + "/1/" + name.substr(0, 2) + "/" + name;
    auto const age = [&](std::chrono::hours by) {
        std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() - by);
    };
    EXPECT_FALSE(must_have(blobs_.remove_unused(tenant(1), name, std::chrono::hours{24}))) << "put just now";
    age(std::chrono::hours{25});
    must_have(blobs_.put(tenant(1), "left behind"));
    EXPECT_FALSE(must_have(blobs_.remove_unused(tenant(1), name, std::chrono::hours{24}))) << "put again";
    age(std::chrono::hours{25});
    EXPECT_TRUE(must_have(blobs_.remove_unused(tenant(2), name, std::chrono::hours{24}))) << "nobody's there";
    EXPECT_EQ(must_have(blobs_.get(tenant(1), name)), "left behind");
    EXPECT_TRUE(must_have(blobs_.remove_unused(tenant(1), name, std::chrono::hours{24})));
    EXPECT_EQ(blobs_.get(tenant(1), name).error().code, "blob.missing");
    EXPECT_TRUE(must_have(blobs_.remove_unused(tenant(1), name, std::chrono::hours{24}))) << "gone is gone";
    EXPECT_EQ(blobs_.remove_unused(tenant(1), "../x", std::chrono::hours{24}).error().code, "blob.missing");
}

TEST_F(BlobsTest, ArePutAndRemovedAtOnceWithoutLoss) {
    // Whoever has put may read, however often others remove what is old at that moment.
    std::atomic<bool> ends{false};
    auto const name = sha256_hex("shared");
    std::jthread const remover([&] {
        while (!ends) must_have(blobs_.remove_unused(tenant(1), name, std::chrono::milliseconds{200}));
    });
    for (int i = 0; i < 60; ++i) {
        must_have(blobs_.put(tenant(1), "shared"));
        EXPECT_EQ(must_have(blobs_.get(tenant(1), name)), "shared");
        if (i % 20 == 0) std::this_thread::sleep_for(std::chrono::milliseconds{250});
    }
    ends = true;
}

TEST_F(BlobsTest, BelongToOneTenant) {
    auto const name = must_have(blobs_.put(tenant(1), "mine"));
    EXPECT_EQ(blobs_.get(tenant(2), name).error().code, "blob.missing");
}

TEST_F(BlobsTest, TakeNoPathForAName) {
    std::ofstream(folder_ / "secret") << "secret";
    for (std::string const& name :
         {std::string("../../../secret"), std::string(64, 'A'), std::string(63, 'a'), std::string(),
          std::string("/etc/passwd"), std::string(62, 'a') + "/.", std::string(64, '.')}) {
        EXPECT_EQ(blobs_.get(tenant(1), name).error().code, "blob.missing") << name;
    }
}

TEST_F(BlobsTest, AreNotGivenOutDamaged) {
    auto const name = must_have(blobs_.put(tenant(1), "sound"));
    std::string const path = blobs_.folder() + "/1/" + name.substr(0, 2) + "/" + name;
    std::ofstream(path) << "sOund";
    auto const damaged = blobs_.get(tenant(1), name);
    EXPECT_EQ(damaged.error().kind, Kind::corrupt);
    EXPECT_EQ(damaged.error().code, "blob.damaged");
    must_have(blobs_.put(tenant(1), "sound"));
    EXPECT_EQ(must_have(blobs_.get(tenant(1), name)), "sound") << "putting it again mends it";
}

TEST_F(BlobsTest, SayThatTheDiskDoesNotTakeThemAndLeaveNothing) {
    // A limit on file size stands for a full disk: the write stops half-way.
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit const small{1000, before.rlim_max};
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    auto const refused = blobs_.put(tenant(1), std::string(5000, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Kind::unavailable);
    EXPECT_EQ(refused.error().code, "blob.write");
    EXPECT_TRUE(files_below(blobs_.folder()).empty());
    must_have(blobs_.put(tenant(1), std::string(5000, 'x')));
}

TEST_F(BlobsTest, SayThatAFolderCannotBeMade) {
    std::ofstream(folder_ / "file") << "x";
    EXPECT_EQ(store::Blobs::open(folder_ / "file/below").error().code, "blob.write");
}

}  // namespace
}  // namespace lotse::testing
