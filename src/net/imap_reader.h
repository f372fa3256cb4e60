// SPDX-License-Identifier: Apache-2.0
// Reads what an IMAP server says: lines, with the literals in them taken out. Bounded: a line or a literal over the limit
// is an error, so a hostile server cannot fill the memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "net/connection.h"

namespace lotse::net {

// "* 12 FETCH (UID 5 BODY[] {3}" ... ")" becomes text "* 12 FETCH (UID 5 BODY[] {}" + ")" and literals {"abc"}.
struct ImapLine {
    std::string text;
    std::vector<std::string> literals;
};

// The parts that need no socket, for tests and fuzzing.
// Length of the literal that a line ends with, "{123}" or "{123+}"; -1: none; -2: malformed.
std::int64_t literal_at_end(std::string_view line);
// The number behind a word, "UIDVALIDITY 42"; -1 if absent.
std::int64_t number_after(std::string_view text, std::string_view word);
std::vector<std::int64_t> numbers_in_search(std::string_view line);  // "* SEARCH 2 3 6"

class ImapReader {
  public:
    static constexpr std::size_t kLineBytes = 8u << 20;  // a search names every message of a folder in one line
    static constexpr std::size_t kLiteralBytes = 8u << 20;  // all literals of a line together

    explicit ImapReader(Connection connection) : connection_(std::move(connection)) {}
    // The next line; deadlines are the connection's.
    asio::awaitable<Result<ImapLine>> line();
    bool has_line() const { return buffer_.find('\n') != std::string::npos; }
    void forget() { buffer_.clear(); }  // before STARTTLS

  private:
    asio::awaitable<Result<std::string>> plain_line();
    asio::awaitable<Result<std::string>> bytes(std::size_t count);
    asio::awaitable<Result<void>> more();
    Connection connection_;
    std::string buffer_;
};

}  // namespace lotse::net
