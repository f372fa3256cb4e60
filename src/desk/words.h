// SPDX-License-Identifier: Apache-2.0
// What an agent wrote, as text and, if so written, as HTML that is safe to show and to send. Pure.
#pragma once

#include <string>

#include "base/result.h"

namespace lotse::desk {

struct Words {
    std::string text;
    std::string html;  // "" = plain text only
};

// HTML is cleaned as a stranger's would be; the text is made from it where none is given. Errors: invalid "article.empty",
// too_large "article.too_large", at /text or /html. With `may_be_empty`, nothing is no error.
Result<Words> clean_words(Words given, bool may_be_empty = false);

// The HTML to send beside the text: its own, or the text's.
std::string html_of(Words const& words);

}  // namespace lotse::desk
