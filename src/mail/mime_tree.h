// SPDX-License-Identifier: Apache-2.0
// The structure of a mail: which parts lie within which, as views into the raw bytes. Nothing is decoded here.
// Caps hold by construction: no library is asked about structure, each level is one scan, and the number of levels is
// capped, so 50,000 nested multiparts and 300,000 empty parts cost no more than their bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mail/header_block.h"
#include "mail/header_values.h"
#include "mail/parse_message.h"

namespace lotse::mail {

struct MimePart {
    std::vector<RawHeader> headers;
    ParameterValue type;  // never empty: a missing or broken Content-Type is text/plain, or what the parent says
    ParameterValue disposition;  // empty if absent
    std::string_view body;  // still transfer-encoded
    std::vector<MimePart> parts;
    bool has_type = false;  // the sender named the type
    bool is_cut_off = false;  // a multipart without its closing line

    bool is_multipart() const { return type.value.starts_with("multipart/"); }
    std::string_view header(std::string_view name) const;  // raw value, "" if absent
};

struct MimeTree {
    MimePart root;
    bool too_deep = false;
    bool too_many_parts = false;
    bool headers_over_limit = false;
    bool malformed_header = false;
};

// A header that every mail has one of; without any, the bytes are something else.
bool has_usual_header(MimePart const& part);

// `bytes` must outlive the tree. A multipart in which no boundary line is found becomes text/plain, so that its
// content is shown; one too deep becomes application/octet-stream.
MimeTree read_mime_tree(std::string_view bytes, ParseCaps const& caps);

}  // namespace lotse::mail
