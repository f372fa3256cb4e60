// SPDX-License-Identifier: Apache-2.0
// The one way from bytes to a Message. It takes any bytes and always answers: it does not throw, and what cannot be
// read is left out and named in Message::defects. The caller keeps the raw bytes.
// Thread-safe. Time and memory are linear in the input, because structure is read under the caps below before
// any library sees it (A-22, H-17). Source: RFC 5322, 2045-2047, 2231, 6532, and the faults in tests/golden/mail.
#pragma once

#include <cstddef>
#include <string_view>

#include "mail/message.h"

namespace lotse::mail {

// What is over a cap is left out, and a defect says so; nothing is refused.
struct ParseCaps {
    std::size_t mail_bytes = std::size_t{50} << 20;
    std::size_t depth = 16;          // parts within parts, attached messages included
    std::size_t parts = 500;
    std::size_t header_block_bytes = std::size_t{256} << 10;
    std::size_t header_bytes = std::size_t{64} << 10;
    std::size_t addresses = 500;     // read from all address headers together
    std::size_t participants = 50;   // kept in To and Cc together
    std::size_t attachments = 100;
    std::size_t html_bytes = std::size_t{5} << 20;
    std::size_t text_bytes = std::size_t{5} << 20;
};

Message parse_message(std::string_view raw, ParseCaps const& caps = {});

}  // namespace lotse::mail
