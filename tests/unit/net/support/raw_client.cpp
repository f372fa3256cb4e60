// SPDX-License-Identifier: Apache-2.0
#include "unit/net/support/raw_client.h"

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace lotse::net {

using Clock = std::chrono::steady_clock;

std::string Answer::header(std::string const& name) const {
    auto const found = headers.find(name);
    return found == headers.end() ? std::string{} : found->second;
}

RawClient::RawClient(std::uint16_t port, std::string const& ca_file)
    : context_(nullptr, SSL_CTX_free), tls_(nullptr, SSL_free) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    is_ready_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    if (!is_ready_ || ca_file.empty()) return;
    context_.reset(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_load_verify_locations(context_.get(), ca_file.c_str(), nullptr);
    SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
    tls_.reset(SSL_new(context_.get()));
    SSL_set1_host(tls_.get(), "localhost");
    SSL_set_fd(tls_.get(), socket_);
    is_ready_ = SSL_connect(tls_.get()) == 1;
}

RawClient::~RawClient() {
    tls_.reset();
    ::close(socket_);
}

bool RawClient::is_connected() const { return is_ready_; }

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const sent = tls_ ? SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()))
                               : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

RawClient::Got RawClient::receive(Clock::time_point deadline) {
    bool const has_decrypted = tls_ && SSL_pending(tls_.get()) > 0;
    auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd waiting{socket_, POLLIN, 0};
    if (!has_decrypted && ::poll(&waiting, 1, static_cast<int>(std::max<long>(0, left))) <= 0) return Got::nothing;
    char bytes[16384];
    auto const count = tls_ ? SSL_read(tls_.get(), bytes, sizeof bytes) : ::recv(socket_, bytes, sizeof bytes, 0);
    if (count <= 0) {
        bool const wants_more = tls_ && SSL_get_error(tls_.get(), static_cast<int>(count)) == SSL_ERROR_WANT_READ;
        return wants_more ? Got::bytes : Got::end;
    }
    came_.append(bytes, static_cast<std::size_t>(count));
    return Got::bytes;
}

std::string RawClient::read_until(std::string_view mark, std::chrono::milliseconds limit) {
    auto const deadline = Clock::now() + limit;
    auto at = came_.find(mark);
    while (at == came_.npos && receive(deadline) == Got::bytes) at = came_.find(mark);
    auto const length = at == came_.npos ? came_.size() : at + mark.size();
    auto text = came_.substr(0, length);
    came_.erase(0, length);
    return text;
}

Answer RawClient::read_answer(bool has_body) {
    Answer answer;
    auto const head = read_until("\r\n\r\n");
    auto const lines = split(head, '\n');
    if (lines.size() < 2 || !lines[0].starts_with("HTTP/1.1 ")) return answer;
    answer.status = static_cast<int>(to_int(lines[0].substr(9, 3)).value_or(0));
    for (auto const line : lines) {
        if (auto const colon = line.find(": "); colon != line.npos)
            answer.headers[to_lower_ascii(line.substr(0, colon))] = trim(line.substr(colon + 2));
    }
    auto const length = static_cast<std::size_t>(to_int(answer.header("content-length")).value_or(0));
    auto const deadline = Clock::now() + std::chrono::seconds(10);
    while (has_body && came_.size() < length && receive(deadline) == Got::bytes) {
    }
    if (has_body) {
        answer.body = came_.substr(0, length);
        came_.erase(0, length);
    }
    return answer;
}

std::string RawClient::read_to_end(std::chrono::milliseconds limit) {
    auto const deadline = Clock::now() + limit;
    auto got = Got::bytes;
    while (got == Got::bytes) got = receive(deadline);
    return std::exchange(came_, {}) + (got == Got::nothing ? "(still open)" : "");
}

void RawClient::shut_down_sending() { ::shutdown(socket_, SHUT_WR); }

void RawClient::make_receive_buffer_tiny() {
    int const bytes = 2048;
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

}  // namespace lotse::net
