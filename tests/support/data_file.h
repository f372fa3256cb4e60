// SPDX-License-Identifier: Apache-2.0
// A file of tests/data as bytes; looked for below the working directory, too, so that a tree may be moved after it was built.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace lotse::testing {

// "" if there is none: a test that needs it then fails on its first expectation.
inline std::string read_data(std::string const& name) {
    std::string path = std::string(LOTSE_TEST_DATA) + "/data/" + name;
    if (!std::filesystem::exists(path)) path = "tests/data/" + name;
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace lotse::testing
