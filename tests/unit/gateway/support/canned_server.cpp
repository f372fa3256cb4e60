// SPDX-License-Identifier: Apache-2.0
#include "unit/gateway/support/canned_server.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/write.hpp>

namespace lotse::gateway {

namespace asio = boost::asio;
using asio::ip::tcp;

CannedServer::CannedServer(std::string answer)
    : answer_(std::move(answer)),
      acceptor_(context_, tcp::endpoint(asio::ip::address_v4::loopback(), 0)),
      port_(acceptor_.local_endpoint().port()),
      thread_([this] { serve(); }) {}

CannedServer::~CannedServer() {
    is_over_ = true;
    boost::system::error_code ignored;
    tcp::socket knock(context_);  // wakes the accept below
    knock.connect(tcp::endpoint(asio::ip::address_v4::loopback(), static_cast<unsigned short>(port_)), ignored);
    thread_.join();
}

std::string CannedServer::last_request() const {
    std::scoped_lock const lock(mutex_);
    return last_request_;
}

void CannedServer::serve() {
    while (true) {
        boost::system::error_code failed;
        tcp::socket socket(context_);
        acceptor_.accept(socket, failed);
        if (is_over_ || failed) return;
        ++connections_;
        std::string text(8192, '\0');
        text.resize(socket.read_some(asio::buffer(text), failed));
        {
            std::scoped_lock const lock(mutex_);
            last_request_ = text;
        }
        if (answer_.empty()) socket.read_some(asio::buffer(text.data(), text.size()), failed);
        else asio::write(socket, asio::buffer(answer_), failed);
    }
}

}  // namespace lotse::gateway
