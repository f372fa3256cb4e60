// SPDX-License-Identifier: Apache-2.0
// An IMAP4rev1 client (RFC 3501) as far as fetching mail needs it: login, select, search and fetch by UID in pieces,
// flags, MOVE (RFC 6851), IDLE (RFC 2177). Mechanics only; what a message means is the caller's. One command at a time,
// on the strand of its connection. Errors: unavailable (the server is away, says BYE or NO), unauthenticated
// "imap.login" (it refuses user or password), invalid "imap.protocol" (it does not speak IMAP), and those of Connection.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "net/connection.h"
#include "net/imap_reader.h"

namespace lotse::net {

struct ImapAccount {
    std::string host;
    std::uint16_t port = 993;
    std::string security = "tls";  // tls | starttls | none
    std::string user;
    Secret<std::string> secret;  // password, or an OAuth 2 access token for xoauth2
    std::string auth = "plain";  // plain | login | xoauth2
};

struct ImapFolder {
    std::int64_t uid_validity = 0;
    std::int64_t exists = 0;
    std::int64_t uid_next = 0;  // 0: not told
};

class ImapClient {
  public:
    // Connects, protects and logs in. `tls` may be null where security is none.
    static asio::awaitable<Result<ImapClient>> open(ImapAccount account, std::shared_ptr<TlsClient> tls);

    asio::awaitable<Result<ImapFolder>> select(std::string folder);
    // UIDs in ascending order; `criteria` in IMAP's words ("UNSEEN", "UID 5:*"), made by the caller from numbers and
    // dates, never from foreign text.
    asio::awaitable<Result<std::vector<std::int64_t>>> search(std::string criteria);
    // not_found "imap.gone" where the message has been removed meanwhile.
    asio::awaitable<Result<std::int64_t>> size_of(std::int64_t uid);
    // The whole message without touching its flags, in pieces of 1 MiB. too_large above `limit`.
    asio::awaitable<Result<std::string>> fetch(std::int64_t uid, std::size_t limit);
    // Only the header, for a message that is too large.
    asio::awaitable<Result<std::string>> fetch_header(std::int64_t uid);
    asio::awaitable<Result<void>> mark_seen(std::int64_t uid);
    // By MOVE, or COPY + \Deleted + EXPUNGE where the server has no MOVE.
    asio::awaitable<Result<void>> move(std::int64_t uid, std::string folder);
    // Returns when the folder has changed, or after `limit` at most (keep it below 29 minutes). True: something new.
    asio::awaitable<Result<bool>> idle(std::chrono::seconds limit);
    asio::awaitable<Result<void>> noop();
    asio::awaitable<void> logout();

    bool can_idle() const { return has("IDLE"); }
    bool can_move() const { return has("MOVE"); }

  private:
    explicit ImapClient(Connection connection) : connection_(connection), reader_(connection) {}
    bool has(std::string_view capability) const;
    asio::awaitable<Result<void>> greet();
    asio::awaitable<Result<void>> log_in(ImapAccount const& account);
    asio::awaitable<Result<void>> authenticate(std::string mechanism, std::string response, std::string sentence);
    asio::awaitable<Result<void>> learn_capabilities();
    asio::awaitable<Error> missing(std::int64_t uid);
    // Sends one command; gives the untagged answers when the tagged OK has come.
    asio::awaitable<Result<std::vector<ImapLine>>> run(std::string command);
    asio::awaitable<Result<std::vector<ImapLine>>> finish(std::string tag);
    std::string next_tag();

    Connection connection_;
    ImapReader reader_;
    std::vector<std::string> capabilities_;  // upper case
    int tags_ = 0;
};

// A quoted string (RFC 3501 "quoted"); text that cannot be quoted (CR, LF, NUL, not ASCII) is refused.
Result<std::string> imap_quoted(std::string_view text);

}  // namespace lotse::net
