// SPDX-License-Identifier: Apache-2.0
#include "mail/body_reader.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "base/text.h"
#include "mail/attachment_name.h"
#include "mail/charset.h"
#include "mail/clean_html.h"
#include "mail/encoded_words.h"
#include "mail/plain_text.h"
#include "mail/transfer_decoding.h"

namespace lotse::mail {
namespace {

constexpr std::size_t kLongestContentId = 998;

struct Content {
    std::string text;
    std::string html;
};

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, value) != list.end();
}

std::string part_file_name(MimePart const& part) {
    std::string name = safe_file_name(part.disposition.parameter("filename"));
    return name.empty() ? safe_file_name(part.type.parameter("name")) : name;
}

AttachmentKind kind_of(std::string_view type, std::string_view name) {
    if (is_one_of(type, {"text/calendar", "application/ics"})) return AttachmentKind::calendar;
    if (is_one_of(type, {"message/rfc822", "message/global"})) return AttachmentKind::message;
    if (is_one_of(type, {"application/ms-tnef", "application/vnd.ms-tnef"}) ||
        equals_ignoring_case(name, "winmail.dat"))
        return AttachmentKind::winmail;
    if (is_one_of(type, {"message/delivery-status", "message/global-delivery-status", "message/feedback-report",
                         "message/disposition-notification", "text/rfc822-headers", "message/rfc822-headers"}))
        return AttachmentKind::delivery_status;
    return AttachmentKind::file;
}

// "<p>" around plain text that stands between HTML parts.
std::string as_html(std::string_view text) {
    std::string out = "<p>";
    for (std::string_view const line : split(trim(text), '\n')) {
        if (out.size() > 3) out += "<br>";
        out += html_escape(line);
    }
    return out + "</p>";
}

void join_text(std::string& into, std::string_view more) {
    if (trim(more).empty()) return;
    if (!into.empty()) into += '\n';
    into += more;
}

std::size_t visible_bytes(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) > 0x20; }));
}

// A plain part that only says that there is HTML.
bool is_stub(std::string_view plain, std::string_view from_html) {
    std::size_t const plain_size = visible_bytes(plain);
    std::size_t const html_size = visible_bytes(from_html);
    if (plain_size == 0) return true;
    if (plain_size * 10 < html_size) return true;
    return plain_size < 300 && plain_size * 2 < html_size && to_lower_ascii(plain).contains("html");
}

bool starts_like_html(std::string_view text) {
    std::string_view const start = trim(text.substr(0, 1024));
    return starts_with_ignoring_case(start, "<!doctype html") || starts_with_ignoring_case(start, "<html");
}

class BodyReader {
  public:
    explicit BodyReader(ParseCaps const& caps) : caps_(caps) {}

    MailBody read(MimePart const& root) {
        Content content = read_part(root, Place::root);
        if (is_empty(content)) content = read_attached_message();
        if (is_empty(content) && !named_text_.text.empty()) content = std::move(named_text_);
        body_.html = std::move(content.html);
        body_.text = std::move(content.text);
        if (!body_.html.empty() && trim(body_.text).empty()) body_.text = html_to_text(body_.html);
        cap_text();
        mark_inline_parts();
        return std::move(body_);
    }

  private:
    enum class Place { root, sequence, alternative, related };

    static bool is_empty(Content const& content) { return trim(content.text).empty() && trim(content.html).empty(); }

    Content read_part(MimePart const& part, Place place) {
        if (part.is_multipart()) {
            if (part.is_cut_off) defect("The mail was cut off before its end.");
            if (part.type.value == "multipart/alternative") return read_alternative(part);
            if (part.type.value == "multipart/related") return read_related(part);
            if (part.type.value == "multipart/encrypted")
                defect("The mail is encrypted; its content cannot be read here.");
            return read_sequence(part.parts, Place::sequence);
        }
        if (is_shown_text(part, place)) return read_text(part);
        attach(part);
        // Kept in case that the mail has no other words: some senders name even their only text.
        bool const may_be_the_text = part.type.value == "text/plain" && part.disposition.value != "attachment";
        if (may_be_the_text && named_text_.text.empty()) named_text_ = read_text(part);
        return {};
    }

    bool is_shown_text(MimePart const& part, Place place) const {
        std::string_view const type = part.type.value;
        if (kind_of(type, {}) != AttachmentKind::file) return false;
        bool const text = is_one_of(type, {"text/plain", "text/html", "text/enriched", "text/x-html", "text/markdown"});
        if (place == Place::root) return text || (type.starts_with("text/") && part_file_name(part).empty());
        if (part.disposition.value == "attachment") return false;
        // Some senders give even the alternatives a name.
        if (place != Place::alternative && !part_file_name(part).empty()) return false;
        if (place == Place::related && !part.header("content-id").empty()) return false;
        return text;
    }

    Content read_text(MimePart const& part) {
        bool const declared_html = is_one_of(part.type.value, {"text/html", "text/x-html"});
        std::size_t const limit = declared_html ? caps_.html_bytes : caps_.text_bytes;
        TransferEncoding const encoding = transfer_encoding_named(part.header("content-transfer-encoding"));
        // Quoted-printable needs up to three bytes for one, UTF-16 two; line ends come on top.
        std::string_view const raw = part.body.substr(0, limit * (encoding == TransferEncoding::identity ? 2 : 4));
        if (raw.size() < part.body.size()) defect("The text is longer than what we show; its end was left out.");
        std::string const bytes = decode_transfer(raw, encoding);
        std::string_view const charset = charset_of(part, bytes, declared_html);
        DecodedText decoded = decode_charset(bytes, charset);
        if (!decoded.exact) defect("Some characters could not be read.");
        if (declared_html || starts_like_html(decoded.text))
            return {{}, capped(std::move(decoded.text), caps_.html_bytes)};
        if (equals_ignoring_case(part.type.parameter("format"), "flowed")) {
            bool const deleted = equals_ignoring_case(part.type.parameter("delsp"), "yes");
            decoded.text = unflow(decoded.text, deleted ? FlowedSpaces::deleted : FlowedSpaces::kept);
        }
        return {capped(tidy_text(decoded.text), caps_.text_bytes), {}};
    }

    // <meta charset> counts only where the header says nothing.
    static std::string_view charset_of(MimePart const& part, std::string_view bytes, bool html) {
        std::string_view const declared = part.type.parameter("charset");
        if (!declared.empty() || !html) return declared;
        std::string const head = to_lower_ascii(bytes.substr(0, 2048));
        std::size_t const at = head.find("charset=");
        if (at == std::string::npos) return {};
        std::size_t const start = head.find_first_not_of("\"' ", at + 8);
        if (start == std::string::npos) return {};
        std::size_t const end = std::min(head.find_first_of("\"' />;", start), head.size());
        return bytes.substr(start, end - start);
    }

    Content read_sequence(std::vector<MimePart> const& parts, Place place) {
        std::vector<Content> contents;
        for (MimePart const& part : parts) contents.push_back(read_part(part, place));
        bool const any_html = std::ranges::any_of(contents, [](Content const& c) { return !c.html.empty(); });
        Content joined;
        for (Content const& content : contents) {
            bool const needs_text = content.text.empty() && !content.html.empty() && contents.size() > 1;
            join_text(joined.text, needs_text ? html_to_text(content.html) : content.text);
            if (!any_html || (content.html.empty() && content.text.empty())) continue;
            joined.html += content.html.empty() ? as_html(content.text) : content.html;
        }
        return joined;
    }

    Content read_alternative(MimePart const& multipart) {
        Content chosen;
        for (MimePart const& part : multipart.parts) {
            if (is_one_of(part.type.value, {"text/x-amp-html", "text/watch-html"})) continue;  // a copy for one client
            Content content = read_part(part, Place::alternative);
            if (trim(chosen.text).empty()) chosen.text = std::move(content.text);
            if (!content.html.empty()) chosen.html = std::move(content.html);
        }
        if (!chosen.html.empty()) {
            std::string from_html = html_to_text(chosen.html);
            if (is_stub(chosen.text, from_html) && !from_html.empty()) chosen.text = std::move(from_html);
        }
        return chosen;
    }

    Content read_related(MimePart const& multipart) {
        if (multipart.parts.empty()) return {};
        std::string_view const start = multipart.type.parameter("start");
        auto const named = std::ranges::find_if(
            multipart.parts, [&](MimePart const& p) { return !start.empty() && p.header("content-id") == start; });
        MimePart const& root = named == multipart.parts.end() ? multipart.parts.front() : *named;
        Content content = read_part(root, Place::sequence);
        for (MimePart const& part : multipart.parts) {
            if (&part == &root) continue;
            Content more = read_part(part, Place::related);
            join_text(content.text, more.text);
            if (content.html.empty()) content.html = std::move(more.html);
        }
        return content;
    }

    void attach(MimePart const& part) {
        if (body_.attachments.size() >= caps_.attachments) {
            defect("The mail has more attachments than we keep; the rest is only in the raw mail.");
            return;
        }
        Attachment attachment;
        attachment.content_type = to_one_line(part.type.value);
        attachment.name = part_file_name(part);
        attachment.kind = kind_of(attachment.content_type, attachment.name);
        attachment.bytes =
            decode_transfer(part.body, transfer_encoding_named(part.header("content-transfer-encoding")));
        auto const ids = parse_message_ids(part.header("content-id"), 1);
        if (!ids.empty()) attachment.content_id = ids.front();
        if (attachment.name.empty()) attachment.name = name_for(attachment);
        if (attachment.kind == AttachmentKind::winmail)
            defect("Outlook packed parts of this mail into winmail.dat; files may be hidden inside.");
        body_.attachments.push_back(std::move(attachment));
    }

    std::string name_for(Attachment const& attachment) const {
        if (attachment.kind == AttachmentKind::winmail) return "winmail.dat";
        if (attachment.kind == AttachmentKind::calendar) return "invite.ics";
        if (attachment.kind == AttachmentKind::message) {
            HeaderBlock const block = read_header_block(attachment.bytes);
            std::string const subject = safe_file_name(decode_header_text(block.value_of("subject")));
            if (!subject.empty()) return std::string(cut_utf8(subject, 180)) + ".eml";
        }
        return made_up_name(attachment.content_type, body_.attachments.size() + 1);
    }

    // A mail that only passes another one on: better its words than none. A few levels of that, not more.
    Content read_attached_message() const {
        auto const found = std::ranges::find(body_.attachments, AttachmentKind::message, &Attachment::kind);
        if (found == body_.attachments.end() || caps_.depth < 2) return {};
        ParseCaps inner = caps_;
        inner.depth = std::min<std::size_t>(caps_.depth - 1, 4);
        inner.attachments = 4;
        MimeTree const tree = read_mime_tree(found->bytes, inner);
        MailBody body = BodyReader(inner).read(tree.root);
        return {std::move(body.text), std::move(body.html)};
    }

    // Only what the HTML really shows is inline; everything else must be listed, or nobody would see it.
    void mark_inline_parts() {
        std::set<std::string> shown;
        for (std::size_t at = body_.html.find("cid:"); at != std::string::npos; at = body_.html.find("cid:", at + 4)) {
            std::string_view const id = std::string_view(body_.html).substr(at + 4, kLongestContentId);
            std::size_t const end = id.find_first_of("\"' >)");
            bool const whole = end != std::string_view::npos;
            if (whole && shown.size() < caps_.parts) shown.insert(percent_decode(id.substr(0, end)));
        }
        for (Attachment& attachment : body_.attachments)
            attachment.is_inline = !attachment.content_id.empty() && shown.contains(attachment.content_id);
    }

    std::string capped(std::string text, std::size_t limit) {
        if (text.size() <= limit) return text;
        defect("The text is longer than what we show; its end was left out.");
        return std::string(cut_utf8(text, limit));
    }

    // Joined parts may pass the caps together.
    void cap_text() {
        body_.text = capped(std::move(body_.text), caps_.text_bytes);
        body_.html = capped(std::move(body_.html), caps_.html_bytes);
    }

    void defect(std::string_view sentence) {
        if (std::ranges::find(body_.defects, sentence) == body_.defects.end()) body_.defects.emplace_back(sentence);
    }

    ParseCaps const& caps_;
    MailBody body_;
    Content named_text_;
};

}  // namespace

MailBody read_body(MimeTree const& tree, ParseCaps const& caps) { return BodyReader(caps).read(tree.root); }

}  // namespace lotse::mail
