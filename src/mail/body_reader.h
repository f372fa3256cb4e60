// SPDX-License-Identifier: Apache-2.0
// What a mail says and what hangs on it: walks the parts, chooses the text to show, decodes the attachments.
#pragma once

#include <string>
#include <vector>

#include "mail/message.h"
#include "mail/mime_tree.h"
#include "mail/parse_message.h"

namespace lotse::mail {

struct MailBody {
    std::string text;  // plain; made from `html` where the sender gave none worth reading
    std::string html;  // as sent, in UTF-8: not yet cleaned
    std::vector<Attachment> attachments;
    std::vector<std::string> defects;
};

// Of alternatives the plain text is shown, unless it is a stub ("please use an HTML viewer"). Parts in sequence are
// joined. An attached mail stays an attachment; its text is taken only if the mail says nothing else.
MailBody read_body(MimeTree const& tree, ParseCaps const& caps);

}  // namespace lotse::mail
