// SPDX-License-Identifier: Apache-2.0
#include "mail/parse_message.h"

#include <algorithm>
#include <exception>
#include <iterator>

#include "base/text.h"
#include "mail/body_reader.h"
#include "mail/clean_html.h"
#include "mail/encoded_words.h"
#include "mail/forwarded.h"
#include "mail/mime_tree.h"
#include "mail/plain_text.h"
#include "mail/split_quote.h"

namespace lotse::mail {
namespace {

constexpr std::size_t kMostHeadersShown = 200;
constexpr std::size_t kLongestHeaderShown = 4096;
constexpr std::size_t kLongestSubject = 1000;

// The mail without what transport and editors put before it. May hold a copy with other line ends.
class Envelope {
  public:
    Envelope(std::string_view raw, std::size_t limit) : bytes_(raw.substr(0, limit)) {
        if (!bytes_.contains('\n') && bytes_.contains('\r')) {  // line ends of classic Mac OS
            copy_ = std::string(bytes_);
            std::ranges::replace(copy_, '\r', '\n');
            bytes_ = copy_;
        }
        if (bytes_.starts_with("\xEF\xBB\xBF")) bytes_.remove_prefix(3);
        while (bytes_.starts_with('\n') || bytes_.starts_with("\r\n")) bytes_.remove_prefix(bytes_[0] == '\r' ? 2 : 1);
    }
    Envelope(Envelope const&) = delete;
    Envelope& operator=(Envelope const&) = delete;
    std::string_view bytes() const { return bytes_; }

  private:
    std::string copy_;
    std::string_view bytes_;
};

void add_defect(Message& message, std::string_view sentence) {
    if (std::ranges::find(message.defects, sentence) == message.defects.end()) message.defects.emplace_back(sentence);
}

// The charset that the first text names: senders who put raw bytes into headers mean the same one.
std::string_view first_charset(MimePart const& part) {
    if (std::string_view const named = part.type.parameter("charset"); !named.empty()) return named;
    for (MimePart const& child : part.parts)
        if (std::string_view const named = first_charset(child); !named.empty()) return named;
    return {};
}

// Addresses of all headers of one name; two From headers are two claims.
std::vector<Address> addresses_in(MimePart const& root, std::string_view name, std::size_t& left) {
    std::vector<Address> all;
    std::string_view const hint = first_charset(root);
    for (RawHeader const& header : root.headers) {
        if (!equals_ignoring_case(header.name, name)) continue;
        std::vector<Address> found = parse_address_list(header.value, left, hint);
        left -= std::min(left, found.size());
        std::ranges::move(found, std::back_inserter(all));
    }
    return all;
}

void read_addresses(Message& message, MimePart const& root, ParseCaps const& caps) {
    std::size_t left = caps.addresses;
    message.from = addresses_in(root, "from", left);
    std::vector<Address> sender = addresses_in(root, "sender", left);
    if (!sender.empty()) message.sender = std::move(sender.front());
    message.reply_to = addresses_in(root, "reply-to", left);
    message.to = addresses_in(root, "to", left);
    message.cc = addresses_in(root, "cc", left);
    bool const many = message.to.size() + message.cc.size() > caps.participants;
    if (message.to.size() > caps.participants) message.to.resize(caps.participants);
    std::size_t const room = caps.participants - message.to.size();
    if (message.cc.size() > room) message.cc.resize(room);
    if (many || left == 0) add_defect(message, "The mail names more people than we keep; the first ones are listed.");
}

std::string return_path_of(MimePart const& root) {
    for (RawHeader const& header : root.headers) {
        if (!equals_ignoring_case(header.name, "return-path")) continue;
        std::string value = decode_header_text(header.value);
        std::erase_if(value, [](char c) { return c == '<' || c == '>' || c == ' '; });
        return value.empty() ? "<>" : value;
    }
    return {};
}

void keep_headers(Message& message, MimePart const& root) {
    std::string_view const hint = first_charset(root);
    for (RawHeader const& header : root.headers) {
        bool const ours = starts_with_ignoring_case(header.name, "x-lotse-");
        if (!ours && message.headers.size() >= kMostHeadersShown) continue;
        std::string const value = decode_header_text(header.value, hint);
        Header kept{std::string(header.name), std::string(cut_utf8(value, kLongestHeaderShown))};
        if (ours && message.own_headers.size() < kMostHeadersShown) message.own_headers.push_back(kept);
        if (message.headers.size() < kMostHeadersShown) message.headers.push_back(std::move(kept));
    }
}

void read_headers(Message& message, MimePart const& root, ParseCaps const& caps) {
    auto const first_of = [](std::vector<std::string> ids) { return ids.empty() ? std::string() : ids.front(); };
    message.message_id = first_of(parse_message_ids(root.header("message-id")));
    message.in_reply_to = first_of(parse_message_ids(root.header("in-reply-to")));
    message.references = parse_message_ids(root.header("references"));
    read_addresses(message, root, caps);
    message.date = parse_mail_date(root.header("date"));
    message.subject =
        std::string(cut_utf8(decode_header_text(root.header("subject"), first_charset(root)), kLongestSubject));
    message.language_hint = std::string(trim(split(decode_header_text(root.header("content-language")), ',').front()));
    message.authentication_results = decode_header_text(root.header("authentication-results"));
    message.return_path = return_path_of(root);
    message.list_id = decode_header_text(root.header("list-id"));
    message.auto_submitted = to_lower_ascii(decode_header_text(root.header("auto-submitted")));
    message.precedence = to_lower_ascii(decode_header_text(root.header("precedence")));
    keep_headers(message, root);
}

void name_tree_defects(Message& message, MimeTree const& tree) {
    if (tree.headers_over_limit) add_defect(message, "The headers are longer than we keep; the rest was left out.");
    if (!has_usual_header(tree.root)) add_defect(message, "There are no mail headers; all of it is shown as text.");
    else if (tree.malformed_header) add_defect(message, "Some header lines could not be read.");
    if (tree.too_deep) add_defect(message, "Parts are nested too deeply; the innermost were left unread.");
    if (tree.too_many_parts) add_defect(message, "The mail has too many parts; the last were left unread.");
}

void read_bodies(Message& message, MimeTree const& tree, ParseCaps const& caps) {
    MailBody body = read_body(tree, caps);
    message.text = tidy_text(body.text);
    message.html = body.html.empty() ? std::string() : clean_html(body.html);
    message.attachments = std::move(body.attachments);
    for (std::string const& sentence : body.defects) add_defect(message, sentence);
}

// Bytes that were never a mail: no header that mail has, and text that does not even decode.
bool is_unreadable(Message const& message, MimePart const& root) {
    if (has_usual_header(root) || !message.attachments.empty()) return false;
    return message.text.empty() || message.text.contains("\xEF\xBF\xBD");
}

Message parse(std::string_view raw, ParseCaps const& caps) {
    Message message;
    Envelope const envelope(raw, caps.mail_bytes);
    if (raw.size() > caps.mail_bytes) add_defect(message, "The mail is larger than we read; its end was left out.");
    MimeTree const tree = read_mime_tree(envelope.bytes(), caps);
    name_tree_defects(message, tree);
    read_headers(message, tree.root, caps);
    read_bodies(message, tree, caps);
    SplitText split_text = split_quote(message.text);
    message.new_text = std::move(split_text.new_text);
    message.quoted = std::move(split_text.quoted);
    message.signature = std::move(split_text.signature);
    message.delivery_report = find_delivery_report(message);
    message.auto_verdict = judge_auto_reply(message);
    message.original_sender = find_original_sender(message);
    message.unreadable = is_unreadable(message, tree.root);
    if (message.unreadable) add_defect(message, "This could not be read as a mail.");
    return message;
}

}  // namespace

Message parse_message(std::string_view raw, ParseCaps const& caps) {
    try {
        return parse(raw, caps);
    } catch (std::exception const&) {
        // Memory ran out, or a bug of ours: the mail must still become a ticket, with the raw bytes beside it.
        Message message;
        message.unreadable = true;
        add_defect(message, "This could not be read as a mail.");
        return message;
    }
}

std::string_view header_of(Message const& message, std::string_view name) {
    for (Header const& header : message.headers)
        if (equals_ignoring_case(header.name, name)) return header.value;
    return {};
}

}  // namespace lotse::mail
