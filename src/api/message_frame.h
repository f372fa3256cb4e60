// SPDX-License-Identifier: Apache-2.0
// The whole document that a page shows of a message in a sandboxed frame. Pure.
#pragma once

#include <string>

#include "desk/framed_article.h"

namespace lotse::api {

// No script, no network, no form, an origin of its own; links may open a window that is no longer in the sandbox.
inline constexpr std::string_view kFramePolicy =
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src "
    "'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

struct FrameLook {
    bool is_dark = false;       // of the page around; a message with colours of its own stays on a light sheet
    bool lists_images = false;  // the addresses of images that were not loaded, below the message
};

std::string frame_document(desk::FramedArticle const& framed, FrameLook look);

}  // namespace lotse::api
