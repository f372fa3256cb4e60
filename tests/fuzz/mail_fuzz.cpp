// SPDX-License-Identifier: Apache-2.0
// Any bytes become a Message whose strings can be stored and whose HTML can be shown, within the caps.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "mail/clean_html.h"
#include "mail/parse_message.h"

namespace {

using namespace lotse;
using namespace lotse::mail;

void expect(bool condition) {
    if (!condition) std::abort();
}

void expect_storable(std::string const& text) { expect(is_utf8(text) && !text.contains('\0')); }

void check_addresses(std::vector<Address> const& list) {
    for (Address const& address : list) {
        expect_storable(address.name);
        expect_storable(address.address);
        expect(!address.address.empty());
    }
}

void check_strings(Message const& message) {
    for (std::string const* text :
         {&message.message_id, &message.in_reply_to, &message.subject, &message.text, &message.html, &message.new_text,
          &message.quoted, &message.signature, &message.language_hint, &message.authentication_results,
          &message.return_path, &message.list_id, &message.auto_submitted, &message.precedence,
          &message.auto_verdict.reason})
        expect_storable(*text);
    for (std::string const& text : message.references) expect_storable(text);
    for (std::string const& text : message.defects) expect_storable(text);
    for (Header const& header : message.headers) {
        expect_storable(header.name);
        expect_storable(header.value);
        expect(!header.value.contains('\n'));
    }
    check_addresses(message.from);
    check_addresses(message.to);
    check_addresses(message.cc);
    check_addresses(message.reply_to);
}

void check_parts(Message const& message, ParseCaps const& caps) {
    expect(message.attachments.size() <= caps.attachments);
    for (Attachment const& attachment : message.attachments) {
        expect_storable(attachment.name);
        expect_storable(attachment.content_type);
        expect_storable(attachment.content_id);
        expect(!attachment.name.empty() && !attachment.name.contains('/') && !attachment.name.contains('\\'));
    }
    if (!message.delivery_report) return;
    for (FailedRecipient const& failed : message.delivery_report->recipients) {
        expect_storable(failed.address);
        expect_storable(failed.action);
        expect_storable(failed.status);
        expect_storable(failed.diagnostic);
    }
    expect_storable(message.delivery_report->original_message_id);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    ParseCaps caps;
    caps.parts = 40;
    caps.attachments = 10;
    caps.participants = 5;
    Message const message = parse_message({reinterpret_cast<char const*>(data), size}, caps);
    check_strings(message);
    check_parts(message, caps);
    expect(message.to.size() + message.cc.size() <= caps.participants);
    expect(clean_html(message.html) == message.html);
    if (message.original_sender) check_addresses({*message.original_sender});
    return 0;
}
