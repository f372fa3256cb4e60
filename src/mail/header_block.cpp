// SPDX-License-Identifier: Apache-2.0
#include "mail/header_block.h"

#include <algorithm>

#include "base/text.h"

namespace lotse::mail {
namespace {

struct Line {
    std::string_view text;  // without its end
    std::size_t next = 0;   // where the next line starts
};

Line line_at(std::string_view bytes, std::size_t at) {
    std::size_t const end = bytes.find('\n', at);
    if (end == std::string_view::npos) {
        std::string_view rest = bytes.substr(at);
        while (rest.ends_with('\r')) rest.remove_suffix(1);
        return {rest, bytes.size()};
    }
    std::string_view text = bytes.substr(at, end - at);
    while (text.ends_with('\r')) text.remove_suffix(1);
    return {text, end + 1};
}

bool is_continuation(std::string_view line) { return line.starts_with(' ') || line.starts_with('\t'); }

// "From anna Mon Jan 1" of mailboxes, also quoted; some servers leave it within the block.
bool is_mbox_line(std::string_view line) { return line.starts_with("From ") || line.starts_with(">From "); }

class BlockReader {
  public:
    BlockReader(std::string_view bytes, HeaderLimits const& limits) : bytes_(bytes), limits_(limits) {}

    HeaderBlock read() {
        std::size_t at = 0;
        while (at < bytes_.size()) {
            Line const line = line_at(bytes_, at);
            if (line.text.empty()) {
                block_.body_at = line.next;
                return finish();
            }
            if (!take(line)) {
                block_.body_at = at;
                block_.malformed = true;
                return finish();
            }
            at = line.next;
        }
        block_.body_at = bytes_.size();
        return finish();
    }

  private:
    // False if the body starts here.
    bool take(Line const& line) {
        if (is_continuation(line.text)) return take_continuation(line);
        std::string_view const name = header_name(line.text);
        if (!name.empty()) {
            start_header(name, line.text.substr(line.text.find(':') + 1));
            return true;
        }
        if (is_mbox_line(line.text)) return true;
        if (!header_follows(line.next)) return false;
        block_.malformed = true;
        skipping_ = true;  // with its continuations; gluing it to a neighbour could forge an address
        return true;
    }

    // Whether a header line comes next, past the continuations of the line before.
    bool header_follows(std::size_t at) const {
        for (int lines = 0; at < bytes_.size() && lines < 8; ++lines) {
            Line const line = line_at(bytes_, at);
            if (!is_continuation(line.text) || trim(line.text).empty()) return !header_name(line.text).empty();
            at = line.next;
        }
        return false;
    }

    // A line of blanks alone ends the block if what follows is no header: such files come out of editors.
    bool take_continuation(Line const& line) {
        if (trim(line.text).empty()) {
            Line const next = line_at(bytes_, line.next);
            bool const goes_on =
                !header_name(next.text).empty() || (is_continuation(next.text) && !trim(next.text).empty());
            return goes_on || next.text.empty();
        }
        if (block_.headers.empty() && !skipping_) return false;
        append(line.text);
        return true;
    }

    void start_header(std::string_view name, std::string_view value) {
        skipping_ = used_ + name.size() + value.size() > limits_.block_bytes;
        if (skipping_) {
            block_.over_limit = true;
            return;
        }
        used_ += name.size();
        block_.headers.push_back({name, {}});
        append(value);
    }

    void append(std::string_view text) {
        if (skipping_ || block_.headers.empty()) return;
        std::string& value = block_.headers.back().value;
        std::size_t const room =
            std::min(limits_.header_bytes - std::min(limits_.header_bytes, value.size()), limits_.block_bytes - used_);
        if (text.size() > room) block_.over_limit = true;
        text = text.substr(0, room);
        value += text;
        used_ += text.size();
    }

    HeaderBlock finish() {
        for (RawHeader& header : block_.headers) header.value = std::string(trim(header.value));
        return std::move(block_);
    }

    std::string_view bytes_;
    HeaderLimits limits_;
    HeaderBlock block_;
    std::size_t used_ = 0;
    bool skipping_ = false;
};

}  // namespace

RawHeader const* HeaderBlock::find(std::string_view name) const {
    auto const found =
        std::ranges::find_if(headers, [&](RawHeader const& h) { return equals_ignoring_case(h.name, name); });
    return found == headers.end() ? nullptr : &*found;
}

std::string_view HeaderBlock::value_of(std::string_view name) const {
    RawHeader const* const header = find(name);
    return header == nullptr ? std::string_view{} : std::string_view(header->value);
}

HeaderBlock read_header_block(std::string_view bytes, HeaderLimits const& limits) {
    return BlockReader(bytes, limits).read();
}

std::string_view header_name(std::string_view line) {
    std::size_t const colon = line.substr(0, 128).find(':');
    if (colon == std::string_view::npos || colon == 0) return {};
    std::string_view name = line.substr(0, colon);
    while (name.ends_with(' ') || name.ends_with('\t')) name.remove_suffix(1);
    bool const valid = std::ranges::all_of(name, [](char c) { return c > 32 && c < 127; });
    return valid ? name : std::string_view{};
}

}  // namespace lotse::mail
