// SPDX-License-Identifier: Apache-2.0
// A text as a QR code for a camera. Pure.
#pragma once

#include <string>
#include <string_view>

namespace lotse::access {

// One SVG element, black on white with the quiet zone of four modules, without script or style; "" if the text is too
// long for a code (about 2,900 bytes).
std::string qr_svg(std::string_view text);

}  // namespace lotse::access
