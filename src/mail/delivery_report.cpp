// SPDX-License-Identifier: Apache-2.0
#include "mail/delivery_report.h"

#include <algorithm>

#include "base/text.h"
#include "mail/bounce_text.h"
#include "mail/encoded_words.h"
#include "mail/header_block.h"
#include "mail/header_values.h"
#include "mail/message.h"

namespace lotse::mail {
namespace {

constexpr std::size_t kMostGroups = 200;
constexpr std::size_t kLongestDiagnostic = 2000;

// What stands behind the type of a field, blanks squeezed: "smtp; 550   no such user" -> "550 no such user".
std::string without_type(std::string_view value) {
    std::size_t const semicolon = value.find(';');
    value = trim(semicolon == std::string_view::npos ? value : value.substr(semicolon + 1));
    std::string text = decode_header_text(value);
    auto const both_blank = [](char a, char b) { return a == ' ' && b == ' '; };
    text.erase(std::ranges::unique(text, both_blank).begin(), text.end());
    return text;
}

// "rfc822; <@relay.example:anna@example.org>" -> "anna@example.org".
std::string address_of(std::string_view value) {
    std::string text = without_type(value);
    std::erase_if(text, [](char c) { return c == '<' || c == '>' || c == ' '; });
    if (text.starts_with('@') && text.contains(':')) text = text.substr(text.rfind(':') + 1);
    return text;
}

void add_group(DeliveryReport& report, HeaderBlock const& group) {
    std::string_view recipient = group.value_of("final-recipient");
    if (recipient.empty()) recipient = group.value_of("original-recipient");
    if (recipient.empty()) recipient = group.value_of("x-actual-recipient");
    if (recipient.empty()) return;
    FailedRecipient failed;
    failed.address = address_of(recipient);
    failed.action = to_lower_ascii(to_one_line(decode_header_text(group.value_of("action"))));
    failed.action = failed.action.substr(0, failed.action.find_first_of(" ;("));
    std::string const status = decode_header_text(group.value_of("status"));
    failed.diagnostic = cut_utf8(without_type(group.value_of("diagnostic-code")), kLongestDiagnostic);
    failed.status = find_status_code(status);
    if (failed.status.empty()) failed.status = find_status_code(failed.diagnostic);
    report.recipients.push_back(std::move(failed));
}

// Groups of fields between blank lines; the first speaks of the message, each further one of a recipient.
void read_status_part(DeliveryReport& report, std::string_view bytes) {
    for (std::size_t groups = 0; !bytes.empty() && groups < kMostGroups; ++groups) {
        HeaderBlock const group = read_header_block(bytes);
        add_group(report, group);
        if (group.body_at == 0) return;  // no header line here: what follows is prose
        bytes.remove_prefix(group.body_at);
    }
}

void read_feedback_part(DeliveryReport& report, std::string_view bytes) {
    report.is_feedback = true;
    HeaderBlock const block = read_header_block(bytes);
    for (RawHeader const& header : block.headers) {
        if (!equals_ignoring_case(header.name, "original-rcpt-to") || report.recipients.size() >= kMostGroups) continue;
        report.recipients.push_back({address_of(header.value), "complaint", {}, {}});
    }
}

std::string message_id_of(std::string_view headers) {
    auto const ids = parse_message_ids(read_header_block(headers).value_of("message-id"), 1);
    return ids.empty() ? std::string() : ids.front();
}

// Reports by parts. The original mail counts only beside a report: alone it is a forwarded mail.
std::optional<DeliveryReport> read_parts(Message const& message) {
    DeliveryReport report;
    bool found = false;
    std::string original;
    for (Attachment const& attachment : message.attachments) {
        if (attachment.content_type == "message/feedback-report") {
            read_feedback_part(report, attachment.bytes);
            found = true;
        } else if (attachment.content_type.ends_with("delivery-status")) {
            read_status_part(report, attachment.bytes);
            found = true;
        } else if (attachment.kind == AttachmentKind::message || attachment.content_type.ends_with("rfc822-headers")) {
            if (original.empty()) original = message_id_of(attachment.bytes);
        }
    }
    if (!found) return std::nullopt;
    report.original_message_id = std::move(original);
    return report;
}

bool has_original_attached(Message const& message) {
    return std::ranges::any_of(message.attachments, [](Attachment const& a) {
        return a.kind == AttachmentKind::message || a.content_type.ends_with("rfc822-headers");
    });
}

// The From header may name no address at all: "MAILER-DAEMON <>".
bool is_from_daemon(Message const& message) {
    if (message.from.empty()) return is_daemon_address(trim(header_of(message, "from")));
    return std::ranges::any_of(message.from, [](Address const& a) { return is_daemon_address(a.address); });
}

std::vector<FailedRecipient> recipients_in_text(Message const& message) {
    std::vector<std::string> ours;
    for (Address const& to : message.to) ours.push_back(to.address);
    for (Address const& from : message.from) ours.push_back(from.address);
    return find_failed_recipients(message.text, ours);
}

// Prose counts as a bounce only if the mail comes from no person: a mailer's address or the null return path, and
// then also speaks like one. Exim and Google write a header of their own.
bool comes_from_mailer(Message const& message) {
    if (!header_of(message, "x-failed-recipients").empty()) return true;
    if (header_of(message, "content-type").contains("multipart/report")) return true;
    bool const null_path = message.return_path == "<>" || message.return_path == "MAILER-DAEMON";
    bool const subject = is_bounce_subject(message.subject);
    bool const original = has_original_attached(message);
    if (is_from_daemon(message)) return subject || null_path || original || !recipients_in_text(message).empty();
    bool const robot = !message.from.empty() && is_robot_address(message.from.front().address);
    return (null_path && (subject || original)) || (robot && subject && original);
}

DeliveryReport read_prose(Message const& message) {
    DeliveryReport report;
    std::string_view const named = header_of(message, "x-failed-recipients");
    for (std::string_view const address : split(named, ','))
        if (!trim(address).empty()) report.recipients.push_back({std::string(trim(address)), "failed", {}, {}});
    std::vector<FailedRecipient> in_text = recipients_in_text(message);
    if (report.recipients.empty()) {
        report.recipients = std::move(in_text);
    } else if (!in_text.empty()) {
        report.recipients.front().status = in_text.front().status;
        report.recipients.front().diagnostic = in_text.front().diagnostic;
    }
    if (is_delay_subject(message.subject))
        for (FailedRecipient& recipient : report.recipients) recipient.action = "delayed";
    for (Attachment const& attachment : message.attachments)
        if (report.original_message_id.empty()) report.original_message_id = message_id_of(attachment.bytes);
    if (report.original_message_id.empty()) report.original_message_id = find_quoted_message_id(message.text);
    return report;
}

}  // namespace

bool is_read_receipt(Message const& message) {
    return std::ranges::any_of(message.attachments, [](Attachment const& attachment) {
        return attachment.content_type == "message/disposition-notification";
    });
}

std::optional<DeliveryReport> find_delivery_report(Message const& message) {
    if (is_read_receipt(message)) return std::nullopt;
    auto report = read_parts(message);
    if (!report && !comes_from_mailer(message)) return std::nullopt;
    if (!report) return read_prose(message);
    if (report->recipients.empty() && !report->is_feedback) report->recipients = read_prose(message).recipients;
    if (report->original_message_id.empty()) report->original_message_id = find_quoted_message_id(message.text);
    return report;
}

}  // namespace lotse::mail
