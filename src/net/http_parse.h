// SPDX-License-Identifier: Apache-2.0
// Bytes -> HTTP/1.1 requests (RFC 9112), one after another, without any socket. Strict where a lenient reader and a
// proxy in front of it could see two different requests (request smuggling): CRLF only, no folded lines, no space
// before the colon, one Host, one Content-Length of digits, "chunked" as the only transfer coding, never both.
// One grammar, ours: a second parser behind a strict gate is a second opinion on where a request ends, which is the
// fault itself. tests/fuzz/http_request_fuzz.cpp holds it against Beast's.
//
// Errors: invalid "http.malformed" (400), too_large "http.head_too_large" (431), too_large "http.body_too_large" (413),
// invalid "http.version" (505), invalid "http.expectation" (417). After an error the reader is spent: where the next
// request would begin is not known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "net/http.h"

namespace lotse::net {

struct RequestHead {
    std::string method;
    std::string target;  // as sent, visible ASCII
    Fields headers;
    bool is_http_1_0 = false;
    bool is_last = false;  // the client closes after it, or speaks 1.0
    bool expects_continue = false;
    bool is_chunked = false;
    std::uint64_t content_length = 0;  // 0 when chunked
};

// The line and the fields up to and with the blank line, at most a few KiB; find_head has seen to the size.
Result<RequestHead> parse_head(std::string_view head);

int status_for_parse_error(Error const& error);

// Call in turn: add() bytes and read_head() until true, start_body(), add() and read_body() until true, take_body();
// then read_head() again, for which pipelined bytes may already be there.
class RequestReader {
  public:
    explicit RequestReader(std::size_t head_limit) : head_limit_(head_limit) {}

    void add(std::string_view bytes) { input_.append(bytes); }
    bool has_input() const { return at_ < input_.size(); }

    Result<bool> read_head();
    RequestHead const& head() const { return head_; }

    // Error at once when the announced length is above the limit.
    Ok start_body(std::size_t limit);
    Result<bool> read_body();
    std::size_t body_size() const { return body_.size(); }
    std::string take_body();

  private:
    enum class Stage { head, length, chunk_size, chunk, chunk_end, trailer };

    std::string_view rest() const { return std::string_view(input_).substr(at_); }
    void use(std::size_t count);
    bool move_to_body();
    Result<bool> read_chunk_size();
    Result<bool> read_chunk_end();
    Result<bool> read_trailer();

    std::size_t const head_limit_;
    std::string input_;
    std::size_t at_ = 0;  // input before it is used up
    std::size_t scanned_ = 0;  // of rest(): already searched for the end of the head
    bool has_skipped_line_ = false;
    RequestHead head_;
    Stage stage_ = Stage::head;
    std::size_t body_limit_ = 0;
    std::uint64_t left_ = 0;  // of the body or the chunk
    std::size_t trailer_ = 0;  // bytes of trailer fields so far
    std::string body_;
};

}  // namespace lotse::net
