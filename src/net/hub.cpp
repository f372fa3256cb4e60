// SPDX-License-Identifier: Apache-2.0
#include "net/hub.h"

#include <algorithm>
#include <atomic>
#include <unordered_map>
#include <utility>

#include "base/mutex.h"

namespace lotse::net {

struct Hub::Topics {
    Mutex<std::unordered_map<std::int64_t, std::vector<std::shared_ptr<Subscription::Inbox>>>> listeners;
    std::atomic<std::uint64_t> published = 0;
    std::atomic<std::uint64_t> dropped = 0;
};

struct Subscription::Inbox {
    enum class Put { stored, woke, dropped_now, ignored };
    struct Content {
        LiveEvents waiting;
        bool is_dropped = false;
    };

    Put put(std::shared_ptr<LiveEvent const> const& event) {
        return content.with([&](Content& now) {
            if (now.is_dropped) return Put::ignored;
            if (now.waiting.size() >= limit) {
                now.is_dropped = true;
                now.waiting.clear();
                return Put::dropped_now;
            }
            now.waiting.push_back(event);
            return now.waiting.size() == 1 ? Put::woke : Put::stored;
        });
    }

    std::int64_t topic = 0;
    std::size_t limit = 0;
    std::function<void()> wake;
    std::function<void(Inbox*)> leave;
    Mutex<Content> content;
};

Subscription::Subscription(std::shared_ptr<Inbox> inbox) : inbox_(std::move(inbox)) {}
Subscription::~Subscription() { inbox_->leave(inbox_.get()); }

LiveEvents Subscription::take() {
    return inbox_->content.with([](Inbox::Content& now) { return std::exchange(now.waiting, {}); });
}
bool Subscription::is_dropped() const {
    return inbox_->content.with([](Inbox::Content& now) { return now.is_dropped; });
}

Hub::Hub(std::size_t buffer_limit) : buffer_limit_(buffer_limit), topics_(std::make_shared<Topics>()) {}
Hub::~Hub() = default;

void Hub::publish(std::int64_t topic, LiveEvent event) {
    topics_->published.fetch_add(1, std::memory_order_relaxed);
    auto const listeners = topics_->listeners.with([&](auto& all) {
        auto const found = all.find(topic);
        return found == all.end() ? std::vector<std::shared_ptr<Subscription::Inbox>>{} : found->second;
    });
    if (listeners.empty()) return;
    auto const shared = std::make_shared<LiveEvent const>(std::move(event));
    for (auto const& inbox : listeners) {
        auto const put = inbox->put(shared);
        if (put == Subscription::Inbox::Put::dropped_now) topics_->dropped.fetch_add(1, std::memory_order_relaxed);
        if (put == Subscription::Inbox::Put::dropped_now || put == Subscription::Inbox::Put::woke) inbox->wake();
    }
}

std::shared_ptr<Subscription> Hub::subscribe(std::int64_t topic, std::function<void()> wake) {
    auto inbox = std::make_shared<Subscription::Inbox>();
    inbox->topic = topic;
    inbox->limit = buffer_limit_;
    inbox->wake = std::move(wake);
    inbox->leave = [weak = std::weak_ptr(topics_), topic](Subscription::Inbox* leaver) {
        auto const topics = weak.lock();
        if (!topics) return;
        topics->listeners.with([&](auto& all) {
            auto& here = all[topic];
            std::erase_if(here, [&](auto const& each) { return each.get() == leaver; });
            if (here.empty()) all.erase(topic);
        });
    };
    topics_->listeners.with([&](auto& all) { all[topic].push_back(inbox); });
    return std::make_shared<Subscription>(std::move(inbox));
}

HubCounters Hub::counters() const {
    HubCounters now;
    now.published = topics_->published.load();
    now.dropped = topics_->dropped.load();
    now.listeners = topics_->listeners.with([](auto& all) {
        std::size_t sum = 0;
        for (auto const& [topic, here] : all) sum += here.size();
        return sum;
    });
    return now;
}

}  // namespace lotse::net
