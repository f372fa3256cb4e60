// SPDX-License-Identifier: Apache-2.0
#include "net/listen.h"

#include <gtest/gtest.h>

#include <boost/asio/use_future.hpp>

#include "unit/net/support/raw_client.h"
#include "unit/net/support/run.h"

namespace lotse::net {
namespace {

asio::awaitable<std::string> accept_one(Listener listener) {
    auto const socket = co_await listener.accept();
    co_return socket.has_value() ? "accepted" : socket.error().code;
}

}  // namespace

TEST(Listener, TellsItsRealPort) {
    Runtime runtime(1);
    auto const listener = Listener::open(runtime, {"127.0.0.1", 0});
    ASSERT_TRUE(listener.has_value());
    EXPECT_EQ(listener->local().address, "127.0.0.1");
    EXPECT_NE(listener->local().port, 0);
}

TEST(Listener, AcceptsAConnection) {
    Runtime runtime(1);
    auto listener = *Listener::open(runtime, {"127.0.0.1", 0});
    RawClient const client(listener.local().port);
    EXPECT_EQ(run(runtime, accept_one(listener)), "accepted");
}

TEST(Listener, NeverSharesAPort) {
    Runtime runtime(1);
    auto const first = *Listener::open(runtime, {"127.0.0.1", 0});
    auto const second = Listener::open(runtime, first.local());
    ASSERT_FALSE(second.has_value());
    EXPECT_EQ(second.error().code, "listen.failed");
    EXPECT_TRUE(second.error().message.contains(to_string(first.local()))) << second.error().message;
}

TEST(Listener, TellsAWaitingCoroutineWhenItIsClosed) {
    Runtime runtime(1);
    auto listener = *Listener::open(runtime, {"127.0.0.1", 0});
    auto waiting = asio::co_spawn(runtime.make_strand(), accept_one(listener), asio::use_future);
    listener.close();
    EXPECT_EQ(waiting.get(), "listen.closed");
}

TEST(Listener, RefusesAnAddressThatIsNotOurs) {
    Runtime runtime(1);
    EXPECT_FALSE(Listener::open(runtime, {"192.0.2.1", 0}).has_value());
    EXPECT_FALSE(Listener::open(runtime, {"not an address", 0}).has_value());
}

}  // namespace lotse::net
