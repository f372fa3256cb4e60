// SPDX-License-Identifier: Apache-2.0
#include "net/http_parse.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"

namespace lotse::net {
namespace {

constexpr std::size_t kMaxFields = 100;
constexpr std::size_t kMaxChunkLine = 256;  // size and extensions, which we skip
constexpr std::size_t kMaxMethod = 32;

Error malformed(std::string what) {
    return {
        Kind::invalid, "http.malformed", "This is not a well-formed HTTP request: " + std::move(what) + ".", {}, {}};
}

bool is_token_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").contains(c);
}
bool is_token(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_token_char); }
bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}
// Field content: visible, space, tab, and bytes above ASCII. No controls, so no NUL, no lone CR.
bool is_value(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f); });
}
bool is_visible(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

std::string_view trim_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

Ok read_request_line(std::string_view line, RequestHead& head) {
    auto const words = split(line, ' ');
    if (words.size() != 3) return malformed("the first line is not method, target and version");
    if (!is_token(words[0]) || words[0].size() > kMaxMethod) return malformed("the method has wrong characters");
    if (words[1].empty() || !is_visible(words[1]) || words[1].contains('#'))
        return malformed("the target has wrong characters");
    auto const version = words[2];
    bool const has_form = version.size() == 8 && version.starts_with("HTTP/") && version[6] == '.' &&
                          is_digits(version.substr(5, 1)) && is_digits(version.substr(7));
    if (!has_form) return malformed("the version has a wrong form");
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return invalid("http.version", "This server speaks HTTP/1.1.");
    head.method = words[0];
    head.target = words[1];
    head.is_http_1_0 = version == "HTTP/1.0";
    return {};
}

Ok read_field(std::string_view line, Fields& fields) {
    if (line.front() == ' ' || line.front() == '\t') return malformed("a header field is folded over lines");
    auto const colon = line.find(':');
    if (colon == line.npos || !is_token(line.substr(0, colon))) return malformed("a header field has a wrong name");
    auto const value = trim_blanks(line.substr(colon + 1));
    if (!is_value(value)) return malformed("a header field has control characters");
    if (fields.size() >= kMaxFields) return too_large("http.head_too_large", "The request has too many header fields.");
    fields.add(std::string(line.substr(0, colon)), std::string(value));
    return {};
}

// Where the body ends (RFC 9112, 6.3), with every doubtful case refused.
Ok read_framing(RequestHead& head) {
    auto const& fields = head.headers;
    auto const lengths = fields.count("Content-Length");
    auto const codings = fields.count("Transfer-Encoding");
    if (lengths + codings > 1) return malformed("it states the length of its body more than once");
    if (codings == 1) {
        if (head.is_http_1_0 || !equals_ignoring_case(*fields.find("Transfer-Encoding"), "chunked"))
            return malformed("the transfer coding is not \"chunked\"");
        head.is_chunked = true;
    }
    if (lengths == 1) {
        auto const text = *fields.find("Content-Length");
        if (!is_digits(text) || text.size() > 18) return malformed("the content length is not a number");
        head.content_length = static_cast<std::uint64_t>(*to_int(text));
    }
    return {};
}

bool is_host(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return is_token_char(c) || std::string_view(":[]").contains(c); });
}

Ok read_meaning(RequestHead& head) {
    auto const hosts = head.headers.count("Host");
    if (hosts > 1 || (hosts == 0 && !head.is_http_1_0)) return malformed("it must name one host");
    if (!is_host(head.headers.get_or("Host", ""))) return malformed("the host has wrong characters");

    head.is_last = head.is_http_1_0;
    for (auto const& [name, value] : head.headers) {
        if (!equals_ignoring_case(name, "Connection")) continue;
        for (auto const option : split(value, ','))
            if (equals_ignoring_case(trim_blanks(option), "close")) head.is_last = true;
    }
    if (auto const expectation = head.headers.find("Expect"); expectation && !head.is_http_1_0) {
        if (!equals_ignoring_case(*expectation, "100-continue"))
            return invalid("http.expectation", "The only expectation this server meets is 100-continue.");
        head.expects_continue = true;
    }
    return {};
}

// The length of the line at the front without its CRLF; nothing while it is incomplete.
Result<std::optional<std::size_t>> find_line(std::string_view bytes, std::size_t limit) {
    auto const feed = bytes.substr(0, limit + 2).find('\n');
    if (feed == bytes.npos) {
        if (bytes.size() >= limit + 2) return malformed("a line is too long");
        return std::optional<std::size_t>{};
    }
    if (feed == 0 || bytes[feed - 1] != '\r') return malformed("a line does not end with CR LF");
    return std::optional(feed - 1);
}

}  // namespace

Result<RequestHead> parse_head(std::string_view head_text) {
    RequestHead head;
    bool is_first = true;
    while (true) {
        TRY(auto const length, find_line(head_text, head_text.size()));
        if (!length) return malformed("its head has no end");
        auto const line = head_text.substr(0, *length);
        head_text.remove_prefix(*length + 2);
        if (line.empty()) break;
        if (is_first) {
            CHECK_OK(read_request_line(line, head));
            is_first = false;
        } else {
            CHECK_OK(read_field(line, head.headers));
        }
    }
    if (is_first || !head_text.empty()) return malformed("its head has a wrong form");
    CHECK_OK(read_framing(head));
    CHECK_OK(read_meaning(head));
    return head;
}

int status_for_parse_error(Error const& error) {
    if (error.code == "http.head_too_large") return 431;
    if (error.code == "http.version") return 505;
    if (error.code == "http.expectation") return 417;
    return error.kind == Kind::invalid ? 400 : answer_for(error.kind).http;
}

void RequestReader::use(std::size_t count) {
    at_ += count;
    if (at_ == input_.size()) {
        input_.clear();
        at_ = 0;
    } else if (at_ > 64 * 1024) {
        input_.erase(0, at_);
        at_ = 0;
    }
}

Result<bool> RequestReader::read_head() {
    // Some clients send an empty line after a body; RFC 9112, 2.2 asks for leniency with one before a request.
    if (!has_skipped_line_ && rest() == "\r") return false;
    if (!has_skipped_line_ && rest().starts_with("\r\n")) {
        use(2);
        has_skipped_line_ = true;
    }
    auto const bytes = rest();
    // A wrong line end is told at once, not after the deadline for an end that never comes.
    for (; scanned_ < bytes.size(); ++scanned_) {
        char const c = bytes[scanned_];
        if (c == '\0') return malformed("it contains a NUL");
        if (c != '\n') continue;
        if (scanned_ == 0 || bytes[scanned_ - 1] != '\r') return malformed("a line does not end with CR LF");
        if (scanned_ >= 3 && bytes[scanned_ - 2] == '\n') break;
    }
    bool const is_complete = scanned_ < bytes.size();
    if (scanned_ + (is_complete ? 1U : 0U) > head_limit_)
        return too_large("http.head_too_large", "The head of the request is too long.");
    if (!is_complete) return false;

    TRY(head_, parse_head(bytes.substr(0, scanned_ + 1)));
    use(scanned_ + 1);
    scanned_ = 0;
    has_skipped_line_ = false;
    return true;
}

Ok RequestReader::start_body(std::size_t limit) {
    body_limit_ = limit;
    body_.clear();
    left_ = head_.content_length;
    trailer_ = 0;
    stage_ = head_.is_chunked ? Stage::chunk_size : Stage::length;
    if (left_ > limit) return too_large("http.body_too_large", "The body of the request is too long.");
    return {};
}

Result<bool> RequestReader::read_body() {
    while (true) {
        bool moved = false;
        switch (stage_) {
            case Stage::length: move_to_body(); return left_ == 0;
            case Stage::chunk:
                moved = move_to_body();
                if (left_ == 0) stage_ = Stage::chunk_end;
                break;
            case Stage::chunk_size: {
                TRY(moved, read_chunk_size());
                break;
            }
            case Stage::chunk_end: {
                TRY(moved, read_chunk_end());
                break;
            }
            case Stage::trailer: {
                TRY(moved, read_trailer());
                break;
            }
            case Stage::head: return true;  // the trailer has ended
        }
        if (!moved) return false;
    }
}

std::string RequestReader::take_body() {
    stage_ = Stage::head;
    return std::exchange(body_, {});
}

bool RequestReader::move_to_body() {
    auto const count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, rest().size()));
    body_.append(rest().substr(0, count));
    left_ -= count;
    use(count);
    return count > 0;
}

// chunk-size [ chunk-ext ] CRLF. Extensions are skipped, as RFC 9112, 7.1.1 asks.
Result<bool> RequestReader::read_chunk_size() {
    TRY(auto const length, find_line(rest(), kMaxChunkLine));
    if (!length) return false;
    auto const line = rest().substr(0, *length);
    auto const [end, failed] = std::from_chars(line.data(), line.data() + line.size(), left_, 16);
    auto const digits = static_cast<std::size_t>(end - line.data());
    auto const more = trim_blanks(line.substr(digits));
    if (failed != std::errc{} || digits > 8 || !(more.empty() || more.starts_with(';')) || !is_value(more))
        return malformed("a chunk has a wrong size line");
    if (left_ > body_limit_ - body_.size())
        return too_large("http.body_too_large", "The body of the request is too long.");
    use(*length + 2);
    stage_ = left_ == 0 ? Stage::trailer : Stage::chunk;
    return true;
}

Result<bool> RequestReader::read_chunk_end() {
    if (rest().size() < 2) return false;
    if (!rest().starts_with("\r\n")) return malformed("a chunk is longer than its size");
    use(2);
    stage_ = Stage::chunk_size;
    return true;
}

// Trailer fields are checked and thrown away: nothing we do may depend on a field that comes after the body.
Result<bool> RequestReader::read_trailer() {
    TRY(auto const length, find_line(rest(), head_limit_));
    if (!length) return false;
    trailer_ += *length + 2;
    if (trailer_ > head_limit_) return too_large("http.head_too_large", "The request has too many trailer fields.");
    if (*length == 0) {
        stage_ = Stage::head;
    } else {
        Fields thrown_away;
        CHECK_OK(read_field(rest().substr(0, *length), thrown_away));
    }
    use(*length + 2);
    return true;
}

}  // namespace lotse::net
