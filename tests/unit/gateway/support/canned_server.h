// SPDX-License-Identifier: Apache-2.0
// A web server on loopback that counts who connects and gives each the same bytes. One thread, ended by the destructor.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <mutex>
#include <string>
#include <thread>

namespace lotse::gateway {

class CannedServer {
  public:
    // `answer` "" says nothing and keeps the connection open until the other side leaves.
    explicit CannedServer(std::string answer);
    ~CannedServer();
    CannedServer(CannedServer const&) = delete;
    CannedServer& operator=(CannedServer const&) = delete;
    int port() const { return port_; }
    int connections() const { return connections_; }
    std::string last_request() const;

  private:
    void serve();

    std::string answer_;
    boost::asio::io_context context_;
    boost::asio::ip::tcp::acceptor acceptor_;
    int port_;
    std::atomic<int> connections_ = 0;
    std::atomic<bool> is_over_ = false;
    mutable std::mutex mutex_;
    std::string last_request_;
    std::thread thread_;
};

}  // namespace lotse::gateway
