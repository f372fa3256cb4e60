// SPDX-License-Identifier: Apache-2.0
// Content-Transfer-Encoding undone (RFC 2045). Tolerant: junk within base64 is skipped, bad escapes stay as they are.
#pragma once

#include <string>
#include <string_view>

namespace lotse::mail {

enum class TransferEncoding { identity, base64, quoted_printable, uuencode };

// "BASE64;", "Quoted-Printable " and the like; unknown names mean identity.
TransferEncoding transfer_encoding_named(std::string_view name);

std::string decode_transfer(std::string_view body, TransferEncoding encoding);

}  // namespace lotse::mail
