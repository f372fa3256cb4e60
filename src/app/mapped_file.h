// SPDX-License-Identifier: Apache-2.0
// A file as memory: read by the page when it is looked at, shared by all processes that look.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lotse::app {

// `bytes` live as long as `owner` or a copy of it. The file must not be cut while it is mapped; replacing it by a rename is
// fine, and the old bytes stay.
struct MappedFile {
    std::string_view bytes;
    std::shared_ptr<void const> owner;
};
// Error: not_found "file.missing"; unavailable "file.unreadable".
Result<MappedFile> map_file(std::string const& path);

}  // namespace lotse::app
