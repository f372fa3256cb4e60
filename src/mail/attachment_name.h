// SPDX-License-Identifier: Apache-2.0
// A name for an attachment, from what a stranger wrote (H-03: for display only, files are stored under random ids).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lotse::mail {

// Without folders, control characters and the marks that turn the direction of writing ("exe.gpj" shown as "jpg.exe").
// At most 200 bytes, the extension kept. "" if nothing is left.
std::string safe_file_name(std::string_view name);

// "attachment-3.png", for parts without a name.
std::string made_up_name(std::string_view content_type, std::size_t number);

}  // namespace lotse::mail
