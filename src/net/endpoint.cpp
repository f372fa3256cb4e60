// SPDX-License-Identifier: Apache-2.0
#include "net/endpoint.h"

#include <boost/asio/ip/address.hpp>

#include "base/text.h"

namespace lotse::net {
namespace {

Error bad_endpoint(std::string_view text) {
    return invalid("endpoint.format",
                   "\"" + std::string(text) + "\" is not an address with a port, such as 127.0.0.1:8080 or [::1]:25.");
}

}  // namespace

Result<Endpoint> parse_endpoint(std::string_view text) {
    auto const colon = text.rfind(':');
    if (colon == text.npos) return bad_endpoint(text);
    auto host = text.substr(0, colon);
    bool const in_brackets = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (in_brackets) host = host.substr(1, host.size() - 2);

    boost::system::error_code failed;
    auto const address = boost::asio::ip::make_address(std::string(host), failed);
    auto const digits = text.substr(colon + 1);
    auto const port = digits.starts_with('-') || digits.starts_with('+') ? std::nullopt : to_int(digits);
    if (failed || address.is_v6() != in_brackets || !port || *port > 65535) return bad_endpoint(text);
    return Endpoint{address.to_string(), static_cast<std::uint16_t>(*port)};
}

std::string to_string(Endpoint const& endpoint) {
    bool const is_v6 = endpoint.address.contains(':');
    return (is_v6 ? "[" + endpoint.address + "]" : endpoint.address) + ":" + std::to_string(endpoint.port);
}

bool is_address(std::string_view text) {
    boost::system::error_code failed;
    boost::asio::ip::make_address(std::string(text), failed);
    return !failed;
}

bool is_loopback(std::string_view address) {
    boost::system::error_code failed;
    auto const parsed = boost::asio::ip::make_address(std::string(address), failed);
    if (failed) return false;
    if (parsed.is_v6() && parsed.to_v6().is_v4_mapped())
        return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, parsed.to_v6()).is_loopback();
    return parsed.is_loopback();
}

}  // namespace lotse::net
