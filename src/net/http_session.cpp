// SPDX-License-Identifier: Apache-2.0
#include "net/http_session.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/crypto.h"
#include "base/log.h"
#include "base/text.h"
#include "net/http_parse.h"
#include "net/http_target.h"
#include "net/http_write.h"
#include "net/lanes.h"

namespace lotse::net {
namespace {

using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// Browsers read an answer only when they have sent all, or can send no more.
constexpr std::chrono::seconds kUploadPatience{5};
constexpr std::size_t kPiece = std::size_t{64} << 10;

// A request's part of the memory that bodies may take together.
class BodyShare {
  public:
    explicit BodyShare(HttpCore& core) : core_(core) {}
    ~BodyShare() { give_back(); }
    BodyShare(BodyShare const&) = delete;
    BodyShare& operator=(BodyShare const&) = delete;

    // False when the memory is full; then nothing of it is held.
    bool grow_to(std::size_t size) {
        auto const more = size - mine_;
        mine_ = size;
        core_.body_gauge.add(static_cast<double>(more));
        if ((core_.body_bytes += more) <= core_.options.limits.all_bodies_bytes) return true;
        give_back();
        return false;
    }
    void give_back() {
        core_.body_gauge.add(-static_cast<double>(mine_));
        core_.body_bytes -= std::exchange(mine_, 0);
    }

  private:
    HttpCore& core_;
    std::size_t mine_ = 0;
};

struct CallHandler {
    std::shared_ptr<HttpCore const> core;
    std::shared_ptr<Request const> request;
    Result<Response> operator()() const { return core->handler(*request); }
};

struct AskTooLargePage {
    std::shared_ptr<HttpCore const> core;
    std::shared_ptr<Request const> request;
    Result<std::optional<Response>> operator()() const { return core->options.too_large_page(*request); }
};

// Leaves the list of open sessions however the coroutine ends.
class Presence {
  public:
    Presence(HttpCore& core, std::shared_ptr<OpenSession> session)
        : core_(core), id_(core.sessions.add(std::move(session))) {}
    ~Presence() { core_.sessions.remove(id_); }
    Presence(Presence const&) = delete;
    Presence& operator=(Presence const&) = delete;

  private:
    HttpCore& core_;
    std::uint64_t const id_;
};

Error too_slow() { return unavailable("http.too_slow", "The request came too slowly."); }

enum class Next { read_on, close };

class HttpSession {
  public:
    HttpSession(std::shared_ptr<HttpCore> core, std::shared_ptr<OpenSession> open)
        : core_(std::move(core)),
          limits_(core_->options.limits),
          open_(std::move(open)),
          connection_(open_->connection),
          reader_(limits_.head_bytes) {}

    asio::awaitable<void> run();

  private:
    asio::awaitable<Next> serve_one();
    asio::awaitable<Next> serve_request();
    asio::awaitable<Result<bool>> read_head();
    asio::awaitable<Ok> read_body(BodyShare& share, std::size_t limit);
    asio::awaitable<Next> answer(Response response, bool is_last);
    asio::awaitable<Next> refuse(int status, Error error);
    asio::awaitable<Next> refuse_body(Error error);
    asio::awaitable<Ok> send(std::string_view text);
    asio::awaitable<Result<std::size_t>> read_more();
    milliseconds body_time_left(SteadyClock::time_point began) const;
    void note(Response const& response);

    std::shared_ptr<HttpCore> const core_;
    HttpLimits const& limits_;
    std::shared_ptr<OpenSession> const open_;
    Connection connection_;
    RequestReader reader_;
    bool is_first_ = true;
    std::chrono::seconds patience_{1};  // with a client that sends on after the last answer
    SteadyClock::time_point began_;
    std::shared_ptr<Request> request_;  // shared with the handler's thread while it runs
    std::array<char, 8192> bytes_;  // small: every idle connection holds one
};

asio::awaitable<void> HttpSession::run() {
    if (core_->options.tls) {
        connection_.expires_after(limits_.head_time);
        open_->is_idle = true;
        auto const ready = co_await connection_.start_tls(core_->options.tls->context());
        open_->is_idle = false;
        if (!ready.has_value()) co_return connection_.close();
    }
    while (co_await serve_one() == Next::read_on) is_first_ = false;
    co_await connection_.finish(patience_);
}

asio::awaitable<Next> HttpSession::serve_one() {
    request_ = std::make_shared<Request>();
    request_->id = hex(random_bytes(8));
    request_->peer = connection_.peer().address;
    request_->is_tls = connection_.is_tls();
    request_->is_from_proxy = core_->options.trusted_proxies.has(request_->peer);
    auto const has_head = co_await read_head();
    if (has_head.has_value()) co_return *has_head ? co_await serve_request() : Next::close;
    auto const& error = has_head.error();
    if (error.code != "net.timeout") co_return co_await refuse(status_for_parse_error(error), error);
    // Who sent nothing needs no answer; who sent half a head may be a person's browser on a bad line.
    co_return reader_.has_input() ? co_await refuse(408, too_slow()) : Next::close;
}

// True: a head has been read. False: the client, or stop(), closed between two requests.
asio::awaitable<Result<bool>> HttpSession::read_head() {
    if (reader_.has_input()) connection_.expires_after(limits_.head_time);
    else connection_.expires_after(is_first_ ? limits_.head_time : limits_.idle_time);
    while (true) {
        CO_TRY(bool const is_complete, reader_.read_head());
        if (is_complete) break;
        bool const is_idle = !reader_.has_input();
        // Seen and set on the strand: a stop() before this line is noticed here, a later one closes the socket.
        if (is_idle && core_->is_stopping) co_return false;
        open_->is_idle = is_idle;
        auto const count = co_await read_more();
        open_->is_idle = false;
        if (!count.has_value() && count.error().code == "net.timeout") co_return count.error();
        if (!count.has_value() || *count == 0) co_return false;
        if (is_idle) connection_.expires_after(limits_.head_time);
    }
    began_ = SteadyClock::now();
    co_return true;
}

asio::awaitable<Next> HttpSession::serve_request() {
    auto const& head = reader_.head();
    auto target = parse_target(head.target);
    if (!target.has_value()) co_return co_await refuse(400, target.error());
    request_->is_head = head.method == "HEAD";
    request_->method = request_->is_head ? "GET" : head.method;
    request_->path = std::move(target->path);
    request_->query = std::move(target->query);
    request_->headers = head.headers;

    auto const& limit_of = core_->options.body_limit;
    auto const limit = limit_of ? limit_of(request_->method, request_->path) : limits_.body_bytes;
    BodyShare share(*core_);
    auto const has_body = co_await read_body(share, limit);
    if (!has_body.has_value()) {
        auto const& error = has_body.error();
        if (error.code == "net.timeout") co_return co_await refuse(408, too_slow());
        if (error.code == "net.closed") co_return Next::close;
        if (error.code == "http.body_too_large") co_return co_await refuse_body(error);
        co_return co_await refuse(status_for_parse_error(error), error);
    }
    request_->body = reader_.take_body();

    bool const is_last = head.is_last;
    auto response = co_await core_->parts.lanes.work(CallHandler{core_, request_});
    // A client may take its time with the answer; the body need not stay for that.
    request_->body = {};
    share.give_back();
    if (!response.has_value()) {
        log_error("request failed", response.error(), {{"request", request_->id}});
        response = problem(response.error());
    }
    co_return co_await answer(std::move(*response), is_last);
}

asio::awaitable<Ok> HttpSession::read_body(BodyShare& share, std::size_t limit) {
    CO_CHECK_OK(reader_.start_body(limit));
    auto const began = SteadyClock::now();
    if (reader_.head().expects_continue && !reader_.has_input())
        CO_CHECK_OK(co_await send("HTTP/1.1 100 Continue\r\n\r\n"));
    while (true) {
        CO_TRY(bool const is_complete, reader_.read_body());
        if (!share.grow_to(reader_.body_size()))
            co_return unavailable("http.bodies_full", "The server is busy. Please try again in a moment.");
        if (is_complete) co_return Ok{};
        connection_.expires_after(body_time_left(began));
        CO_TRY(auto const count, co_await read_more());
        if (count == 0) co_return unavailable("net.closed", "The connection was closed.");
    }
}

milliseconds HttpSession::body_time_left(SteadyClock::time_point began) const {
    auto const earned =
        milliseconds(reader_.body_size() * 1000 / std::max<std::size_t>(1, limits_.body_bytes_per_second));
    auto const allowed = std::min(limits_.body_time, limits_.body_grace + earned);
    auto const used = std::chrono::ceil<milliseconds>(SteadyClock::now() - began);
    return std::max(milliseconds(0), allowed - used);
}

asio::awaitable<Result<std::size_t>> HttpSession::read_more() {
    auto const count = co_await connection_.read_some(bytes_.data(), bytes_.size());
    if (count.has_value()) reader_.add({bytes_.data(), *count});
    co_return count;
}

asio::awaitable<Next> HttpSession::refuse(int status, Error error) {
    began_ = SteadyClock::now();
    auto response = problem(status, error);
    co_return co_await answer(std::move(response), true);
}

// The rest of the body stays unread, but for what Connection::finish throws away so that the client gets to the answer.
asio::awaitable<Next> HttpSession::refuse_body(Error error) {
    patience_ = kUploadPatience;
    if (core_->options.too_large_page) {
        auto page = co_await core_->parts.lanes.work(AskTooLargePage{core_, request_});
        if (page.has_value() && page->has_value()) {
            began_ = SteadyClock::now();
            co_return co_await answer(**std::move(page), true);
        }
    }
    co_return co_await refuse(status_for_parse_error(error), error);
}

asio::awaitable<Next> HttpSession::answer(Response response, bool is_last) {
    is_last = is_last || core_->is_stopping;
    auto text = write_head(response, {request_->id, request_->is_tls, is_last, core_->parts.clock.now()});
    note(response);
    if (response.stream && !request_->is_head) {
        co_await serve_stream(core_, open_, std::move(text), response.stream);
        co_return Next::close;
    }
    bool const has_body = !request_->is_head && response.status != 204 && response.status != 304;
    // One write, one segment for the usual small answer.
    if (has_body && response.body.size() < kPiece) text += std::exchange(response.body, {});
    auto sent = co_await send(text);
    if (sent.has_value() && has_body) sent = co_await send(response.body);
    co_return sent.has_value() && !is_last && !response.stream ? Next::read_on : Next::close;
}

asio::awaitable<Ok> HttpSession::send(std::string_view text) {
    while (!text.empty()) {
        auto const piece = text.substr(0, kPiece);
        connection_.expires_after(limits_.write_time);
        CO_CHECK_OK(co_await connection_.write(piece));
        text.remove_prefix(piece.size());
    }
    co_return Ok{};
}

// Without the query: parameters may hold what people typed.
void HttpSession::note(Response const& response) {
    auto const took = std::chrono::duration<double>(SteadyClock::now() - began_).count();
    core_->answers[static_cast<std::size_t>(std::clamp(response.status / 100, 1, 5) - 1)]->add();
    core_->seconds.observe(took);
    log(Level::debug, "http",
        {{"request", request_->id},
         {"method", request_->method},
         {"path", request_->path},
         {"status", response.status},
         {"bytes", response.body.size()},
         {"ms", took * 1000}});
}

}  // namespace

asio::awaitable<void> serve_http(std::shared_ptr<HttpCore> core, Connection connection, ConnectionLimit::Place place) {
    auto const held = std::move(place);
    auto const open = std::make_shared<OpenSession>(std::move(connection));
    Presence const presence(*core, open);
    HttpSession session(core, open);
    co_await session.run();
}

}  // namespace lotse::net
