// SPDX-License-Identifier: Apache-2.0
#include "desk/help_message.h"

#include "base/text.h"
#include "desk/file_type.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kTextBytes = 100'000;
constexpr std::size_t kSubjectBytes = 300;
constexpr std::size_t kNameBytes = 200;

// A name is one line: it becomes part of a mail's header.
std::string one_line(std::string_view given, std::size_t limit) {
    auto out = to_valid_utf8(given);
    for (char& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return std::string(cut_utf8(trim(out), limit));
}

Result<std::vector<domain::InboundFile>> checked(std::vector<domain::InboundFile> files) {
    std::size_t bytes = 0;
    for (auto& file : files) {
        bytes += file.bytes.size();
        file.name = shown_file_name(file.name);
        if (is_program(file.bytes, file.name))
            return invalid("help.program", "Programs are not accepted. Pack it into an archive with a password.",
                           "/files");
        file.content_type = type_of_bytes(file.bytes, file.content_type);
    }
    if (bytes > kHelpFileBytes) return too_large("help.files", "All files together have at most 25 MB.", "/files");
    return files;
}

}  // namespace

Result<domain::Inbound> inbound_of(HelpMessage const& message) {
    domain::Inbound out;
    out.channel = domain::Channel::portal;
    out.door = "portal";
    if (!message.key.empty()) out.delivery_key = "portal|" + message.email + "|" + message.key;
    out.from = {one_line(message.name, kNameBytes), message.email};
    out.proof = message.is_proven ? domain::SenderProof::pass : domain::SenderProof::none;
    out.subject = one_line(message.subject, kSubjectBytes);
    out.text = out.new_text = to_valid_utf8(trim(message.text));
    out.language_hint = message.language;
    if (out.text.empty()) return invalid("help.text", "Please write what we can do for you.", "/text");
    if (out.text.size() > kTextBytes) return too_large("help.too_long", "This is too long.", "/text");
    TRY(out.files, checked(message.files));
    if (!message.is_proven) out.verdict = "Written on the web page; the address has not been verified.";
    return out;
}

}  // namespace lotse::desk
