// SPDX-License-Identifier: Apache-2.0
// A folder that is gone at the end of the test.
#pragma once

#include <filesystem>
#include <string>

#include "base/crypto.h"

namespace lotse::testing {

class TemporaryFolder {
  public:
    TemporaryFolder() : path_(std::filesystem::temp_directory_path() / ("lotse-" + random_token(9))) {
        std::filesystem::create_directory(path_);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    std::string path() const { return path_.string(); }
    std::string operator/(std::string const& name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

}  // namespace lotse::testing
