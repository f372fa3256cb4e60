// SPDX-License-Identifier: Apache-2.0
#include "net/public_address.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netinet/in.h>

#include <array>
#include <boost/asio/ip/address.hpp>
#include <memory>

#include "base/must.h"
#include "net/address_list.h"

namespace lotse::net {
namespace {

namespace ip = boost::asio::ip;

AddressList networks(std::vector<std::string> const& texts) {
    auto list = AddressList::read(texts);
    must(list.has_value(), "a network of the table reads");
    return *std::move(list);
}

// IANA's special-purpose registries (RFC 6890, state of 2025), multicast and the reserved rest.
AddressList const& special() {
    static AddressList const list = networks({
        "0.0.0.0/8",       "10.0.0.0/8",    "100.64.0.0/10",   "127.0.0.0/8",       "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24",    "192.0.2.0/24",  "192.31.196.0/24", "192.52.193.0/24",   "192.88.99.0/24", "192.168.0.0/16",
        "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",    "224.0.0.0/4",    "240.0.0.0/4",
        "2001::/23",       "2001:db8::/32", "2002::/16",       "2620:4f:8000::/48", "3fff::/20",
    });
    return list;
}

AddressList const& global_unicast() {
    static AddressList const list = networks({"2000::/3"});
    return list;
}

}  // namespace

bool is_public_address(std::string_view text) {
    boost::system::error_code failed;
    auto const address = ip::make_address(std::string(text), failed);
    if (failed || text.contains('%') || special().has(text)) return false;  // a zone is of this machine (RFC 4007)
    bool const is_four = address.is_v4() || address.to_v6().is_v4_mapped();
    return is_four || global_unicast().has(text);
}

std::vector<std::string> own_addresses() {
    ifaddrs* first = nullptr;
    if (getifaddrs(&first) != 0) return {};
    std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> const all(first, &freeifaddrs);
    std::vector<std::string> out;
    for (auto const* one = all.get(); one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr) continue;
        std::array<char, INET6_ADDRSTRLEN> text{};
        void const* bytes = nullptr;
        if (one->ifa_addr->sa_family == AF_INET) bytes = &reinterpret_cast<sockaddr_in const*>(one->ifa_addr)->sin_addr;
        else if (one->ifa_addr->sa_family == AF_INET6)
            bytes = &reinterpret_cast<sockaddr_in6 const*>(one->ifa_addr)->sin6_addr;
        if (bytes != nullptr && inet_ntop(one->ifa_addr->sa_family, bytes, text.data(), text.size()) != nullptr)
            out.emplace_back(text.data());
    }
    return out;
}

}  // namespace lotse::net
