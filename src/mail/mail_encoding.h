// SPDX-License-Identifier: Apache-2.0
// UTF-8 -> the ASCII of mail: encoded words, quoted-printable, base64 lines, parameters. Line ends are CRLF.
#pragma once

#include <string>
#include <string_view>

namespace lotse::mail {

bool is_printable_ascii(std::string_view text);

// "Name: value" folded at 76, as encoded words where the text is not plain (RFC 2047). `text` holds no line ends.
std::string text_header(std::string_view name, std::string_view text);

// A display name: atoms, a quoted string or encoded words.
std::string encoded_phrase(std::string_view name);

// "; filename=\"a.pdf\"", or RFC 2231 with continuations; starts on a new folded line.
std::string encoded_parameter(std::string_view name, std::string_view value);

std::string quoted_printable(std::string_view text);
std::string base64_lines(std::string_view bytes);

}  // namespace lotse::mail
