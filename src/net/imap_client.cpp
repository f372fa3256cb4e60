// SPDX-License-Identifier: Apache-2.0
#include "net/imap_client.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "base/text.h"

namespace lotse::net {
namespace {

constexpr std::chrono::milliseconds kConnectTime{20'000};
constexpr std::chrono::milliseconds kCommandTime{60'000};
constexpr std::chrono::milliseconds kLogoutTime{3'000};
constexpr std::size_t kPieceBytes = 1 << 20;
// What one command may be answered with: a search over 700,000 messages, and no more than a machine can spare.
constexpr std::size_t kAnswerLines = 100'000;
constexpr std::size_t kAnswerBytes = 32u << 20;
constexpr std::int64_t kHighestUid = 0xFFFF'FFFF;  // RFC 3501: 32 bits

bool is_untagged(ImapLine const& line, std::string_view word) {
    return line.text.starts_with("* ") && starts_with_ignoring_case(std::string_view(line.text).substr(2), word);
}

// "* 12 FETCH (...)", "* 3 EXISTS": the word behind the number.
bool is_numbered(ImapLine const& line, std::string_view word) {
    auto rest = std::string_view(line.text);
    if (!rest.starts_with("* ")) return false;
    rest.remove_prefix(2);
    auto const space = rest.find(' ');
    if (space == std::string_view::npos || !to_int(rest.substr(0, space))) return false;
    return starts_with_ignoring_case(rest.substr(space + 1), word);
}

// The server's words are for our log and the admin's eye only, and may be long.
std::string told(std::string_view text) { return std::string(cut_utf8(text, 200)); }

constexpr char const* kWrongPassword = "The mail server refuses user or password.";
constexpr char const* kWrongToken =
    "The mail server refuses the access token: it is wrong, has expired, or is for another user.";

Error refused(std::string sentence, std::string_view answer) {
    return Error{Kind::unauthenticated, "imap.login", std::move(sentence), told(answer), {}};
}

Error endless() { return invalid("imap.protocol", "The mail server does not stop talking."); }

std::size_t weight_of(ImapLine const& line) {
    auto out = sizeof(ImapLine) + line.text.size();
    for (auto const& literal : line.literals) out += sizeof(literal) + literal.size();
    return out;
}

// The message that a FETCH is about, by what it says itself: a server may slip in news of others.
bool is_fetch_of(ImapLine const& line, std::int64_t uid) {
    if (!is_numbered(line, "FETCH")) return false;
    auto const told_uid = number_after(line.text, "UID");
    return told_uid < 0 || told_uid == uid;
}

// False when the time has come and the server has said nothing.
asio::awaitable<bool> wait_readable(Connection& connection, std::chrono::steady_clock::time_point until) {
    connection.expires_never();
    auto const timer = std::make_shared<asio::steady_timer>(connection.executor(), until);
    auto const is_readable = std::make_shared<bool>(false);
    connection.on_readable([timer, is_readable] {
        *is_readable = true;
        timer->cancel();
    });
    auto const [ended] = co_await timer->async_wait(asio::as_tuple(asio::use_awaitable));
    (void)ended;
    co_return *is_readable;
}

}  // namespace

Result<std::string> imap_quoted(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte >= 0x7F)
            return invalid("imap.text", "User, password and folder of a mailbox are plain ASCII text.");
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

bool ImapClient::has(std::string_view capability) const {
    return std::ranges::find(capabilities_, capability) != capabilities_.end();
}

asio::awaitable<Result<ImapClient>> ImapClient::open(ImapAccount account, std::shared_ptr<TlsClient> tls) {
    CO_TRY(auto connection, co_await Connection::connect(account.host, account.port, kConnectTime));
    if (account.security != "tls" && account.security != "starttls" && !is_loopback(connection.peer().address))
        co_return invalid("imap.clear_text", "A mailbox on another machine is fetched with tls or starttls only.");
    ImapClient client(connection);
    connection.expires_after(kConnectTime);
    if (account.security == "tls")
        CO_CHECK_OK(co_await connection.start_tls_as_client(tls->context_for(connection.peer().address), account.host));
    CO_CHECK_OK(co_await client.greet());
    if (account.security == "starttls") {
        // Whoever takes the offer out of the conversation gets no password: without TLS we go.
        if (auto const answer = co_await client.run("STARTTLS"); !answer) {
            if (!answer.error().code.starts_with("imap.")) co_return answer.error();
            co_return unavailable("imap.starttls",
                                  "The mail server does not offer STARTTLS; nothing was sent to it in clear text.",
                                  answer.error().message);
        }
        client.reader_.forget();  // nothing said in clear text counts under TLS
        connection.expires_after(kConnectTime);
        CO_CHECK_OK(co_await connection.start_tls_as_client(tls->context_for(connection.peer().address), account.host));
    }
    CO_CHECK_OK(co_await client.learn_capabilities());
    CO_CHECK_OK(co_await client.log_in(account));
    CO_CHECK_OK(co_await client.learn_capabilities());  // many servers show IDLE and MOVE only now
    co_return client;
}

asio::awaitable<Result<void>> ImapClient::greet() {
    CO_TRY(auto line, co_await reader_.line());
    if (is_untagged(line, "OK") || is_untagged(line, "PREAUTH")) co_return Result<void>{};
    if (is_untagged(line, "BYE")) co_return unavailable("imap.bye", "The mail server turned us away.", told(line.text));
    co_return invalid("imap.protocol", "This is no IMAP server.");
}

asio::awaitable<Result<void>> ImapClient::learn_capabilities() {
    CO_TRY(auto lines, co_await run("CAPABILITY"));
    for (auto const& line : lines) {
        if (!is_untagged(line, "CAPABILITY")) continue;
        capabilities_.clear();
        for (auto const word : split(line.text, ' ')) {
            std::string upper(word);
            std::ranges::transform(upper, upper.begin(),
                                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
            capabilities_.push_back(std::move(upper));
        }
    }
    co_return Result<void>{};
}

asio::awaitable<Result<void>> ImapClient::log_in(ImapAccount const& account) {
    auto const& secret = account.secret.reveal();
    if (account.auth == "login") {
        CO_TRY(auto user, imap_quoted(account.user));
        CO_TRY(auto password, imap_quoted(secret));
        auto const answer = co_await run("LOGIN " + user + " " + password);
        if (answer) co_return Result<void>{};
        if (answer.error().code != "imap.no") co_return answer.error();
        co_return refused(kWrongPassword, answer.error().message);
    }
    bool const is_token = account.auth == "xoauth2";
    std::string const mechanism = is_token ? "XOAUTH2" : "PLAIN";
    // Asked for all the same, a server without it would answer as to a wrong password.
    if (!has("AUTH=" + mechanism))
        co_return invalid("imap.mechanism", "The mail server does not offer to log in by " + mechanism + ".");
    auto const response = is_token ? "user=" + account.user + "\x01" + "auth=Bearer " + secret + "\x01\x01"
                                   : std::string(1, '\0') + account.user + std::string(1, '\0') + secret;
    co_return co_await authenticate(mechanism, base64(response), is_token ? kWrongToken : kWrongPassword);
}

asio::awaitable<Result<void>> ImapClient::authenticate(std::string mechanism, std::string response,
                                                       std::string sentence) {
    auto const tag = next_tag();
    bool const at_once = has("SASL-IR");
    connection_.expires_after(kCommandTime);
    auto const command = at_once ? fmt::format("{} AUTHENTICATE {} {}\r\n", tag, mechanism, response)
                                 : fmt::format("{} AUTHENTICATE {}\r\n", tag, mechanism);
    CO_CHECK_OK(co_await connection_.write(command));
    bool is_sent = at_once;
    for (;;) {
        CO_TRY(auto line, co_await reader_.line());
        if (line.text.starts_with("+")) {
            // After our response a challenge is an error report (XOAUTH2): an empty line asks for the verdict.
            CO_CHECK_OK(co_await connection_.write(is_sent ? std::string("\r\n") : response + "\r\n"));
            is_sent = true;
            continue;
        }
        if (is_untagged(line, "BYE")) co_return unavailable("imap.bye", "The mail server hung up.", told(line.text));
        if (!line.text.starts_with(tag + " ")) continue;
        if (starts_with_ignoring_case(std::string_view(line.text).substr(tag.size() + 1), "OK"))
            co_return Result<void>{};
        co_return refused(sentence, line.text);
    }
}

asio::awaitable<Result<ImapFolder>> ImapClient::select(std::string folder) {
    CO_TRY(auto name, imap_quoted(folder));
    CO_TRY(auto lines, co_await run("SELECT " + name));
    ImapFolder out;
    for (auto const& line : lines) {
        if (auto const value = number_after(line.text, "UIDVALIDITY"); value > 0) out.uid_validity = value;
        if (auto const value = number_after(line.text, "UIDNEXT"); value > 0) out.uid_next = value;
        if (is_numbered(line, "EXISTS"))
            out.exists = to_int(line.text.substr(2, line.text.find(' ', 2) - 2)).value_or(0);
    }
    if (out.uid_validity <= 0) co_return invalid("imap.protocol", "The mail server names no UIDVALIDITY.");
    co_return out;
}

asio::awaitable<Result<std::vector<std::int64_t>>> ImapClient::search(std::string criteria) {
    CO_TRY(auto lines, co_await run("UID SEARCH " + criteria));
    std::vector<std::int64_t> out;
    for (auto const& line : lines)
        if (is_untagged(line, "SEARCH")) {
            auto const found = numbers_in_search(line.text);
            if (std::ranges::any_of(found, [](auto uid) { return uid > kHighestUid; }))
                co_return invalid("imap.protocol", "The mail server numbers its messages beyond what IMAP allows.");
            out.insert(out.end(), found.begin(), found.end());
        }
    std::ranges::sort(out);
    auto const twice = std::ranges::unique(out);
    out.erase(twice.begin(), twice.end());
    co_return out;
}

asio::awaitable<Result<std::int64_t>> ImapClient::size_of(std::int64_t uid) {
    CO_TRY(auto lines, co_await run(fmt::format("UID FETCH {} (RFC822.SIZE)", uid)));
    for (auto const& line : lines) {
        if (!is_fetch_of(line, uid)) continue;
        if (auto const size = number_after(line.text, "RFC822.SIZE"); size >= 0) co_return size;
    }
    co_return co_await missing(uid);
}

asio::awaitable<Result<std::string>> ImapClient::fetch(std::int64_t uid, std::size_t limit) {
    CO_TRY(auto const size, co_await size_of(uid));
    if (static_cast<std::size_t>(size) > limit) co_return too_large("imap.too_large", "The message is too large.");
    std::string out;
    // The announced size may be off on some servers; the end is a piece that is short.
    for (;;) {
        CO_TRY(auto lines,
               co_await run(fmt::format("UID FETCH {} (BODY.PEEK[]<{}.{}>)", uid, out.size(), kPieceBytes)));
        std::string const* piece = nullptr;
        for (auto const& line : lines)
            if (is_fetch_of(line, uid) && !line.literals.empty()) piece = &line.literals.front();
        if (piece == nullptr) {
            // An empty piece may come as "" instead of a literal.
            bool const is_end = std::ranges::any_of(lines, [&](auto const& line) { return is_fetch_of(line, uid); });
            if (is_end && !out.empty()) co_return out;
            co_return co_await missing(uid);
        }
        out += *piece;
        if (piece->size() < kPieceBytes) co_return out;
        if (out.size() > limit) co_return too_large("imap.too_large", "The message is too large.");
    }
}

asio::awaitable<Result<std::string>> ImapClient::fetch_header(std::int64_t uid) {
    CO_TRY(auto lines, co_await run(fmt::format("UID FETCH {} (BODY.PEEK[HEADER]<0.{}>)", uid, kPieceBytes)));
    for (auto const& line : lines)
        if (is_fetch_of(line, uid) && !line.literals.empty()) co_return line.literals.front();
    co_return co_await missing(uid);
}

// A fetch without an answer mostly means a message that somebody has removed. One that the server still lists is not
// passed over: that would lose it.
asio::awaitable<Error> ImapClient::missing(std::int64_t uid) {
    auto const still = co_await search(fmt::format("UID {}", uid));
    if (!still) co_return still.error();
    if (std::ranges::find(*still, uid) == still->end())
        co_return not_found("imap.gone", "The message has been removed.");
    co_return unavailable("imap.withheld",
                          fmt::format("The mail server lists message {} but does not hand it over.", uid));
}

asio::awaitable<Result<void>> ImapClient::mark_seen(std::int64_t uid) {
    CO_TRY([[maybe_unused]] auto lines, co_await run(fmt::format("UID STORE {} +FLAGS.SILENT (\\Seen)", uid)));
    co_return Result<void>{};
}

asio::awaitable<Result<void>> ImapClient::move(std::int64_t uid, std::string folder) {
    CO_TRY(auto name, imap_quoted(folder));
    if (can_move()) {
        CO_TRY([[maybe_unused]] auto lines, co_await run(fmt::format("UID MOVE {} {}", uid, name)));
        co_return Result<void>{};
    }
    CO_TRY([[maybe_unused]] auto copied, co_await run(fmt::format("UID COPY {} {}", uid, name)));
    CO_TRY([[maybe_unused]] auto marked,
           co_await run(fmt::format("UID STORE {} +FLAGS.SILENT (\\Seen \\Deleted)", uid)));
    CO_TRY([[maybe_unused]] auto expunged,
           co_await run(has("UIDPLUS") ? fmt::format("UID EXPUNGE {}", uid) : std::string("EXPUNGE")));
    co_return Result<void>{};
}

asio::awaitable<Result<bool>> ImapClient::idle(std::chrono::seconds limit) {
    auto const tag = next_tag();
    auto const until = std::chrono::steady_clock::now() + limit;
    connection_.expires_after(kCommandTime);
    CO_CHECK_OK(co_await connection_.write(tag + " IDLE\r\n"));
    bool is_new = false;
    std::size_t heard = 0;
    for (bool is_idling = false; !is_new;) {
        // While idling nothing is read ahead of time, so that the wait can end without breaking the connection.
        if (is_idling && !reader_.has_line() && !co_await wait_readable(connection_, until)) break;
        connection_.expires_after(kCommandTime);
        CO_TRY(auto line, co_await reader_.line());
        if (++heard > kAnswerLines) co_return endless();
        if (line.text.starts_with("+")) is_idling = true;
        if (is_untagged(line, "BYE")) co_return unavailable("imap.bye", "The mail server hung up.", told(line.text));
        if (line.text.starts_with(tag + " "))
            co_return unavailable("imap.idle", "The mail server refuses IDLE.", told(line.text));
        is_new = is_numbered(line, "EXISTS") || is_numbered(line, "RECENT");
    }
    connection_.expires_after(kCommandTime);
    CO_CHECK_OK(co_await connection_.write("DONE\r\n"));
    CO_TRY([[maybe_unused]] auto lines, co_await finish(tag));
    co_return is_new;
}

asio::awaitable<Result<void>> ImapClient::noop() {
    CO_TRY([[maybe_unused]] auto lines, co_await run("NOOP"));
    co_return Result<void>{};
}

asio::awaitable<void> ImapClient::logout() {
    connection_.expires_after(kLogoutTime);
    auto const sent = co_await connection_.write(next_tag() + " LOGOUT\r\n");
    if (sent) co_await connection_.finish();
}

asio::awaitable<Result<std::vector<ImapLine>>> ImapClient::run(std::string command) {
    auto const tag = next_tag();
    connection_.expires_after(kCommandTime);
    CO_CHECK_OK(co_await connection_.write(tag + " " + command + "\r\n"));
    co_return co_await finish(tag);
}

asio::awaitable<Result<std::vector<ImapLine>>> ImapClient::finish(std::string tag) {
    std::vector<ImapLine> out;
    std::size_t bytes = 0;
    for (;;) {
        CO_TRY(auto line, co_await reader_.line());
        connection_.expires_after(kCommandTime);  // a slow line is fine as long as something comes
        if (is_untagged(line, "BYE")) co_return unavailable("imap.bye", "The mail server hung up.", told(line.text));
        if (!line.text.starts_with(tag + " ")) {
            bytes += weight_of(line);
            if (out.size() >= kAnswerLines || bytes > kAnswerBytes) co_return endless();
            out.push_back(std::move(line));
            continue;
        }
        auto const verdict = std::string_view(line.text).substr(tag.size() + 1);
        if (starts_with_ignoring_case(verdict, "OK")) co_return out;
        co_return unavailable(starts_with_ignoring_case(verdict, "NO") ? "imap.no" : "imap.bad",
                              "The mail server refuses: " + told(verdict), told(verdict));
    }
}

std::string ImapClient::next_tag() { return fmt::format("L{:04}", ++tags_); }

}  // namespace lotse::net
