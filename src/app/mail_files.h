// SPDX-License-Identifier: Apache-2.0
// Mails from files, one after the other: mbox (RFC 4155, mboxrd quoting undone), Maildir, a folder of .eml, one .eml,
// or "-" for standard input. Streams: memory is that of the largest mail.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"

namespace lotse::app {

struct MailFile {
    std::string where;  // "box.mbox, message 12", "folder/a.eml"
    std::string bytes;
};

// Calls `take` for every mail of the paths, in order; `skip` for what cannot be opened, with the reason. Files below a
// folder are taken in order of their names. A mail over 50 MiB is skipped.
void read_mail_files(std::vector<std::string> const& paths, std::function<void(MailFile const&)> const& take,
                     std::function<void(std::string const& where, std::string const& why)> const& skip);

// Bytes in all files together, for a progress bar; 0 if standard input is among them.
std::size_t size_of_mail_files(std::vector<std::string> const& paths);

}  // namespace lotse::app
