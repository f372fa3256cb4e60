// SPDX-License-Identifier: Apache-2.0
#include "mail/transfer_decoding.h"

#include <gmime/gmime.h>

#include "base/text.h"
#include "mail/gmime_ready.h"

namespace lotse::mail {
namespace {

std::string_view after_begin_line(std::string_view body) {
    std::size_t const begin = body.starts_with("begin ") ? 0 : body.find("\nbegin ");
    std::size_t const end = begin == std::string_view::npos ? begin : body.find('\n', begin + 1);
    return end == std::string_view::npos ? std::string_view{} : body.substr(end + 1);
}

}  // namespace

TransferEncoding transfer_encoding_named(std::string_view name) {
    std::string const lower = to_lower_ascii(trim(name.substr(0, name.find_first_of(";("))));
    if (lower == "base64" || lower == "\"base64\"") return TransferEncoding::base64;
    if (lower == "quoted-printable" || lower == "\"quoted-printable\"" || lower == "qp" || lower == "quoted printable")
        return TransferEncoding::quoted_printable;
    if (lower == "x-uuencode" || lower == "uuencode" || lower == "x-uue") return TransferEncoding::uuencode;
    return TransferEncoding::identity;
}

std::string decode_transfer(std::string_view body, TransferEncoding encoding) {
    if (encoding == TransferEncoding::identity) return std::string(body);
    gmime_ready();
    GMimeContentEncoding const kind = encoding == TransferEncoding::base64     ? GMIME_CONTENT_ENCODING_BASE64
                                      : encoding == TransferEncoding::uuencode ? GMIME_CONTENT_ENCODING_UUENCODE
                                                                               : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
    GMimeEncoding state;
    g_mime_encoding_init_decode(&state, kind);
    if (encoding == TransferEncoding::uuencode) {  // the library starts behind the "begin" line
        body = after_begin_line(body);
        state.state = GMIME_UUDECODE_STATE_BEGIN;
    }
    std::string out(g_mime_encoding_outlen(&state, body.size()), '\0');
    out.resize(g_mime_encoding_flush(&state, body.data(), body.size(), out.data()));
    return out;
}

}  // namespace lotse::mail
