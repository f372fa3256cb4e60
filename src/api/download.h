// SPDX-License-Identifier: Apache-2.0
// Bytes from strangers, handed out so that no browser runs them (H-02, A-13).
#pragma once

#include <string>
#include <string_view>

#include "api/call.h"

namespace lotse::api {

// "image/png", "image/jpeg", "image/gif", "image/webp" by the first bytes; "" for all else, whatever its name says.
std::string_view safe_image_type(std::string_view bytes);

// Content-Disposition of a download; the name in both forms of RFC 6266, never as the sender wrote it.
std::string attachment_header(std::string_view file_name);

Reply download(std::string bytes, std::string_view content_type, std::string_view file_name);
// Such an image inline, all else a download of unnamed type.
Reply show_or_download(std::string bytes, std::string_view file_name);

}  // namespace lotse::api
