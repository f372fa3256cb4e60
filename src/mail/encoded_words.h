// SPDX-License-Identifier: Apache-2.0
// RFC 2047 encoded words in header text, as senders really write them.
#pragma once

#include <string>
#include <string_view>

namespace lotse::mail {

// Raw header bytes -> one line of UTF-8 without control characters. Adjacent words are joined before their charset
// is decoded, because senders cut in the middle of a character. Also read: words with blanks inside, without blanks
// around, inside quotes, with a language tag, and with a missing "?=". What is no encoded word stays as it is.
// `hint` is the charset to try for raw bytes that are no UTF-8.
std::string decode_header_text(std::string_view raw, std::string_view hint = {});

// Any UTF-8 -> one line: runs of control characters become one blank. For values that go into a list or a log.
std::string to_one_line(std::string_view text);

}  // namespace lotse::mail
