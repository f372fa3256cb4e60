// SPDX-License-Identifier: Apache-2.0
#include "net/tls.h"

#include <openssl/ssl.h>

#include <utility>

#include "net/endpoint.h"

namespace lotse::net {
namespace {

namespace ssl = boost::asio::ssl;
using Failure = boost::system::error_code;

void forbid_the_old(ssl::context& context) {
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
}

Error cannot_use(std::string const& file, Failure const& failed) {
    return invalid("tls.certificate", "The file " + file + " cannot be used for TLS: " + failed.message() + ".");
}

Result<TlsContext> read_server_context(std::string const& cert_file, std::string const& key_file) {
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    forbid_the_old(*context);
    SSL_CTX_set_options(context->native_handle(), SSL_OP_CIPHER_SERVER_PREFERENCE);
    // Tickets would be sealed with a key that lives as long as the process, which undoes forward secrecy.
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_TICKET);
    Failure failed;
    context->use_certificate_chain_file(cert_file, failed);
    if (failed) return cannot_use(cert_file, failed);
    context->use_private_key_file(key_file, ssl::context::pem, failed);
    if (failed) return cannot_use(key_file, failed);
    if (SSL_CTX_check_private_key(context->native_handle()) != 1)
        return invalid("tls.certificate",
                       "The key in " + key_file + " does not belong to the certificate in " + cert_file + ".");
    return context;
}

}  // namespace

TlsServer::TlsServer(std::string cert_file, std::string key_file, TlsContext first)
    : cert_file_(std::move(cert_file)), key_file_(std::move(key_file)), context_(std::move(first)) {}

Result<std::shared_ptr<TlsServer>> TlsServer::open(std::string cert_file, std::string key_file) {
    TRY(auto context, read_server_context(cert_file, key_file));
    return std::shared_ptr<TlsServer>(new TlsServer(std::move(cert_file), std::move(key_file), std::move(context)));
}

TlsContext TlsServer::context() const {
    return context_.with([](TlsContext const& now) { return now; });
}

Ok TlsServer::reload() {
    TRY(auto fresh, read_server_context(cert_file_, key_file_));
    context_.with([&](TlsContext& now) { now.swap(fresh); });
    return {};
}

TlsClient::TlsClient(TlsContext strict, TlsContext loopback)
    : strict_(std::move(strict)), loopback_(std::move(loopback)) {}

Result<std::shared_ptr<TlsClient>> TlsClient::open(TlsClientOptions options) {
    auto strict = std::make_shared<ssl::context>(ssl::context::tls_client);
    forbid_the_old(*strict);
    Failure failed;
    strict->set_default_verify_paths(failed);
    if (!failed && !options.extra_ca_file.empty()) strict->load_verify_file(options.extra_ca_file, failed);
    if (failed) {
        auto const what = options.extra_ca_file.empty() ? "of the system" : "in " + options.extra_ca_file;
        return invalid("tls.authorities",
                       "The certificate authorities " + what + " cannot be read: " + failed.message() + ".");
    }
    strict->set_verify_mode(ssl::verify_peer);

    auto loopback = strict;
    if (options.trust_loopback) {
        loopback = std::make_shared<ssl::context>(ssl::context::tls_client);
        forbid_the_old(*loopback);
        loopback->set_verify_mode(ssl::verify_none);
    }
    return std::shared_ptr<TlsClient>(new TlsClient(std::move(strict), std::move(loopback)));
}

TlsContext TlsClient::context_for(std::string const& peer_address) const {
    return is_loopback(peer_address) ? loopback_ : strict_;
}

}  // namespace lotse::net
