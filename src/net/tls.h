// SPDX-License-Identifier: Apache-2.0
// TLS contexts, 1.2 and up, with the ciphers OpenSSL holds good (its own defaults, renegotiation off).
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <string>

#include "base/mutex.h"
#include "base/result.h"

namespace lotse::net {

// Connections hold the context they began with, so a reload never pulls it from under one.
using TlsContext = std::shared_ptr<boost::asio::ssl::context>;

// Our certificate and key. Thread-safe.
class TlsServer {
  public:
    // PEM files; the certificate file carries the chain. Error: invalid "tls.certificate", naming the file at fault.
    static Result<std::shared_ptr<TlsServer>> open(std::string cert_file, std::string key_file);

    TlsContext context() const;
    // Reads the files again, for SIGHUP after a renewal. On an error the old certificate stays in use.
    Ok reload();

  private:
    TlsServer(std::string cert_file, std::string key_file, TlsContext first);
    std::string const cert_file_;
    std::string const key_file_;
    Mutex<TlsContext> context_;
};

struct TlsClientOptions {
    std::string extra_ca_file;  // PEM, beside the authorities of the system; empty for none
    // A mail server on this very machine often has a self-made certificate. Only loopback peers are excused.
    bool trust_loopback = false;
};

// What we hold against the certificates of others. Thread-safe.
class TlsClient {
  public:
    // Error: invalid "tls.authorities".
    static Result<std::shared_ptr<TlsClient>> open(TlsClientOptions options);

    // The context for a peer at this address; it demands a valid chain, the host name is checked per connection.
    TlsContext context_for(std::string const& peer_address) const;

  private:
    TlsClient(TlsContext strict, TlsContext loopback);
    TlsContext const strict_;
    TlsContext const loopback_;
};

}  // namespace lotse::net
