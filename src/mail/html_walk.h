// SPDX-License-Identifier: Apache-2.0
// Allowed HTML as balanced events: what may be shown, whatever was sent. Readers of HTML are sinks of this walk.
#pragma once

#include <string>
#include <string_view>

#include "mail/html_tokens.h"

namespace lotse::mail {

class HtmlSink {
  public:
    virtual ~HtmlSink() = default;
    virtual void open(HtmlToken const& tag) = 0;  // an allowed element; br, img and hr get no close
    virtual void close(std::string_view name) = 0;
    virtual void text(std::string_view text) = 0;  // valid UTF-8 without NUL, any other characters
};

// Tells `sink` the content in order, every open element closed in turn, at most 256 deep. Elements that a browser would
// close by itself (p before a block, li before li, cells and rows, a before a) are closed, so that walking what a sink
// printed gives the same events. Harmless unknown blocks come as div, harmless unknown inline elements not at all.
// Returns true if a form was left out.
enum class FormContent { dropped, kept };
bool walk_html(std::string_view html, FormContent forms, HtmlSink& sink);

bool is_block_element(std::string_view name);  // of the allowed ones

}  // namespace lotse::mail
