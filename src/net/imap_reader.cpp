// SPDX-License-Identifier: Apache-2.0
#include "net/imap_reader.h"

#include "base/text.h"

namespace lotse::net {
namespace {

constexpr std::size_t kReadBytes = 64 * 1024;
constexpr std::size_t kLiterals = 1000;  // of one line; empty ones cost room, too

}  // namespace

std::int64_t literal_at_end(std::string_view line) {
    if (!line.ends_with('}')) return -1;
    auto const open = line.rfind('{');
    if (open == std::string_view::npos) return -1;
    auto digits = line.substr(open + 1, line.size() - open - 2);
    if (digits.ends_with('+')) digits.remove_suffix(1);
    auto const count = to_int(digits);
    if (!count) return -1;
    return *count < 0 ? -2 : *count;
}

std::int64_t number_after(std::string_view text, std::string_view word) {
    for (std::size_t at = 0; at + word.size() < text.size(); ++at) {
        if (!equals_ignoring_case(text.substr(at, word.size()), word)) continue;
        bool const starts = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(' || text[at - 1] == '[';
        if (!starts || text[at + word.size()] != ' ') continue;
        auto digits = text.substr(at + word.size() + 1);
        digits = digits.substr(0, digits.find_first_not_of("0123456789"));
        return to_int(digits).value_or(-1);
    }
    return -1;
}

std::vector<std::int64_t> numbers_in_search(std::string_view line) {
    std::vector<std::int64_t> out;
    for (auto const part : split(line, ' '))
        if (auto const number = to_int(part); number && *number > 0) out.push_back(*number);
    return out;
}

asio::awaitable<Result<ImapLine>> ImapReader::line() {
    ImapLine out;
    std::size_t room = kLiteralBytes;
    for (;;) {
        CO_TRY(auto part, co_await plain_line());
        auto const literal = literal_at_end(part);
        if (literal == -2 || literal > static_cast<std::int64_t>(room))
            co_return invalid("imap.protocol", "The mail server announced a piece that is too large.");
        if (literal < 0) {
            out.text += part;
            co_return out;
        }
        out.text += part.substr(0, part.rfind('{')) + "{}";
        if (out.text.size() > kLineBytes || out.literals.size() > kLiterals)
            co_return invalid("imap.protocol", "The mail server's line is too long.");
        room -= static_cast<std::size_t>(literal);
        CO_TRY(auto piece, co_await bytes(static_cast<std::size_t>(literal)));
        out.literals.push_back(std::move(piece));
    }
}

asio::awaitable<Result<std::string>> ImapReader::plain_line() {
    std::size_t searched = 0;
    for (;;) {
        auto const end = buffer_.find('\n', searched);
        if (end != std::string::npos) {
            auto out = buffer_.substr(0, end);
            buffer_.erase(0, end + 1);
            if (out.ends_with('\r')) out.pop_back();
            co_return out;
        }
        searched = buffer_.size();
        if (buffer_.size() > kLineBytes) co_return invalid("imap.protocol", "The mail server's line is too long.");
        CO_CHECK_OK(co_await more());
    }
}

asio::awaitable<Result<std::string>> ImapReader::bytes(std::size_t count) {
    while (buffer_.size() < count) CO_CHECK_OK(co_await more());
    auto out = buffer_.substr(0, count);
    buffer_.erase(0, count);
    co_return out;
}

asio::awaitable<Result<void>> ImapReader::more() {
    auto const before = buffer_.size();
    buffer_.resize(before + kReadBytes);
    auto const read = co_await connection_.read_some(buffer_.data() + before, kReadBytes);
    buffer_.resize(before + (read ? *read : 0));
    if (!read) co_return read.error();
    if (*read == 0) co_return unavailable("net.closed", "The mail server closed the connection.");
    co_return Result<void>{};
}

}  // namespace lotse::net
