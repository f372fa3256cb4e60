// SPDX-License-Identifier: Apache-2.0
// Bytes in whatever charset a mail claims -> UTF-8. Never fails: a wrong or unknown name is overruled by the bytes.
#pragma once

#include <string>
#include <string_view>

namespace lotse::mail {

struct DecodedText {
    std::string text;    // valid UTF-8, no NUL
    bool exact = true;   // false: the charset was unknown or some bytes did not fit it
};

// `charset` as the mail names it, "" if it names none. Rules, in order: UTF-8 that reads as UTF-8 is UTF-8 even when
// labelled as a Western single-byte set; ISO-2022-JP is recognised by its escapes; ISO-8859-1 and US-ASCII mean
// windows-1252, as in every browser; unknown names fall back to UTF-8, then to windows-1252.
// Conversions that no honest mail uses (stateful Chinese sets and the like) count as unknown.
DecodedText decode_charset(std::string_view bytes, std::string_view charset);

// For header bytes without any label; `hint` is the charset of the body, which senders of raw headers mean, or "".
std::string decode_unlabelled(std::string_view bytes, std::string_view hint = {});

}  // namespace lotse::mail
