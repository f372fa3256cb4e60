// SPDX-License-Identifier: Apache-2.0
// What bytes are, by what they begin with; and what we take from nobody. Pure.
#pragma once

#include <string>
#include <string_view>

namespace lotse::desk {

// "image/png" and the like where the bytes tell; else `claimed` if it is a plain "type/subtype" that no browser runs, else
// "application/octet-stream".
std::string type_of_bytes(std::string_view bytes, std::string_view claimed);

// A name is shown and sent, never a path: what a path is made of goes, and so does what nobody sees. Never empty.
std::string shown_file_name(std::string_view given);

// PNG, JPEG, GIF, WebP: what may stand within a message.
bool is_inline_image(std::string_view content_type);

// A program or script that runs with a double click, by its bytes or by its name.
bool is_program(std::string_view bytes, std::string_view name);

}  // namespace lotse::desk
