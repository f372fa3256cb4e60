// SPDX-License-Identifier: Apache-2.0
#include "mail/build_message.h"

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"
#include "mail/attachment_name.h"
#include "mail/mail_encoding.h"

namespace lotse::mail {
namespace {

Error refused(std::string message, std::string field) {
    return invalid("mail.header", std::move(message), std::move(field));
}

bool breaks_lines(std::string_view value) { return value.find_first_of(std::string_view("\r\n\0", 3)) != value.npos; }

Ok check_value(std::string_view value, std::string field) {
    if (breaks_lines(value)) return refused("A mail header must not contain line breaks or NUL.", std::move(field));
    return {};
}

// Printable ASCII without blanks and angle brackets: ids, tokens, URLs.
Ok check_token(std::string_view value, std::string field) {
    CHECK_OK(check_value(value, field));
    bool const plain = is_printable_ascii(value) && value.find_first_of(" <>") == value.npos && value.size() <= 900;
    if (!plain) return refused("This value cannot stand in a mail header.", std::move(field));
    return {};
}

// The address as it goes into a header: the domain as A-label.
Result<std::string> header_address(Address const& address, std::string const& field) {
    CHECK_OK(check_value(address.name, field + "/name"));
    CHECK_OK(check_value(address.address, field + "/address"));
    auto const canonical = canonical_address(address.address);
    std::string const text = canonical ? canonical->address() : "";
    bool const plain = is_printable_ascii(text) && text.find_first_of(" <>") == text.npos && text.size() <= 320;
    if (text.empty() || !plain) return refused("This is not a mail address that we can write to.", field + "/address");
    return text;
}

Result<std::string> mailbox(Address const& address, std::string const& field) {
    TRY(std::string const bare, header_address(address, field));
    std::string const name = to_valid_utf8(address.name);
    if (trim(name).empty()) return "<" + bare + ">";
    std::string const phrase = encoded_phrase(name);
    bool const fits = phrase.size() - (phrase.rfind('\n') + 1) + bare.size() <= 60;  // npos + 1 is 0
    return phrase + (fits ? " <" : "\r\n <") + bare + ">";
}

Result<std::string> address_header(std::string_view name, std::vector<Address> const& list, std::string const& field) {
    std::string out(name);
    for (std::size_t i = 0; i < list.size(); ++i) {
        TRY(std::string const text, mailbox(list[i], field + "/" + std::to_string(i)));
        out += i == 0 ? ": " : ",\r\n ";
        out += text;
    }
    return out + "\r\n";
}

std::string rfc5322_date(Instant at) {
    static constexpr std::array<char const*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<char const*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const seconds = std::chrono::floor<std::chrono::seconds>(at);
    auto const day = std::chrono::floor<std::chrono::days>(seconds);
    std::chrono::year_month_day const date(day);
    std::chrono::hh_mm_ss const time(seconds - day);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000", kDays[std::chrono::weekday(day).c_encoding()],
                       static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

Result<std::string> thread_headers(Outgoing const& mail) {
    if (mail.message_id.empty()) return refused("A mail needs a Message-ID.", "/message_id");
    CHECK_OK(check_token(mail.message_id, "/message_id"));
    std::string out = "Message-ID: <" + mail.message_id + ">\r\n";
    if (!mail.in_reply_to.empty()) {
        CHECK_OK(check_token(mail.in_reply_to, "/in_reply_to"));
        out += "In-Reply-To: <" + mail.in_reply_to + ">\r\n";
    }
    for (std::size_t i = 0; i < mail.references.size(); ++i) {
        CHECK_OK(check_token(mail.references[i], "/references/" + std::to_string(i)));
        out += (i == 0 ? "References: <" : "\r\n <") + mail.references[i] + ">";
    }
    if (!mail.references.empty()) out += "\r\n";
    return out;
}

Result<std::string> machine_headers(Outgoing const& mail) {
    std::string out;
    if (mail.auto_submitted == AutoSubmitted::auto_replied) out += "Auto-Submitted: auto-replied\r\n";
    if (mail.auto_submitted == AutoSubmitted::auto_generated) out += "Auto-Submitted: auto-generated\r\n";
    if (mail.suppress_auto_response) out += "X-Auto-Response-Suppress: All\r\n";
    if (!mail.notice.empty()) {
        CHECK_OK(check_token(mail.notice, "/notice"));
        out += "X-Lotse-Notice: " + mail.notice + "\r\n";
    }
    if (!mail.feedback_id.empty()) {
        CHECK_OK(check_token(mail.feedback_id, "/feedback_id"));
        out += "Feedback-ID: " + mail.feedback_id + "\r\n";
    }
    if (!mail.unsubscribe_url.empty()) {
        CHECK_OK(check_token(mail.unsubscribe_url, "/unsubscribe_url"));
        if (!mail.unsubscribe_url.starts_with("https://"))
            return refused("The address for unsubscribing must be an https URL.", "/unsubscribe_url");
        out +=
            "List-Unsubscribe: <" + mail.unsubscribe_url + ">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
    }
    return out;
}

Result<std::string> headers_of(Outgoing const& mail) {
    if (mail.to.empty() && mail.cc.empty()) return refused("A mail needs a recipient.", "/to");
    std::string out = "Date: " + rfc5322_date(mail.date) + "\r\n";
    TRY(std::string const from, mailbox(mail.from, "/from"));
    out += "From: " + from + "\r\n";
    if (mail.reply_to) {
        TRY(std::string const reply_to, mailbox(*mail.reply_to, "/reply_to"));
        out += "Reply-To: " + reply_to + "\r\n";
    }
    TRY(std::string const to, address_header("To", mail.to, "/to"));
    if (!mail.to.empty()) out += to;
    TRY(std::string const cc, address_header("Cc", mail.cc, "/cc"));
    if (!mail.cc.empty()) out += cc;
    CHECK_OK(check_value(mail.subject, "/subject"));
    out += text_header("Subject", to_valid_utf8(mail.subject));
    TRY(std::string const thread, thread_headers(mail));
    TRY(std::string const machine, machine_headers(mail));
    out += thread + machine;
    if (!mail.language.empty()) {
        CHECK_OK(check_token(mail.language, "/language"));
        out += "Content-Language: " + mail.language + "\r\n";
    }
    return out + "MIME-Version: 1.0\r\n";
}

// A part with its own headers, ready to stand alone or within a multipart.
std::string text_part(std::string_view type, std::string_view text) {
    return "Content-Type: " + std::string(type) +
           "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
           quoted_printable(to_valid_utf8(text));
}

// The boundary holds "=_", which neither quoted-printable nor base64 can contain. Only attached mails go out as they
// are, and they are looked at before.
std::string multipart(std::string_view kind, std::string const& boundary, std::vector<std::string> const& parts) {
    std::string out = "Content-Type: multipart/" + std::string(kind) + ";\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    for (std::string const& part : parts) out += "--" + boundary + "\r\n" + part + (part.ends_with('\n') ? "" : "\r\n");
    return out + "--" + boundary + "--\r\n";
}

bool is_type(std::string_view type) {
    auto const token = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || std::string_view("!#$&-^_.+").contains(c);
    };
    std::size_t const slash = type.find('/');
    return slash != type.npos && slash > 0 && slash + 1 < type.size() && type.size() <= 120 &&
           std::ranges::all_of(type.substr(0, slash), token) && std::ranges::all_of(type.substr(slash + 1), token);
}

// RFC 2046 forbids to encode an attached mail; one that is no clean 7-bit text goes as a plain file instead.
bool can_go_as_mail(std::string_view bytes) {
    std::size_t line = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto const byte = static_cast<unsigned char>(bytes[i]);
        if (byte == '\r' && (i + 1 >= bytes.size() || bytes[i + 1] != '\n')) return false;
        if (byte == '\n' && (i == 0 || bytes[i - 1] != '\r')) return false;
        line = byte == '\n' ? 0 : line + 1;
        if (byte == 0 || byte >= 0x80 || line > 998) return false;
    }
    return !bytes.contains("=_lotse_") && bytes.ends_with("\r\n");
}

Result<std::string> attachment_part(Attachment const& attachment, std::string const& field) {
    CHECK_OK(check_value(attachment.name, field + "/name"));
    CHECK_OK(check_value(attachment.content_type, field + "/content_type"));
    CHECK_OK(check_token(attachment.content_id, field + "/content_id"));
    bool const as_mail = attachment.content_type == "message/rfc822" && can_go_as_mail(attachment.bytes);
    std::string type = to_lower_ascii(attachment.content_type);
    bool const encodable = is_type(type) && !type.starts_with("multipart/") && !type.starts_with("message/");
    if (!as_mail && !encodable) type = "application/octet-stream";
    std::string const name = safe_file_name(attachment.name);
    std::string out = "Content-Type: " + type;
    if (!name.empty()) out += encoded_parameter("name", name);
    out += attachment.is_inline ? "\r\nContent-Disposition: inline" : "\r\nContent-Disposition: attachment";
    if (!name.empty()) out += encoded_parameter("filename", name);
    if (!attachment.content_id.empty()) out += "\r\nContent-ID: <" + attachment.content_id + ">";
    if (as_mail) return out + "\r\n\r\n" + attachment.bytes + "\r\n";  // the delimiter takes the last line end
    return out + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64_lines(attachment.bytes);
}

// mixed(alternative(text, related(html, inline files)), files), without the levels that hold one part only.
Result<std::string> body_of(Outgoing const& mail) {
    std::string const stem = "=_lotse_" + sha256_hex(mail.message_id).substr(0, 24);
    std::vector<std::string> inline_parts;
    std::vector<std::string> files;
    for (std::size_t i = 0; i < mail.attachments.size(); ++i) {
        Attachment const& attachment = mail.attachments[i];
        TRY(std::string part, attachment_part(attachment, "/attachments/" + std::to_string(i)));
        bool const within = attachment.is_inline && !attachment.content_id.empty() && !mail.html.empty();
        (within ? inline_parts : files).push_back(std::move(part));
    }
    std::string body = text_part("text/plain", mail.text);
    if (!mail.html.empty()) {
        std::string html = text_part("text/html", mail.html);
        if (!inline_parts.empty()) {
            inline_parts.insert(inline_parts.begin(), std::move(html));
            html = multipart("related", stem + "_r", inline_parts);
        }
        body = multipart("alternative", stem + "_a", {std::move(body), std::move(html)});
    }
    if (files.empty()) return body;
    files.insert(files.begin(), std::move(body));
    return multipart("mixed", stem + "_m", files);
}

}  // namespace

Result<std::string> build_message(Outgoing const& mail) {
    if (trim(mail.text).empty()) return refused("A mail needs a text.", "/text");
    TRY(std::string const headers, headers_of(mail));
    TRY(std::string const body, body_of(mail));
    return headers + body;
}

}  // namespace lotse::mail
