// SPDX-License-Identifier: Apache-2.0
// Accepts connections and carries the dialogue of smtp_dialogue.h over them.
#include <fmt/format.h>

#include <atomic>
#include <optional>

#include "base/log.h"
#include "net/connection.h"
#include "net/lanes.h"
#include "net/limits.h"
#include "net/listen.h"
#include "net/runtime.h"
#include "net/smtp_dialogue.h"

namespace lotse::net {

struct MailServer::State {
    Runtime& runtime;
    Lanes& lanes;
    MailServerOptions options;
    MailHandler handler;
    Listener listener;
    ConnectionLimit limit;
    std::atomic<std::uint64_t> connections{0};
    std::atomic<std::uint64_t> refused{0};
    std::atomic<std::uint64_t> messages{0};
    std::atomic<std::uint64_t> failed{0};
    std::atomic<bool> is_closing{false};
};

namespace {

constexpr std::size_t kLineBytes = 4096;  // RFC 5321 asks for 512, extensions for more; A-22 for a cap
constexpr std::size_t kReadBytes = 65536;

// Lines and message bytes out of one buffer; what was pipelined behind a command stays in it.
class Reader {
  public:
    explicit Reader(Connection connection) : connection_(std::move(connection)) {}

    // Without its CRLF. A line that ends in a lone LF is an error, so that no two servers read one stream differently.
    asio::awaitable<Result<std::string>> line(std::chrono::seconds limit) {
        connection_.expires_after(limit);
        for (;;) {
            auto const end = buffer_.find('\n');
            if (end != std::string::npos) {
                auto text = buffer_.substr(0, end);
                buffer_.erase(0, end + 1);
                if (!text.ends_with('\r')) co_return invalid("smtp.bare_lf", "A line ends with CRLF.");
                text.pop_back();
                co_return text;
            }
            if (buffer_.size() > kLineBytes) co_return too_large("smtp.line", "The line is too long.");
            CO_CHECK_OK(co_await more());
        }
    }
    asio::awaitable<Result<void>> message(DataReader& data, std::chrono::seconds limit) {
        for (;;) {
            buffer_.erase(0, data.feed(buffer_));
            if (data.is_done()) co_return Result<void>{};
            connection_.expires_after(limit);  // anew for every piece
            CO_CHECK_OK(co_await more());
        }
    }
    bool has_more() const { return !buffer_.empty(); }
    void forget() { buffer_.clear(); }

  private:
    asio::awaitable<Result<void>> more() {
        auto const before = buffer_.size();
        buffer_.resize(before + kReadBytes);
        auto const read = co_await connection_.read_some(buffer_.data() + before, kReadBytes);
        buffer_.resize(before + (read ? *read : 0));
        if (!read) co_return read.error();
        if (*read == 0) co_return unavailable("net.closed", "The client has gone.");
        co_return Result<void>{};
    }

    Connection connection_;
    std::string buffer_;
};

}  // namespace

// One connection. Its functions run on the connection's strand.
class MailSession {
  public:
    using State = std::shared_ptr<MailServer::State>;
    MailSession(State state, Connection connection)
        : state_(std::move(state)),
          connection_(connection),
          reader_(connection),
          dialogue_(state_->options, connection.peer().address) {}

    asio::awaitable<void> run();

  private:
    asio::awaitable<Result<void>> step(std::string line);
    asio::awaitable<Result<void>> check_recipient(std::string recipient);
    asio::awaitable<Result<void>> take_message();
    asio::awaitable<Result<void>> start_tls();
    asio::awaitable<Result<void>> say(std::string text);
    asio::awaitable<Result<void>> flush();

    State state_;
    Connection connection_;
    Reader reader_;
    SmtpDialogue dialogue_;
    std::string pending_;  // replies held back while more commands are there (PIPELINING)
    bool is_over_ = false;
};

asio::awaitable<void> MailSession::run() {
    auto result = co_await say(dialogue_.greeting());
    while (result && !is_over_) {
        auto line = co_await reader_.line(state_->options.command_timeout);
        if (!line) {
            bool const is_ours = line.error().kind == Kind::invalid || line.error().kind == Kind::too_large;
            if (is_ours) result = co_await say("500 5.5.2 " + line.error().message + "\r\n");
            if (line.error().code == "net.timeout") result = co_await say("421 4.4.2 Too slow, good-bye.\r\n");
            break;
        }
        result = co_await step(*std::move(line));
        if (result && dialogue_.is_hopeless()) {
            result = co_await say(dialogue_.hopeless());
            break;
        }
        if (result && state_->is_closing.load()) {
            result = co_await say("421 4.3.2 The server is going down, come back soon.\r\n");
            break;
        }
    }
    if (result) result = co_await flush();
    co_await connection_.finish();
}

asio::awaitable<Result<void>> MailSession::step(std::string line) {
    auto action = dialogue_.command(line);
    switch (action.step) {
        case SmtpStep::reply: co_return co_await say(std::move(action.text));
        case SmtpStep::quit: is_over_ = true; co_return co_await say(std::move(action.text));
        case SmtpStep::check_recipient: co_return co_await check_recipient(std::move(action.argument));
        case SmtpStep::data: CO_CHECK_OK(co_await say(std::move(action.text))); co_return co_await take_message();
        case SmtpStep::start_tls: CO_CHECK_OK(co_await say(std::move(action.text))); co_return co_await start_tls();
    }
    co_return Result<void>{};
}

asio::awaitable<Result<void>> MailSession::check_recipient(std::string recipient) {
    auto const verdict = co_await state_->lanes.work([state = state_, recipient, peer = connection_.peer().address] {
        return state->handler.check_recipient(recipient, peer);
    });
    co_return co_await say(dialogue_.recipient_checked(recipient, verdict));
}

asio::awaitable<Result<void>> MailSession::take_message() {
    CO_CHECK_OK(co_await flush());
    DataReader data(state_->options.message_bytes);
    CO_CHECK_OK(co_await reader_.message(data, state_->options.data_timeout));
    if (data.is_too_large()) {
        state_->failed.fetch_add(1);
        co_return co_await say(dialogue_.too_large());
    }
    auto const envelope = dialogue_.envelope();
    auto const bytes = std::make_shared<std::string const>(data.take());
    connection_.expires_never();  // storing takes what it takes; the lanes have limits of their own
    auto results =
        co_await state_->lanes.work([state = state_, envelope, bytes]() -> Result<std::vector<Result<void>>> {
            return state->handler.deliver(envelope, *bytes);
        });
    if (!results) results = std::vector<Result<void>>(envelope.recipients.size(), Result<void>(results.error()));
    bool is_stored = false;
    for (auto const& result : *results) is_stored = is_stored || result.has_value();
    (is_stored ? state_->messages : state_->failed).fetch_add(1);
    co_return co_await say(dialogue_.delivered(*results));
}

asio::awaitable<Result<void>> MailSession::start_tls() {
    CO_CHECK_OK(co_await flush());
    // Whatever was sent behind STARTTLS in clear text was not meant to be read as if it had been protected.
    reader_.forget();
    connection_.expires_after(std::chrono::seconds{30});
    CO_CHECK_OK(co_await connection_.start_tls(state_->options.tls->context()));
    dialogue_.tls_started();
    co_return Result<void>{};
}

// Replies wait for each other while the client has sent more commands: one packet back for one packet here.
asio::awaitable<Result<void>> MailSession::say(std::string text) {
    pending_ += text;
    if (reader_.has_more() && pending_.size() < kReadBytes) co_return Result<void>{};
    co_return co_await flush();
}

asio::awaitable<Result<void>> MailSession::flush() {
    if (pending_.empty()) co_return Result<void>{};
    auto const text = std::move(pending_);
    pending_.clear();
    connection_.expires_after(state_->options.command_timeout);
    co_return co_await connection_.write(text);
}

namespace {

using Shared = MailSession::State;

asio::awaitable<void> serve_one(Shared state, Connection connection, ConnectionLimit::Place place) {
    MailSession session(state, connection);
    co_await session.run();
    (void)place;  // given back when this coroutine ends
}

asio::awaitable<void> turn_away(Connection connection) {
    connection.expires_after(std::chrono::seconds{10});
    auto const told = co_await connection.write("421 4.7.0 Too many connections, come back soon.\r\n");
    if (told) co_await connection.finish();
}

asio::awaitable<void> accept_loop(Shared state) {
    for (;;) {
        auto socket = co_await state->listener.accept();
        if (!socket) co_return;
        auto const strand = socket->get_executor();
        Connection connection(*std::move(socket));
        auto place = state->limit.enter(connection.peer().address);
        if (!place) {
            state->refused.fetch_add(1);
            state->runtime.spawn("smtp refused", strand, turn_away(std::move(connection)));
            continue;
        }
        state->connections.fetch_add(1);
        state->runtime.spawn("smtp session", strand, serve_one(state, std::move(connection), *std::move(place)));
    }
}

}  // namespace

Result<MailServer> MailServer::start(Runtime& runtime, Lanes& lanes, MailServerOptions options, MailHandler handler) {
    TRY(auto listener, Listener::open(runtime, options.endpoint));
    ConnectionLimit limit(static_cast<std::size_t>(options.connections),
                          static_cast<std::size_t>(options.connections_per_ip));
    std::shared_ptr<State> state(
        new State{runtime, lanes, std::move(options), std::move(handler), std::move(listener), std::move(limit)});
    runtime.on_stop("mail server", [state](SteadyTime) {
        state->is_closing = true;
        state->listener.close();
    });
    runtime.spawn("smtp accept", accept_loop(state));
    return MailServer(std::move(state));
}

Endpoint MailServer::local() const { return state_->listener.local(); }

MailServerCounters MailServer::counters() const {
    return {state_->connections.load(), state_->refused.load(), state_->messages.load(), state_->failed.load()};
}

}  // namespace lotse::net
