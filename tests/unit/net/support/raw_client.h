// SPDX-License-Identifier: Apache-2.0
// A client that sends exactly the bytes it is told, well-formed or not, plain or under TLS. Blocking; every wait ends
// after 10 seconds at the latest.
#pragma once

#include <openssl/types.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace lotse::net {

struct Answer {
    int status = 0;                              // 0: the connection ended before an answer
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;
    std::string header(std::string const& name) const;
};

class RawClient {
  public:
    // With a CA file the client speaks TLS and checks the certificate for "localhost" against it.
    explicit RawClient(std::uint16_t port, std::string const& ca_file = {});
    ~RawClient();
    RawClient(RawClient const&) = delete;
    RawClient& operator=(RawClient const&) = delete;

    bool is_connected() const;
    bool send(std::string_view bytes);
    // The answer that comes next; more that has come stays for the next call. To HEAD no body comes.
    Answer read_answer(bool has_body = true);
    // What has come, up to and with the mark; all of it when the connection ends or time runs out.
    std::string read_until(std::string_view mark, std::chrono::milliseconds limit = std::chrono::seconds(10));
    // Everything until the server closes. A mark "(still open)" at the end says that it did not.
    std::string read_to_end(std::chrono::milliseconds limit = std::chrono::seconds(10));
    // Says goodbye to sending only.
    void shut_down_sending();
    void make_receive_buffer_tiny();

  private:
    enum class Got { bytes, end, nothing };
    Got receive(std::chrono::steady_clock::time_point deadline);

    int socket_ = -1;
    std::string came_;
    std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> context_;
    std::unique_ptr<SSL, void (*)(SSL*)> tls_;
    bool is_ready_ = false;
};

}  // namespace lotse::net
