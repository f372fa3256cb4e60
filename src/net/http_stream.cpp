// SPDX-License-Identifier: Apache-2.0
// Server-sent events (HTML standard, 9.2): stored events after the last id first, then live ones, no gap between.
#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <set>
#include <utility>

#include "base/log.h"
#include "base/text.h"
#include "net/http_session.h"
#include "net/lanes.h"

namespace lotse::net {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kReplayPage = 200;
constexpr std::size_t kPiece = std::size_t{16} << 10;
constexpr std::size_t kRemembered = 1024;

struct ReadStored {
    std::shared_ptr<EventStream const> stream;
    std::int64_t after;
    Result<std::vector<LiveEvent>> operator()() const { return stream->replay(after, kReplayPage); }
};
struct AskRights {
    std::shared_ptr<EventStream const> stream;
    Result<bool> operator()() const { return stream->still_allowed(); }
};

// What ends the sleep of a stream. Lives on the strand; shared, since the hub may call just after the stream has ended.
struct Bell {
    explicit Bell(asio::any_io_executor const& executor) : timer(executor) {}
    void ring() {
        has_rung = true;
        timer.cancel();
    }
    asio::steady_timer timer;
    bool has_rung = false;
    bool is_client_gone = false;
};

class StreamSession {
  public:
    StreamSession(std::shared_ptr<HttpCore> core, std::shared_ptr<OpenSession> session,
                  std::shared_ptr<EventStream const> stream)
        : core_(std::move(core)),
          open_(std::move(session)),
          connection_(open_->connection),
          stream_(std::move(stream)),
          bell_(std::make_shared<Bell>(connection_.executor())) {}

    asio::awaitable<Ok> run(std::string head);

  private:
    asio::awaitable<Ok> replay();
    asio::awaitable<Ok> go_live();
    asio::awaitable<Ok> say_why_it_ends();
    asio::awaitable<Ok> send(LiveEvents events);
    asio::awaitable<Ok> write(std::string text);
    asio::awaitable<Ok> check_rights();
    asio::awaitable<void> sleep();
    bool must_end() const { return core_->is_stopping || bell_->is_client_gone || subscription_->is_dropped(); }
    void append_frame(std::string& text, LiveEvent const& event);

    std::shared_ptr<HttpCore> const core_;
    std::shared_ptr<OpenSession> const open_;
    Connection connection_;
    std::shared_ptr<EventStream const> const stream_;
    std::shared_ptr<Bell> const bell_;
    std::shared_ptr<Subscription> subscription_;
    std::set<std::int64_t> replayed_;  // ids that may come once more, live
    std::int64_t last_id_ = 0;
    SteadyClock::time_point next_beat_;
    SteadyClock::time_point next_check_;
};

asio::awaitable<Ok> StreamSession::run(std::string head) {
    // Before the first read of the store: what is committed after that read is published to us, so nothing falls between.
    subscription_ = core_->parts.hub.subscribe(
        stream_->topic, [bell = bell_] { asio::post(bell->timer.get_executor(), [bell] { bell->ring(); }); });
    open_->wake = [bell = bell_] { bell->ring(); };
    connection_.on_readable([bell = bell_] {
        bell->is_client_gone = true;
        bell->ring();
    });
    next_check_ = SteadyClock::now() + core_->options.limits.rights_check;
    CO_CHECK_OK(co_await write(std::move(head) + "retry: 3000\n\n"));
    CO_CHECK_OK(co_await replay());
    CO_CHECK_OK(co_await go_live());
    co_return co_await say_why_it_ends();
}

asio::awaitable<Ok> StreamSession::replay() {
    if (!stream_->last_event_id || !stream_->replay) co_return Ok{};
    last_id_ = *stream_->last_event_id;
    auto after = last_id_;
    while (!must_end()) {
        CO_TRY(auto const page, co_await core_->parts.lanes.work(ReadStored{stream_, after}));
        LiveEvents events;
        for (auto const& event : page) {
            after = std::max(after, event.id);
            events.push_back(std::make_shared<LiveEvent const>(event));
        }
        CO_CHECK_OK(co_await send(events));
        for (auto const& event : page) replayed_.insert(event.id);
        while (replayed_.size() > kRemembered) replayed_.erase(replayed_.begin());
        if (page.size() < kReplayPage) break;
    }
    co_return Ok{};
}

asio::awaitable<Ok> StreamSession::go_live() {
    while (!must_end()) {
        CO_CHECK_OK(co_await send(subscription_->take()));
        CO_CHECK_OK(co_await check_rights());
        if (SteadyClock::now() >= next_beat_) CO_CHECK_OK(co_await write(":\n\n"));
        co_await sleep();
    }
    co_return Ok{};
}

asio::awaitable<Ok> StreamSession::say_why_it_ends() {
    if (bell_->is_client_gone) co_return Ok{};
    if (core_->is_stopping) co_return co_await write("retry: 2000\n: the server restarts\n\n");
    co_return co_await write(": too slow, please come back with Last-Event-ID\n\n");
}

// In pieces, so that rights are asked again while a slow client takes a long batch.
asio::awaitable<Ok> StreamSession::send(LiveEvents events) {
    std::string text;
    for (auto const& event : events) {
        if (replayed_.contains(event->id) && event->id != 0) continue;
        if (stream_->wants && !stream_->wants(*event)) continue;
        append_frame(text, *event);
        if (text.size() < kPiece) continue;
        CO_CHECK_OK(co_await check_rights());
        CO_CHECK_OK(co_await write(std::exchange(text, {})));
    }
    if (text.empty()) co_return Ok{};
    CO_CHECK_OK(co_await check_rights());
    co_return co_await write(std::move(text));
}

asio::awaitable<Ok> StreamSession::write(std::string text) {
    connection_.expires_after(core_->options.limits.stream_write_time);
    next_beat_ = SteadyClock::now() + core_->options.limits.heartbeat;
    auto const sent = co_await connection_.write(text);
    connection_.expires_never();
    co_return sent;
}

asio::awaitable<Ok> StreamSession::check_rights() {
    if (SteadyClock::now() < next_check_) co_return Ok{};
    CO_TRY(bool const is_allowed, co_await core_->parts.lanes.work(AskRights{stream_}));
    if (!is_allowed) co_return forbidden("stream.rights", "The session has ended.");
    next_check_ = SteadyClock::now() + core_->options.limits.rights_check;
    co_return Ok{};
}

asio::awaitable<void> StreamSession::sleep() {
    if (!bell_->has_rung) {
        bell_->timer.expires_at(std::min(next_beat_, next_check_));
        co_await bell_->timer.async_wait(asio::as_tuple(asio::use_awaitable));
    }
    bell_->has_rung = false;
}

// An id below one already sent is left out: two commits may be published in the other order, and the client must come
// back with the higher of them.
void StreamSession::append_frame(std::string& text, LiveEvent const& event) {
    if (event.id > last_id_) {
        last_id_ = event.id;
        text += fmt::format("id: {}\n", event.id);
    }
    text += fmt::format("event: {}\n", event.name);
    for (auto const line : split(event.data, '\n')) text += fmt::format("data: {}\n", line);
    text += '\n';
}

}  // namespace

asio::awaitable<void> serve_stream(std::shared_ptr<HttpCore> core, std::shared_ptr<OpenSession> session,
                                   std::string head, std::shared_ptr<EventStream const> stream) {
    StreamSession live(std::move(core), session, std::move(stream));
    auto const ended = co_await live.run(std::move(head));
    session->wake = nullptr;
    if (!ended.has_value()) log(Level::debug, "a stream ended", {{"code", ended.error().code}});
}

}  // namespace lotse::net
