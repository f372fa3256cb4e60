// SPDX-License-Identifier: Apache-2.0
// An SMTP (RFC 5321) and LMTP (RFC 2033) server: mechanics only. It knows envelopes and bytes; who is a recipient and
// what becomes of a message is the handler's. A message is acknowledged only with what the handler answers.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "net/endpoint.h"

namespace lotse::net {

class Lanes;
class Runtime;
class TlsServer;

enum class MailProtocol { smtp, lmtp };

struct Envelope {
    std::string from;                     // "" is the null path
    std::vector<std::string> recipients;  // as given, without angle brackets
    std::string peer;                     // address of the client
    std::string helo;
    bool is_utf8 = false;                 // SMTPUTF8
    bool is_tls = false;
};

// Both run on a work lane and may block. Thread-safe.
struct MailHandler {
    // Is this one of ours? not_found answers 550, unavailable and rate_limited 451.
    std::function<Result<void>(std::string const& recipient, std::string const& peer)> check_recipient;
    // Takes the whole message; one result per recipient, in order. A value means: durable.
    std::function<std::vector<Result<void>>(Envelope const& envelope, std::string const& bytes)> deliver;
};

struct MailServerOptions {
    MailProtocol protocol = MailProtocol::smtp;
    Endpoint endpoint;
    std::string server_name = "localhost";
    std::size_t message_bytes = std::size_t{50} << 20;  // A-22; announced by SIZE
    int recipients = 100;
    int connections = 200;
    int connections_per_ip = 20;
    int messages_per_connection = 1000;
    int errors_per_connection = 20;
    std::chrono::seconds command_timeout{300};  // RFC 5321 4.5.3.2
    std::chrono::seconds data_timeout{180};     // between two pieces of DATA
    std::shared_ptr<TlsServer> tls;             // STARTTLS is offered when set
};

struct MailServerCounters {
    std::uint64_t connections = 0;
    std::uint64_t refused = 0;   // over a limit
    std::uint64_t messages = 0;  // acknowledged for at least one recipient
    std::uint64_t failed = 0;    // answered 4xx or 5xx after DATA
};

class MailServer {
  public:
    // Listens at once. `lanes` must outlive the runtime's stop(). Error: unavailable "listen.failed".
    static Result<MailServer> start(Runtime& runtime, Lanes& lanes, MailServerOptions options, MailHandler handler);
    Endpoint local() const;
    MailServerCounters counters() const;

  private:
    friend class MailSession;
    struct State;
    explicit MailServer(std::shared_ptr<State> state) : state_(std::move(state)) {}
    std::shared_ptr<State> state_;
};

}  // namespace lotse::net
