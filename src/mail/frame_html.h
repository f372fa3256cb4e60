// SPDX-License-Identifier: Apache-2.0
// The HTML of a message as it stands in the frame of a page: inline images inside it, nothing that is fetched from
// elsewhere, links that open apart from the desk.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::mail {

struct FramedHtml {
    std::string body;                        // cleaned anew (clean_html.h), whatever was stored
    std::vector<std::string> remote_images;  // addresses that were left out, each once, in their order; at most 200
    bool has_colours = false;                // says itself what is written in which colour
};

// `inline_image`: a Content-ID without "cid:" and brackets -> a data: URI, or "" where the message has no such image or
// it may not be shown. What is not shown leaves its alternative text.
FramedHtml frame_html(std::string_view html, std::function<std::string(std::string_view)> const& inline_image);

}  // namespace lotse::mail
