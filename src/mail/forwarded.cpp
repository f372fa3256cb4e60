// SPDX-License-Identifier: Apache-2.0
#include "mail/forwarded.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "mail/header_block.h"
#include "mail/quote_marks.h"

namespace lotse::mail {
namespace {

constexpr std::size_t kMostLinesToFrom = 12;
constexpr std::size_t kMostLinesRead = 2000;

constexpr std::array<std::string_view, 14> kForwardPrefixes{"fwd", "fw", "wg", "pd", "tr",  "rv",     "i",
                                                            "enc", "vs", "vb", "vl", "tov", "doorst", "пер"};
constexpr std::array<std::string_view, 12> kReplyPrefixes{"re",  "aw",  "odp", "sv",  "antw", "rif",
                                                          "rép", "res", "bls", "ynt", "отв",  "atb"};

enum class Passed { no, forwarded, answered };

// The first prefix decides: "Re: Fwd: x" is an answer to a forwarded mail.
Passed subject_says(std::string_view subject) {
    std::size_t const colon = subject.substr(0, 16).find(':');
    if (colon == std::string_view::npos) return Passed::no;
    std::string const prefix = to_lower_utf8(trim(subject.substr(0, std::min(colon, subject.find('[')))));
    if (std::ranges::find(kForwardPrefixes, prefix) != kForwardPrefixes.end()) return Passed::forwarded;
    if (std::ranges::find(kReplyPrefixes, prefix) != kReplyPrefixes.end()) return Passed::answered;
    return Passed::no;
}

// "Anna <a@b.c<mailto:a@b.c>>", "Anna [mailto:a@b.c]", "Anna [a@b.c]".
std::optional<Address> address_in_block(std::string_view value) {
    std::string text(value.substr(0, 1000));
    for (std::size_t at = text.find("<mailto:"); at != std::string::npos; at = text.find("<mailto:", at)) {
        std::size_t const end = text.find('>', at);
        if (text.substr(0, at).contains('@')) text.erase(at, end == std::string::npos ? end : end - at + 1);
        else text.erase(at + 1, 7);
    }
    text = replace_all(std::move(text), "[mailto:", "<");
    if (!text.contains('<')) text = replace_all(std::move(text), "[", "<");
    text = replace_all(std::move(text), "]", ">");
    auto found = parse_address(text);
    return found && canonical_address(found->address) ? found : std::nullopt;
}

std::string_view without_mark(std::string_view line) {
    std::size_t const first = line.find_first_not_of("> \t");
    return first == std::string_view::npos ? std::string_view{} : line.substr(first);
}

std::optional<Address> sender_below(Lines lines, std::size_t from) {
    std::size_t const end = std::min(lines.size(), from + kMostLinesToFrom);
    for (std::size_t i = from; i < end; ++i) {
        std::string_view const line = without_mark(lines[i]);
        if (block_field(line) != BlockField::from) continue;
        // A long name may push the address to the next line.
        if (auto sender = address_in_block(block_field_value(line))) return sender;
        if (i + 1 < end)
            return address_in_block(std::string(block_field_value(line)) + " " + std::string(lines[i + 1]));
    }
    return std::nullopt;
}

std::optional<Address> sender_in_text(std::string_view text, Passed passed) {
    std::vector<std::string_view> lines = split(text, '\n');
    if (lines.size() > kMostLinesRead) lines.resize(kMostLinesRead);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (is_quoted_line(lines[i])) continue;
        bool const starts_here =
            is_forward_line(lines[i]) ||
            (passed == Passed::forwarded && (is_boundary_line(lines[i]) || header_block_length(lines, i) > 0));
        if (starts_here) return sender_below(lines, i);
    }
    return std::nullopt;
}

std::optional<Address> sender_of_attached(Message const& message) {
    for (Attachment const& attachment : message.attachments) {
        if (attachment.kind != AttachmentKind::message) continue;
        HeaderBlock const block = read_header_block(attachment.bytes);
        std::vector<Address> from = parse_address_list(block.value_of("from"), 2);
        if (from.size() == 1 && canonical_address(from.front().address)) return std::move(from.front());
    }
    return std::nullopt;
}

bool is_same_person(Address const& a, Address const& b) {
    auto const left = canonical_address(a.address);
    auto const right = canonical_address(b.address);
    return left && right && left->key() == right->key();
}

}  // namespace

std::optional<Address> find_original_sender(Message const& message) {
    Passed const passed = subject_says(message.subject);
    if (passed == Passed::answered || message.delivery_report) return std::nullopt;
    std::optional<Address> sender = sender_in_text(message.text, passed);
    if (!sender && (passed == Passed::forwarded || trim(message.new_text).empty()))
        sender = sender_of_attached(message);
    if (sender && message.from.size() == 1 && is_same_person(*sender, message.from.front())) return std::nullopt;
    return sender;
}

}  // namespace lotse::mail
