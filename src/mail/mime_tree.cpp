// SPDX-License-Identifier: Apache-2.0
#include "mail/mime_tree.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace lotse::mail {
namespace {

struct Delimiter {
    std::size_t at = 0;    // where the content before it ends
    std::size_t next = 0;  // where the content after it starts
    bool closing = false;
};

// The rest of a delimiter line: "" or "--", then blanks. Anything else is another boundary that starts alike.
std::optional<Delimiter> delimiter_at(std::string_view body, std::size_t line, std::size_t rest) {
    std::size_t const end = body.find('\n', rest);
    std::string_view tail = body.substr(rest, end == std::string_view::npos ? end : end - rest);
    Delimiter found;
    found.closing = tail.starts_with("--");
    if (found.closing) tail.remove_prefix(2);
    if (!trim(tail).empty()) return std::nullopt;
    found.at = line;
    // The line end before a delimiter belongs to the delimiter.
    if (found.at > 0 && body[found.at - 1] == '\n') --found.at;
    while (found.at > 0 && body[found.at - 1] == '\r') --found.at;
    found.next = end == std::string_view::npos ? body.size() : end + 1;
    return found;
}

std::optional<Delimiter> find_delimiter(std::string_view body, std::string const& dashed, std::size_t from) {
    for (std::size_t at = body.find(dashed, from); at != std::string_view::npos; at = body.find(dashed, at + 1)) {
        if (at > 0 && body[at - 1] != '\n') continue;
        if (auto found = delimiter_at(body, at, at + dashed.size())) return found;
    }
    return std::nullopt;
}

// For a multipart that names no boundary, or another one than it uses: the first "--x" line before a header line.
std::string guess_boundary(std::string_view body) {
    for (std::size_t at = 0; at < body.size() && at < (std::size_t{64} << 10);) {
        std::size_t const end = std::min(body.find('\n', at), body.size());
        std::string_view const line = trim(body.substr(at, end - at));
        at = end + 1;
        if (!line.starts_with("--") || line.size() < 4 || line.size() > 202 || at >= body.size()) continue;
        std::string_view const next = body.substr(at, std::min(body.find('\n', at), body.size()) - at);
        if (starts_with_ignoring_case(next, "content-")) return std::string(line.substr(2));
    }
    return {};
}

bool is_plausible_type(std::string_view type) {
    std::size_t const slash = type.find('/');
    return slash != std::string_view::npos && slash > 0 && slash + 1 < type.size() &&
           type.find_first_of(" \t()<>@,;:\\\"") == std::string_view::npos;
}

class TreeReader {
  public:
    explicit TreeReader(ParseCaps const& caps) : caps_(caps) {}

    MimeTree read(std::string_view bytes) {
        tree_.root = read_part(bytes, "text/plain", 1);
        // "Thanx :-)" reads like a header, but there is no mail around it.
        if (trim(tree_.root.body).empty() && !has_usual_header(tree_.root)) tree_.root.body = bytes;
        return std::move(tree_);
    }

  private:
    MimePart read_part(std::string_view bytes, std::string_view default_type, std::size_t depth) {
        ++parts_;
        HeaderBlock block = read_header_block(bytes, {caps_.header_block_bytes, caps_.header_bytes});
        tree_.headers_over_limit |= block.over_limit;
        if (depth == 1) tree_.malformed_header = block.malformed;
        MimePart part;
        part.type = parse_parameter_value(block.value_of("content-type"));
        part.disposition = parse_parameter_value(block.value_of("content-disposition"));
        part.headers = std::move(block.headers);
        part.body = bytes.substr(block.body_at);
        part.has_type = is_plausible_type(part.type.value);
        if (!part.has_type && !part.type.value.empty() && part.type.value != "text")
            part.type.value = depth == 1 ? "text/plain" : "application/octet-stream";
        if (part.type.value.empty() || part.type.value == "text") part.type.value = default_type;
        if (part.is_multipart()) read_children(part, depth);
        return part;
    }

    void read_children(MimePart& part, std::size_t depth) {
        if (depth >= caps_.depth) {
            tree_.too_deep = true;
            part.type.value = "application/octet-stream";
            return;
        }
        std::string dashed = "--" + std::string(part.type.parameter("boundary"));
        auto delimiter = dashed.size() > 2 ? find_delimiter(part.body, dashed, 0) : std::nullopt;
        if (!delimiter) {
            std::string const guess = guess_boundary(part.body);
            dashed = "--" + guess;
            if (!guess.empty()) delimiter = find_delimiter(part.body, dashed, 0);
        }
        if (!delimiter) {
            part.type.value = "text/plain";
            return;
        }
        std::string_view const child_type = part.type.value == "multipart/digest" ? "message/rfc822" : "text/plain";
        while (delimiter && !delimiter->closing) {
            if (parts_ >= caps_.parts) {
                tree_.too_many_parts = true;
                return;
            }
            auto const next = find_delimiter(part.body, dashed, delimiter->next);
            std::size_t const end = next ? std::max(next->at, delimiter->next) : part.body.size();
            part.parts.push_back(
                read_part(part.body.substr(delimiter->next, end - delimiter->next), child_type, depth + 1));
            delimiter = next;
        }
        part.is_cut_off = !delimiter;
    }

    ParseCaps const& caps_;
    MimeTree tree_;
    std::size_t parts_ = 0;
};

}  // namespace

bool has_usual_header(MimePart const& part) {
    static constexpr std::array<std::string_view, 10> kUsual{
        "from", "to", "subject", "date", "cc", "message-id", "content-type", "mime-version", "received", "return-path"};
    return std::ranges::any_of(kUsual, [&](std::string_view name) { return !part.header(name).empty(); });
}

std::string_view MimePart::header(std::string_view name) const {
    for (RawHeader const& candidate : headers)
        if (equals_ignoring_case(candidate.name, name)) return candidate.value;
    return {};
}

MimeTree read_mime_tree(std::string_view bytes, ParseCaps const& caps) { return TreeReader(caps).read(bytes); }

}  // namespace lotse::mail
